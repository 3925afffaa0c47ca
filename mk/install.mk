# Installation. A fragment adds rows MODE:SOURCE:DESTINATION (or link:TARGET:DESTINATION) to FILES; `uninstall` walks the same rows.
#
# Programs built for glibc name their interpreter by an absolute path, so the loader's folder is fixed by the ABI and not by prefix.
# Where a real glibc has that place, loaderdir= puts the loader elsewhere, and programs run by glibc-run.
loaderdir ?= /lib64

FILES += 755:$(SHIM):$(libdir)/$(notdir $(SHIM))
FILES += 755:$(LOADER):$(loaderdir)/$(notdir $(LOADER)) link:$(loaderdir)/$(notdir $(LOADER)):$(bindir)/glibc-run

install: all ## install under DESTDIR and prefix; a real glibc is never overwritten
	@tools/install-files install '$(DESTDIR)' $(FILES)
uninstall: ## remove what install put there
	@tools/install-files uninstall '$(DESTDIR)' $(FILES)

# For systems without a compiler. The same input gives the same bytes: files carry the commit's time, owner 0 and a fixed order.
PACKAGE = build/glibc-compat-$(VERSION)-$(ARCH).tar.xz
package: ## what install and install_docs bring, with prefix=/usr, to unpack at the / of a musl system: build/glibc-compat-VERSION-ARCH.tar.xz
	@rm -rf $(O)/package
	@$(MAKE) -s --no-print-directory install install_docs DESTDIR=$(O)/package prefix=/usr > /dev/null
	@tar -C $(O)/package --sort=name --owner=0 --group=0 --numeric-owner --mtime=@$$(git log -1 --format=%ct 2>/dev/null || echo 0) \
	    -cf - . | xz -T1 > $(PACKAGE)
	@rm -rf $(O)/package; echo $(PACKAGE)

# Whole installations, in roots of their own (Tests/install/run says how).
CHECKS += install
check-install: all docs
	@mkdir -p $(RESULTS)
	@Tests/install/run $(O) > $(RESULTS)/install 2>&1; grep -v '^PASS' $(RESULTS)/install || true
.PHONY: install uninstall package
