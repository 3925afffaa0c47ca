# The readers of abi-check under libFuzzer. What it once found stands in Tests/fuzz/corpus, with inputs that reach much of the readers.
FUZZ_SECONDS ?= 60

fuzz: ## abi-check's readers under libFuzzer, FUZZ_SECONDS=3600; new inputs in build/fuzz/inputs, findings in build/fuzz/findings
	@Tests/fuzz/run "$(SWIFT)" $(FUZZ_SECONDS)

CHECKS += abi-check-fuzz
# The same inputs each time: what a check says must not be chance. `make fuzz` looks for new ones.
check-abi-check-fuzz: build/tool/abi-check-tables.h
	@mkdir -p $(RESULTS)
	-@Tests/fuzz/run "$(SWIFT)" $(FUZZ_SECONDS) -seed=1 > $(RESULTS)/abi-check-fuzz; grep -v '^PASS' $(RESULTS)/abi-check-fuzz || true
.PHONY: fuzz check-abi-check-fuzz
