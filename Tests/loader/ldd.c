// ldd lists what is loaded from where, what is not found, what nobody defines (-d, -r), and versions (-v).
// lib: libhas.so -DHAS -Wl,-soname,libhas.so
// lib: libbreak.so -DBREAK -Wl,-soname,libbreak.so
// flags: libhas.so libbreak.so -Wl,-rpath,'$ORIGIN' -lz -Wl,--no-as-needed
// sh: s='s/ (0x.*)//; /libc.so.6/d; /ld-linux/d; /ld-musl/d; /glibc-compat/d; /vdso/d'; show() { ldd "$@" | sed "$s"; }; show ./prog; show -d ./prog; show -r ./prog; show -v ./prog; LD_TRACE_LOADED_OBJECTS=1 ./prog | sed "$s"; mv libhas.so other.so; show ./prog; show -r ./libbreak.so; ldd /etc/passwd; echo $?
#if defined HAS
int has = 1;
#elif defined BREAK
extern int nodata, has; extern __thread int nothread; int nofunction(void);
int *data[] = { &nodata, &has };
int thread(void) { return nothread; }
int calls(void) { return nofunction(); }
#else
int zlibVersion(void), calls(void); extern int has;
__asm__(".weak calls");
int main(void) { return zlibVersion() + calls() + has; }
#endif
