# The tests. A fragment adds its groups to CHECKS; each group is a target check-GROUP that writes build/ARCH/results/GROUP with
# one line per fact: `PASS name`, `FAIL name: why` or `SKIP name: why`. The summary counts them; a group without results is a failure.
RESULTS := $(O)/results

setup: ## install what is missing of the Debian packages that building and testing need
	@$(if $(filter $(HOST_ARCH),$(ARCH)),tools/setup && $(MAKE) -s setup-arches,{ tools/setup || true; } && $(MAKE) -s setup-arch)

check: setup ## set up, build, run every test; the last line is `N passed, N failed, N skipped`
	@rm -rf $(RESULTS) && mkdir -p $(RESULTS)
	-@$(MAKE) --no-print-directory -k all
	@# First the other architectures: they bring the musls that abi-check's fixtures of other machines run on.
	-@$(MAKE) --no-print-directory -k contexts-others-side-by-side
	-@$(MAKE) --no-print-directory -k $(addprefix check-,$(filter-out contexts-%,$(CHECKS)))
	-@$(MAKE) --no-print-directory -k check-contexts-readme
	@tools/summary $(RESULTS) $(CHECKS)

QUICK ?= $(filter-out contexts-% names programs corpus survey accuracy other-musls abi-check-fuzz,$(CHECKS))
check-quick: ## the tests of daily work, under five minutes: no downloads, no whole programs
	@rm -rf $(RESULTS) && mkdir -p $(RESULTS)
	-@$(MAKE) --no-print-directory -k all
	-@$(MAKE) --no-print-directory -k $(addprefix check-,$(QUICK))
	@tools/summary $(RESULTS) $(QUICK)

.PHONY: setup check check-quick $(addprefix check-,$(CHECKS))
