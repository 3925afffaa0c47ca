// gethostbyaddr takes from DNS only a host's name, of a record that belongs to the question or to its CNAME record's name
// flags: -lresolv
#include <arpa/inet.h>
#include <netdb.h>
#include <resolv.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include "dns-server.h"

enum { CNAME = 5, PTR = 12 };
// The question's name, as a pointer to where it stands.
#define ASKED "\300\014"
#define OTHER "\5other\4test"
#define RECORD(owner, type, data) { owner, type, data, sizeof data }
#define GOOD RECORD(ASKED, PTR, "\4good\4test")

static const struct { const char *owner; int type; const char *data; unsigned char size; } answers[][3] = {
    { RECORD(ASKED, PTR, "\3a_b\4test") },
    { RECORD(ASKED, PTR, "\3ab-\4test") },
    { RECORD(ASKED, PTR, "\0011\4test") },
    { RECORD(ASKED, PTR, "") },
    // No host's name, though some of them print.
    { RECORD(ASKED, PTR, "\3a!b\4test"), GOOD },
    { RECORD(ASKED, PTR, "\6$(id)x\4test"), GOOD },
    { RECORD(ASKED, PTR, "\4<hr>\4test"), GOOD },
    { RECORD(ASKED, PTR, "\3a b\4test"), GOOD },
    { RECORD(ASKED, PTR, "\3-ab\4test"), GOOD },
    { RECORD(ASKED, PTR, "\1*\4test"), GOOD },
    { RECORD(ASKED, PTR, "\3a\tb\4test"), GOOD },
    { RECORD(ASKED, PTR, "\3\344\366\374\4test"), GOOD },
    // A dot and a zero within a label look like others' names.
    { RECORD(ASKED, PTR, "\11good.test\4evil"), GOOD },
    { RECORD(ASKED, PTR, "\12good.test\0\4evil"), GOOD },
    { RECORD(ASKED, PTR, "\3a\\b\4test"), GOOD },
    // Records of other names.
    { RECORD(OTHER, PTR, "\3one\4test") },
    { RECORD(OTHER, PTR, "\3one\4test"), GOOD },
    { RECORD(ASKED, CNAME, OTHER), RECORD(OTHER, PTR, "\3one\4test") },
    { RECORD(ASKED, CNAME, "\5OTHER\4test"), RECORD("\5other\4TEST", PTR, "\3one\4test") },
    { RECORD(ASKED, CNAME, OTHER), GOOD },
    { RECORD(ASKED, CNAME, OTHER) },
    { RECORD(ASKED, CNAME, "\4next\4test"), RECORD("\4next\4test", CNAME, OTHER), RECORD(OTHER, PTR, "\3one\4test") },
    // A name that is cut off, and one that points to itself.
    { { ASKED, PTR, "\12good", 5 } },
    { { ASKED, PTR, "\300\377", 2 } },
};
enum { COUNT = sizeof answers / sizeof *answers };

// The address's last byte, from 100 on, chooses the answer.
static int answer(unsigned char *message, int unused)
{
    int at = 12, count = 0, which = message[14] * 10 + message[15] - '0' * 11;
    while (message[at])
        at += message[at] + 1;
    at += 5;
    message[2] |= 0x80, message[3] = 0x80;
    for (; which < COUNT && count < 3 && answers[which][count].owner; count++) {
        const char *owner = answers[which][count].owner;
        int size = owner[0] == ASKED[0] ? 2 : strlen(owner) + 1, length = answers[which][count].size;
        unsigned char head[] = { 0, answers[which][count].type, 0, 1, 0, 0, 0, 60, 0, length };
        memcpy(message + at, owner, size), at += size;
        memcpy(message + at, head, sizeof head), at += sizeof head;
        memcpy(message + at, answers[which][count].data, length), at += length;
    }
    message[7] = count;
    message[8] = message[9] = message[10] = message[11] = 0;
    return at;
}

int main(void)
{
    pid_t child = serve_dns(answer);
    for (int i = 0; i < COUNT; i++) {
        unsigned char address[4] = { 10, 0, 0, 100 + i };
        struct hostent *host = gethostbyaddr(address, 4, AF_INET);
        int error = h_errno;
        printf("%d: %s", i, host ? host->h_name : "none");
        if (!host)
            printf(" %d", error);
        puts("");
    }
    kill(child, 9);
    return 0;
}
