// A mutex that is held over a fork, of every type: who may give it back in the child, and what the parent finds
// flags: -pthread
#include <pthread.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static void *try_it(void *mutex) { printf("  another: %d\n", pthread_mutex_trylock(mutex)); return NULL; }

int main(void)
{
    for (int how = 0; how < 2; how++)
        for (int type = 0; type < 4; type++) {
            pthread_mutexattr_t a;
            pthread_mutex_t m;
            pthread_t thread;
            pthread_mutexattr_init(&a), pthread_mutexattr_settype(&a, type), pthread_mutex_init(&m, &a);
            int locked = pthread_mutex_lock(&m), again = pthread_mutex_trylock(&m);
            fflush(stdout);
            pid_t child = how ? _Fork() : fork();
            if (!child) {
                printf("type %d: %d %d, child: unlock %d", type, locked, again, pthread_mutex_unlock(&m));
                if (again == 0) printf(" %d", pthread_mutex_unlock(&m));
                printf(" trylock %d", pthread_mutex_trylock(&m));
                printf(" own: lock %d", (pthread_mutex_init(&m, &a), pthread_mutex_lock(&m)));
                printf(" unlock %d\n", pthread_mutex_unlock(&m));
                if (!how) pthread_create(&thread, NULL, try_it, &m), pthread_join(thread, NULL);
                fflush(stdout);
                _exit(0);
            }
            waitpid(child, NULL, 0);
            printf("  parent: unlock %d\n", pthread_mutex_unlock(&m));
        }
    return 0;
}
