// <rpc/clnt.h>: calls by TCP and by local sockets, each a record. Source: RFC 5531, 11; clnttcp_create in rpc(3).
#include <arpa/inet.h>
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "client.h"

int bindresvport(int, struct sockaddr_in *);

struct connection { struct call_state state; struct xdr xdr; };

static int receive(char *handle, char *to, int size)
{
    struct connection *connection = (struct connection *)(void *)handle;
    struct timeval time = connection->state.timeout;
    long wait = time.tv_sec > 2000000 ? 2000000000 : time.tv_sec * 1000 + time.tv_usec / 1000;
    struct pollfd ready = { connection->state.file, POLLIN, 0 };
    if (size == 0)
        return 0;
    int count;
    while ((count = poll(&ready, 1, (int)wait)) < 0 && errno == EINTR)
        continue;
    if (count == 0) {
        connection->state.error.status = RPC_TIMEDOUT;
        return -1;
    }
    ssize_t got = count < 0 ? -1 : read(connection->state.file, to, (size_t)size);
    if (got <= 0) {
        connection->state.error.status = RPC_CANTRECV;
        connection->state.error.number = got == 0 ? ECONNRESET : errno;
        return -1;
    }
    return (int)got;
}

static int transmit(char *handle, char *from, int size)
{
    struct connection *connection = (struct connection *)(void *)handle;
    for (int done = 0; done < size;) {
        ssize_t sent = write(connection->state.file, from + done, (size_t)(size - done));
        if (sent < 0) {
            connection->state.error.status = RPC_CANTSEND;
            connection->state.error.number = errno;
            return -1;
        }
        done += (int)sent;
    }
    return size;
}

static int call(struct client *client, unsigned long procedure, xdr_procedure encode, char *arguments, xdr_procedure decode, char *result,
                struct timeval timeout)
{
    struct connection *connection = (struct connection *)(void *)client->private;
    struct call_state *state = &connection->state;
    struct xdr *xdr = &connection->xdr;
    int refreshes = 2;
    if (!state->waits)
        state->timeout = timeout;
    // A call without a result and without time for one is one that wants no answer, and may wait for the next.
    bool_t wants = state->timeout.tv_sec != 0 || state->timeout.tv_usec != 0, now = decode || wants;
    for (;;) {
        long number = (long)procedure;
        xdr->operation = XDR_ENCODE;
        state->error.status = RPC_SUCCESS;
        uint32_t id = glibc_compat_rpc_number(state, 0) - 1;
        glibc_compat_rpc_set_number(state, 0, id);
        if (!xdr->operations->put_bytes(xdr, state->header, state->header_size) || !xdr->operations->put_long(xdr, &number) ||
            !client->auth->operations->marshal(client->auth, xdr) || !encode(xdr, arguments)) {
            if (state->error.status == RPC_SUCCESS)
                state->error.status = RPC_CANTENCODEARGS;
            glibc_compat_xdrrec_endofrecord(xdr, 1);
            return state->error.status;
        }
        if (!glibc_compat_xdrrec_endofrecord(xdr, now))
            return state->error.status = RPC_CANTSEND;
        if (!now)
            return RPC_SUCCESS;
        if (!wants)
            return state->error.status = RPC_TIMEDOUT;

        // Answers to calls that were given up before may come first.
        xdr->operation = XDR_DECODE;
        struct rpc_message reply;
        for (;;) {
            reply = (struct rpc_message){ .reply.accepted.results = { NULL, (xdr_procedure)(void *)glibc_compat_xdr_void } };
            if (!glibc_compat_xdrrec_skiprecord(xdr))
                return state->error.status;
            if (glibc_compat_xdr_replymsg(xdr, &reply)) {
                if ((uint32_t)reply.id == id)
                    break;
            } else if (state->error.status != RPC_SUCCESS) {
                return state->error.status;
            }
            if (reply.direction == REPLY && reply.reply.status == MSG_ACCEPTED)
                free(reply.reply.accepted.verifier.base);
        }
        struct opaque_auth verifier = reply.reply.accepted.verifier;
        bool_t accepted = reply.reply.status == MSG_ACCEPTED;
        int judged = glibc_compat_rpc_judge(state, &reply, &verifier, &refreshes);
        if (judged && state->error.status == RPC_SUCCESS && !decode(xdr, result))
            state->error.status = RPC_CANTDECODERES;
        if (accepted)
            free(verifier.base);
        if (judged)
            return state->error.status;
    }
}

