# What interrupt.sh began half a minute ago.
left=$((late_since + 32 - SECONDS)); [ $left -gt 0 ] && sleep $left
kill -CONT $late 2>/dev/null; wait $late; got=$?
if grep -q '^abi-check: [0-9]*/[0-9]*$' "$work/late.err"; then echo \
    'PASS progress without a terminal: a line after 30 s'
elif [ $got -ge 128 ]; then echo "FAIL progress without a terminal: status $got"
else echo "FAIL progress without a terminal: a line after 30 s: '$(head -1 "$work/late.err")'"; fi
[ "$(wc -l <"$work/late.err")" -le 2 ] && echo 'PASS progress without a terminal: nothing else' ||
    echo 'FAIL progress without a terminal: nothing else'
