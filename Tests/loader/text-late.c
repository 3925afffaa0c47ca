// Indirect functions and copies are written into segments that only relocation may write (DT_TEXTREL), too.
// glibc stops in its own code where the dynamic section lies in such a segment, so the line is said here.
// expect: 17 23 23
// expect: exit 0
// lib: libvalue.so -DVALUE
// lib: libplain.so -DPLAIN -nostartfiles -Wl,-z,now,-z,norelro,-z,notext
// flags: -Wl,-z,now,-z,norelro,-z,notext -no-pie -fPIE -pie libvalue.so -Wl,-rpath,.
// sh: ./prog patch libplain.so libread.so; ./prog patch prog reader; chmod 755 reader; /lib64/ld-linux-x86-64.so.2 ./reader open
#include <dlfcn.h>
#include <elf.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <fcntl.h>
#include <unistd.h>
#if defined VALUE
int value = 17;
#elif defined PLAIN
static int answer(void) { return 23; }
static int (*resolve(void))(void) { return answer; }
static int chosen(void) __attribute__((ifunc("resolve")));
int shown(void) __attribute__((ifunc("resolve")));
int (*table[])(void) = { chosen, shown };
__asm__(".text\n.quad table\n");
#else
extern int value;
__asm__(".text\n.quad main\n");
static void patch(const char *from, const char *to) {
  static char file[1 << 20];
  int in = open(from, O_RDONLY), out = open(to, O_WRONLY | O_CREAT | O_TRUNC, 0755);
  ssize_t size = read(in, file, sizeof file);
  Elf64_Ehdr *header = (void *)file;
  Elf64_Phdr *segment = (void *)(file + header->e_phoff);
  for (int i = 0; i < header->e_phnum; i++) if (segment[i].p_type == PT_LOAD) segment[i].p_flags &= ~PF_W;
  if (write(out, file, size) != size) _exit(9);
}
int main(int argc, char **argv) {
  if (argc == 4) { patch(argv[2], argv[3]); return 0; }
  char text[80];
  void *handle = dlopen("./libread.so", RTLD_NOW);
  if (!handle) { const char *error = dlerror(); if (write(1, error, strlen(error))) _exit(1); }
  int (**table)(void) = dlsym(handle, "table");
  int count = snprintf(text, sizeof text, "%d %d %d\n", value, table[0](), table[1]());
  _exit(write(1, text, count) == count ? 0 : 2);
}
#endif
