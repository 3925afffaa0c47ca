# The unit tests, a fact each.
cd "$here/../.." || exit 1
timeout 1200 $swift_test >"$work/unit" 2>&1; got=$?
sed -nE 's/^.*Test ([A-Za-z]+)\(\) passed.*/PASS unit, \1/p; s/^.*Test ([A-Za-z]+)\(\) failed.*/FAIL unit, \1/p' \
    "$work/unit"
[ $got -eq 0 ] || { echo "FAIL unit tests: status $got: $(grep -m1 -E 'error:|recorded an issue' "$work/unit")"; }
