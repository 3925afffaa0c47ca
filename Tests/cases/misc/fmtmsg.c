// fmtmsg's texts, the severities a program adds, those of SEV_LEVEL, and MSGVERB's choice of parts.
#include <fmtmsg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void child(const char *verbose, const char *levels)
{
    fflush(stdout);
    if (fork()) { wait(NULL); return; }
    verbose ? setenv("MSGVERB", verbose, 1) : unsetenv("MSGVERB");
    levels ? setenv("SEV_LEVEL", levels, 1) : unsetenv("SEV_LEVEL");
    fprintf(stderr, "-- %s %s\n", verbose ? verbose : "none", levels ? levels : "none");
    int results[] = {
        fmtmsg(MM_PRINT, "UX:cat", MM_ERROR, "invalid syntax", "refer to manual", "UX:cat:001"), fmtmsg(MM_PRINT, MM_NULLLBL, MM_HALT, "t", "a", "g"),
        fmtmsg(MM_PRINT, "a:b", MM_NULLSEV, "t", NULL, "g"), fmtmsg(MM_PRINT, "a:b", MM_INFO, NULL, "a", NULL), fmtmsg(MM_PRINT, "a:b", MM_WARNING, NULL, NULL, NULL),
        fmtmsg(MM_PRINT, NULL, 0, NULL, NULL, NULL), fmtmsg(MM_PRINT, NULL, 0, NULL, NULL, "g"), fmtmsg(MM_PRINT, "nolabel", MM_ERROR, "t", "a", "g"),
        fmtmsg(MM_PRINT, "elevenchars:b", MM_ERROR, "t", "a", "g"), fmtmsg(MM_PRINT, "a:fifteen_letters", MM_ERROR, "t", "a", "g"),
        fmtmsg(MM_PRINT, "a:b", 7, "seven", NULL, NULL), fmtmsg(MM_PRINT, "a:b", 8, "eight", NULL, NULL), fmtmsg(MM_PRINT, "a:b", -1, "t", NULL, NULL), fmtmsg(0, "a:b", 1, "t", NULL, NULL)};
    for (int i = 0; i < sizeof results / sizeof *results; i++)
        printf("%d ", results[i]);
    puts("");
    exit(0);
}

int main(void)
{
    child(NULL, NULL), child("text", NULL), child("label:tag", NULL), child("severity:text:action", NULL), child("text:text", NULL), child("bad", NULL), child("", NULL), child("text:", NULL);
    child(NULL, "x,7,SEVEN:y,0x8,EIGHT"), child(NULL, "x,2,TWO:y,8"), child(NULL, "x,7,A,B"), child(NULL, ",7,:8,EIGHT:z,8,OK"), child(NULL, "x,7x,NO");
    printf("%d %d %d ", addseverity(7, "SEVEN"), addseverity(2, "TWO"), addseverity(-3, "MINUS"));
    printf("%d ", fmtmsg(MM_PRINT, "a:b", 7, "t", NULL, NULL));
    printf("%d %d ", addseverity(7, "OTHER"), fmtmsg(MM_PRINT, "a:b", 7, "t", NULL, NULL));
    printf("%d %d %d\n", addseverity(7, NULL), addseverity(7, NULL), fmtmsg(MM_PRINT, "a:b", 7, "t", NULL, NULL));
    return 0;
}
