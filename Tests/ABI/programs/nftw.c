// nftw gives a regular file the code of a directory.
// musl: RISKY const-ftw
// really: 9
// ours: RUNS -
// really ours: 0
#include <ftw.h>
static int seen;
static int visit(const char *path, const struct stat *status, int type, struct FTW *where) {
    (void)path; (void)status; (void)where; seen = type; return 0;
}
int main(void) { nftw("/etc/passwd", visit, 4, 0); return seen == FTW_F ? 0 : 9; }
