// One lock for the cursors of /etc/protocols, /etc/services and the other tables. In C for its static initialiser.
#include "CGlibcABI.h"
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
void glibc_compat_database_lock(void) { pthread_mutex_lock(&lock); }
void glibc_compat_database_unlock(void) { pthread_mutex_unlock(&lock); }
