# The architecture, the compiler for it, and where things are built and installed.
ARCH ?= $(shell uname -m)

# The names users type, and the one name each has here.
canonical-arch = $(or $(arch-alias-$(1)),$(1))
arch-alias-amd64 := x86_64
override ARCH := $(call canonical-arch,$(ARCH))

O := build/$(ARCH)

CROSS_COMPILE ?=
ifeq ($(origin CC),default)
CC := $(CROSS_COMPILE)gcc
endif
ifeq ($(origin AR),default)
AR := $(CROSS_COMPILE)ar
endif
NM     ?= $(CROSS_COMPILE)nm
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
