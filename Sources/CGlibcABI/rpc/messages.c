// <rpc/rpc_msg.h>: the messages of remote procedure calls. Source: RFC 5531, 9.
#include <stdlib.h>
#include "rpc.h"

const struct opaque_auth glibc_compat_null_auth;
OLD_OBJECT(24, glibc_compat_null_auth, _null_auth, "2.2.5");

RPC(xdr_opaque_auth) bool_t glibc_compat_xdr_opaque_auth(struct xdr *xdr, struct opaque_auth *auth)
{
    return glibc_compat_xdr_enum(xdr, &auth->flavor) && glibc_compat_xdr_bytes(xdr, &auth->base, &auth->length, MAX_AUTH_BYTES);
}

RPC(xdr_des_block) bool_t glibc_compat_xdr_des_block(struct xdr *xdr, char *block) { return glibc_compat_xdr_opaque(xdr, block, 8); }

static bool_t versions(struct xdr *xdr, struct versions *versions)
{
    return glibc_compat_xdr_u_long(xdr, &versions->low) && glibc_compat_xdr_u_long(xdr, &versions->high);
}

RPC(xdr_accepted_reply) bool_t glibc_compat_xdr_accepted_reply(struct xdr *xdr, struct accepted_reply *reply)
{
    if (!glibc_compat_xdr_opaque_auth(xdr, &reply->verifier) || !glibc_compat_xdr_enum(xdr, &reply->status))
        return 0;
    switch (reply->status) {
    case ACCEPT_SUCCESS: return reply->results.procedure(xdr, reply->results.where);
    case PROG_MISMATCH: return versions(xdr, &reply->versions);
    default: return 1;
    }
}

RPC(xdr_rejected_reply) bool_t glibc_compat_xdr_rejected_reply(struct xdr *xdr, struct rejected_reply *reply)
{
    if (!glibc_compat_xdr_enum(xdr, &reply->status))
        return 0;
    switch (reply->status) {
    case RPC_MISMATCH: return versions(xdr, &reply->versions);
    case AUTH_ERROR: return glibc_compat_xdr_enum(xdr, &reply->why);
    default: return 0;
    }
}

RPC(xdr_replymsg) bool_t glibc_compat_xdr_replymsg(struct xdr *xdr, struct rpc_message *message)
{
    if (!glibc_compat_xdr_u_long(xdr, &message->id) || !glibc_compat_xdr_enum(xdr, &message->direction) || message->direction != REPLY ||
        !glibc_compat_xdr_enum(xdr, &message->reply.status))
        return 0;
    switch (message->reply.status) {
    case MSG_ACCEPTED: return glibc_compat_xdr_accepted_reply(xdr, &message->reply.accepted);
    case MSG_DENIED: return glibc_compat_xdr_rejected_reply(xdr, &message->reply.rejected);
    default: return 0;
    }
}

/// What of a call does not change from call to call.
RPC(xdr_callhdr) bool_t glibc_compat_xdr_callhdr(struct xdr *xdr, struct rpc_message *message)
{
    message->direction = CALL;
    message->call.version = RPC_VERSION;
    return xdr->operation == XDR_ENCODE && glibc_compat_xdr_u_long(xdr, &message->id) && glibc_compat_xdr_enum(xdr, &message->direction) &&
        glibc_compat_xdr_u_long(xdr, &message->call.version) && glibc_compat_xdr_u_long(xdr, &message->call.program) &&
        glibc_compat_xdr_u_long(xdr, &message->call.program_version);
}

/// A whole call. Encoding refuses credentials that are too long, and decoding reads them to memory of its own where there is none.
RPC(xdr_callmsg) bool_t glibc_compat_xdr_callmsg(struct xdr *xdr, struct rpc_message *message)
{
    struct call_body *call = &message->call;
    if (xdr->operation == XDR_ENCODE && (call->credentials.length > MAX_AUTH_BYTES || call->verifier.length > MAX_AUTH_BYTES))
        return 0;
    return glibc_compat_xdr_u_long(xdr, &message->id) && glibc_compat_xdr_enum(xdr, &message->direction) && message->direction == CALL &&
        glibc_compat_xdr_u_long(xdr, &call->version) && call->version == RPC_VERSION && glibc_compat_xdr_u_long(xdr, &call->program) &&
        glibc_compat_xdr_u_long(xdr, &call->program_version) && glibc_compat_xdr_u_long(xdr, &call->procedure) &&
        glibc_compat_xdr_opaque_auth(xdr, &call->credentials) && glibc_compat_xdr_opaque_auth(xdr, &call->verifier);
}

