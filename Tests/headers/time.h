// <time.h>, <sys/time.h>, <sys/timeb.h>, <sys/times.h>, <utime.h>: calendars, clocks, timers, times of files. No time
// of day is printed.
#include <fcntl.h>
#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/timeb.h>
#include <sys/timerfd.h>
#include <sys/times.h>
#include <sys/timex.h>
#include <time.h>
#include <unistd.h>
#include <utime.h>
static void tell(const struct tm *t)
{
    if (!t) { say("null"); return; }
    say("%d-%d-%d %d:%d:%d wday %d yday %d dst %d off %ld %s", t->tm_year, t->tm_mon, t->tm_mday, t->tm_hour, t->tm_min,
        t->tm_sec, t->tm_wday, t->tm_yday, t->tm_isdst, t->tm_gmtoff, t->tm_zone ?: "null");
}
static const time_t moments[] = {0, 1, -1, 86399, 951782400, 951868800, 1078012799, 1700000000, 2147483647, 2147483648,
    -2147483649, 4102444800, 253402300799, 253402300800, -62135596800, -62167219201, 67767976233532799,
    67767976233619200};

gmtime, gmtime_r, __gmtime_r:
    extern struct tm *__gmtime_r(const time_t *, struct tm *);
    for (int i = 0; i < count(moments); i++) {
        struct tm tm = {0};
        errno = 0;
        struct tm *t = gmtime(&moments[i]);
        int e = errno;
        tell(t);
        if (!t) say("%s", strerrorname_np(e));
        show(gmtime_r(&moments[i], &tm) == (t ? &tm : NULL));
        if (t) tell(&tm);
        show(__gmtime_r(&moments[i], &tm) != NULL);
    }

localtime, localtime_r, tzset, tzname, timezone, daylight, __tzname, __timezone, __daylight:
    const char *zones[] = {"UTC", "", "EST5EDT,M3.2.0,M11.1.0", "CET-1CEST,M3.5.0/2,M10.5.0/3", "<+0330>-3:30",
        "XYZ3:15:20", "AAA-14", "EST5EDT,J60/0,300/25", "NZST-12NZDT,M9.5.0,M4.1.0/3"};
    for (int z = 0; z < count(zones); z++) {
        setenv("TZ", zones[z], 1);
        tzset();
        say("%s: %s %s %ld %d, %d %d %d", zones[z], tzname[0], tzname[1], timezone, daylight, __tzname[0] == tzname[0],
            __timezone == timezone, __daylight == daylight);
        for (int i = 0; i < 12; i++) {
            struct tm tm = {0};
            tell(localtime(&moments[i]));
            localtime_r(&moments[i], &tm);
            tell(&tm);
        }
    }

mktime, timelocal, timegm:
    const struct tm given[] = {{.tm_year = 100, .tm_mon = 1, .tm_mday = 30}, {.tm_year = 70, .tm_mday = 1},
        {.tm_year = 124, .tm_mon = 14, .tm_mday = -5, .tm_hour = 49, .tm_min = -70, .tm_sec = 3601},
        {.tm_year = 69, .tm_mon = 11, .tm_mday = 31, .tm_hour = 23, .tm_min = 59, .tm_sec = 59},{.tm_year = 124,
            .tm_mon = 2, .tm_mday = 10, .tm_hour = 3, .tm_min = 30, .tm_isdst = -1},
        {.tm_year = 124, .tm_mon = 10, .tm_mday = 3, .tm_hour = 1, .tm_min = 30, .tm_isdst = 1},
            {.tm_year = 124, .tm_mon = 6, .tm_mday = 3, .tm_isdst = 0},
            {.tm_year = 2147483647, .tm_mon = 11, .tm_mday = 31, .tm_hour = 24},
            {.tm_year = 8000, .tm_mon = -30, .tm_mday = 400}};
    for (int z = 0; z < 2; z++) {
        setenv("TZ", z ? "EST5EDT,M3.2.0,M11.1.0" : "UTC", 1);
        for (int i = 0; i < count(given); i++) {
            struct tm a = given[i], b = given[i], c = given[i];
            if (!z && i == 5) continue;
            errno = 0;
            time_t x = mktime(&a);
            say("%ld %s", x, x == -1 ? strerrorname_np(errno) : "");
            if (x != -1) tell(&a);
            show(timelocal(&b) == x);
            errno = 0;
            x = timegm(&c);
            say("%ld %s", x, x == -1 ? strerrorname_np(errno) : "");
            if (x != -1) tell(&c);
        }
    }

