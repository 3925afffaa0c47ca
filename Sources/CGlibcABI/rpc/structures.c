// <rpc/key_prot.h>, <rpc/auth_des.h>, <rpcsvc/yp_prot.h>: the structures of the key server, of secure RPC and of NIS on the wire, as far as
// libnsl.so.2 has not those of NIS. Source: the protocols' descriptions in rpcsvc/*.x, RFC 4506.
#include <stdlib.h>
#include "rpc.h"

enum { KEY_BYTES = 48, NET_NAME = 255, YP_NAME = 1024, MAX_KEY_GROUPS = 16, KEY_SUCCESS = 0 };
typedef struct { char bytes[8]; } des_block;
struct network_object { unsigned length; char *bytes; };
bool_t glibc_compat_xdr_netobj(struct xdr *, struct network_object *), glibc_compat_xdr_des_block(struct xdr *, char *);

#define STRING(name, most) RPC(name) bool_t glibc_compat_##name(struct xdr *xdr, char **text) { return glibc_compat_xdr_string(xdr, text, most); }
STRING(xdr_netnamestr, NET_NAME)
STRING(xdr_mapname, YP_NAME)
STRING(xdr_peername, YP_NAME)
#define NUMBER(name) RPC(name) bool_t glibc_compat_##name(struct xdr *xdr, enum_t *value) { return glibc_compat_xdr_enum(xdr, value); }
NUMBER(xdr_keystatus)
NUMBER(xdr_yppush_status)

RPC(xdr_keybuf) bool_t glibc_compat_xdr_keybuf(struct xdr *xdr, char *key) { return glibc_compat_xdr_opaque(xdr, key, KEY_BYTES); }

struct session { char *name; des_block key; };
RPC(xdr_cryptkeyarg) bool_t glibc_compat_xdr_cryptkeyarg(struct xdr *xdr, struct session *session)
{
    return glibc_compat_xdr_netnamestr(xdr, &session->name) && glibc_compat_xdr_des_block(xdr, session->key.bytes);
}
struct public_session { char *name; struct network_object public_key; des_block key; };
RPC(xdr_cryptkeyarg2) bool_t glibc_compat_xdr_cryptkeyarg2(struct xdr *xdr, struct public_session *session)
{
    return glibc_compat_xdr_netnamestr(xdr, &session->name) && glibc_compat_xdr_netobj(xdr, &session->public_key) &&
        glibc_compat_xdr_des_block(xdr, session->key.bytes);
}

// Answers: a status, and after success what was asked for.
struct key_answer { enum_t status; des_block key; };
RPC(xdr_cryptkeyres) bool_t glibc_compat_xdr_cryptkeyres(struct xdr *xdr, struct key_answer *answer)
{
    return glibc_compat_xdr_enum(xdr, &answer->status) && (answer->status != KEY_SUCCESS || glibc_compat_xdr_des_block(xdr, answer->key.bytes));
}
struct unix_credentials { unsigned user, group, count; unsigned *groups; };
RPC(xdr_unixcred) bool_t glibc_compat_xdr_unixcred(struct xdr *xdr, struct unix_credentials *credentials)
{
    return glibc_compat_xdr_u_int(xdr, &credentials->user) && glibc_compat_xdr_u_int(xdr, &credentials->group) &&
        glibc_compat_xdr_array(xdr, (char **)&credentials->groups, &credentials->count, MAX_KEY_GROUPS, sizeof(unsigned),
                               (xdr_procedure)glibc_compat_xdr_u_int);
}
struct credentials_answer { enum_t status; struct unix_credentials credentials; };
RPC(xdr_getcredres) bool_t glibc_compat_xdr_getcredres(struct xdr *xdr, struct credentials_answer *answer)
{
    return glibc_compat_xdr_enum(xdr, &answer->status) && (answer->status != KEY_SUCCESS || glibc_compat_xdr_unixcred(xdr, &answer->credentials));
}
struct key_pair { char private[KEY_BYTES], public[KEY_BYTES]; char *name; };
RPC(xdr_key_netstarg) bool_t glibc_compat_xdr_key_netstarg(struct xdr *xdr, struct key_pair *pair)
{
    return glibc_compat_xdr_keybuf(xdr, pair->private) && glibc_compat_xdr_keybuf(xdr, pair->public) && glibc_compat_xdr_netnamestr(xdr, &pair->name);
}
struct pair_answer { enum_t status; struct key_pair pair; };
RPC(xdr_key_netstres) bool_t glibc_compat_xdr_key_netstres(struct xdr *xdr, struct pair_answer *answer)
{
    return glibc_compat_xdr_enum(xdr, &answer->status) && (answer->status != KEY_SUCCESS || glibc_compat_xdr_key_netstarg(xdr, &answer->pair));
}

