// ecvt, fcvt and their kin, and strfrom, give glibc's digits, point and sign.
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    static const double values[] = {0, 1, -1, 123.456, 0.00123456, 1e20, -1e-20, 9.9999, 0.5, 1.0 / 3, 1e300, INFINITY, -INFINITY, NAN};
    for (int i = 0; i < 14; i++)
        for (int digits = -2; digits < 25; digits += 3) {
            int point = 77, negative = 77;
            char buffer[400];
            int result = ecvt_r(values[i], digits, &point, &negative, buffer, sizeof buffer);
            printf("e %g %d: %d %s %d %d\n", values[i], digits, result, buffer, point, negative);
            result = qecvt_r(values[i], digits, &point, &negative, buffer, sizeof buffer);
            printf("qe: %d %s %d %d\n", result, buffer, point, negative);
            if (digits < 0) continue;
            result = fcvt_r(values[i], digits, &point, &negative, buffer, sizeof buffer);
            printf("f: %d %s %d %d\n", result, buffer, point, negative);
            result = qfcvt_r(values[i], digits, &point, &negative, buffer, sizeof buffer);
            printf("qf: %d %s %d %d\n", result, buffer, point, negative);
            if (digits) printf("qg: %s\n", qgcvt(values[i], digits, buffer));
        }
    int point, negative;
    printf("%s\n", qecvt(1234.5L, 6, &point, &negative));
    printf("%s\n", qfcvt(1234.5L, 2, &point, &negative));
    errno = 0;
    printf("%d %d\n", ecvt_r(1, 1, &point, &negative, NULL, 10), errno);
    char text[40];
    printf("%d %s\n", strfromd(text, sizeof text, "%.3f", 3.14159), text);
    printf("%d %s\n", strfromf(text, 5, "%g", 3.14159f), text);
    printf("%d %s\n", strfroml(text, sizeof text, "%.10E", 2.5L), text);
    printf("%d %s\n", strfromf64(text, sizeof text, "%A", 1.0), text);
    printf("%d\n", strfromd(NULL, 0, "%.20f", 1.0));
    return 0;
}
