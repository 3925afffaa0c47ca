// syslog with LOG_PERROR: %m has glibc's text, the tag and the line end are the same
#include <errno.h>
#include <stdio.h>
#include <syslog.h>
int main(void)
{
    openlog("tag", LOG_PERROR, LOG_USER);
    errno = ENOTTY;
    syslog(LOG_INFO, "failed %d: %m", 5);
    syslog(LOG_ERR, "with newline\n");
    printf("%d\n", setlogmask(LOG_MASK(LOG_ERR)));
    syslog(LOG_INFO, "masked");
    syslog(LOG_ERR, "%s %2$s", "not", "masked");
    closelog();
    return 0;
}
