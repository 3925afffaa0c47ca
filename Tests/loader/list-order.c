// Who goes through the list of objects for the first definition of a function of libc's finds the one that programs are bound to.
// flags: -ldl
#include <dlfcn.h>
#include <elf.h>
#include <link.h>
#include <stdio.h>
#include <string.h>

struct query { const char *name; void *found; };

static void *absolute(struct dl_phdr_info *info, ElfW(Addr) address)
{
    return (void *)(address < info->dlpi_addr ? info->dlpi_addr + address : address);
}

static int look(struct dl_phdr_info *info, size_t size, void *argument)
{
    struct query *query = argument;
    const ElfW(Dyn) *dynamic = NULL;
    if (strstr(info->dlpi_name, "vdso"))
        return 0;
    for (int i = 0; i < info->dlpi_phnum; i++)
        if (info->dlpi_phdr[i].p_type == PT_DYNAMIC)
            dynamic = (void *)(info->dlpi_addr + info->dlpi_phdr[i].p_vaddr);
    const ElfW(Sym) *symbols = NULL;
    const char *names = NULL;
    const ElfW(Word) *hash = NULL;
    for (; dynamic && dynamic->d_tag; dynamic++) {
        if (dynamic->d_tag == DT_SYMTAB)
            symbols = absolute(info, dynamic->d_un.d_ptr);
        if (dynamic->d_tag == DT_STRTAB)
            names = absolute(info, dynamic->d_un.d_ptr);
        if (dynamic->d_tag == DT_GNU_HASH)
            hash = absolute(info, dynamic->d_un.d_ptr);
    }
    if (!symbols || !names || !hash)
        return 0;
    ElfW(Word) buckets = hash[0], first = hash[1];
    const ElfW(Word) *bucket = hash + 4 + hash[2] * (sizeof(ElfW(Addr)) / sizeof *hash), *chain = bucket + buckets;
    for (ElfW(Word) b = 0; b < buckets; b++)
        for (ElfW(Word) i = bucket[b]; i >= first && i; i++) {
            if (symbols[i].st_shndx && !strcmp(names + symbols[i].st_name, query->name)) {
                query->found = (void *)(info->dlpi_addr + symbols[i].st_value);
                return 1;
            }
            if (chain[i - first] & 1)
                break;
        }
    return 0;
}

int main(void)
{
    static const char *const names[] = {"dlopen", "dlclose", "dlsym", "dladdr", "dl_iterate_phdr", "malloc", "free", "pthread_create", "fork"};
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++) {
        struct query query = {names[i]};
        dl_iterate_phdr(look, &query);
        Dl_info listed, bound;
        int same = query.found && dladdr(query.found, &listed) && dladdr(dlsym(RTLD_DEFAULT, names[i]), &bound)
                   && listed.dli_fbase == bound.dli_fbase;
        printf("%s: %s\n", names[i], same ? "the one that counts" : "another");
    }
    return 0;
}
