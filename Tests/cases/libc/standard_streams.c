// A program may set stdin and stdout: what reads and writes them without naming them follows.
// flags: -O2 -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int main(int count, char **arguments)
{
    printf("%d\n", puts("five"));
    FILE *file = fopen("output", "w"), *old = stdout;
    stdout = file;
    printf("number %d\n", count);
    puts("line");
    putchar('c');
    putchar_unlocked('u');
    puts(count > 5 ? arguments[1] : "");
    stdout = old;
    fclose(file);
    file = fopen("output", "r");
    stdin = file;
    char word[16];
    int number;
    printf("%d ", scanf("%15s %d", word, &number));
    printf("%s %d %d\n", word, number, getchar());
    char *text = NULL;
    size_t room = 0;
    while (getline(&text, &room, stdin) > 0)
        printf("[%s]", text);
    printf("%d %d\n", getchar(), feof(stdin) != 0);
    unlink("output");
    return 0;
}
