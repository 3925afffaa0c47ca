# abi-check, a tool of the host: built by SwiftPM with the Swift runtime inside, so that it runs where no Swift is.
TOOL          := build/bin/abi-check
OBJCOPY       ?= objcopy
tool-modules  := abi-check ABIReading ABIComparison
tool-sources  := Package.swift VERSION $(sort $(wildcard $(addprefix Sources/,$(addsuffix /*.swift,$(tool-modules)) \
                 $(addsuffix /*/*.swift,$(tool-modules)) CSystem/* CSystem/*/* CElfutils/* CLibarchive/* CTables/* \
                 CTables/*/*)))
tool-tables   := abi/glibc.tsv abi/musl.tsv
SWIFT_PACKAGE := --scratch-path build/swiftpm -j 2 -Xcc -I$(CURDIR)/build/tool

# SwiftPM and the compiler keep caches under HOME. Where there is none, the build's folder stands for it.
ifneq ($(shell test -d "$$HOME" && test -w "$$HOME" && echo yes),yes)
export HOME := $(shell mkdir -p build/home)$(CURDIR)/build/home
endif

# SwiftPM does not see what a .incbin takes in: a header with the tables' sum makes it compile them again.
build/tool/abi-check-tables.h: $(tool-tables)
	@mkdir -p $(@D)
	@cat $(tool-tables) | cksum | sed 's|^|/* tables |; s|$$| */|' > $@

# The argument parser names three things of Foundation. The release build has them from here, and not the rest: 5 MB less.
little := build/tool/without-foundation/FoundationEssentials
$(little).o: tools/without-foundation/FoundationEssentials.swift
	@mkdir -p $(@D)
	@$(SWIFTC) -parse-as-library -O -wmo -module-name FoundationEssentials -emit-module \
	    -emit-module-path $(little).swiftmodule -c $< -o $@
	@touch $@

build/swiftpm/release/abi-check: $(tool-sources) build/tool/abi-check-tables.h $(little).o
	$(SWIFT) build $(SWIFT_PACKAGE) -c release --static-swift-stdlib -Xswiftc -use-ld=lld --product abi-check \
	    -Xswiftc -I$(CURDIR)/$(dir $(little)) -Xlinker $(CURDIR)/$(little).o -Xlinker --no-export-dynamic -Xlinker --icf=all
	@touch $@

# Version and commit go into the linked program: a new commit compiles and links nothing.
build/tool/version: FORCE
	@mkdir -p $(@D)
	@{ printf '%s' '$(VERSION) (commit $(COMMIT))'; head -c 128 /dev/zero; } | head -c 128 > $@.new
	@if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi
FORCE:

$(TOOL): build/swiftpm/release/abi-check build/tool/version
	@mkdir -p $(@D)
	@$(OBJCOPY) --strip-all --update-section .abi_check_version=build/tool/version $< $@.new && mv -f $@.new $@
ALL += $(TOOL)

tool: $(TOOL) ## abi-check, into build/bin
abi-check-tables: $(TOOL) ## make abi/glibc.tsv and abi/musl.tsv again from packages of glibc and musl; TABLES=musl one of them
	@tools/make-tables $(TOOL) $(O) $(TABLES)
.PHONY: tool abi-check-tables FORCE

# Completions come from the tool itself.
completions   := $(addprefix build/completions/,abi-check.bash _abi-check abi-check.fish)
build/completions/abi-check.bash build/completions/_abi-check build/completions/abi-check.fish: $(TOOL) tools/completions
	@mkdir -p $(@D)
	@tools/completions $(if $(filter %.bash,$@),bash,$(if $(filter %.fish,$@),fish,zsh)) $(TOOL) > $@.new && mv -f $@.new $@
ALL += $(completions)

FILES += 755:$(TOOL):$(bindir)/abi-check 644:docs/abi-check-1.schema.json:$(prefix)/share/abi-check/abi-check-1.schema.json \
         644:build/completions/abi-check.bash:$(prefix)/share/bash-completion/completions/abi-check \
         644:build/completions/_abi-check:$(prefix)/share/zsh/site-functions/_abi-check \
         644:build/completions/abi-check.fish:$(prefix)/share/fish/vendor_completions.d/abi-check.fish

# Verdicts against what really happens; whole programs and the survey have their results by then.
CHECKS += accuracy
check-accuracy: $(TOOL) roots check-survey check-programs ## abi-check's verdicts against what really happens, as matrices
	@mkdir -p $(RESULTS)
	-@tools/check-accuracy $(TOOL) $(O) $(ROOT)
accuracy-readme: ## write README's matrix from the last run of make check-accuracy
	@tools/replace-section README.md accuracy < $(O)/accuracy.md
	@tools/replace-section docs/abi-check.md accuracy < $(O)/accuracy.md
.PHONY: check-accuracy accuracy-readme

bench-abi-check: $(TOOL) ## abi-check's time and memory beside eu-readelf, objdump, lddtree, abidiff, abicompat, auditwheel
	@tools/bench-abi-check $(TOOL) $(O) $(BENCH_ABI_ROUNDS)
bench-abi-check-readme: ## write README's figures from the last run of make bench-abi-check
	@tools/replace-section README.md bench-abi-check < $(O)/bench-abi-check.md
.PHONY: bench-abi-check bench-abi-check-readme

# Rules, readers and screens: unit tests in Swift, then fixtures whose verdict is compared with what really happens.
CHECKS += abi-check
check-abi-check: $(TOOL)
	@mkdir -p $(RESULTS)
	-@Tests/ABI/run $(TOOL) $(O) "$(SWIFT) test $(SWIFT_PACKAGE)" > $(RESULTS)/abi-check; grep -v '^PASS' $(RESULTS)/abi-check || true
	@grep -c '^PASS' $(RESULTS)/abi-check | sed 's/^/facts about abi-check that hold: /'
.PHONY: check-abi-check
