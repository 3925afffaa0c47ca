// <resolv.h>, <arpa/nameser.h>: the names of DNS's classes, types, codes and options, and the tables they stand in, which programs may read.
// Source: BIND's resolver(3), RFC 1035, glibc's <resolv.h>.
#include "resolver.h"
#include "../old/old-version.h"
#include <stdio.h>
#include <string.h>
#include <strings.h>

/// glibc's struct res_sym: a number, its short name, and what a person calls it.
struct symbol { int number; char *name, *text; };

// The last entry's number is what an unknown name gives.
const struct symbol __p_class_syms[] = {{1, "IN", NULL}, {3, "CHAOS", NULL}, {4, "HS", NULL}, {4, "HESIOD", NULL}, {255, "ANY", NULL}, {254, "NONE", NULL}, {1, NULL, NULL}};

const struct symbol __p_type_syms[] = {
    {1, "A", "address"}, {2, "NS", "name server"}, {3, "MD", "mail destination (deprecated)"}, {4, "MF", "mail forwarder (deprecated)"},
    {5, "CNAME", "canonical name"}, {6, "SOA", "start of authority"}, {7, "MB", "mailbox"}, {8, "MG", "mail group member"}, {9, "MR", "mail rename"},
    {10, "NULL", "null"}, {11, "WKS", "well-known service (deprecated)"}, {12, "PTR", "domain name pointer"}, {13, "HINFO", "host information"},
    {14, "MINFO", "mailbox information"}, {15, "MX", "mail exchanger"}, {16, "TXT", "text"}, {17, "RP", "responsible person"},
    {18, "AFSDB", "DCE or AFS server"}, {19, "X25", "X25 address"}, {20, "ISDN", "ISDN address"}, {21, "RT", "router"}, {22, "NSAP", "nsap address"},
    {23, "NSAP_PTR", "domain name pointer"}, {24, "SIG", "signature"}, {25, "KEY", "key"}, {26, "PX", "mapping information"},
    {27, "GPOS", "geographical position (withdrawn)"}, {28, "AAAA", "IPv6 address"}, {29, "LOC", "location"},
    {30, "NXT", "next valid name (unimplemented)"}, {31, "EID", "endpoint identifier (unimplemented)"}, {32, "NIMLOC", "NIMROD locator (unimplemented)"},
    {33, "SRV", "server selection"}, {34, "ATMA", "ATM address (unimplemented)"}, {39, "DNAME", "Non-terminal DNAME (for IPv6)"},
    {250, "TSIG", "transaction signature"}, {251, "IXFR", "incremental zone transfer"}, {252, "AXFR", "zone transfer"},
    {253, "MAILB", "mailbox-related data (deprecated)"}, {254, "MAILA", "mail agent (deprecated)"}, {35, "NAPTR", "URN Naming Authority"},
    {36, "KX", "Key Exchange"}, {37, "CERT", "Certificate"}, {255, "ANY", "\"any\""}, {0, NULL, NULL}, {0, NULL, NULL},
};

static const struct symbol rcodes[] = {
    {0, "NOERROR", NULL}, {1, "FORMERR", NULL}, {2, "SERVFAIL", NULL}, {3, "NXDOMAIN", NULL}, {4, "NOTIMP", NULL}, {5, "REFUSED", NULL}, {6, "YXDOMAIN", NULL},
    {7, "YXRRSET", NULL}, {8, "NXRRSET", NULL}, {9, "NOTAUTH", NULL}, {10, "NOTZONE", NULL}, {11, "", NULL}, {16, "BADSIG", NULL}, {17, "BADKEY", NULL},
    {18, "BADTIME", NULL}, {0, NULL, NULL},
};

const char *_res_opcodes[] = {"QUERY", "IQUERY", "CQUERYM", "CQUERYU", "NOTIFY", "UPDATE", "6", "7", "8", "9", "10", "11", "12", "13", "ZONEINIT", "ZONEREF"};
OLD_OBJECT(128, _res_opcodes, _res_opcodes, "2.2.5");

/// The name of a number; without one, its digits, in memory that the next call uses again. `found`, if not NULL, tells which.
const char *__sym_ntos(const struct symbol *table, int number, int *found)
{
    static char digits[20];
    for (; table->name; table++) {
        if (table->number == number) {
            if (found) *found = 1;
            return table->name;
        }
    }
    snprintf(digits, sizeof digits, "%d", number);
    if (found) *found = 0;
    return digits;
}

/// What a person calls a number.
const char *__sym_ntop(const struct symbol *table, int number, int *found)
{
    static char digits[20];
    for (; table->name; table++) {
        if (table->number == number) {
            if (found) *found = 1;
            return table->text;
        }
    }
    snprintf(digits, sizeof digits, "%d", number);
    if (found) *found = 0;
    return digits;
}

/// The number of a name, in any case of letters.
int __sym_ston(const struct symbol *table, const char *name, int *found)
{
    for (; table->name; table++) {
        if (!strcasecmp(name, table->name)) {
            if (found) *found = 1;
            return table->number;
        }
    }
    if (found) *found = 0;
    return table->number;
}

const char *__p_class(int class) { return __sym_ntos(__p_class_syms, class, NULL); }
const char *__p_type(int type) { return __sym_ntos(__p_type_syms, type, NULL); }
const char *__p_rcode(int code) { return __sym_ntos(rcodes, code, NULL); }

/// The name of one of the bits of _res.options.
const char *__p_option(unsigned long option)
{
    static const struct { unsigned long bit; const char *name; } options[] = {
        {1, "init"}, {2, "debug"}, {8, "use-vc"}, {0x20, "igntc"}, {0x40, "recurs"}, {0x80, "defnam"}, {0x100, "styopn"}, {0x200, "dnsrch"}, {0x1000, "noaliases"},
        {0x4000, "rotate"}, {0x100000, "edns0"}, {0x200000, "single-request"}, {0x400000, "single-request-reopen"}, {0x800000, "dnssec"},
        {0x1000000, "no-tld-query"}, {0x2000000, "no-reload"}, {0x4000000, "trust-ad"}, {0x8000000, "no-aaaa"},
    };
    static char unknown[40];
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        if (options[i].bit == option) return options[i].name;
    snprintf(unknown, sizeof unknown, "?0x%lx?", option);
    return unknown;
}

/// A time to live, as ns_format_ttl writes it.
const char *__p_time(uint32_t seconds)
{
    int ns_format_ttl(unsigned long, char *, size_t);
    static char text[40];
    if (ns_format_ttl(seconds, text, sizeof text) < 0) snprintf(text, sizeof text, "%u", seconds);
    return text;
}
