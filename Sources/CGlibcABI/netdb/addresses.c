// <arpa/inet.h>, <netinet/ether.h>: texts of addresses that glibc writes or reads otherwise.
#include "next.h"
#include <arpa/inet.h>
#include <netinet/ether.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <ctype.h>

/// The parts are bytes of a network's number, so 1.2.3 is 0x010203. Source: inet(3), inet_network.
in_addr_t inet_network(const char *text)
{
    in_addr_t result = 0;
    for (int parts = 0; parts < 4; parts++) {
        char *end;
        if (!isdigit((unsigned char)*text))
            return INADDR_NONE;
        unsigned long value = strtoul(text, &end, 0);
        if (value > 255)
            return INADDR_NONE;
        result = result << 8 | (in_addr_t)value;
        if (*end != '.')
            return *end && !isspace((unsigned char)*end) ? INADDR_NONE : result;
        text = end + 1;
    }
    return INADDR_NONE;
}

/// An address of the old compatible kind, ::1.2.3.4, is written as such. Source: inet_ntop(3).
const char *inet_ntop(int family, const void *restrict address, char *restrict to, socklen_t size)
{
    static const unsigned char zeros[12];
    const unsigned char *bytes = address;
    if (family == AF_INET6 && !memcmp(bytes, zeros, 12) && (bytes[12] || bytes[13])) {
        char text[INET6_ADDRSTRLEN];
        int length = snprintf(text, sizeof text, "::%d.%d.%d.%d", bytes[12], bytes[13], bytes[14], bytes[15]);
        if ((socklen_t)length < size)
            return strcpy(to, text);
    }
    return NEXT(inet_ntop)(family, address, to, size);
}

/// Without leading zeros, in small letters. Source: ether_ntoa(3).
char *ether_ntoa_r(const struct ether_addr *address, char *to)
{
    const unsigned char *b = address->ether_addr_octet;
    sprintf(to, "%x:%x:%x:%x:%x:%x", b[0], b[1], b[2], b[3], b[4], b[5]);
    return to;
}

char *ether_ntoa(const struct ether_addr *address)
{
    static char text[18];
    return ether_ntoa_r(address, text);
}

/// Space and what is behind it does not count. Source: inet(3), inet_aton.
int inet_aton(const char *text, struct in_addr *to)
{
    char word[64];
    size_t length = 0;
    while (length < sizeof word - 1 && text[length] && !isspace((unsigned char)text[length])) {
        word[length] = text[length];
        length++;
    }
    word[length] = 0;
    return length < sizeof word - 1 ? NEXT(inet_aton)(word, to) : 0;
}

in_addr_t inet_addr(const char *text)
{
    struct in_addr address;
    return inet_aton(text, &address) ? address.s_addr : INADDR_NONE;
}

// The parts of an address by its class, from the days before masks. Source: inet(3).
in_addr_t inet_lnaof(struct in_addr address)
{
    in_addr_t a = ntohl(address.s_addr);
    return IN_CLASSA(a) ? a & IN_CLASSA_HOST : IN_CLASSB(a) ? a & IN_CLASSB_HOST : a & IN_CLASSC_HOST;
}

in_addr_t inet_netof(struct in_addr address)
{
    in_addr_t a = ntohl(address.s_addr);
    return IN_CLASSA(a) ? a >> IN_CLASSA_NSHIFT : IN_CLASSB(a) ? a >> IN_CLASSB_NSHIFT : a >> IN_CLASSC_NSHIFT;
}

struct in_addr inet_makeaddr(in_addr_t net, in_addr_t host)
{
    in_addr_t a = net < 128 ? net << IN_CLASSA_NSHIFT | (host & IN_CLASSA_HOST)
        : net < 65536 ? net << IN_CLASSB_NSHIFT | (host & IN_CLASSB_HOST)
        : net < 16777216 ? net << IN_CLASSC_NSHIFT | (host & IN_CLASSC_HOST) : net | host;
    return (struct in_addr){htonl(a)};
}

// Six numbers of one or two digits; where they end, or NULL.
static const char *read_ethernet(const char *text, struct ether_addr *to)
{
    for (int i = 0; i < 6; i++) {
        unsigned value = 0, digits = 0;
        for (; digits < 2 && isxdigit((unsigned char)*text); digits++, text++)
            value = value * 16 + (unsigned)(isdigit((unsigned char)*text) ? *text - '0' : tolower((unsigned char)*text) - 'a' + 10);
        if (!digits || (i < 5 ? *text++ != ':' : *text && !isspace((unsigned char)*text)))
            return NULL;
        to->ether_addr_octet[i] = (unsigned char)value;
    }
    return text;
}

struct ether_addr *ether_aton_r(const char *text, struct ether_addr *to) { return read_ethernet(text, to) ? to : NULL; }

struct ether_addr *ether_aton(const char *text)
{
    static struct ether_addr address;
    return ether_aton_r(text, &address);
}

/// An address and a name; a comment begins with #. Source: ether_line(3).
int ether_line(const char *line, struct ether_addr *address, char *name)
{
    const char *at = read_ethernet(line, address);
    if (!at)
        return -1;
    while (isspace((unsigned char)*at))
        at++;
    size_t length = strcspn(at, "# \t\n\v\f\r");
    if (!length)
        return -1;
    memcpy(name, at, length);
    name[length] = 0;
    return 0;
}
