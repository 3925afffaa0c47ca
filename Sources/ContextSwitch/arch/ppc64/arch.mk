ARCHES += ppc64le
arch-folder-ppc64le   := ppc64
arch-aliases-ppc64le  := powerpc64le ppc64el
arch-triple-ppc64le   := powerpc64le-linux-gnu
arch-emulator-ppc64le := qemu-ppc64le
arch-packages-ppc64le := gcc-powerpc64le-linux-gnu g++-powerpc64le-linux-gnu libc6-dev-ppc64el-cross
arch-musl-ppc64le     := bookworm:ppc64el
arch-glibc-ppc64le    := /usr/powerpc64le-linux-gnu
arch-map-ppc64le      := ppc64le
arch-psabi-ppc64le    := Power Architecture 64-Bit ELF V2 ABI

ARCHES += ppc64
arch-folder-ppc64   := ppc64
arch-aliases-ppc64  := powerpc64
arch-triple-ppc64   := powerpc64-linux-gnu
arch-emulator-ppc64 := qemu-ppc64
arch-packages-ppc64 := gcc-powerpc64-linux-gnu g++-powerpc64-linux-gnu libc6-dev-ppc64-cross
arch-musl-ppc64     := none: musl has ELFv2 only
arch-glibc-ppc64    := /usr/powerpc64-linux-gnu
arch-old-versions-ppc64 := yes
arch-psabi-ppc64    := 64-bit PowerPC ELF ABI Supplement 1.9 (ELFv1)

# The kind of big-endian ppc64 that musl has.
ARCHES += ppc64v2
arch-folder-ppc64v2   := ppc64
arch-triple-ppc64v2   := powerpc64-linux-gnu
arch-cflags-ppc64v2   := -mabi=elfv2 -mlong-double-64
arch-emulator-ppc64v2 := qemu-ppc64
arch-packages-ppc64v2 := gcc-powerpc64-linux-gnu g++-powerpc64-linux-gnu libc6-dev-ppc64-cross
arch-musl-ppc64v2     := none: it needs an ELFv2 libgcc, which the ELFv1 compiler of Debian lacks
arch-glibc-ppc64v2    := none: glibc has ELFv1 only in this byte order
arch-map-ppc64v2      := ppc64le
arch-psabi-ppc64v2    := Power Architecture 64-Bit ELF V2 ABI
