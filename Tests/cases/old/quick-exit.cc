// quick_exit of 2.10 destroys the thread's objects, today's does not
#include <cstdio>
#include <cstdlib>
#include <sys/wait.h>
#include <unistd.h>
extern "C" [[noreturn]] void quick_exit_old(int);
__asm__(".symver quick_exit_old, quick_exit@GLIBC_2.10");
struct Object { int used = 0; ~Object() { static const char text[] = "destroyed\n"; if (write(1, text, sizeof text - 1) < 0) _exit(9); } };
static thread_local Object object;
static void handler() { static const char text[] = "handler\n"; if (write(1, text, sizeof text - 1) < 0) _exit(9); }

int main()
{
    for (int old = 0; old < 2; old++) {
        if (fork() == 0) {
            object.used = 1;
            at_quick_exit(handler);
            if (old) quick_exit_old(3);
            quick_exit(4);
        }
        int status;
        wait(&status);
        std::printf("%d\n", WEXITSTATUS(status));
        std::fflush(stdout);
    }
}
