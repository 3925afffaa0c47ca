// Thread attributes: what glibc keeps in pthread_attr_t and musl does not.
#pragma once
#include <pthread.h>
#include <signal.h>
#include <stddef.h>

enum { GLIBC_STACK_MIN = 16384 };

struct attribute_extension {
    size_t cpu_size;
    int has_mask;
    sigset_t mask;
    unsigned char cpus[];
};

/// The extension behind an attribute object, or NULL. musl leaves the object's last words alone.
struct attribute_extension *glibc_compat_attribute_extension(const pthread_attr_t *attributes);

void glibc_compat_set_attribute_extension(pthread_attr_t *attributes, struct attribute_extension *extension);

/// Attributes as pthread_attr_init leaves them, with the process's default stack size.
void glibc_compat_initial_attributes(pthread_attr_t *attributes);
/// All of `from`, with an extension of its own: 0 or ENOMEM.
int glibc_compat_copy_attributes(pthread_attr_t *to, const pthread_attr_t *from);
int pthread_getattr_default_np(pthread_attr_t *attributes);
int pthread_setattr_default_np(const pthread_attr_t *attributes);

/// Whether the program gave a stack, and the stack with its lowest address so many bytes below.
int glibc_compat_attribute_has_stack(const pthread_attr_t *attributes);
void glibc_compat_set_attribute_stack(pthread_attr_t *attributes, void *top, size_t size);

void glibc_compat_futex_wait(_Atomic int *word, int value);
void glibc_compat_futex_wake(_Atomic int *word);
