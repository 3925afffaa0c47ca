/* What the compiler says about a type, as data of the object file: nothing has to run, so it works for every machine.
 * Each fact is a name and a number; a bit field's fact is an object in which only its bits are set. */
#include <stddef.h>
struct fact { char name[56]; unsigned char number[8]; };
struct bits { char name[56]; unsigned char size[8]; union { unsigned char bytes[64]; } object; };
#define NUMBER(n) { (n) & 255, (n) >> 8 & 255, (n) >> 16 & 255, (n) >> 24 & 255 }
#define JOIN_(a, b) a##b
#define JOIN(a, b) JOIN_(a, b)
#define PLACED(section_name) __attribute__((section(section_name), used, aligned(1)))
#define FACT(text, n) \
    static struct fact JOIN(fact_, __COUNTER__) PLACED("facts") = { text, NUMBER((unsigned long)(n)) };
/* As a member is aligned, which on some machines is less than _Alignof. */
#define TYPE(text, type) \
    type JOIN(object_, __COUNTER__); \
    FACT("size " text, sizeof(type)) \
    FACT("align " text, offsetof(struct { char before; type it; }, it))
#define MEMBER(text, type, path) \
    FACT("at " text "." #path, offsetof(type, path)) \
    FACT("bytes " text "." #path, sizeof(((type *)0)->path))
#define BITS(text, type, path) \
    static struct { char name[56]; unsigned char size[8]; union { type object; unsigned char bytes[64]; } it; } \
    JOIN(bits_, __COUNTER__) __attribute__((section("bits"), used, aligned(128))) = \
        { "bits " text "." #path, NUMBER(sizeof(type)), { { .path = -1 } } };
