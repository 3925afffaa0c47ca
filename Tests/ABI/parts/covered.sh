# Every rule has a fixture that found it and passed.
for rule in $("$tool" explain | cut -d' ' -f1); do
    if grep -qx "$rule" "$work/covered"; then echo "PASS the rule $rule has a fixture"
    elif grep -qE "^// [^:]*: [A-Z]+ $rule\$" "$here"/machines/*.c; then
        echo "SKIP the rule $rule has a fixture: it is one of other machines, which are not here"
    else echo "FAIL the rule $rule has a fixture: no program of Tests/ABI/programs found it"; fi
done
