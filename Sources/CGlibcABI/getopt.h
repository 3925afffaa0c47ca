// The state of one option parse, so that getopt's public variables and argp's private parse share one parser. Internal to the shim.
#pragma once
#include <getopt.h>

struct glibc_compat_getopt {
    int index;              // optind
    int print_errors;       // opterr
    int offending;          // optopt
    char *argument;         // optarg
    int started;
    char *rest;             // what is left of a word of short options
    enum { PERMUTE, REQUIRE_ORDER, RETURN_IN_ORDER } ordering;
    int first_operand;      // the skipped operands are words first_operand up to, not including, end_of_operands
    int end_of_operands;
};

/// One step of getopt, getopt_long (long_options) or getopt_long_only (long_only), all state in `state`.
int glibc_compat_getopt_step(int argc, char *const *argv, const char *letters, const struct option *long_options, int *long_index,
                             int long_only, struct glibc_compat_getopt *state, int posixly_correct);
