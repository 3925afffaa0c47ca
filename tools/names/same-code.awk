# Of the versions in the second file (NAME, VERSION), those that are today's code here: the shim (the first file: NAME, VERSION, place, whether
# it is the default) has both at one place, or has neither; then the code is musl's, which has no versions.
BEGIN { FS = "\t" }
FILENAME == ARGV[1] {
    place[$1, $2] = $3
    if ($4)
        current[$1] = $3
    next
}
($1, $2) in place ? place[$1, $2] == current[$1] : !($1 in current) { print $1 "\t" $2 }
