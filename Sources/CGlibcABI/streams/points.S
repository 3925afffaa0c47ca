// <stdio.h>: musl's functions that may read a stream's file or write to it. On glibc they are cancellation points then.
#include "../threads/cancel-frames.h"

.macro points_behind names:vararg
    .irp name, \names
    cancellation_point glibc_compat_musl_\name, \name
    .endr
.endm
    // Behind the shim's own functions of these names.
    points_behind fgetc, getc_unlocked, fputc, putc_unlocked, fread, fwrite, fgets, fputwc_unlocked, fputws, ungetwc, fflush, fclose, freopen
    points fseek, fseeko, rewind, fsetpos, ungetc, getw, putw, pclose
    .section .note.GNU-stack, "", @progbits
