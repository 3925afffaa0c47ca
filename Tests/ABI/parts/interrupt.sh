# Long runs: progress on a terminal and elsewhere, Ctrl-C, a pipe whose reader has gone.
for _ in 1 2 3 4 5 6 7 8; do find /usr/lib/x86_64-linux-gnu -maxdepth 1 -name '*.so*' -type f; done >"$work/many"
slowly=(--no-shim -j 1 --files-from "$work/many")
head -4000 "$work/many" >"$work/some"; whole=(--no-shim -j 1 --files-from "$work/some")
# Without a terminal a line every 30 s. The run is stopped meanwhile, and everything else goes on; late.sh looks at it.
"$tool" "${slowly[@]}" -o "$work/late.out" 2>"$work/late.err" & late=$!
sleep 0.2; kill -STOP $late 2>/dev/null; late_since=$SECONDS
stopped() { # NAME TEXT FILE: an interrupted run's status, and what marks its report as partial
    if [ $got -eq 130 ] && grep -q "$2" "$3"; then echo "PASS $1"
    elif [ $got -lt 128 ] && ! grep -q "$2" "$3"; then echo "SKIP $1: the run was over before"
    else echo "FAIL $1: status $got"; fi
}
interrupt() { # FORMAT
    "$tool" "${slowly[@]}" --format "$1" >"$work/partial" 2>/dev/null & pid=$!
    sleep 0.15; kill -INT $pid 2>/dev/null; wait $pid; got=$?
}
interrupt text; stopped 'Ctrl-C gives a partial report, marked' '^interrupted: [0-9]* of' "$work/partial"
interrupt json; stopped 'Ctrl-C: JSON is marked' '"interrupted": true' "$work/partial"
interrupt jsonl; stopped 'Ctrl-C: JSON lines end with a mark' '"record":"end","files":[0-9]*,"interrupted":true' \
    "$work/partial"
interrupt html; stopped 'Ctrl-C: the page is marked' 'role="alert">interrupted: ' "$work/partial"
if command -v script >/dev/null; then
    terminal() { script -qec "$*" /dev/null </dev/null; }
    escape=$'\033'
    terminal "'$tool' ${whole[*]} -o '$work/report'" >"$work/typescript"
    if grep -q "$escape\[K\[=*> *\] [0-9]*/[0-9]*  " "$work/typescript"; then echo 'PASS progress on a terminal: a bar'
    else echo "FAIL progress on a terminal: a bar: $(head -c 100 "$work/typescript" | tr '\033\r' '^ ')"; fi
    case $(tail -c 4 "$work/typescript") in $'\r'$escape'[K') echo 'PASS progress on a terminal: cleared at the end' ;;
    *) echo 'FAIL progress on a terminal: cleared at the end' ;; esac
    terminal "'$tool' ${whole[*]} --progress never -o '$work/report'" >"$work/typescript"
    [ -s "$work/typescript" ] && echo 'FAIL progress: --progress never is silent' ||
        echo 'PASS progress: --progress never is silent'
    terminal "'$tool' --no-shim -o '$work/report' /bin/true" >"$work/typescript"
    [ -s "$work/typescript" ] && echo 'FAIL progress: nothing before 300 ms' ||
        echo 'PASS progress: nothing before 300 ms'
    # Ctrl-C at the terminal: the line is cleared before the report.
    terminal "timeout --foreground -s INT 0.6 '$tool' ${slowly[*]} --color never" >"$work/typescript"
    if grep -q '^interrupted: ' "$work/typescript"; then
        sed "s/.*$escape\[K//" "$work/typescript" | grep -q '^FAILS' &&
            echo 'PASS Ctrl-C on a terminal: the bar is cleared, the report follows' ||
            echo 'FAIL Ctrl-C on a terminal: the bar is cleared, the report follows'
    else echo 'SKIP Ctrl-C on a terminal: the run was over before'; fi
else
    echo 'SKIP progress on a terminal: script (util-linux) is not installed'
fi
"$tool" "${whole[@]}" --progress always -o "$work/report" 2>"$work/always"
grep -q '\] [0-9]*/[0-9]*  ' "$work/always" && echo 'PASS progress: --progress always without a terminal' ||
    echo 'FAIL progress: --progress always without a terminal'
# The reader of the pipe goes away: quiet, also where the parent had SIGPIPE ignored, as some supervisors do.
for trapped in '' "trap '' PIPE;"; do
    (eval "$trapped"; "$tool" "${slowly[@]}" --verbose --format json; echo $? >"$work/status") 2>"$work/closed.err" \
        | head -1 >/dev/null
    got=$(cat "$work/status")
    if [ -s "$work/closed.err" ]; then echo \
        "FAIL a closed pipe is quiet${trapped:+, SIGPIPE ignored}: $(head -1 "$work/closed.err")"
    elif [ "$got" -ne 141 ]; then echo "FAIL a closed pipe is quiet${trapped:+, SIGPIPE ignored}: status $got"
    else echo "PASS a closed pipe is quiet${trapped:+, SIGPIPE ignored}"; fi
done
