// Variables of libc that a program at a fixed address has copies of are the same for libc's functions: names, getopt, time zone.
// flags: -no-pie -fno-pie
#include <stdio.h>
#include <errno.h>
#include <error.h>
#include <getopt.h>
#include <time.h>
#include <stdlib.h>
extern char **environ;
int main(int argc, char **argv) {
  printf("%s %s\n", program_invocation_name, program_invocation_short_name); program_invocation_name = "renamed"; fflush(stdout); error(0, 0, "text");
  char *v[] = { "x", "-a", "1", "rest", 0 }; int c = getopt(4, v, "a:"); printf("%c %s %d %d\n", c, optarg, optind, getopt(4, v, "a:")); optind = 1; printf("%c\n", getopt(4, v, "a:"));
  setenv("TZ", "ABC-3", 1); tzset(); printf("%ld %s\n", timezone, tzname[0]); char *e[] = { "ONLY=1", 0 }; environ = e; printf("%s %d\n", getenv("ONLY"), getenv("TZ") != 0); }
