/* The tables that the tool carries, one a row: a symbol, and the file under abi/. */
TABLE(glibc_2_36_x86_64, "x86_64/glibc-2.36.tsv")
