// what library functions allocate can be freed, resized and measured by the program, and what it allocated can be handed to them
// flags: -fno-builtin
#include <argz.h>
#include <dirent.h>
#include <fcntl.h>
#include <glob.h>
#include <iconv.h>
#include <ifaddrs.h>
#include <locale.h>
#include <malloc.h>
#include <net/if.h>
#include <netdb.h>
#include <regex.h>
#include <search.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <wchar.h>
#include <wordexp.h>
static void use(const char *what, void *block)
{
    size_t room = block ? malloc_usable_size(block) : 0;
    block = realloc(block, room + 5000);
    memset((char *)block + room, 1, 5000);
    free(block);
    printf("%s %s\n", what, room ? "yes" : "nothing");
}
static int by_name(const void *a, const void *b) { return strcmp(a, b); }
int main(void)
{
    for (int round = 0; round < 3; round++) {
        use("strdup", strdup("text")); use("strndup", strndup("text", 2)); use("wcsdup", wcsdup(L"text"));
        use("realpath", realpath("/tmp", NULL)); use("getcwd", getcwd(NULL, 0)); use("get_current_dir_name", get_current_dir_name());
        use("canonicalize_file_name", canonicalize_file_name("/")); use("tempnam", tempnam("/tmp", "x"));
        char *text = NULL; asprintf(&text, "%d", 5); use("asprintf", text);
        FILE *file = fopen("/proc/self/status", "r"); char *line = malloc(1); size_t size = 1;
        getline(&line, &size, file); getline(&line, &size, file); use("getline", line); line = NULL; size = 0;
        getdelim(&line, &size, 'x', file); use("getdelim", line);
        char *word = NULL; sscanf("hello world", "%ms", &word); use("scanf", word);
        fclose(file);
        char *memory = NULL; size_t length; file = open_memstream(&memory, &length); fprintf(file, "%5000d", 1); fclose(file); use("open_memstream", memory);
        wchar_t *wide = NULL; file = open_wmemstream(&wide, &length); fputws(L"wide", file); fclose(file); use("open_wmemstream", wide);
        file = fmemopen(NULL, 100, "w+"); fputs("x", file); fclose(file);
        struct dirent **names; int count = scandir("/", &names, NULL, alphasort);
        for (int i = 0; i < count; i++) free(names[i]);
        use("scandir", names);
        DIR *dir = opendir("/"); readdir(dir); closedir(dir);
        glob_t globbed; glob("/*", 0, NULL, &globbed); globfree(&globbed);
        wordexp_t words; wordexp("a b $HOME", &words, WRDE_NOCMD); wordfree(&words);
        regex_t regex; regcomp(&regex, "(a|b)*c", REG_EXTENDED); regexec(&regex, "abc", 0, NULL, 0); regfree(&regex);
        struct addrinfo *found = NULL; getaddrinfo("127.0.0.1", "80", NULL, &found); freeaddrinfo(found);
        struct ifaddrs *addresses = NULL; getifaddrs(&addresses); freeifaddrs(addresses);
        struct if_nameindex *indexes = if_nameindex(); if_freenameindex(indexes);
        freelocale(newlocale(LC_ALL_MASK, "C", NULL)); setlocale(LC_ALL, "C.UTF-8"); setlocale(LC_ALL, "C");
        iconv_close(iconv_open("UTF-16", "UTF-8"));
        void *root = NULL; for (int i = 0; i < 26; i++) tsearch(&"abcdefghijklmnopqrstuvwxyz"[i], &root, by_name);
        tdestroy(root, (void (*)(void *))strlen);
        hcreate(30); hsearch((ENTRY){"key", NULL}, ENTER); hdestroy();
        char *list = NULL; size_t list_size = 0; argz_add(&list, &list_size, "one"); use("argz", list);
        file = popen("echo hello", "r"); char buffer[100]; fputs(fgets(buffer, 100, file), stdout); pclose(file);
        sem_t *semaphore = sem_open("/owners", O_CREAT, 0600, 1); sem_close(semaphore); sem_unlink("/owners");
        setenv("NAME", "value", 1); setenv("NAME", "other value", 1); putenv(strdup("MORE=x")); unsetenv("NAME"); clearenv();
        file = tmpfile(); setvbuf(file, NULL, _IOFBF, 1 << 16); fputs("x", file); fclose(file);
    }
    return 0;
}
