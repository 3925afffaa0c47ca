# n64 and n32: one folder, as they differ in the size of a pointer and in the FP registers that a call preserves. n64 without
# floating-point registers runs on a CPU that has none.
define mips64-row
ARCHES += $(1) $(1)-sf $(2)
arch-folder-$(1)   := mips64
arch-map-$(1)      := mips
arch-triple-$(1)   := $(1)-linux-gnuabi64
arch-emulator-$(1) := qemu-$(1)
arch-packages-$(1) := gcc-$(1)-linux-gnuabi64 g++-$(1)-linux-gnuabi64 libc6-dev-$(1)-cross
arch-glibc-$(1)    := /usr/$(1)-linux-gnuabi64
arch-psabi-$(1)    := MIPSpro N32 ABI Handbook, 64-bit ELF Object File Specification (n64)

arch-folder-$(1)-sf   := mips64
arch-map-$(1)-sf      := mips
arch-triple-$(1)-sf   := $(1)-linux-gnuabi64
arch-cflags-$(1)-sf   := -msoft-float
arch-emulator-$(1)-sf := qemu-$(1) -cpu 5KEc
arch-packages-$(1)-sf := gcc-$(1)-linux-gnuabi64 libc6-dev-$(1)-cross
arch-musl-$(1)-sf     := none: Debian has no libgcc for it
arch-glibc-$(1)-sf    := none: glibc in Debian is hard-float
arch-headers-$(1)-sf  := -ITests/contexts/harness/mips64/stubs
arch-float-$(1)-sf    := soft
arch-lacks-$(1)-sf    := fp
arch-psabi-$(1)-sf    := MIPSpro N32 ABI Handbook, 64-bit ELF Object File Specification (n64), without floating-point registers

arch-folder-$(2)   := mips64
arch-map-$(2)      := mips
arch-triple-$(2)   := $(1)-linux-gnuabi64
arch-cflags-$(2)   := -mabi=n32
arch-emulator-$(2) := qemu-$(2)
arch-packages-$(2) := $$(arch-packages-$(1)) gcc-multilib-$(1)-linux-gnuabi64 g++-multilib-$(1)-linux-gnuabi64 \
                      libc6-dev-mipsn32-$(1)-cross
arch-glibc-$(2)    := /usr/$(1)-linux-gnuabi64
arch-libc-$(2)     := /usr/$(1)-linux-gnuabi64/lib32/libc.so.6
arch-psabi-$(2)    := MIPSpro N32 ABI Handbook (n32)
endef
$(eval $(call mips64-row,mips64,mipsn32))
$(eval $(call mips64-row,mips64el,mipsn32el))
arch-aliases-mips64    := mips64eb
arch-triples-mips64    := mips64-%abi64 mips64-linux-musl
arch-musl-mips64       := source
arch-aliases-mipsn32   := mips64n32
arch-triples-mipsn32   := mips64-%abin32 mips64-%n32
arch-musl-mipsn32      := source:mips64
arch-aliases-mips64el  := mips64le
arch-triples-mips64el  := mips64el-%abi64 mips64el-linux-musl
arch-musl-mips64el     := bookworm:mips64el
arch-aliases-mipsn32el := mips64n32el
arch-triples-mipsn32el := mips64el-%abin32 mips64el-%n32
arch-musl-mipsn32el    := source:mips64el
