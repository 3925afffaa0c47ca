// A thread that is cancelled in openlog, closelog or syslog leaves the log to the others.
#include <pthread.h>
#include <stdio.h>
#include <syslog.h>

static void open_now(void) { openlog("tag", LOG_NDELAY, LOG_USER); }
static void send_one(void) { syslog(LOG_DEBUG, "text"); }

static void *cancelled(void *call)
{
    pthread_cancel(pthread_self());
    ((void (*)(void))call)();
    pthread_testcancel();
    return call;
}

int main(void)
{
    void (*calls[])(void) = {open_now, closelog, send_one, open_now, closelog};
    for (int i = 0; i < 5; i++) {
        pthread_t thread;
        void *result;
        pthread_create(&thread, NULL, cancelled, (void *)calls[i]);
        pthread_join(thread, &result);
        printf("cancelled %d, mask %x\n", result == PTHREAD_CANCELED, (unsigned)setlogmask(0));
        fflush(stdout);
    }
    return 0;
}
