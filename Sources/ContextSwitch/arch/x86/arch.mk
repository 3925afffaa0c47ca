ARCHES += x86
arch-folder-x86   := x86
arch-aliases-x86  := i386 i486 i586 i686
arch-triple-x86   := i686-linux-gnu
arch-library-cflags-x86 := -fcf-protection=branch -mgeneral-regs-only
arch-emulator-x86 := qemu-i386
arch-packages-x86 := gcc-i686-linux-gnu g++-i686-linux-gnu libc6-dev-i386-cross
arch-musl-x86     := bookworm:i386
arch-glibc-x86    := /usr/i686-linux-gnu
arch-psabi-x86    := System V ABI, Intel386 Architecture Processor Supplement
arch-note-x86 := IBT
