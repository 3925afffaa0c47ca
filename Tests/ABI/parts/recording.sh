# Whole distributions: shards, runs that were killed, one report out of many, and what is new since an earlier one.
scan=$work/scan; mkdir -p "$scan/deep"
for name in hello fortify regexec fcntl64 relr missing-library weak; do cp "$work/$name" "$scan/"; done
cp "$work/fcntl64" "$scan/deep/größe \"🐚\".so"
cp "$work/fortify" "$scan/deep/fortify & \"more\" <b>.so"; cp "$work/text" "$scan/deep/"; cp "$work/cut.so" \
    "$scan/deep/"
runs() { timeout 300 "$tool" --no-shim --target musl-1.2.3 "$@"; }
said() { # NAME STATUS TEXT COMMAND...: the status, and a text on stdout or stderr
    local name=$1 status=$2 text=$3; shift 3
    "$@" >"$work/said" 2>&1 </dev/null; local got=$?
    if [ $got -ne "$status" ]; then echo "FAIL $name: status $got, not $status: $(head -1 "$work/said")"
    elif ! grep -qF -- "$text" "$work/said"; then echo "FAIL $name: does not say '$text': $(head -1 "$work/said")"
    else echo "PASS $name"; fi
}
runs --format jsonl -o "$work/whole.jsonl" "$scan" 2>/dev/null
for i in 1 2 3; do runs --shard $i/3 --resume "$work/part-$i.jsonl" "$scan" 2>/dev/null; done
bad=
for format in text json jsonl sarif junit; do
    "$tool" merge --format $format "$work/whole.jsonl" >"$work/merged-1" 2>&1
    "$tool" merge --format $format "$work"/part-{3,1,2}.jsonl >"$work/merged-3" 2>&1
    cat "$work"/part-{2,1,3}.jsonl | "$tool" merge --format $format - >"$work/merged-stdin" 2>&1
    [ -s "$work/merged-1" ] && cmp -s "$work/merged-1" "$work/merged-3" &&
        cmp -s "$work/merged-1" "$work/merged-stdin" || bad="$bad $format"
done
[ -z "$bad" ] && echo 'PASS merge: same bytes whatever the sharding, in every form' ||
    echo "FAIL merge: same bytes whatever the sharding:$bad differ"
runs --format json "$scan" 2>/dev/null | grep -v elapsed_ms | sed 's|"files": \([0-9]*\),$|"files": \1|' \
    >"$work/direct.json"
"$tool" merge --format json "$work"/part-{1,2,3}.jsonl | cmp -s - "$work/direct.json" &&
    echo 'PASS merge: the JSON that one run writes, but for the time' ||
        echo 'FAIL merge: the JSON that one run writes, but for the time'
lines=$(cat "$work"/part-?.jsonl | grep -c '"record":"\(file\|skipped\)"')
[ "$lines" -eq "$(find "$scan" -type f | wc -l)" ] && echo 'PASS shards: every file in one of them' ||
    echo "FAIL shards: every file in one of them: $lines"
said 'merge: a missing shard is told' 1 'missing: shard 2/3' "$tool" merge "$work"/part-{1,3}.jsonl
"$tool" merge --format sarif "$work"/part-{1,3}.jsonl 2>/dev/null | grep -q '"executionSuccessful": false' &&
    echo 'PASS merge: SARIF says that a part is missing' || echo 'FAIL merge: SARIF says that a part is missing'
runs --target musl-1.2.5 --shard 2/3 --format jsonl "$scan" >"$work/other.jsonl" 2>/dev/null
said 'merge refuses mixed targets' 2 'target version 1.2.5, not 1.2.3 as in' "$tool" merge "$work/part-1.jsonl" \
    "$work/other.jsonl"
sed 's|"version":"[^"]*"},"target"|"version":"0.0.0"},"target"|' "$work/part-2.jsonl" >"$work/older.jsonl"
said 'merge refuses another version of the tool' 2 'from abi-check 0.0.0, not' "$tool" merge "$work/part-1.jsonl" \
    "$work/older.jsonl"
sed 's|"verdict":"FAILS"|"verdict":"RUNS"|' "$work/whole.jsonl" >"$work/differs.jsonl"
said 'merge refuses two verdicts on one file' 2 'judged differently' "$tool" merge "$work/whole.jsonl" \
    "$work/differs.jsonl"
