// What the C half of the shim offers its Swift half.
#pragma once
#include "next.h"
#include "regex-support.h"
#include "lines.h"
#include "system-call.h"
#include <glibc-compat/loader-interface.h>
#include <glibc-compat/random-data.h>
#include "messages.h"
#include <time.h>

/// One name of the time zone of the process (0: standard, 1: summer). Swift cannot index the variable.
static inline const char *glibc_compat_zone_name(int summer) { return tzname[summer]; }

#include <stdbool.h>
/// Sets tzname, timezone and daylight.
void glibc_compat_set_zone(const char *standard, const char *summer, long west, bool changes);
/// The contents of a time zone's file, see libc/zones.c.
struct glibc_compat_file_identity {
    unsigned long device, inode;
    long changed;
};
unsigned char *glibc_compat_read_zone(const char *name, struct glibc_compat_file_identity *identity, bool known, long *size);

/// The lock around the cursors of the databases in /etc that getprotoent and its kin share.
void glibc_compat_database_lock(void);
void glibc_compat_database_unlock(void);

/// <resolv.h>, of which Swift needs this.
int res_query(const char *name, int class, int type, unsigned char *answer, int room);

/// glibc's <rpc/netdb.h>; musl has no such header.
struct rpcent {
    char *r_name;
    char **r_aliases;
    int r_number;
};

/// musl's sysconf.
long glibc_compat_next_sysconf(int name);
/// One of _SC_LEVEL1_ICACHE_SIZE and the names after it, counted from 0; 0 where the processor does not tell, -1 beyond level 4.
long glibc_compat_cache(int index);

#include <iconv.h>
/// The name of the thread's locale for a category.
const char *glibc_compat_locale_name(int category);
extern int _nl_msg_cat_cntr;
/// open(2) for reading, close-on-exec.
#include <fcntl.h>
static inline int glibc_compat_open_for_reading(const char *path) { return open(path, O_RDONLY | O_CLOEXEC); }
/// Name of the locale's encoding.
const char *glibc_compat_codeset(void);

/// glibc's <aliases.h>; musl has no such header.
struct aliasent {
    char *alias_name;
    unsigned long alias_members_len;
    char **alias_members;
    int alias_local;
};

#include "wordexp-support.h"
#include "translit-support.h"
#include "charset-support.h"
#include "multibyte-support.h"
#include "isoir165.h"
#include "tamil.h"
