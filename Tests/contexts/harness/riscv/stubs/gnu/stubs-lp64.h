// Debian ships glibc's list of absent functions for lp64d only: with this in its place the headers compile for lp64.
