// <resolv.h>: the resolver's state, read from /etc/resolv.conf. In C for the thread's own state, and for its arrays and bit fields.
#include "resolver.h"
#include "../old/old-version.h"
#include "thread-state.h"
#include <arpa/inet.h>
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static __thread struct __res_state thread_state;

// The main thread's state is an object that programs before 2.3 name; their copy of it is the one that counts, so the address comes from the
// dynamic linker.
struct __res_state glibc_compat_res;
OLD_OBJECT(568, glibc_compat_res, _res, "2.2.5");
OLD_REFERENCE(struct __res_state, glibc_compat_res_bound, _res, "2.2.5", glibc_compat_res);

// The calling thread's state, for glibc's own libraries, which do not ask for it.
extern __thread struct __res_state *__resp;
__thread struct __res_state *__resp = &glibc_compat_res;

void glibc_compat_res_thread_begins(void) { __resp = &thread_state; }

/// The calling thread's state; what the macro _res stands for.
struct __res_state *__res_state(void)
{
    return __resp = pthread_self() == glibc_compat_main_thread ? glibc_compat_res_bound() : &thread_state;
}

static int number_after(const char *word, const char *prefix, int limit, int *value)
{
    size_t length = strlen(prefix);
    if (strncmp(word, prefix, length))
        return 0;
    int number = atoi(word + length);
    *value = number < 0 ? 0 : number > limit ? limit : number;
    return 1;
}

static void read_options(struct __res_state *state, char *words)
{
    char *rest = NULL;
    for (char *word = strtok_r(words, " \t\n", &rest); word; word = strtok_r(NULL, " \t\n", &rest)) {
        int value;
        if (number_after(word, "ndots:", 15, &value))
            state->ndots = (unsigned)value;
        else if (number_after(word, "timeout:", 30, &value))
            state->retrans = value;
        else if (number_after(word, "attempts:", 5, &value))
            state->retry = value;
        else if (!strcmp(word, "rotate"))
            state->options |= RES_ROTATE;
        else if (!strcmp(word, "edns0"))
            state->options |= RES_USE_EDNS0;
        else if (!strcmp(word, "use-vc"))
            state->options |= RES_USEVC;
        else if (!strcmp(word, "no-tld-query"))
            state->options |= 0x01000000;       // RES_NOTLDQUERY
        else if (!strcmp(word, "single-request"))
            state->options |= 0x00200000;       // RES_SNGLKUP
        else if (!strcmp(word, "single-request-reopen"))
            state->options |= 0x00400000;       // RES_SNGLKUPREOP
        else if (!strcmp(word, "no-reload"))
            state->options |= 0x02000000;       // RES_NORELOAD
        else if (!strcmp(word, "trust-ad"))
            state->options |= RES_TRUSTAD;
        else if (!strcmp(word, "no-aaaa"))
            state->options |= 0x08000000;       // RES_NOAAAA
    }
}

// The domains to search live in defdname, one after the other.
static void read_search(struct __res_state *state, char *words, int single)
{
    char *out = state->defdname, *end = out + sizeof state->defdname, *rest = NULL;
    int count = 0;
    memset(state->dnsrch, 0, sizeof state->dnsrch);
    for (char *word = strtok_r(words, " \t\n", &rest); word && count < MAXDNSRCH; word = strtok_r(NULL, " \t\n", &rest)) {
        size_t size = strlen(word) + 1;
        if (size > (size_t)(end - out))
            break;
        memcpy(out, word, size);
        state->dnsrch[count++] = out;
        out += size;
        if (single)
            break;
    }
}

