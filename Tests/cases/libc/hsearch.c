// Hash tables keep the first of two entries with one key, refuse a second table, and are full at a prime number of entries.
#include <errno.h>
#include <search.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char keys[4000][8];

static void fill(size_t count)
{
    struct hsearch_data data = {0};
    ENTRY *found;
    int entered = 0;
    printf("%zu: %d", count, hcreate_r(count, &data));
    errno = 0;
    while (entered < 4000 && hsearch_r((ENTRY){keys[entered], keys[entered]}, ENTER, &found, &data))
        entered++;
    int why = errno;
    printf(", %d entered, then %s", entered, strerror(why));
    printf(", %d", hsearch_r((ENTRY){keys[0], "other"}, ENTER, &found, &data));
    printf(" %s", (char *)found->data);
    int known = 0;
    for (int i = 0; i < entered; i++)
        known += hsearch_r((ENTRY){keys[i], NULL}, FIND, &found, &data) && found->data == keys[i];
    printf(", %d known", known);
    errno = 0;
    int result = hsearch_r((ENTRY){"absent", NULL}, FIND, &found, &data);
    printf(", absent %d %d %s\n", result, found == NULL, strerror(errno));
    hdestroy_r(&data);
    hdestroy_r(&data);
}

int main(void)
{
    for (int i = 0; i < 4000; i++)
        snprintf(keys[i], sizeof keys[i], "k%d", i * 37 % 4000);
    fill(0), fill(1), fill(4), fill(10), fill(30), fill(100), fill(1000);
    errno = 0;
    int result = hcreate_r(10, NULL);
    printf("%d %s\n", result, strerror(errno));
    errno = 0;
    hdestroy_r(NULL);
    printf("%s\n", strerror(errno));
    errno = 0;
    result = hcreate((size_t)-1);
    printf("%d %s\n", result, strerror(errno));

    int first = hcreate(5), second = hcreate(5);
    printf("%d %d\n", first, second);
    printf("%s\n", (char *)hsearch((ENTRY){"a", "one"}, ENTER)->data);
    printf("%s\n", (char *)hsearch((ENTRY){"a", "two"}, ENTER)->data);
    errno = 0;
    printf("%d", hsearch((ENTRY){"b", NULL}, FIND) == NULL);
    printf(" %s\n", strerror(errno));
    hdestroy();
    printf("%d\n", hcreate(5));
    hdestroy();
    return 0;
}
