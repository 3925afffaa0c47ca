// <fstab.h>: the file systems of /etc/fstab. Source: getfsent(3).
#include <mntent.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

struct fstab {
    char *fs_spec, *fs_file, *fs_vfstype, *fs_mntops;
    const char *fs_type;
    int fs_freq, fs_passno;
};

static FILE *file;
static struct fstab shown;

int setfsent(void)
{
    if (file)
        rewind(file);
    else
        file = setmntent("/etc/fstab", "r");
    return file != NULL;
}

void endfsent(void)
{
    if (file)
        endmntent(file);
    file = NULL;
}

struct fstab *getfsent(void)
{
    struct mntent *entry;
    if ((!file && !setfsent()) || !(entry = getmntent(file)))
        return NULL;
    static const char *const types[] = {"rw", "rq", "ro", "sw", "xx"};
    shown = (struct fstab){entry->mnt_fsname, entry->mnt_dir, entry->mnt_type, entry->mnt_opts, "??", entry->mnt_freq, entry->mnt_passno};
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (hasmntopt(entry, types[i])) {
            shown.fs_type = types[i];
            break;
        }
    return &shown;
}

static struct fstab *search(const char *text, bool by_file)
{
    struct fstab *entry;
    if (!setfsent())
        return NULL;
    while ((entry = getfsent()) && strcmp(by_file ? entry->fs_file : entry->fs_spec, text)) {}
    return entry;
}

struct fstab *getfsspec(const char *special) { return search(special, false); }
struct fstab *getfsfile(const char *path) { return search(path, true); }
