# The architecture, the compiler for it, and where things are built and installed.
#
# An architecture is a folder: its arch.mk adds one block per name (byte orders and float ABIs have names of their own):
#   ARCHES += NAME
#   arch-folder-NAME     the folder under Sources/ContextSwitch/arch, include/glibc-compat/arch and Tests/contexts/harness
#   arch-aliases-NAME    other names that users type; arch-triples-NAME: patterns of compilers' triples (one %), where the
#                        triple's first part does not tell
#   arch-triple-NAME     Debian's cross compiler is TRIPLE-gcc;  arch-cflags-NAME: what it needs for this variant, in every use
#   arch-library-cflags-NAME  what only the library is compiled with
#   arch-link-NAME       what the libraries, and test programs without an unwinder, are linked with
#   arch-emulator-NAME   the program of qemu-user that runs it, with its options
#   arch-packages-NAME   the packages that bring compiler and libc headers
#   arch-toolchain-NAME  or Debian's name of the architecture, for which the next suite's compiler is unpacked into build/toolchains
#   arch-musl-NAME       where musl comes from: SUITE:DEBIAN-ARCHITECTURE, `source`, or `none: reason`
#   arch-glibc-NAME      the folder of glibc for it, or `none: reason`;  arch-headers-NAME: the flags with which the compiler's glibc
#                        headers compile for it all the same, so that the layout is proven
#   arch-old-versions-NAME  yes where glibc has old versions of the functions beside the default ones
#   arch-linker-NAME     a target for which GNU ld is built into build/toolchains, where Debian's linker is for bare machines
#   arch-map-NAME        the version script in abi/, where it is not the folder's
#   arch-run-NAME        `none: reason`, where no emulator runs it
#   arch-lacks-NAME      what a test program may need and it has not: `fp`, floating-point registers and control words; `sa_mask`, a libc
#                        that passes sigaction's mask to the kernel as it is
#   arch-offers-NAME     what its functions do beyond glibc's: `frames`, resume the context that a signal handler received; `elide`,
#                        leave needless system calls for the mask out; `extended`, contexts with all of the CPU state
#   arch-note-NAME       the features that each library's ELF note promises: landing pads, IBT or BTI; shadow stacks, SHSTK or GCS
#   arch-pads-NAME       how a static program is compiled for which the emulator demands landing pads
#   arch-newer-emulator-NAME  a program of the newer qemu-user, with its options, for what only that one emulates
#   arch-shadow-NAME     how programs run that have a shadow stack: `newer`, by that emulator, or `stepped`, by Tests/contexts/tools
#   arch-psabi-NAME      what describes its calling convention
ARCHES :=
toolchains := $(CURDIR)/build/toolchains
include $(sort $(wildcard Sources/ContextSwitch/arch/*/arch.mk))
$(foreach name,$(ARCHES),$(foreach alias,$(arch-aliases-$(name)),$(eval arch-alias-$(alias) := $(name))))
canonical-arch = $(or $(arch-alias-$(1)),$(1))
HOST_ARCH := $(call canonical-arch,$(shell uname -m))

# Unset, the architecture is the compiler's, where one is given, and else this machine's.
ifeq ($(origin ARCH),undefined)
ifneq ($(filter command environment,$(origin CC) $(origin CROSS_COMPILE)),)
compiler-triple := $(shell $(if $(filter command environment,$(origin CC)),$(CC),$(CROSS_COMPILE)gcc) -dumpmachine)
ARCH := $(firstword $(foreach name,$(ARCHES),$(if $(filter $(arch-triples-$(name)),$(compiler-triple)),$(name))) \
          $(firstword $(subst -, ,$(compiler-triple))) $(HOST_ARCH))
else
ARCH := $(HOST_ARCH)
endif
endif
override ARCH := $(call canonical-arch,$(ARCH))
ifeq ($(filter $(ARCH),$(ARCHES)),)
$(error no architecture "$(ARCH)" here; the known: $(sort $(ARCHES)))
endif

O := build/$(ARCH)

print-arch: ## the architecture that ARCH, CC or this machine stands for
	@echo $(ARCH)
.PHONY: print-arch

# Another architecture than this machine's has Debian's cross compiler, unless the command line says otherwise.
toolchain-of   = $(toolchains)/$(arch-triple-$(1))/usr/bin/
CROSS_COMPILE ?= $(if $(filter-out $(HOST_ARCH),$(ARCH)),$(if $(arch-toolchain-$(ARCH)),$(call toolchain-of,$(ARCH)))$(arch-triple-$(ARCH))-)
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
