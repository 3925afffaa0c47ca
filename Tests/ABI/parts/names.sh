# Names of files: any bytes, patterns, lists.
names=$work/names; mkdir -p "$names/d"$'\xff'
odd=$names/caf$'\xe9'.so; pua=$names/$'\xee\xbe\x80'.so
cp "$work/fortify" "$odd"; cp "$work/fortify" "$pua"; cp "$work/hello" "$names/d"$'\xff/in.so'
cp "$work/hello" "$names/two"$'\n'"lines.so"
plain() { timeout 300 "$tool" --no-shim --target musl-1.2.3 "$@" 2>/dev/null; }
plain "$odd" | grep -qF 'FAILS  '"$names"'/caf\xE9.so' && echo 'PASS names: not UTF-8, named and shown' ||
    echo "FAIL names: not UTF-8, named and shown: $(plain "$odd" | head -1)"
plain --format json "$names" >"$work/names.json"
python3 - "$work/names.json" "$odd" "$pua" "$names" <<'END_OF_PROGRAM' >"$work/judged" 2>&1 &&
import json, os, sys, urllib.parse
report = json.loads(open(sys.argv[1], "rb").read().decode("utf-8", "strict"))
paths = {file["path"]: file for file in report["files"]}
def name(path):  # the bytes that a path of the report stands for
    return b"".join(bytes([ord(c) & 255]) if 0xef80 <= ord(c) <= 0xefff else c.encode() for c in path)
there = {os.path.join(folder, file) for folder, _, files in os.walk(os.fsencode(sys.argv[4])) for file in files}
assert {name(path) for path in paths} == there, paths.keys()
for path, file in paths.items():
    assert file["verdict"] == ("FAILS" if name(path) in map(os.fsencode, sys.argv[2:4]) else "RUNS"), path
    if "uri" in file:
        assert urllib.parse.unquote_to_bytes(file["uri"][7:]) == name(path), file["uri"]
assert sum("uri" in file for file in paths.values()) == 3
END_OF_PROGRAM
    echo 'PASS names: JSON keeps every byte' || echo "FAIL names: JSON keeps every byte: $(tail -1 "$work/judged")"
"$here/schemas/validate" "$top/docs/abi-check-1.schema.json" "$work/names.json" >"$work/judged" 2>&1 &&
    echo 'PASS names: the schema knows it' || echo "FAIL names: the schema knows it: $(tail -1 "$work/judged")"
plain --resume "$work/names.jsonl" "$names" >/dev/null; lines=$(wc -l <"$work/names.jsonl")
plain --resume "$work/names.jsonl" "$names" >/dev/null
[ "$lines" = "$(wc -l <"$work/names.jsonl")" ] && [ "$lines" -ge 6 ] && echo 'PASS names: a run goes on after them' ||
    echo 'FAIL names: a run goes on after them'
plain --format sarif "$odd" | grep -q 'caf%E9.so' && echo 'PASS names: SARIF has the byte' ||
    echo 'FAIL names: SARIF has the byte'
find "$names" -name '*.so' -print0 | plain --files-from - -0 -q | grep -cF " $names/" | grep -qx 4 &&
    echo 'PASS names: ended by NUL' || echo 'FAIL names: ended by NUL'
plain -q "$names/caf*" "$names/[t]wo*" | grep -cF " $names/" | grep -qx 2 && echo 'PASS names: patterns' ||
    echo 'FAIL names: patterns'
mkdir -p "$names/root/opt"; cp "$work/hello" "$work/weak" "$names/root/opt/"
plain -q --sysroot "$names/root" '/opt/*' | grep -c 'RUNS *[/]opt/' | grep -qx 2 &&
    echo 'PASS names: a pattern in the sysroot' ||
    echo 'FAIL names: a pattern in the sysroot'
plain "$names/none*"; [ $? -eq 3 ] && echo 'PASS names: a pattern without a match is no file' ||
    echo 'FAIL names: a pattern without a match is no file'
