# From `nm -D` of one glibc's libraries: the versions of a name (NAME, VERSION) whose code is not that of the name's default version.
$3 ~ /@/ && $3 !~ /PRIVATE/ {
    # The data that a name is at some version may be of another size; the reports compare that.
    if ($2 ~ /^[DBRV]$/)
        next
    split($3, part, /@+/)
    name = part[1]
    version = part[2]
    place[name, version] = "at " $1        # an address of digits and an e would be a number
    if ($3 ~ /@@/)
        current[name] = "at " $1
    versions[name] = versions[name] " " version
}
END {
    for (name in versions) {
        if (!(name in current))
            continue
        n = split(versions[name], all, " ")
        for (i = 1; i <= n; i++)
            if (place[name, all[i]] != current[name])
                print name "\t" all[i]
    }
}
