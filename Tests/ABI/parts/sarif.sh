# SARIF beside the standard's own schema, which a Debian package of another program carries: fetched, not kept here.
# schemas/sarif-2.1.0.schema.json stays beside it, because it is closed to what abi-check does not write.
official=
if (cd "$top" && tools/fetch-suite forky build/sarif-schema librust-serde-sarif-dev) 2>"$work/log"; then
    official=$(find "$top/build/sarif-schema/usr/share/cargo/registry" -path '*/serde-sarif-*/src/schema.json' |
        head -1)
fi
if [ -z "$official" ]; then
    echo "SKIP SARIF against the standard's schema: not fetched: $(head -1 "$work/log")"
elif ! /usr/bin/python3 -c 'import jsonschema' 2>/dev/null; then
    echo "SKIP SARIF against the standard's schema: python3-jsonschema is not installed"
else
    sarif=$work/sarif.d; mkdir -p "$sarif"
    timeout 300 "$tool" --no-shim --format sarif "$hostile" >"$sarif/findings.json" 2>/dev/null
    timeout 300 "$tool" --no-shim --format sarif --baseline "$forms/scan.json" "$hostile" >"$sarif/baseline.json" \
        2>/dev/null
    timeout 300 "$tool" --no-shim --format sarif "$work/hello" >"$sarif/none.json" 2>/dev/null
    timeout 300 "$tool" merge --format sarif "$forms/cut.lines" >"$sarif/incomplete.json" 2>/dev/null
    sed 's|"level": "error"|"level": "perhaps"|' "$sarif/findings.json" >"$work/perhaps.sarif"
    /usr/bin/python3 - "$official" "$work/perhaps.sarif" "$sarif"/*.json <<'END_OF_PROGRAM' >"$work/judged" 2>&1 &&
import json, sys
import jsonschema
schema = json.load(open(sys.argv[1]))
assert schema["$id"].endswith("sarif-schema-2.1.0.json"), schema["$id"]
kind = jsonschema.validators.validator_for(schema)
kind.check_schema(schema)
judge = kind(schema, format_checker=jsonschema.FormatChecker())
assert not judge.is_valid(json.load(open(sys.argv[2]))), "an unknown level is taken"
results = 0
for path in sys.argv[3:]:
    log = json.load(open(path))
    error = jsonschema.exceptions.best_match(judge.iter_errors(log))
    assert error is None, f"{path}: {list(error.absolute_path)}: {error.message[:200]}"
    results += len(log["runs"][0]["results"])
assert results > 10, f"only {results} results were judged"
END_OF_PROGRAM
        echo "PASS SARIF: valid by the standard's schema, $(basename "$(dirname "$(dirname "$official")")")" ||
        echo "FAIL SARIF: valid by the standard's schema: $(tail -1 "$work/judged" | cut -c1-300)"
fi
