# Long runs: progress on a terminal and elsewhere, Ctrl-C, a pipe whose reader has gone.
# Nothing here waits for a time that a slow or a busy machine could need more of, or a fast one less: a run is stopped
# (SIGSTOP) when it has begun, so that the clock goes on and the work does not.
for _ in 1 2 3 4 5 6 7 8; do find /usr/lib/x86_64-linux-gnu -maxdepth 1 -name '*.so*' -type f; done >"$work/many"
slowly=(--no-shim -j 1 --files-from "$work/many")
head -4000 "$work/many" >"$work/some"; whole=(--no-shim -j 1 --files-from "$work/some")
# paused SIGNAL COMMAND...: the command, stopped for a second when it has begun; then a signal to it, if any, as soon as
# something of it has come to the terminal.
paused() {
    local signal=$1 pid; shift
    "$@" & pid=$!
    begun $pid; kill -STOP $pid; sleep 1; kill -CONT $pid
    if [ -n "$signal" ]; then
        while [ ! -s "$typescript" ] && readlink /proc/$pid/exe >/dev/null; do sleep 0.01; done
        kill -"$signal" $pid
    fi
    wait $pid
}
export typescript=$work/typescript
export -f begun paused
# Without a terminal a line every 30 s. The run is stopped meanwhile, and everything else goes on; late.sh looks at it.
"$tool" "${slowly[@]}" -o "$work/late.out" 2>"$work/late.err" & late=$!
begun $late; kill -STOP $late 2>/dev/null; late_since=$SECONDS
stopped() { # NAME TEXT FILE: an interrupted run's status, and what marks its report as partial
    if [ $got -eq 130 ] && grep -q "$2" "$3"; then echo "PASS $1"
    elif [ $got -lt 128 ] && ! grep -q "$2" "$3"; then echo "SKIP $1: the run was over before"
    else echo "FAIL $1: status $got"; fi
}
interrupt() { # FORMAT
    "$tool" "${slowly[@]}" --format "$1" >"$work/partial" 2>/dev/null & pid=$!
    begun $pid; kill -INT $pid 2>/dev/null; wait $pid; got=$?
}
interrupt text; stopped 'Ctrl-C gives a partial report, marked' '^interrupted: [0-9]* of' "$work/partial"
interrupt json; stopped 'Ctrl-C: JSON is marked' '"interrupted": true' "$work/partial"
interrupt jsonl; stopped 'Ctrl-C: JSON lines end with a mark' '"record":"end","files":[0-9]*,"interrupted":true' \
    "$work/partial"
interrupt html; stopped 'Ctrl-C: the page is marked' 'role="alert">interrupted: ' "$work/partial"
if command -v script >/dev/null; then
    # On a terminal of its own, under bash whatever the user's shell is.
    terminal() { SHELL=/bin/bash script -qec "$*" /dev/null </dev/null; }
    escape=$'\033'
    terminal "paused '' '$tool' ${whole[*]} -o '$work/report'" >"$work/typescript"
    if grep -q "$escape\[K\[=*> *\] [0-9]*/[0-9]*  " "$work/typescript"; then echo 'PASS progress on a terminal: a bar'
    else echo "FAIL progress on a terminal: a bar: $(head -c 100 "$work/typescript" | tr '\033\r' '^ ')"; fi
    case $(tail -c 4 "$work/typescript") in $'\r'$escape'[K') echo 'PASS progress on a terminal: cleared at the end' ;;
    *) echo 'FAIL progress on a terminal: cleared at the end' ;; esac
    terminal "'$tool' ${whole[*]} --progress never -o '$work/report'" >"$work/typescript"
    [ -s "$work/typescript" ] && echo 'FAIL progress: --progress never is silent' ||
        echo 'PASS progress: --progress never is silent'
    terminal "'$tool' --no-shim --format json -o '$work/report' /bin/true" >"$work/typescript"
    # A machine that is busy may take longer over one file; the report says how long it took.
    took=$(sed -n 's/.*"elapsed_ms": \([0-9]*\).*/\1/p' "$work/report")
    [ -s "$work/typescript" ] && [ "${took:-0}" -lt 300 ] && echo 'FAIL progress: nothing before 300 ms' ||
        echo 'PASS progress: nothing before 300 ms'
    # Ctrl-C at the terminal: the line is cleared before the report.
    terminal "paused INT '$tool' ${slowly[*]} --color never 2>&1" >"$work/typescript"
    if grep -q '^interrupted: ' "$work/typescript"; then
        # What follows the last clearing of the line is the report, from its first line on.
        seen=$(tr -d '\r' <"$work/typescript"); rest=${seen##*"$escape[K"}
        [ "$rest" != "$seen" ] && grep -q '^interrupted: ' <<<"$rest" && [[ $rest == [A-Z]* ]] &&
            echo 'PASS Ctrl-C on a terminal: the bar is cleared, the report follows' ||
            echo "FAIL Ctrl-C on a terminal: the bar is cleared, the report follows: ${rest:0:100}"
    else echo 'SKIP Ctrl-C on a terminal: the run was over before'; fi
else
    echo 'SKIP progress on a terminal: script (util-linux) is not installed'
fi
{ paused '' "$tool" "${whole[@]}" --progress always -o "$work/report"; } 2>"$work/always"
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
