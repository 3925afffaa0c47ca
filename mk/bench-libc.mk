# What musl costs a glibc program: one program's functions and ten whole programs, natively and on musl with our files, in the twin roots.
ifeq ($(ARCH),x86_64)
LIBC_ROUNDS ?= 15
BENCH_LIBC  := $(O)/bench-libc
libc-bench  := $(addprefix $(BENCH_LIBC)/,micro runner empty empty-cxx text)
libc-micro  := $(patsubst %,bench/libc/%.c,main strings allocation text streams threads wide)

# -fno-builtin: each call is to reach the libc.
$(BENCH_LIBC)/micro: $(libc-micro) bench/libc/micro.h
	@mkdir -p $(@D)
	gcc -std=gnu11 -O2 -g -Wall -Wextra -fno-builtin -D_GNU_SOURCE -o $@ $(libc-micro) -lpthread -lm
$(BENCH_LIBC)/runner: bench/libc/runner.c
	@mkdir -p $(@D)
	gcc -std=gnu11 -O2 -Wall -Wextra -static -o $@ $<
$(BENCH_LIBC)/empty: bench/libc/empty.c
	@mkdir -p $(@D)
	gcc -O2 -o $@ $<
$(BENCH_LIBC)/empty-cxx: bench/libc/empty.c
	@mkdir -p $(@D)
	g++ -O2 -Wl,--no-as-needed -o $@ -x c++ $<
# What is compressed, hashed and searched: 12 MB that are the same everywhere.
$(BENCH_LIBC)/text: mk/bench-libc.mk
	@mkdir -p $(@D)
	awk 'BEGIN { for (i = 0; i < 260000; i++) printf "%d: the %dth line of the text, %x %s\n", i, i * 7919 % 10007, i * 31 % 65537, i % 13 ? "as usual" : "and a rare one" }' > $@

bench-libc: roots $(libc-bench) ## measure libc functions and whole programs on glibc and on musl: two tables, build/ARCH/bench-libc.json; FILTER='malloc/*'
	@for root in root-glibc $(ROOT); do \
	    mkdir -p $(O)/$$root/bench && rm -rf $(O)/$$root/bench/programs && cp -r $(libc-bench) bench/libc/programs $(O)/$$root/bench/; done
	@ROOT=$(ROOT) bench/libc/drive $(O) $(LIBC_ROUNDS) '$(FILTER)'
bench-libc-readme: ## write README's figures and docs/bench-libc.md from the last run of make bench-libc
	@tools/replace-section README.md bench-libc < $(O)/bench-libc-readme.md
	@cp $(O)/bench-libc.md docs/
.PHONY: bench-libc bench-libc-readme
endif
