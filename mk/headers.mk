# Differential tests by header: Tests/headers/NAME is a table with an entry per function; each becomes a program, built against glibc, run on
# glibc and on every musl, and every entry must say the same everywhere. docs/testing.md says how to add one.
HEADER_TABLES := $(notdir $(filter-out %/support,$(wildcard Tests/headers/*)))
HEADER_BIN    := $(HEADER_TABLES:%=$(O)/headers/%.exe)
HEADER_FLAGS  := -O0 -g -w -fno-builtin -D_GNU_SOURCE -iquote Tests/headers/support
CHECKS        += headers

$(O)/headers/support/%.o: Tests/headers/support/%.c Tests/headers/support/observe.h
	@mkdir -p $(@D)
	@gcc $(HEADER_FLAGS) -c $< -o $@
$(O)/headers/%.exe: Tests/headers/% tools/make-header-tests $(O)/headers/support/main.o $(O)/headers/support/observe.o
	@rm -f $@
	@tools/make-header-tests $< $(@:.exe=.c) $(@:.exe=.names)
	@gcc $(HEADER_FLAGS) $$(sed -n 's|^// compile: ||p' $<) $(@:.exe=.c) $(filter %.o,$^) -o $@ $$(sed -n 's|^// link: ||p' $<) 2> $(@:.exe=.log) || { cat $(@:.exe=.log); exit 1; }
# Names that a program can be linked to, old ones by their version.
$(O)/headers/glibc-names: abi/$(ARCH)/glibc-2.36.tsv
	@mkdir -p $(@D)
	@cut -f2 $< | sort -u > $@

header-programs: $(HEADER_BIN) $(O)/headers/glibc-names
# FILTER=string.h picks headers; HEADER_ROOTS the musls.
HEADER_ROOTS ?= $(MUSL_ROOTS)
check-headers: roots
	-@$(MAKE) --no-print-directory -k -j2 header-programs
	-@$(MAKE) --no-print-directory -k -j2 case-programs
	@mkdir -p $(RESULTS)
	@tools/run-headers $(O) '$(FILTER)' $(HEADER_ROOTS) > $(RESULTS)/headers; grep -v '^PASS' $(RESULTS)/headers || true
	@grep -c '^PASS' $(RESULTS)/headers | sed 's/^/entries of headers that behave as on glibc: /'
	@tools/count-tested-names $(O) $(ARCH) $(O)/headers-untested
.PHONY: header-programs
