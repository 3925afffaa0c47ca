// Whether a decimal number is above or below a binary one, by whole numbers of any size: for those that 128 bits do not tell apart.
// Included by read.h for a type of characters, CHAR.
#include <stddef.h>

/// No significand and no middle between two has more decimal digits than these: what follows can only be "and more".
enum { MOST_DIGITS = 11700, BIG_WORDS = 640 };

struct big {
    size_t count;
    uint64_t words[BIG_WORDS];
};

/// number * factor + added. The bounds of what is computed here keep it within the words there are.
static void big_multiply(struct big *number, uint64_t factor, uint64_t added)
{
    for (size_t i = 0; i < number->count; i++) {
        uint128 product = (uint128)number->words[i] * factor + added;
        number->words[i] = (uint64_t)product;
        added = (uint64_t)(product >> 64);
    }
    if (added && number->count < BIG_WORDS)
        number->words[number->count++] = added;
}

static void big_multiply_power(struct big *number, int power)
{
    for (; power >= POWER_STEP; power -= POWER_STEP - 1)
        big_multiply(number, small_powers[POWER_STEP - 1], 0);
    big_multiply(number, small_powers[power], 0);
}

static void big_shift(struct big *number, int shift)
{
    size_t words = (size_t)shift / 64;
    big_multiply(number, (uint64_t)1 << shift % 64, 0);
    if (words > BIG_WORDS - number->count)
        words = BIG_WORDS - number->count;
    for (size_t i = number->count; i-- > 0;)
        number->words[i + words] = number->words[i];
    for (size_t i = 0; i < words; i++)
        number->words[i] = 0;
    number->count += words;
}

static int big_compare(const struct big *a, const struct big *b)
{
    if (a->count != b->count)
        return a->count < b->count ? -1 : 1;
    for (size_t i = a->count; i-- > 0;)
        if (a->words[i] != b->words[i])
            return a->words[i] < b->words[i] ? -1 : 1;
    return 0;
}

/// Compares the `count` digits from `at` on, times 10^power, with boundary * 2^exponent.
__attribute__((noinline)) static int compare_exactly(const CHAR *at, size_t count, int power, uint128 boundary, int exponent)
{
    struct big decimal, binary;
    uint64_t piece = 0, factor = 1;
    bool more = false;
    decimal.count = 0;
    if (count > MOST_DIGITS) {
        power += (int)(count - MOST_DIGITS);
        count = MOST_DIGITS;
        // The last digit is not zero.
        more = true;
    }
    for (; count > 0; at++) {
        if (*at < '0' || *at > '9')
            continue;
        piece = piece * 10 + (uint64_t)(*at - '0');
        factor *= 10;
        if (--count == 0 || factor == 1000000000000000000u) {
            big_multiply(&decimal, factor, piece);
            piece = 0, factor = 1;
        }
    }
    binary.words[0] = (uint64_t)boundary;
    binary.words[1] = (uint64_t)(boundary >> 64);
    binary.count = binary.words[1] ? 2 : 1;
    big_multiply_power(power < 0 ? &binary : &decimal, power < 0 ? -power : power);
    if (power > exponent)
        big_shift(&decimal, power - exponent);
    else
        big_shift(&binary, exponent - power);
    int result = big_compare(&decimal, &binary);
    return result == 0 && more ? 1 : result;
}
