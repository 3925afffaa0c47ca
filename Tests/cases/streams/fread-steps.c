// fread of pieces of every size around the buffer's, between other reads: the same bytes, and the file is read in the same steps.
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
    char path[] = "/tmp/fread-XXXXXX", block[10000];
    int fd = mkstemp(path);
    FILE *file = fdopen(fd, "w");
    for (int i = 0; i < 20000; i++)
        fprintf(file, "%d,", i);
    fclose(file);
    static const size_t sizes[] = {1, 2, 3, 7, 512, 1000, 4095, 4096, 4097, 5000, 8191, 8192, 8193};
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        file = fopen(path, "r");
        unsigned long sum = 0, size = 0, blocks = 0;
        size_t got;
        while ((got = fread(block, 1, sizes[s], file)) > 0) {
            for (size_t i = 0; i < got; i++)
                sum = sum * 31 + (unsigned char)block[i];
            size += got;
            if (blocks++ % 3 == 0)
                sum += (unsigned)fgetc(file);
            if (blocks % 5 == 0)
                ungetc('u', file);
            // Where the file stands tells how much has been read ahead.
            if (sizes[s] < 4096 && blocks < 40)
                sum += (unsigned long)lseek(fileno(file), 0, SEEK_CUR);
        }
        printf("%zu: %lu bytes, %lx, end %d, error %d, at %ld\n", sizes[s], size, sum, !!feof(file), !!ferror(file), ftell(file));
        // Elements of more than a byte: what is left over counts for none.
        rewind(file);
        printf("%zu elements of 7", fread(block, 7, 100, file));
        fseek(file, -10, SEEK_END);
        printf(", %zu at the end", fread(block, 7, 3, file));
        printf(", %zu of 0", fread(block, 0, 3, file));
        printf(", %zu none\n", fread(block, 7, 0, file));
        fclose(file);
    }
    // Without a buffer, with one's own, after a byte put back.
    file = fopen(path, "r");
    setvbuf(file, NULL, _IONBF, 0);
    printf("%zu %.5s", fread(block, 1, 5, file), block);
    printf(" %ld\n", (long)lseek(fileno(file), 0, SEEK_CUR));
    fclose(file);
    char own[64];
    file = fopen(path, "r");
    setvbuf(file, own, _IOFBF, sizeof own);
    for (int i = 0; i < 5; i++)
        printf("%zu %.9s|", fread(block, 1, 9, file), block);
    ungetc('q', file);
    printf("%zu %.90s\n", fread(block, 1, 90, file), block);
    fclose(file);
    // A pipe that gives little at a time.
    int ends[2];
    if (pipe(ends))
        return 1;
    FILE *in = fdopen(ends[0], "r");
    if (write(ends[1], "abc", 3) != 3 || write(ends[1], "defgh", 5) != 5)
        return 1;
    printf("%zu", fread(block, 1, 6, in));
    printf(" %.6s\n", block);
    close(ends[1]);
    printf("%zu, end %d\n", fread(block, 1, 6, in), !!feof(in));
    printf("%zu, end %d\n", fread(block, 1, 6, in), !!feof(in));
    fclose(in);
    // One that goes the other way, and one that cannot be read.
    file = fopen(path, "w");
    errno = 0;
    printf("%zu", fread(block, 1, 6, file));
    printf(" %s %d\n", strerror(errno), !!ferror(file));
    fclose(file);
    file = fopen("/", "r");
    errno = 0;
    printf("%zu", fread(block, 1, 6, file));
    printf(" %s %d\n", strerror(errno), !!ferror(file));
    fclose(file);
    unlink(path);
    return 0;
}
