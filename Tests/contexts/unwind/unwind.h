// What the stepper knows of a program: its ELF image, its unwind rules, and the registers and memory that the emulator shows.
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct image {
    const unsigned char *bytes;
    size_t size;
    int wide, big;                  // 64-bit; most significant byte first
    uint64_t frames, frames_at, frames_size; // .eh_frame: address, place in the file, size
};
/// How the machine's registers are numbered and where the emulator has them: NAME=NUMBER in the file `unwind` of its harness.
struct machine {
    long word;                      // bytes of a register
    long base, pc;                  // where the emulator's list has register 0 and the pc: given in words, kept in bytes
    long sp, bias;                  // the stack pointer's number, and what is added to it
    long call;                      // what is added to a return address
    long ignored;                   // bits of an address that are not part of it
    long first, last;               // registers that a call preserves, beside sp: from, to
};
enum { REGISTERS = 128 };
/// `exact`: the pc is not a return address, so it is looked up as it is.
struct state { uint64_t value[REGISTERS]; int known[REGISTERS], exact; uint64_t pc; };

void die(const char *format, ...) __attribute__((noreturn, format(printf, 1, 2)));

void image_open(struct image *image, const char *path);
/// The name of the function at an address, or NULL.
const char *image_function(const struct image *image, uint64_t address);
uint64_t image_number(const struct image *image, size_t at, int size);

/// The caller's state: 1; 0 where the backtrace ends here; -1 where there is no rule.
int unwind(const struct image *image, const struct machine *machine, const struct state *state, struct state *caller);

void stub_open(const char *path);
/// Executes one instruction: 0 when the program has ended.
int stub_step(void);
void stub_state(const struct image *image, const struct machine *machine, struct state *state);
uint64_t stub_memory(const struct image *image, uint64_t address, int size);
