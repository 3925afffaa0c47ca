// <rpc/auth.h>: credentials without anything, and with the user's and groups' numbers. Source: RFC 5531, 8 and appendix A.
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include "rpc.h"

enum { MAX_MACHINE_NAME = 255, MAX_GROUPS = 16 };
struct unix_parameters { unsigned long time; char *machine; unsigned user, group, count; unsigned *groups; };

RPC(xdr_authunix_parms) bool_t glibc_compat_xdr_authunix_parms(struct xdr *xdr, struct unix_parameters *parameters)
{
    return glibc_compat_xdr_u_long(xdr, &parameters->time) && glibc_compat_xdr_string(xdr, &parameters->machine, MAX_MACHINE_NAME) &&
        glibc_compat_xdr_u_int(xdr, &parameters->user) && glibc_compat_xdr_u_int(xdr, &parameters->group) &&
        glibc_compat_xdr_array(xdr, (char **)&parameters->groups, &parameters->count, MAX_GROUPS, sizeof(unsigned),
                               (xdr_procedure)glibc_compat_xdr_u_int);
}

static void no_verifier(struct auth *auth) { (void)auth; }
static int always_valid(struct auth *auth, struct opaque_auth *verifier) { return (void)auth, (void)verifier, 1; }
static int never_fresh(struct auth *auth) { return (void)auth, 0; }
static void kept(struct auth *auth) { (void)auth; }

static int put_both(struct auth *auth, struct xdr *xdr)
{
    return glibc_compat_xdr_opaque_auth(xdr, &auth->credentials) && glibc_compat_xdr_opaque_auth(xdr, &auth->verifier);
}

/// Credentials that say nothing: one object for everybody.
RPC(authnone_create) struct auth *glibc_compat_authnone_create(void)
{
    static const struct auth_ops operations = { no_verifier, put_both, always_valid, never_fresh, kept };
    static struct auth none = { .operations = &operations };
    return &none;
}

// The server may answer with a short form of the credentials, which is used from then on until it is refused.
struct unix_private { struct opaque_auth original, shorthand; char marshalled[2 * (8 + MAX_AUTH_BYTES)]; unsigned size; };

static void marshal_new(struct auth *auth)
{
    struct unix_private *private = (struct unix_private *)(void *)auth->private;
    struct xdr xdr;
    glibc_compat_xdrmem_create(&xdr, private->marshalled, sizeof private->marshalled, XDR_ENCODE);
    private->size = put_both(auth, &xdr) ? xdr.operations->position(&xdr) : 0;
}

static int unix_marshal(struct auth *auth, struct xdr *xdr)
{
    struct unix_private *private = (struct unix_private *)(void *)auth->private;
    return xdr->operations->put_bytes(xdr, private->marshalled, private->size);
}

static int unix_validate(struct auth *auth, struct opaque_auth *verifier)
{
    struct unix_private *private = (struct unix_private *)(void *)auth->private;
    if (verifier->flavor != AUTH_SHORT)
        return 1;
    struct xdr xdr;
    free(private->shorthand.base);
    private->shorthand = (struct opaque_auth){0};
    glibc_compat_xdrmem_create(&xdr, verifier->base, verifier->length, XDR_DECODE);
    if (glibc_compat_xdr_opaque_auth(&xdr, &private->shorthand)) {
        auth->credentials = private->shorthand;
    } else {
        free(private->shorthand.base);
        private->shorthand = (struct opaque_auth){0};
        auth->credentials = private->original;
    }
    marshal_new(auth);
    return 1;
}

static int unix_refresh(struct auth *auth)
{
    struct unix_private *private = (struct unix_private *)(void *)auth->private;
    if (auth->credentials.base == private->original.base)
        return 0;       // they are the full ones already
    struct unix_parameters parameters = {0};
    struct xdr xdr;
    glibc_compat_xdrmem_create(&xdr, private->original.base, private->original.length, XDR_DECODE);
    int result = glibc_compat_xdr_authunix_parms(&xdr, &parameters);
    if (result) {
        parameters.time = (unsigned long)(uint32_t)time(NULL);
        glibc_compat_xdrmem_create(&xdr, private->original.base, private->original.length, XDR_ENCODE);
        result = glibc_compat_xdr_authunix_parms(&xdr, &parameters);
        auth->credentials = private->original;
        marshal_new(auth);
    }
    xdr.operation = XDR_FREE;
    glibc_compat_xdr_authunix_parms(&xdr, &parameters);
    return result;
}

static void unix_destroy(struct auth *auth)
{
    struct unix_private *private = (struct unix_private *)(void *)auth->private;
    free(private->original.base);
    free(private->shorthand.base);
    free(private);
    free(auth->verifier.base);
    free(auth);
}

/// Credentials of a user on a machine. NULL where there is no memory, or the name or the groups are too many.
RPC(authunix_create) struct auth *glibc_compat_authunix_create(char *machine, uid_t user, gid_t group, int count, gid_t *groups)
{
    static const struct auth_ops operations = { no_verifier, unix_marshal, unix_validate, unix_refresh, unix_destroy };
    struct unix_parameters parameters = { (unsigned long)(uint32_t)time(NULL), machine, user, group, (unsigned)count, groups };
    char bytes[MAX_AUTH_BYTES];
    struct xdr xdr;
    glibc_compat_xdrmem_create(&xdr, bytes, sizeof bytes, XDR_ENCODE);
    if (!glibc_compat_xdr_authunix_parms(&xdr, &parameters))
        abort();        // as glibc does with a name or groups that do not fit
    unsigned size = xdr.operations->position(&xdr);
    struct auth *auth = calloc(1, sizeof *auth);
    struct unix_private *private = calloc(1, sizeof *private);
    char *kept_bytes = malloc(size);
    if (!auth || !private || !kept_bytes) {
        fputs("authunix_create: out of memory\n", stderr);
        free(auth), free(private), free(kept_bytes);
        return NULL;
    }
    private->original = (struct opaque_auth){ AUTH_UNIX, memcpy(kept_bytes, bytes, size), size };
    *auth = (struct auth){ .credentials = private->original, .operations = &operations, .private = (char *)private };
    marshal_new(auth);
    return auth;
}

/// The process's own; no more than 16 groups fit.
RPC(authunix_create_default) struct auth *glibc_compat_authunix_create_default(void)
{
    char machine[MAX_MACHINE_NAME + 1] = "";
    if (gethostname(machine, MAX_MACHINE_NAME) < 0)
        abort();
    int count = getgroups(0, NULL);
    gid_t *groups = count > 0 ? calloc((size_t)count, sizeof *groups) : NULL;
    if (groups)
        count = getgroups(count, groups);
    if (!groups || count < 0)
        count = 0;
    struct auth *auth = glibc_compat_authunix_create(machine, geteuid(), getegid(), count > MAX_GROUPS ? MAX_GROUPS : count, groups);
    free(groups);
    return auth;
}
