// <sys/mman.h>: memory protection keys. In C for the two instructions that read and write the thread's rights. Source: pkeys(7).
#include <errno.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

int pkey_alloc(unsigned flags, unsigned rights) { return (int)syscall(SYS_pkey_alloc, flags, rights); }
int pkey_free(int key) { return (int)syscall(SYS_pkey_free, key); }

/// Key -1 asks for mprotect itself, which kernels without keys have too.
int pkey_mprotect(void *memory, size_t size, int protection, int key)
{
    return key == -1 ? mprotect(memory, size, protection) : (int)syscall(SYS_pkey_mprotect, memory, size, protection, key);
}

#if defined __x86_64__ || defined __i386__
/// The rights that this thread has through a key: bits for no access and no writing.
int pkey_get(int key)
{
    if (key < 0 || key > 15) {
        errno = EINVAL;
        return -1;
    }
    unsigned rights, high;
    __asm__ volatile(".byte 0x0f, 0x01, 0xee" : "=a"(rights), "=d"(high) : "c"(0)); // rdpkru
    return rights >> (2 * key) & 3;
}

int pkey_set(int key, unsigned rights)
{
    if (key < 0 || key > 15 || rights > 3) {
        errno = EINVAL;
        return -1;
    }
    unsigned all, high;
    __asm__ volatile(".byte 0x0f, 0x01, 0xee" : "=a"(all), "=d"(high) : "c"(0));
    all = (all & ~(3u << (2 * key))) | rights << (2 * key);
    __asm__ volatile(".byte 0x0f, 0x01, 0xef" : : "a"(all), "c"(0), "d"(0) : "memory"); // wrpkru
    return 0;
}
#else
int pkey_get(int key) { (void)key; errno = ENOSYS; return -1; }
int pkey_set(int key, unsigned rights) { (void)key, (void)rights; errno = ENOSYS; return -1; }
#endif
