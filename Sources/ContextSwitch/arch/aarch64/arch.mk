ARCHES += aarch64
arch-folder-aarch64   := aarch64
arch-aliases-aarch64  := arm64
arch-triple-aarch64   := aarch64-linux-gnu
arch-library-cflags-aarch64 := -mbranch-protection=bti -mgeneral-regs-only -mno-outline-atomics
arch-emulator-aarch64 := qemu-aarch64
arch-newer-emulator-aarch64 := qemu-aarch64 -cpu max
arch-shadow-aarch64   := newer
arch-packages-aarch64 := gcc-aarch64-linux-gnu g++-aarch64-linux-gnu libc6-dev-arm64-cross
arch-musl-aarch64     := bookworm:arm64
arch-glibc-aarch64    := /usr/aarch64-linux-gnu
arch-psabi-aarch64    := Procedure Call Standard for the Arm 64-bit Architecture (AAPCS64)
arch-offers-aarch64 := frames elide extended
arch-note-aarch64 := BTI, GCS
arch-pads-aarch64 := -mbranch-protection=bti -Wl,-z,force-bti
