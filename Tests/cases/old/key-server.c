// Asking a key server: without one, and a server of the test's own that answers with what it was asked
// flags: -lpthread
#include <arpa/inet.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>
#include "xdr.h"
struct object { unsigned length; char *bytes; };
struct pair { char private[48], public[48], *name; };
OLD(int, key_setsecret, "2.2.5", (char *)); OLD(int, key_secretkey_is_set, "2.2.5", (void)); OLD(int, key_encryptsession, "2.2.5", (char *, char *));
OLD(int, key_decryptsession, "2.2.5", (char *, char *)); OLD(int, key_encryptsession_pk, "2.2.5", (char *, struct object *, char *));
OLD(int, key_decryptsession_pk, "2.2.5", (char *, struct object *, char *)); OLD(int, key_setnet, "2.2.5", (struct pair *));
OLD(int, key_get_conv, "2.2.5", (char *, char *));
extern void *encrypt_local; __asm__(".symver encrypt_local, __key_encryptsession_pk_LOCAL@GLIBC_2.2.5");

static void all(const char *when)
{
    char secret[49] = "0123456789abcdef0123456789abcdef0123456789abcdef", key[9] = "SESSION!";
    struct object public = {5, "12345"};
    struct pair pair = {"private", "public", "someone"};
    printf("%s:", when);
    printf(" %d", key_setsecret_old(secret));
    printf(" %d", key_secretkey_is_set_old());
    printf(" %d %s", key_encryptsession_old("other", key), "");
    printf("%s", key), memcpy(key, "SESSION!", 8);
    printf(" %d ", key_decryptsession_old("other", key));
    printf("%s", key), memcpy(key, "SESSION!", 8);
    printf(" %d ", key_encryptsession_pk_old("other", &public, key));
    printf("%s", key), memcpy(key, "SESSION!", 8);
    printf(" %d ", key_decryptsession_pk_old("other", &public, key));
    printf("%s", key), memcpy(key, "SESSION!", 8);
    printf(" %d", key_setnet_old(&pair));
    printf(" %d ", key_get_conv_old(secret, key));
    printf("%s\n", key);
}

static uint32_t word(const unsigned char *at) { return (uint32_t)at[0] << 24 | at[1] << 16 | at[2] << 8 | at[3]; }
static void serve(int server, int report)
{
    for (;;) {
        unsigned char call[2000], reply[200] = "";
        int connection = accept(server, NULL, NULL);
        ssize_t size;
        while ((size = read(connection, call, sizeof call)) > 24) {
            unsigned procedure = word(call + 24), length = 32;
            // Program, version, procedure and how many bytes come behind the credentials.
            dprintf(report, "[%u %u %u]", word(call + 16), word(call + 20), procedure);
            memcpy(reply + 4, call + 4, 4), reply[11] = 1;
            switch (procedure) {
            case 2: case 3: case 6: case 7: case 10: memcpy(reply + 32, "answer 1", 8), reply[39] = '0' + procedure % 10, length = 40; break;
            case 9: memcpy(reply + 32, "secret", 6), reply[131] = 4, memcpy(reply + 132, "name", 4), length = 136; break;
            }
            uint32_t mark = htonl(0x80000000u | (length - 4));
            memcpy(reply, &mark, 4);
            write(connection, reply, length);
        }
        close(connection);
    }
}

static struct { int status; char key[8]; } own = {0, "OWNOWN!!"};
static void *local(uid_t user, char *arguments) { return (void)user, (void)arguments, &own; }

int main(void)
{
    setvbuf(stdout, NULL, _IONBF, 0);
    struct sockaddr_un path = {AF_UNIX, "/var/run/keyservsock"};
    mkdir("/var", 0755), mkdir("/var/run", 0755), unlink(path.sun_path);
    all("nobody there");
    int server = socket(AF_UNIX, SOCK_STREAM, 0);
    if (bind(server, (void *)&path, sizeof path) || listen(server, 4)) return puts("no place for the socket"), 0;
    pid_t child = fork();
    if (child == 0) prctl(PR_SET_PDEATHSIG, SIGKILL), serve(server, 1);
    all("a server");
    encrypt_local = local;
    all("itself");
    kill(child, SIGKILL), waitpid(child, NULL, 0), unlink(path.sun_path);
}
