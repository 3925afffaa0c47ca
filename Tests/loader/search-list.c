// dlinfo tells in which folders an object's libraries are sought (RTLD_DI_SERINFO), each once, in the order of the search.
// lib: own/libhere.so -Wl,-rpath,'/usr/lib/:$ORIGIN:rel::/usr/lib'
// flags: -Wl,-rpath,'$ORIGIN/own'
// sh: mkdir -p rel own/rel; unset LD_LIBRARY_PATH; ./prog own/libhere.so; ./prog libz.so.1; LD_LIBRARY_PATH='/tmp//;:/usr:/tmp:own' ./prog own/libhere.so
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef PROGRAM
static void show(void *handle) {
  Dl_serinfo first, *all;
  if (!handle) { puts(dlerror()); return; }
  if (dlinfo(handle, RTLD_DI_SERINFOSIZE, &first)) { puts(dlerror()); return; }
  all = malloc(first.dls_size);
  if (dlinfo(handle, RTLD_DI_SERINFOSIZE, all) || dlinfo(handle, RTLD_DI_SERINFO, all)) { puts(dlerror()); return; }
  size_t size = (char *)&first.dls_serpath[0] - (char *)&first;
  for (unsigned i = 0; i < all->dls_cnt; i++) {
    size += sizeof(Dl_serpath) + strlen(all->dls_serpath[i].dls_name) + 1;
    if (!strstr(all->dls_serpath[i].dls_name, "lib64")) printf("%s %x\n", all->dls_serpath[i].dls_name, all->dls_serpath[i].dls_flags);
  }
  printf("%d %d\n", size == all->dls_size, all->dls_cnt == first.dls_cnt);
}
int main(int argc, char **argv) { show(dlopen(argv[1], RTLD_NOW)); show(dlopen(0, RTLD_NOW)); }
#endif
