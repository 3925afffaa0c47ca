# What examples/ shows, run as it stands: engines that scan in shards, the action, the hook.
examples=$top/examples; export ABI_CHECK=$tool
tree=$work/tree; mkdir -p "$tree/with blank"
for name in hello fortify regexec relr weak; do cp "$work/$name" "$tree/"; done
cp "$work/fcntl64" "$tree/with blank/it's"
options=(--no-shim --target musl-1.2.3)
"$tool" "${options[@]}" --format jsonl "$tree" 2>/dev/null | "$tool" merge --format json - >"$work/wanted.json"
same() { # NAME COMMAND...: writes the report that one run writes
    local name=$1; shift
    timeout 300 "$@" >"$work/got.json" 2>"$work/got.err"
    if cmp -s "$work/got.json" "$work/wanted.json"; then echo "PASS $name"
    else echo "FAIL $name: another report: $(tail -1 "$work/got.err" | cut -c1-200)"; fi
}
engine() { # NAME COMMAND...: with PARTS in the command; from the start, after a kill, and with nothing left to do
    local name=$1; shift
    same "$name" "${@//PARTS/$work/parts-$name}"
    # A worker that was killed has a part with a cut line; another has not begun.
    local parts=("$work/parts-$name"/part-*.jsonl)
    truncate -s -40 "${parts[0]}"; rm -f "${parts[1]}"
    same "$name goes on after a kill" "${@//PARTS/$work/parts-$name}"
    same "$name with nothing left to do" "${@//PARTS/$work/parts-$name}"
}
if parallel --version 2>/dev/null | grep -q '^GNU parallel'; then
    engine 'GNU parallel' "$examples/whole-distribution/scan-parallel" 4 PARTS "${options[@]}" "$tree"
    "$examples/whole-distribution/scan-parallel" 2 "$work/parts-bad" --target musl-9.9 "$tree" >"$work/said" 2>&1; \
        got=$?
    [ $got -ne 0 ] && grep -q 'no such target' "$work/said" && echo 'PASS GNU parallel: a wrong option ends the scan' ||
        echo "FAIL GNU parallel: a wrong option ends the scan: status $got"
else
    echo 'SKIP GNU parallel: not installed'
fi
if /usr/bin/python3 -c 'import distributed' 2>/dev/null; then
    engine 'Dask with two workers' /usr/bin/python3 "$examples/whole-distribution/scan_dask.py" \
        --workers 2 --shards 4 --parts PARTS -- "${options[@]}" "$tree"
else
    echo 'SKIP Dask with two workers: python3-distributed is not installed'
fi
if ! /usr/bin/python3 -c 'import yaml' 2>/dev/null; then echo \
    'SKIP action, pre-commit: python3-yaml is not installed'; return; fi
# The action's step as a runner runs it: the inputs' defaults, then the script under bash.
cat >"$work/step.py" <<'END'
import re, shlex, sys, yaml
action = yaml.safe_load(open(sys.argv[1]))
inputs = {name: str(entry.get("default", "")) for name, entry in action["inputs"].items()}
for word in sys.argv[3:]:
    name, value = word.split("=", 1)
    assert name in inputs, name
    inputs[name] = value
missing = [name for name, entry in action["inputs"].items() if entry.get("required") and not inputs[name]]
assert not missing, missing
assert action["runs"]["using"] == "composite"
(step,) = action["runs"]["steps"]
assert "${{" not in step["run"], "an input in the script's text would be run"
for entry in action["outputs"].values():
    assert re.fullmatch(r"\$\{\{ steps\.(\w+)\.outputs\.\w+ \}\}", entry["value"]).group(1) == step["id"]
with open(sys.argv[2], "w") as file:
    for name, value in step["env"].items():
        value = re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: inputs[match.group(1)], value)
        file.write(f"export {name}={shlex.quote(value)}\n")
    file.write(step["run"])
