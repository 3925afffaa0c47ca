// glibc's <rpc/rpc.h>: messages, credentials and clients of Sun's remote procedure calls. Source: RFC 5531, rpc(3), the headers as glibc 2.25
// installed them.
#pragma once
#include <netinet/in.h>
#include <sys/time.h>
#include <sys/un.h>
#include "xdr.h"

struct opaque_auth { enum_t flavor; char *base; unsigned length; };
enum { MAX_AUTH_BYTES = 400, CALL = 0, REPLY = 1, RPC_VERSION = 2, LAST_MISMATCH = 1 };
enum { MSG_ACCEPTED, MSG_DENIED };
enum { ACCEPT_SUCCESS, PROG_UNAVAIL, PROG_MISMATCH, PROC_UNAVAIL, GARBAGE_ARGS, SYSTEM_ERR };
enum { RPC_MISMATCH, AUTH_ERROR };
enum { AUTH_OK, AUTH_INVALIDRESP = 6 };
enum { AUTH_NONE, AUTH_UNIX, AUTH_SHORT };

struct versions { unsigned long low, high; };
struct accepted_reply {
    struct opaque_auth verifier;
    int status;
    union { struct versions versions; struct { char *where; xdr_procedure procedure; } results; };
};
struct rejected_reply { int status; union { struct versions versions; int why; }; };
struct call_body { unsigned long version, program, program_version, procedure; struct opaque_auth credentials, verifier; };
struct reply_body { int status; union { struct accepted_reply accepted; struct rejected_reply rejected; }; };
struct rpc_message { unsigned long id; int direction; union { struct call_body call; struct reply_body reply; }; };
_Static_assert(sizeof(struct rpc_message) == 96 && sizeof(struct accepted_reply) == 48, "glibc's layout");

enum rpc_status {
    RPC_SUCCESS, RPC_CANTENCODEARGS, RPC_CANTDECODERES, RPC_CANTSEND, RPC_CANTRECV, RPC_TIMEDOUT, RPC_VERSMISMATCH, RPC_AUTHERROR,
    RPC_PROGUNAVAIL, RPC_PROGVERSMISMATCH, RPC_PROCUNAVAIL, RPC_CANTDECODEARGS, RPC_SYSTEMERROR, RPC_UNKNOWNHOST, RPC_PMAPFAILURE,
    RPC_PROGNOTREGISTERED, RPC_FAILED, RPC_UNKNOWNPROTO, RPC_INTR,
};
struct rpc_error { int status; union { int number, why; struct versions versions; struct { long first, second; } other; }; };
struct rpc_create_error { int status; struct rpc_error error; };
_Static_assert(sizeof(struct rpc_create_error) == 32, "glibc's layout");

struct auth;
struct auth_ops {
    void (*next_verifier)(struct auth *);
    int (*marshal)(struct auth *, struct xdr *);
    int (*validate)(struct auth *, struct opaque_auth *);
    int (*refresh)(struct auth *);
    void (*destroy)(struct auth *);
};
struct auth { struct opaque_auth credentials, verifier; uint32_t key[2]; const struct auth_ops *operations; char *private; };
_Static_assert(sizeof(struct auth) == 72, "glibc's layout");

struct client;
struct client_ops {
    int (*call)(struct client *, unsigned long, xdr_procedure, char *, xdr_procedure, char *, struct timeval);
    void (*abort)(void);
    void (*error)(struct client *, struct rpc_error *);
    bool_t (*free_result)(struct client *, xdr_procedure, char *);
    void (*destroy)(struct client *);
    bool_t (*control)(struct client *, int, char *);
};
struct client { struct auth *auth; const struct client_ops *operations; char *private; };

struct port_mapping { unsigned long program, version, protocol, port; };
enum { PORT_MAPPER = 111, PORT_MAPPER_PROGRAM = 100000, PORT_MAPPER_VERSION = 2 };

/// The calling thread's; the main thread's is the object rpc_createerr, or the program's copy of it.
struct rpc_create_error *glibc_compat_rpc_create_error(void);
void glibc_compat_seterr_reply(struct rpc_message *, struct rpc_error *);
bool_t glibc_compat_xdr_opaque_auth(struct xdr *, struct opaque_auth *), glibc_compat_xdr_replymsg(struct xdr *, struct rpc_message *),
    glibc_compat_xdr_callhdr(struct xdr *, struct rpc_message *), glibc_compat_xdr_pmap(struct xdr *, struct port_mapping *);
struct auth *glibc_compat_authnone_create(void);
struct client *glibc_compat_clntudp_bufcreate(struct sockaddr_in *, unsigned long, unsigned long, struct timeval, int *, unsigned, unsigned);
struct client *glibc_compat_clntudp_create(struct sockaddr_in *, unsigned long, unsigned long, struct timeval, int *);
struct client *glibc_compat_clnttcp_create(struct sockaddr_in *, unsigned long, unsigned long, int *, unsigned, unsigned);
struct client *glibc_compat_clntunix_create(struct sockaddr_un *, unsigned long, unsigned long, int *, unsigned, unsigned);
unsigned short glibc_compat_pmap_getport(struct sockaddr_in *, unsigned long, unsigned long, unsigned);
void glibc_compat_xdrrec_create(struct xdr *, unsigned, unsigned, char *, int (*)(char *, char *, int), int (*)(char *, char *, int));
bool_t glibc_compat_xdrrec_endofrecord(struct xdr *, bool_t), glibc_compat_xdrrec_skiprecord(struct xdr *);
