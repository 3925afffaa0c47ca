# Unwind tables refer to routines of the unwinder, which nothing here calls.
ARCHES += arm
arch-folder-arm   := arm
arch-aliases-arm  := armel armv5tel
arch-triple-arm   := arm-linux-gnueabi
arch-library-cflags-arm := -marm
arch-link-arm   := -Wl,--defsym=__aeabi_unwind_cpp_pr0=0,--defsym=__aeabi_unwind_cpp_pr1=0
arch-emulator-arm := qemu-arm
arch-packages-arm := gcc-arm-linux-gnueabi g++-arm-linux-gnueabi libc6-dev-armel-cross
arch-musl-arm     := bookworm:armel
arch-glibc-arm    := /usr/arm-linux-gnueabi
arch-float-arm    := soft
arch-lacks-arm    := fp
arch-psabi-arm    := Procedure Call Standard for the Arm Architecture (AAPCS)

ARCHES += armhf
arch-folder-armhf   := arm
arch-aliases-armhf  := armv6l armv7l armv7 armv8l
arch-triples-armhf  := arm%eabihf
arch-triple-armhf   := arm-linux-gnueabihf
arch-library-cflags-armhf := -marm
arch-link-armhf   := -Wl,--defsym=__aeabi_unwind_cpp_pr0=0,--defsym=__aeabi_unwind_cpp_pr1=0
arch-emulator-armhf := qemu-arm
arch-packages-armhf := gcc-arm-linux-gnueabihf g++-arm-linux-gnueabihf libc6-dev-armhf-cross
arch-musl-armhf     := bookworm:armhf
arch-glibc-armhf    := /usr/arm-linux-gnueabihf
arch-psabi-armhf    := AAPCS, VFP variant
