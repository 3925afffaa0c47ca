// The same programs against libucontext's own names, which leave the mask alone.
#pragma once
#define getcontext  libucontext_getcontext
#define setcontext  libucontext_setcontext
#define swapcontext libucontext_swapcontext
#define makecontext libucontext_makecontext
