// <rpc/auth.h>: asking the key server of this host, which keeps a user's secret key and encrypts session keys with it. It listens on a local
// socket; where none runs, every call fails. Source: secure_rpc(3), rpcsvc/key_prot.x.
#include <fcntl.h>
#include <string.h>
#include <unistd.h>
#include "rpc.h"

enum {
    KEY_PROGRAM = 100029, KEY_BYTES = 48, SET = 1, ENCRYPT, DECRYPT, GENERATE, GET_CREDENTIALS, ENCRYPT_PUBLIC, DECRYPT_PUBLIC, NET_PUT, NET_GET, GET_SESSION,
};
struct network_object { unsigned length; char *bytes; };
struct session { char *name; char key[8]; };
struct public_session { char *name; struct network_object public_key; char key[8]; };
struct key_answer { int status; char key[8]; };
struct key_pair { char private[KEY_BYTES], public[KEY_BYTES]; char *name; };
struct pair_answer { int status; struct key_pair pair; };
typedef bool_t procedure(struct xdr *, void *);
procedure glibc_compat_xdr_keybuf, glibc_compat_xdr_keystatus, glibc_compat_xdr_cryptkeyarg, glibc_compat_xdr_cryptkeyarg2, glibc_compat_xdr_cryptkeyres,
    glibc_compat_xdr_key_netstarg, glibc_compat_xdr_key_netstres, glibc_compat_xdr_des_block;
struct auth *glibc_compat_authunix_create(char *, uid_t, gid_t, int, gid_t *);

typedef struct key_answer *(*answer_hook)(uid_t, char *);
typedef char *(*key_hook)(uid_t, char *);
/// What a key server that has this code in it sets, to be called instead of itself.
answer_hook glibc_compat_key_encrypt_local, glibc_compat_key_decrypt_local;
key_hook glibc_compat_key_generate_local;
OLD_OBJECT(8, glibc_compat_key_encrypt_local, __key_encryptsession_pk_LOCAL, "2.2.5");
OLD_OBJECT(8, glibc_compat_key_decrypt_local, __key_decryptsession_pk_LOCAL, "2.2.5");
OLD_OBJECT(8, glibc_compat_key_generate_local, __key_gendes_LOCAL, "2.2.5");
OLD_REFERENCE(answer_hook, glibc_compat_key_encrypt_bound, __key_encryptsession_pk_LOCAL, "2.2.5", glibc_compat_key_encrypt_local);
OLD_REFERENCE(answer_hook, glibc_compat_key_decrypt_bound, __key_decryptsession_pk_LOCAL, "2.2.5", glibc_compat_key_decrypt_local);
OLD_REFERENCE(key_hook, glibc_compat_key_generate_bound, __key_gendes_LOCAL, "2.2.5", glibc_compat_key_generate_local);

static bool_t ask(unsigned long number, unsigned long version, void *encode, void *arguments, void *decode, void *result)
{
    // A key server that asks itself.
    if (number == ENCRYPT_PUBLIC && *glibc_compat_key_encrypt_bound()) {
        memcpy(result, (*glibc_compat_key_encrypt_bound())(geteuid(), arguments), sizeof(struct key_answer));
        return 1;
    }
    if (number == DECRYPT_PUBLIC && *glibc_compat_key_decrypt_bound()) {
        memcpy(result, (*glibc_compat_key_decrypt_bound())(geteuid(), arguments), sizeof(struct key_answer));
        return 1;
    }
    if (number == GENERATE && *glibc_compat_key_generate_bound()) {
        memcpy(result, (*glibc_compat_key_generate_bound())(geteuid(), 0), 8);
        return 1;
    }
    struct sockaddr_un path = { .sun_family = AF_UNIX, .sun_path = "/var/run/keyservsock" };
    int file = -1;
    struct client *client = glibc_compat_clntunix_create(&path, KEY_PROGRAM, version, &file, 0, 0);
    if (!client)
        return 0;
    fcntl(file, F_SETFD, FD_CLOEXEC);
    client->auth = glibc_compat_authunix_create("", geteuid(), 0, 0, NULL);
    int status = RPC_FAILED;
    if (client->auth) {
        status = client->operations->call(client, number, (xdr_procedure)encode, arguments, (xdr_procedure)decode, result, (struct timeval){ 30, 0 });
        client->auth->operations->destroy(client->auth);
    }
    client->operations->destroy(client);
    return status == RPC_SUCCESS;
}

