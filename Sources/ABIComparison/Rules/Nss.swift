extension Rule {
  /// Lookups that nsswitch modules answer in glibc.
  static let nss: Rule = Rule(
    "nss", title: "users, groups and hosts from elsewhere",
    why: """
      glibc asks the modules that /etc/nsswitch.conf names (LDAP, systemd, mDNS). musl and the shim read /etc/passwd, \
      /etc/group and /etc/hosts, ask DNS and, for users, a nscd socket.
      """,
    fix: "run nscd or a daemon of its protocol (nslcd, sssd) where users come from elsewhere",
    names: nssNames,
    object: { view in
      guard view.target.loader != .glibc else { return [] }
      return view.watched.compactMap { name, reference -> Finding? in
        guard nssNames.contains(name), case .provided(let kind, _) = reference.answer else { return nil }
        return nss.finding(
          .note, .call, .table, "\(name): answered from files and DNS, not by nsswitch modules", symbol: name,
          version: view.version(reference), in: view.object, provider: kind.rawValue)
      }
    })

  private static let nssNames: Set<String> = [
    "getpwnam", "getpwuid", "getpwnam_r", "getpwuid_r", "getgrnam", "getgrgid", "getgrnam_r", "getgrgid_r",
    "getgrouplist", "initgroups", "getaddrinfo", "gethostbyname", "gethostbyname_r", "getspnam",
  ]
}
