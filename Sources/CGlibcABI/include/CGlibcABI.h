// What the C half of the shim offers its Swift half.
#pragma once
#include "next.h"
#include "lines.h"
#include "system-call.h"
#include <glibc-compat/loader-interface.h>
#include "messages.h"
#include <time.h>

/// One name of the time zone of the process (0: standard, 1: summer). Swift cannot index the variable.
static inline const char *glibc_compat_zone_name(int summer) { return tzname[summer]; }
