// Users from files: the same everywhere, as long as nsswitch names no other source.
// musl: RUNS nss
// really: 0
// ours: RUNS nss
// really ours: 0
#include <pwd.h>
int main(void) { struct passwd *root = getpwuid(0); return root && root->pw_uid == 0 ? 0 : 9; }
