// What programs do all day beside the functions that are measured by themselves: files' names, numbers, time, processes, libraries, contexts.
#include "micro.h"
#include <dirent.h>
#include <dlfcn.h>
#include <fcntl.h>
#include <math.h>
#include <netdb.h>
#include <pthread.h>
#include <pwd.h>
#include <setjmp.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <ucontext.h>
#include <unistd.h>
#include <wchar.h>

extern char **environ;

#define EACH(name, ...) \
    static void name(const struct row *row, long count) \
    { \
        (void)row; \
        char buffer[256] = ""; \
        (void)buffer; \
        for (volatile long at = 0; at < count; at++) { long i = at; (void)i; __VA_ARGS__; } \
    }

// Dates: within a zone's table, and beyond it, where its rule counts. A thousand seconds apart, as in a log file.
enum { IN_TABLE = 1000000000, BEYOND_TABLE = 2000000000 };
static long first_second;
static void set_zone(const char *zone, long first)
{
    setenv("TZ", zone, 1);
    tzset();
    first_second = first;
}
static void zone_in_table(const struct row *row) { (void)row; set_zone("Europe/Berlin", IN_TABLE); }
static void zone_beyond(const struct row *row) { (void)row; set_zone("Europe/Berlin", BEYOND_TABLE + 1000000000L); }
static void zone_rule(const struct row *row) { (void)row; set_zone("CET-1CEST,M3.5.0,M10.5.0/3", IN_TABLE); }
EACH(local, time_t t = first_second + i % 1000000 * 1000; struct tm tm; USE(localtime_r(&t, &tm)))
EACH(local_far, time_t t = first_second + i % 1000 * 31557600; struct tm tm; USE(localtime_r(&t, &tm)))
EACH(local_shared, time_t t = first_second + i % 1000000 * 1000; USE(localtime(&t)))
EACH(universal, time_t t = first_second + i % 1000000 * 1000; struct tm tm; USE(gmtime_r(&t, &tm)))
EACH(from_date, struct tm tm = {.tm_year = 101 + i % 60, .tm_mon = i % 12, .tm_mday = 9, .tm_hour = i % 24, .tm_isdst = -1}; USE(mktime(&tm)))
EACH(from_universal, struct tm tm = {.tm_year = 101 + i % 60, .tm_mon = i % 12, .tm_mday = 9, .tm_hour = i % 24}; USE(timegm(&tm)))
EACH(print_date, struct tm tm = {.tm_year = 101, .tm_mon = i % 12, .tm_mday = 9, .tm_hour = i % 24}; USE(strftime(buffer, 256, "%a, %d %b %Y %H:%M:%S %z", &tm)))
EACH(parse_date, struct tm tm; USE(strptime("2024-03-05 12:34:56", "%Y-%m-%d %H:%M:%S", &tm)))
EACH(what_time, USE(time(NULL)))
EACH(clock_now, struct timespec now; USE(clock_gettime(CLOCK_REALTIME, &now)))
EACH(day_now, struct timeval now; USE(gettimeofday(&now, NULL)))

