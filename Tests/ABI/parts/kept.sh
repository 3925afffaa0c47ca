# Nothing is kept between runs, with --no-cache and without.
mkdir -p "$work/kept/home" "$work/kept/cache"
for option in '' --no-cache; do
    HOME=$work/kept/home XDG_CACHE_HOME=$work/kept/cache "$tool" $option --no-shim --target musl-1.2.3 "$work/fortify" \
        >"$work/kept/report$option" 2>&1
done
[ -s "$work/kept/report" ] && cmp -s "$work/kept/report" "$work/kept/report--no-cache" &&
    [ -z "$(find "$work/kept/home" "$work/kept/cache" ! -type d)" ] &&
    echo 'PASS kept: nothing between runs' || echo 'FAIL kept: nothing between runs'
