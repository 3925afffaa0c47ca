// What the clients of every transport share.
#pragma once
#include "rpc.h"

/// The arguments of control. Source: glibc's <rpc/clnt.h>.
enum {
    SET_TIMEOUT = 1, GET_TIMEOUT, GET_SERVER_ADDRESS, SET_RETRY_TIMEOUT, GET_RETRY_TIMEOUT, GET_FILE, GET_SERVICE_ADDRESS, SET_FILE_CLOSE,
    SET_FILE_KEEP, GET_ID, SET_ID, GET_VERSION, SET_VERSION, GET_PROGRAM, SET_PROGRAM,
};

struct call_state {
    struct client client;
    int file;
    bool_t close;               // with the client
    bool_t waits;               // the client's own timeout counts, not each call's
    struct timeval timeout;
    struct rpc_error error;
    char header[32];            // of the call: identifier, direction, version, program, its version; then nothing
    unsigned header_size;
    union { struct sockaddr_in internet; struct sockaddr_un local; } server;
    socklen_t server_size;
};

/// Writes the header of the calls to come. False where the numbers do not fit into 32 bits.
bool_t glibc_compat_rpc_header(struct call_state *, unsigned long program, unsigned long version);
/// The header's numbers: 0 is the identifier, 3 the program, 4 its version.
uint32_t glibc_compat_rpc_number(const struct call_state *, int place);
void glibc_compat_rpc_set_number(struct call_state *, int place, uint32_t number);
/// The controls that every transport has. -1 for those it has not.
int glibc_compat_rpc_control(struct call_state *, int request, char *information);
/// Fills rpc_createerr and gives NULL.
void *glibc_compat_rpc_no_client(int status, int number);
/// What the reply means, its verifier checked; false where the call shall be sent again with fresh credentials.
bool_t glibc_compat_rpc_judge(struct call_state *, struct rpc_message *, struct opaque_auth *verifier, int *refreshes);
bool_t glibc_compat_rpc_free_result(struct client *, xdr_procedure, char *);
void glibc_compat_rpc_get_error(struct client *, struct rpc_error *);
void glibc_compat_rpc_abort(void);
