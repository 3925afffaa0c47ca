// Streams are cancellation points: C++ destructors run, the stream's lock is free for others then, and the stream goes on
// flags: -pthread
#include <cwchar>
#include <initializer_list>
#include <printf.h>
#include <stdarg.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <sys/stat.h>
#include "cancel-entries.h"

static int in_pipe[2], out_pipe[2];
static FILE *in, *out, *wide_out, *file, *cookie, *appending;
static char text[70000], *line;
static wchar_t wide[100], wide_text[20000];
static size_t size;
static fpos_t place;

static FILE *standard_input() { dup2(in_pipe[0], 0); return stdin; }
static FILE *standard_output() { dup2(out_pipe[1], 1); return stdout; }
static int vscan(const char *format, ...) { va_list l; va_start(l, format); int r = vfscanf(in, format, l); va_end(l); return r; }
static int vprint(const char *format, ...) { va_list l; va_start(l, format); int r = vfprintf(out, format, l); va_end(l); return r; }

static const Entry entries[] = {
  B(fgetc, fgetc(in)) B(getc, (getc)(in)) B(getc_unlocked, getc_unlocked(in)) B(getchar, (standard_input(), getchar()))
  B(fgets, fgets(text, 100, in)) B(fgets_unlocked, fgets_unlocked(text, 100, in)) B(fread, fread(text, 1, 10, in)) B(fread_large, fread(text, 1, sizeof text, in))
  B(fread_unlocked, fread_unlocked(text, 1, 10, in)) B(getw, getw(in))
  B(getline, getline(&line, &size, in)) B(getdelim, getdelim(&line, &size, 'x', in))
  B(fscanf, fscanf(in, "%s", text)) B(vfscanf, vscan("%s", text)) B(scanf, (standard_input(), scanf("%s", text)))
  B(fgetwc, fgetwc(in)) B(getwc, getwc(in)) B(getwchar, (standard_input(), getwchar())) B(fgetws, fgetws(wide, 100, in)) B(fwscanf, fwscanf(in, L"%ls", wide))
  B(fgetc_unbuffered, (setvbuf(in, nullptr, _IONBF, 0), fgetc(in)))
  B(fread_unbuffered, (setvbuf(in, nullptr, _IONBF, 0), fread(text, 1, 10, in)))
  B(fgets_by_caller, (__fsetlocking(in, FSETLOCKING_BYCALLER), fgets(text, 100, in)))
  B(fflush, (fputs("text", out), fflush(out))) B(fflush_unlocked, (fputs("text", out), fflush_unlocked(out)))
  S(fputc, for (;;) fputc('x', out)) S(putc, for (;;) (putc)('x', out)) S(putc_unlocked, for (;;) putc_unlocked('x', out))
  S(putchar, standard_output(); for (;;) putchar('x')) S(putw, for (;;) putw(1, out))
  S(fputs, for (;;) fputs("text\n", out)) S(puts, standard_output(); for (;;) puts("text")) B(fwrite, fwrite(text, 1, sizeof text, out))
  S(fwrite_small, for (;;) fwrite(text, 1, 10, out)) B(fwrite_unlocked, fwrite_unlocked(text, 1, sizeof text, out))
  B(fprintf_large, fprintf(out, "%70000d", 1)) S(fprintf, for (;;) fprintf(out, "%d\n", 1)) B(vfprintf, vprint("%70000d", 1)) B(printf, (standard_output(), printf("%70000d", 1)))
  S(fputwc, for (;;) fputwc(L'x', out)) S(putwchar, standard_output(); for (;;) putwchar(L'x')) B(fputws, fputws(wide_text, out)) B(fwprintf, fwprintf(out, L"%70000d", 1))
  B(fputs_unbuffered, (setvbuf(out, nullptr, _IONBF, 0), fputs("text", out))) B(fputc_unbuffered, (setvbuf(out, nullptr, _IONBF, 0), fputc('x', out)))
  B(fprintf_unbuffered, (setvbuf(out, nullptr, _IONBF, 0), fprintf(out, "%d", 1)))
  B(fputs_line, (setvbuf(out, nullptr, _IOLBF, 0), fputs("text\n", out))) B(fputc_line, (setvbuf(out, nullptr, _IOLBF, 0), fputc('\n', out)))
  B(perror, (dup2(out_pipe[1], 2), perror("text"))) B(psignal, (dup2(out_pipe[1], 2), psignal(1, "text")))
  B(fclose, (fputs("text", out), fclose(out))) B(freopen, (fputs("text", out), freopen("file", "w", out)))
  B(fseek, (fputs("text", out), fseek(out, 0, SEEK_SET))) B(rewind, (fputs("text", out), rewind(out))) B(fsetpos, (fputs("text", out), fsetpos(out, &place)))
  B(setvbuf, (fputs("text", out), setvbuf(out, nullptr, _IONBF, 0))) B(ftell, (fputs("text", out), ftell(out), fflush(out)))
  B(fopen_fifo, fopen("fifo", "r")) B(fopen_fifo_w, fopen("fifo", "w")) B(fopen64_fifo, fopen64("fifo", "r")) 
  B(fdopen, fgetc(fdopen(in_pipe[0], "r"))) B(popen, fgetc(popen("exec sleep 1000", "r"))) S(popen_w, FILE *p = popen("exec sleep 1000", "w"); for (;;) fputc('x', p))
  B(reopened, fgetc(freopen("/dev/fd/40", "r", out)))
  B(cookie_read, fgetc(cookie)) B(cookie_write, (fputs("text", cookie), fflush(cookie)))
  B(cookie_gets, fgets(text, 100, cookie)) B(cookie_scanf, fscanf(cookie, "%s", text))
  // With nothing to wait for.
  N(fopen_file, fopen("file", "r")) N(fopen_nothing, fopen("nothing", "r")) N(fopen_c, fopen("file", "rc")) N(fopen_bad, fopen("file", "x")) N(fdopen_fd, fdopen(dup(0), "r"))
  N(fclose_in, fclose(in)) N(fclose_file, fclose(file)) N(fflush_file, fflush(file))
  N(fgetc_file, fgetc(file)) N(fgets_file, fgets(text, 100, file)) N(fread_file, fread(text, 1, 3, file)) N(fgetc_again, (ungetc('x', file), fgetc(file)))
  N(fgetc_c, [] { FILE *f = fopen("file", "rc"); return fgetc(f); }()) N(fputc_buffer, fputc('x', file)) N(fputs_buffer, fputs("text", file)) N(fprintf_buffer, fprintf(file, "text"))
  N(fprintf_null, fprintf(stderr, "")) N(fseek_file, fseek(file, 0, SEEK_SET)) N(ftell_file, ftell(file)) N(rewind_file, rewind(file)) N(fgetc_closed, fgetc(out))
  N(fseek_read, (ungetc('x', file), fseek(file, 1, SEEK_CUR)))
  N(fputs_stderr, (dup2(open("/dev/null", O_WRONLY), 2), fputs("text", stderr))) N(perror_null, (dup2(open("/dev/null", O_WRONLY), 2), perror("text"))) N(tmpfile, tmpfile())
  N(popen_true, popen("true", "r")) N(setvbuf_file, setvbuf(file, nullptr, _IONBF, 0)) N(open_memstream, fputs("text", open_memstream(&line, &size))) N(fmemopen, fgetc(fmemopen(text, 10, "r")))
  N(snprintf, snprintf(text, 100, "%d", 1)) N(sscanf, sscanf("1", "%s", text)) N(fwide, fwide(file, 0)) N(ungetc, ungetc('x', in)) N(remove, remove("nothing")) N(fclose_a, fclose(appending))
  N(fopen_a, fopen("file", "a")) N(flockfile, flockfile(file)) N(getc_cookie, cookie)
};

static ssize_t cookie_read(void *, char *to, size_t count) { return read(in_pipe[0], to, count); }
static ssize_t cookie_write(void *, const char *from, size_t count) { return write(out_pipe[1], from, count); }

static void before()
{
  (void)!pipe(in_pipe), (void)!pipe(out_pipe), fill(out_pipe[1]);
  dup2(in_pipe[0], 40);
  in = fdopen(in_pipe[0], "r"), out = fdopen(out_pipe[1], "w");
  file = fopen("file", "r+"), appending = fopen("file", "a"), fputs("text", appending);
  cookie = fopencookie(nullptr, "r+", cookie_io_functions_t{cookie_read, cookie_write, nullptr, nullptr});
  for (auto &c : text) c = 'x';
  for (auto &c : wide_text) c = L'x';
  wide_text[19999] = 0;
}

// Whether another thread may use the stream.
static void after()
{
  for (FILE *one : {in, out, cookie, stdin, stdout})
    strcat(done, ftrylockfile(one) ? " held" : " free");
}

int main()
{
  mkfifo("fifo", 0600);
  file = fopen("file", "w"), fputs("some text\nand more\n", file), fclose(file);
  run_entries(entries, before, after);
  return 0;
}
