ARCHES += x86_64
arch-folder-x86_64   := x86_64
arch-aliases-x86_64  := amd64
arch-triple-x86_64   := x86_64-linux-gnu
arch-library-cflags-x86_64 := -fcf-protection=full -mgeneral-regs-only -fno-plt
arch-emulator-x86_64 := qemu-x86_64
arch-shadow-x86_64   := stepped
arch-packages-x86_64 := gcc-x86-64-linux-gnu g++-x86-64-linux-gnu libc6-dev-amd64-cross
arch-musl-x86_64     := bookworm:amd64
arch-glibc-x86_64    := /usr/x86_64-linux-gnu
arch-psabi-x86_64    := System V ABI, AMD64 Architecture Processor Supplement
arch-offers-x86_64 := frames elide extended
arch-note-x86_64 := IBT, SHSTK
