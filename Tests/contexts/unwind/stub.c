// The emulator's debugging stub: GDB's remote serial protocol, as much as single steps need.
#include "unwind.h"
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

static int stub;
static char reply[65536];

static char get(void)
{
    char byte;
    if (read(stub, &byte, 1) != 1)
        die("the emulator went away");
    return byte;
}
static void command(const char *text)
{
    char packet[128];
    unsigned char sum = 0;
    for (const char *byte = text; *byte; byte++)
        sum += *byte;
    int length = snprintf(packet, sizeof packet, "$%s#%02x", text, sum);
    if (write(stub, packet, length) != length)
        die("the emulator went away");
    while (get() != '$')
        ;
    size_t used = 0;
    for (char byte; (byte = get()) != '#';)
        if (used < sizeof reply - 1)
            reply[used++] = byte;
    reply[used] = 0;
    get(), get();
    if (write(stub, "+", 1) != 1)
        die("the emulator went away");
}

void stub_open(const char *path)
{
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    if (strlen(path) >= sizeof address.sun_path)
        die("%s is too long for a socket", path);
    strcpy(address.sun_path, path);
    for (int attempt = 0; attempt < 100; attempt++) {
        stub = socket(AF_UNIX, SOCK_STREAM, 0);
        if (connect(stub, (struct sockaddr *)&address, sizeof address) == 0) {
            command("qSupported");
            return;
        }
        close(stub);
        usleep(50000);
    }
    die("no emulator at %s", path);
}
int stub_step(void)
{
    command("s");
    return *reply != 'W' && *reply != 'X';
}
static uint64_t number_at(const struct image *image, size_t at, int size)
{
    uint64_t number = 0;
    for (int i = 0; i < size; i++) {
        char digits[3] = { 0 };
        if (strlen(reply) >= 2 * (at + i + 1))
            memcpy(digits, reply + 2 * (at + i), 2);
        number |= (uint64_t)strtoul(digits, NULL, 16) << 8 * (image->big ? size - 1 - i : i);
    }
    return number;
}
void stub_state(const struct image *image, const struct machine *machine, struct state *state)
{
    command("g");
    memset(state, 0, sizeof *state);
    for (int i = 0; i < 32; i++) {
        state->value[i] = number_at(image, machine->base + i * machine->word, machine->word);
        state->known[i] = 1;
    }
    state->pc = number_at(image, machine->pc, machine->word) & ~(uint64_t)machine->ignored;
    if (!image->wide)
        state->pc = (uint32_t)state->pc;
}
uint64_t stub_memory(const struct image *image, uint64_t address, int size)
{
    char text[64];
    snprintf(text, sizeof text, "m%llx,%x", (unsigned long long)(image->wide ? address : (uint32_t)address), size);
    command(text);
    return *reply == 'E' ? 0 : number_at(image, 0, size);
}
