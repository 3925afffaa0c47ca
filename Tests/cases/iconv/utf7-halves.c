// Halves of surrogate pairs that stand alone in UTF-7 are no text in UTF-8 and UTF-16, and are numbers in the other forms.
#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <string.h>

static void convert(const char *to, const char *from, const char *text)
{
    iconv_t conversion = iconv_open(to, from);
    unsigned char out[64];
    char *input = (char *)text, *output = (char *)out;
    size_t left = strlen(text), room = sizeof out;
    errno = 0;
    size_t result = iconv(conversion, &input, &left, &output, &room);
    int error = errno;
    printf("%s %s %s: %zd %d, %td read:", from, to, text, (ssize_t)result, result == (size_t)-1 ? error : 0, input - text);
    for (unsigned i = 0; i < sizeof out - room; i++)
        printf(" %02x", out[i]);
    printf("\n");
    iconv_close(conversion);
}

int main(void)
{
    // The second half; a character and it; twice; the first half and a character; a pair and the second half again.
    static const char *texts[] = {"+3AA-", "x+TgDcAA-y", "x+TgDcANwA-y", "+2ABOAA-", "+2D3cANwA-", "+2D3cAA-", "+3/9OAA-", "+4AA-"};
    static const char *forms[] = {"UTF-8", "UTF-16LE", "UTF-16", "UCS-4LE", "UCS-2LE", "WCHAR_T", "UTF-32LE", "UTF-8//IGNORE"};
    for (unsigned i = 0; i < sizeof texts / sizeof *texts; i++)
        for (unsigned j = 0; j < sizeof forms / sizeof *forms; j++) {
            char mailbox[32];
            strcpy(mailbox, texts[i]);
            *strchr(mailbox, '+') = '&';
            if (strchr(mailbox, '/'))
                *strchr(mailbox, '/') = ',';
            convert(forms[j], "UTF-7", texts[i]);
            convert(forms[j], "UTF-7-IMAP", mailbox);
        }
}
