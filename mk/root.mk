# The twin roots that everything real runs in: build/ARCH/root holds musl, our files and unmodified Debian programs, and no glibc;
# build/ARCH/root-glibc is the same tree with glibc, the reference.
# ROOT=root-newer runs everything on another musl instead; setup/musls.list has them all.
MUSL_ROOTS := $(shell sed '/^\#/d; s/ .*//' setup/musls.list)
ROOT ?= $(firstword $(MUSL_ROOTS))
roots: all ## unpack the twin roots and put our files into the musl one
	@tools/make-roots $(ARCH) $(O)
	@for root in $(MUSL_ROOTS); do tools/install-into-root $(O) $(O)/$$root; done
.PHONY: roots

# Behaviour tests: Tests/cases/AREA/NAME.c, one fact each, built against glibc, run in both roots, the outputs compared.
CASES    := $(sort $(wildcard Tests/cases/*/*.c Tests/cases/*/*.cc))
CASE_BIN := $(patsubst Tests/cases/%,$(O)/cases/%.exe,$(basename $(CASES)))
CHECKS   += cases

$(O)/cases/%.exe: Tests/cases/%.c
	@mkdir -p $(@D)
	@gcc -O1 -g -D_GNU_SOURCE -w $< -o $@ $$(sed -n 's|^// flags: ||p' $<)
$(O)/cases/%.exe: Tests/cases/%.cc
	@mkdir -p $(@D)
	@g++ -O1 -g -w $< -o $@ $$(sed -n 's|^// flags: ||p' $<)

# FILTER=area/name* picks cases.
FILTER ?= *
check-cases: roots
	-@$(MAKE) --no-print-directory -k -j2 case-programs
	@mkdir -p $(RESULTS)
	@tools/run-cases $(O) $(ROOT) '$(FILTER)' > $(RESULTS)/cases; grep -v '^PASS' $(RESULTS)/cases || true
	@grep -c '^PASS' $(RESULTS)/cases | sed 's/^/cases that behave as on glibc: /'
case-programs: $(CASE_BIN)
.PHONY: case-programs

# Whole programs: unmodified Debian programs, each with a job, on glibc and on musl. PROGRAMS='bash git' picks some.
CHECKS += programs
run: setup roots ## the main job on real input: whole glibc programs on musl, compared with glibc, and abi-check's verdicts
	@tools/run-programs $(O) $(ROOT) $(PROGRAMS)
check-programs: roots
	-@tools/run-programs $(O) $(ROOT) $(PROGRAMS)
	@$(if $(wildcard $(O)/corpus/*/*.tsv),tools/corpus-table $(O) $(SUITES))
.PHONY: run

# The corpus: hundreds of programs, each with a small job, as three suites of Debian have them, on both musls.
# FILTER=name* picks programs, SUITES and CORPUS_ROOTS the rest.
CHECKS += corpus
SUITES ?= bookworm trixie forky
CORPUS_ROOTS ?= root root-newer
check-corpus: all
	@mkdir -p $(RESULTS); : > $(RESULTS)/corpus.part
	@for suite in $(SUITES); do tools/make-roots $(ARCH) $(O)/corpus/$$suite $$suite || exit 1; done
	@for suite in $(SUITES); do for root in $(CORPUS_ROOTS); do \
	    tools/install-into-root $(O) $(O)/corpus/$$suite/$$root; \
	    tools/run-corpus $(O) $$suite $$root '$(FILTER)' | sed "s|^\([A-Z]*\) |\1 $$suite/$$root/|" >> $(RESULTS)/corpus.part; \
	done; done; mv $(RESULTS)/corpus.part $(RESULTS)/corpus
	@tools/corpus-table $(O) $(SUITES)

corpus-readme: ## write README's table from the last run of make check-corpus
	@tools/corpus-table -m $(O) $(SUITES) | tools/replace-section README.md corpus
.PHONY: corpus-readme

# Every other program in the root, only asked for its version or help.
CHECKS += survey
check-survey: roots
	@mkdir -p $(RESULTS)
	@tools/survey $(O) $(ROOT) > $(RESULTS)/survey; grep -v '^PASS' $(RESULTS)/survey || true
	@grep -c '^PASS' $(RESULTS)/survey | sed 's/^/programs that start as on glibc: /'

# Cases, the loader's tests and programs once more on the other musls.
CHECKS += other-musls
OTHER_MUSLS ?= $(filter-out $(ROOT),$(MUSL_ROOTS))
check-other-musls: check-cases check-loader check-programs
	@mkdir -p $(RESULTS)
	@rm -f $(RESULTS)/other-musls.part
	-@for root in $(OTHER_MUSLS); do \
	    { tools/run-cases $(O) $$root '$(FILTER)'; Tests/loader/run $(O) $$root '$(FILTER)'; \
	      RESULTS_NAME=other-programs tools/run-programs $(O) $$root $(PROGRAMS) >&2; cat $(RESULTS)/other-programs; \
	    } | sed "s|^\([A-Z]*\) |\1 $$root/|" >> $(RESULTS)/other-musls.part; \
	done; rm -f $(RESULTS)/other-programs; mv $(RESULTS)/other-musls.part $(RESULTS)/other-musls
	@grep -v '^PASS' $(RESULTS)/other-musls || true
