// wordexp's results: slots left free, results appended and reused, what an error leaves behind.
#include <stdio.h>
#include <stdlib.h>
#include <wordexp.h>

static void show(const char *what, int result, const wordexp_t *words)
{
    printf("%s: %d, %zu words, %zu free:", what, result, words->we_wordc, words->we_offs);
    for (size_t i = 0; words->we_wordv && i < words->we_offs + words->we_wordc; i++)
        printf(" %s", words->we_wordv[i] ? words->we_wordv[i] : "NULL");
    puts(words->we_wordv && !words->we_wordv[words->we_offs + words->we_wordc] ? " end" : "");
}

int main(void)
{
    wordexp_t words = { .we_offs = 2 };
    show("free slots", wordexp("a b", &words, WRDE_DOOFFS), &words);
    show("appended", wordexp("c 'd e'", &words, WRDE_DOOFFS | WRDE_APPEND), &words);
    show("reused", wordexp("x", &words, WRDE_DOOFFS | WRDE_REUSE), &words);
    show("nothing", wordexp("", &words, WRDE_REUSE), &words);
    wordfree(&words);
    printf("freed: %d\n", words.we_wordv == NULL);
    wordfree(&words);
    words = (wordexp_t){ .we_wordc = 7, .we_offs = 3 };
    int result = wordexp("a|b", &words, 0);
    printf("error: %d, %zu words, %zu free, %d\n", result, words.we_wordc, words.we_offs, words.we_wordv == NULL);
    show("no offsets asked", wordexp("a", &words, 0), &words);
    show("appended", wordexp("b=~ c=~", &words, WRDE_APPEND), &words);
    // What the array is after this, glibc 2.36 does not say.
    result = wordexp("f g $(", &words, WRDE_APPEND);
    printf("error while appending: %d, %zu words\n", result, words.we_wordc);
    return 0;
}
