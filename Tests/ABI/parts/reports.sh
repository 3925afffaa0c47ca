# Every form of the report against its schema; and the page: well-formed, self-contained, safe with hostile names, and
# seen in a browser.
# python3-jsonschema and libxml2-utils are the judges; a Chromium, where there is one, is the reader.
python=/usr/bin/python3
judge() { # NAME COMMAND...: a command that says what is wrong, if anything
    local name=$1; shift
    if "$@" >"$work/judged" 2>&1; then echo "PASS $name"; else echo \
        "FAIL $name: $(tail -1 "$work/judged" | cut -c1-300)"; fi
}
hostile=$work/hostile; mkdir -p "$hostile"
for name in '<script>alert(1)<\/script>.so' '" onmouseover="alert(1)' "it's & <b>bold<\/b>" $'two\nlines' \
    $'\033[31mred' $'turned\xe2\x80\xaefdp.so' 'javascript:alert(1)'; do
    cp "$work/fcntl64" "$hostile/${name//\\\//_}"
done
cp "$work"/{fortify,regexec,relr,missing-library,hello,cut.so,text} "$hostile/"; mkdir -p "$hostile/locked"
report() { timeout 300 "$tool" --no-shim --target musl-1.2.3 "$@" 2>/dev/null; }
forms=$work/forms; mkdir -p "$forms"
report --format json "$hostile" >"$forms/scan.json"; report --format jsonl "$hostile" >"$forms/scan.jsonl"
report --format json --baseline "$forms/scan.json" --max-glibc 2.17 "$hostile" "$work/fifo-that-is-not-there" \
    >"$forms/baseline.json"
report --format json --sysroot / "$work/hello" >"$forms/one.json"
timeout 300 "$tool" --target glibc-2.31 --format json "$work/hello" "$work/static" "$work/musl" >"$forms/glibc.json" \
    2>/dev/null
report --shard 1/2 --format jsonl "$hostile" >"$forms/shard.jsonl"; head -c 3000 "$forms/shard.jsonl" \
    >"$forms/cut.lines"
"$tool" merge --format json "$forms/cut.lines" >"$forms/merged.json" 2>/dev/null
timeout 300 "$tool" deps --no-shim --format json "$work/missing-library" >"$forms/deps.json" 2>/dev/null
timeout 300 "$tool" symbols --names 'p*' --provider "$work/libf.so" --reference glibc-2.36 --format json \
    >"$forms/symbols.json" 2>/dev/null ||
    timeout 300 "$tool" symbols --names 'p*' --provider musl-1.2.5 --reference glibc-2.36 --format json \
        >"$forms/symbols.json" 2>/dev/null
timeout 300 "$tool" layout regmatch_t nothing_t --provider "$work/types-musl.so" --reference "$work/types-5.so" \
    --format json >"$forms/layout.json" 2>/dev/null
