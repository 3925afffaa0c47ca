/* The tables that the tool carries, one a row: a symbol, and the file under abi/. */
TABLE(glibc, "glibc.tsv")
TABLE(musl, "musl.tsv")
