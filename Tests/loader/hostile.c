// A library that is cut short or has bytes flipped is refused or loaded, but never a fault of the loader.
// expect: cut: 0
// expect: flipped: none
// expect: exit 0
// lib: libgood.so -DLIB -nostartfiles
#include <stdio.h>
#include <stdlib.h>
#include <dlfcn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef LIB
__thread int t = 1; static const char *words[] = { "a", "b" }; const char *word(int i) { return words[i]; } int f(void) { return t; }
#else
static unsigned char image[1 << 20]; static size_t size;
static int try(size_t n) {
  FILE *f = fopen("bad.so", "w"); fwrite(image, 1, n, f); fclose(f);
  int s; if (fork() == 0) { alarm(5); void *h = dlopen("./bad.so", RTLD_LAZY); if (h) dlsym(h, "word"); _exit(0); } wait(&s); unlink("bad.so"); return s; }
int main() {
  FILE *f = fopen("libgood.so", "r"); size = fread(image, 1, sizeof image, f); fclose(f); int faults = 0;
  for (size_t n = 0; n < size; n += size / 60) if (try(n)) faults++;
  printf("cut: %d\n", faults); faults = 0;
  // Headers and dynamic tables: the program headers, then one byte in each of the first two pages' words.
  unsigned seed = 1; for (int i = 0; i < 150; i++) { seed = seed * 1103515245 + 12345; size_t at = 24 + (seed >> 8) % 0x200; unsigned char old = image[at]; image[at] ^= 1 << (seed >> 4 & 7) | 0x80 * (i & 1);
    if (at >= 24 && try(size)) { faults++; if (getenv("SHOW")) printf("at %zx\n", at); } image[at] = old; }
  printf("flipped: %s\n", faults == 0 ? "none" : "some");
}
#endif