asctime, asctime_r, ctime, ctime_r, difftime:
    char text[100];
    struct tm tm = {.tm_year = 124, .tm_mon = 1, .tm_mday = 9, .tm_wday = 5, .tm_hour = 1};
    show(asctime(&tm));
    show(asctime_r(&tm, text));
    tm.tm_year = 9000;
    show(asctime(&tm));
    tm.tm_year = 124, tm.tm_mon = 12, tm.tm_wday = 7;
    show(asctime(&tm));
    tm.tm_wday = -1;
    show(asctime_r(&tm, text));
    for (int i = 0; i < 12; i++) {
        show(ctime(&moments[i]));
        show(ctime_r(&moments[i], text));
    }
    show(difftime(10, 25));
    show(difftime(1L << 60, 1));
    show(difftime(-1L << 62, 1L << 62));

strftime, strftime_l, __strftime_l:
    extern size_t __strftime_l(char *, size_t, const char *, const struct tm *, locale_t);
    locale_t c = newlocale(LC_ALL_MASK, "C", NULL);
    struct tm tm = {.tm_sec = 5, .tm_min = 4, .tm_hour = 0, .tm_mday = 9, .tm_mon = 1, .tm_year = 124, .tm_wday = 5,
        .tm_yday = 39, .tm_zone = "XYZ", .tm_gmtoff = -12600};
    char text[200], format[8] = "%?";
    for (int flag = 0; flag < 7; flag++)
        for (int f = 'A'; f <= 'z'; f++) {
            if ((f > 'Z' && f < 'a') || f == 's') continue;
            snprintf(format, 8, "%%%s%c", (char *[]){"", "E", "O", "_", "-", "^", "12"}[flag], f);
            memset(text, 0, 200);
            size_t n = strftime(text, 200, format, &tm);
            say("%s: %zu %s", format, n, text);
        }
    show(strftime(text, 3, "%Y", &tm));
    show(strftime(text, 200, "%", &tm));
    show(strftime_l(text, 200, "%A %p %#a %#p %#Z %010e", &tm, c));
    show(text);
    show(__strftime_l(text, 200, "%B%%%n%t|", &tm, c));
    show(text);

strptime, strptime_l:
    extern char *named_strptime_l(const char *, const char *, struct tm *, locale_t) __asm__("strptime_l");
    locale_t c = newlocale(LC_ALL_MASK, "C", NULL);
    const char *pairs[][2] = {{"2024-02-09", "%Y-%m-%d"}, {"09/02/24", "%d/%m/%y"}, {"Fri Feb  9 15:04:05 2024", "%c"},
        {"friday FEBRUARY", "%A %B"}, {"3:04 PM", "%I:%M %p"}, {"12 AM", "%I %p"}, {"15:04:05", "%T"},
        {"1707491045", "%s"},
        {"2024 040", "%Y %j"}, {"2024 06 5", "%Y %U %w"}, {"20 24", "%C %y"}, {"+0530 x", "%z x"}, {"-03:30", "%z"},
            {"Z", "%z"}, {"  12", "%e"}, {"100%", "100%%"}, {"13", "%m"}, {"31 rest", "%d"}, {"", "%Y"}, {"abc", "xbc"},
            {"60", "%S"}, {"24:00", "%R"}, {"UTC", "%Z"}, {"02/09/24", "%D"}, {"x", "%Q"}};
    for (int i = 0; i < count(pairs); i++) {
        struct tm a = {0}, b = {0};
        char *end = strptime(pairs[i][0], pairs[i][1], &a), *end2 = named_strptime_l(pairs[i][0], pairs[i][1], &b, c);
        say("%s %s: %s %d", pairs[i][0], pairs[i][1], end ?: "null", end == end2);
        if (end) say("%d-%d-%d %d:%d:%d wday %d yday %d off %ld", a.tm_year, a.tm_mon, a.tm_mday, a.tm_hour, a.tm_min,
            a.tm_sec, a.tm_wday, a.tm_yday, a.tm_gmtoff);
    }

time, gettimeofday, __gettimeofday, clock, times, ftime, timespec_get, ntp_gettime:
    extern int __gettimeofday(struct timeval *, void *), old_ntp_gettime(struct ntptimeval *) __asm__("ntp_gettime");
    time_t t;
    struct timeval v, w;
    struct timespec s;
    struct tms used;
    struct timeb b;
    struct ntptimeval n;
    show(time(&t) == t && t > 1500000000);
    show(gettimeofday(&v, NULL)), show(__gettimeofday(&w, NULL));
    show(v.tv_sec - t <= 1 && w.tv_sec - t <= 1 && w.tv_usec < 1000000);
    show(clock() >= 0);
    show(times(&used) != -1);
    show(times(NULL) != -1);
    show(used.tms_utime >= 0);
    show(ftime(&b)), show(b.time - t <= 1), show(b.millitm < 1000);
    show(timespec_get(&s, TIME_UTC)), show(s.tv_sec - t <= 1);
    show(timespec_get(&s, 99));
    show(old_ntp_gettime(&n) >= 0), show(n.time.tv_sec - t <= 1);

