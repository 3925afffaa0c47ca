# No package of this suite has the compiler; a newer suite's is unpacked, unless this machine has one.
loongarch64-usr := $(if $(wildcard /usr/bin/loongarch64-linux-gnu-gcc),/usr,$(CURDIR)/build/toolchains/loongarch64/usr)

ARCHES += loongarch64
arch-folder-loongarch64   := loongarch64
arch-aliases-loongarch64  := loong64
arch-triples-loongarch64  := loongarch64%
arch-triple-loongarch64   := $(loongarch64-usr)/bin/loongarch64-linux-gnu
arch-emulator-loongarch64 := qemu-loongarch64
arch-setup-loongarch64    := tools/setup-loongarch64
arch-musl-loongarch64     := forky:loong64
arch-glibc-loongarch64    := $(loongarch64-usr)/loongarch64-linux-gnu
arch-psabi-loongarch64    := LoongArch ELF psABI (lp64d)
