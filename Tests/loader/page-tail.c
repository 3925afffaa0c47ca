// Tables in the rest of a segment's last page, or on into the first page of the next, where tools that patch programs put them: files are
// mapped by pages, so they are there.
// lib: libgood.so -DLIB -nostartfiles
#include <dlfcn.h>
#include <elf.h>
#include <stdio.h>
#include <string.h>
#ifdef LIB
// So many that the table of symbols begins on the first page and ends on the second.
#define ONE(n) int f##n(void) { return 0x##n; }
#define EIGHT(n) ONE(n##0) ONE(n##1) ONE(n##2) ONE(n##3) ONE(n##4) ONE(n##5) ONE(n##6) ONE(n##7)
#define MANY(n) EIGHT(n##0) EIGHT(n##1) EIGHT(n##2) EIGHT(n##3) EIGHT(n##4) EIGHT(n##5) EIGHT(n##6) EIGHT(n##7)
MANY(1) MANY(2) MANY(3)
#else
static unsigned char image[1 << 20];
static size_t size;

static void try(const char *name)
{
    FILE *file = fopen("patched.so", "w");
    fwrite(image, 1, size, file);
    fclose(file);
    void *library = dlopen("./patched.so", RTLD_NOW);
    int (*first)(void) = library ? (int (*)(void))dlsym(library, "f100") : NULL;
    int (*last)(void) = library ? (int (*)(void))dlsym(library, "f377") : NULL;
    if (first && last)
        printf("%s: %x %x\n", name, first(), last());
    else
        printf("%s: %s\n", name, dlerror());
    if (library)
        dlclose(library);
    remove("patched.so");
}

int main(void)
{
    FILE *file = fopen("libgood.so", "r");
    size = fread(image, 1, sizeof image, file);
    fclose(file);
    Elf64_Ehdr *header = (Elf64_Ehdr *)image;
    Elf64_Phdr *segment = (Elf64_Phdr *)(image + header->e_phoff);
    while (segment->p_type != PT_LOAD)
        segment++;
    printf("tables of two pages: %d, of the file's place: %d\n", segment->p_filesz > 0x1000, segment[1].p_vaddr == segment[1].p_offset);
    try("before");
    // Pages that are the first segment's still, and hold more than it says.
    segment->p_filesz = segment->p_memsz = segment->p_filesz - 0x40;
    try("behind the segment");
    segment->p_filesz = segment->p_memsz = 0x200;
    Elf64_Xword moved = segment[1].p_vaddr - 0x1800;
    segment[1].p_vaddr -= moved, segment[1].p_paddr -= moved, segment[1].p_offset -= moved;
    segment[1].p_filesz += moved, segment[1].p_memsz += moved;
    try("on into the next segment");
}
#endif
