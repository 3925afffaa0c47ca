// glibc's <rpc/rpc.h> of before 2.26, as far as the tests call it.
#include <netinet/in.h>
#include <sys/time.h>
#include <sys/un.h>
#include "xdr.h"
struct opaque_auth { int oa_flavor; char *oa_base; unsigned oa_length; };
typedef struct AUTH AUTH;
struct auth_ops {
    void (*ah_nextverf)(AUTH *);
    int (*ah_marshal)(AUTH *, XDR *), (*ah_validate)(AUTH *, struct opaque_auth *), (*ah_refresh)(AUTH *);
    void (*ah_destroy)(AUTH *);
};
struct AUTH { struct opaque_auth ah_cred, ah_verf; char ah_key[8]; struct auth_ops *ah_ops; char *ah_private; };
struct rpc_err { int re_status; union { int RE_errno, RE_why; struct { unsigned long low, high; } RE_vers; struct { long s1, s2; } RE_lb; } ru; };
struct rpc_createerr { int cf_stat; struct rpc_err cf_error; };
typedef struct CLIENT CLIENT;
struct clnt_ops {
    int (*cl_call)(CLIENT *, unsigned long, xdrproc_t, void *, xdrproc_t, void *, struct timeval);
    void (*cl_abort)(void), (*cl_geterr)(CLIENT *, struct rpc_err *);
    int (*cl_freeres)(CLIENT *, xdrproc_t, void *);
    void (*cl_destroy)(CLIENT *);
    int (*cl_control)(CLIENT *, int, void *);
};
struct CLIENT { AUTH *cl_auth; struct clnt_ops *cl_ops; char *cl_private; };
struct rpc_msg {
    unsigned long rm_xid;
    int rm_direction;
    union {
        struct { unsigned long rpcvers, prog, vers, proc; struct opaque_auth cred, verf; } call;
        struct {
            int stat;
            union {
                struct { struct opaque_auth verf; int stat; union { struct { unsigned long low, high; } vers; struct { void *where; xdrproc_t proc; } results; } ru; } ar;
                struct { int stat; union { struct { unsigned long low, high; } vers; int why; } ru; } dr;
            } ru;
        } reply;
    } ru;
};
OLD(int, xdr_callhdr, "2.2.5", (XDR *, struct rpc_msg *)); OLD(int, xdr_callmsg, "2.2.5", (XDR *, struct rpc_msg *));
OLD(int, xdr_replymsg, "2.2.5", (XDR *, struct rpc_msg *)); OLD(void, _seterr_reply, "2.2.5", (struct rpc_msg *, struct rpc_err *));
OLD(int, xdr_opaque_auth, "2.2.5", (XDR *, struct opaque_auth *));
OLD(AUTH *, authnone_create, "2.2.5", (void)); OLD(AUTH *, authunix_create_default, "2.2.5", (void));
OLD(AUTH *, authunix_create, "2.2.5", (char *, unsigned, unsigned, int, unsigned *));
OLD(char *, clnt_sperrno, "2.2.5", (int)); OLD(char *, clnt_sperror, "2.2.5", (CLIENT *, const char *)); OLD(char *, clnt_spcreateerror, "2.2.5", (const char *));
OLD(void, clnt_perrno, "2.2.5", (int)); OLD(void, clnt_perror, "2.2.5", (CLIENT *, const char *)); OLD(void, clnt_pcreateerror, "2.2.5", (const char *));
OLD(CLIENT *, clntudp_create, "2.2.5", (struct sockaddr_in *, unsigned long, unsigned long, struct timeval, int *));
OLD(CLIENT *, clnttcp_create, "2.2.5", (struct sockaddr_in *, unsigned long, unsigned long, int *, unsigned, unsigned));
OLD(CLIENT *, clntunix_create, "2.2.5", (struct sockaddr_un *, unsigned long, unsigned long, int *, unsigned, unsigned));
OLD(CLIENT *, clnt_create, "2.2.5", (const char *, unsigned long, unsigned long, const char *));
OLD(int, callrpc, "2.2.5", (const char *, unsigned long, unsigned long, unsigned long, xdrproc_t, void *, xdrproc_t, void *));
OLD(unsigned short, pmap_getport, "2.2.5", (struct sockaddr_in *, unsigned long, unsigned long, unsigned)); OLD(int, pmap_set, "2.2.5", (unsigned long, unsigned long, int, unsigned short));
OLD(int, pmap_unset, "2.2.5", (unsigned long, unsigned long)); OLD(void *, pmap_getmaps, "2.2.5", (struct sockaddr_in *)); OLD(int, xdr_pmaplist, "2.2.5", (XDR *, void *));
OLD(int, getrpcport, "2.2.5", (const char *, unsigned long, unsigned long, unsigned)); OLD(void, get_myaddress, "2.2.5", (struct sockaddr_in *));
OLD(int, pmap_rmtcall, "2.2.5", (struct sockaddr_in *, unsigned long, unsigned long, unsigned long, xdrproc_t, void *, xdrproc_t, void *, struct timeval, unsigned long *));
OLD(struct rpc_createerr *, __rpc_thread_createerr, "2.2.5", (void)); OLD(int, _rpc_dtablesize, "2.2.5", (void));
extern struct rpc_createerr rpc_createerr_old; __asm__(".symver rpc_createerr_old, rpc_createerr@GLIBC_2.2.5");
extern struct opaque_auth _null_auth_old; __asm__(".symver _null_auth_old, _null_auth@GLIBC_2.2.5");
