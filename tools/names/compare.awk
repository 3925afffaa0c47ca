# The rows of `table` (standard input: NAME, VERSION, reason) against what was found (the second file: NAME, VERSION, what is so), both ways.
BEGIN { FS = "\t" }
FILENAME == "-" {
    listed[$1, $2] = 1
    if (NF != 3 || $3 == "")
        print "FAIL names/" $1 "@" $2 ": a row of " table " without a reason"
    next
}
{
    found[$1, $2] = 1
    if (!(($1, $2) in listed))
        print "FAIL names/" $1 "@" $2 ": " ($3 == "" ? what : $3) ", and " table " does not say why"
}
END {
    for (key in listed)
        if (!(key in found)) {
            split(key, part, SUBSEP)
            print "FAIL names/" part[1] "@" part[2] ": stands in " table " and is not " what
        }
}
