// <link.h>, <dlfcn.h>, <sys/rseq.h>: what the dynamic linker tells of itself and of the loaded objects.
// compile: -fPIC
#include <dlfcn.h>
#include <link.h>
#include <pthread.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/rseq.h>
#include <unistd.h>
extern void *__tls_get_addr(void *);
extern char __executable_start[], _end[];
static __thread int local = 17;
static int calls, found, with_tls;
static unsigned long long adds, subs;
static size_t own_module;
static void *own_tls;
static size_t info_size;
static const char *names[3];

static int look(struct dl_phdr_info *info, size_t size, void *argument)
{
    int loads = 0, dynamic = 0;
    if (calls < 3) names[calls] = info->dlpi_name;
    info_size = size, adds = info->dlpi_adds, subs = info->dlpi_subs;
    for (int i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *p = &info->dlpi_phdr[i];
        loads += p->p_type == PT_LOAD, dynamic += p->p_type == PT_DYNAMIC;
        uintptr_t start = info->dlpi_addr + p->p_vaddr;
        if (p->p_type == PT_LOAD && start <= (uintptr_t)look && (uintptr_t)look < start + p->p_memsz) {
            found++;
            if (info->dlpi_tls_modid) own_module = info->dlpi_tls_modid, own_tls = info->dlpi_tls_data;
        }
    }
    if (!loads || (!dynamic && info->dlpi_addr)) say("an object without its segments");
    calls++;
    return argument && calls == *(int *)argument ? 42 : 0;
}

dl_iterate_phdr:
    int two = 2;
    local++;
    show(dl_iterate_phdr(look, NULL)), show(calls > 2), show(found), show(names[0]), show(info_size), show(own_module);
    show(own_tls != NULL && (char *)own_tls <= (char *)&local && (char *)&local < (char *)own_tls + 4096);
    calls = 0, show(dl_iterate_phdr(look, &two)), show(calls), show(subs);
    unsigned long long before = adds;
    int objects;
    calls = 0, dl_iterate_phdr(look, NULL), objects = calls, show(adds == objects + subs);
    void *anew = dlopen("libgcc_s.so.1", RTLD_NOW);
    calls = 0, dl_iterate_phdr(look, NULL), show(anew != NULL), show(calls > objects), show(adds > before),
        show(adds == calls + subs);
    show(dlclose(anew)), calls = 0, dl_iterate_phdr(look, NULL), show(calls == objects), show(adds == calls + subs);
dl_iterate_phdr / inside of itself, and in a thread:
    void *thread(void *);
    int nested(struct dl_phdr_info *, size_t, void *);
    pthread_t t;
    show(dl_iterate_phdr(nested, NULL)), local = 99, calls = 0, own_module = 0;
    pthread_create(&t, NULL, thread, NULL), pthread_join(t, NULL);
int nested(struct dl_phdr_info *info, size_t size, void *argument)
{
    calls = 0;
    int whole = dl_iterate_phdr(look, NULL);
    void *again = dlopen(NULL, RTLD_NOW);
    say("%d %d %d", whole, calls > 2, again != NULL), dlclose(again);
    return 7;
}
void *thread(void *argument)
{
    // This thread has not touched its block of the program's variables; it is there all the same, as it is part of the
    // static ones.
    show(dl_iterate_phdr(look, NULL)), show(own_module), show(local);
    show(own_tls != NULL && (char *)own_tls <= (char *)&local && (char *)&local < (char *)own_tls + 4096);
    return NULL;
}

_dl_find_object:
    struct dl_find_object a, b;
    memset(&a, 0x55, sizeof a);
    show(_dl_find_object((void *)look, &a)), show(a.dlfo_map_start == (void *)__executable_start), show(a.dlfo_flags);
    show((char *)a.dlfo_map_end >= _end), show(a.dlfo_link_map != NULL), show(a.dlfo_link_map->l_name);
    show(a.dlfo_eh_frame != NULL);
    show((char *)a.dlfo_eh_frame > __executable_start && (char *)a.dlfo_eh_frame < _end);
    bytes((char *)a.dlfo_eh_frame, 1);
    show(_dl_find_object((char *)a.dlfo_map_end - 1, &b)), show(b.dlfo_link_map == a.dlfo_link_map);
    show(_dl_find_object(&local, &b)), show(_dl_find_object(NULL, &b)), show(_dl_find_object((void *)16, &b));
    show(_dl_find_object((void *)-1, &b)), show(_dl_find_object(malloc(40), &b)), show(_dl_find_object(&a, &b));
    show(_dl_find_object(dlsym(RTLD_DEFAULT, "qsort"), &b)), show(b.dlfo_link_map != a.dlfo_link_map);
    show(b.dlfo_eh_frame != NULL);
    show(b.dlfo_map_start == (void *)b.dlfo_link_map->l_addr);
    void *library = dlopen("libgcc_s.so.1", RTLD_NOW), *inside = dlsym(library, "_Unwind_Resume");
    show(_dl_find_object(inside, &b)), show(strrchr(b.dlfo_link_map->l_name, '/')), show(b.dlfo_link_map == library);
    show(dlclose(library)), show(_dl_find_object(inside, &b));

