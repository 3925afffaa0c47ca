ARCHES += m68k
arch-folder-m68k   := m68k
arch-triple-m68k   := m68k-linux-gnu
arch-emulator-m68k := qemu-m68k
arch-packages-m68k := gcc-m68k-linux-gnu g++-m68k-linux-gnu libc6-dev-m68k-cross
arch-musl-m68k     := source
arch-glibc-m68k    := /usr/m68k-linux-gnu
arch-psabi-m68k    := System V ABI, Motorola 68000 Processor Family Supplement
