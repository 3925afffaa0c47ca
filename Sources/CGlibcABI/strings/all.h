// One set of the string functions, for WIDTH; SET is its name.
#include "vector.h"
#include "blocks.h"
#include "copy.h"
#include "fill.h"
#include "search.h"
#include "compare.h"
#include "compare-texts.h"
#include "write.h"
#include "sets.h"
#include "substring.h"
#include "wide.h"

#define JOIN(a, b) a##b
#define SET_NAME(name) JOIN(glibc_compat_strings_, name)
#define TEXT(name) #name
#define NAME_TEXT(name) TEXT(name)
#define FUNCTION(name, implementation, result, arguments) (any_function *)implementation,
const struct string_set SET_NAME(SET) = {
    NAME_TEXT(SET),
    {
#include "functions.def"
    },
};
#if WIDTH == 16
// What holds before the choice is made. Read-only afterwards.
any_function *glibc_compat_chosen_strings[STRING_FUNCTIONS] __attribute__((section(".data.rel.ro"))) = {
#include "functions.def"
};
struct string_limits glibc_compat_string_limits __attribute__((section(".data.rel.ro"))) = {SIZE_MAX, SIZE_MAX};
#endif
#undef FUNCTION