said 'merge: a line that is lost is told' 2 'lines are lost' "$tool" merge <(sed 3d "$work/whole.jsonl")
said 'merge: text that is not JSON' 2 'not JSON lines of abi-check: not a value (byte 1)' "$tool" merge "$work/text"
said 'merge: a JSON document is not JSON lines' 2 'not JSON lines' "$tool" merge "$work/direct.json"
said 'merge: an empty file' 2 'empty' "$tool" merge /dev/null
head -c 2000000 /dev/zero | tr '\0' '[' >"$work/deep.json"; echo >>"$work/deep.json"
said 'merge: nesting has a bound' 2 'nested deeper than 64 levels' "$tool" merge "$work/deep.json"
# Other writers of JSON escape and space otherwise: the same records.
python3 -c 'import json, sys
for line in open(sys.argv[1]): print(json.dumps(json.loads(line)))' "$work/whole.jsonl" >"$work/spaced.jsonl"
"$tool" merge --format json "$work/spaced.jsonl" | cmp -s - "$work/direct.json" &&
    echo 'PASS merge: JSON as other programs write it' || echo 'FAIL merge: JSON as other programs write it'
# A run that is killed in the middle of a line: told, and the same command goes on.
head -c $(($(stat -c %s "$work/whole.jsonl") / 2)) "$work/whole.jsonl" >"$work/killed.jsonl"
said 'merge: a killed run is told' 1 'the run was killed; go on with abi-check --resume' "$tool" merge \
    "$work/killed.jsonl"
runs --resume "$work/killed.jsonl" "$scan" 2>/dev/null
"$tool" merge --format json "$work/killed.jsonl" | cmp -s - "$work/direct.json" &&
    echo 'PASS --resume after a cut line: the same report' ||
    echo 'FAIL --resume after a cut line: the same report'
before=$(sha256sum <"$work/killed.jsonl"); runs --resume "$work/killed.jsonl" "$scan" 2>/dev/null; got=$?
[ $got -eq 1 ] && [ "$before" = "$(sha256sum <"$work/killed.jsonl")" ] &&
    echo 'PASS --resume of a finished run checks nothing again' ||
    echo "FAIL --resume of a finished run checks nothing again: status $got"
# The same inside an archive: its members that were written before the kill count once.
mkdir -p "$work/packed"; (cd "$scan" && python3 -m zipfile -c "$work/packed/three.zip" hello fortify relr) &&
    cp "$work/weak" "$work/packed/"
runs --format jsonl --resume "$work/zip.jsonl" "$work/packed" 2>/dev/null; "$tool" merge --format json \
    "$work/zip.jsonl" >"$work/zip.json"
grep -n '"container":"' "$work/zip.jsonl" | sed -n '2s/:.*//p' >"$work/at"
sed "$(cat "$work/at")q" "$work/zip.jsonl" >"$work/half.jsonl"; printf '{"record":"fi' >>"$work/half.jsonl"
runs --resume "$work/half.jsonl" "$work/packed" 2>/dev/null
"$tool" merge --format json "$work/half.jsonl" | cmp -s - "$work/zip.json" &&
    echo 'PASS --resume inside an archive: the same report' ||
    echo 'FAIL --resume inside an archive: the same report'
for _ in $(seq 30); do find /usr/lib/x86_64-linux-gnu -maxdepth 1 -name '*.so*' -type f; done | head -4000 >"$work/long"
(cd "$work" &&
    exec "$tool" --no-shim -j 1 --no-libraries --files-from "$work/long" --resume "$work/sigkill.jsonl") 2>/dev/null \
        & pid=$!
for _ in $(seq 3000); do [ -s "$work/sigkill.jsonl" ] && break; sleep 0.02; done
kill -KILL $pid 2>/dev/null; { wait $pid; } 2>/dev/null; got=$?
if [ $got -ne 137 ]; then echo 'SKIP SIGKILL leaves whole records: the run was over before'
else
    # Status 1 or 3: whether something was found before the kill is chance.
    "$tool" merge "$work/sigkill.jsonl" 2>&1 >/dev/null | grep -q 'the run was killed' &&
        echo 'PASS SIGKILL: merge says so' ||
        echo 'FAIL SIGKILL: merge says so'
    head -1 "$work/sigkill.jsonl" | grep -q '"record":"header"' && echo 'PASS SIGKILL leaves whole records' ||
        echo 'FAIL SIGKILL leaves whole records'
