// a cancellation that waits does not leave the tables of accounts locked: another thread goes on reading them
#include <gshadow.h>
#include <grp.h>
#include <pthread.h>
#include <pwd.h>
#include <shadow.h>
#include <stdio.h>
#include <unistd.h>
#include <utmp.h>

static void shadow_entry(void) { getspent(); }
static void shadow_end(void) { endspent(); }
static void hidden_entry(void) { getsgent(); }
static void hidden_end(void) { endsgent(); }
static void user_entry(void) { getpwent(); }
static void user_end(void) { endpwent(); }
static void group_entry(void) { getgrent(); }
static void group_end(void) { endgrent(); }
static void session_entry(void) { setutent(); getutent(); }
static void session_end(void) { endutent(); }

static const struct { const char *name; void (*function)(void); } calls[] = {
    { "getspent", shadow_entry }, { "endspent", shadow_end }, { "getsgent", hidden_entry }, { "endsgent", hidden_end },
    { "getpwent", user_entry }, { "endpwent", user_end }, { "getgrent", group_entry }, { "endgrent", group_end },
    { "getutent", session_entry }, { "endutent", session_end },
};

static void *run(void *call)
{
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, NULL);
    pthread_cancel(pthread_self());
    pthread_setcancelstate(PTHREAD_CANCEL_ENABLE, NULL);
    ((void (*)(void))call)();
    return NULL;
}

int main(void)
{
    alarm(60);
    for (unsigned i = 0; i < sizeof calls / sizeof *calls; i++) {
        pthread_t thread;
        pthread_create(&thread, NULL, run, (void *)calls[i].function);
        pthread_join(thread, NULL);
        calls[i].function();
        printf("%s\n", calls[i].name);
        fflush(stdout);
    }
}
