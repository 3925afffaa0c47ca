// The lines that entries write: each goes to the log at once, so that nothing is lost where an entry crashes.
#include "observe.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int observe_log = 2;
enum { line_size = 4096 };

void say(const char *format, ...)
{
    int saved = errno;
    char line[line_size];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(line, sizeof line - 1, format, arguments);
    va_end(arguments);
    if (length < 0) length = snprintf(line, sizeof line - 1, "(vsnprintf failed for %s)", format);
    if (length > line_size - 2) length = line_size - 2;
    for (int i = 0; i < length; i++)
        if (line[i] == '\n') line[i] = ' ';
    line[length] = '\n';
    if (write(observe_log, line, length + 1) < 0) _exit(99);
    errno = saved;
}

static const char *text_of(const void *value, size_t size)
{
    static char text[line_size / 2];
    size_t length = 0;
    for (size_t i = 0; i < size && length < sizeof text - 8; i++) {
        unsigned char c = ((const unsigned char *)value)[i];
        if (c == '"' || c == '\\') text[length++] = '\\', text[length++] = c;
        else if (c >= ' ' && c < 127) text[length++] = c;
        else length += sprintf(text + length, "\\x%02x", c);
    }
    text[length] = 0;
    return text;
}

void observe_errno(void)
{
    int error = errno;
    if (error) say("    errno %s", strerrorname_np(error) ?: "without a name");
    else say("    errno 0");
    errno = error;
}

void observe_integer(const char *expression, long long value) { say("%s = %lld", expression, value); }
void observe_unsigned(const char *expression, unsigned long long value) { say("%s = %llu", expression, value); }
void observe_pointer(const char *expression, const void *value) { say("%s = %s", expression, value ? "pointer" : "null"); }
void observe_bytes(const char *expression, const void *value, size_t size) { say("%s = \"%s\"", expression, text_of(value, size)); }

void observe_text(const char *expression, const char *value)
{
    if (value) observe_bytes(expression, value, strlen(value));
    else say("%s = null", expression);
}

void observe_wide(const char *expression, const wchar_t *value)
{
    char text[line_size / 2];
    size_t length = 0;
    if (!value) { say("%s = null", expression); return; }
    for (; *value && length < sizeof text - 16; value++)
        length += sprintf(text + length, *value >= L' ' && *value < 127 ? "%c" : "\\u{%x}", (unsigned)*value);
    text[length] = 0;
    say("%s = L\"%s\"", expression, text);
}

static const char *hexadecimal(char *text, const void *value, size_t size)
{
    for (size_t i = 0; i < size; i++) sprintf(text + 2 * i, "%02x", ((const unsigned char *)value)[size - 1 - i]);
    return text;
}

static const char *of_double(char *text, double value)
{
    if (value != value) return "nan";
    snprintf(text, 60, "%a", value);
    return text;
}
static const char *of_long_double(char *text, long double value) { return value != value ? "nan" : hexadecimal(text, &value, 10); }
static const char *of_quad(char *text, _Float128 value) { return value != value ? "nan" : hexadecimal(text, &value, 16); }

void observe_double(const char *expression, double value)
{
    char text[60];
    say("%s = %s", expression, of_double(text, value));
}
void observe_long_double(const char *expression, long double value)
{
    char text[60];
    say("%s = %s", expression, of_long_double(text, value));
}
void observe_quad(const char *expression, _Float128 value)
{
    char text[60];
    say("%s = %s", expression, of_quad(text, value));
}
void observe_complex(const char *expression, _Complex double value)
{
    char real[60], imaginary[60];
    say("%s = %s + i %s", expression, of_double(real, __real__ value), of_double(imaginary, __imag__ value));
}
void observe_long_complex(const char *expression, _Complex long double value)
{
    char real[60], imaginary[60];
    say("%s = %s + i %s", expression, of_long_double(real, __real__ value), of_long_double(imaginary, __imag__ value));
}
void observe_quad_complex(const char *expression, _Complex _Float128 value)
{
    char real[60], imaginary[60];
    say("%s = %s + i %s", expression, of_quad(real, __real__ value), of_quad(imaginary, __imag__ value));
}
