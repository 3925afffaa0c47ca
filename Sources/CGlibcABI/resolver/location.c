// <resolv.h>: a place on earth as a LOC record has it, and as a text. Source: RFC 1876.
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "resolver.h"

// Sizes are in centimetres, a digit and a power of ten.
static const uint32_t powers[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000};
#define MIDDLE 0x80000000u
enum { BELOW = 10000000 };      // centimetres under the surface, where altitudes begin

static void show_size(uint8_t size, char *to, size_t room)
{
    unsigned digit = size >> 4, power = size & 15;
    unsigned long centimetres = (unsigned long)(digit % 10) * powers[power % 10];
    snprintf(to, room, "%lu.%.2lu", centimetres / 100, centimetres % 100);
}

static uint32_t number32(const unsigned char *at) { return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3]; }

static void show_angle(uint32_t value, const char *directions, char *to, size_t room)
{
    long angle = (long)value - (long)MIDDLE;
    char direction = angle < 0 ? directions[1] : directions[0];
    if (angle < 0)
        angle = -angle;
    snprintf(to, room, "%ld %.2ld %.2ld.%.3ld %c", angle / 3600000, angle / 60000 % 60, angle / 1000 % 60, angle % 1000, direction);
}

/// The text of a record's 16 bytes, in `to` or, where that is NULL, in memory that the next call uses again.
const char *__loc_ntoa(const unsigned char *record, char *to)
{
    static char own[255];
    char latitude[40], longitude[40], size[24], horizontal[24], vertical[24];
    if (!to)
        to = own;
    if (record[0]) {
        strcpy(to, "; error: unknown LOC RR version");
        return to;
    }
    show_size(record[1], size, sizeof size), show_size(record[2], horizontal, sizeof horizontal), show_size(record[3], vertical, sizeof vertical);
    show_angle(number32(record + 4), "NS", latitude, sizeof latitude);
    show_angle(number32(record + 8), "EW", longitude, sizeof longitude);
    uint32_t height = number32(record + 12);
    const char *sign = height < BELOW ? "-" : "";
    uint32_t altitude = height < BELOW ? BELOW - height : height - BELOW;
    sprintf(to, "%s %s %s%u.%.2um %sm %sm %sm", latitude, longitude, sign, altitude / 100, altitude % 100, size, horizontal, vertical);
    return to;
}

static uint32_t digits(const char **text)
{
    uint32_t value = 0;
    while (isdigit((unsigned char)**text))
        value = value * 10 + (uint32_t)(*(*text)++ - '0');
    return value;
}
static void skip_spaces(const char **text)
{
    while (isspace((unsigned char)**text))
        (*text)++;
}
static void skip_word(const char **text)
{
    while (**text && !isspace((unsigned char)**text))
        (*text)++;
    skip_spaces(text);
}

// Up to `places` digits behind a point, as that many.
static uint32_t fraction(const char **text, int places)
{
    uint32_t value = 0;
    if (**text != '.')
        return 0;
    (*text)++;
    for (int i = 0; i < places; i++)
        value = value * 10 + (isdigit((unsigned char)**text) ? (uint32_t)(*(*text)++ - '0') : 0);
    return value;
}

// Degrees, and if they are there minutes and seconds, and the direction: 1 for a latitude, 2 for a longitude, 0 for neither.
static uint32_t read_angle(const char **text, int *which)
{
    uint32_t degrees = digits(text), minutes = 0, seconds = 0, thousandths = 0, value;
    skip_spaces(text);
    if (isdigit((unsigned char)**text)) {
        minutes = digits(text);
        skip_spaces(text);
        if (isdigit((unsigned char)**text)) {
            seconds = digits(text);
            thousandths = fraction(text, 3);
            while (**text && !isspace((unsigned char)**text))
                (*text)++;
            skip_spaces(text);
        }
    }
    uint32_t distance = ((degrees * 60 + minutes) * 60 + seconds) * 1000 + thousandths;
    int direction = toupper((unsigned char)**text);
    value = direction == 'N' || direction == 'E' ? MIDDLE + distance : direction == 'S' || direction == 'W' ? MIDDLE - distance : 0;
    *which = direction == 'N' || direction == 'S' ? 1 : direction == 'E' || direction == 'W' ? 2 : 0;
    (*text) += direction != 0;
    skip_word(text);
    return value;
}

// Metres as a digit and a power of ten of centimetres.
static uint8_t read_size(const char **text)
{
    uint32_t metres = digits(text), centimetres = fraction(text, 2);
    uint32_t all = metres * 100 + centimetres;      // in 32 bits, as the record's reader has it
    int power = 0;
    while (power < 9 && all >= powers[power + 1])
        power++;
    uint32_t digit = (uint32_t)(all / powers[power]);
    return (uint8_t)((digit > 9 ? 9 : digit) << 4 | (unsigned)power);
}

static void put_number32(uint32_t value, unsigned char *to)
{
    for (int i = 0; i < 4; i++)
        to[i] = (unsigned char)(value >> (24 - 8 * i));
}

/// A record's 16 bytes of a text; 16, or 0 where it is none.
unsigned __loc_aton(const char *text, unsigned char *record)
{
    uint8_t sizes[3] = {0x12, 0x16, 0x13};      // 1 m, 10 km, 10 m
    int first, second, negative = 0;
    uint32_t one = read_angle(&text, &first), other = read_angle(&text, &second);
    if (first + second != 3 || first == 0 || second == 0)
        return 0;
    if (*text == '-')
        negative = 1, text++;
    else if (*text == '+')
        text++;
    uint32_t metres = digits(&text), centimetres = fraction(&text, 2);
    uint32_t altitude = metres * 100 + centimetres;
    altitude = BELOW + (negative ? -altitude : altitude);
    while (*text && !isspace((unsigned char)*text))
        text++;
    skip_spaces(&text);
    for (int i = 0; i < 3 && *text; i++) {
        sizes[i] = read_size(&text);
        skip_word(&text);
    }
    record[0] = 0;
    memcpy(record + 1, sizes, sizeof sizes);
    put_number32(first == 1 ? one : other, record + 4);
    put_number32(first == 1 ? other : one, record + 8);
    put_number32(altitude, record + 12);
    return 16;
}