// Secure RPC's credentials, by the full name or by the server's number for it, and its verifiers.
struct des_credentials { enum_t kind; struct { char *name; des_block key; uint32_t window; } full; uint32_t nickname; };
RPC(xdr_authdes_cred) bool_t glibc_compat_xdr_authdes_cred(struct xdr *xdr, struct des_credentials *credentials)
{
    if (!glibc_compat_xdr_enum(xdr, &credentials->kind))
        return 0;
    switch (credentials->kind) {
    case 0:
        return glibc_compat_xdr_string(xdr, &credentials->full.name, NET_NAME) && glibc_compat_xdr_opaque(xdr, credentials->full.key.bytes, 8) &&
            glibc_compat_xdr_opaque(xdr, (char *)&credentials->full.window, 4);
    case 1: return glibc_compat_xdr_opaque(xdr, (char *)&credentials->nickname, 4);
    default: return 0;
    }
}
struct des_verifier { des_block time; uint32_t number; };
RPC(xdr_authdes_verf) bool_t glibc_compat_xdr_authdes_verf(struct xdr *xdr, struct des_verifier *verifier)
{
    return glibc_compat_xdr_opaque(xdr, verifier->time.bytes, 8) && glibc_compat_xdr_opaque(xdr, (char *)&verifier->number, 4);
}

struct yp_buffer { unsigned length; char *bytes; };
RPC(xdr_yp_buf) bool_t glibc_compat_xdr_yp_buf(struct xdr *xdr, struct yp_buffer *buffer)
{
    return glibc_compat_xdr_bytes(xdr, &buffer->bytes, &buffer->length, ~0u);
}
struct yp_binding { char address[4], port[2]; };
RPC(xdr_ypbind_binding) bool_t glibc_compat_xdr_ypbind_binding(struct xdr *xdr, struct yp_binding *binding)
{
    return glibc_compat_xdr_opaque(xdr, binding->address, 4) && glibc_compat_xdr_opaque(xdr, binding->port, 2);
}
struct yp_answer { enum_t status; union { unsigned error; struct yp_binding binding; }; };
RPC(xdr_ypbind_resp) bool_t glibc_compat_xdr_ypbind_resp(struct xdr *xdr, struct yp_answer *answer)
{
    if (!glibc_compat_xdr_enum(xdr, &answer->status))
        return 0;
    switch (answer->status) {
    case 1: return glibc_compat_xdr_ypbind_binding(xdr, &answer->binding);
    case 2: return glibc_compat_xdr_u_int(xdr, &answer->error);
    default: return 0;
    }
}
struct yp_domain { char *domain; struct yp_binding binding; unsigned version; };
RPC(xdr_ypbind_setdom) bool_t glibc_compat_xdr_ypbind_setdom(struct xdr *xdr, struct yp_domain *domain)
{
    return glibc_compat_xdr_string(xdr, &domain->domain, YP_NAME) && glibc_compat_xdr_ypbind_binding(xdr, &domain->binding) &&
        glibc_compat_xdr_u_int(xdr, &domain->version);
}
struct yp_change { char *map; struct yp_buffer key, value; };
RPC(xdr_ypdelete_args) bool_t glibc_compat_xdr_ypdelete_args(struct xdr *xdr, struct yp_change *change)
{
    return glibc_compat_xdr_mapname(xdr, &change->map) && glibc_compat_xdr_yp_buf(xdr, &change->key);
}
RPC(xdr_ypupdate_args) bool_t glibc_compat_xdr_ypupdate_args(struct xdr *xdr, struct yp_change *change)
{
    return glibc_compat_xdr_ypdelete_args(xdr, change) && glibc_compat_xdr_yp_buf(xdr, &change->value);
}
