/*
 * folder.h - a folder of a test's own, gone when the test ends.
 */
#pragma once

#include <dirent.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[64];

static inline int
folder_remove_one(const char *path, const struct stat *st, int kind,
    struct FTW *ftw)
{
	return remove(path);
}

static inline void
folder_remove(void)
{
	nftw(folder, folder_remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

/* Make it; the process that calls this removes it when it ends. */
static inline void
folder_make(void)
{
	snprintf(folder, sizeof(folder), "/tmp/sopap-store-XXXXXX");
	if (mkdtemp(folder) == NULL) {
		perror(folder);
		exit(255);
	}
	atexit(folder_remove);
}

/* The path of `name` in it, in one of four buffers by turns. */
static inline const char *
folder_path(const char *name)
{
	static char path[4][512];
	static int turn;

	turn = (turn + 1) % 4;
	snprintf(path[turn], sizeof(path[turn]), "%s/%s", folder, name);
	return path[turn];
}

/* Bytes of a file in it, or -1 when there is none. */
static inline long
folder_size(const char *name)
{
	struct stat st;

	return stat(folder_path(name), &st) == 0 ? (long)st.st_size : -1;
}

static int folder_counted;

static inline int
folder_count_one(const char *path, const struct stat *st, int kind,
    struct FTW *ftw)
{
	folder_counted += kind == FTW_F;
	return 0;
}

/* The number of files below it. */
static inline int
folder_files(void)
{
	folder_counted = 0;
	nftw(folder, folder_count_one, 8, FTW_PHYS);
	return folder_counted;
}
