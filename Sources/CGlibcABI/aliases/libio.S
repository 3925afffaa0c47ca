// <libio.h>: the names under which objects from before glibc 2.28 call plain <stdio.h>. What reaches into glibc's FILE is not here.
#include "jump-alias.h"

alias _IO_fclose, fclose
alias _IO_fdopen, fdopen
alias _IO_feof, feof
alias _IO_ferror, ferror
alias _IO_fflush, fflush
alias _IO_fgetpos, fgetpos
alias _IO_fgetpos64, fgetpos
alias _IO_fgets, fgets
alias _IO_flockfile, flockfile
alias _IO_fopen, fopen
alias _IO_fprintf, fprintf
alias _IO_fputs, fputs
alias _IO_fsetpos, fsetpos
alias _IO_fsetpos64, fsetpos
alias _IO_ftell, ftell
alias _IO_ftrylockfile, ftrylockfile
alias _IO_funlockfile, funlockfile
alias _IO_fread, fread
alias _IO_fwrite, fwrite
alias _IO_gets, gets
alias _IO_popen, popen
alias _IO_printf, printf
alias _IO_puts, puts
alias _IO_setbuffer, setbuffer
alias _IO_setvbuf, setvbuf
alias _IO_sprintf, sprintf
alias _IO_sscanf, sscanf
alias _IO_ungetc, ungetc
alias _IO_vfprintf, vfprintf
alias _IO_vsprintf, vsprintf

end_of_aliases
