// <netdb.h>: network groups. Their only source in Debian's nsswitch.conf is NIS, which is not there: every group is empty, and asking
// gives what glibc gives on a machine without NIS. Source: setnetgrent(3).
#include <stddef.h>

int setnetgrent(const char *group) { (void)group; return 0; }
void endnetgrent(void) {}
int getnetgrent(char **host, char **user, char **domain) { (void)host, (void)user, (void)domain; return 0; }
int getnetgrent_r(char **host, char **user, char **domain, char *buffer, size_t size)
{
    (void)host, (void)user, (void)domain, (void)buffer, (void)size;
    return 0;
}
int innetgr(const char *group, const char *host, const char *user, const char *domain)
{
    (void)group, (void)host, (void)user, (void)domain;
    return 0;
}
