ARCHES += riscv64
arch-folder-riscv64   := riscv
arch-map-riscv64      := riscv64
arch-aliases-riscv64  :=
arch-triples-riscv64  := riscv64%
arch-triple-riscv64   := riscv64-linux-gnu
arch-emulator-riscv64 := qemu-riscv64
arch-packages-riscv64 := gcc-riscv64-linux-gnu g++-riscv64-linux-gnu libc6-dev-riscv64-cross
arch-musl-riscv64     := trixie:riscv64
arch-glibc-riscv64    := /usr/riscv64-linux-gnu
arch-psabi-riscv64    := RISC-V ELF psABI (lp64d)
arch-offers-riscv64 := frames elide extended

# Debian's compiler for riscv64 compiles for the other ABIs too. Its libgcc is lp64d's alone: theirs is the bare-metal compiler's.
riscv-libgcc = $(addprefix -L,$(wildcard /usr/lib/gcc/riscv64-unknown-elf/*/$(1)))

ARCHES += riscv32
arch-folder-riscv32   := riscv
arch-map-riscv32      := riscv32
arch-aliases-riscv32  :=
arch-triples-riscv32  := riscv32%
arch-triple-riscv32   := riscv64-linux-gnu
arch-cflags-riscv32   := -march=rv32gc -mabi=ilp32d $(call riscv-libgcc,rv32imafdc/ilp32d)
arch-emulator-riscv32 := qemu-riscv32
arch-packages-riscv32 := $(arch-packages-riscv64) gcc-riscv64-unknown-elf
arch-musl-riscv32     := source
arch-glibc-riscv32    := none: Debian has no glibc for it
arch-headers-riscv32  := -ITests/contexts/harness/riscv/stubs
arch-lacks-riscv32    := sa_mask
arch-psabi-riscv32    := RISC-V ELF psABI (ilp32d)
arch-offers-riscv32 := frames extended

ARCHES += riscv32-sf
arch-folder-riscv32-sf   := riscv
arch-map-riscv32-sf      := riscv32
arch-aliases-riscv32-sf  :=
arch-triple-riscv32-sf   := riscv64-linux-gnu
arch-cflags-riscv32-sf   := -march=rv32imac -mabi=ilp32 $(call riscv-libgcc,rv32imac/ilp32)
arch-emulator-riscv32-sf := qemu-riscv32
arch-packages-riscv32-sf := $(arch-packages-riscv32)
arch-musl-riscv32-sf     := source:riscv32
arch-glibc-riscv32-sf    := none: Debian has no glibc for it
arch-lacks-riscv32-sf    := fp sa_mask
arch-float-riscv32-sf := soft
arch-headers-riscv32-sf  := $(arch-headers-riscv32)
arch-psabi-riscv32-sf    := RISC-V ELF psABI (ilp32)
arch-offers-riscv32-sf := frames extended

ARCHES += riscv64-sf
arch-folder-riscv64-sf   := riscv
arch-map-riscv64-sf      := riscv64
arch-aliases-riscv64-sf  :=
arch-triple-riscv64-sf   := riscv64-linux-gnu
arch-cflags-riscv64-sf   := -march=rv64imac -mabi=lp64 $(call riscv-libgcc,rv64imac/lp64)
arch-emulator-riscv64-sf := qemu-riscv64
arch-packages-riscv64-sf := $(arch-packages-riscv32)
arch-musl-riscv64-sf     := source:riscv64
arch-glibc-riscv64-sf    := none: Debian has glibc for lp64d only
arch-lacks-riscv64-sf    := fp
arch-float-riscv64-sf := soft
arch-headers-riscv64-sf  := $(arch-headers-riscv32)
arch-libc-riscv64-sf     := /usr/riscv64-linux-gnu/lib/libc.so.6
arch-psabi-riscv64-sf    := RISC-V ELF psABI (lp64)
arch-offers-riscv64-sf := frames elide extended
