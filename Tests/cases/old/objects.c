// Data that programs of 2002 name: classes of characters in 32 bits, the resolver's state, <math.h>'s _LIB_VERSION, <regexp.h>'s places
// flags: -lm -lresolv
#include <ctype.h>
#include <netinet/in.h>
#include <resolv.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include "versions.h"
#undef _res
#define OLD_DATA(type, name) extern type name##_old; __asm__(".symver " #name "_old, " #name "@GLIBC_2.2.5")
OLD_DATA(const uint32_t *, __ctype32_b);
OLD_DATA(const uint32_t *, __ctype32_tolower);
OLD_DATA(const uint32_t *, __ctype32_toupper);
OLD_DATA(struct __res_state, _res);
OLD_DATA(int, _LIB_VERSION);
OLD(int, matherr, "2.2.5", (void *));

int main(void)
{
    for (int i = 0; i < 256; i++)
        printf("%x %x %x\n", __ctype32_b_old[i], __ctype32_tolower_old[i], __ctype32_toupper_old[i]);
    printf("negative: %x %x %x\n", __ctype32_tolower_old[-128], __ctype32_tolower_old[-1], __ctype32_toupper_old[-100]);
    printf("_LIB_VERSION %d, matherr %d\n", _LIB_VERSION_old, matherr_old(NULL));
    // The object is the main thread's state, before and after res_init.
    printf("state: same %d, options %lx\n", &_res_old == __res_state(), _res_old.options);
    res_init();
    printf("%lx %d %d\n", _res_old.options, _res_old.retrans, _res_old.retry);
    _res_old.retry = 7;
    printf("%d\n", __res_state()->retry);
}
