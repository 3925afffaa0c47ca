/* One type for each thing that decides how types lie in memory. */
#include "facts.h"
typedef struct { char c; long l; short s; } plain_t;
TYPE("plain_t", plain_t) MEMBER("plain_t", plain_t, c) MEMBER("plain_t", plain_t, l) MEMBER("plain_t", plain_t, s)

struct scalars {
    char c1; _Bool flag; char c2; short sh; char c3; int i; char c4; long l; char c5; long long ll; char c6; float f;
    char c7; double d;
    char c8; long double ld; char c9; void *p; char c10; int (*call)(int); char c11;
    enum colour { RED, GREEN = 70000 } e; char c12;
    _Complex float cf; char c13; _Complex double cd; char c14; _Complex long double cl; char end;
};
TYPE("struct scalars", struct scalars) TYPE("enum colour", enum colour)
#define S(m) MEMBER("struct scalars", struct scalars, m)
S(flag) S(sh) S(i) S(l) S(ll) S(f) S(d) S(ld) S(p) S(call) S(e) S(cf) S(cd) S(cl) S(end)

/* Typedefs of typedefs, with qualifiers between them. */
typedef unsigned long long wide_1; typedef const wide_1 wide_2; typedef volatile wide_2 wide_3; typedef wide_3 wides[3];
struct chain { char c; wides w; wide_2 one; };
TYPE("struct chain", struct chain) MEMBER("struct chain", struct chain, w) MEMBER("struct chain", struct chain, one)
TYPE("wide_3", wide_3)

struct nested {
    int first;
    union { struct { short low, high; }; int whole; struct { char a; double deep; } inner; };
    struct { char tag; union { long number; char text[20]; } value; } named;
    struct nested *next;
};
TYPE("struct nested", struct nested)
#define N(m) MEMBER("struct nested", struct nested, m)
N(low) N(high) N(whole) N(inner) N(inner.deep) N(named) N(named.value) N(named.value.text) N(next)

union any { char c[7]; short s; long double ld; };
TYPE("union any", union any) MEMBER("union any", union any, c) MEMBER("union any", union any, ld)

struct arrays {
    char bytes[256]; char many[70000]; short grid[3][5]; struct { char a; int b; } pairs[4]; int none[0];
    char *names[2][2]; char end;
};
TYPE("struct arrays", struct arrays)
#define A(m) MEMBER("struct arrays", struct arrays, m)
A(bytes) A(many) A(grid) A(pairs) A(none) A(names) A(end)

struct flexible { char count; long items[]; };
TYPE("struct flexible", struct flexible) FACT("at struct flexible.items", offsetof(struct flexible, items))
FACT("bytes struct flexible.items", 0)

struct fields {
    unsigned a : 3, b : 7; int c : 22; unsigned d : 1; unsigned : 0; unsigned char e : 4, f : 5;
    unsigned long long g : 40; signed h : 5;
    short i : 9; unsigned j : 32; char end;
};
TYPE("struct fields", struct fields)
#define F(m) BITS("struct fields", struct fields, m)
F(a) F(b) F(c) F(d) F(e) F(f) F(g) F(h) F(i) F(j)
MEMBER("struct fields", struct fields, end)

struct __attribute__((packed)) tight { char c; double d; short s; long long ll; unsigned x : 5, y : 13; char end; };
TYPE("struct tight", struct tight)
#define T(m) MEMBER("struct tight", struct tight, m)
T(d) T(s) T(ll) T(end) BITS("struct tight", struct tight, x) BITS("struct tight", struct tight, y)
struct holds_tight { char c; struct tight t; int i; };
TYPE("struct holds_tight", struct holds_tight) MEMBER("struct holds_tight", struct holds_tight, t)
MEMBER("struct holds_tight", struct holds_tight, i)

#ifdef ASKED_ALIGNMENT  /* DWARF 4 cannot say it. */
struct asked { char c; _Alignas(32) char wide; int i; };
TYPE("struct asked", struct asked) MEMBER("struct asked", struct asked, wide) MEMBER("struct asked", struct asked, i)
typedef int far_int __attribute__((aligned(64)));
struct far { char c; far_int i; };
TYPE("struct far", struct far) MEMBER("struct far", struct far, i)
#endif

typedef int vector __attribute__((vector_size(16)));
struct vectors { char c; vector v; char end; };
TYPE("struct vectors", struct vectors) MEMBER("struct vectors", struct vectors, v)
MEMBER("struct vectors", struct vectors, end)
#ifdef __SIZEOF_INT128__
struct big { char c; __int128 i; char end; };
TYPE("struct big", struct big) MEMBER("struct big", struct big, i) MEMBER("struct big", struct big, end)
#endif
#ifdef __SIZEOF_FLOAT128__
struct quad { char c; __float128 q; char end; };
TYPE("struct quad", struct quad) MEMBER("struct quad", struct quad, q) MEMBER("struct quad", struct quad, end)
#endif
