# glibc-compat: every product, from one Makefile. `make help` lists the commands.
#
# The rules live in mk/, one file per product; a fragment adds its files to ALL, its tests to CHECKS and
# the rows of its installation to FILES. Nothing here lists sources: the fragments glob.
MAKEFLAGS += --no-builtin-rules
.DELETE_ON_ERROR:
.SECONDEXPANSION:
.DEFAULT_GOAL := all

ALL      :=
CHECKS   :=

include mk/arch.mk
include $(filter-out mk/arch.mk,$(sort $(wildcard mk/*.mk)))

# The context functions are for every architecture, the rest is for x86_64 so far.
ifneq ($(ARCH),x86_64)
ALL    := $(contexts-products) $(contexts-generated)
CHECKS := contexts
FILES  := $(contexts-files)
endif

all: $$(ALL) ## build every product for ARCH into build/ARCH/

help: ## this list
	@awk -F ':.*## ' '/^[a-z][a-zA-Z_-]*:.*## / {printf "  make %-18s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@printf '\n  options: ARCH=x86_64 CROSS_COMPILE= CC= DESTDIR= prefix=%s FREESTANDING=yes EXPORT_UNPREFIXED=no\n' '$(prefix)'

clean: ## remove build/
	rm -rf build

.PHONY: all help clean
