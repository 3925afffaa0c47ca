// Remote procedure calls: the texts of errors, messages and credentials as bytes, what replies mean
#include <unistd.h>
#include "rpc.h"

static int geterr_status, geterr_number;
static long geterr_second;
static void geterr(CLIENT *client, struct rpc_err *error)
{
    memset(error, 0, sizeof *error);
    error->re_status = geterr_status;
    error->ru.RE_lb.s1 = geterr_number, error->ru.RE_lb.s2 = geterr_second;
}

int main(void)
{
    for (int i = -1; i < 22; i++) printf("%d %s\n", i, clnt_sperrno_old(i));
    struct clnt_ops operations = {.cl_geterr = geterr};
    CLIENT client = {NULL, &operations, NULL};
    for (geterr_status = -1; geterr_status < 20; geterr_status++)
        for (geterr_number = 0; geterr_number < 9; geterr_number += geterr_status == 7 ? 1 : 4) {
            geterr_second = 7;
            printf("%d %d: %s", geterr_status, geterr_number, clnt_sperror_old(&client, "here"));
            rpc_createerr_old.cf_stat = geterr_status;
            rpc_createerr_old.cf_error.re_status = geterr_number;
            rpc_createerr_old.cf_error.ru.RE_errno = 2;
            printf("%s", clnt_spcreateerror_old("made"));
        }
    fflush(stdout);
    geterr_status = 3, geterr_number = 32;
    clnt_perrno_old(5), clnt_perror_old(&client, "perror"), clnt_pcreateerror_old("pcreateerror");
    printf("%d %d %d\n", __rpc_thread_createerr_old() == &rpc_createerr_old, _null_auth_old.oa_flavor, _null_auth_old.oa_base == NULL);

    char memory[512], verifier[] = "check", credentials[500] = "who";
    XDR xdr;
    struct rpc_msg message = {0x11223344, 9, .ru.call = {9, 100003, 3, 7, {1, credentials, 3}, {0, verifier, 5}}};
    xdrmem_create_old(&xdr, memory, 512, XDR_ENCODE);
    int done = xdr_callhdr_old(&xdr, &message);
    printf("%d %d %lu", done, message.rm_direction, message.ru.call.rpcvers);
    hex("", memory, xdr.x_ops->x_getpostn(&xdr));
    xdrmem_create_old(&xdr, memory, 512, XDR_ENCODE);
    done = xdr_callmsg_old(&xdr, &message);
    unsigned size = xdr.x_ops->x_getpostn(&xdr);
    printf("%d", done);
    hex("", memory, size);
    struct rpc_msg back = {0};
    xdrmem_create_old(&xdr, memory, size, XDR_DECODE);
    done = xdr_callmsg_old(&xdr, &back);
    printf("%d %lx %lu %lu %d %.3s %u %.5s\n", done, back.rm_xid, back.ru.call.prog, back.ru.call.proc, back.ru.call.cred.oa_flavor, back.ru.call.cred.oa_base,
           back.ru.call.verf.oa_length, back.ru.call.verf.oa_base);
    message.ru.call.cred.oa_length = 401;
    xdrmem_create_old(&xdr, memory, 512, XDR_ENCODE);
    done = xdr_callmsg_old(&xdr, &message);
    message.ru.call.cred.oa_length = 400;
    xdrmem_create_old(&xdr, memory, 512, XDR_ENCODE);
    printf("%d %d\n", done, xdr_callmsg_old(&xdr, &message));
    message.ru.call.cred.oa_length = 3, message.ru.call.rpcvers = 3;
    xdrmem_create_old(&xdr, memory, 512, XDR_ENCODE);
    printf("%d\n", xdr_callmsg_old(&xdr, &message));

    // Replies of every kind, there and back, and what they mean.
    for (int kind = 0; kind < 13; kind++) {
        int result = 77, got = 0;
        struct rpc_msg reply = {5, 1}, answer = {0};
        reply.ru.reply.stat = kind < 8 ? 0 : kind < 12 ? 1 : 2;
        if (kind < 8) {
            reply.ru.reply.ru.ar.stat = kind;
            if (kind == 2) reply.ru.reply.ru.ar.ru.vers.low = 2, reply.ru.reply.ru.ar.ru.vers.high = 4;
            else reply.ru.reply.ru.ar.ru.results.where = &result, reply.ru.reply.ru.ar.ru.results.proc = (xdrproc_t)xdr_int_old;
        } else {
            reply.ru.reply.ru.dr.stat = kind - 8;
            if (kind == 8) reply.ru.reply.ru.dr.ru.vers.low = 1, reply.ru.reply.ru.dr.ru.vers.high = 3;
            else reply.ru.reply.ru.dr.ru.why = 4;
        }
        xdrmem_create_old(&xdr, memory, 512, XDR_ENCODE);
        done = xdr_replymsg_old(&xdr, &reply);
        size = xdr.x_ops->x_getpostn(&xdr);
        printf("%d %d", kind, done);
        hex("", memory, size);
        answer.ru.reply.ru.ar.ru.results.where = &got, answer.ru.reply.ru.ar.ru.results.proc = (xdrproc_t)xdr_int_old;
        xdrmem_create_old(&xdr, memory, size, XDR_DECODE);
        done = xdr_replymsg_old(&xdr, &answer);
        struct rpc_err error = {0};
        _seterr_reply_old(&reply, &error);
        printf("%d %d: %d %ld %ld\n", done, got, error.re_status, error.re_status ? error.ru.RE_lb.s1 : 0,
               error.re_status == 6 || error.re_status == 9 || error.re_status == 16 ? error.ru.RE_lb.s2 : 0);
    }

    AUTH *none = authnone_create_old();
    xdrmem_create_old(&xdr, memory, 512, XDR_ENCODE);
    done = none->ah_ops->ah_marshal(none, &xdr);
    printf("%d", done);
    hex("none", memory, xdr.x_ops->x_getpostn(&xdr));
    printf("%d %d\n", none->ah_ops->ah_validate(none, &_null_auth_old), none->ah_ops->ah_refresh(none));
    unsigned groups[] = {3, 4};
    AUTH *unix_auth = authunix_create_old("machine", 1000, 100, 2, groups);
    xdrmem_create_old(&xdr, memory, 512, XDR_ENCODE);
    done = unix_auth->ah_ops->ah_marshal(unix_auth, &xdr);
    printf("%d %u ", done, xdr.x_ops->x_getpostn(&xdr));
    memset(memory + 8, 0, 4);   // the time
    hex("unix", memory, xdr.x_ops->x_getpostn(&xdr));
    printf("%d %u %d\n", unix_auth->ah_cred.oa_flavor, unix_auth->ah_cred.oa_length, unix_auth->ah_ops->ah_refresh(unix_auth));
    // The server's short form.
    char shorter[] = {0, 0, 0, 2, 0, 0, 0, 4, 's', 'h', 'o', 'r'};
    struct opaque_auth short_auth = {2, shorter, sizeof shorter};
    done = unix_auth->ah_ops->ah_validate(unix_auth, &short_auth);
    xdrmem_create_old(&xdr, memory, 512, XDR_ENCODE);
    unix_auth->ah_ops->ah_marshal(unix_auth, &xdr);
    printf("%d", done);
    hex("short", memory, xdr.x_ops->x_getpostn(&xdr));
    done = unix_auth->ah_ops->ah_refresh(unix_auth);
    xdrmem_create_old(&xdr, memory, 512, XDR_ENCODE);
    unix_auth->ah_ops->ah_marshal(unix_auth, &xdr);
    printf("%d %u %d\n", done, xdr.x_ops->x_getpostn(&xdr), unix_auth->ah_ops->ah_refresh(unix_auth));
    unix_auth->ah_ops->ah_destroy(unix_auth);
    AUTH *own = authunix_create_default_old();
    printf("%d\n", own && own->ah_cred.oa_flavor == 1);
    own->ah_ops->ah_destroy(own);
    printf("%d\n", _rpc_dtablesize_old() == getdtablesize());
}
