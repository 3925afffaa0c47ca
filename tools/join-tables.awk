# join-tables.awk: one table for all machines, from files of rows of one machine each: library, node, first release, name, marks.
#
# Most names have the same history on all machines, so each history is told once: `@ LIBRARY CELL...`, a cell for each machine
# in the order of the #machine lines, and under it the names, one a line. A cell is the version that brought the name, without
# GLIBC_, a + and the first release where the version's name does not say it, and the marks; it is empty where the machine
# has no such name. A name that a machine has at several versions stands under several histories.
BEGIN { FS = "\t" }
function number(text, part) {
    if (text == "") return 0
    if (sub(/^GLIBC_/, "", text) == 0 && text !~ /^[0-9]/) return 1
    split(text, part, "."); return part[1] * 1000000 + part[2] * 1000 + part[3]
}
FNR == 1 { machines++ }
{
    cell = $2; sub(/^GLIBC_/, "", cell)
    if (cell !~ /^[0-9]/) cell = $2
    if ($3 != "") cell = cell " +" $3
    if ($5 != "") cell = cell " " $5
    # The newest version of a name on each machine stands in the first of its histories, and so on. A node without names has none.
    key = $1 "\t" $4 ($4 == "" ? $2 : "")
    amount = ++amounts[key, machines]
    for (place = amount; place > 1 && number($2) > number(nodes[key, machines, place - 1]); place--) {
        nodes[key, machines, place] = nodes[key, machines, place - 1]
        cells[key, machines, place] = cells[key, machines, place - 1]
    }
    nodes[key, machines, place] = $2; cells[key, machines, place] = cell
    if (amount > most[key]) most[key] = amount
    names[key] = $4
    libraries[key] = $1
}
END {
    for (key in names) for (place = 1; place <= most[key]; place++) {
        history = libraries[key]
        for (machine = 1; machine <= machines; machine++) history = history "\t" cells[key, machine, place]
        sub(/\t+$/, "", history)
        print history "\034" names[key]
    }
}
