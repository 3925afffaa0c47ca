// A library as a musl distribution brings it: every type and constant here is musl's, and several differ from glibc's.
#define _GNU_SOURCE
#include <aio.h>
#include <errno.h>
#include <fnmatch.h>
#include <ftw.h>
#include <getopt.h>
#include <glob.h>
#include <langinfo.h>
#include <locale.h>
#include <netdb.h>
#include <pthread.h>
#include <regex.h>
#include <sched.h>
#include <signal.h>
#include <semaphore.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>

static void patterns(void)
{
    regex_t regex;
    memset(&regex, 0x55, sizeof regex);
    int status = regcomp(&regex, "(a)(b)", REG_EXTENDED | REG_ICASE);
    printf("regcomp: %d, %zu groups\n", status, regex.re_nsub);
    regmatch_t matches[4];
    memset(matches, 0, sizeof matches);
    status = regexec(&regex, "xAB", 3, matches, 0);
    printf("regexec: %d, %d-%d %d-%d, untouched %d\n", status, (int)matches[1].rm_so, (int)matches[1].rm_eo, (int)matches[2].rm_so,
           (int)matches[2].rm_eo, matches[3].rm_so == 0 && matches[3].rm_eo == 0);
    regfree(&regex);
    status = regcomp(&regex, "(", REG_EXTENDED);
    printf("regcomp of nonsense is REG_EPAREN: %d\n", status == REG_EPAREN);
    glob_t found = { 0 };
    status = glob("/dev/nul*", GLOB_DOOFFS | GLOB_NOSORT, NULL, &found);
    printf("glob: %d, %zu, %s\n", status, found.gl_pathc, status ? "" : found.gl_pathv[0]);
    globfree(&found);
    printf("glob of nothing is GLOB_NOMATCH: %d\n", glob("/nothing/*", 0, NULL, &found) == GLOB_NOMATCH);
    printf("fnmatch: %d %d\n", fnmatch("*.C", "a.c", FNM_CASEFOLD), fnmatch("a*", "b", 0) == FNM_NOMATCH);
}

static int visit(const char *path, const struct stat *facts, int type, struct FTW *place)
{
    printf("nftw: %s, FTW_D %d, FTW_F %d, level %d, size %d\n", path, type == FTW_D, type == FTW_F, place->level, (int)(facts->st_size >= 0));
    return 0;
}

static void tables(void)
{
    struct addrinfo hints = { .ai_family = AF_INET, .ai_flags = AI_NUMERICHOST | AI_CANONNAME }, *found = NULL;
    int status = getaddrinfo("1.2.3.4", "80", &hints, &found);
    printf("getaddrinfo: %d, %s, length %d\n", status, status ? "" : found->ai_canonname, status ? 0 : (int)found->ai_addrlen);
    if (!status) freeaddrinfo(found);
    status = getaddrinfo("no number", NULL, &hints, &found);
    printf("getaddrinfo: EAI_NONAME %d, %s\n", status == EAI_NONAME, gai_strerror(status));
    printf("_SC_PAGESIZE %ld, _SC_NPROCESSORS_CONF above 0: %d, _CS_PATH %zu\n", sysconf(_SC_PAGESIZE), sysconf(_SC_NPROCESSORS_CONF) > 0, confstr(_CS_PATH, NULL, 0));
    printf("CODESET %s, RADIXCHAR %s\n", nl_langinfo(CODESET), nl_langinfo(RADIXCHAR));
    locale_t c = newlocale(LC_ALL_MASK, "C", NULL), before = uselocale(c);
    printf("newlocale %d, uselocale %d\n", c != NULL, uselocale(before) == c);
    char text[64] = "";
    status = strerror_r(ENOENT, text, sizeof text);
    printf("strerror_r: %d, %s\n", status, text);
    char *words[] = { "prog", "-a", "--long=x", "rest", NULL };
    static const struct option options[] = { { "long", required_argument, NULL, 'l' }, { 0 } };
    optind = 1;
    for (int option; (option = getopt_long(4, words, "a", options, NULL)) != -1;)
        printf("getopt_long: %c %s\n", option, option == 'l' ? optarg : "-");
    printf("optind %d\n", optind);
    wchar_t wide[8];
    printf("mbstowcs %zu, swprintf %d\n", mbstowcs(wide, "abc", 8), swprintf(wide, 8, L"%d", 12));
}

