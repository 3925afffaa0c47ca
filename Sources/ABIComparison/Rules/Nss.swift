extension Rule {
  /// Lookups that nsswitch modules answer in glibc.
  static let nss: Rule = behaviour(
    "nss", title: "users, groups and hosts from elsewhere",
    why: """
      glibc asks the modules that /etc/nsswitch.conf names (LDAP, systemd, mDNS). musl reads /etc/passwd, /etc/group \
      and /etc/hosts, asks DNS and, for users, a nscd socket.
      """,
    fix: "run nscd or a daemon of its protocol (nslcd, sssd) where users come from elsewhere",
    rows(
      [
        "getpwnam", "getpwuid", "getpwnam_r", "getpwuid_r", "getgrnam", "getgrgid", "getgrnam_r", "getgrgid_r",
        "getgrouplist", "initgroups", "getaddrinfo", "gethostbyname", "gethostbyname_r", "getspnam",
      ],
      .note, .call, "answered from files and DNS, not by nsswitch modules"))
}
