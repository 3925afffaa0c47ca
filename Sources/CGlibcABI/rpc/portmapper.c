// <rpc/pmap_clnt.h> and the simple calls: asking a host's port mapper, and calling by a host's name. Source: RFC 1833, 3; rpc(3).
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "rpc.h"

enum { SET = 1, UNSET, GETPORT, DUMP, CALLIT, DATAGRAM_SIZE = 400 };
static const struct timeval five_seconds = { 5, 0 }, minute = { 60, 0 }, call_time = { 25, 0 };

static int call(struct client *client, unsigned long procedure, void *encode, void *arguments, void *decode, void *result, struct timeval time)
{
    return client->operations->call(client, procedure, (xdr_procedure)encode, arguments, (xdr_procedure)decode, result, time);
}

// The client closes the socket, which was made for it.
static void destroy(struct client *client) { client->operations->destroy(client); }

/// The address of this host's port mapper.
RPC(get_myaddress) void glibc_compat_get_myaddress(struct sockaddr_in *address)
{
    *address = (struct sockaddr_in){ .sin_family = AF_INET, .sin_port = htons(PORT_MAPPER), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
}

/// The port of a program on a host; 0 where there is none, and rpc_createerr says why.
RPC(pmap_getport)
unsigned short glibc_compat_pmap_getport(struct sockaddr_in *address, unsigned long program, unsigned long version, unsigned protocol)
{
    struct sockaddr_in mapper = *address;
    mapper.sin_port = htons(PORT_MAPPER);
    int file = -1;
    unsigned short port = 0;
    struct client *client = glibc_compat_clntudp_bufcreate(&mapper, PORT_MAPPER_PROGRAM, PORT_MAPPER_VERSION, five_seconds, &file, DATAGRAM_SIZE, DATAGRAM_SIZE);
    if (!client)
        return 0;
    struct port_mapping asked = { program, version, protocol, 0 };
    struct rpc_create_error *error = glibc_compat_rpc_create_error();
    if (call(client, GETPORT, glibc_compat_xdr_pmap, &asked, glibc_compat_xdr_u_short, &port, minute) != RPC_SUCCESS) {
        error->status = RPC_PMAPFAILURE;
        client->operations->error(client, &error->error);
    } else if (port == 0) {
        error->status = RPC_PROGNOTREGISTERED;
    }
    destroy(client);
    return port;
}

static bool_t change(unsigned long procedure, unsigned long program, unsigned long version, int protocol, unsigned short port)
{
    struct sockaddr_in mapper;
    int file = -1;
    bool_t result = 0;
    glibc_compat_get_myaddress(&mapper);
    struct client *client = glibc_compat_clntudp_bufcreate(&mapper, PORT_MAPPER_PROGRAM, PORT_MAPPER_VERSION, five_seconds, &file, DATAGRAM_SIZE, DATAGRAM_SIZE);
    if (!client)
        return 0;
    struct port_mapping mapping = { program, version, (unsigned long)protocol, port };
    if (call(client, procedure, glibc_compat_xdr_pmap, &mapping, glibc_compat_xdr_bool, &result, minute) != RPC_SUCCESS)
        result = 0;
    destroy(client);
    return result;
}

/// Tells this host's port mapper where a program is, and that it is there no more.
RPC(pmap_set) bool_t glibc_compat_pmap_set(unsigned long program, unsigned long version, int protocol, unsigned short port)
{
    return change(SET, program, version, protocol, port);
}
RPC(pmap_unset) bool_t glibc_compat_pmap_unset(unsigned long program, unsigned long version) { return change(UNSET, program, version, 0, 0); }

bool_t glibc_compat_xdr_pmaplist(struct xdr *, void *), glibc_compat_xdr_rmtcall_args(struct xdr *, void *), glibc_compat_xdr_rmtcallres(struct xdr *, void *);

/// All programs of a host, in a list that xdr_pmaplist frees.
RPC(pmap_getmaps) void *glibc_compat_pmap_getmaps(struct sockaddr_in *address)
{
    struct sockaddr_in mapper = *address;
    mapper.sin_port = htons(PORT_MAPPER);
    int file = -1;
    void *list = NULL;
    struct client *client = glibc_compat_clnttcp_create(&mapper, PORT_MAPPER_PROGRAM, PORT_MAPPER_VERSION, &file, 50, 500);
    if (client) {
        if (call(client, DUMP, glibc_compat_xdr_void, NULL, glibc_compat_xdr_pmaplist, &list, minute) != RPC_SUCCESS) {
            void glibc_compat_clnt_perror(struct client *, const char *);
            glibc_compat_clnt_perror(client, "pmap_getmaps rpc problem");
        }
        destroy(client);
    }
    return list;
}

/// A call that the host's port mapper makes; without an answer where it fails.
RPC(pmap_rmtcall) int glibc_compat_pmap_rmtcall(struct sockaddr_in *address, unsigned long program, unsigned long version, unsigned long procedure,
                                                 xdr_procedure encode, char *arguments, xdr_procedure decode, char *result, struct timeval time,
                                                 unsigned long *port)
{
    struct { unsigned long program, version, procedure, length; char *arguments; xdr_procedure encode; } asked = { program, version, procedure, 0, arguments, encode };
    struct { unsigned long *port, length; char *result; xdr_procedure decode; } answer = { port, 0, result, decode };
    struct sockaddr_in mapper = *address;
    mapper.sin_port = htons(PORT_MAPPER);
    int file = -1;
    struct client *client = glibc_compat_clntudp_create(&mapper, PORT_MAPPER_PROGRAM, PORT_MAPPER_VERSION, (struct timeval){ 3, 0 }, &file);
    if (!client)
        return RPC_FAILED;
    int status = call(client, CALLIT, glibc_compat_xdr_rmtcall_args, &asked, glibc_compat_xdr_rmtcallres, &answer, time);
    destroy(client);
    return status;
}

static int find_host(const char *host, struct sockaddr_in *address)
{
    struct hostent *found = gethostbyname(host);
    if (!found || found->h_addrtype != AF_INET || found->h_length != 4)
        return 0;
    *address = (struct sockaddr_in){ .sin_family = AF_INET };
    memcpy(&address->sin_addr, found->h_addr_list[0], 4);
    return 1;
}

/// The port of a program on a host that is named; 0 where there is none.
RPC(getrpcport) int glibc_compat_getrpcport(const char *host, unsigned long program, unsigned long version, unsigned protocol)
{
    struct sockaddr_in address;
    return find_host(host, &address) ? glibc_compat_pmap_getport(&address, program, version, protocol) : 0;
}

/// A client for a program on a host that is named, by "udp", "tcp" or "unix", where `host` is a path.
RPC(clnt_create) struct client *glibc_compat_clnt_create(const char *host, unsigned long program, unsigned long version, const char *protocol)
{
    struct rpc_create_error *error = glibc_compat_rpc_create_error();
    struct sockaddr_in address;
    struct client *client = NULL;
    int file = -1;
    if (!strcmp(protocol, "unix")) {
        struct sockaddr_un path = { .sun_family = AF_UNIX };
        strncpy(path.sun_path, host, sizeof path.sun_path - 1);
        client = glibc_compat_clntunix_create(&path, program, version, &file, 0, 0);
    } else if (!find_host(host, &address)) {
        error->status = RPC_UNKNOWNHOST;
        return NULL;
    } else if (!strcmp(protocol, "udp")) {
        client = glibc_compat_clntudp_create(&address, program, version, five_seconds, &file);
    } else if (!strcmp(protocol, "tcp")) {
        client = glibc_compat_clnttcp_create(&address, program, version, &file, 0, 0);
    } else {
        error->status = getprotobyname(protocol) ? RPC_SYSTEMERROR : RPC_UNKNOWNPROTO;
        error->error.number = EPFNOSUPPORT;
        return NULL;
    }
    return client;
}

/// One call by UDP to a host that is named; a status of RPC's.
RPC(callrpc) int glibc_compat_callrpc(const char *host, unsigned long program, unsigned long version, unsigned long procedure, xdr_procedure encode,
                                       const char *arguments, xdr_procedure decode, char *result)
{
    struct sockaddr_in address;
    int file = -1;
    if (!find_host(host, &address))
        return RPC_UNKNOWNHOST;
    struct client *client = glibc_compat_clntudp_create(&address, program, version, five_seconds, &file);
    if (!client)
        return glibc_compat_rpc_create_error()->status;
    int status = call(client, procedure, encode, (char *)arguments, decode, result, call_time);
    destroy(client);
    return status;
}
