// A name at GLIBC_PRIVATE.
// musl: FAILS private
// really: 127 symbol not found
// ours: RISKY private
// really ours: 127 undefined symbol: __nss_hash
__asm__(".symver __nss_hash,__nss_hash@GLIBC_PRIVATE");
extern unsigned __nss_hash(const void *, unsigned long);
int main(void) { return __nss_hash("a", 1) == 0; }
