# Layouts against the compiler's own word: sizes, alignments, offsets and bit fields that each compiler of the machine
# writes into an object file, and what abi-check reads from the debug information of that file. DWARF 2, 4 and 5; object
# files, so that relocations count too.
result() { # NAME STATUS TEXT
    if [ "$2" -eq 0 ]; then echo "PASS layout, $1"
    else echo "FAIL layout, $1: $(head -c 300 <<<"$3" | tr '\n' ' ')"; fi
}
agrees() { # NAME FILE OBJCOPY
    local said; said=$(timeout 300 "$here/layouts/compare" "$tool" "$2" "$3" 2>&1); local got=$?
    result "$1" $got "$said"
}
mkdir -p "$work/compilers"; cd "$work/compilers" || exit 1
types=$here/layouts/types.c
for gcc in gcc clang /usr/bin/*-linux-gnu*-gcc /usr/bin/*-elf-gcc; do
    [ -x "$(command -v "$gcc")" ] || continue
    name=${gcc##*/}
    case $name in x86_64-linux-gnu-gcc) continue ;; clang) objcopy=objcopy ;; *) objcopy=${gcc%gcc}objcopy ;; esac
    for dwarf in 5 4 2; do
        [ "$name$dwarf" = clang2 ] && continue
        asked=; [ $dwarf = 5 ] && asked=-DASKED_ALIGNMENT
        if "$gcc" -g -gdwarf-$dwarf $asked -c "$types" -o "$name-$dwarf.o" 2>compile.err; then
            agrees "$name, DWARF $dwarf" "$name-$dwarf.o" "$objcopy"
        else echo "FAIL layout, $name, DWARF $dwarf: does not compile: $(head -1 compile.err)"; fi
    done
done
# The comparison itself: another compiler's facts beside this one's debug information must not agree.
if [ -e i686-linux-gnu-gcc-5.o ]; then
    i686-linux-gnu-objcopy -O binary --only-section=facts i686-linux-gnu-gcc-5.o wrong-facts
    cp gcc-5.o wrong.o; objcopy --update-section facts=wrong-facts wrong.o
    "$here/layouts/compare" "$tool" wrong.o objcopy >wrong.out 2>&1; got=$?
    result 'wrong facts are noticed' $((got != 1)) "$(cat wrong.out)"
fi

# The forms that debug information of one program takes. Every form must give the same facts.
form() { # NAME COMPILER FLAGS...
    local name=$1 cc=$2; shift 2
    rm -rf form; mkdir form
    if (cd form && "$cc" -g "$@" "$types" -o form.so) 2>compile.err; then agrees "$name" form/form.so objcopy
    else echo "SKIP layout, $name: $cc $*: $(head -1 compile.err)"; fi
}
for cc in gcc clang; do
    command -v $cc >/dev/null || { echo "SKIP layout, forms of $cc: not installed"; continue; }
    for dwarf in 4 5; do
        form "$cc, DWARF $dwarf, linked" $cc -gdwarf-$dwarf -shared -fPIC
        form "$cc, DWARF $dwarf, types in units of their own" $cc -gdwarf-$dwarf -fdebug-types-section -shared -fPIC
        form "$cc, DWARF $dwarf, the same in an object file" $cc -gdwarf-$dwarf -fdebug-types-section -c
        form "$cc, DWARF $dwarf, compressed" $cc -gdwarf-$dwarf -gz -shared -fPIC
        form "$cc, DWARF $dwarf, compressed object file" $cc -gdwarf-$dwarf -gz -c
        for units in '' -fdebug-types-section; do
            form "$cc, DWARF $dwarf, split into .dwo $units" $cc -gdwarf-$dwarf -gsplit-dwarf $units -shared -fPIC
            # A package of them. GNU dwp knows only the one before DWARF 5 (it dies of the other), LLVM's knows both.
            for dwp in dwp llvm-dwp; do
                [ $dwp$dwarf = dwp5 ] && continue
                form="$cc, DWARF $dwarf, packed by $dwp $units"
                command -v $dwp >/dev/null || { echo "SKIP layout, $form: not installed"; continue; }
                rm -rf packed; cp -r form packed
                # The .dwo files out of the way: only the package is left.
                if { (cd packed && $dwp -e form.so -o form.so.dwp); } >/dev/null 2>&1; then
                    mkdir -p aside; mv form/*.dwo aside/; rm packed/*.dwo
                    agrees "$form" packed/form.so objcopy
                    mv aside/*.dwo form/
                else
                    echo "FAIL layout, $form: $dwp cannot"
                fi
            done
        done
    done
done
form 'gcc, old compression (.zdebug)' gcc -gz=zlib-gnu -shared -fPIC
form 'gcc, old compression in an object file' gcc -gz=zlib-gnu -c
form 'musl-gcc' musl-gcc -shared -fPIC

# dwz: entries shared inside one file, and moved out of two into a third.
if command -v dwz >/dev/null; then
    for dwarf in 4 5; do
        gcc -g -gdwarf-$dwarf -shared -fPIC "$types" -o one.so
        dwz one.so && agrees "dwz, DWARF $dwarf, one file" one.so objcopy
        for link in '' --dwarf-5; do
            gcc -g -gdwarf-$dwarf -shared -fPIC "$types" -o one.so
            gcc -g -gdwarf-$dwarf -DOTHER -shared -fPIC "$types" -o two.so
            if ! dwz $link -m shared.debug -r one.so two.so; then
                echo "FAIL layout, dwz $link: does not work"; continue
            fi
            agrees "dwz, DWARF $dwarf, a shared file $link" one.so objcopy
            mkdir -p folder; mv shared.debug folder/
            said=$("$tool" layout plain_t --provider one.so 2>&1); got=$?
            [ $got -eq 3 ] && grep -q 'shared debug file shared.debug .* is missing; looked in' <<<"$said"
            result "dwz, DWARF $dwarf, the missing shared file is named $link" $? "$said"
            says "layout, dwz, DWARF $dwarf, the shared file in --debug-dir $link" 0 'plain_t   24 bytes' \
                layout plain_t --provider one.so --debug-dir folder
            rm -rf folder
        done
    done
else
    echo 'SKIP layout, dwz: not installed'
fi

# C++, whose bases and templates only a run can tell.
for cc in g++ 'clang++ -fstandalone-debug'; do
    command -v ${cc% *} >/dev/null || { echo "SKIP layout, classes of $cc: not installed"; continue; }
    for flags in -gdwarf-4 -gdwarf-5 '-gdwarf-4 -fdebug-types-section' '-gdwarf-5 -fdebug-types-section' \
        '-gdwarf-5 -gsplit-dwarf'; do
        if ! $cc -g $flags "$here/layouts/classes.cc" -o classes 2>compile.err; then
            echo "SKIP layout, classes of $cc $flags: $(head -1 compile.err)"; continue
        fi
        said=$(./classes | "$here/layouts/compare-printed" "$tool" classes 2>&1); got=$?
        result "classes of $cc $flags" $got "$said"
    done
done
cd "$top" || exit 1