/// What a reply means to the caller.
RPC(_seterr_reply) void glibc_compat_seterr_reply(struct rpc_message *message, struct rpc_error *error)
{
    static const unsigned char accepted[] = {
        RPC_SUCCESS, RPC_PROGUNAVAIL, RPC_PROGVERSMISMATCH, RPC_PROCUNAVAIL, RPC_CANTDECODEARGS, RPC_SYSTEMERROR,
    };
    const struct reply_body *reply = &message->reply;
    error->status = RPC_FAILED;
    if (reply->status == MSG_ACCEPTED) {
        unsigned status = (unsigned)reply->accepted.status;
        if (status < sizeof accepted)
            error->status = accepted[status];
        else
            error->other.first = MSG_ACCEPTED, error->other.second = (long)status;
        if (status == PROG_MISMATCH)
            error->versions = reply->accepted.versions;
    } else if (reply->status == MSG_DENIED && reply->rejected.status == RPC_MISMATCH) {
        error->status = RPC_VERSMISMATCH;
        error->versions = reply->rejected.versions;
    } else if (reply->status == MSG_DENIED && reply->rejected.status == AUTH_ERROR) {
        error->status = RPC_AUTHERROR;
        error->why = reply->rejected.why;
    } else if (reply->status == MSG_DENIED) {
        error->other.first = MSG_DENIED, error->other.second = reply->rejected.status;
    } else {
        error->other.first = reply->status;
    }
}

// What the port mapper is asked. Source: RFC 1833, 3.
RPC(xdr_pmap) bool_t glibc_compat_xdr_pmap(struct xdr *xdr, struct port_mapping *mapping)
{
    return glibc_compat_xdr_u_long(xdr, &mapping->program) && glibc_compat_xdr_u_long(xdr, &mapping->version) &&
        glibc_compat_xdr_u_long(xdr, &mapping->protocol) && glibc_compat_xdr_u_long(xdr, &mapping->port);
}

struct mapping_list { struct port_mapping mapping; struct mapping_list *next; };
RPC(xdr_pmaplist) bool_t glibc_compat_xdr_pmaplist(struct xdr *xdr, struct mapping_list **list)
{
    if (xdr->operation == XDR_FREE) {
        for (struct mapping_list *entry = *list, *next; entry; entry = next) {
            next = entry->next;
            free(entry);
        }
        *list = NULL;
        return 1;
    }
    for (;; list = &(*list)->next) {
        bool_t more = *list != NULL;
        if (!glibc_compat_xdr_bool(xdr, &more))
            return 0;
        if (!more)
            return 1;
        if (!glibc_compat_xdr_reference(xdr, (char **)list, sizeof **list, (xdr_procedure)glibc_compat_xdr_pmap))
            return 0;
    }
}

struct forwarded_call { unsigned long program, version, procedure, length; char *arguments; xdr_procedure encode; };
RPC(xdr_rmtcall_args) bool_t glibc_compat_xdr_rmtcall_args(struct xdr *xdr, struct forwarded_call *call)
{
    if (!glibc_compat_xdr_u_long(xdr, &call->program) || !glibc_compat_xdr_u_long(xdr, &call->version) ||
        !glibc_compat_xdr_u_long(xdr, &call->procedure))
        return 0;
    // The length stands before the arguments and is known after them.
    unsigned place = xdr->operations->position(xdr);
    if (!glibc_compat_xdr_u_long(xdr, &call->length))
        return 0;
    unsigned start = xdr->operations->position(xdr);
    if (!call->encode(xdr, call->arguments))
        return 0;
    unsigned end = xdr->operations->position(xdr);
    call->length = end - start;
    return xdr->operations->set_position(xdr, place) && glibc_compat_xdr_u_long(xdr, &call->length) && xdr->operations->set_position(xdr, end);
}

struct forwarded_result { unsigned long *port, length; char *result; xdr_procedure decode; };
RPC(xdr_rmtcallres) bool_t glibc_compat_xdr_rmtcallres(struct xdr *xdr, struct forwarded_result *result)
{
    char *port = (char *)result->port;
    if (!glibc_compat_xdr_reference(xdr, &port, sizeof *result->port, (xdr_procedure)glibc_compat_xdr_u_long) ||
        !glibc_compat_xdr_u_long(xdr, &result->length))
        return 0;
    result->port = (unsigned long *)port;
    return result->decode(xdr, result->result);
}
