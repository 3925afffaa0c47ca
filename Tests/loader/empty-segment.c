// A segment without a byte has no page: tables that claim to lie there are an error, not a fault.
// expect: invalid string table
// expect: exit 0
// lib: libgood.so -DLIB -nostartfiles
#include <dlfcn.h>
#include <elf.h>
#include <stdio.h>
#include <string.h>
#ifdef LIB
int seven(void) { return 7; }
#else
static unsigned char image[1 << 20];

int main(void)
{
    FILE *file = fopen("libgood.so", "r");
    size_t size = fread(image, 1, sizeof image, file);
    fclose(file);
    Elf64_Ehdr *header = (Elf64_Ehdr *)image;
    Elf64_Phdr *segments = (Elf64_Phdr *)(image + header->e_phoff), *last = segments + header->e_phnum - 1;
    for (int i = 0; i < header->e_phnum; i++)
        if (segments[i].p_type == PT_DYNAMIC)
            for (Elf64_Dyn *entry = (Elf64_Dyn *)(image + segments[i].p_offset); entry->d_tag != DT_NULL; entry++)
                if (entry->d_tag == DT_STRTAB)
                    entry->d_un.d_ptr = 0x10010;
    *last = (Elf64_Phdr){ .p_type = PT_LOAD, .p_flags = PF_R, .p_offset = 8, .p_vaddr = 0x10008, .p_paddr = 0x10008, .p_align = 0x1000 };
    file = fopen("empty.so", "w");
    fwrite(image, 1, size, file);
    fclose(file);
    void *library = dlopen("./empty.so", RTLD_NOW);
    const char *error = library ? NULL : dlerror();
    puts(library ? "opened" : strrchr(error, ':') ? strrchr(error, ':') + 2 : error);
    remove("empty.so");
    return 0;
}
#endif
