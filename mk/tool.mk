# abi-check, a tool of the host: built by SwiftPM with the Swift runtime inside, so that it runs where no Swift is installed.
TOOL          := build/bin/abi-check
tool-sources  := Package.swift VERSION $(sort $(wildcard Sources/abi-check/*.swift Sources/ABIReading/*.swift \
                 Sources/ABIComparison/*.swift Sources/ABIComparison/*/*.swift Sources/CElfutils/* Sources/CTables/* Sources/CTables/*/*))
tool-tables   := $(sort $(wildcard abi/*/*.tsv abi/*/targets/*.tsv))
SWIFT_PACKAGE := --scratch-path build/swiftpm -j 2 -Xcc -I$(CURDIR)/build/tool

# The version, the commit and a sum of the tables: written only when it changes, so that a new commit compiles one C file.
build/tool/abi-check-build.h: FORCE
	@mkdir -p $(@D)
	@{ echo '#define ABI_CHECK_VERSION "$(VERSION) (commit $(COMMIT))"'; cat $(tool-tables) | cksum | sed 's|^|/* tables |; s|$$| */|'; } > $@.new
	@if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi
FORCE:

$(TOOL): $(tool-sources) $(tool-tables) build/tool/abi-check-build.h
	@mkdir -p $(@D)
	$(SWIFT) build $(SWIFT_PACKAGE) -c release --static-swift-stdlib --product abi-check
	@strip -o $@.new build/swiftpm/release/abi-check && mv -f $@.new $@
ALL += $(TOOL)

tool: $(TOOL) ## abi-check, into build/bin
abi-check-tables: $(TOOL) ## make abi/x86_64/targets/ again from Debian's packages of glibc and musl
	@tools/make-tables $(TOOL) $(O)
.PHONY: tool abi-check-tables FORCE

# Completions come from the tool itself.
completions   := $(addprefix build/completions/,abi-check.bash _abi-check abi-check.fish)
build/completions/abi-check.bash: $(TOOL)
	@mkdir -p $(@D)
	@$(TOOL) --generate-completion-script bash > $@
build/completions/_abi-check: $(TOOL)
	@mkdir -p $(@D)
	@$(TOOL) --generate-completion-script zsh > $@
build/completions/abi-check.fish: $(TOOL)
	@mkdir -p $(@D)
	@$(TOOL) --generate-completion-script fish > $@
ALL += $(completions)

FILES += 755:$(TOOL):$(bindir)/abi-check 644:docs/abi-check-1.schema.json:$(prefix)/share/abi-check/abi-check-1.schema.json \
         644:build/completions/abi-check.bash:$(prefix)/share/bash-completion/completions/abi-check \
         644:build/completions/_abi-check:$(prefix)/share/zsh/site-functions/_abi-check \
         644:build/completions/abi-check.fish:$(prefix)/share/fish/vendor_completions.d/abi-check.fish

check-accuracy: $(TOOL) roots ## abi-check's verdicts on every program of the root against what really happens
	@tools/check-accuracy $(TOOL) $(O) $(ROOT)
.PHONY: check-accuracy

# Rules, readers and screens: unit tests in Swift, then fixtures whose verdict is compared with what really happens.
CHECKS += abi-check
check-abi-check: $(TOOL)
	@mkdir -p $(RESULTS)
	-@Tests/ABI/run $(TOOL) $(O) "$(SWIFT) test $(SWIFT_PACKAGE)" > $(RESULTS)/abi-check; grep -v '^PASS' $(RESULTS)/abi-check || true
	@grep -c '^PASS' $(RESULTS)/abi-check | sed 's/^/facts about abi-check that hold: /'
.PHONY: check-abi-check
