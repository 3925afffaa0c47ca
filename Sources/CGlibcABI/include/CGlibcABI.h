// What the C half of the shim offers its Swift half.
#pragma once
#include "next.h"
#include "lines.h"
#include "system-call.h"
#include <glibc-compat/loader-interface.h>
#include "messages.h"
