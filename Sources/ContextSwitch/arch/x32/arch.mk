ARCHES += x32
arch-folder-x32   := x32
arch-aliases-x32  := x86_64-x32
arch-triples-x32  := x86_64-%x32
arch-triple-x32   := x86_64-linux-gnux32
arch-library-cflags-x32 := -fcf-protection=branch -mgeneral-regs-only
arch-packages-x32 := gcc-x86-64-linux-gnux32 g++-x86-64-linux-gnux32 libc6-dev-x32-cross
arch-musl-x32     := source
arch-glibc-x32    := /usr/x86_64-linux-gnux32
arch-libc-x32     := $(firstword $(wildcard /usr/x86_64-linux-gnux32/libx32/libc.so.6 /usr/x86_64-linux-gnux32/lib/libc.so.6))
arch-run-x32      := none: QEMU has no x32 and most kernels refuse it; the freestanding programs pass as 64-bit code
arch-psabi-x32    := System V ABI, AMD64 Architecture Processor Supplement (ILP32)
arch-note-x32 := IBT
