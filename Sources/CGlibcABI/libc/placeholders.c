// What the linker puts into programs that need the versions of libraries that became part of libc.so.6. Nothing calls them.
#define PLACEHOLDER(library) void __##library##_version_placeholder(void) {}
PLACEHOLDER(libpthread)
PLACEHOLDER(libdl)
PLACEHOLDER(librt)
PLACEHOLDER(libutil)
PLACEHOLDER(libanl)
PLACEHOLDER(rtld)
