// Tables in the rest of a segment's last page, where tools that patch programs put them: files are mapped by pages, so they are there.
// lib: libgood.so -DLIB -nostartfiles
#include <dlfcn.h>
#include <elf.h>
#include <stdio.h>
#include <string.h>
#ifdef LIB
int seven(void) { return 7; }
#else
static unsigned char image[1 << 20];
static size_t size;

static void try(const char *name, size_t cut)
{
    Elf64_Ehdr *header = (Elf64_Ehdr *)image;
    Elf64_Phdr *first = NULL, *segments = (Elf64_Phdr *)(image + header->e_phoff);
    for (int i = 0; i < header->e_phnum && !first; i++)
        if (segments[i].p_type == PT_LOAD)
            first = &segments[i];
    Elf64_Phdr was = *first;
    if (cut)
        first->p_filesz = first->p_memsz = cut;
    FILE *file = fopen("patched.so", "w");
    fwrite(image, 1, size, file);
    fclose(file);
    void *library = dlopen("./patched.so", RTLD_NOW);
    int (*seven)(void) = library ? (int (*)(void))dlsym(library, "seven") : NULL;
    const char *error = seven ? NULL : dlerror();
    if (seven)
        printf("%s: %d\n", name, seven());
    else
        printf("%s: %s\n", name, strrchr(error, ':') ? strrchr(error, ':') + 2 : error);
    if (library)
        dlclose(library);
    remove("patched.so");
    *first = was;
}

int main(void)
{
    FILE *file = fopen("libgood.so", "r");
    size = fread(image, 1, sizeof image, file);
    fclose(file);
    try("before", 0);
    try("behind the segment", sizeof(Elf64_Ehdr) + 64);
}
#endif
