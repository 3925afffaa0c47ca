// Names of glibc's own libraries among each other: errno, h_errno and the resolver's state as thread-local variables, as a libresolv.a has them.
// flags: -lpthread -lresolv
#include <dlfcn.h>
#include <fcntl.h>
#include <netdb.h>
#include <pthread.h>
#include <resolv.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <sys/socket.h>

extern __thread int own_errno __asm__("errno");
extern __thread int own_h_errno __asm__("__h_errno");
extern __thread struct __res_state *__resp;
struct context { struct __res_state *state; };
extern struct context *__resolv_context_get(void), *__resolv_context_get_preinit(void), *__resolv_context_get_override(struct __res_state *);
extern void __resolv_context_put(struct context *);
extern void __res_iclose(struct __res_state *, _Bool);
extern int __sendmmsg(int, struct mmsghdr *, unsigned, int);
extern int *__errno_location(void);

static void look(const char *where)
{
    own_errno = 0;
    int failed = close(-1);
    printf("%s: close %d errno %d, one place %d\n", where, failed, own_errno, &own_errno == __errno_location());
    int *looked_up = dlsym(RTLD_DEFAULT, "errno");
    printf("dlsym finds it %d\n", looked_up == __errno_location());
    own_errno = 77;
    printf("written %d\n", *__errno_location());
    struct hostent *entry = gethostbyname("no such name");
    printf("gethostbyname %d h_errno %d %d, one place %d\n", entry != NULL, h_errno != 0, own_h_errno == h_errno, &own_h_errno == __h_errno_location());
    own_h_errno = TRY_AGAIN;
    herror("asked");
    struct context *context = __resolv_context_get(), *again = __resolv_context_get();
    printf("the thread's state %d %d, one context %d, ready %d\n", context->state == __resp, context->state == __res_state(), context == again,
           (context->state->options & RES_INIT) != 0);
    struct __res_state own;
    res_ninit(&own);
    struct context *other = __resolv_context_get_override(&own);
    printf("another state %d\n", other->state == &own);
    __resolv_context_put(other);
    own_errno = 5;
    __resolv_context_put(again);
    __resolv_context_put(context);
    __resolv_context_put(NULL);
    printf("errno stays %d\n", own_errno);
    own.options |= RES_STAYOPEN;
    own._vcsock = open("/dev/null", O_RDONLY);
    __res_iclose(&own, 1);
    printf("closed %d\n", own._vcsock);
    own._vcsock = dup(0);
    int kept = own._vcsock;
    res_nclose(&own);
    printf("closed with the rest %d\n", fcntl(kept, F_GETFD) == -1);
    struct context *early = __resolv_context_get_preinit();
    printf("early %d\n", early->state == __resp);
    __resolv_context_put(early);
}

static void *thread(void *unused)
{
    look("thread");
    return unused;
}

int main(void)
{
    setvbuf(stdout, NULL, _IONBF, 0);
    look("main");
    pthread_t other;
    pthread_create(&other, NULL, thread, NULL);
    pthread_join(other, NULL);
    printf("main again: %d %d\n", __resp == __res_state(), &own_errno == __errno_location());
    int pair[2];
    socketpair(AF_UNIX, SOCK_DGRAM, 0, pair);
    struct iovec text = { "hello", 5 };
    struct mmsghdr messages[2] = { { .msg_hdr = { .msg_iov = &text, .msg_iovlen = 1 } }, { .msg_hdr = { .msg_iov = &text, .msg_iovlen = 1 } } };
    int sent = __sendmmsg(pair[0], messages, 2, 0);
    printf("sent %d of %u\n", sent, messages[0].msg_len);
    return 0;
}
