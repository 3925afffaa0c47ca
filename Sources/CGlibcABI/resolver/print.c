// <arpa/nameser.h>: resource records as master files have them. Source: RFC 1035, 5; BIND's resolver(3), ns_sprintrr; the RFC of each type.
#include <arpa/inet.h>
#include <ctype.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include "resolver.h"

int ns_samename(const char *, const char *), ns_samedomain(const char *, const char *), ns_format_ttl(unsigned long, char *, size_t);
const char *__p_class(int), *__p_type(int);
const char *__loc_ntoa(const unsigned char *, char *);
char *inet_nsap_ntoa(int, const unsigned char *, char *);

/// What is written where, and what it is read from.
struct printer {
    char *to;
    size_t room;
    const unsigned char *message;
    size_t message_size;
    const unsigned char *at, *end;
    const char *origin;
    int failed;         // no room, or a name that cannot be read
    int malformed;      // not what a record of the type is; the rest is shown as bytes
};

static void add_bytes(struct printer *p, const char *text, size_t length)
{
    if (p->failed)
        return;
    if (length >= p->room) {
        errno = ENOSPC;
        p->failed = 1;
        return;
    }
    memcpy(p->to, text, length);
    p->to += length, p->room -= length;
    *p->to = '\0';
}

static void __attribute__((format(printf, 2, 3))) add(struct printer *p, const char *format, ...)
{
    char text[NS_MAXDNAME + 100];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    add_bytes(p, text, (size_t)length);
}

static int take(struct printer *p, size_t size)
{
    if ((size_t)(p->end - p->at) < size)
        p->malformed = 1;
    return !p->failed && !p->malformed;
}
static unsigned number16(struct printer *p)
{
    if (!take(p, 2))
        return 0;
    p->at += 2;
    return (unsigned)(p->at[-2] << 8 | p->at[-1]);
}
static unsigned number32(struct printer *p)
{
    unsigned high = number16(p);
    return high << 16 | number16(p);
}

// How much of a name is not the origin's, which ends it.
static size_t before_origin(const char *name, const char *origin)
{
    const char *whole = name;
    while (*name) {
        if (origin && ns_samename(name, origin) == 1)
            return (size_t)(name - whole - (name > whole));
        while (*name) {
            if (*name == '\\' && name[1]) {
                name++;
            } else if (*name == '.') {
                name++;
                break;
            }
            name++;
        }
    }
    return (size_t)(name - whole);
}

// Whether a dot belongs behind it: the origin does not follow, and none is there.
static int is_absolute(const struct printer *p, const char *name, size_t length)
{
    const char *origin = p->origin;
    return (!origin || !origin[0] || (origin[0] != '.' && origin[1] && !name[length])) && name[length - 1] != '.';
}

static void add_name(struct printer *p)
{
    char name[NS_MAXDNAME];
    int size = p->failed ? -1 : dn_expand(p->message, p->message + p->message_size, p->at, name, sizeof name);
    if (size < 0) {
        errno = ENOSPC;     // whatever it was: what BIND guesses
        p->failed = 1;
        return;
    }
    p->at += size;
    size_t length = before_origin(name, p->origin);
    if (!name[0]) {
        add_bytes(p, ".", 1);
        return;
    }
    if (length == 0) {
        add_bytes(p, "@", 1);
        return;
    }
    add_bytes(p, name, length);
    if (is_absolute(p, name, length))
        add_bytes(p, ".", 1);
}

// A counted text in quotes.
static void add_text(struct printer *p)
{
    if (!take(p, 1) || !take(p, 1u + *p->at)) {
        add_bytes(p, "\"\"", 2);
        return;
    }
    unsigned length = *p->at++;
    add_bytes(p, "\"", 1);
    for (unsigned i = 0; i < length; i++) {
        if (strchr("\n\"\\", p->at[i]))
            add_bytes(p, "\\", 1);
        add_bytes(p, (const char *)p->at + i, 1);
    }
    add_bytes(p, "\"", 1);
    p->at += length;
}

// Up to a column: tabs, or a space where it is passed.
static int add_tabs(struct printer *p, size_t length, size_t target, int spaced)
{
    if (spaced || length >= target - 1) {
        add_bytes(p, "  ", 2);
        return 1;
    }
    for (long left = (long)(target - length - 1) / 8; left >= 0; left--)
        add_bytes(p, "\t", 1);
    return 0;
}

static void add_address(struct printer *p, int family, size_t size)
{
    char text[64];
    if (p->end - p->at != (long)size)
        p->malformed = 1;
    if (p->failed || p->malformed || !inet_ntop(family, p->at, text, sizeof text))
        return;
    add(p, "%s", text);
    p->at += size;
}