static bool_t control(struct client *client, int request, char *information)
{
    return glibc_compat_rpc_control((struct call_state *)(void *)client->private, request, information) == 1;
}

static void destroy(struct client *client)
{
    struct connection *connection = (struct connection *)(void *)client->private;
    if (connection->state.close)
        close(connection->state.file);
    connection->xdr.operations->destroy(&connection->xdr);
    free(connection);
}

static const struct client_ops operations = { call, glibc_compat_rpc_abort, glibc_compat_rpc_get_error, glibc_compat_rpc_free_result, destroy, control };

static struct client *make(const char *name, const void *server, socklen_t server_size, int family, unsigned long program, unsigned long version, int *file,
                           unsigned send, unsigned receive_size)
{
    struct connection *connection = calloc(1, sizeof *connection);
    if (!connection) {
        fprintf(stderr, "%s: out of memory\n", name);
        return glibc_compat_rpc_no_client(RPC_SYSTEMERROR, ENOMEM);
    }
    if (*file < 0) {
        *file = socket(family, SOCK_STREAM, 0);
        if (*file >= 0 && family == AF_INET)
            bindresvport(*file, NULL);
        if (*file < 0 || connect(*file, server, server_size) < 0) {
            int number = errno;
            if (*file >= 0)
                close(*file);
            free(connection);
            return glibc_compat_rpc_no_client(RPC_SYSTEMERROR, number);
        }
        connection->state.close = 1;
    }
    connection->state.file = *file;
    memcpy(&connection->state.server, server, server_size);
    connection->state.server_size = server_size;
    if (glibc_compat_rpc_header(&connection->state, program, version))
        glibc_compat_xdrrec_create(&connection->xdr, send, receive_size, (char *)connection, receive, transmit);
    if (!connection->xdr.operations) {
        if (connection->state.close)
            close(*file);
        free(connection);
        return NULL;
    }
    connection->state.client = (struct client){ glibc_compat_authnone_create(), &operations, (char *)connection };
    return &connection->state.client;
}

/// A client by TCP for a server's address; where that has no port, the server's port mapper is asked. `*file` is a connected socket, or negative
/// for a new one. NULL for an error, which rpc_createerr then holds.
RPC(clnttcp_create) struct client *glibc_compat_clnttcp_create(struct sockaddr_in *server, unsigned long program, unsigned long version, int *file,
                                                                unsigned send, unsigned receive_size)
{
    if (!server->sin_port) {
        unsigned short port = glibc_compat_pmap_getport(server, program, version, IPPROTO_TCP);
        if (!port)
            return NULL;
        server->sin_port = htons(port);
    }
    return make("clnttcp_create", server, sizeof *server, AF_INET, program, version, file, send, receive_size);
}

/// The same by a local socket.
RPC(clntunix_create) struct client *glibc_compat_clntunix_create(struct sockaddr_un *server, unsigned long program, unsigned long version, int *file,
                                                                  unsigned send, unsigned receive_size)
{
    socklen_t size = (socklen_t)(offsetof(struct sockaddr_un, sun_path) + strnlen(server->sun_path, sizeof server->sun_path) + 1);
    if (size > sizeof *server)
        size = sizeof *server;
    return make("clntunix_create", server, size, AF_UNIX, program, version, file, send, receive_size);
}
