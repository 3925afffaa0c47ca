# Debian's compiler is for bare machines: its linker makes no shared libraries, so one for Linux is built. Its libgcc is not position
# independent, so musl is linked statically.
ARCHES += or1k
arch-folder-or1k   := or1k
arch-aliases-or1k  := openrisc
arch-triple-or1k   := or1k-elf
arch-linker-or1k   := or1k-linux-gnu
arch-cflags-or1k   := -B$(toolchains)/or1k-linux-gnu/ -Wl,-e,_start
arch-old-versions-or1k := yes
arch-emulator-or1k := qemu-or1k
arch-packages-or1k := gcc-or1k-elf
arch-musl-or1k     := static-source
arch-glibc-or1k    := none: Debian has no glibc for it
arch-float-or1k    := soft
arch-lacks-or1k    := fp
arch-psabi-or1k    := OpenRISC 1000 Architecture Manual, chapter 16 (ABI)