static void read_server(struct __res_state *state, char *words)
{
    char *rest = NULL, *word = strtok_r(words, " \t\n", &rest);
    struct in_addr address;
    if (!word || state->nscount >= MAXNS)
        return;
    if (inet_aton(word, &address)) {
        state->nsaddr_list[state->nscount++] = (struct sockaddr_in){ .sin_family = AF_INET, .sin_port = htons(53), .sin_addr = address };
        return;
    }
    struct in6_addr address6;
    char *scope = strchr(word, '%');
    if (scope)
        *scope = '\0';
    if (inet_pton(AF_INET6, word, &address6) != 1)
        return;
    struct sockaddr_in6 *server = calloc(1, sizeof *server);
    if (!server)
        return;
    server->sin6_family = AF_INET6;
    server->sin6_port = htons(53);
    server->sin6_addr = address6;
    // A family of 0 in the IPv4 list says that the IPv6 list has this server.
    memset(&state->nsaddr_list[state->nscount], 0, sizeof *state->nsaddr_list);
    state->_u._ext.nsaddrs[state->nscount++] = server;
}

/// Fills a state from /etc/resolv.conf, $LOCALDOMAIN and $RES_OPTIONS. 0, or -1. Source: resolver(3), resolv.conf(5).
int res_ninit(struct __res_state *state)
{
    memset(state, 0, sizeof *state);
    state->retrans = 5;
    state->retry = 2;
    state->options = RES_INIT | RES_RECURSE | RES_DEFNAMES | RES_DNSRCH;
    state->ndots = 1;
    state->_vcsock = -1;
    // No query of ours keeps a socket here; a libresolv inside of a program does.
    for (int i = 0; i < MAXNS; i++)
        state->_u._ext.nssocks[i] = -1;
    state->id = (unsigned short)getpid();
    FILE *file = fopen("/etc/resolv.conf", "rce");
    char *line = NULL;
    size_t size = 0;
    while (file && getline(&line, &size, file) >= 0) {
        if (*line == '#' || *line == ';')
            continue;
        size_t key = strcspn(line, " \t\n");
        char *rest = line + key;
#define IS(word) (key == sizeof word - 1 && !strncmp(line, word, key))
        if (IS("nameserver"))
            read_server(state, rest);
        else if (IS("search"))
            read_search(state, rest, 0);
        else if (IS("domain"))
            read_search(state, rest, 1);
        else if (IS("options"))
            read_options(state, rest);
#undef IS
    }
    free(line);
    if (file)
        fclose(file);
    const char *domains = getenv("LOCALDOMAIN"), *options = getenv("RES_OPTIONS");
    char *copy = domains ? strdup(domains) : NULL;
    if (copy)
        read_search(state, copy, 0);
    free(copy);
    if (!state->dnsrch[0]) {
        // The part of the host's name after the first dot.
        char host[256] = "";
        gethostname(host, sizeof host - 1);
        char *dot = strchr(host, '.');
        if (dot && dot[1])
            read_search(state, dot + 1, 1);
    }
    copy = options ? strdup(options) : NULL;
    if (copy)
        read_options(state, copy);
    free(copy);
    if (state->nscount == 0)
        state->nsaddr_list[state->nscount++] = (struct sockaddr_in){ .sin_family = AF_INET, .sin_port = htons(53),
                                                                      .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    return 0;
}

/// Closes and gives back what a state holds. Its numbers and flags stay, RES_INIT too: it can be asked again or set up anew.
void res_nclose(struct __res_state *state)
{
    if (state->options & RES_INIT)
        __res_iclose(state, true);
}

/// res_ninit for the calling thread's state.
int res_init(void)
{
    struct __res_state *state = __res_state();
    if (state->options & RES_INIT)
        res_nclose(state);
    return res_ninit(state);
}

/// Closes the connections that the calling thread's state holds: none here, so the state stays as it is.
void __res_close(void) {}

/// An identifier for a query. Source: <resolv.h>.
unsigned int __res_randomid(void)
{
    unsigned short id;
    return getentropy(&id, sizeof id) == 0 ? id : (unsigned)getpid() & 0xffff;
}

int glibc_compat_res_ready(struct __res_state *state)
{
    return state->options & RES_INIT ? 0 : res_ninit(state);
}

int __res_init(void) __attribute__((alias("res_init")));
int __res_ninit(struct __res_state *) __attribute__((alias("res_ninit")));
void __res_nclose(struct __res_state *) __attribute__((alias("res_nclose")));