// Numbers.
EACH(integer, USE(atoi("-12345")))
EACH(long_long, USE((long)strtoll("-9223372036854775807", NULL, 0)))
EACH(print_long_double, USE(snprintf(buffer, sizeof buffer, "%Lf", i * 1.25L)))
EACH(print_hexadecimal, USE(snprintf(buffer, sizeof buffer, "%08x %016lx", (unsigned)i, i * 0x9e3779b97f4a7c15ul)))
EACH(print_precise, USE(snprintf(buffer, sizeof buffer, "%.*s [%3d%%]", 12, "a rather long text", (int)(i % 100))))
EACH(print_wide, wchar_t wide[64]; USE(swprintf(wide, 64, L"%d %ls", (int)i, L"wide")))
EACH(scan_integers, int a; int b; int c; USE(sscanf("10 200 3000", "%d %d %d", &a, &b, &c)))
EACH(draw_random, USE(random()))
EACH(draw_rand, USE(rand()))
static double sum;
#define REAL(function, argument) EACH(real_##function, sum += function(argument); USE((long)sum))
REAL(exp, (i % 1000) * 1e-2)
REAL(log, 1 + (i % 1000) * 1e-2)
REAL(sin, (i % 1000) * 1e-2)
REAL(cos, (i % 1000) * 1e-2)
REAL(tan, (i % 1000) * 1e-3)
REAL(atan, (i % 1000) * 1e-2)
REAL(tanh, (i % 1000) * 1e-3)
REAL(cbrt, (i % 1000) * 1e-2)
REAL(floor, (i % 1000) * 1e-2)
REAL(rint, (i % 1000) * 1e-2)
REAL(lgamma, 1.5 + (i % 1000) * 1e-2)
REAL(erf, (i % 1000) * 1e-3)
REAL(log10, 1 + (i % 1000) * 1e-2)
REAL(exp2, (i % 1000) * 1e-2)
REAL(sqrt, (i % 1000) * 1e-2)
REAL(asin, (i % 1000) * 1e-3)
EACH(real_pow, sum += pow(1 + (i % 1000) * 1e-2, 1.7); USE((long)sum))
EACH(real_fmod, sum += fmod(i * 3.7, 1.3); USE((long)sum))
EACH(real_hypot, sum += hypot(i * 3.7, 1.3); USE((long)sum))
EACH(real_atan2, sum += atan2((i % 1000) * 3.7, 1.3); USE((long)sum))
EACH(real_ldexp, sum += ldexp(1.5, i % 10); USE((long)sum))
EACH(real_modf, double whole; sum += modf(i * 1.7, &whole); USE((long)sum))
EACH(real_sincos, double s; double c; sincos((i % 1000) * 1e-2, &s, &c); sum += s + c; USE((long)sum))
EACH(real_expf, sum += expf((i % 1000) * 1e-2f); USE((long)sum))
EACH(real_powf, sum += powf(1 + (i % 1000) * 1e-2f, 1.7f); USE((long)sum))
EACH(real_sinf, sum += sinf((i % 1000) * 1e-2f); USE((long)sum))

// Texts, of the length of a word or a line.
static const char line[] = "The quick brown fox jumps over the lazy dog, and then some more of them, until the line is full";
EACH(duplicate, free(strdup(line)))
EACH(tokens, char copy[sizeof line]; memcpy(copy, line, sizeof line); char *rest; for (char *word = strtok_r(copy, " ,", &rest); word; word = strtok_r(NULL, " ,", &rest)) USE(word))
EACH(separate, char copy[sizeof line]; memcpy(copy, line, sizeof line); char *rest = copy; while (rest) USE(strsep(&rest, " ")))
EACH(any_case, USE(strcasecmp("Content-Type", i % 2 ? "content-type" : "CONTENT-LENGTH")))
EACH(any_case_some, USE(strncasecmp("Content-Type: text", i % 2 ? "content-type:" : "CONTENT-LENGTH", 13)))
EACH(find_any_case, USE(strcasestr(line, "UNTIL")))
EACH(collate, USE(strcoll(line, "The quick brown fox jumps over")))
EACH(compare_versions, USE(strverscmp("linux-6.1.10", "linux-6.1.9")))
EACH(wide_compare, USE(wcscmp(L"a wide text of some length", L"a wide text of some other length")))
EACH(wide_find, USE(wcschr(L"a wide text of some length", L'l')))
EACH(wide_copy, wchar_t to[64]; USE(wcscpy(to, L"a wide text of some length")))
EACH(one_character, wchar_t w; mbstate_t state = {0}; USE(mbrtowc(&w, i % 2 ? "a" : "\303\251", 2, &state)))
EACH(error_text, USE(strerror(2)))
EACH(environment, USE(getenv("NO_SUCH_VARIABLE")))
EACH(change_environment, setenv("A_VARIABLE", i % 2 ? "one" : "two", 1))

