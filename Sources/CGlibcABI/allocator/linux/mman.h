// mimalloc includes the kernel's header for flags that musl's <sys/mman.h> has.
#pragma once
#include <sys/mman.h>
