// <stdlib.h>: qsort and qsort_r as glibc has them to 2.36, a merge sort.
//
// POSIX promises no order among equal elements, but glibc's was stable and programs rely on it; they also observe that the
// comparison function always gets the element that stood first as its first argument. In C: the comparison belongs to the program
// and may throw or jump through these frames. Where memory for the copy is short the sort is done in place, still stable.
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef int compare(const void *, const void *, void *);

/// Elements larger than this are sorted through pointers to them and moved once, as on glibc.
enum { LARGE_ELEMENT = 32, ON_STACK = 1024 };

struct sort {
    size_t size;
    compare *compare;
    void *argument;
    char *spare;
};

#define DIRECT(sort, a, b) (sort)->compare(a, b, (sort)->argument)
#define THROUGH_POINTERS(sort, a, b) (sort)->compare(*(void *const *)(a), *(void *const *)(b), (sort)->argument)

// The merge sort for elements of one SIZE, a constant in the common cases, so that memcpy is a move.
#define MERGE_SORT(name, SIZE, ORDER) \
    static void name(const struct sort *sort, char *base, size_t count) \
    { \
        if (count <= 1) \
            return; \
        size_t size = SIZE, left = count / 2, right = count - left; \
        char *first = base, *second = base + left * size, *out = sort->spare; \
        if (count == 2) { \
            if (ORDER(sort, first, second) > 0) { \
                memcpy(out, first, size); \
                memcpy(first, second, size); \
                memcpy(second, out, size); \
            } \
            return; \
        } \
        name(sort, first, left); \
        name(sort, second, right); \
        while (left > 0 && right > 0) { \
            if (ORDER(sort, first, second) <= 0) { \
                memcpy(out, first, size); \
                first += size; \
                left--; \
            } else { \
                memcpy(out, second, size); \
                second += size; \
                right--; \
            } \
            out += size; \
        } \
        /* What is left of the second half already stands where it belongs. */ \
        if (left > 0) \
            memcpy(out, first, left * size); \
        memcpy(base, sort->spare, (count - right) * size); \
    }
MERGE_SORT(merge_sort_4, 4, DIRECT)
MERGE_SORT(merge_sort_8, 8, DIRECT)
MERGE_SORT(merge_sort_any, sort->size, DIRECT)
MERGE_SORT(merge_sort_pointers, sizeof(char *), THROUGH_POINTERS)

static void reverse(char *low, char *high)
{
    while (low < high) {
        char kept = *low;
        *low++ = *--high;
        *high = kept;
    }
}

/// Exchanges the neighbouring blocks [a, b) and [b, c).
static void rotate(char *a, char *b, char *c)
{
    reverse(a, b);
    reverse(b, c);
    reverse(a, c);
}

/// Merges two sorted neighbours without memory: splits the longer, finds where its middle belongs in the other, and rotates.
static void merge_in_place(const struct sort *sort, char *base, size_t left, size_t right)
{
    while (left > 0 && right > 0) {
        size_t size = sort->size, low, high, split_left, split_right;
        char *middle = base + left * size;
        if (left + right == 2) {
            if (DIRECT(sort, base, middle) > 0)
                rotate(base, middle, middle + size);
            return;
        }
        if (left > right) {
            split_left = left / 2;
            for (low = 0, high = right; low < high;) {
                size_t probe = low + (high - low) / 2;
                if (DIRECT(sort, base + split_left * size, middle + probe * size) > 0)
                    low = probe + 1;
                else
                    high = probe;
            }
            split_right = low;
        } else {
            split_right = right / 2;
            for (low = 0, high = left; low < high;) {
                size_t probe = low + (high - low) / 2;
                if (DIRECT(sort, base + probe * size, middle + split_right * size) <= 0)
                    low = probe + 1;
                else
                    high = probe;
            }
            split_left = low;
        }
        rotate(base + split_left * size, middle, middle + split_right * size);
        merge_in_place(sort, base, split_left, split_right);
        base += (split_left + split_right) * size;
        left -= split_left;
        right -= split_right;
    }
}

static void sort_in_place(const struct sort *sort, char *base, size_t count)
{
    if (count <= 1)
        return;
    size_t left = count / 2;
    sort_in_place(sort, base, left);
    sort_in_place(sort, base + left * sort->size, count - left);
    merge_in_place(sort, base, left, count - left);
}

/// Moves large elements to where the sorted pointers say, each once, cycle by cycle.
static void settle(char *base, size_t count, size_t size, char **pointers, char *spare)
{
    for (size_t i = 0; i < count; i++) {
        char *place = base + i * size, *from = pointers[i];
        if (from == place)
            continue;
        memcpy(spare, place, size);
        size_t at = i;
        for (;;) {
            size_t next = (size_t)(from - base) / size;
            pointers[at] = base + at * size;
            if (next == i) {
                memcpy(base + at * size, spare, size);
                break;
            }
            memcpy(base + at * size, from, size);
            at = next;
            from = pointers[at];
        }
    }
}

void qsort_r(void *memory, size_t count, size_t size, compare *compare, void *argument)
{
    char *base = memory, on_stack[ON_STACK] __attribute__((aligned(16))), *spare = on_stack;
    if (count <= 1 || size == 0)
        return;
    struct sort sort = {.size = size, .compare = compare, .argument = argument};
    bool indirect = size > LARGE_ELEMENT;
    size_t need;
    bool too_much = indirect
        ? __builtin_mul_overflow(count, 2 * sizeof(char *), &need) || __builtin_add_overflow(need, size, &need)
        : __builtin_mul_overflow(count, size, &need);
    if (too_much || need > ON_STACK) {
        int saved = errno;
        spare = too_much ? NULL : malloc(need);
        errno = saved;
    }
    if (!spare) {
        sort_in_place(&sort, base, count);
        return;
    }
    if (indirect) {
        char **pointers = (char **)spare;
        for (size_t i = 0; i < count; i++)
            pointers[i] = base + i * size;
        sort.size = sizeof(char *);
        sort.spare = spare + count * sizeof(char *);
        merge_sort_pointers(&sort, spare, count);
        settle(base, count, size, pointers, spare + 2 * count * sizeof(char *));
    } else {
        sort.spare = spare;
        (size == 4 ? merge_sort_4 : size == 8 ? merge_sort_8 : merge_sort_any)(&sort, base, count);
    }
    if (spare != on_stack)
        free(spare);
}

/// The comparison is called with a third argument that it does not look for: on this machine that is a register which it may use anyway.
void qsort(void *memory, size_t count, size_t size, int (*by)(const void *, const void *))
{
    qsort_r(memory, count, size, (compare *)(void *)by, NULL);
}
