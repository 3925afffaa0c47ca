# libglibc-compat.so.1: the shim. Embedded Swift, plus C and assembly for what Swift cannot say.
SHIM         := $(O)/libglibc-compat.so.1
shim-swift   := $(sort $(wildcard Sources/GlibcUcontextABI/*.swift Sources/GlibcUcontextABI/*/*.swift))
shim-c       := $(sort $(wildcard Sources/CGlibcABI/*.c Sources/CGlibcABI/*/*.c))
shim-s       := $(sort $(wildcard Sources/CGlibcABI/*.S Sources/CGlibcABI/*/*.S))
# As in Sources/DynamicLinker/Scope.swift.
shim-interposable := malloc calloc realloc free memalign aligned_alloc posix_memalign malloc_usable_size valloc pvalloc reallocarray
shim-headers := $(sort $(wildcard Sources/CGlibcABI/include/* Sources/CGlibcABI/*.h Sources/CGlibcABI/*/*.h Sources/CGlibcABI/*/*.def Sources/CMusl/* include/glibc-compat/*.h include/glibc-compat/*/*/*.h))
shim-obj     := $(patsubst Sources/%.c,$(O)/shim/%.o,$(shim-c)) $(patsubst Sources/%.S,$(O)/shim/%.o,$(shim-s)) $(contexts-masked)

# musl's headers and nothing of glibc's: what is compiled here runs on musl.
MUSL_CPPFLAGS := -nostdinc -isystem $(MUSL_INCLUDE) -isystem $(shell $(CC) -print-file-name=include 2>/dev/null) -D_GNU_SOURCE -Iinclude -ISources/CGlibcABI/include
SHIM_CFLAGS   := -std=gnu11 -O2 -g -fPIC -Wall -Wextra -Werror=implicit-function-declaration -fno-stack-protector -ffunction-sections \
                 -fexceptions -fasynchronous-unwind-tables -fno-semantic-interposition -fcf-protection=none -ftls-model=initial-exec

# Embedded Swift: no runtime, no allocation behind our back, no stack protector (the canary changes during start).
EMBEDDED_SWIFT := $(SWIFTC) -parse-as-library -enable-experimental-feature Embedded -enable-experimental-feature Extern \
                  -wmo -Osize -no-allocations -Xfrontend -function-sections -Xfrontend -disable-stack-protector -Xcc -fno-stack-protector

$(O)/shim/%.o: Sources/%.c $(shim-headers)
	@mkdir -p $(@D)
	$(CC) $(SHIM_CFLAGS) $(MUSL_CPPFLAGS) -c $< -o $@
$(O)/shim/%.o: Sources/%.S $(shim-headers)
	@mkdir -p $(@D)
	$(CC) $(SHIM_CFLAGS) $(MUSL_CPPFLAGS) -c $< -o $@

# The string functions themselves: no loop of theirs may become a call of one of them. Where their code lies in lines of the cache is a tenth
# of their time and should not depend on what is linked before them.
$(O)/shim/CGlibcABI/strings/%.o: SHIM_CFLAGS += -fno-builtin -fno-tree-loop-distribute-patterns -falign-functions=64

# The allocator: mimalloc, from its Debian source package. ALLOCATOR=musl builds without it, and without a download.
ALLOCATOR    ?= mimalloc
MIMALLOC     := build/mimalloc-source
MIMALLOC_SUM := cbc9d207ff105ad1f0cb739c378076143a6452b8d0624309cea0abfb040e972b  mimalloc_2.0.9+ds.orig.tar.xz
ifeq ($(ALLOCATOR),mimalloc)
SHIM_CFLAGS  += -DGLIBC_COMPAT_MIMALLOC
$(O)/shim/CGlibcABI/allocator/malloc.o: SHIM_CFLAGS += -DNDEBUG -ISources/CGlibcABI/allocator \
    -isystem $(MIMALLOC)/mimalloc/include -isystem $(MIMALLOC)/mimalloc/src
$(O)/shim/CGlibcABI/allocator/malloc.o: $(MIMALLOC)/.complete
FILES        += 644:$(MIMALLOC)/mimalloc/LICENSE:$(prefix)/share/doc/glibc-compat/LICENSE.mimalloc
endif
$(MIMALLOC)/.complete:
	@mkdir -p build
	@flock build/mimalloc-source.lock tools/fetch-source bookworm $(MIMALLOC) mimalloc
	@cd $(MIMALLOC) && echo '$(MIMALLOC_SUM)' | sha256sum --check --quiet || { rm -f .complete; exit 1; }
# Built for the other allocator before: again.
$(O)/shim/allocator.$(ALLOCATOR):
	@mkdir -p $(@D) && rm -f $(O)/shim/allocator.* && touch $@
$(filter $(O)/shim/%,$(shim-obj)): $(O)/shim/allocator.$(ALLOCATOR)

$(O)/shim/swift.o: $(shim-swift) $(shim-headers)
	@mkdir -p $(@D)
	$(EMBEDDED_SWIFT) -module-name GlibcUcontextABI -module-cache-path $(O)/shim/modules \
	    -Xcc -nostdinc -Xcc -isystem -Xcc $(MUSL_INCLUDE) -Xcc -D_GNU_SOURCE \
	    -Xcc -Iinclude -I Sources/CMusl -I Sources/CGlibcABI/include -c $(shim-swift) -o $@
	@touch $@ # the compiler leaves a file alone that would be the same

# What we define and glibc exports, at all of glibc's versions: everything else stays local.
shim-tables := $(wildcard abi/$(ARCH)/glibc-*.tsv abi/$(ARCH)/shim/private.tsv abi/$(ARCH)/old-code.tsv)
$(O)/shim/exports.map: $(shim-obj) $(O)/shim/swift.o $(shim-tables) tools/version-map
	tools/version-map $(@D)/versions.ld $(NM) $(shim-tables) -- $(filter %.o,$^) > $@

# libgcc has the arithmetic of _Float128; its functions are hidden.
LIBGCC := $(shell $(CC) -print-libgcc-file-name 2>/dev/null)
# Functions bind inside, but for those of the allocator, which a program may replace; data does not, because a program may hold our variable
# in a copy relocation (optind, argp_program_version).
$(SHIM): $(shim-obj) $(O)/shim/swift.o $(O)/shim/exports.map
	$(LLD) -shared -soname $(@F) --gc-sections -Bsymbolic-functions $(addprefix --export-dynamic-symbol=,$(shim-interposable)) \
	    -z defs -z now -z relro -z noexecstack --hash-style=gnu --build-id=sha1 --eh-frame-hdr --version-script=$(O)/shim/exports.map \
	    -o $@ $(filter %.o,$^) $(LIBGCC) $(O)/shim/versions.ld -L$(dir $(MUSL_LIBC)) -l:$(notdir $(MUSL_LIBC))

shim: $(SHIM) ## the shim, libglibc-compat.so.1
ALL += $(SHIM)
.PHONY: shim

# Facts about glibc's C.UTF-8, from the machine's own.
wide-table: ## make the table of wide characters anew from this machine's glibc
	tools/make-wide-table
translit-table: ## make the table of //TRANSLIT anew from this machine's glibc
	tools/make-translit-table
charset-table: ## make the table of encodings anew from this machine's glibc
	tools/make-charset-table
	tools/make-multibyte-table
	tools/make-isoir165-table
power-tables: ## compute the tables of long double's powers and Bessel functions anew; needs python3-mpmath
	tools/make-power-tables
	tools/make-bessel-tables
.PHONY: wide-table translit-table charset-table power-tables
