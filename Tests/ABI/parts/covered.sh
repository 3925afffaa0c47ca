# Every rule has a fixture that found it and passed.
for rule in $("$tool" explain | cut -d' ' -f1); do
    if grep -qx "$rule" "$work/covered"; then echo "PASS the rule $rule has a fixture"
    else echo "FAIL the rule $rule has a fixture: no program of Tests/ABI/programs found it"; fi
done
