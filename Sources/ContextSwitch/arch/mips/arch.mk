# Both byte orders. Names for soft float are not here: Debian has no libgcc for them.
define mips-row
ARCHES += $(1)
arch-folder-$(1)   := mips
arch-triple-$(1)   := $(1)-linux-gnu
arch-emulator-$(1) := qemu-$(1)
arch-packages-$(1) := gcc-$(1)-linux-gnu g++-$(1)-linux-gnu libc6-dev-$(1)-cross
arch-glibc-$(1)    := /usr/$(1)-linux-gnu
arch-psabi-$(1)    := System V ABI, MIPS RISC Processor Supplement (o32)
endef
$(eval $(call mips-row,mips))
$(eval $(call mips-row,mipsel))
arch-aliases-mips   := mipseb
arch-triples-mips   := mips-% mipsisa32%
arch-musl-mips      := source
arch-aliases-mipsel := mipsle
arch-triples-mipsel := mipsel-% mipsisa32%el
arch-musl-mipsel    := bookworm:mipsel
