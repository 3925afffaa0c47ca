# Completions in the shells themselves: commands, options with and without the word `check`, values, files.
folder=$top/build/completions; mkdir -p "$work/complete"; : >"$work/complete/libexample.so"
cat >"$work/complete.bash" <<'END'
source "$1"; cd "$2" || exit
line=$3
read -ra COMP_WORDS <<<"$line"; [[ $line == *' ' ]] && COMP_WORDS+=('')
COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMP_LINE=$line COMP_POINT=${#line} COMPREPLY=()
handler=$(complete -p abi-check); handler=${handler#*-F }; handler=${handler%% *}
$handler abi-check "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}" 2>/dev/null
printf '%s\n' "${COMPREPLY[@]}"
END
# A zsh on a terminal of its own, because its completion lives in the line editor.
cat >"$work/complete.py" <<'END'
import os, pty, re, select, sys, time
script, folder, line, *wanted = sys.argv[1:]
pid, terminal = pty.fork()
if pid == 0:
    os.chdir(folder)
    os.execvp("env", ["env", "-i", "TERM=dumb", "PATH=" + os.environ["PATH"], "HOME=" + folder, "COLUMNS=200", "zsh",
                      "-f", "-i"])
seen, ended = "", False


def wait(mark, seconds):
    global seen, ended
    end = time.time() + seconds
    while not re.search(mark, seen) and time.time() < end:
        if select.select([terminal], [], [], 0.1)[0]:
            try:
                seen += os.read(terminal, 65536).decode(errors="replace")
            except OSError:
                ended = True
                return


def send(text):
    os.write(terminal, text.encode())


send(f"PS1='>'; unsetopt zle_bracketed_paste list_beep; fpath=({os.path.dirname(script)} $fpath); "
     "autoload -Uz compinit; compinit -D -u; stty cols 200; "
     "zstyle ':completion:*' list-prompt ''; bindkey '^X' list-choices; LISTMAX=9999; echo re''ady\n")
# As long as a busy machine needs, and no longer than until the words are there.
wait(r"ready[\s\S]*>", 60)
time.sleep(0.3)
seen = ""
send(line + "\x18")
end = time.time() + 60
while time.time() < end and not ended and not all(word in seen for word in wanted):
    wait(r"\0", 0.1)
print(seen)
os.kill(pid, 9)
END
offers() { # SHELL LINE WANTED...
    local shell=$1 line=$2 said word; shift 2
    case $shell in
    bash) said=$(timeout 300 bash "$work/complete.bash" "$folder/abi-check.bash" "$work/complete" "$line") ;;
    zsh) said=$(timeout 150 python3 "$work/complete.py" "$folder/_abi-check" "$work/complete" "$line" "$@") ;;
    fish) said=$(cd "$work/complete" &&
        HOME=$work timeout 300 fish --no-config -c "source $folder/abi-check.fish; complete -C '$line'") ;;
    esac
    for word; do grep -qF -- "$word" <<<"$said" ||
        { echo "FAIL completion in $shell of '$line': no $word in '$(head -c 200 <<<"$said" | tr '\n' ' ')'"; \
            return; }; done
    echo "PASS completion in $shell of '$line'"
}
for shell in bash zsh fish; do
    command -v $shell >/dev/null || { echo "SKIP completions in $shell: it is not installed"; continue; }
    offers $shell 'abi-check m' merge
    offers $shell 'abi-check --base' --baseline
    offers $shell 'abi-check check --format ' text html sarif
    offers $shell 'abi-check --format ' text html sarif
    offers $shell 'abi-check merge --fail' --fail-on
    offers $shell 'abi-check libex' libexample.so
    offers $shell 'abi-check libexample.so --res' --resume
done
