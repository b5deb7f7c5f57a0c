/*
 * files_folder.c - files kept in a folder, DIR/ab/abcdef... (64 hex digits).
 *
 * A file gets its name when it is whole and on the disk, never before; what a
 * crash leaves is a ".new-" file that no hash can name.
 */
#include <sys/stat.h>

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "store/files_folder.h"

#define HALF	FILES_PLACE_HALF

/* -1 with errno. */
static int
make_path(const char *dir, const char *hash, char path[PATH_MAX])
{
	int n = snprintf(path, PATH_MAX, "%s/%.2s/%s", dir, hash, hash);

	if (n < 0 || n >= PATH_MAX) {
		errno = ENAMETOOLONG;
		return -1;
	}
	return 0;
}

int
files_sync_folder(const char *path)
{
	int fd, rc;

	fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd == -1)
		return -1;
	rc = fsync(fd);
	close(fd);
	return rc;
}

/* DIR/ab, which is made when it is missing.  Its name has to last before the
 * file's does, also when another process made it. */
static int
make_folder(const char *dir, const char *hash, char path[PATH_MAX])
{
	int n = snprintf(path, PATH_MAX, "%s/%.2s", dir, hash);

	if (n < 0 || n >= PATH_MAX) {
		errno = ENAMETOOLONG;
		return -1;
	}
	if (mkdir(path, 0750) != 0 && errno != EEXIST)
		return -1;
	return files_sync_folder(dir);
}

/*
 * Where the content is there already, its name may not be on the disk yet: the
 * folder is synced all the same.  A file of that name whose content is another
 * was damaged, and is replaced.
 */
int
files_folder_keep(const struct files *f, int fd, const char *temp,
    const char *hash)
{
	char folder[PATH_MAX], path[PATH_MAX];

	if (fchmod(fd, 0440) != 0 || fsync(fd) != 0)
		return -1;
	if (make_folder(f->dir, hash, folder) != 0 ||
	    make_path(f->dir, hash, path) != 0 ||
	    files_place_note(f, hash) != 0)
		return -1;
	if (files_folder_look(f, hash, NULL) == FILES_GOOD)
		unlink(temp);
	else if (rename(temp, path) != 0)
		return -1;
	return files_sync_folder(folder);
}

int
files_folder_has(const struct files *f, const char *hash)
{
	char path[PATH_MAX];

	if (make_path(f->dir, hash, path) != 0)
		return -1;
	if (access(path, F_OK) == 0)
		return 1;
	return errno == ENOENT || errno == ENOTDIR ? 0 : -1;
}

enum files_state
files_folder_look(const struct files *f, const char *hash, int *fd)
{
	char path[PATH_MAX];
	enum files_state state;
	int file, error;

	if (make_path(f->dir, hash, path) != 0)
		return FILES_UNREADABLE;
	file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
	if (file == -1)
		return errno == ENOENT ? FILES_MISSING : FILES_UNREADABLE;
	state = files_place_check(file, hash);
	if (state == FILES_GOOD && fd != NULL) {
		*fd = file;
		return FILES_GOOD;
	}
	error = errno;
	close(file);
	errno = error;
	return state;
}

/* -- sweeping -------------------------------------------------------------- */

static int
remove_file(struct files_sweep *sw)
{
	if (unlinkat(sw->folder, sw->hash, 0) == 0)
		return 1;
	return errno == ENOENT ? 0 : -1;
}

/* The stored files of one folder. */
static int
sweep_folder(struct files_sweep *sw, int parent, const char *name)
{
	int rc = 0, fd = openat(parent, name, O_RDONLY | O_DIRECTORY |
	    O_NOFOLLOW | O_CLOEXEC);
	DIR *d = fd != -1 ? fdopendir(fd) : NULL;
	struct dirent *e;

	if (d == NULL) {
		if (fd != -1)
			close(fd);
		return fd == -1 && errno == ENOTDIR ? 0 : -1;
	}
	sw->folder = fd;
	while (rc == 0 && (e = readdir(d)) != NULL) {
		sw->hash = e->d_name;
		if (files_place_is_hash(e->d_name))
			rc = files_sweep_one(sw);
	}
	closedir(d);
	return rc;
}

/* A file that a crash left half-written has no hash to be asked for: its time
 * tells, which is that of the disk. */
static int
sweep_half(struct files_sweep *sw, int folder, const char *name)
{
	struct stat st;

	if (fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW) != 0 ||
	    !S_ISREG(st.st_mode) || st.st_mtime >= sw->before)
		return 0;
	sw->removed++;
	return unlinkat(folder, name, 0);
}

int
files_folder_sweep(struct files_sweep *sw)
{
	DIR *d = opendir(sw->files->dir);
	struct dirent *e;
	int rc = d == NULL ? -1 : 0;

	sw->remove = remove_file;
	while (rc == 0 && (e = readdir(d)) != NULL) {
		if (strncmp(e->d_name, HALF, strlen(HALF)) == 0)
			rc = sweep_half(sw, dirfd(d), e->d_name);
		else if (strlen(e->d_name) == 2 && e->d_name[0] != '.')
			rc = sweep_folder(sw, dirfd(d), e->d_name);
	}
	if (d != NULL)
		closedir(d);
	return rc;
}
