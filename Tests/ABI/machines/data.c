// A missing object of glibc's stops musl's loader at the start.
// flags: -fPIE -pie
// all: FAILS missing-symbol
// really: 127 symbol not found
extern int _nl_msg_cat_cntr;
int main(void) { return _nl_msg_cat_cntr; }