fi
said '--resume with another target' 2 'begun against another target: now version 1.2.5, not 1.2.3' runs --target \
    musl-1.2.5 --resume "$work/killed.jsonl" "$scan"
said '--resume with another shard' 2 'holds shard 1/3, not 2/3' runs --shard 2/3 --resume "$work/part-1.jsonl" "$scan"
said '--resume and -o' 2 'leave out -o' runs --resume "$work/x" -o "$work/y" "$scan"
(flock 9; said '--resume beside another run' 2 'another run is writing it' runs --resume "$work/killed.jsonl" \
    "$scan") 9>>"$work/killed.jsonl"
for shard in 0/3 4/3 1 a/b 1/2/3; do runs --shard $shard "$scan" >"$work/said" 2>&1; [ $? -eq 2 ] ||
    echo "FAIL --shard $shard is refused"; done
echo 'PASS --shard: what is no part is refused'
# A baseline: only what is new counts.
runs --format json "$scan/fortify" "$scan/hello" "$scan/fcntl64" >"$work/baseline.json" 2>/dev/null
said '--baseline: nothing new is status 0' 0 'since the baseline: 0 new, ' runs --baseline "$work/baseline.json" \
    "$scan/fortify" "$scan/hello"
said '--baseline: one file says what is known' 0 'known: 1 finding is in the baseline' runs --baseline \
    "$work/baseline.json" "$scan/fcntl64"
said '--baseline -v names it' 0 'known error[missing-symbol]' runs -v --baseline "$work/baseline.json" "$scan/fcntl64"
said '--baseline: JSON lines too' 0 'since the baseline: 0 new, ' runs --baseline "$work/whole.jsonl" \
    "$scan"/{hello,fortify,fcntl64}
said '--baseline: a file that it does not have is new' 1 '[missing-library]' runs --baseline "$work/baseline.json" \
    "$scan/missing-library"
sed '/"rule": "missing-symbol"/s|missing-symbol|relr|' "$work/baseline.json" >"$work/less.json"
said '--baseline: another rule is new, the old one gone' 1 'gone: 1 finding of the baseline' runs --baseline \
    "$work/less.json" "$scan/fcntl64"
sed 's|"severity": "error"|"severity": "note"|' "$work/baseline.json" >"$work/milder.json"
said '--baseline: what counted less then is new' 1 'error[missing-symbol]' runs --baseline "$work/milder.json" \
    "$scan/fcntl64"
said '--baseline: merge has it too' 0 'since the baseline: 0 new, ' "$tool" merge --baseline "$work/whole.jsonl" \
    "$work"/part-{1,2,3}.jsonl
said '--baseline: JUnit fails only for what is new' 0 'failures="0"' runs --format junit --baseline \
    "$work/whole.jsonl" "$scan"/{hello,fortify,fcntl64}
said '--baseline: SARIF calls it unchanged' 0 '"baselineState": "unchanged"' runs --format sarif --baseline \
    "$work/baseline.json" "$scan/fcntl64"
"$tool" dump "$work/f.so" >"$work/dump.tsv"
said '--baseline: a table of exports is not one' 2 'a table of exports (abi-check dump)' runs --baseline \
    "$work/dump.tsv" "$scan/hello"
said '--baseline: nothing there' 2 'no such file' runs --baseline "$work/nothing-here" "$scan/hello"
# Damaged recordings: a message, never a crash.
rm -rf "$work/fuzz"; mkdir "$work/fuzz"; "$work/mutate" "$work/whole.jsonl" "$work/fuzz" 300 "${FUZZ_SEED:-1}"; bad=0
for file in "$work"/fuzz/*; do
    [ -s "$file" ] || { echo 'FAIL fuzz merge: nothing was damaged'; bad=1; break; }
    (ulimit -v 4000000; timeout 300 "$tool" merge "$file") >/dev/null 2>"$work/fuzz.err"; got=$?
    case $got in 0|1|2|3) ;; *) bad=1; cp "$file" "$top/$build/fuzz-recording-${file##*/}"; echo \
        "FAIL fuzz merge, ${file##*/}: status $got" ;; esac
done
[ $bad -eq 0 ] && echo 'PASS fuzz: damaged recordings are refused, not crashed on'