// Files.
EACH(folder, DIR *dir = opendir("/etc"); struct dirent *entry; while ((entry = readdir(dir))) USE(entry->d_type); closedir(dir))
EACH(file_status, struct stat status; USE(stat("/etc/passwd", &status)))
EACH(real_name, USE(realpath("/usr/bin/../lib/./", buffer) != NULL))
EACH(current_folder, USE(getcwd(buffer, sizeof buffer)))
EACH(account, USE(getpwnam("root")))
EACH(address_number, struct addrinfo hints = {.ai_flags = AI_NUMERICHOST}; struct addrinfo *found; if (getaddrinfo("192.0.2.1", NULL, &hints, &found) == 0) freeaddrinfo(found))
EACH(identity, USE(getpid()))

// Libraries, contexts and threads.
EACH(open_library, void *library = dlopen("libz.so.1", RTLD_NOW); if (!library) abort(); dlclose(library))
static void *library;
static void hold_library(const struct row *row) { (void)row; library = dlopen("libz.so.1", RTLD_NOW); }
EACH(open_again, dlclose(dlopen("libz.so.1", RTLD_NOW)))
EACH(find_symbol, USE(dlsym(library, "deflate")))
EACH(find_default, USE(dlsym(RTLD_DEFAULT, "strlen")))
EACH(find_address, Dl_info found; USE(dladdr(library ? dlsym : (void *)dlopen, &found)))
static jmp_buf place;
EACH(jump, if (_setjmp(place) == 0) longjmp(place, 1))
static sigjmp_buf mask_place;
EACH(jump_with_mask, if (sigsetjmp(mask_place, 1) == 0) siglongjmp(mask_place, 1))
static ucontext_t here, there;
static void come_back(void) { for (;;) swapcontext(&there, &here); }
static void prepare_context(const struct row *row)
{
    static char stack[65536];
    (void)row;
    getcontext(&there);
    there.uc_stack.ss_sp = stack;
    there.uc_stack.ss_size = sizeof stack;
    makecontext(&there, come_back, 0);
}
EACH(switch_context, swapcontext(&here, &there))
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
EACH(try_lock, if (pthread_mutex_trylock(&mutex) == 0) pthread_mutex_unlock(&mutex))
static pthread_spinlock_t spin;
static void prepare_spin(const struct row *row) { (void)row; pthread_spin_init(&spin, PTHREAD_PROCESS_PRIVATE); }
EACH(spin_lock, pthread_spin_lock(&spin); pthread_spin_unlock(&spin))
static void *do_nothing(void *argument) { return argument; }
static void many_threads(const struct row *row, long count)
{
    pthread_t threads[16];
    for (long i = 0; i < count; i++) {
        for (int k = 0; k < row->size; k++)
            if (pthread_create(&threads[k], NULL, do_nothing, NULL) != 0)
                abort();
        for (int k = 0; k < row->size; k++)
            pthread_join(threads[k], NULL);
    }
}

// Processes.
static void wait_for(pid_t child)
{
    int status;
    if (waitpid(child, &status, 0) != child || status != 0)
        abort();
}
EACH(vfork_and_exit, pid_t child = vfork(); if (child == 0) _exit(0); wait_for(child))
static void fork_and_run(const struct row *row, long count)
{
    (void)row;
    for (long i = 0; i < count; i++) {
        pid_t child = fork();
        if (child == 0) {
            dup2(open("/dev/null", O_WRONLY), 1);
            execl("/bench/empty", "empty", NULL);
            _exit(127);
        }
        wait_for(child);
    }
}
EACH(shell, if (system(":") != 0) abort())
EACH(pipe_from, FILE *pipe = popen("echo word", "r"); USE(fgets(buffer, sizeof buffer, pipe)); pclose(pipe))

