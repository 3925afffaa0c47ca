# The architecture, the compiler for it, and where things are built and installed.
ARCH ?= $(shell uname -m)

# The names users type, and the one name each has here.
canonical-arch = $(or $(arch-alias-$(1)),$(1))
arch-alias-amd64 := x86_64
arch-alias-arm64 := aarch64
$(foreach name,i386 i486 i586 i686,$(eval arch-alias-$(name) := x86))
$(foreach name,armhf armv6l armv7l armv7 armv8l,$(eval arch-alias-$(name) := arm))
arch-alias-loong64 := loongarch64
arch-alias-powerpc := ppc
arch-alias-powerpc64 := ppc64
$(foreach name,powerpc64le ppc64el,$(eval arch-alias-$(name) := ppc64le))
arch-alias-sh4 := sh
arch-alias-sh4a := sh
arch-alias-openrisc := or1k
arch-alias-parisc := hppa
override ARCH := $(call canonical-arch,$(ARCH))

# An architecture's row: the folder its context functions are in, Debian's triple, the emulator.
arch-row = $(eval ARCHES += $(1))$(eval arch-folder-$(1) := $(2))$(eval arch-triple-$(1) := $(3))$(eval arch-emulator-$(1) := $(4))
ARCHES :=
$(call arch-row,x86_64,x86_64,x86_64-linux-gnu,x86_64)
$(call arch-row,aarch64,aarch64,aarch64-linux-gnu,aarch64)
$(call arch-row,riscv64,riscv64,riscv64-linux-gnu,riscv64)
ifeq ($(filter $(ARCH),$(ARCHES)),)
$(error no architecture "$(ARCH)" here; the known: $(ARCHES))
endif
HOST_ARCH := $(call canonical-arch,$(shell uname -m))

O := build/$(ARCH)

# Another architecture than this machine's has Debian's cross compiler, unless the command line says otherwise.
CROSS_COMPILE ?= $(if $(filter-out $(HOST_ARCH),$(ARCH)),$(arch-triple-$(ARCH))-)
ifeq ($(origin CC),default)
CC := $(CROSS_COMPILE)gcc
endif
ifeq ($(origin AR),default)
AR := $(CROSS_COMPILE)ar
endif
NM      ?= $(CROSS_COMPILE)nm
READELF ?= $(CROSS_COMPILE)readelf
SWIFTC ?= swiftc
SWIFT  ?= swift
LLD    ?= $(firstword $(shell command -v ld.lld) /opt/swift/usr/bin/ld.lld)

prefix     ?= /usr/local
libdir     ?= $(prefix)/lib
includedir ?= $(prefix)/include
bindir     ?= $(prefix)/bin
mandir     ?= $(prefix)/share/man
DESTDIR    ?=

# Debian's place for musl's headers and libc; on Alpine both are the system's own.
MUSL_INCLUDE ?= $(firstword $(wildcard /usr/include/$(ARCH)-linux-musl) /usr/include)
MUSL_LIBC    ?= $(firstword $(wildcard /usr/lib/$(ARCH)-linux-musl/libc.so) /lib/ld-musl-$(ARCH).so.1)

VERSION := $(shell cat VERSION)
COMMIT  := $(shell git rev-parse --short=12 HEAD 2>/dev/null || echo unknown)
