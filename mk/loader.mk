# ld-linux-x86-64.so.2: the program interpreter. Embedded Swift and assembly, linked alone: it needs nothing and relocates nothing
# of its own. glibc-run is the same file under another name.
ifeq ($(ARCH),x86_64)
LOADER       := $(O)/ld-linux-x86-64.so.2
GLIBC_RUN    := $(O)/glibc-run
loader-swift := $(sort $(wildcard Sources/DynamicLinker/*.swift Sources/DynamicLinker/*/*.swift))
loader-s     := $(sort $(wildcard Sources/DynamicLinker/$(ARCH)/*.S))
loader-obj   := $(patsubst Sources/%.S,$(O)/loader/%.o,$(loader-s))

# Where the shim was installed is written into the loader: another prefix links it anew.
$(O)/loader/libdir: force
	@mkdir -p $(@D)
	@echo '$(libdir)' | cmp -s - $@ || echo '$(libdir)' > $@

$(O)/loader/%.o: Sources/%.S $(O)/loader/libdir
	@mkdir -p $(@D)
	$(CC) -c -DLIBDIR='"$(libdir)"' -fcf-protection=none $< -o $@

$(O)/loader/swift.o: $(loader-swift)
	@mkdir -p $(@D)
	$(EMBEDDED_SWIFT) -enforce-exclusivity=unchecked -module-name DynamicLinker -module-cache-path $(O)/loader/modules -c $(loader-swift) -o $@
	@touch $@ # the compiler leaves a file alone that would be the same

# The link fails where anything stays undefined; the file must come out without a relocation and without TLS.
$(LOADER): $(loader-obj) $(O)/loader/swift.o abi/$(ARCH)/loader.map abi/$(ARCH)/loader-versions.ld
	$(LLD) -shared -soname $(@F) -e _start --gc-sections -Bsymbolic -z defs -z now -z relro -z noexecstack --hash-style=both \
	    --build-id=sha1 --eh-frame-hdr --version-script=abi/$(ARCH)/loader.map -o $@ $(filter %.o %.ld,$^)
	@! readelf -rW $@ | grep -q R_X86_64_ || { echo "$@ has relocations of its own:" >&2; readelf -rW $@ >&2; rm -f $@; exit 1; }

$(GLIBC_RUN): $(LOADER)
	ln -sf $(notdir $<) $@

loader: $(LOADER) $(GLIBC_RUN) ## the loader, ld-linux-x86-64.so.2, and glibc-run
ALL += $(LOADER) $(GLIBC_RUN)
.PHONY: loader
endif

# The loader's tests: one fact per file, in both roots (Tests/loader/run says how).
CHECKS += loader
check-loader: roots
	@mkdir -p $(RESULTS)
	@{ Tests/loader/run $(O) $(ROOT) '$(FILTER)'; Tests/loader/commands $(O) $(ROOT); \
	    for root in $(MUSL_ROOTS); do Tests/loader/musl-built/run $(O) $$root | sed "s|^\([A-Z]* musl-built\)|\1/$$root|"; done; \
	} > $(RESULTS)/loader 2>&1; grep -v '^PASS' $(RESULTS)/loader || true
	@grep -c '^PASS' $(RESULTS)/loader | sed 's/^/loader tests that behave as on glibc: /'
