// musl's functions behind the shim's as cancellation points (points.S), and calls with a stream locked that may be cancelled.
#pragma once
#include "../include/thread-state.h"
#include <stdio.h>
#include <wchar.h>

int glibc_compat_musl_fgetc(FILE *file);
int glibc_compat_musl_getc_unlocked(FILE *file);
int glibc_compat_musl_fputc(int c, FILE *file);
int glibc_compat_musl_putc_unlocked(int c, FILE *file);
size_t glibc_compat_musl_fread(void *restrict to, size_t size, size_t count, FILE *restrict file);
size_t glibc_compat_musl_fwrite(const void *restrict from, size_t size, size_t count, FILE *restrict file);
char *glibc_compat_musl_fgets(char *restrict to, int size, FILE *restrict file);
wint_t glibc_compat_musl_fputwc_unlocked(wchar_t c, FILE *file);
int glibc_compat_musl_fputws(const wchar_t *restrict text, FILE *restrict file);
int glibc_compat_musl_fflush(FILE *file);
wint_t glibc_compat_musl_ungetwc(wint_t c, FILE *file);
int glibc_compat_musl_fclose(FILE *file);
FILE *glibc_compat_musl_freopen(const char *restrict path, const char *restrict mode, FILE *restrict file);

/// fflush of one stream or all (flush.c).
int glibc_compat_flush(FILE *file);

static void unlock_stream(void *file) { funlockfile(file); }

/// function(a, b, c) with the stream locked, also where the thread is cancelled in it: then it is unlocked on the way out.
static inline long call_locked(FILE *file, void *function, long a, long b, long c)
{
    flockfile(file);
    long result = glibc_compat_call_guarded(a, b, c, function, unlock_stream, file);
    funlockfile(file);
    return result;
}
