// main PROGRAM SOCKET NAME=NUMBER...: steps through a program under an emulator's stub at SOCKET and unwinds at every instruction
// of the context functions and the trampoline.
//
// Between two functions of the program, the caller that is found is first the one that called, and last the one where the program
// goes on, with one change between; of a context that starts it is none. The registers that a call preserves are those of that
// function.
// In the trampoline, backtraces end.
#include "unwind.h"

static const char *const context_functions[] = { "getcontext", "setcontext", "swapcontext" };
enum who { NOBODY, ON_MAIN, IN_CONTEXT, TRAMPOLINE, OTHER };
static const char *const program_functions[] = { "nobody", "on_main", "in_context", "trampoline", "a stranger" };

static enum who who(const char *name)
{
    for (int i = ON_MAIN; i <= TRAMPOLINE; i++)
        if (name && !strcmp(name, program_functions[i]))
            return i;
    return OTHER;
}
static int is_context_function(const char *name)
{
    for (int i = 0; i < 3; i++)
        if (name && !strcmp(name, context_functions[i]))
            return 1;
    return 0;
}

int main(int argc, char **argv)
{
    if (argc < 3)
        die("usage: main PROGRAM SOCKET NAME=NUMBER...");
    struct image image;
    image_open(&image, argv[1]);
    struct machine machine = { .word = image.wide ? 8 : 4, .first = 1, .last = 0 };
    static const char *const names[] = { "word", "base", "pc", "sp", "bias", "call", "ignored", "first", "last" };
    for (int i = 3; i < argc; i++)
        for (int name = 0; name < 9; name++)
            if (!strncmp(argv[i], names[name], strlen(names[name])) && argv[i][strlen(names[name])] == '=')
                (&machine.word)[name] = strtol(argv[i] + strlen(names[name]) + 1, NULL, 0);
    machine.base *= machine.word;
    machine.pc *= machine.word;
    stub_open(argv[2]);

    struct state now, caller, frames[OTHER] = { 0 };
    enum who running = NOBODY, first = NOBODY, found = NOBODY;
    int inside = 0, changes = 0, instructions = 0, switches = 0;
    for (long steps = 0; steps < 200000 && stub_step(); steps++) {
        stub_state(&image, &machine, &now);
        const char *name = image_function(&image, now.pc);
        if (name && (!strcmp(name, "exit") || !strcmp(name, "_exit")))
            break;
        enum who here = who(name);
        if (here != OTHER) {
            // Back in the program, or in the trampoline, which has no caller.
            // Where a context starts with its function, that one's caller is the trampoline.
            if (inside && found != here && !(here == TRAMPOLINE && found == NOBODY) && !(here == IN_CONTEXT && found == TRAMPOLINE))
                die("%s goes on where the unwinder found %s", program_functions[here], program_functions[found]);
            if (inside && (first != running || changes > 1))
                die("called by %s, the unwinder found %s and changed its mind %d times", program_functions[running],
                    program_functions[first], changes);
            switches += inside && here != running;
            inside = changes = 0;
            running = here;
            frames[here] = now;
            if (here == TRAMPOLINE && unwind(&image, &machine, &now, &caller) != 0)
                die("the backtrace does not end in the trampoline at %#llx", (unsigned long long)now.pc);
            continue;
        }
        if (!is_context_function(name))
            continue;
        int result = unwind(&image, &machine, &now, &caller);
        if (result < 0)
            die("no rule in %s at %#llx", name, (unsigned long long)now.pc);
        // A call is before its return address; the trampoline of a context that starts may be the return address itself.
        enum who back = result == 0 || caller.pc == 0 ? NOBODY : who(image_function(&image, caller.pc - !caller.exact));
        if (back == OTHER && who(image_function(&image, caller.pc)) == TRAMPOLINE)
            back = TRAMPOLINE;
        if (back == OTHER)
            die("%s at %#llx: the caller is said to be at %#llx", name, (unsigned long long)now.pc, (unsigned long long)caller.pc);
        if (!inside)
            first = found = back;
        changes += back != found;
        found = back;
        inside = 1;
        instructions++;
        if (frames[back].pc && (back == ON_MAIN || back == IN_CONTEXT)) // not of a function that has yet to start
            for (long i = machine.first; i <= machine.last + 1; i++) {
                long number = i <= machine.last ? i : machine.sp;
                if (caller.value[number] != frames[back].value[number])
                    die("%s at %#llx: register %ld of %s is said to be %#llx, not %#llx", name, (unsigned long long)now.pc, number,
                        program_functions[back], (unsigned long long)caller.value[number],
                        (unsigned long long)frames[back].value[number]);
            }
    }
    if (instructions < 100 || switches != 4)
        die("only %d instructions and %d switches were seen", instructions, switches);
    return 0;
}
