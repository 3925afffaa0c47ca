// Remote procedure calls by UDP, TCP and local sockets to a server of the test's own, by address, by the port mapper and by name
// flags: -lpthread
#include <arpa/inet.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include "rpc.h"

enum { PROGRAM = 200000, UDP = PROGRAM + 1, TCP, LOCAL, MAPPER_UDP, MAPPER_TCP };
static int sockets[8];
static unsigned short ports[8];
static uint32_t word(const unsigned char *at) { return (uint32_t)at[0] << 24 | at[1] << 16 | at[2] << 8 | at[3]; }

// The answer to a call, past a record's mark; 0 for none.
static size_t answer(const unsigned char *call, size_t size, uint32_t *to)
{
    uint32_t program = word(call + 12), procedure = word(call + 20);
    size_t at = 24;
    if (size < 40) return 0;
    at += 8 + (word(call + at + 4) + 3) / 4 * 4, at += 8 + (word(call + at + 4) + 3) / 4 * 4;
    memset(to, 0, 24);
    to[0] = *(const uint32_t *)call, to[1] = htonl(1);
    if (program == 100000) {
        switch (procedure) {
        case 3: to[6] = htonl(word(call + at) == PROGRAM ? ports[(word(call + at + 8) == IPPROTO_TCP ? TCP : UDP) - PROGRAM] : 0); return 28;
        case 1: case 2: to[6] = htonl(word(call + at) == PROGRAM); return 28;
        case 4: to[6] = htonl(1), to[7] = htonl(PROGRAM), to[8] = htonl(1), to[9] = htonl(17), to[10] = htonl(999), to[11] = 0; return 48;
        case 5: to[6] = htonl(555), to[7] = htonl(4), to[8] = htonl(word(call + at + 16) + 100); return 36;
        }
        return 0;
    }
    static int seen;
    switch (procedure) {
    case 1: to[6] = htonl(word(call + at) + 1); return 28;
    case 2: return 0;
    case 3: to[5] = htonl(2), to[6] = htonl(1), to[7] = htonl(4); return 32;
    case 4: to[5] = htonl(4); return 24;
    case 5: to[2] = htonl(1), to[3] = 0, to[4] = htonl(2), to[5] = htonl(2); return 24;
    case 6: to[2] = htonl(1), to[3] = htonl(1), to[4] = htonl(1); return 20;
    case 7: to[6] = htonl(word(call + 28)); return 28;      // how long the credentials are
    case 8: return 24;                                      // without the result
    case 9: return seen++ ? to[6] = htonl(9), 28 : 0;       // the second time it is asked
    }
    return 24;
}

static void serve(void)
{
    unsigned char call[9000];
    uint32_t reply[64];
    int connections[16], count = 0;
    for (;;) {
        struct pollfd ready[24];
        int number = 0;
        for (int i = UDP; i <= MAPPER_TCP; i++) ready[number++] = (struct pollfd){sockets[i - PROGRAM], POLLIN};
        for (int i = 0; i < count; i++) ready[number++] = (struct pollfd){connections[i], POLLIN};
        poll(ready, number, -1);
        for (int i = 0; i < number; i++) {
            if (!ready[i].revents) continue;
            int which = i + UDP;
            if (which == UDP || which == MAPPER_UDP) {
                struct sockaddr_in from;
                socklen_t length = sizeof from;
                ssize_t size = recvfrom(ready[i].fd, call, sizeof call, 0, (void *)&from, &length);
                size_t out = answer(call, size, reply);
                // A stray datagram first: it is of no call.
                if (out && which == UDP) sendto(ready[i].fd, "stray datagram", 14, 0, (void *)&from, length);
                if (out) sendto(ready[i].fd, reply, out, 0, (void *)&from, length);
            } else if (i < 5) {
                if (count < 16) connections[count++] = accept(ready[i].fd, NULL, NULL);
            } else {
                ssize_t size = read(ready[i].fd, call, sizeof call);
                if (size <= 4) {
                    close(ready[i].fd);
                    for (int j = 0; j < count; j++) if (connections[j] == ready[i].fd) connections[j] = connections[--count];
                    break;
                }
                size_t out = answer(call + 4, size - 4, reply + 1);
                reply[0] = htonl(0x80000000u | out);
                // In two parts, as a slow connection might.
                if (out) write(ready[i].fd, reply, 6), write(ready[i].fd, (char *)reply + 6, out - 2);
            }
        }
    }
}

