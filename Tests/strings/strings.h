// What the tests of the string functions share. They run natively on the shim's own sources, each set that the processor can run in turn.
#pragma once
#define _GNU_SOURCE
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include "../../Sources/CGlibcABI/strings/strings.h"

/// The set under test; CALL(memcpy)(...) is its memcpy.
extern const struct string_set *set;
#define FUNCTION(name, implementation, result, arguments) typedef result type_of_##name arguments;
#include "../../Sources/CGlibcABI/strings/functions.def"
#undef FUNCTION
#define CALL(name) ((type_of_##name *)set->functions[STRING_##name])

/// Two areas of ROOM bytes, each with an inaccessible page before and behind.
enum { ROOM = 4 * PAGE };
extern char *left, *right;

extern int failures;
/// Ends the test with a line where `condition` does not hold.
#define CHECK(condition, ...) \
    do { \
        if (!(condition)) { \
            failures++; \
            printf("FAIL %s %s: ", set->name, __func__); \
            printf(__VA_ARGS__); \
            printf(" (%s)\n", #condition); \
            return; \
        } \
    } while (0)

void test_copies(void), test_fills(void), test_searches(void), test_comparisons(void), test_texts(void), test_sets(void), test_substrings(void), test_wide(void), test_wide_texts(void);
/// How often musl's memmem was asked for.
extern int fallbacks;