clock_gettime, clock_getres, clock_settime, clock_adjtime, clock_getcpuclockid, settimeofday, adjtime, adjtimex,
+ __adjtimex, ntp_adjtime:
    extern int __adjtimex(struct timex *);
    struct timespec s;
    clockid_t id;
    struct timex x = {0};
    struct timeval delta = {0};
    const int clocks[] = {CLOCK_REALTIME, CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID,
        CLOCK_MONOTONIC_RAW, CLOCK_REALTIME_COARSE, CLOCK_BOOTTIME, CLOCK_TAI};
    for (int i = 0; i < count(clocks); i++) {
        show(clock_gettime(clocks[i], &s));
        show(s.tv_nsec >= 0 && s.tv_nsec < 1000000000);
        show(clock_getres(clocks[i], NULL));
    }
    fails(clock_gettime(77, &s));
    fails(clock_getres(77, &s));
    s.tv_nsec = -1;
    fails(clock_settime(CLOCK_REALTIME, &s));
    fails(clock_settime(CLOCK_MONOTONIC, &s));
    show(clock_getcpuclockid(0, &id));
    show(clock_gettime(id, &s));
    show(clock_getcpuclockid(999999999, &id));
    struct timeval bad = {0, 1000001};
    fails(settimeofday(&bad, NULL));
    show(adjtime(NULL, &delta));
    show(adjtimex(&x) >= 0);
    x.modes = 0;
    show(__adjtimex(&x) >= 0);
    show(ntp_adjtime(&x) >= 0);
    show(clock_adjtime(CLOCK_REALTIME, &x) >= 0);
    fails(clock_adjtime(77, &x));

static void ring(int signal) { say("signal %d", signal); }
nanosleep, __nanosleep, clock_nanosleep, usleep, sleep:
    extern int __nanosleep(const struct timespec *, struct timespec *);
    struct timespec short_time = {0, 1000}, bad = {0, 1000000000}, left = {7, 7};
    show(nanosleep(&short_time, NULL));
    fails(nanosleep(&bad, NULL));
    show(__nanosleep(&short_time, &left));
    show(clock_nanosleep(CLOCK_MONOTONIC, 0, &short_time, NULL));
    show(clock_nanosleep(CLOCK_REALTIME, TIMER_ABSTIME, &short_time, NULL));
    show(clock_nanosleep(CLOCK_THREAD_CPUTIME_ID, 0, &short_time, NULL));
    show(clock_nanosleep(77, 0, &short_time, NULL));
    show(clock_nanosleep(CLOCK_REALTIME, 0, &bad, NULL));
    show(usleep(10));
    show(sleep(0));
    struct sigaction action = {.sa_handler = ring};
    sigaction(SIGALRM, &action, NULL);
    struct itimerval soon = {.it_value = {0, 20000}};
    setitimer(ITIMER_REAL, &soon, NULL);
    struct timespec long_time = {10, 0};
    fails(nanosleep(&long_time, &left));
    show(left.tv_sec);

getitimer, setitimer, alarm, ualarm:
    struct itimerval value = {{5, 6}, {1000, 7}}, old;
    show(setitimer(ITIMER_REAL, &value, NULL));
    show(getitimer(ITIMER_REAL, &old));
    show(old.it_interval.tv_sec), show(old.it_interval.tv_usec), show(old.it_value.tv_sec >= 999);
    show(alarm(500) >= 999);
    show(getitimer(ITIMER_REAL, &old));
    show(old.it_interval.tv_sec);
    show(alarm(0) > 400);
    show(ualarm(900000, 0));
    show(ualarm(0, 0) > 0);
    fails(getitimer(9, &old));
    value.it_value.tv_usec = 2000000;
    fails(setitimer(ITIMER_REAL, &value, NULL));

