# Which of glibc's names nothing of ours defines, against the libraries of three releases of glibc and on two releases of musl.
CHECKS += names
check-names: $(TOOL) $(SHIM) $(LOADER) ## glibc's names that are left, with a reason for each
	@mkdir -p $(RESULTS)
	@tools/check-names $(TOOL) $(O)
	@cp $(O)/names/results $(RESULTS)/names; grep -v '^PASS' $(RESULTS)/names || true

absent-names: ## write what is missing into docs/limitations.md
	@tools/absent-names abi/x86_64/shim/absent.tsv | tools/replace-section docs/limitations.md absent
.PHONY: absent-names
