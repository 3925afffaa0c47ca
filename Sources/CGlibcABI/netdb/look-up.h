// What is known of a host's name before musl looks it up.
#pragma once

// musl takes none that is longer, nor does DNS.
enum { LONGEST_HOST = 255 };

/// Whether the name is an address as a text: of IPv4, or of IPv6 with or without an interface.
int glibc_compat_is_address(const char *name, int family);

/// 0 where musl is to look the name up, which then may point to /etc/hosts' own spelling of it, copied into `spelling`;
/// EAI_NONAME for what is no name, EAI_AGAIN where DNS would have to be asked and cannot be.
int glibc_compat_before_look_up(const char **name, char *spelling, int family);