timeout 300 "$tool" layout --provider "$work/types-5.so" --format json >"$forms/layouts.json" 2>/dev/null
timeout 300 "$tool" dump --format json "$work/f.so" >"$forms/dump.json" 2>/dev/null
if "$python" -c 'import jsonschema' 2>/dev/null; then
    judge 'JSON schema: every report, and nothing that it does not describe' "$here/schemas/validate" \
        "$top/docs/abi-check-1.schema.json" "$forms"/*.json "$forms"/*.jsonl
    sed 's|"verdict": "FAILS"|"verdict": "PERHAPS"|' "$forms/scan.json" >"$work/perhaps.json"
    if "$here/schemas/validate" "$top/docs/abi-check-1.schema.json" "$work/perhaps.json" >/dev/null 2>&1; then
        echo 'FAIL JSON schema refuses an unknown verdict'
    else echo 'PASS JSON schema refuses an unknown verdict'; fi
    report --format sarif "$hostile" >"$work/scan.sarif.json"
    report --format sarif --baseline "$forms/scan.json" "$hostile" >"$work/known.sarif.json"
    judge 'SARIF: valid for 2.1.0' "$here/schemas/validate" "$here/schemas/sarif-2.1.0.schema.json" \
        "$work/scan.sarif.json" "$work/known.sarif.json"
else
    echo 'SKIP JSON schema, SARIF: python3-jsonschema is not installed'
fi
report --format junit "$hostile" >"$work/scan.junit.xml"; report --format junit --fail-on warning --baseline \
    "$forms/scan.json" "$hostile" >"$work/known.junit.xml"
if command -v xmllint >/dev/null; then
    judge 'JUnit: valid' xmllint --noout --schema "$here/schemas/junit.xsd" "$work/scan.junit.xml" \
        "$work/known.junit.xml"
else
    echo 'SKIP JUnit: valid: xmllint (libxml2-utils) is not installed'
fi
# A terminal obeys no file name.
report -v "$hostile" >"$work/plain.txt"
if LC_ALL=C grep -qP '[\x00-\x08\x0b-\x1f\x7f]|\xe2\x80\xae' "$work/plain.txt"; then echo \
    'FAIL text: no control character of a name gets through'
elif ! grep -qF '\u{1B}[31mred' "$work/plain.txt"; then echo 'FAIL text: a control character of a name is written out'
else echo 'PASS text: control characters of names are written out'; fi
# The page.
report --format html "$hostile" >"$work/scan.html"; report --format html "$work/missing-library" >"$work/one.html"; \
    report --format html "$work/hello" >"$work/fine.html"
judge 'HTML: well-formed, self-contained, hostile names are text' "$here/schemas/page" "$work/scan.html" \
    '<script>alert(1)<_script>.so' '" onmouseover="alert(1)' "it's & <b>bold<_b>" 'two\u{A}lines' '\u{1B}[31mred' \
        'turned\u{202E}fdp.so' \
    'FAILS' 'RUNS' 'missing-symbol' 'fcntl64' 'Missing symbols by library' 'Not checked' 'the file is cut short'
judge 'HTML: a page for one file' "$here/schemas/page" "$work/one.html" 'FAILS' 'missing-library' 'Fix:' 'Dependencies'
judge 'HTML: a page with nothing to say' "$here/schemas/page" "$work/fine.html" 'RUNS' 'Nothing was found'
if command -v xmllint >/dev/null; then
    # Its parser is of HTML 4 and does not know newer elements; all else that it says counts.
    xmllint --html --noout "$work/scan.html" 2>&1 | grep 'error :' | grep -v 'Tag [a-z]* invalid' >"$work/xmllint"
    [ -s "$work/xmllint" ] && echo "FAIL HTML: xmllint: $(head -1 "$work/xmllint")" ||
        echo 'PASS HTML: xmllint finds no mistake'
fi
report --format html "$hostile" | cmp -s - "$work/scan.html" && echo 'PASS HTML: the same bytes each time' ||
    echo 'FAIL HTML: the same bytes each time'
browser=$(command -v chromium-headless-shell || command -v chromium || command -v google-chrome)
if [ -z "$browser" ]; then echo 'SKIP HTML in a browser: no Chromium is installed'
else
    browse() { timeout 300 "$browser" --headless=new --no-sandbox --disable-gpu --user-data-dir="$work/browser" \
        --enable-logging=stderr "$@" 2>"$work/browser.err"; }
    browse --dump-dom "file://$work/scan.html" >"$work/dom.html"
    if ! [ -s "$work/dom.html" ]; then echo \
        "SKIP HTML in a browser: it does not start here: $(tail -1 "$work/browser.err" | cut -c1-150)"
    else
        buttons=$(grep -o '<button type="button">' "$work/dom.html" | wc -l); boxes=$(grep -o 'type="checkbox"' \
            "$work/dom.html" | wc -l)
        [ "$buttons" -eq 7 ] && [ "$boxes" -ge 2 ] && echo 'PASS HTML in a browser: the script made its controls' ||
            echo "FAIL HTML in a browser: $buttons buttons, $boxes boxes"
        grep -qiE 'refused to|violat|CONSOLE.*(error|uncaught)' "$work/browser.err" &&
            echo "FAIL HTML in a browser: $(grep -iE -m1 'refused to|violat|CONSOLE' "$work/browser.err" |
                cut -c1-200)" ||
            echo 'PASS HTML in a browser: nothing refused, no error'
        shots=$top/$build/screenshots; mkdir -p "$shots"
        for page in scan one fine; do browse --hide-scrollbars --window-size=1280,1800 \
            --screenshot="$shots/$page.png" "file://$work/$page.html" >/dev/null; done
        [ "$(file -b "$shots/scan.png" | cut -c1-3)" = PNG ] &&
            echo "PASS HTML in a browser: screenshots are in $build/screenshots" ||
                echo 'FAIL HTML in a browser: no screenshot'
    fi
fi
