// <execinfo.h>: backtrace by unwinding. libgcc_s is opened at the first call, as glibc does; without it there is no frame.
// In C because _Unwind_Backtrace calls back.
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <link.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

struct unwind_context;
typedef int unwind_callback(struct unwind_context *, void *);
static struct {
    int (*backtrace)(unwind_callback *, void *);
    uintptr_t (*get_ip)(struct unwind_context *);
} volatile unwinder;

struct trace {
    void **frames;
    int count, size;
};

static int find_unwinder(void)
{
    if (unwinder.backtrace && unwinder.get_ip)
        return 1;
    void *library = dlopen("libgcc_s.so.1", RTLD_NOW | RTLD_LOCAL);
    if (!library)
        return 0;
    // Threads that come here together store the same two addresses.
    unwinder.get_ip = (uintptr_t (*)(struct unwind_context *))dlsym(library, "_Unwind_GetIP");
    unwinder.backtrace = (int (*)(unwind_callback *, void *))dlsym(library, "_Unwind_Backtrace");
    return unwinder.backtrace && unwinder.get_ip;
}

static int add_frame(struct unwind_context *context, void *data)
{
    struct trace *trace = data;
    uintptr_t address = unwinder.get_ip(context);
    // The first frame is backtrace itself.
    if (trace->count >= 0)
        trace->frames[trace->count] = (void *)address;
    if (++trace->count >= trace->size)
        return 5;   // _URC_END_OF_STACK
    return 0;
}

/// Stores the return addresses of the calls in progress, innermost first, at most `size`. Returns their number. Source: backtrace(3).
__attribute__((noinline)) int backtrace(void **frames, int size)
{
    if (size <= 0 || !find_unwinder())
        return 0;
    struct trace trace = { frames, -1, size };
    unwinder.backtrace(add_frame, &trace);
    // The outermost frame has no caller: an address of 0 is not one.
    if (trace.count > 1 && !frames[trace.count - 1])
        trace.count--;
    return trace.count > 0 ? trace.count : 0;
}

// What there is to say of an address: "file(symbol+0xoffset) [address]".
static void describe(void *address, const char **file, const char **symbol, char *offset, size_t offset_size)
{
    Dl_info info;
    *file = *symbol = NULL;
    offset[0] = '\0';
    if (!dladdr(address, &info) || !info.dli_fname || !info.dli_fname[0])
        return;
    *file = info.dli_fname;
    *symbol = info.dli_sname ? info.dli_sname : "";
    uintptr_t base = (uintptr_t)(info.dli_sname ? info.dli_saddr : info.dli_fbase);
    // A fixed-position program has its addresses as they are linked.
    if (!info.dli_sname && ((const ElfW(Ehdr) *)info.dli_fbase)->e_type == ET_EXEC)
        base = 0;
    uintptr_t at = (uintptr_t)address;
    if (at >= base)
        snprintf(offset, offset_size, "+0x%lx", (unsigned long)(at - base));
    else
        snprintf(offset, offset_size, "-0x%lx", (unsigned long)(base - at));
}

/// One line per address in one block from malloc, or NULL. Source: backtrace_symbols(3).
char **backtrace_symbols(void *const *frames, int size)
{
    if (size < 0)
        size = 0;
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    if (!out)
        return NULL;
    size_t table = (size_t)size * sizeof(char *);
    for (size_t i = 0; i < table; i++)
        fputc(0, out);
    size_t *starts = malloc(table ? table : 1);
    for (int i = 0; i < size && starts; i++) {
        const char *file, *symbol;
        char offset[32];
        starts[i] = (size_t)ftell(out);
        describe(frames[i], &file, &symbol, offset, sizeof offset);
        if (file)
            fprintf(out, "%s(%s%s) [%p]", file, symbol, offset, frames[i]);
        else
            fprintf(out, "[%p]", frames[i]);
        fputc(0, out);
    }
    int failed = !starts || ferror(out);
    if (fclose(out) || failed) {
        free(starts);
        free(text);
        return NULL;
    }
    char **lines = (char **)text;
    for (int i = 0; i < size; i++)
        lines[i] = text + starts[i];
    free(starts);
    return lines;
}

/// The lines of backtrace_symbols written to a descriptor, without malloc. Source: backtrace_symbols_fd(3).
void backtrace_symbols_fd(void *const *frames, int size, int fd)
{
    for (int i = 0; i < size; i++) {
        const char *file, *symbol;
        char offset[32], address[32];
        describe(frames[i], &file, &symbol, offset, sizeof offset);
        int length = snprintf(address, sizeof address, "[%p]\n", frames[i]);
        struct iovec parts[6];
        int count = 0;
#define PART(text, size) parts[count++] = (struct iovec){ (void *)(text), size }
        if (file) {
            PART(file, strlen(file));
            PART("(", 1);
            PART(symbol, strlen(symbol));
            PART(offset, strlen(offset));
            PART(") ", 2);
        }
        PART(address, (size_t)length);
#undef PART
        (void)!writev(fd, parts, count);
    }
}

int __backtrace(void **frames, int size) __attribute__((alias("backtrace")));
char **__backtrace_symbols(void *const *frames, int size) __attribute__((alias("backtrace_symbols")));
void __backtrace_symbols_fd(void *const *frames, int size, int fd) __attribute__((alias("backtrace_symbols_fd")));