/// Gives the server the user's secret key.
RPC(key_setsecret) int glibc_compat_key_setsecret(char *key)
{
    int status = -1;
    return ask(SET, 1, glibc_compat_xdr_keybuf, key, glibc_compat_xdr_keystatus, &status) && status == 0 ? 0 : -1;
}

/// Whether the server has the user's secret key.
RPC(key_secretkey_is_set) int glibc_compat_key_secretkey_is_set(void)
{
    struct pair_answer answer = { .status = -1 };
    if (!ask(NET_GET, 2, glibc_compat_xdr_void, NULL, glibc_compat_xdr_key_netstres, &answer) || answer.status != 0)
        return 0;
    bool_t set = answer.pair.private[0] != 0;
    explicit_bzero(&answer.pair, KEY_BYTES);
    struct xdr xdr = { .operation = XDR_FREE };
    glibc_compat_xdr_key_netstres(&xdr, &answer);
    return set;
}

static int ask_key(unsigned long number, unsigned long version, void *encode, void *session, char *key)
{
    struct key_answer answer = { .status = -1 };
    if (!ask(number, version, encode, session, glibc_compat_xdr_cryptkeyres, &answer) || answer.status != 0)
        return -1;
    memcpy(key, answer.key, sizeof answer.key);
    return 0;
}

static int session(unsigned long number, char *name, char *key)
{
    struct session session = { .name = name };
    memcpy(session.key, key, sizeof session.key);
    return ask_key(number, 1, glibc_compat_xdr_cryptkeyarg, &session, key);
}
RPC(key_encryptsession) int glibc_compat_key_encryptsession(char *name, char *key) { return session(ENCRYPT, name, key); }
RPC(key_decryptsession) int glibc_compat_key_decryptsession(char *name, char *key) { return session(DECRYPT, name, key); }

static int public_session(unsigned long number, char *name, struct network_object *public_key, char *key)
{
    struct public_session session = { .name = name, .public_key = *public_key };
    memcpy(session.key, key, sizeof session.key);
    return ask_key(number, 2, glibc_compat_xdr_cryptkeyarg2, &session, key);
}
RPC(key_encryptsession_pk) int glibc_compat_key_encryptsession_pk(char *name, struct network_object *public_key, char *key)
{
    return public_session(ENCRYPT_PUBLIC, name, public_key, key);
}
RPC(key_decryptsession_pk) int glibc_compat_key_decryptsession_pk(char *name, struct network_object *public_key, char *key)
{
    return public_session(DECRYPT_PUBLIC, name, public_key, key);
}

/// A random key for a session.
RPC(key_gendes) int glibc_compat_key_gendes(char *key) { return ask(GENERATE, 1, glibc_compat_xdr_void, NULL, glibc_compat_xdr_des_block, key) ? 0 : -1; }

/// Gives the server both keys and the name that they are for; 1 for success.
RPC(key_setnet) int glibc_compat_key_setnet(struct key_pair *pair)
{
    int status = -1;
    return ask(NET_PUT, 2, glibc_compat_xdr_key_netstarg, pair, glibc_compat_xdr_keystatus, &status) && status == 0 ? 1 : -1;
}

/// The key that the user's secret key and another's public key share.
RPC(key_get_conv) int glibc_compat_key_get_conv(char *public_key, char *key)
{
    return ask_key(GET_SESSION, 2, glibc_compat_xdr_keybuf, public_key, key);
}
