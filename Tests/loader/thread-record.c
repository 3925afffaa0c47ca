// Code of Qt 6 reads the thread's pthread_t by itself, at %fs:16, in each thread and whatever other threads begin and end meanwhile.
// lib: libQt6Core.so.6 -DLIB_CORE -Wl,-soname,libQt6Core.so.6
// lib: libuser.so -DLIB_USER -Wl,--no-as-needed -L. -l:libQt6Core.so.6
// flags: -L. -Wl,--no-as-needed -l:libQt6Core.so.6 -Wl,-rpath,. -lpthread
#include <dlfcn.h>
#include <pthread.h>
#include <stdio.h>
static inline __attribute__((always_inline)) pthread_t read_record(void)
{
    pthread_t self;
    __asm__ volatile("mov %%fs:16, %0" : "=r"(self));
    return self;
}
static inline __attribute__((always_inline)) pthread_t read_record_r9(void)
{
    pthread_t self;
    __asm__ volatile("mov %%fs:16, %%r9\n\tmov %%r9, %0" : "=r"(self) : : "r9");
    return self;
}
#if defined LIB_CORE
pthread_t core(void) { return read_record(); }
pthread_t core_r9(void) { return read_record_r9(); }
#elif defined LIB_USER
pthread_t user(void) { return read_record(); }
#else
extern pthread_t core(void), core_r9(void);
static pthread_t (*user)(void);
static pthread_barrier_t barrier;
static int wrong[4];

static void look(void)
{
    pthread_t self = pthread_self();
    __sync_fetch_and_add(&wrong[0], core() != self);
    __sync_fetch_and_add(&wrong[1], core_r9() != self);
    __sync_fetch_and_add(&wrong[2], read_record() != self);
    __sync_fetch_and_add(&wrong[3], user() != self);
}

static void *brief(void *unused) { look(); return unused; }

static void *thread(void *unused)
{
    look();
    pthread_barrier_wait(&barrier);
    for (int i = 0; i < 20; i++) {
        pthread_t other;
        pthread_create(&other, NULL, brief, NULL);
        look();
        pthread_join(other, NULL);
        look();
    }
    return unused;
}

int main(void)
{
    void *library = dlopen("./libuser.so", RTLD_NOW);
    user = library ? (pthread_t (*)(void))dlsym(library, "user") : NULL;
    if (!user)
        return puts(dlerror()), 1;
    pthread_t threads[4];
    pthread_barrier_init(&barrier, NULL, 4);
    for (int i = 0; i < 4; i++)
        pthread_create(&threads[i], NULL, thread, NULL);
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
    look();
    printf("wrong: %d %d in the library, %d in the program, %d in one that was opened\n", wrong[0], wrong[1], wrong[2], wrong[3]);
    FILE *maps = fopen("/proc/self/maps", "r");
    char line[512], access[8];
    int both = 0;
    while (fgets(line, sizeof line, maps))
        if (sscanf(line, "%*s %7s", access) == 1 && access[1] == 'w' && access[2] == 'x')
            both++;
    printf("writable and executable: %d\n", both);
}
#endif
