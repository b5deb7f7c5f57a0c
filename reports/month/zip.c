/*
 * zip.c - a folder as a ZIP file.
 *
 * Entries are stored: pictures are packed already, and the rest is small.
 */
#include "reports/month/zip.h"

#include <dirent.h>
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#define DAY_ONE 0x21		/* 1 January 1980 */

struct entry {
	const char	*name;
	uint32_t	 crc, size, at;
};

static void
put(FILE *f, uint32_t value, int bytes)
{
	for (; bytes > 0; bytes--, value >>= 8)
		putc((int)(value & 0xff), f);
}

/* The part that local and central header have in common. */
static void
put_head(FILE *f, const struct entry *e)
{
	put(f, 20, 2);			/* version needed */
	put(f, 0x800, 2);		/* the name is UTF-8 */
	put(f, 0, 2);			/* stored */
	put(f, 0, 2);
	put(f, DAY_ONE, 2);
	put(f, e->crc, 4);
	put(f, e->size, 4);
	put(f, e->size, 4);
	put(f, (uint32_t)strlen(e->name), 2);
	put(f, 0, 2);
}

/* A whole file; NULL with errno. */
static unsigned char *
slurp(const char *folder, const char *name, size_t *len)
{
	char path[4096];
	unsigned char *data;
	struct stat st;
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	if ((f = fopen(path, "rb")) == NULL)
		return NULL;
	data = fstat(fileno(f), &st) == 0 ? malloc((size_t)st.st_size + 1) :
	    NULL;
	if (data != NULL)
		*len = fread(data, 1, (size_t)st.st_size, f);
	fclose(f);
	return data;
}

static int
put_file(FILE *f, const char *folder, struct entry *e)
{
	size_t len;
	unsigned char *data = slurp(folder, e->name, &len);

	if (data == NULL)
		return -1;
	e->at = (uint32_t)ftell(f);
	e->size = (uint32_t)len;
	e->crc = (uint32_t)crc32_z(0, data, len);
	put(f, 0x04034b50, 4);
	put_head(f, e);
	fputs(e->name, f);
	fwrite(data, 1, len, f);
	free(data);
	return 0;
}

static void
put_directory(FILE *f, const struct entry *list, int n)
{
	const uint32_t at = (uint32_t)ftell(f);
	const struct entry *e;
	uint32_t end;

	for (e = list; e < list + n; e++) {
		put(f, 0x02014b50, 4);
		put(f, 20, 2);
		put_head(f, e);
		put(f, 0, 2);		/* comment, disk, attributes */
		put(f, 0, 2);
		put(f, 0, 2);
		put(f, 0, 4);
		put(f, e->at, 4);
		fputs(e->name, f);
	}
	end = (uint32_t)ftell(f);
	put(f, 0x06054b50, 4);
	put(f, 0, 4);
	put(f, (uint32_t)n, 2);
	put(f, (uint32_t)n, 2);
	put(f, end - at, 4);
	put(f, at, 4);
	put(f, 0, 2);
}

static int
is_file(const char *folder, const char *name)
{
	char path[4096];
	struct stat st;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	return name[0] != '.' && stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

static int
write_zip(FILE *f, const char *folder, struct dirent **names, int n)
{
	struct entry *list = calloc((size_t)n + 1, sizeof(*list));
	int i, kept = 0, failed = list == NULL;

	for (i = 0; !failed && i < n; i++) {
		if (!is_file(folder, names[i]->d_name))
			continue;
		list[kept].name = names[i]->d_name;
		failed = put_file(f, folder, &list[kept++]) == -1;
	}
	if (!failed)
		put_directory(f, list, kept);
	free(list);
	return failed ? -1 : 0;
}

static int
by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

int
zip_folder(const char *folder, const char *path)
{
	struct dirent **names;
	int n = scandir(folder, &names, NULL, by_name), i, failed;
	FILE *f;

	if (n == -1)
		return -1;
	f = fopen(path, "wb");
	failed = f == NULL || write_zip(f, folder, names, n) == -1;
	for (i = 0; i < n; i++)
		free(names[i]);
	free(names);
	if (f != NULL)
		failed |= ferror(f) | fclose(f);
	if (failed && f != NULL)
		unlink(path);
	return failed ? -1 : 0;
}
