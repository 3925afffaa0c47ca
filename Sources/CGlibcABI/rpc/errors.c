// <rpc/clnt.h>: the texts of errors. Source: rpc(3); texts as glibc's.
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include "rpc.h"

/// What a status says.
RPC(clnt_sperrno) const char *glibc_compat_clnt_sperrno(int status)
{
    static const char *const texts[] = {
        "RPC: Success", "RPC: Can't encode arguments", "RPC: Can't decode result", "RPC: Unable to send", "RPC: Unable to receive", "RPC: Timed out",
        "RPC: Incompatible versions of RPC", "RPC: Authentication error", "RPC: Program unavailable", "RPC: Program/version mismatch",
        "RPC: Procedure unavailable", "RPC: Server can't decode arguments", "RPC: Remote system error", "RPC: Unknown host", "RPC: Port mapper failure",
        "RPC: Program not registered", "RPC: Failed (unspecified error)", "RPC: Unknown protocol",
    };
    return status >= 0 && status < (int)(sizeof texts / sizeof *texts) ? texts[status] : "RPC: (unknown error code)";
}

static const char *const reasons[] = {
    "Authentication OK", "Invalid client credential", "Server rejected credential", "Invalid client verifier", "Server rejected verifier",
    "Client credential too weak", "Invalid server verifier", "Failed (unspecified error)",
};

// The last text, as large as it had to be.
static char *last;
static char *keep(char *text)
{
    free(last);
    return last = text;
}

/// What the client's last error was, in memory that the next call uses again.
RPC(clnt_sperror) char *glibc_compat_clnt_sperror(struct client *client, const char *what)
{
    struct rpc_error error;
    char *text = NULL;
    client->operations->error(client, &error);
    const char *name = glibc_compat_clnt_sperrno(error.status);
    int size;
    switch (error.status) {
    case RPC_CANTSEND: case RPC_CANTRECV: size = asprintf(&text, "%s: %s; errno = %s\n", what, name, strerror(error.number)); break;
    case RPC_VERSMISMATCH: case RPC_PROGVERSMISMATCH:
        size = asprintf(&text, "%s: %s; low version = %lu, high version = %lu", what, name, error.versions.low, error.versions.high);
        break;
    case RPC_AUTHERROR:
        size = (unsigned)error.why < sizeof reasons / sizeof *reasons
            ? asprintf(&text, "%s: %s; why = %s\n", what, name, reasons[error.why])
            : asprintf(&text, "%s: %s; why = (unknown authentication error - %d)\n", what, name, error.why);
        break;
    default:
        size = error.status >= 0 && error.status <= RPC_UNKNOWNPROTO
            ? asprintf(&text, "%s: %s\n", what, name)
            : asprintf(&text, "%s: %s; s1 = %lu, s2 = %lu", what, name, (unsigned long)error.other.first, (unsigned long)error.other.second);
    }
    return size < 0 ? NULL : keep(text);
}

/// Why the last client could not be made, in memory that the next call uses again.
RPC(clnt_spcreateerror) char *glibc_compat_clnt_spcreateerror(const char *what)
{
    const struct rpc_create_error *error = glibc_compat_rpc_create_error();
    const char *name = glibc_compat_clnt_sperrno(error->status), *detail = "", *between = "";
    if (error->status == RPC_SYSTEMERROR)
        between = " - ", detail = strerror(error->error.number);
    else if (error->status == RPC_PMAPFAILURE)
        between = " - ", detail = glibc_compat_clnt_sperrno(error->error.status);
    char *text = NULL;
    return asprintf(&text, "%s: %s%s%s\n", what, name, between, detail) < 0 ? NULL : keep(text);
}

static void print(const char *text)
{
    if (text)
        fputs(text, stderr);
}
RPC(clnt_perrno) void glibc_compat_clnt_perrno(int status) { print(glibc_compat_clnt_sperrno(status)); }
RPC(clnt_perror) void glibc_compat_clnt_perror(struct client *client, const char *what) { print(glibc_compat_clnt_sperror(client, what)); }
RPC(clnt_pcreateerror) void glibc_compat_clnt_pcreateerror(const char *what) { print(glibc_compat_clnt_spcreateerror(what)); }

/// How many files the process may have open.
RPC(_rpc_dtablesize) int glibc_compat_rpc_dtablesize(void) { return getdtablesize(); }
