// What make-multibyte-table asks glibc and how it writes the answers.
#include <stddef.h>

// What a sequence of bytes is: COUNT characters that end with it, the start of something longer, or no character.
// In place of a number of bytes: U+FFFD with //IGNORE. Beside it: what is left out is counted, and no error at the end.
enum { SKIP_REPLACED = 7, SKIP_COUNTED = 8 };
enum kind { CHARACTERS, INCOMPLETE, INVALID };
struct answer {
    enum kind kind;
    int count;             // of characters
    unsigned code[4];
    int skip;              // INVALID: the bytes that //IGNORE leaves out
    int held;              // the character waits for the next one
};

struct set {
    const char *name;
    const char *prefix[2]; // what leads to the first state, and to the second if there is one
    void *reader, *ignorer, *writer;
};

int open_set(struct set *set);
struct answer ask(struct set *set, int state, const unsigned char *bytes, int size);
// Whether //IGNORE counts a character that is left out, and does not report it as an error at the end.
int counts_unknown(struct set *set);
// The bytes for COUNT characters, without what leads to a state and back; -1 for none. *WAITS: the first call wrote nothing.
int ask_bytes(struct set *set, const unsigned *codes, int count, unsigned char *bytes, int *waits);

struct stream { unsigned char *bytes; size_t size, room; };
void put_byte(struct stream *stream, unsigned byte);
void put_number(struct stream *stream, unsigned number);
void put_codes(struct stream *stream, const unsigned *codes, int count);
void write_pools(void);

void put_set(struct stream *stream, struct set *set);