static struct sockaddr_in address(unsigned short port) { return (struct sockaddr_in){AF_INET, htons(port), {htonl(INADDR_LOOPBACK)}}; }
static void listen_at(int which, int type, unsigned short port)
{
    struct sockaddr_in at = address(port);
    socklen_t size = sizeof at;
    int on = 1;
    sockets[which - PROGRAM] = socket(AF_INET, type, 0);
    setsockopt(sockets[which - PROGRAM], SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(sockets[which - PROGRAM], (void *)&at, sizeof at)) perror("bind");
    if (type == SOCK_STREAM) listen(sockets[which - PROGRAM], 8);
    getsockname(sockets[which - PROGRAM], (void *)&at, &size);
    ports[which - PROGRAM] = ntohs(at.sin_port);
}

static void use(const char *how, CLIENT *client)
{
    if (!client) {
        printf("%s: %s", how, clnt_spcreateerror_old("no client"));
        return;
    }
    struct timeval second = {20, 0}, short_time = {0, 200000}, got_time = {0, 0};
    // Silence is waited for a moment, and so is the datagram that is lost.
    struct timeval retry = {0, 100000};
    int datagrams = client->cl_ops->cl_control(client, 4, &retry);
    for (int procedure = 0; procedure < 10; procedure++) {
        int in = 41, out = -1;
        // A connection loses the answer to the call after one that got none.
        if ((procedure == 9 || procedure == 2) && !datagrams) continue;
        int status = client->cl_ops->cl_call(client, procedure, (xdrproc_t)xdr_int_old, &in, procedure == 0 || procedure == 4 ? (xdrproc_t)xdr_void_old : (xdrproc_t)xdr_int_old, &out,
                                             procedure == 2 ? short_time : second);
        printf("%s %d: %d %d ", how, procedure, status, out);
        printf("%s", status ? clnt_sperror_old(client, "call") : "\n");
        if (status) puts("");
    }
    AUTH *before = client->cl_auth;
    unsigned groups[2] = {1, 2};
    client->cl_auth = authunix_create_old("box", 1, 2, 2, groups);
    int in = 5, out = -1;
    int status = client->cl_ops->cl_call(client, 7, (xdrproc_t)xdr_int_old, &in, (xdrproc_t)xdr_int_old, &out, second);
    printf("with credentials: %d %d\n", status, out);
    client->cl_auth->ah_ops->ah_destroy(client->cl_auth);
    client->cl_auth = before;
    // Controls.
    unsigned long number = 0, program = 0;
    int file = -1, done[8];
    done[0] = client->cl_ops->cl_control(client, 12, &number), done[1] = client->cl_ops->cl_control(client, 14, &program);
    done[2] = client->cl_ops->cl_control(client, 6, &file), done[3] = client->cl_ops->cl_control(client, 1, &short_time);
    done[4] = client->cl_ops->cl_control(client, 2, &got_time), done[5] = client->cl_ops->cl_control(client, 99, &got_time);
    printf("%d %lu %d %lu %d %d %d %d %d %ld\n", done[0], number, done[1], program, done[2], file >= 0, done[3], done[4], done[5], (long)got_time.tv_usec);
    unsigned long id = 77, shown = 0;
    client->cl_ops->cl_control(client, 11, &id), client->cl_ops->cl_control(client, 10, &shown);
    printf("id %lu\n", shown);
    // The timeout that was set counts, not the call's, but for local sockets.
    second.tv_sec = 1;
    status = client->cl_ops->cl_call(client, 2, (xdrproc_t)xdr_int_old, &in, (xdrproc_t)xdr_int_old, &out, second);
    printf("%d\n", status);
    struct timeval none = {0, 0};
    client->cl_ops->cl_control(client, 1, &none);
    status = client->cl_ops->cl_call(client, 1, (xdrproc_t)xdr_int_old, &in, NULL, NULL, none);
    printf("batched %d\n", status);
    client->cl_ops->cl_destroy(client);
    printf("closed %d\n", fcntl(file, 1) == -1);
}

