# From `nm -D` of the shim: NAME, VERSION, place, whether it is the default version.
$3 ~ /@/ {
    split($3, part, /@+/)
    print part[1] "\t" part[2] "\tat " $1 "\t" ($3 ~ /@@/)
}
