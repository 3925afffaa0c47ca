// On 32-bit machines struct dirent has 32-bit numbers in the program, 64-bit ones in musl: the names stand elsewhere.
// 64: RUNS -
// 32: RISKY off-t
// really 64: 0
// really 32: 9
// ppc64le: FAILS start-code
// ppc: FAILS start-code
// really ppc64le: 139
// really ppc: 139
#include <dirent.h>
#include <string.h>
int main(void) {
    DIR *folder = opendir(".");
    for (struct dirent *entry; (entry = readdir(folder));) if (strcmp(entry->d_name, "..") == 0) return 0;
    return 9;
}
