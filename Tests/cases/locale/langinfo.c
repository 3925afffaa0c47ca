// nl_langinfo answers in C and C.UTF-8: texts, wide texts and the words that libstdc++ reads
#include <langinfo.h>
#include <locale.h>
#include <stdint.h>
#include <stdio.h>
#include <time.h>
#include <wchar.h>

int main(void)
{
    static const nl_item texts[] = {
        CODESET, RADIXCHAR, THOUSEP, D_T_FMT, D_FMT, T_FMT, T_FMT_AMPM, AM_STR, PM_STR, DAY_1, DAY_7, ABDAY_1, ABDAY_7, MON_1, MON_12,
        ABMON_1, ABMON_12, ERA, ERA_D_FMT, ALT_DIGITS, ERA_D_T_FMT, ERA_T_FMT, YESEXPR, NOEXPR, YESSTR, NOSTR, CRNCYSTR, _DATE_FMT,
        __INT_CURR_SYMBOL, __CURRENCY_SYMBOL, __MON_DECIMAL_POINT, __MON_GROUPING, __POSITIVE_SIGN, _NL_TIME_CODESET,
        _NL_LOCALE_NAME(LC_CTYPE), _NL_LOCALE_NAME(LC_TIME), _NL_NAME_NAME_FMT, _NL_ADDRESS_POSTAL_FMT, _NL_TELEPHONE_TEL_INT_FMT,
        ALTMON_1, ALTMON_12, _NL_ABALTMON_3,
    };
    static const nl_item wide[] = { _NL_WABDAY_1, _NL_WDAY_7, _NL_WABMON_1, _NL_WMON_12, _NL_WAM_STR, _NL_WPM_STR, _NL_WD_T_FMT, _NL_WD_FMT,
        _NL_WT_FMT, _NL_WT_FMT_AMPM, _NL_WERA_T_FMT, _NL_W_DATE_FMT, _NL_WALTMON_5, _NL_WABALTMON_12 };
    static const nl_item bytes[] = { __FRAC_DIGITS, __INT_FRAC_DIGITS, __P_CS_PRECEDES, __N_SIGN_POSN, __INT_P_SIGN_POSN, _NL_TIME_WEEK_NDAYS,
        _NL_TIME_FIRST_WEEKDAY, _NL_TIME_WEEK_1STWEEK, _NL_MEASUREMENT_MEASUREMENT };
    static const nl_item words[] = { _NL_NUMERIC_DECIMAL_POINT_WC, _NL_NUMERIC_THOUSANDS_SEP_WC, _NL_MONETARY_DECIMAL_POINT_WC,
        _NL_TIME_WEEK_1STDAY, _NL_PAPER_HEIGHT, _NL_PAPER_WIDTH, _NL_CTYPE_MB_CUR_MAX, _NL_CTYPE_OUTDIGIT7_WC };
    for (int round = 0; round < 2; round++) {
        setlocale(LC_ALL, round ? "C.UTF-8" : "C");
        for (unsigned i = 0; i < sizeof texts / sizeof *texts; i++) printf("[%s]\n", nl_langinfo(texts[i]));
        for (unsigned i = 0; i < sizeof wide / sizeof *wide; i++) printf("[%ls]\n", (wchar_t *)nl_langinfo(wide[i]));
        for (unsigned i = 0; i < sizeof bytes / sizeof *bytes; i++) printf("%d\n", *nl_langinfo(bytes[i]));
        for (unsigned i = 0; i < sizeof words / sizeof *words; i++) printf("%u\n", (unsigned)(uintptr_t)nl_langinfo(words[i]));
    }
    char text[100];
    struct tm tm = { .tm_year = 100, .tm_mon = 1, .tm_mday = 3, .tm_wday = 4 };
    locale_t utf8 = newlocale(LC_ALL_MASK, "C.UTF-8", (locale_t)0);
    strftime_l(text, sizeof text, "%A %B %c %x %X %p", &tm, utf8);
    puts(text);
    strftime_l(text, sizeof text, "%a %b %r", &tm, newlocale(LC_TIME_MASK, "C", (locale_t)0));
    puts(text);
    return 0;
}
