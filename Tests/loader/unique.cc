// An inline variable of C++ is one object in the process, also in two libraries opened with RTLD_LOCAL.
// lib: liba.so -DLIB
// lib: libb.so -DLIB
#include <cstdio>
#include <dlfcn.h>
template <class T> struct Holder { static T value; }; template <class T> T Holder<T>::value = 3;
#ifdef LIB
extern "C" int *get() { return &Holder<int>::value; }
#else
int main() {
  void *a = dlopen("./liba.so", RTLD_NOW | RTLD_LOCAL), *b = dlopen("./libb.so", RTLD_NOW | RTLD_LOCAL);
  int *x = ((int *(*)())dlsym(a, "get"))(), *y = ((int *(*)())dlsym(b, "get"))();
  *x = 8; std::printf("%d %d %d\n", x == y, *y, a != b);
}
#endif
