# Installation. A fragment adds rows MODE:SOURCE:DESTINATION (or link:TARGET:DESTINATION) to FILES; `uninstall` walks the same rows.
#
# Programs built for glibc name their interpreter by an absolute path, so the loader's folder is fixed by the ABI and not by prefix.
loaderdir ?= /lib64

FILES += 755:$(SHIM):$(libdir)/$(notdir $(SHIM))

install: all ## install under DESTDIR and prefix; a real glibc is never overwritten
	@tools/install-files install '$(DESTDIR)' $(FILES)
uninstall: ## remove what install put there
	@tools/install-files uninstall '$(DESTDIR)' $(FILES)
.PHONY: install uninstall