static void add_start_of_authority(struct printer *p)
{
    add_name(p), add_bytes(p, " ", 1), add_name(p), add_bytes(p, " (\n", 3);
    add_bytes(p, "\t\t\t\t\t", 5);
    unsigned serial = number32(p);
    char text[50];
    int length = snprintf(text, sizeof text, "%u", serial);
    add_bytes(p, text, (size_t)length);
    add_tabs(p, (size_t)length, 16, 0), add_bytes(p, "; serial\n", 9);
    static const char *const names[] = {"; refresh\n", "; retry\n", "; expiry\n"};
    for (int i = 0; i < 4; i++) {
        add_bytes(p, "\t\t\t\t\t", 5);
        length = ns_format_ttl(number32(p), text, sizeof text);
        add_bytes(p, text, length < 0 ? 0 : (size_t)length);
        if (i == 3)
            add_bytes(p, " )", 2), length += 2;
        add_tabs(p, (size_t)length, 16, 0);
        add_bytes(p, i < 3 ? names[i] : "; minimum\n", strlen(i < 3 ? names[i] : "; minimum\n"));
    }
}

static void add_services(struct printer *p)
{
    if (!take(p, 5))
        p->malformed = 1;
    if (p->malformed)
        return;
    char text[INET_ADDRSTRLEN];
    inet_ntop(AF_INET, p->at, text, sizeof text);
    add(p, "%s %u ( ", text, p->at[4]);
    p->at += 5;
    int in_line = 0;
    for (unsigned bit = 0; p->at < p->end; p->at++)
        for (unsigned mask = 0x80; mask; mask >>= 1, bit++) {
            if (!(*p->at & mask))
                continue;
            if (in_line-- == 0) {
                add_bytes(p, "\n\t\t\t\t", 5);
                in_line = 9;
            }
            add(p, "%u ", bit);
        }
    add_bytes(p, ")", 1);
}

static void add_certificate(struct printer *p)
{
    int b64_ntop(const unsigned char *, size_t, char *, size_t) __asm__("__b64_ntop");
    static const size_t most = 8192;
    if (!take(p, 5))
        return;
    unsigned type = number16(p), tag = number16(p);
    add(p, "%u %u %u ", type, tag, *p->at++);
    char text[8192 * 3 / 4];
    size_t size = (size_t)(p->end - p->at) * 4 / 3 + 4;
    if (size > most * 3 / 4) {
        add(p, "record too long to print");
        return;
    }
    int length = b64_ntop(p->at, (size_t)(p->end - p->at), text, size);
    if (length < 0) {
        p->malformed = 1;
        return;
    }
    if (length > 15)
        add_bytes(p, " (", 2);
    for (int from = 0; from < length; from += 48) {
        add_bytes(p, length > 15 ? "\n\t\t" : " ", length > 15 ? 3 : 1);
        add_bytes(p, text + from, (size_t)(length - from > 48 ? 48 : length - from));
    }
    if (length > 15)
        add_bytes(p, " )", 2);
}

// What is not known, or not well-formed, in the form that every master file may have. Source: RFC 3597.
static void add_unknown(struct printer *p, const char *why, size_t all)
{
    add(p, "\\# %u%s\t; %s", (unsigned)(p->end - p->at), all ? " (" : "", why);
    while (p->at < p->end && !p->failed) {
        size_t count = p->end - p->at < 16 ? (size_t)(p->end - p->at) : 16;
        add_bytes(p, "\n\t", 2);
        for (size_t i = 0; i < count; i++)
            add(p, "%02x ", p->at[i]);
        if (count < 16) {
            add_bytes(p, ")", 1);
            add_tabs(p, 2 + 3 * count + 1, 48, 0);
        }
        add_bytes(p, "; ", 2);
        for (size_t i = 0; i < count; i++)
            add_bytes(p, p->at[i] >= 0x20 && p->at[i] < 0x7f ? (const char *)p->at + i : ".", 1);
        p->at += count;
    }
}

static void add_number(struct printer *p)
{
    if (take(p, 2))
        add(p, "%u ", number16(p));
}