static _Thread_local int own = 7;
static void *work(void *text)
{
    own += 1;
    printf("a thread: %s, %d\n", (char *)text, own);
    return "done";
}

static void threads(void)
{
    pthread_mutexattr_t kind;
    pthread_mutex_t mutex;
    pthread_mutexattr_init(&kind), pthread_mutexattr_settype(&kind, PTHREAD_MUTEX_ERRORCHECK), pthread_mutex_init(&mutex, &kind);
    pthread_mutex_lock(&mutex);
    printf("a second lock is EDEADLK: %d\n", pthread_mutex_lock(&mutex) == EDEADLK);
    pthread_attr_t attributes;
    pthread_attr_init(&attributes), pthread_attr_setstacksize(&attributes, 1 << 20);
    pthread_t thread;
    void *result = "";
    pthread_create(&thread, &attributes, work, "text"), pthread_join(thread, &result);
    printf("joined: %s, %d\n", (char *)result, own);
    sem_t count;
    sem_init(&count, 0, 1);
    printf("sem_trywait: %d %d\n", sem_trywait(&count), sem_trywait(&count));
}

static void jumps(void)
{
    jmp_buf here;
    volatile int times = 0;
    if (setjmp(here) < 3) times++, longjmp(here, times + 1);
    printf("jumps: %d\n", times);
}

void musl_types(void)
{
    patterns();
    mkdir("musl-built-folder", 0755);
    nftw("musl-built-folder", visit, 5, FTW_PHYS);
    tables(), threads(), jumps();
}

// Threads that libc starts by itself.
static sem_t ticked;
static void tick(union sigval value) { if (value.sival_int == 42) sem_post(&ticked); }
int musl_timer(void)
{
    struct sigevent event = { .sigev_notify = SIGEV_THREAD, .sigev_value.sival_int = 42 };
    struct itimerspec soon = { .it_value.tv_nsec = 1000000 };
    timer_t timer;
    event.sigev_notify_function = tick;
    sem_init(&ticked, 0, 0);
    if (timer_create(CLOCK_MONOTONIC, &event, &timer) || timer_settime(timer, 0, &soon, NULL)) return -1;
    sem_wait(&ticked);
    return timer_delete(timer);
}
int musl_request(void)
{
    char text[8] = "", many[8] = "";
    FILE *file = tmpfile();
    fputs("1234567", file), fflush(file);
    struct aiocb block = { .aio_fildes = fileno(file), .aio_buf = text, .aio_nbytes = 4, .aio_offset = 2 };
    struct aiocb other = { .aio_fildes = fileno(file), .aio_buf = many, .aio_nbytes = 3, .aio_lio_opcode = LIO_READ };
    struct aiocb *list[] = { NULL, &other };
    if (aio_read(&block)) return -1;
    while (aio_error(&block) == EINPROGRESS) aio_suspend((const struct aiocb *[]){ &block }, 1, NULL);
    if (lio_listio(LIO_WAIT, list, 2, NULL)) return -2;
    printf("read %zd %s, %zd %s\n", aio_return(&block), text, aio_return(&other), many);
    fclose(file);
    return 0;
}

// What both sides share.
char *musl_memory(void) { return strdup("allocated on musl's side"); }
void musl_release(char *memory) { free(memory); }
int musl_lock(pthread_mutex_t *mutex) { return pthread_mutex_trylock(mutex); }
void musl_set(void) { setenv("SHARED", "set on musl's side", 1); }
const char *musl_get(void) { return getenv("SHARED"); }
static void last(void) { puts("musl's side ends"); }
void musl_register(void) { atexit(last); }
FILE *musl_open(void) { FILE *file = tmpfile(); fputs("written on musl's side\n", file), rewind(file); return file; }

__attribute__((weak)) int fpurge(FILE *);     // glibc has none

// The buffer of the program's stream, which the program writes into by itself.
void musl_throw_away(FILE *file, int how) { how ? fpurge(file) : __fpurge(file); }
void musl_take_buffer(FILE *file) { setvbuf(file, NULL, _IONBF, 0); }
