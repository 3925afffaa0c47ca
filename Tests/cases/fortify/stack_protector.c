// A smashed stack ends with glibc's text and SIGABRT.
// flags: -fno-builtin -Wno-all
#include "check.h"
extern void __stack_chk_fail(void), __chk_fail(void);

int main(void)
{
    CHECK((__stack_chk_fail(), 0));
    CHECK((__chk_fail(), 0));
    return 0;
}
