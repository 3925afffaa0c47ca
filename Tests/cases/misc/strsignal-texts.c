// strsignal, sigabbrev_np and sigdescr_np word every signal as glibc does; psignal and psiginfo print the same
#include <signal.h>
#include <stdio.h>
#include <string.h>
int main(void)
{
    for (int i = -1; i < 67; i++) {
        const char *n = sigabbrev_np(i), *d = sigdescr_np(i);
        printf("%d %s | %s | %s\n", i, i == 32 || i == 33 ? "-" : strsignal(i), n ? n : "-", d ? d : "-");
    }
    psignal(SIGSEGV, "prefix");
    psignal(SIGINT, NULL);
    psignal(SIGTERM, "");
    psignal(999, "what");
    siginfo_t info;
    memset(&info, 0, sizeof info);
    for (int s = 1; s < 66; s++) {
        if (s == 32 || s == 33)
            continue;
        for (int code = -2; code < 9; code++) {
            if (s == SIGFPE && code == FPE_FLTRES)
                continue; // glibc 2.36 misspells this one
            info.si_signo = s;
            info.si_code = code;
            psiginfo(&info, code & 1 ? "p" : NULL);
        }
    }
    return 0;
}
