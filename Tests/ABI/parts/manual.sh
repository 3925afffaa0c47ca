# The manual page and --help name the same options and the same commands.
manual=$top/docs/abi-check.1.scd
commands=$("$tool" --help | sed -n '/^SUBCOMMANDS:/,/^$/s/^  \([a-z][a-z]*\) .*/\1/p')
[ "$(wc -w <<<"$commands")" -ge 7 ] || echo 'FAIL manual: --help lists no commands'
for command in $commands; do
    grep -q "^\*abi-check\* .*$command\|^\*abi-check $command\*" "$manual" &&
        echo "PASS manual: the command $command" ||
        echo "FAIL manual: the command $command: not in the synopsis"
    "$tool" "$command" --help | sed -n 's/^  \(-[^ ,]*\)\(, \(--[a-z-]*\)\)\{0,1\}.*/\1\n\3/p'
done | tee "$work/helped" | grep '^PASS\|^FAIL'
grep -v '^PASS\|^FAIL' "$work/helped" | grep . | sort -u >"$work/options-help"
# Every option of the page stands there in bold; what its synopsis names stands there plainly.
grep -oE -- '(\*| )--?[a-zA-Z0-9][a-z-]*' "$manual" | tr -d '* ' | sort -u >"$work/options-manual"
printf '%s\n' -h --help --version >"$work/options-usual"
missing=$(sort -u "$work/options-manual" "$work/options-usual" | comm -23 "$work/options-help" -)
[ -s "$work/options-help" ] && [ -z "$missing" ] && echo 'PASS manual: every option of --help' ||
    echo "FAIL manual: every option of --help: not" $missing
unknown=$(comm -13 "$work/options-help" "$work/options-manual")
[ -z "$unknown" ] && echo 'PASS manual: no option that --help does not have' ||
    echo "FAIL manual: no option that --help does not have:" $unknown
