// <resolv.h>: one query to the servers of a state, over UDP and, where the answer was cut, over TCP. musl's own res_send knows only
// the servers of /etc/resolv.conf, not those a program put into its state.
#include "resolver.h"
#include <errno.h>
#include <netdb.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static long long milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

static int wait_for(int fd, short events, long long until)
{
    for (;;) {
        long long left = until - milliseconds();
        struct pollfd one = { .fd = fd, .events = events };
        int ready = poll(&one, 1, left > 0 ? (int)left : 0);
        if (ready > 0)
            return 1;
        if (ready == 0 || errno != EINTR)
            return 0;
    }
}

static const struct sockaddr *server(struct __res_state *state, int index, socklen_t *size)
{
    if (state->nsaddr_list[index].sin_family == AF_INET) {
        *size = sizeof(struct sockaddr_in);
        return (const struct sockaddr *)&state->nsaddr_list[index];
    }
    *size = sizeof(struct sockaddr_in6);
    return (const struct sockaddr *)state->_u._ext.nsaddrs[index];
}

// The answer must bear the query's identifier and its question.
static int is_answer(const unsigned char *query, int query_length, const unsigned char *answer, int length)
{
    if (length < 12 || answer[0] != query[0] || answer[1] != query[1] || !(answer[2] & 0x80))
        return 0;
    int end = 12;
    while (end < query_length && query[end])
        end += query[end] + 1;
    end += 5;
    if (answer[4] == 0 && answer[5] == 0)
        return 1;                        // a refusal may leave the question out
    return end <= query_length && end <= length && !memcmp(query + 12, answer + 12, (size_t)(end - 12));
}

static int ask_udp(const struct sockaddr *to, socklen_t size, const unsigned char *query, int length, unsigned char *answer, int room,
                   int seconds)
{
    int fd = socket(to->sa_family, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0)
        return -1;
    int received = -1;
    long long until = milliseconds() + seconds * 1000LL;
    if (connect(fd, to, size) == 0 && send(fd, query, (size_t)length, MSG_NOSIGNAL) == length) {
        while (wait_for(fd, POLLIN, until)) {
            ssize_t got = recv(fd, answer, (size_t)room, MSG_TRUNC);
            if (got < 0)
                break;
            if (!is_answer(query, length, answer, got > room ? room : (int)got))
                continue;
            received = got > room ? room : (int)got;
            if (got > room)
                answer[2] |= 2;          // it was cut by the caller's room: as good as cut by the server
            break;
        }
    }
    int error = errno;
    close(fd);
    errno = error;
    return received;
}

static int transfer(int fd, unsigned char *bytes, size_t count, int sending, long long until)
{
    while (count > 0) {
        if (!wait_for(fd, sending ? POLLOUT : POLLIN, until))
            return -1;
        ssize_t done = sending ? send(fd, bytes, count, MSG_NOSIGNAL) : recv(fd, bytes, count, 0);
        if (done == 0 || (done < 0 && errno != EAGAIN && errno != EINTR))
            return -1;
        if (done > 0) {
            bytes += done;
            count -= (size_t)done;
        }
    }
    return 0;
}

static int ask_tcp(const struct sockaddr *to, socklen_t size, const unsigned char *query, int length, unsigned char *answer, int room,
                   int seconds)
{
    int fd = socket(to->sa_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0)
        return -1;
    int received = -1;
    long long until = milliseconds() + seconds * 1000LL;
    unsigned char prefix[2] = { (unsigned char)(length >> 8), (unsigned char)length };
    if ((connect(fd, to, size) == 0 || errno == EINPROGRESS) && transfer(fd, prefix, 2, 1, until) == 0 &&
        transfer(fd, (unsigned char *)query, (size_t)length, 1, until) == 0 && transfer(fd, prefix, 2, 0, until) == 0) {
        int full = prefix[0] << 8 | prefix[1], taken = full < room ? full : room;
        if (transfer(fd, answer, (size_t)taken, 0, until) == 0 && is_answer(query, length, answer, taken)) {
            received = taken;
            if (taken < full)
                answer[2] |= 2;
        }
    }
    int error = errno;
    close(fd);
    errno = error;
    return received;
}

/// Sends a query to each server in turn until one answers. Returns the answer's length, -1 with errno ETIMEDOUT or ECONNREFUSED.
/// Source: resolver(3).
int res_nsend(struct __res_state *state, const unsigned char *query, int length, unsigned char *answer, int room)
{
    if (glibc_compat_res_ready(state) < 0 || length < 12 || room < 12) {
        errno = EINVAL;
        return -1;
    }
    int last_error = ETIMEDOUT;
    for (int attempt = 0; attempt < (state->retry > 0 ? state->retry : 1); attempt++) {
        for (int i = 0; i < state->nscount && i < MAXNS; i++) {
            socklen_t size;
            const struct sockaddr *to = server(state, i, &size);
            if (!to)
                continue;
            int seconds = state->retrans > 0 ? state->retrans : 5;
            errno = ETIMEDOUT;
            int got = state->options & RES_USEVC ? -1 : ask_udp(to, size, query, length, answer, room, seconds);
            if ((state->options & RES_USEVC) || (got > 2 && (answer[2] & 2) && !(state->options & RES_IGNTC))) {
                int whole = ask_tcp(to, size, query, length, answer, room, seconds);
                if (whole > 0)
                    got = whole;
            }
            if (got < 0) {
                last_error = errno == ECONNREFUSED ? ECONNREFUSED : ETIMEDOUT;
                continue;
            }
            int code = answer[3] & 15;
            // A server that fails or refuses has not answered: the next one is asked.
            if (code == ns_r_servfail || code == ns_r_notimpl || code == ns_r_refused)
                continue;
            return got;
        }
    }
    errno = last_error;
    return -1;
}
