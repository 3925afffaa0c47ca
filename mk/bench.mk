# What a switch costs, beside Boost.Context's jump_fcontext, glibc's own and the bare system call.
BENCH_ROUNDS ?= 1000
$(O)/bench/switches: $(wildcard bench/*.c) bench/bench.h
	@mkdir -p $(@D)
	$(CC) -std=gnu11 -O2 -g -Wall -Wextra -o $@ $(filter %.c,$^) -lboost_context -ldl
bench: $(contexts-products) $(O)/bench/switches ## measure the context switches: a table, build/ARCH/bench.json, .svg and .md
	@$(MAKE) -s contexts O=$(O)/bench/shared-flags X87_FLAGS=no
	@bench/run $(O) $(O)/bench/switches $(BENCH_ROUNDS)
bench-readme: ## write README's figures, docs/bench.md and docs/bench.svg from the last run of make bench
	@tools/replace-section README.md bench < $(O)/bench-readme.md
	@cp $(O)/bench.md $(O)/bench.svg docs/
# The bench itself, and limits that hold on a busy machine as well; instruction counts repeat exactly.
ifeq ($(ARCH),x86_64)
check-bench: $(contexts-products) $(O)/bench/switches
	@mkdir -p $(RESULTS)
	@$(MAKE) -s contexts O=$(O)/bench/shared-flags X87_FLAGS=no
	@bench/check $(O) $(O)/bench/switches $(RESULTS)/bench
CHECKS += bench
endif
.PHONY: bench bench-readme
