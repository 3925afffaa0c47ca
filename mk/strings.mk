# Tests of the shim's string functions, on their sources, each set for the processors that have it: Tests/strings.
ifeq ($(ARCH),x86_64)
string-sets := $(patsubst %,Sources/CGlibcABI/strings/%.c,sse2 avx2 avx512)
$(O)/strings/test: $(wildcard Tests/strings/*.c) $(string-sets) $(wildcard Tests/strings/*.h Sources/CGlibcABI/strings/*.h Sources/CGlibcABI/strings/*.def)
	@mkdir -p $(@D)
	@gcc -std=gnu11 -O2 -g -D_GNU_SOURCE -w -fno-builtin -fno-tree-loop-distribute-patterns -ISources/CGlibcABI/include -o $@ $(filter %.c,$^)
check-strings: $(O)/strings/test
	@mkdir -p $(RESULTS)
	@timeout 120 $< > $(RESULTS)/strings || echo "FAIL the tests of the string functions ended with status $$?" >> $(RESULTS)/strings
	@! grep -a '^FAIL' $(RESULTS)/strings
	@grep -ac '^PASS' $(RESULTS)/strings | sed 's/^/tests of the string functions passed: /'
CHECKS += strings
endif