timer_create, timer_settime, timer_gettime, timer_getoverrun, timer_delete:
    struct sigevent event = {.sigev_notify = SIGEV_NONE};
    timer_t timer;
    struct itimerspec value = {{3, 4}, {1000, 0}}, now;
    show(timer_create(CLOCK_MONOTONIC, &event, &timer));
    show(timer_gettime(timer, &now)), show(now.it_value.tv_sec);
    show(timer_settime(timer, 0, &value, &now));
    show(timer_gettime(timer, &now)), show(now.it_interval.tv_sec), show(now.it_value.tv_sec >= 999);
    show(timer_getoverrun(timer));
    value.it_value.tv_nsec = -1;
    fails(timer_settime(timer, 0, &value, NULL));
    show(timer_delete(timer));
    fails(timer_gettime(timer, &now));
    fails(timer_create(77, &event, &timer));
    sigset_t set;
    sigemptyset(&set), sigaddset(&set, SIGUSR1), sigprocmask(SIG_BLOCK, &set, NULL);
    event = (struct sigevent){.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGUSR1, .sigev_value.sival_int = 77};
    show(timer_create(CLOCK_REALTIME, &event, &timer));
    value = (struct itimerspec){{0, 0}, {0, 1000}};
    show(timer_settime(timer, 0, &value, NULL));
    siginfo_t info;
    show(sigwaitinfo(&set, &info));
    show(info.si_code == SI_TIMER), show(info.si_value.sival_int);

timerfd_create, timerfd_settime, timerfd_gettime:
    int fd = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    show(fd >= 0);
    struct itimerspec value = {{0, 0}, {0, 1000}}, now;
    unsigned long ticks = 0;
    fails(read(fd, &ticks, 8));
    show(timerfd_settime(fd, 0, &value, &now));
    usleep(5000);
    while (read(fd, &ticks, 8) < 0) usleep(1000);
    show(ticks);
    show(timerfd_gettime(fd, &now)), show(now.it_value.tv_nsec);
    fails(timerfd_create(77, 0));
    fails(timerfd_create(CLOCK_MONOTONIC, 0x10));
    fails(timerfd_settime(0, 0, &value, NULL));
    fails(timerfd_gettime(-1, &now));

getdate, getdate_r, getdate_err:
    struct tm tm, *t;
    unsetenv("DATEMSK");
    show(getdate("2024")), show(getdate_err);
    show(getdate_r("2024", &tm));
    setenv("DATEMSK", "no-such-file", 1);
    show(getdate("2024")), show(getdate_err);
    FILE *f = fopen("masks", "w");
    fputs("%Y-%m-%d %H:%M:%S\n%d.%m.%Y %H:%M\n", f), fclose(f);
    setenv("DATEMSK", "masks", 1);
    t = getdate("2024-02-09 15:04:05");
    if (t) say("%d %d %d %d %d %d", t->tm_year, t->tm_mon, t->tm_mday, t->tm_hour, t->tm_min, t->tm_sec);
    show(getdate_r("9.2.2024 7:30", &tm));
    say("%d %d %d %d %d", tm.tm_year, tm.tm_mon, tm.tm_mday, tm.tm_hour, tm.tm_min);
    show(getdate("gibberish")), show(getdate_err);
    show(getdate("")), show(getdate_err);

utime, utimes, futimes, lutimes, futimesat, futimens, utimensat:
    struct stat st;
    #define FILE_TIMES(call) errno = 0, say("%s = %d %s", #call, call, strerrorname_np(errno)), stat("f", &st), \
        say("%ld.%09ld %ld.%09ld", st.st_atim.tv_sec, st.st_atim.tv_nsec, st.st_mtim.tv_sec, st.st_mtim.tv_nsec)
    int fd = open("f", O_CREAT | O_RDWR, 0600);
    symlink("f", "link");
    struct utimbuf u = {1000, 2000};
    struct timeval v[2] = {{3000, 5}, {4000, 6}}, bad[2] = {{0, 1000000}, {0, 0}};
    struct timespec s[2] = {{5000, 7}, {6000, 8}}, omit[2] = {{0, UTIME_OMIT}, {7000, 0}}, wrong[2] = {{0, -1}, {0, 0}};
    FILE_TIMES(utime("f", &u));
    FILE_TIMES(utimes("f", v));
    FILE_TIMES(utimes("f", bad));
    v[0].tv_sec++;
    FILE_TIMES(futimes(fd, v));
    v[0].tv_sec++;
    FILE_TIMES(futimesat(AT_FDCWD, "f", v));
    FILE_TIMES(futimens(fd, s));
    s[0].tv_sec++;
    FILE_TIMES(utimensat(AT_FDCWD, "link", s, 0));
    FILE_TIMES(utimensat(AT_FDCWD, "f", omit, 0));
    FILE_TIMES(utimensat(AT_FDCWD, "f", wrong, 0));
    FILE_TIMES(lutimes("link", v));
    lstat("link", &st);
    say("%ld %ld", st.st_atim.tv_sec, st.st_mtim.tv_sec);
    FILE_TIMES(utimensat(AT_FDCWD, "link", s, AT_SYMLINK_NOFOLLOW));
    fails(utime("missing", NULL));
    fails(utimes("missing", NULL));
    fails(futimes(-1, v));
    fails(futimens(-1, s));
    fails(utimensat(-1, "f", s, 0));
