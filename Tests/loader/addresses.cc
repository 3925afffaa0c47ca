// dladdr, dladdr1, dl_iterate_phdr, dlinfo and _dl_find_object agree on which object holds a function.
// lib: liba.so -DLIB
// flags: -rdynamic
#include <cstdio>
#include <cstring>
#include <dlfcn.h>
#include <link.h>
extern "C" int *function(void);
#ifdef LIB
static int v = 1; extern "C" int *function(void) { return &v; }
#else
extern "C" int mine(void) { return 3; }
struct Find { ElfW(Addr) address; int hits; unsigned long long adds; size_t size; const char *first; };
static int visit(struct dl_phdr_info *i, size_t size, void *data) {
  Find *f = (Find *)data; f->size = size; f->adds = i->dlpi_adds; if (!f->first) f->first = i->dlpi_name;
  for (int k = 0; k < i->dlpi_phnum; k++) { const ElfW(Phdr) *p = &i->dlpi_phdr[k];
    if (p->p_type == PT_LOAD && f->address >= i->dlpi_addr + p->p_vaddr && f->address < i->dlpi_addr + p->p_vaddr + p->p_memsz) f->hits++; }
  return 0; }
int main() {
  void *h = dlopen("./liba.so", RTLD_NOW); void *f = dlsym(h, "function"); Dl_info i; struct link_map *m; const ElfW(Sym) *s;
  std::printf("%d %s %s %d\n", dladdr(f, &i), std::strrchr(i.dli_fname, '/'), i.dli_sname, i.dli_saddr == f);
  std::printf("%d %d\n", dladdr1(f, &i, (void **)&m, RTLD_DL_LINKMAP), m == h); std::printf("%d %d\n", dladdr1(f, &i, (void **)&s, RTLD_DL_SYMENT), s->st_size > 0);
  std::printf("%d %s %s\n", dladdr((void *)mine, &i), i.dli_fname, i.dli_sname); std::printf("%d\n", dladdr((void *)1, &i));
  Find d = { (ElfW(Addr))f }; dl_iterate_phdr(visit, &d); std::printf("%d %zu [%s]\n", d.hits, d.size, d.first);
  struct dl_find_object o; std::printf("%d %d %d\n", _dl_find_object(f, &o), o.dlfo_link_map == m, o.dlfo_eh_frame != 0); std::printf("%d\n", _dl_find_object((void *)1, &o));
  char origin[4096]; std::printf("%d %s\n", dlinfo(h, RTLD_DI_ORIGIN, origin), origin); struct link_map *n; std::printf("%d %d %s\n", dlinfo(h, RTLD_DI_LINKMAP, &n), n == m, n->l_name);
}
#endif
