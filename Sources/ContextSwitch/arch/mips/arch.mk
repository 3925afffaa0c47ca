# Both byte orders, and both without floating-point registers; those run on a CPU that has none.
define mips-row
ARCHES += $(1)
arch-folder-$(1)   := mips
arch-triple-$(1)   := $(1)-linux-gnu
arch-emulator-$(1) := qemu-$(1)
arch-packages-$(1) := gcc-$(1)-linux-gnu g++-$(1)-linux-gnu libc6-dev-$(1)-cross
arch-glibc-$(1)    := /usr/$(1)-linux-gnu
arch-psabi-$(1)    := System V ABI, MIPS RISC Processor Supplement (o32)

ARCHES += $(1)-sf
arch-folder-$(1)-sf   := mips
arch-triple-$(1)-sf   := $(1)-linux-gnu
arch-cflags-$(1)-sf   := -msoft-float
arch-emulator-$(1)-sf := qemu-$(1) -cpu 24Kc
arch-packages-$(1)-sf := gcc-$(1)-linux-gnu libc6-dev-$(1)-cross
arch-musl-$(1)-sf     := none: Debian has no libgcc for it
arch-glibc-$(1)-sf    := none: glibc in Debian is hard-float
arch-headers-$(1)-sf  := -ITests/contexts/harness/mips/stubs
arch-float-$(1)-sf    := soft
arch-lacks-$(1)-sf    := fp
arch-psabi-$(1)-sf    := System V ABI, MIPS RISC Processor Supplement (o32), without floating-point registers
endef
$(eval $(call mips-row,mips))
$(eval $(call mips-row,mipsel))
arch-aliases-mips   := mipseb
arch-triples-mips   := mips-% mipsisa32%
arch-musl-mips      := source
arch-aliases-mipsel := mipsle
arch-triples-mipsel := mipsel-% mipsisa32%el
arch-musl-mipsel    := bookworm:mipsel
