# The context functions: assembly and freestanding C, built with nothing but a C compiler and make.
#   libglibc-ucontext.so.1       the POSIX names at glibc's versions, for LD_PRELOAD
#   libucontext_posix.so.1, .a   the POSIX names without versions
#   libglibc-ucontext-elide.so.1 the same, and functions that change masks, so that needless system calls can be left out, where the architecture has it
#   libucontext.so.1, .a         libucontext_*, which leave the signal mask alone, and the POSIX names unless EXPORT_UNPREFIXED=no
EXPORT_UNPREFIXED ?= yes
FREESTANDING      ?= no
# no: contexts share the exception flags of x87 (long double), which no call need preserve, and a switch is faster (x86_64).
X87_FLAGS         ?= yes
ifeq ($(FREESTANDING),yes)
override EXPORT_UNPREFIXED := no
endif

contexts-arch    := $(arch-folder-$(ARCH))
contexts-dir     := Sources/ContextSwitch/arch/$(contexts-arch)
contexts-map     := abi/$(or $(arch-map-$(ARCH)),$(contexts-arch)).map
# Without floating-point registers, whatever the compiler's default: libucontext's name for it.
FORCE_SOFT_FLOAT ?= no
contexts-variant := $(arch-cflags-$(ARCH))$(if $(filter yes,$(FORCE_SOFT_FLOAT)), -DFORCE_SOFT_FLOAT)
contexts-cflags  := $(contexts-variant) $(arch-library-cflags-$(ARCH))
contexts-source  := $(sort $(wildcard $(contexts-dir)/*.c $(contexts-dir)/*.S Sources/ContextSwitch/*.c))
contexts-headers := $(wildcard $(contexts-dir)/*.h $(contexts-dir)/extended/*.h $(contexts-dir)/elide/*.h Sources/ContextSwitch/*.h Sources/ContextSwitch/elide/*.h include/glibc-compat/*.h \
                    include/glibc-compat/arch/$(contexts-arch)/*.h) $(O)/include/glibc-compat/ucontext.h
contexts-object   = $(addprefix $(O)/contexts/$(1)/,$(addsuffix .o,$(basename $(notdir $(contexts-source)))))
contexts-masked  := $(call contexts-object,masked)
contexts-plain   := $(call contexts-object,plain)
# With old versions beside the default ones, on architectures that have such.
contexts-versioned := $(if $(arch-old-versions-$(ARCH)),$(call contexts-object,versioned),$(contexts-masked))
# Extended contexts, where the architecture has them.
contexts-extended-source := $(wildcard $(contexts-dir)/extended/*.S)
contexts-extended-source += $(if $(contexts-extended-source),Sources/ContextSwitch/extended/allocate.c)
contexts-extended     := $(patsubst %,$(O)/contexts/extended/%.o,$(basename $(notdir $(contexts-extended-source))))
# Mask elision, where the architecture has it.
contexts-elide-map    := $(wildcard abi/elide-$(or $(arch-map-$(ARCH)),$(contexts-arch)).map)
contexts-elide-source := $(wildcard Sources/ContextSwitch/elide/*.c $(contexts-dir)/elide/*.S)
contexts-elide        := $(call contexts-object,elide) $(patsubst %,$(O)/contexts/elide/%.o,$(basename $(notdir $(contexts-elide-source))))

CONTEXTS_CFLAGS   = -std=gnu11 -O2 -g -Wall -Wextra -fPIC -ffreestanding -fno-stack-protector -fomit-frame-pointer \
                    -fasynchronous-unwind-tables -Iinclude -I$(O)/include \
                    $(contexts-cflags) $(CFLAGS)
CONTEXTS_LDFLAGS  = -shared -nostdlib -Wl,-z,now -Wl,-z,relro -Wl,-z,noexecstack -Wl,--hash-style=both -Wl,--build-id=sha1 $(contexts-cflags) $(arch-link-$(ARCH)) \
                    -Wl,-e,0 $(LDFLAGS)
contexts-define-masked :=
contexts-define-versioned := -DWITH_VERSIONS
contexts-define-elide  := -DELIDE_MASK -I$(contexts-dir)/elide
contexts-define-extended := -I$(contexts-dir)/extended
contexts-define-plain  := -DWITHOUT_MASK $(if $(filter no,$(EXPORT_UNPREFIXED)),-DNO_UNPREFIXED)
contexts-define        := $(if $(filter yes,$(FREESTANDING)),-DFREESTANDING) $(if $(filter no,$(X87_FLAGS)),-DSHARED_X87_FLAGS)
# The build options that change the objects: objects built with others are built anew.
contexts-options := $(CC) $(FREESTANDING) $(X87_FLAGS) $(EXPORT_UNPREFIXED) $(contexts-cflags) $(CFLAGS)
$(O)/contexts/options: force
	@mkdir -p $(@D)
	@echo '$(contexts-options)' | cmp -s - $@ || echo '$(contexts-options)' > $@

# <glibc-compat/ucontext.h> names the layout of the architecture it is installed for.
$(O)/include/glibc-compat/ucontext.h: $(contexts-dir)/arch.mk
	@mkdir -p $(@D)
	@{ echo "// glibc's ucontext_t for $(ARCH): struct glibc_compat_ucontext."; \
	   echo '#include <glibc-compat/arch/$(contexts-arch)/ucontext.h>'; } > $@

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
$$(O)/contexts/$(1)/%.o: Sources/ContextSwitch/$(1)/%.c $$(contexts-headers) $$(O)/contexts/options
	@mkdir -p $$(@D)
	$$(CC) $$(CONTEXTS_CFLAGS) $$(contexts-define) $$(contexts-define-$(1)) -c $$< -o $$@
$$(O)/contexts/$(1)/%.o: $$(contexts-dir)/$(1)/%.c $$(contexts-headers) $$(O)/contexts/options
	@mkdir -p $$(@D)
	$$(CC) $$(CONTEXTS_CFLAGS) $$(contexts-define) $$(contexts-define-$(1)) -c $$< -o $$@
$$(O)/contexts/$(1)/%.o: $$(contexts-dir)/$(1)/%.S $$(contexts-headers) $$(O)/contexts/options
	@mkdir -p $$(@D)
	$$(CC) $$(CONTEXTS_CFLAGS) $$(contexts-define) $$(contexts-define-$(1)) -c $$< -o $$@
endef
$(eval $(call contexts-rules,masked))
$(eval $(call contexts-rules,elide))
$(eval $(call contexts-rules,extended))
$(eval $(call contexts-rules,plain))
$(eval $(call contexts-rules,versioned))

contexts-products := $(O)/libucontext.so.1 $(O)/libucontext.a
ifneq ($(FREESTANDING),yes)
contexts-products += $(O)/libucontext_posix.so.1 $(O)/libucontext_posix.a $(O)/libglibc-ucontext.so.1 \
                     $(if $(contexts-elide-map),$(O)/libglibc-ucontext-elide.so.1)
endif

$(O)/libucontext.so.1: $(contexts-plain) abi/libucontext.map
	$(CC) $(CONTEXTS_LDFLAGS) -Wl,-soname,$(@F) -Wl,--version-script=abi/libucontext.map -o $@ $(filter %.o,$^)
$(O)/libucontext_posix.so.1: $(contexts-masked) $(contexts-extended) abi/libucontext.map
	$(CC) $(CONTEXTS_LDFLAGS) -Wl,-soname,$(@F) -Wl,--version-script=abi/libucontext.map -o $@ $(filter %.o,$^)
$(O)/libglibc-ucontext.so.1: $(contexts-versioned) $(contexts-map)
	$(CC) $(CONTEXTS_LDFLAGS) -Wl,-soname,$(@F) -Wl,--version-script=$(contexts-map) -o $@ $(filter %.o,$^)
$(O)/libglibc-ucontext-elide.so.1: $(contexts-elide) $(contexts-elide-map)
	$(CC) $(CONTEXTS_LDFLAGS) -Wl,-soname,$(@F) -Wl,--version-script=$(contexts-elide-map) -o $@ $(filter %.o,$^)
$(O)/libucontext.a: $(contexts-plain)
	rm -f $@ && $(AR) rcs $@ $^
$(O)/libucontext_posix.a: $(contexts-masked) $(contexts-extended)
	rm -f $@ && $(AR) rcs $@ $^

contexts: $(contexts-products) ## the context functions: libucontext, libucontext_posix, libglibc-ucontext (needs only CC)
ALL += $(contexts-products)

# Rows for tools/install-files; two files are written for the place they go to.
contexts-generated := $(O)/contexts/bits.h $(O)/contexts/libucontext.pc $(O)/include/glibc-compat/ucontext.h
$(O)/contexts/bits.h: include/libucontext/bits.h $(O)/contexts/options
	sed -e '$(if $(filter yes,$(FREESTANDING)),/^#ifdef FREESTANDING/s/.*/#if 1/)' $< > $@
$(O)/contexts/libucontext.pc: include/libucontext/libucontext.pc.in force $(O)/contexts/options
	sed -e 's|@VERSION@|$(VERSION)|' -e 's|@libdir@|$(libdir)|' -e 's|@includedir@|$(includedir)|' $< > $@
contexts-header := glibc-compat/arch/$(contexts-arch)/ucontext.h
contexts-files  := $(foreach file,$(filter %.so.1,$(contexts-products)),755:$(file):$(libdir)/$(notdir $(file))) \
                   $(foreach file,$(filter %.a,$(contexts-products)),644:$(file):$(libdir)/$(notdir $(file))) \
                   $(foreach name,$(basename $(basename $(notdir $(filter %/libucontext.so.1 %/libucontext_posix.so.1,$(contexts-products))))), \
                       link:$(name).so.1:$(libdir)/$(name).so) \
                   644:include/libucontext/libucontext.h:$(includedir)/libucontext/libucontext.h \
                   644:$(O)/contexts/bits.h:$(includedir)/libucontext/bits.h \
                   644:$(O)/include/glibc-compat/ucontext.h:$(includedir)/glibc-compat/ucontext.h \
                   $(if $(contexts-elide-map),644:include/glibc-compat/ucontext-mask.h:$(includedir)/glibc-compat/ucontext-mask.h) \
                   $(if $(contexts-extended),644:include/glibc-compat/ucontext_extd.h:$(includedir)/glibc-compat/ucontext_extd.h) \
                   644:include/$(contexts-header):$(includedir)/$(contexts-header) \
                   644:$(O)/contexts/libucontext.pc:$(libdir)/pkgconfig/libucontext.pc
FILES += $(contexts-files)
ALL   += $(contexts-generated)

install-contexts: $(contexts-products) $(contexts-generated) ## install the context functions only
	@tools/install-files install '$(DESTDIR)' $(contexts-files)

# Behaviour: the same small programs without a libc, on glibc, and on musl; with glibc's own functions as the reference.
contexts-native   := $(filter $(HOST_ARCH),$(ARCH))
contexts-glibc    := $(filter-out none:%,$(firstword $(arch-glibc-$(ARCH))))
contexts-musl     := $(filter-out none:%,$(firstword $(arch-musl-$(ARCH))))
EMULATORS         := $(CURDIR)/build/emulators/usr/bin
contexts-newer    := $(if $(arch-newer-emulator-$(ARCH)),$(CURDIR)/build/emulators-newer/usr/bin/$(arch-newer-emulator-$(ARCH)))
# Every one of them, or none.
newer-rows         = $(if $(strip $(foreach name,$(1),$(arch-newer-emulator-$(name)))), \
                       $(addprefix newer:,$(sort $(foreach name,$(ARCHES),$(firstword $(arch-newer-emulator-$(name)))))))
contexts-emulator ?= $(if $(contexts-native),,$(if $(arch-emulator-$(ARCH)),$(EMULATORS)/$(arch-emulator-$(ARCH))))
contexts-musl-cc   = $(if $(contexts-musl),$(if $(contexts-native),$(shell command -v musl-gcc),$(CURDIR)/$(O)/musl/cc))
JOBS              ?= 2

# Compilers, libcs and emulators of every architecture at once, or of the one that is asked for.
contexts-foreign  := $(filter-out $(HOST_ARCH),$(ARCHES))
toolchain-rows    = $(foreach name,$(1),$(if $(arch-toolchain-$(name)),$(arch-toolchain-$(name)):$(arch-triple-$(name))) \
                      $(addprefix linker:,$(arch-linker-$(name))))
setup-arches: ## install the cross compilers, and unpack the emulators, of every architecture
	@tools/setup-arch $(call toolchain-rows,$(contexts-foreign)) $(call newer-rows,$(contexts-foreign)) -- $(foreach name,$(contexts-foreign),$(arch-packages-$(name)))
setup-arch: ## install the cross compiler, and unpack the emulators, of ARCH
	@$(if $(contexts-native),true,tools/setup-arch $(call toolchain-rows,$(ARCH)) $(call newer-rows,$(ARCH)) -- $(arch-packages-$(ARCH)))
$(O)/musl/.complete: force
	@$(if $(contexts-native),true,JOBS=$(JOBS) tools/make-musl $(ARCH) '$(arch-musl-$(ARCH))' '$(CC)' '$(arch-cflags-$(ARCH))')

# The proofs want abi-check, a tool of this machine, which only a machine with Swift has. Builds side by side have it built before.
contexts-tool = $(if $(or $(TOOL_READY),$(shell command -v $(SWIFTC))),$(if $(TOOL_READY),,$(TOOL)))
contexts-libc := $(or $(arch-libc-$(ARCH)),$(firstword $(wildcard $(addprefix $(contexts-glibc)/lib,/libc.so.6 64/libc.so.6 /libc.so.6.1))))
contexts-libc := $(or $(contexts-libc),$(if $(contexts-native),$(firstword $(wildcard /lib/$(ARCH)-linux-gnu/libc.so.6 /lib64/libc.so.6))))
check-contexts: $(contexts-products) $(contexts-generated) $$(contexts-tool) $(if $(contexts-musl),$(O)/musl/.complete)
	@mkdir -p $(RESULTS); rm -f $(RESULTS)/contexts
	@NM='$(NM)' READELF='$(READELF)' MAKE='$(MAKE) ARCH=$(ARCH)' ARCH='$(ARCH)' ALIASES='$(ARCH) $(arch-aliases-$(ARCH))' CC='$(CC)' \
	    CFLAGS='$(arch-cflags-$(ARCH))' OFFERS='$(arch-offers-$(ARCH))' \
	    EMULATOR='$(contexts-emulator)' GLIBC_ROOT='$(contexts-glibc)' NOTE='$(arch-note-$(ARCH))' Tests/contexts/products $(O) $(RESULTS)/contexts
	@CC='$(CC)' CFLAGS='$(arch-cflags-$(ARCH))' MUSL_CC='$(contexts-musl-cc)' MUSL_ROOT='$(if $(contexts-native),,$(O)/musl)' \
	    GLIBC_ROOT='$(contexts-glibc)' EMULATOR='$(contexts-emulator)' JOBS='$(JOBS)' REASON='$(arch-run-$(ARCH))' LINK='$(arch-link-$(ARCH))' LACKS='$(arch-lacks-$(ARCH))' OFFERS='$(arch-offers-$(ARCH))' PADS='$(arch-pads-$(ARCH))' \
	    NEWER='$(contexts-newer)' SHADOW='$(arch-shadow-$(ARCH))' \
	    Tests/contexts/run $(contexts-arch) $(O) $(RESULTS)/contexts
	@$(if $(filter x32,$(ARCH)),CC='$(CC)' Tests/contexts/x32-as-x86_64 $(RESULTS)/contexts,true)
	@TOOL='$(TOOL)' CC='$(CC)' CFLAGS='$(arch-cflags-$(ARCH))' LIBC='$(contexts-libc)' REASON='$(arch-glibc-$(ARCH))' \
	    HEADERS='$(arch-headers-$(ARCH))' \
	    Tests/contexts/proofs $(O) $(RESULTS)/contexts
	@CC='$(CC)' CFLAGS='$(arch-cflags-$(ARCH))' EMULATOR='$(contexts-emulator)' Tests/contexts/steps $(contexts-arch) $(O) $(RESULTS)/contexts
	$(if $(contexts-native),@CC='$(CC)' Tests/contexts/with-tools $(O) $(RESULTS)/contexts)
	@! grep '^FAIL' $(RESULTS)/contexts
CHECKS += contexts

# The other architectures' groups: contexts-NAME, side by side. Each writes where its own build is; the copy is this check's.
contexts-others := $(filter-out $(ARCH),$(ARCHES))
$(addprefix check-contexts-,$(contexts-others)): check-contexts-%:
	@mkdir -p $(RESULTS); rm -f build/$*/results/contexts
	-@$(MAKE) -s --no-print-directory ARCH=$* JOBS=1 TOOL_READY=yes check-contexts >build/$*-contexts.log 2>&1 || tail -3 build/$*-contexts.log
	@cp build/$*/results/contexts $(RESULTS)/contexts-$*
contexts-others-side-by-side:
	-@$(MAKE) -s --no-print-directory -k -j2 $(addprefix check-contexts-,$(contexts-others))
ifeq ($(ARCH),$(HOST_ARCH))
CHECKS += $(addprefix contexts-,$(contexts-others))
endif

uninstall-contexts: ## remove what install-contexts put there
	@tools/install-files uninstall '$(DESTDIR)' $(contexts-files)

check-arches: setup-arches $$(contexts-tool) ## the context functions on every architecture, under emulation where it is not this machine's
	-@$(MAKE) -s --no-print-directory check-contexts contexts-others-side-by-side
	@tools/contexts-table text $(contexts-rows)

# README's table says what the last run of check-arches found; it is a failure where it says something else.
emulator-of   = $(if $(filter $(HOST_ARCH),$(1)),,$(arch-emulator-$(1)))
contexts-rows = $(foreach name,$(ARCHES),'$(name)|$(or $(arch-float-$(name)),hard)|$(arch-glibc-$(name))|$(arch-musl-$(name))|$(arch-run-$(name))|$(call \
                emulator-of,$(name))')
contexts-readme: ## write README's table of architectures from the results of check-arches
	@tools/contexts-table markdown $(contexts-rows) | tools/replace-section README.md architectures
check-contexts-readme:
	@mkdir -p $(RESULTS); cp README.md $(O)/README.md
	@tools/contexts-table markdown $(contexts-rows) | tools/replace-section $(O)/README.md architectures
	@if cmp -s README.md $(O)/README.md; then echo PASS table; else echo "FAIL table: not the results'; make contexts-readme writes it"; fi > $(RESULTS)/contexts-readme
ifeq ($(ARCH),$(HOST_ARCH))
CHECKS += contexts-readme
endif

.PHONY: contexts-readme check-contexts-readme contexts install-contexts uninstall-contexts check-arches setup-arch setup-arches contexts-others-side-by-side force
