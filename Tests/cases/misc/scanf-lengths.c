// scanf's lengths q and L before integers, its flags ' and I, and long double behind q.
#include <stdio.h>
#include <string.h>

int main(void)
{
    long long values[4] = { 0 };
    long double real = 0;
    printf("%d", sscanf("12 -34 0x1f 077", "%qd%Ld%qx%Li", &values[0], &values[1], &values[2], &values[3]));
    for (int i = 0; i < 4; i++) printf(" %lld", values[i]);
    printf("\n%d", sscanf("99999999999 5 x", "%*qd%'qd%Ln", &values[0], &values[1]));
    printf(" %lld %lld\n", values[0], values[1]);
    printf("%d", sscanf("1.25", "%qf", &real));
    printf(" %Lg\n", real);
    printf("%d", sscanf("-2.5 7", "%Lf%Iqu", &real, &values[2]));
    printf(" %Lg %lld\n", real, values[2]);
    printf("%d\n", sscanf("q7", "q%d", (int *)&values[3]));
    return 0;
}
