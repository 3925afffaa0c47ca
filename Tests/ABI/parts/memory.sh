# Memory: what one file takes, and that a long scan takes no more than a short one.
cat >"$work/peak.py" <<'END'
"""peak.py LIST TOOL ARGUMENT...: the run's exit status and the most memory that it held, in KB, with LIST as stdin."""
import resource, subprocess, sys
with open(sys.argv[1]) as names, open("/dev/null", "w") as nothing:
    status = subprocess.run(sys.argv[2:], stdin=names, stdout=nothing, stderr=nothing).returncode
print(status, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
END
peak() { timeout 590 python3 "$work/peak.py" "$@"; }
read -r status one < <(peak /dev/null "$tool" --no-shim --target musl-1.2.3 "$(command -v bash)")
[ "${status:-4}" -le 1 ] && [ "$one" -le 25600 ] && echo 'PASS memory: one file in 25 MB' ||
    echo "FAIL memory: one file in 25 MB: status $status, $one KB"
# A library of data needs nothing, as a static program does, and is not read through for that.
gcc -shared -nostdlib -x assembler - -o "$work/data.so" <<<'.section .rodata; .globl data; data: .fill 50000000, 1, 7
.section .note.GNU-stack,"",@progbits'
read -r status one < <(peak /dev/null "$tool" --no-shim --target musl-1.2.3 "$work/data.so")
[ "${status:-4}" -eq 0 ] && [ "$one" -le 25600 ] && echo 'PASS memory: a library of data in 25 MB' ||
    echo "FAIL memory: a library of data in 25 MB: status $status, $one KB"
rm -f "$work/data.so"
# The fixtures again and again: each line is a file that is opened, read and judged.
find "$work" -maxdepth 1 -type f -size -200k -perm -u+x | sort >"$work/few"
for count in 2000 20000; do
    awk -v count=$count '{ line[NR] = $0 } END { for (i = 0; i < count; i++) print line[i % NR + 1] }' "$work/few" \
        >"$work/list-$count"
done
for form in text jsonl; do
    options=(--no-shim --target musl-1.2.3 --fail-on never --format $form -j 2 --files-from -)
    read -r few short < <(peak "$work/list-2000" "$tool" "${options[@]}")
    read -r many long < <(peak "$work/list-20000" "$tool" "${options[@]}")
    # Lines of JSON are written and forgotten. The text is sorted at the end: a path and a verdict of each are kept.
    room=$([ $form = jsonl ] && echo 8192 || echo 65536)
    [ "${many:-4}" -le 3 ] && [ "$few" = "$many" ] && [ $((long - short)) -le "$room" ] &&
        echo "PASS memory: 20,000 files as 2,000, $form" ||
        echo "FAIL memory: 20,000 files as 2,000, $form: status $few and $many, $short and $long KB"
done
