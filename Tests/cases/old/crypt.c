// libcrypt's names of GLIBC_2.2.5, which the system's libcrypt.so.1 has: the program's calls reach it, not musl's
// flags: -l:libcrypt.so.1
#include <stdio.h>
#include <string.h>
#include "versions.h"
static char data[1 << 18];
OLD(char *, crypt, "2.2.5", (const char *, const char *)); OLD(char *, crypt_r, "2.2.5", (const char *, const char *, void *));
OLD(char *, fcrypt, "2.2.5", (const char *, const char *)); OLD(void, encrypt, "2.2.5", (char *, int)); OLD(void, setkey, "2.2.5", (const char *));
OLD(void, encrypt_r, "2.2.5", (char *, int, void *)); OLD(void, setkey_r, "2.2.5", (const char *, void *));

int main(void)
{
    static const char *const salts[] = {"ab", "$1$saltsalt", "$5$rounds=1000$salt", "$6$rounds=1000$salt", "$2b$04$abcdefghijklmnopqrstuu", "$y$j75$saltsalt", "*"};
    for (int i = 0; i < 7; i++) {
        char *one = crypt_old("password", salts[i]);
        printf("%s", one ? one : "-");
        one = crypt_r_old("password", salts[i], data);
        printf(" %s", one ? one : "-");
        one = fcrypt_old("password", salts[i]);
        printf(" %s\n", one ? one : "-");
    }
    char key[64], block[64];
    for (int i = 0; i < 64; i++) key[i] = i * 7 % 3 == 0, block[i] = i % 2;
    setkey_old(key), encrypt_old(block, 0);
    for (int i = 0; i < 64; i++) putchar('0' + block[i]);
    encrypt_old(block, 1);
    for (int i = 0; i < 64; i++) putchar('0' + block[i]);
    memset(data, 0, sizeof data);
    setkey_r_old(key, data), encrypt_r_old(block, 0, data);
    for (int i = 0; i < 64; i++) putchar('0' + block[i]);
    puts("");
}
