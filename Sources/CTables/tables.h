/* The tables that the tool carries, one a row: a symbol, and the file under abi/. */
TABLE(glibc_x86_64, "x86_64/targets/glibc.tsv")
TABLE(musl_1_2_3_x86_64, "x86_64/targets/musl-1.2.3.tsv")
TABLE(musl_1_2_4_x86_64, "x86_64/targets/musl-1.2.4.tsv")
TABLE(musl_1_2_5_x86_64, "x86_64/targets/musl-1.2.5.tsv")
TABLE(musl_1_2_6_x86_64, "x86_64/targets/musl-1.2.6.tsv")
