// Debian's glibc headers lack this file for this ABI; it lists functions that always fail, none of which is a context function.
