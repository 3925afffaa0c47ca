// <sys/platform/x86.h>: what the processor has is told as by CPUID, and what is active is what the kernel saves too.
#include <cpuid.h>
#include <stdio.h>
#include <sys/platform/x86.h>

#define SHOW(name) printf(#name " %d%d ", x86_cpu_present(x86_cpu_##name), x86_cpu_active(x86_cpu_##name))

int main(void)
{
    SHOW(SSE2); SHOW(SSE3); SHOW(SSSE3); SHOW(SSE4_1); SHOW(SSE4_2); SHOW(POPCNT); SHOW(AVX); SHOW(AVX2); SHOW(FMA); SHOW(F16C); SHOW(BMI1); SHOW(BMI2); SHOW(LZCNT);
    SHOW(AVX512F); SHOW(AVX512VL); SHOW(AVX512BW); SHOW(AVX512_VNNI); SHOW(AES); SHOW(PCLMULQDQ); SHOW(VAES); SHOW(SHA); SHOW(ADX); SHOW(RDSEED); SHOW(RDRAND); SHOW(MOVBE);
    SHOW(XSAVE); SHOW(OSXSAVE); SHOW(ERMS); SHOW(CX8); SHOW(CMPXCHG16B); SHOW(CMOV); SHOW(FXSR); SHOW(MMX); SHOW(SSE); SHOW(LAHF64_SAHF64); SHOW(RDTSCP); SHOW(SYSCALL_SYSRET);
    const struct cpuid_feature *beyond = __x86_get_cpuid_feature_leaf(1000);
    printf("\nbeyond %u %u\n", beyond->cpuid_array[0], beyond->active_array[3]);
    return 0;
}
