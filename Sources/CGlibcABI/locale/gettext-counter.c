// The counter that a program compiled with glibc's <libintl.h> bumps when it changes LANGUAGE, and that setlocale bumps.
int _nl_msg_cat_cntr;
