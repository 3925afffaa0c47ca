# The context functions: assembly and freestanding C, built with nothing but a C compiler and make.
#   libglibc-ucontext.so.1       the POSIX names at glibc's versions, for LD_PRELOAD
#   libucontext_posix.so.1, .a   the POSIX names without versions
#   libucontext.so.1, .a         libucontext_*, which leave the signal mask alone, and the POSIX names unless EXPORT_UNPREFIXED=no
EXPORT_UNPREFIXED ?= yes
FREESTANDING      ?= no
ifeq ($(FREESTANDING),yes)
override EXPORT_UNPREFIXED := no
endif

contexts-arch    := $(arch-folder-$(ARCH))
contexts-dir     := Sources/ContextSwitch/arch/$(contexts-arch)
contexts-cflags  :=
-include $(contexts-dir)/flags.mk
contexts-source  := $(sort $(wildcard $(contexts-dir)/*.c $(contexts-dir)/*.S Sources/ContextSwitch/*.c))
contexts-headers := $(wildcard $(contexts-dir)/*.h Sources/ContextSwitch/*.h include/glibc-compat/*.h include/glibc-compat/arch/*/*.h)
contexts-object   = $(addprefix $(O)/contexts/$(1)/,$(addsuffix .o,$(basename $(notdir $(contexts-source)))))
contexts-masked  := $(call contexts-object,masked)
contexts-plain   := $(call contexts-object,plain)

CONTEXTS_CFLAGS   = -std=gnu11 -O2 -g -Wall -Wextra -fPIC -ffreestanding -fno-stack-protector -fomit-frame-pointer \
                    -fasynchronous-unwind-tables -Iinclude $(contexts-cflags) $(CFLAGS)
CONTEXTS_LDFLAGS  = -shared -nostdlib -Wl,-z,now -Wl,-z,relro -Wl,-z,noexecstack -Wl,--hash-style=both -Wl,--build-id=sha1 $(contexts-cflags) \
                    $(LDFLAGS)
contexts-define-masked :=
contexts-define-plain  := -DWITHOUT_MASK $(if $(filter no,$(EXPORT_UNPREFIXED)),-DNO_UNPREFIXED)
contexts-define        := $(if $(filter yes,$(FREESTANDING)),-DFREESTANDING)
# The build options that change the objects: objects built with others are built anew.
contexts-options := $(CC) $(FREESTANDING) $(EXPORT_UNPREFIXED) $(contexts-cflags) $(CFLAGS)
$(O)/contexts/options: force
	@mkdir -p $(@D)
	@echo '$(contexts-options)' | cmp -s - $@ || echo '$(contexts-options)' > $@

define contexts-rules
$$(O)/contexts/$(1)/%.o: Sources/ContextSwitch/%.c $$(contexts-headers) $$(O)/contexts/options
	@mkdir -p $$(@D)
	$$(CC) $$(CONTEXTS_CFLAGS) $$(contexts-define) $$(contexts-define-$(1)) -c $$< -o $$@
$$(O)/contexts/$(1)/%.o: $$(contexts-dir)/%.c $$(contexts-headers) $$(O)/contexts/options
	@mkdir -p $$(@D)
	$$(CC) $$(CONTEXTS_CFLAGS) $$(contexts-define) $$(contexts-define-$(1)) -c $$< -o $$@
$$(O)/contexts/$(1)/%.o: $$(contexts-dir)/%.S $$(contexts-headers) $$(O)/contexts/options
	@mkdir -p $$(@D)
	$$(CC) $$(CONTEXTS_CFLAGS) $$(contexts-define) $$(contexts-define-$(1)) -c $$< -o $$@
endef
$(eval $(call contexts-rules,masked))
$(eval $(call contexts-rules,plain))

contexts-products := $(O)/libucontext.so.1 $(O)/libucontext.a
ifneq ($(FREESTANDING),yes)
contexts-products += $(O)/libucontext_posix.so.1 $(O)/libucontext_posix.a $(O)/libglibc-ucontext.so.1
endif

$(O)/libucontext.so.1: $(contexts-plain) abi/libucontext.map
	$(CC) $(CONTEXTS_LDFLAGS) -Wl,-soname,$(@F) -Wl,--version-script=abi/libucontext.map -o $@ $(filter %.o,$^)
$(O)/libucontext_posix.so.1: $(contexts-masked) abi/libucontext.map
	$(CC) $(CONTEXTS_LDFLAGS) -Wl,-soname,$(@F) -Wl,--version-script=abi/libucontext.map -o $@ $(filter %.o,$^)
$(O)/libglibc-ucontext.so.1: $(contexts-masked) abi/$(contexts-arch).map
	$(CC) $(CONTEXTS_LDFLAGS) -Wl,-soname,$(@F) -Wl,--version-script=abi/$(contexts-arch).map -o $@ $(filter %.o,$^)
$(O)/libucontext.a: $(contexts-plain)
	rm -f $@ && $(AR) rcs $@ $^
$(O)/libucontext_posix.a: $(contexts-masked)
	rm -f $@ && $(AR) rcs $@ $^

contexts: $(contexts-products) ## the context functions: libucontext, libucontext_posix, libglibc-ucontext (needs only CC)
ALL += $(contexts-products)

# Rows for tools/install-files; two files are written for the place they go to.
contexts-generated := $(O)/contexts/bits.h $(O)/contexts/libucontext.pc
$(O)/contexts/bits.h: include/libucontext/bits.h $(O)/contexts/options
	sed $(if $(filter yes,$(FREESTANDING)),'/^#ifdef FREESTANDING/s/.*/#if 1/') $< > $@
$(O)/contexts/libucontext.pc: include/libucontext/libucontext.pc.in force $(O)/contexts/options
	sed -e 's|@VERSION@|$(VERSION)|' -e 's|@libdir@|$(libdir)|' -e 's|@includedir@|$(includedir)|' $< > $@
contexts-header := glibc-compat/arch/$(contexts-arch)/ucontext.h
contexts-files  := $(foreach file,$(filter %.so.1,$(contexts-products)),755:$(file):$(libdir)/$(notdir $(file))) \
                   $(foreach file,$(filter %.a,$(contexts-products)),644:$(file):$(libdir)/$(notdir $(file))) \
                   $(foreach name,$(basename $(basename $(notdir $(filter %/libucontext.so.1 %/libucontext_posix.so.1,$(contexts-products))))), \
                       link:$(name).so.1:$(libdir)/$(name).so) \
                   644:include/libucontext/libucontext.h:$(includedir)/libucontext/libucontext.h \
                   644:$(O)/contexts/bits.h:$(includedir)/libucontext/bits.h \
                   644:include/glibc-compat/ucontext.h:$(includedir)/glibc-compat/ucontext.h \
                   644:include/$(contexts-header):$(includedir)/$(contexts-header) \
                   644:$(O)/contexts/libucontext.pc:$(libdir)/pkgconfig/libucontext.pc
FILES += $(contexts-files)
ALL   += $(contexts-generated)

install-contexts: $(contexts-products) $(contexts-generated) ## install the context functions only
	@tools/install-files install '$(DESTDIR)' $(contexts-files)

check-arches: ## the context functions on every architecture, under emulation where it is not this machine's
	tools/setup-contexts-arches
	@failed=0; for arch in $(ARCHES); do \
	    $(MAKE) -s ARCH=$$arch contexts >/dev/null && $(MAKE) -s ARCH=$$arch check-contexts || failed=1; \
	    awk -v arch=$$arch '{n[$$1]++} END {printf "%-10s %d passed, %d failed, %d skipped\n", arch, n["PASS"], n["FAIL"], n["SKIP"]}' \
	        build/$$arch/results/contexts; \
	done; exit $$failed

.PHONY: contexts install-contexts check-arches force

# Behaviour: the same small programs without a libc, on glibc, and on musl; with glibc's own functions as the reference.
contexts-native   := $(filter $(HOST_ARCH),$(ARCH))
contexts-emulator ?= $(if $(contexts-native),,qemu-$(arch-emulator-$(ARCH))-static -L /usr/$(arch-triple-$(ARCH)))
check-contexts: $(contexts-products)
	@mkdir -p $(RESULTS); rm -f $(RESULTS)/contexts
	@NM='$(NM)' READELF='$(READELF)' MAKE='$(MAKE) ARCH=$(ARCH)' Tests/contexts/products $(O) $(RESULTS)/contexts
	@CC='$(CC)' MUSL_CC='$(if $(contexts-native),$(shell command -v musl-gcc))' EMULATOR='$(contexts-emulator)' \
	    Tests/contexts/run $(contexts-arch) $(O) $(RESULTS)/contexts
	@! grep '^FAIL' $(RESULTS)/contexts
CHECKS += contexts
