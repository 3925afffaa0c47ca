// <rpc/clnt.h>: calls by UDP, each a datagram that is sent again until an answer or the end of the time. Source: RFC 5531, clntudp_create in rpc(3).
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include "client.h"

enum { DEFAULT_SIZE = 8800 };
int bindresvport(int, struct sockaddr_in *);

struct datagrams { struct call_state state; struct timeval again; unsigned send_size, receive_size; char *in, *out; };

static long milliseconds(struct timeval time) { return time.tv_sec > 2000000 ? 2000000000 : time.tv_sec * 1000 + time.tv_usec / 1000; }
static long now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static int failed(struct datagrams *data, int status, int number)
{
    data->state.error.number = number;
    return data->state.error.status = status;
}

// Waits for the answer with our identifier; its size, 0 for the end of the wait, -1 for an error.
static ssize_t answer(struct datagrams *data, long end)
{
    for (;;) {
        long left = end - now();
        struct pollfd ready = { data->state.file, POLLIN, 0 };
        int count = poll(&ready, 1, left > 0 ? (int)left : 0);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return count;
        ssize_t size = recv(data->state.file, data->in, data->receive_size, MSG_DONTWAIT);
        if (size < 0 && (errno == EINTR || errno == EAGAIN))
            continue;
        if (size < 0)
            return -1;
        // Of an earlier call, or of somebody else's.
        if (size >= 4 && !memcmp(data->in, data->out, 4))
            return size;
    }
}

static int call(struct client *client, unsigned long procedure, xdr_procedure encode, char *arguments, xdr_procedure decode, char *result,
                struct timeval timeout)
{
    struct datagrams *data = (struct datagrams *)(void *)client->private;
    struct call_state *state = &data->state;
    int refreshes = 2;
    if (state->waits)
        timeout = state->timeout;
    long end = now() + milliseconds(timeout), again = milliseconds(data->again);
    for (;;) {
        struct xdr xdr;
        long number = (long)procedure;
        glibc_compat_rpc_set_number(state, 0, glibc_compat_rpc_number(state, 0) + 1);
        glibc_compat_xdrmem_create(&xdr, data->out, data->send_size, XDR_ENCODE);
        if (!xdr.operations->put_bytes(&xdr, state->header, state->header_size) || !xdr.operations->put_long(&xdr, &number) ||
            !client->auth->operations->marshal(client->auth, &xdr) || !encode(&xdr, arguments))
            return state->error.status = RPC_CANTENCODEARGS;
        unsigned size = xdr.operations->position(&xdr);
        ssize_t got = 0;
        do {
            if (sendto(state->file, data->out, size, 0, (struct sockaddr *)&state->server, state->server_size) != (ssize_t)size)
                return failed(data, RPC_CANTSEND, errno);
            // A call without time for an answer is one that wants none.
            if (timeout.tv_sec == 0 && timeout.tv_usec == 0)
                return state->error.status = RPC_TIMEDOUT;
            long until = now() + (again > 0 ? again : 1);
            got = answer(data, until < end ? until : end);
            if (got < 0)
                return failed(data, RPC_CANTRECV, errno);
        } while (got == 0 && now() < end);
        if (got == 0)
            return state->error.status = RPC_TIMEDOUT;

        struct rpc_message reply = { .reply.accepted.results = { result, decode } };
        glibc_compat_xdrmem_create(&xdr, data->in, (unsigned)got, XDR_DECODE);
        if (!glibc_compat_xdr_replymsg(&xdr, &reply))
            return state->error.status = RPC_CANTDECODERES;
        struct opaque_auth verifier = reply.reply.accepted.verifier;
        int judged = glibc_compat_rpc_judge(state, &reply, &verifier, &refreshes);
        if (reply.reply.status == MSG_ACCEPTED)
            free(verifier.base);
        if (judged)
            return state->error.status;
    }
}

static bool_t control(struct client *client, int request, char *information)
{
    struct datagrams *data = (struct datagrams *)(void *)client->private;
    switch (request) {
    case SET_RETRY_TIMEOUT: memcpy(&data->again, information, sizeof data->again); return 1;
    case GET_RETRY_TIMEOUT: memcpy(information, &data->again, sizeof data->again); return 1;
    default: return glibc_compat_rpc_control(&data->state, request, information) == 1;
    }
}

static void destroy(struct client *client)
{
    struct datagrams *data = (struct datagrams *)(void *)client->private;
    if (data->state.close)
        close(data->state.file);
    free(data->in), free(data->out), free(data);
}

static const struct client_ops operations = { call, glibc_compat_rpc_abort, glibc_compat_rpc_get_error, glibc_compat_rpc_free_result, destroy, control };

/// A client for a server's address; where that has no port, the server's port mapper is asked. `*file` is a socket, or negative for a new one.
/// NULL for an error, which rpc_createerr then holds.
RPC(clntudp_bufcreate) struct client *glibc_compat_clntudp_bufcreate(struct sockaddr_in *server, unsigned long program, unsigned long version,
                                                                      struct timeval again, int *file, unsigned send, unsigned receive)
{
    struct datagrams *data = calloc(1, sizeof *data);
    send = (send + 3) / 4 * 4, receive = (receive + 3) / 4 * 4;
    char *out = malloc(send), *in = malloc(receive);
    if (!data || !out || !in) {
        fputs("clntudp_create: out of memory\n", stderr);
        free(data), free(out), free(in);
        return glibc_compat_rpc_no_client(RPC_SYSTEMERROR, ENOMEM);
    }
    unsigned short port = server->sin_port;
    if (!port && (port = glibc_compat_pmap_getport(server, program, version, IPPROTO_UDP)))
        server->sin_port = htons(port);
    if (!port || !glibc_compat_rpc_header(&data->state, program, version)) {
        free(data), free(out), free(in);
        return NULL;
    }
    if (*file < 0) {
        *file = socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, IPPROTO_UDP);
        if (*file < 0) {
            int number = errno;
            free(data), free(out), free(in);
            return glibc_compat_rpc_no_client(RPC_SYSTEMERROR, number);
        }
        bindresvport(*file, NULL);
        data->state.close = 1;
    }
    data->in = in, data->out = out, data->send_size = send, data->receive_size = receive, data->again = again;
    data->state.file = *file;
    data->state.server.internet = *server;
    data->state.server_size = sizeof *server;
    data->state.client = (struct client){ glibc_compat_authnone_create(), &operations, (char *)data };
    return &data->state.client;
}

RPC(clntudp_create) struct client *glibc_compat_clntudp_create(struct sockaddr_in *server, unsigned long program, unsigned long version,
                                                                struct timeval again, int *file)
{
    return glibc_compat_clntudp_bufcreate(server, program, version, again, file, DEFAULT_SIZE, DEFAULT_SIZE);
}
