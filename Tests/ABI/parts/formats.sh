# The other forms of the report: they parse, and hold what the text holds. Python is only the judge here.
form() { # NAME STATUS: what the judge's status says of it
    if [ "$2" -eq 0 ]; then echo "PASS $1"; else echo "FAIL $1: $(tail -1 "$work/judged" | cut -c1-200)"; fi
}
if command -v python3 >/dev/null; then
    "$tool" --no-shim --format sarif "$work/fortify" "$work/hello" >"$work/sarif" 2>/dev/null
    python3 - "$work/sarif" >"$work/judged" 2>&1 <<'END'
import json, sys
log = json.load(open(sys.argv[1])); run = log["runs"][0]
rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
assert log["version"] == "2.1.0" and run["results"]
for result in run["results"]:
    assert result["ruleId"] in rules and result["level"] in ("note", "warning", "error") and result["message"]["text"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].startswith("file:///")
END
    form 'SARIF: a result per finding, each with a known rule' $?
    "$tool" --no-shim --format junit "$work/fortify" "$work/hello" "$work/text" >"$work/junit" 2>/dev/null
    python3 - "$work/junit" >"$work/judged" 2>&1 <<'END'
import sys, xml.etree.ElementTree as tree
suite = tree.parse(sys.argv[1]).getroot()
assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("3", "1", "1"), suite.attrib
END
    form 'JUnit: failures and errors are counted' $?
    "$tool" --no-shim --format jsonl "$work/fortify" "$work/hello" >"$work/jsonl" 2>/dev/null
    python3 - "$work/jsonl" >"$work/judged" 2>&1 <<'END'
import json, sys
records = [json.loads(line) for line in open(sys.argv[1])]
assert [record["record"] for record in records] == ["header", "file", "file", "end"], records
assert sorted(record["verdict"] for record in records[1:3]) == ["FAILS", "RUNS"]
assert records[3]["files"] == 2
END
    form 'JSON lines: a header, an object per file, an end' $?
else
    echo 'SKIP other forms of the report: no python3 to read them'
fi
# A command says which forms it has, and writes no other in their place.
for command in "deps $work/hello" "dump $work/hello" "layout x --provider $work/hello" \
    "symbols --provider $work/hello --reference glibc-2.36"; do
    # shellcheck disable=SC2086 # words
    "$tool" $command --format sarif >"$work/said" 2>&1; got=$?
    [ $got -eq 2 ] && grep -q 'this command has text and json' "$work/said" &&
        echo "PASS ${command%% *} has no SARIF and says so" ||
        echo "FAIL ${command%% *} has no SARIF and says so: status $got"
done
# A hash against another program's, for files without a build-id.
gcc -Wl,--build-id=none "$work/f.c" -shared -o "$work/noid.so"
want=$(sha256sum <"$work/noid.so" | cut -d' ' -f1)
"$tool" --no-shim --format json "$work/noid.so" | grep -q "\"sha256\": \"$want\""
form 'sha256 equals sha256sum' $?
# Colour: only where asked for.
case $("$tool" --no-shim --color always "$work/hello") in
*$'\033'*) echo 'PASS --color always' ;;
*) echo 'FAIL --color always: no colour' ;;
esac
case $(NO_COLOR=1 CLICOLOR_FORCE=1 "$tool" --no-shim "$work/hello") in
*$'\033'*) echo 'FAIL NO_COLOR: colour' ;;
*) echo 'PASS NO_COLOR beats CLICOLOR_FORCE' ;;
esac