END
action() { # INPUT=VALUE...
    rm -rf "$work/runner"; mkdir "$work/runner"
    /usr/bin/python3 "$work/step.py" "$examples/github-action/action.yml" "$work/step" "$@" || return 99
    (cd "$work" &&
        export RUNNER_TEMP=$work/runner GITHUB_OUTPUT=$work/runner/output GITHUB_STEP_SUMMARY=$work/runner/summary &&
        timeout 300 bash --noprofile --norc -eo pipefail "$work/step" >"$work/said" 2>&1)
}
action tool="$tool" paths='tree/hello tree/regexec' arguments='--no-shim --target musl-1.2.5'; got=$?
[ $got -eq 0 ] && grep -q 'RISKY' "$work/runner/summary" && echo 'PASS action: no error is success' ||
    echo "FAIL action: no error is success: status $got, $(tail -1 "$work/said")"
action tool="$tool" paths='tree/*' arguments="${options[*]}"; got=$?
forms=$(cut -d= -f1 "$work/runner/output" | tr '\n' ' ')
[ $got -eq 1 ] && [ "$forms" = 'json sarif html ' ] && [ -s "$work/runner/abi-check/report.sarif" ] &&
    echo 'PASS action: a finding fails the job and leaves the reports' ||
    echo "FAIL action: a finding fails the job and leaves the reports: status $got, $(tail -1 "$work/said")"
cp "$work/runner/abi-check/report.json" "$work/action-baseline.json"
action tool="$tool" paths='tree/*' arguments="${options[*]}" baseline="$work/action-baseline.json"; got=$?
[ $got -eq 0 ] && echo 'PASS action: with its own report as baseline nothing is new' ||
    echo "FAIL action: with its own report as baseline nothing is new: status $got"
# shellcheck disable=SC2016 # not expanded is what is tested
action tool="$tool" paths='tree/$(touch${IFS}run-by-mistake) tree/hello' arguments='--no-shim'; got=$?
[ ! -e "$work/run-by-mistake" ] && [ $got -eq 3 ] && echo 'PASS action: an input is never run' ||
    echo "FAIL action: an input is never run: status $got"
# The hook: its files are those that a commit of a built tree has, and its command says what the tool says.
repository=$work/repository; mkdir -p "$repository/usr/bin" "$work/bin"; ln -sf "$tool" "$work/bin/abi-check"
cp "$work/hello" "$repository/usr/bin/hello"; cp "$work/fcntl64" "$repository/libfcntl.so.1"; echo text \
    >"$repository/readme"
cat >"$work/hook.py" <<'END'
import re, shlex, subprocess, sys, yaml
(hook,) = yaml.safe_load(open(sys.argv[1] + "/.pre-commit-hooks.yaml"))
(local,) = yaml.safe_load(open(sys.argv[1] + "/.pre-commit-config.yaml"))["repos"][0]["hooks"]
del hook["description"]
arguments = local.pop("args")
assert hook == local, "the two say different things"
files = [path for path in ("usr/bin/hello", "libfcntl.so.1", "readme") if re.search(hook["files"], path)]
assert files == ["usr/bin/hello", "libfcntl.so.1"], files


def run(paths):
    return subprocess.run(shlex.split(hook["entry"]) + arguments + paths, capture_output=True, text=True)


assert run(files[:1]).returncode == 0, run(files[:1])
found = run(files)
assert found.returncode == 1 and "fcntl64 missing" in found.stdout, found
END
if (cd "$repository" &&
    PATH=$work/bin:$PATH timeout 300 /usr/bin/python3 "$work/hook.py" "$examples/pre-commit") >"$work/said" 2>&1
then echo 'PASS pre-commit: the hook runs and stops a commit'
else echo "FAIL pre-commit: the hook runs and stops a commit: $(tail -1 "$work/said")"; fi
if command -v pre-commit >/dev/null; then
    cp "$examples/pre-commit/.pre-commit-config.yaml" "$repository/"; chmod +x "$repository/usr/bin/hello" \
        "$repository/libfcntl.so.1"
    (cd "$repository" && export HOME=$work PATH=$work/bin:$PATH && git init -q . && git add -A &&
        timeout 300 pre-commit run --all-files) >"$work/said" 2>&1
    got=$?; [ $got -eq 1 ] && grep -q 'fcntl64 missing' "$work/said" && echo 'PASS pre-commit itself runs the hook' ||
        echo "FAIL pre-commit itself runs the hook: status $got, $(tail -1 "$work/said")"
else
    echo 'SKIP pre-commit itself runs the hook: not installed'
fi