#define ROW(group, name, run) {group, name, run, 0, 0, NULL}
const struct row wide_rows[] = {
    {"localtime_r", "a zone's table", local, 0, 0, zone_in_table}, {"localtime_r", "a zone's rule", local, 0, 0, zone_beyond},
    {"localtime_r", "years apart", local_far, 0, 0, zone_beyond}, {"localtime_r", "TZ is a rule", local, 0, 0, zone_rule},
    {"localtime", "a zone's table", local_shared, 0, 0, zone_in_table}, {"gmtime_r", "", universal, 0, 0, zone_in_table},
    {"mktime", "a zone", from_date, 0, 0, zone_in_table}, {"timegm", "", from_universal, 0, 0, NULL}, {"strftime", "with zone", print_date, 0, 0, zone_in_table},
    ROW("strptime", "", parse_date), ROW("time", "", what_time), ROW("clock_gettime", "", clock_now), ROW("gettimeofday", "", day_now),
    ROW("atoi", "", integer), ROW("strtoll", "", long_long), ROW("snprintf", "%Lf", print_long_double), ROW("snprintf", "%08x %016lx", print_hexadecimal),
    ROW("snprintf", "%.*s %3d", print_precise), ROW("swprintf", "%d %ls", print_wide), ROW("sscanf", "%d %d %d", scan_integers), ROW("random", "", draw_random),
    ROW("rand", "", draw_rand), ROW("exp", "", real_exp), ROW("log", "", real_log), ROW("sin", "", real_sin), ROW("cos", "", real_cos), ROW("tan", "", real_tan),
    ROW("atan", "", real_atan), ROW("tanh", "", real_tanh), ROW("cbrt", "", real_cbrt), ROW("floor", "", real_floor), ROW("rint", "", real_rint),
    ROW("lgamma", "", real_lgamma), ROW("erf", "", real_erf), ROW("log10", "", real_log10), ROW("exp2", "", real_exp2), ROW("sqrt", "", real_sqrt),
    ROW("asin", "", real_asin), ROW("pow", "", real_pow), ROW("fmod", "", real_fmod), ROW("hypot", "", real_hypot), ROW("atan2", "", real_atan2),
    ROW("ldexp", "", real_ldexp), ROW("modf", "", real_modf), ROW("sincos", "", real_sincos), ROW("expf", "", real_expf), ROW("powf", "", real_powf),
    ROW("sinf", "", real_sinf), ROW("strdup", "and free", duplicate), ROW("strtok_r", "a line", tokens), ROW("strsep", "a line", separate),
    ROW("strcasecmp", "a word", any_case), ROW("strncasecmp", "a word", any_case_some), ROW("strcasestr", "a line", find_any_case), ROW("strcoll", "a line", collate),
    ROW("strverscmp", "", compare_versions), ROW("wcscmp", "", wide_compare), ROW("wcschr", "", wide_find), ROW("wcscpy", "", wide_copy),
    ROW("mbrtowc", "UTF-8", one_character), ROW("strerror", "", error_text), ROW("getenv", "a variable that is not there", environment),
    ROW("setenv", "", change_environment), ROW("opendir", "readdir, closedir", folder), ROW("stat", "", file_status), ROW("realpath", "", real_name),
    ROW("getcwd", "", current_folder), ROW("getpwnam", "", account), ROW("getaddrinfo", "a number", address_number), ROW("getpid", "", identity),
    ROW("dlopen", "and dlclose", open_library), {"dlopen", "a library that is open", open_again, 0, 0, hold_library}, {"dlsym", "a library's", find_symbol, 0, 0, hold_library},
    ROW("dlsym", "RTLD_DEFAULT", find_default), ROW("dladdr", "", find_address), ROW("setjmp", "longjmp", jump), ROW("sigsetjmp", "siglongjmp", jump_with_mask),
    {"swapcontext", "", switch_context, 0, 0, prepare_context}, ROW("mutex", "trylock, unlock", try_lock),
    {"spin lock", "", spin_lock, 0, 0, prepare_spin}, {"thread", "16, then joined", many_threads, 16, 1, NULL}, {"vfork", "and wait", vfork_and_exit, 0, 1, NULL},
    {"fork", "execl and wait", fork_and_run, 0, 1, NULL}, {"system", "", shell, 0, 1, NULL}, {"popen", "and pclose", pipe_from, 0, 1, NULL}, {0},
};
