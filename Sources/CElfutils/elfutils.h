/* libelf and libdw as Swift sees them. */
#include <elfutils/libdw.h>
#include <elfutils/libdwelf.h>
#include <elfutils/libdwfl.h>
#include <elfutils/version.h>
#include <dwarf.h>
#include <gelf.h>
#include <libelf.h>
