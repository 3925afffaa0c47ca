# Debian's compiler is for bare machines: its linker makes no shared libraries, so there are only the archives, and musl is linked statically.
ARCHES += or1k
arch-folder-or1k   := or1k
arch-aliases-or1k  := openrisc
arch-triple-or1k   := or1k-elf
arch-cflags-or1k   := -Wl,-e,_start,-Ttext-segment=0x100000
arch-static-or1k   := yes
arch-emulator-or1k := qemu-or1k
arch-packages-or1k := gcc-or1k-elf
arch-musl-or1k     := static-source
arch-glibc-or1k    := none: Debian has no glibc for it
arch-float-or1k    := soft
arch-lacks-or1k    := fp
arch-psabi-or1k    := OpenRISC 1000 Architecture Manual, chapter 16 (ABI)
