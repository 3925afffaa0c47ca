// <arpa/inet.h>: NSAP addresses as texts; in C for its buffer. Source: RFC 1706, BIND's inet_nsap_ntoa.
#include <stddef.h>

/// "47.0005.80" and so on, two octets between dots after the first, of 255 octets at most. Without memory of the caller's the text stays until
/// the thread's next call.
char *inet_nsap_ntoa(int length, const unsigned char *octets, char *to)
{
    static __thread char own[255 * 3];
    static const char digits[] = "0123456789ABCDEF";
    if (!to) to = own;
    if (length > 255) length = 255;
    char *at = to;
    for (int i = 0; i < length; i++) {
        *at++ = digits[octets[i] >> 4], *at++ = digits[octets[i] & 15];
        if (i % 2 == 0 && i + 1 < length) *at++ = '.';
    }
    *at = 0;
    return to;
}
