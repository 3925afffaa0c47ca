// <netdb.h>: hstrerror, herror and gai_strerror with glibc's texts.
#include <netdb.h>
#include <stdio.h>

extern const char *const h_errlist[5];

/// The text of an h_errno value. Source: hstrerror(3).
const char *hstrerror(int number)
{
    if (number < 0)
        return "Resolver internal error";
    return number < 5 ? h_errlist[number] : "Unknown resolver error";
}

/// Prints "prefix: text of h_errno". Source: herror(3).
void herror(const char *prefix)
{
    if (prefix && *prefix)
        fprintf(stderr, "%s: %s\n", prefix, hstrerror(h_errno));
    else
        fprintf(stderr, "%s\n", hstrerror(h_errno));
}

/// The text of a getaddrinfo error. Source: gai_strerror(3).
const char *gai_strerror(int number)
{
    switch (number) {
    case -105: return "Parameter string not correctly encoded";
    case -104: return "Interrupted by a signal";
    case -103: return "All requests done";
    case -102: return "Request not canceled";
    case -101: return "Request canceled";
    case -100: return "Processing request in progress";
    case -11: return "System error";
    case -10: return "Memory allocation failure";
    case -9: return "Address family for hostname not supported";
    case -8: return "Servname not supported for ai_socktype";
    case -7: return "ai_socktype not supported";
    case -6: return "ai_family not supported";
    case -5: return "No address associated with hostname";
    case -4: return "Non-recoverable failure in name resolution";
    case -3: return "Temporary failure in name resolution";
    case -2: return "Name or service not known";
    case -1: return "Bad value for ai_flags";
    }
    return "Unknown error";
}