int main(void)
{
    setvbuf(stdout, NULL, _IONBF, 0);
    listen_at(UDP, SOCK_DGRAM, 0), listen_at(TCP, SOCK_STREAM, 0), listen_at(MAPPER_UDP, SOCK_DGRAM, 111), listen_at(MAPPER_TCP, SOCK_STREAM, 111);
    struct sockaddr_un path = {AF_UNIX, "/tmp/rpc-clients"};
    unlink(path.sun_path);
    sockets[LOCAL - PROGRAM] = socket(AF_UNIX, SOCK_STREAM, 0);
    if (bind(sockets[LOCAL - PROGRAM], (void *)&path, sizeof path) || listen(sockets[LOCAL - PROGRAM], 8)) perror("bind");
    pid_t server = fork();
    if (server == 0) prctl(PR_SET_PDEATHSIG, SIGKILL), serve();

    int file = -1;
    struct timeval retry = {5, 0};
    struct sockaddr_in to = address(ports[UDP - PROGRAM]);
    use("udp", clntudp_create_old(&to, PROGRAM, 1, retry, &file));
    to = address(0), file = -1;
    use("udp by the mapper", clntudp_create_old(&to, PROGRAM, 1, retry, &file));
    to = address(0), file = -1;
    use("not registered", clntudp_create_old(&to, PROGRAM + 1, 1, retry, &file));
    to = address(ports[TCP - PROGRAM]), file = -1;
    use("tcp", clnttcp_create_old(&to, PROGRAM, 1, &file, 0, 0));
    to = address(0), file = -1;
    use("tcp by the mapper", clnttcp_create_old(&to, PROGRAM, 1, &file, 200, 200));
    to = address(1), file = -1;
    use("refused", clnttcp_create_old(&to, PROGRAM, 1, &file, 0, 0));
    file = -1;
    use("local", clntunix_create_old(&path, PROGRAM, 1, &file, 0, 0));
    file = -1;
    struct sockaddr_un nowhere = {AF_UNIX, "/tmp/nowhere"};
    use("no path", clntunix_create_old(&nowhere, PROGRAM, 1, &file, 0, 0));
    use("name udp", clnt_create_old("localhost", PROGRAM, 1, "udp"));
    use("name tcp", clnt_create_old("127.0.0.1", PROGRAM, 1, "tcp"));
    use("name unix", clnt_create_old("/tmp/rpc-clients", PROGRAM, 1, "unix"));
    use("no protocol", clnt_create_old("localhost", PROGRAM, 1, "nothing"));
    use("no program", clnt_create_old("localhost", PROGRAM + 1, 1, "tcp"));

    to = address(0);
    int in = 1, out = -1;
    printf("port %d %d", pmap_getport_old(&to, PROGRAM, 1, IPPROTO_UDP) == ports[UDP - PROGRAM], getrpcport_old("localhost", PROGRAM, 1, IPPROTO_TCP) == ports[TCP - PROGRAM]);
    printf(" %d", pmap_getport_old(&to, PROGRAM + 1, 1, IPPROTO_UDP));
    printf(" %d %d %d\n", pmap_set_old(PROGRAM, 1, 17, 999), pmap_set_old(PROGRAM + 1, 1, 17, 999), pmap_unset_old(PROGRAM, 1));
    struct map { unsigned long program, version, protocol, port; struct map *next; } *list = pmap_getmaps_old(&to);
    printf("%d %lu %lu %lu %d\n", list != NULL, list->program, list->protocol, list->port, list->next == NULL);
    xdr_free_old((xdrproc_t)xdr_pmaplist_old, (char *)&list);
    unsigned long port = 0;
    int status = pmap_rmtcall_old(&to, PROGRAM, 1, 1, (xdrproc_t)xdr_int_old, &in, (xdrproc_t)xdr_int_old, &out, retry, &port);
    printf("%d %d %lu\n", status, out, port);
    status = callrpc_old("localhost", PROGRAM, 1, 1, (xdrproc_t)xdr_int_old, &in, (xdrproc_t)xdr_int_old, &out);
    printf("%d %d\n", status, out);
    status = callrpc_old("localhost", PROGRAM + 1, 1, 1, (xdrproc_t)xdr_int_old, &in, (xdrproc_t)xdr_int_old, &out);
    printf("%d\n", status);
    get_myaddress_old(&to);
    printf("%d %d\n", to.sin_family, ntohs(to.sin_port));
    kill(server, SIGKILL);
    waitpid(server, NULL, 0);
    unlink(path.sun_path);
}
