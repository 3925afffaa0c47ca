# Man pages, written in scdoc.
MAN := $(patsubst docs/%.scd,$(O)/man/%,$(wildcard docs/*.scd))

$(O)/man/%: docs/%.scd
	@mkdir -p $(@D)
	scdoc < $< > $@

docs: $(MAN) ## build the man pages (needs scdoc)
install_docs: docs ## install the man pages under DESTDIR
	@tools/install-files install '$(DESTDIR)' $(foreach page,$(MAN),644:$(page):$(mandir)/man$(subst .,,$(suffix $(page)))/$(notdir $(page)))

dist: ## the source as build/glibc-compat-VERSION.tar.xz
	@mkdir -p build
	git archive --prefix=glibc-compat-$(VERSION)/ HEAD | xz > build/glibc-compat-$(VERSION).tar.xz
.PHONY: docs install_docs dist
