# Ctrl-C: what was found so far, marked as partial, status 130.
for _ in 1 2 3 4 5 6 7 8; do find /usr/lib/x86_64-linux-gnu -maxdepth 1 -name '*.so*' -type f; done >"$work/many"
"$tool" --no-shim -j 1 --files-from "$work/many" >"$work/partial" 2>/dev/null & pid=$!
sleep 0.15; kill -INT $pid 2>/dev/null; wait $pid; got=$?
if [ $got -eq 130 ] && grep -q '^interrupted: [0-9]* of' "$work/partial"; then echo 'PASS Ctrl-C gives a partial report, marked'
elif [ $got -lt 128 ] && ! grep -q '^interrupted' "$work/partial"; then echo 'SKIP Ctrl-C gives a partial report, marked: the run was over before'
else echo "FAIL Ctrl-C gives a partial report, marked: status $got"; fi
