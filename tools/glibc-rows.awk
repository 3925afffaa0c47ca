# glibc-rows.awk: what one machine's glibc exports, from dumps of several releases, as rows for tools/join-tables.awk.
#
# Input: RELEASE, then a row of `abi-check dump`; a row with a library and a node only stands for a node whose name bears no version.
# Output: library, node, first release with it (only where the node's name does not say), name, marks. The marks: O and T with
# the size of data and thread-locals, N for no type, -RELEASE where from then on only old programs find the name, ~RELEASE where
# from then on it is not there.
#
# glibc never takes a name away (but for some of the compiler's own that it exported by mistake), so each stands under the version
# node that brought it. What the nodes do not say, from which release on a name is for old programs only (@ instead of @@), comes
# from the releases read.
BEGIN { FS = "\t" }
function number(text, part) {
    if (text == "") return 0
    if (sub(/^GLIBC_/, "", text) == 0 && text !~ /^[0-9]/) return 1
    split(text, part, "."); return part[1] * 1000000 + part[2] * 1000 + part[3]
}
function library(name) { return name ~ /^ld(64|-linux.*|-linux)?\.so/ ? "ld.so" : name }
# Whether a newer node of the name is its default today.
function isReplaced(name, node, key, f) {
    for (key in newest) {
        split(key, f, "\t")
        if (f[1] == name && number(f[2]) > number(node) && split(newest[key], f, "\t") && f[5] == "default") return 1
    }
    return 0
}
# The next newer node that has the name.
function follower(name, node, key, f, best) {
    best = "9999"
    for (key in newest) {
        split(key, f, "\t")
        if (f[1] == name && number(f[2]) > number(node) && number(f[2]) < number(best)) best = f[2]
    }
    return best
}
{ $2 = library($2) }
$4 !~ /^GLIBC_[0-9]/ && $4 != "" && !($4 in first) { first[$4] = $1 }
$3 == "" { bare[$4] = $2; next }
$3 ~ /_version_placeholder$/ { next }
{
    key = $3 "\t" $4; seen[$1] = 1; has[key, $1] = 1
    if (!(key in newest) || $5 == "default" || split(newest[key], f, "\t") && f[1] != $1) newest[key] = $0
    if ($5 == "default") default_at[key, $1] = 1
}
END {
    for (key in newest) for (version in seen)
        if (number(version) > number(last[key]) && default_at[key, version]) last[key] = version
    # The first release after the last one that has it as its default.
    for (key in newest) {
        since[key] = "9999"
        for (version in seen)
            if (number(version) > number(last[key]) && number(version) < number(since[key])) since[key] = version
    }
    for (node in bare) print bare[node], node, first[node], "", ""
    for (key in newest) {
        split(newest[key], f, "\t")
        marks = f[6] == "OBJECT" ? "O" f[7] : f[6] == "TLS" ? "T" f[7] : f[6] == "NOTYPE" ? "N" : ""
        # Where a newer node has the name, the older one is for old programs from that release on: nothing to say.
        if (f[5] == "compat" && (!isReplaced(f[3], f[4]) || number(since[key]) < number(follower(f[3], f[4]))))
            marks = marks (marks == "" ? "" : " ") "-" since[key]
        # The first release without it after the last with it.
        at = ""; for (version in seen) if (((key, version) in has) && number(version) > number(at)) at = version
        gone = ""
        for (version in seen) if (number(version) > number(at) && (gone == "" || number(version) < number(gone))) gone = version
        if (gone != "") marks = marks (marks == "" ? "" : " ") "~" gone
        print f[2], f[4], first[f[4]], f[3], marks
    }
}
BEGIN { OFS = "\t" }