_r_debug:
    extern struct r_debug _r_debug;
    int objects = 0, programs = 0, backwards = 0;
    struct link_map *last = NULL;
    show(_r_debug.r_version), show(_r_debug.r_state == RT_CONSISTENT), show(_r_debug.r_brk != 0);
    show(_r_debug.r_map != NULL);
    show(_r_debug.r_map->l_name), show(_r_debug.r_map->l_prev), show(_r_debug.r_map->l_ld == _DYNAMIC);
    for (struct link_map *m = _r_debug.r_map; m; last = m, m = m->l_next) objects++, backwards += m->l_prev == last;
    show(objects > 2), show(objects == backwards), calls = 0, dl_iterate_phdr(look, NULL), show(calls <= objects);
    void *self = dlopen(NULL, RTLD_NOW), *library;
    show(self == _r_debug.r_map), library = dlopen("libgcc_s.so.1", RTLD_NOW);
    for (last = _r_debug.r_map; last->l_next;) last = last->l_next;
    show(last == library), show(_r_debug.r_state), dlclose(library);
    for (last = _r_debug.r_map; last->l_next;) last = last->l_next;
    show(last != library);
    Dl_info symbol;
    show(dladdr((void *)_r_debug.r_brk, &symbol) != 0), show(symbol.dli_sname);
    // What debuggers look for first: the same address in the program's dynamic section.
    for (ElfW(Dyn) *d = _DYNAMIC; d->d_tag; d++)
        if (d->d_tag == DT_DEBUG) show(d->d_un.d_ptr == (uintptr_t)&_r_debug);

__libc_stack_end:
    extern void *__libc_stack_end;
    extern char **environ;
    pthread_attr_t a;
    void *low;
    size_t size;
    show(__libc_stack_end != NULL), show((char *)__libc_stack_end > (char *)&size), show(*(long *)__libc_stack_end);
    show((char *)environ > (char *)__libc_stack_end), show((uintptr_t)__libc_stack_end % 16);
    pthread_getattr_np(pthread_self(), &a), pthread_attr_getstack(&a, &low, &size);
    show((char *)low < (char *)__libc_stack_end && (char *)__libc_stack_end < (char *)low + size);

__rseq_offset, __rseq_size, __rseq_flags:
    // Either an area is registered, and then the kernel writes the processor into it; or none is, and the size says so.
    struct rseq *area = (struct rseq *)((char *)__builtin_thread_pointer() + __rseq_offset);
    cpu_set_t allowed;
    show(__rseq_size == 0 || __rseq_size >= 20), show(__rseq_flags);
    if (__rseq_size) {
        sched_getaffinity(0, sizeof allowed, &allowed);
        if (!CPU_ISSET(area->cpu_id, &allowed)) say("not a processor of this process: %u", area->cpu_id);
    }

__tls_get_addr:
    struct { unsigned long module, offset; } index;
    void *own(void *);
    pthread_t t;
    dl_iterate_phdr(look, NULL), index.module = own_module, index.offset = (char *)&local - (char *)own_tls;
    show(__tls_get_addr(&index) == &local), index.offset = 0, show(__tls_get_addr(&index) == own_tls);
    index.offset = (char *)&local - (char *)own_tls, pthread_create(&t, NULL, own, &index), pthread_join(t, NULL);
void *own(void *index)
{
    show(__tls_get_addr(index) == &local), show(*(int *)__tls_get_addr(index));
    return NULL;
}

_dl_mcount, _dl_mcount_wrapper, _dl_mcount_wrapper_check, __profile_frequency:
    extern void _dl_mcount(uintptr_t, uintptr_t), _dl_mcount_wrapper(void *), _dl_mcount_wrapper_check(void *);
    extern int __profile_frequency(void);
    // Nothing is profiled without LD_PROFILE: the calls come back.
    runs(_dl_mcount((uintptr_t)look, (uintptr_t)nested)), runs(_dl_mcount(0, 0));
    runs(_dl_mcount_wrapper((void *)look));
    runs(_dl_mcount_wrapper(NULL)), runs(_dl_mcount_wrapper_check((void *)look)), runs(_dl_mcount_wrapper_check(NULL));
    show(__profile_frequency());

dl_iterate_phdr / after an open that failed:
    calls = 0, dl_iterate_phdr(look, NULL);
    int objects = calls;
    unsigned long long before = adds - subs;
    show(dlopen("no-such-library.so", RTLD_NOW)), show(dlopen("/etc/passwd", RTLD_NOW)), calls = 0;
    dl_iterate_phdr(look, NULL);
    show(calls == objects), show(adds - subs == before);
