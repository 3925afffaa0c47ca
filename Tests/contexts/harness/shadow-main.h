// main of a program on a libc that knows nothing of shadow stacks: turns the shadow stack on, and does not return to the libc's start.
#pragma once
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <stdint.h>
#include <stdlib.h>
#include "machine.h"
int tested_main();
int main(void)
{
    if (!shadow_stack_on())
        return 77;
    exit(tested_main());
}
#define main tested_main