// A record's data by its type; false for a type that is not known.
static int add_data(struct printer *p, int class, int type)
{
    char text[400];
    size_t size = (size_t)(p->end - p->at);
    switch (type) {
    case ns_t_a: add_address(p, AF_INET, 4); break;
    case ns_t_aaaa: add_address(p, AF_INET6, 16); break;
    case ns_t_cname: case ns_t_mb: case ns_t_mg: case ns_t_mr: case ns_t_ns: case ns_t_ptr: case ns_t_dname: add_name(p); break;
    case ns_t_hinfo: case ns_t_isdn:
        add_text(p);
        if (p->malformed)
            break;
        add_bytes(p, " ", 1);
        if (type != ns_t_isdn || p->at != p->end)
            add_text(p);
        break;
    case ns_t_soa: add_start_of_authority(p); break;
    case ns_t_mx: case ns_t_afsdb: case ns_t_rt:
        add_number(p);
        if (!p->malformed)
            add_name(p);
        break;
    case ns_t_px:
        add_number(p);
        if (!p->malformed)
            add_name(p), add_bytes(p, " ", 1), add_name(p);
        break;
    case ns_t_x25: add_text(p); break;
    case ns_t_txt:
        while (p->at < p->end && !p->malformed && !p->failed) {
            add_text(p);
            if (p->at < p->end && !p->malformed)
                add_bytes(p, " ", 1);
        }
        break;
    case ns_t_nsap: add(p, "%s", inet_nsap_ntoa((int)size, p->at, NULL)), p->at = p->end; break;
    case ns_t_loc:
        if (size != 16 && (size == 0 || p->at[0] == 0))
            p->malformed = 1;
        else
            add(p, "%s", __loc_ntoa(p->at, text));
        break;
    case ns_t_naptr:
        if (!take(p, 4))
            break;
        add(p, "%u ", number16(p)), add(p, "%u ", number16(p));
        for (int i = 0; i < 3 && !p->malformed; i++) {
            add_text(p);
            if (!p->malformed)
                add_bytes(p, " ", 1);
        }
        if (!p->malformed)
            add_name(p);
        break;
    case ns_t_srv:
        if (!take(p, 6))
            break;
        add_number(p), add_number(p), add_number(p), add_name(p);
        break;
    case ns_t_minfo: case ns_t_rp: add_name(p), add_bytes(p, " ", 1), add_name(p); break;
    case ns_t_wks: add_services(p); break;
    case ns_t_cert: add_certificate(p); break;
    case ns_t_tsig:
        add_name(p), add_bytes(p, " ", 1);
        // The time and the signature are left out.
        if (p->failed || !take(p, 8))
            break;
        p->at += 8;
        size = number16(p);
        if (!take(p, size))
            break;
        p->at += size;
        size = number16(p);
        add(p, "%u", (unsigned)size), add(p, " %u", number16(p));
        break;
    case ns_t_opt: add(p, "%u bytes", (unsigned)class); break;
    default: return 0;
    }
    return 1;
}

/// A record in the form of a master file, in at most `room` bytes. `context` is the owner of the record before, whose name is left out, and
/// `origin` the domain that names are relative to. How long it is, or -1 and ENOSPC.
int ns_sprintrrf(const unsigned char *message, size_t message_size, const char *name, ns_class class, ns_type type, unsigned long ttl,
                 const unsigned char *data, size_t size, const char *context, const char *origin, char *to, size_t room)
{
    struct printer printer = { to, room, message, message_size, data, data + size, origin, 0, 0 }, *p = &printer;
    int spaced = 0;
    if (context && ns_samename(context, name) == 1) {
        add_bytes(p, "\t\t\t", 3);
    } else if (*name && before_origin(name, origin) == 0) {
        add_bytes(p, "@\t\t\t", 4);
    } else {
        size_t length = before_origin(name, origin);
        add_bytes(p, name, length);
        if (length == 0 || is_absolute(p, name, length))
            add_bytes(p, ".", 1), length++;
        spaced = add_tabs(p, length, 24, spaced);
    }
    char text[100];
    int length = ns_format_ttl(ttl, text, sizeof text);
    if (length < 0)
        length = 0;
    add_bytes(p, text, (size_t)length);
    size_t all = (size_t)length;
    length = snprintf(text, sizeof text, " %s %s", __p_class((int)class), __p_type((int)type));
    add_bytes(p, text, (size_t)length);
    add_tabs(p, all + (size_t)length, 16, spaced);
    if (!p->failed && !add_data(p, (int)class, (int)type)) {
        snprintf(text, sizeof text, "unknown RR type %d", (int)type);
        add_unknown(p, text, size);
    } else if (!p->failed && p->malformed) {
        add_unknown(p, "RR format error", size);
    }
    return p->failed ? -1 : (int)(p->to - to);
}

/// The same for a record of a message that was parsed.
int ns_sprintrr(const ns_msg *message, const ns_rr *record, const char *context, const char *origin, char *to, size_t room)
{
    return ns_sprintrrf(message->_msg, (size_t)(message->_eom - message->_msg), record->name, record->rr_class, record->type, record->ttl, record->rdata,
                        record->rdlength, context, origin, to, room);
}
