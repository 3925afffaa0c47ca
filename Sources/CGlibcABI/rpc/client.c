// <rpc/clnt.h>: what the clients of every transport share, and where errors of making one are kept.
#include <arpa/inet.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "client.h"
#include "thread-state.h"

struct rpc_create_error glibc_compat_rpc_createerr;
OLD_OBJECT(32, glibc_compat_rpc_createerr, rpc_createerr, "2.2.5");
OLD_REFERENCE(struct rpc_create_error, glibc_compat_rpc_createerr_bound, rpc_createerr, "2.2.5", glibc_compat_rpc_createerr);
static __thread struct rpc_create_error thread_error;

RPC(__rpc_thread_createerr) struct rpc_create_error *glibc_compat_rpc_create_error(void)
{
    return pthread_self() == glibc_compat_main_thread ? glibc_compat_rpc_createerr_bound() : &thread_error;
}

void *glibc_compat_rpc_no_client(int status, int number)
{
    struct rpc_create_error *error = glibc_compat_rpc_create_error();
    error->status = status;
    error->error.status = RPC_SYSTEMERROR;
    error->error.number = number;
    return NULL;
}

uint32_t glibc_compat_rpc_number(const struct call_state *state, int place)
{
    uint32_t number;
    memcpy(&number, state->header + 4 * place, sizeof number);
    return ntohl(number);
}

void glibc_compat_rpc_set_number(struct call_state *state, int place, uint32_t number)
{
    number = htonl(number);
    memcpy(state->header + 4 * place, &number, sizeof number);
}

bool_t glibc_compat_rpc_header(struct call_state *state, unsigned long program, unsigned long version)
{
    uint32_t id;
    if (getentropy(&id, sizeof id))
        id = (uint32_t)getpid();
    struct rpc_message message = { .id = id, .call = { .program = program, .program_version = version } };
    struct xdr xdr;
    glibc_compat_xdrmem_create(&xdr, state->header, sizeof state->header, XDR_ENCODE);
    if (!glibc_compat_xdr_callhdr(&xdr, &message))
        return 0;
    state->header_size = xdr.operations->position(&xdr);
    return 1;
}

int glibc_compat_rpc_control(struct call_state *state, int request, char *information)
{
    unsigned long number;
    switch (request) {
    case SET_TIMEOUT:
        memcpy(&state->timeout, information, sizeof state->timeout);
        state->waits = 1;
        return 1;
    case GET_TIMEOUT: memcpy(information, &state->timeout, sizeof state->timeout); return 1;
    case GET_SERVER_ADDRESS: memcpy(information, &state->server, state->server_size); return 1;
    case GET_FILE: memcpy(information, &state->file, sizeof state->file); return 1;
    case SET_FILE_CLOSE: state->close = 1; return 1;
    case SET_FILE_KEEP: state->close = 0; return 1;
    // Each call counts the identifier up or down first, so that of the next call is one off.
    case GET_ID: number = glibc_compat_rpc_number(state, 0); break;
    case GET_VERSION: number = glibc_compat_rpc_number(state, 4); break;
    case GET_PROGRAM: number = glibc_compat_rpc_number(state, 3); break;
    case SET_ID: case SET_VERSION: case SET_PROGRAM:
        memcpy(&number, information, sizeof number);
        glibc_compat_rpc_set_number(state, request == SET_ID ? 0 : request == SET_VERSION ? 4 : 3, (uint32_t)number - (request == SET_ID));
        return 1;
    default: return -1;
    }
    memcpy(information, &number, sizeof number);
    return 1;
}

bool_t glibc_compat_rpc_judge(struct call_state *state, struct rpc_message *message, struct opaque_auth *verifier, int *refreshes)
{
    struct auth *auth = state->client.auth;
    glibc_compat_seterr_reply(message, &state->error);
    if (state->error.status == RPC_SUCCESS) {
        if (!auth->operations->validate(auth, verifier)) {
            state->error.status = RPC_AUTHERROR;
            state->error.why = AUTH_INVALIDRESP;
        }
        return 1;
    }
    return !((*refreshes)-- > 0 && auth->operations->refresh(auth));
}

bool_t glibc_compat_rpc_free_result(struct client *client, xdr_procedure procedure, char *result)
{
    (void)client;
    struct xdr xdr = { .operation = XDR_FREE };
    return procedure(&xdr, result);
}

void glibc_compat_rpc_get_error(struct client *client, struct rpc_error *error) { *error = ((struct call_state *)(void *)client->private)->error; }
void glibc_compat_rpc_abort(void) {}
