/* manifest.c - the list of what belongs to a backup, with checksums. */
#include "archive/manifest.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define DATABASE "/office.db"

/* A relative path without "..", without what sha256sum(1) would escape. */
static int
is_plain(const char *path)
{
	const char *at;

	if (path[0] == '\0' || path[0] == '/')
		return 0;
	for (at = path; *at != '\0'; at++)
		if ((unsigned char)*at < 0x20 || *at == '\\')
			return 0;
	for (at = path; at != NULL; at = strchr(at, '/')) {
		at += *at == '/';
		if (strncmp(at, "..", 2) == 0 &&
		    (at[2] == '/' || at[2] == '\0'))
			return 0;
	}
	return 1;
}

int
manifest_add(struct manifest *m, const char *sha256, const char *path)
{
	struct manifest_line *more;

	if (!is_plain(path)) {
		errno = EINVAL;
		return -1;
	}
	if (m->n == m->room) {
		more = realloc(m->line, (m->room * 2 + 16) * sizeof(*more));
		if (more == NULL)
			return -1;
		m->line = more;
		m->room = m->room * 2 + 16;
	}
	if ((m->line[m->n].path = strdup(path)) == NULL)
		return -1;
	snprintf(m->line[m->n].sha256, FILES_HASH_SIZE, "%s", sha256);
	m->n++;
	return 0;
}

int
manifest_has(const struct manifest *m, const char *path)
{
	for (size_t i = 0; i < m->n; i++)
		if (strcmp(m->line[i].path, path) == 0)
			return 1;
	return 0;
}

void
manifest_clear(struct manifest *m)
{
	for (size_t i = 0; i < m->n; i++)
		free(m->line[i].path);
	free(m->line);
	memset(m, 0, sizeof(*m));
}

/* -- the file ------------------------------------------------------------- */

static int
write_lines(const struct manifest *m, FILE *f)
{
	fprintf(f, "# sopap %s\n# faults %d\n", PACKAGE_VERSION, m->faults);
	for (size_t i = 0; i < m->n; i++)
		fprintf(f, "%s  %s\n", m->line[i].sha256, m->line[i].path);
	return fflush(f) == 0 && fsync(fileno(f)) == 0 ? 0 : -1;
}

int
manifest_write(const struct manifest *m, const char *dir)
{
	char part[4096], path[4096];
	FILE *f;
	int rc;

	snprintf(path, sizeof(path), "%s/" MANIFEST_NAME, dir);
	snprintf(part, sizeof(part), "%s/" MANIFEST_NAME ".part", dir);
	if ((f = fopen(part, "we")) == NULL)
		return -1;
	rc = write_lines(m, f);
	if (fclose(f) != 0)
		rc = -1;
	if (rc == 0)
		rc = rename(part, path);
	return rc == 0 ? files_sync_folder(dir) : -1;
}

/* "HASH  PATH"; the folder of the database gives the stamp.  0, or -1. */
static int
take_line(struct manifest *m, char *line)
{
	char *path = line + FILES_HASH_SIZE + 1, *end;

	if (strspn(line, "0123456789abcdef") != FILES_HASH_SIZE - 1 ||
	    strncmp(line + FILES_HASH_SIZE - 1, "  ", 2) != 0)
		return -1;
	line[FILES_HASH_SIZE - 1] = '\0';
	if (manifest_add(m, line, path) != 0)
		return -1;
	end = strchr(path, '/');
	if (end != NULL && strcmp(end, DATABASE) == 0 &&
	    (size_t)(end - path) < sizeof(m->stamp))
		snprintf(m->stamp, sizeof(m->stamp), "%.*s",
		    (int)(end - path), path);
	return 0;
}

static int
take_lines(struct manifest *m, FILE *f)
{
	char *line = NULL;
	size_t size = 0;
	ssize_t n;
	int rc = 0;

	while (rc == 0 && (n = getline(&line, &size, f)) > 0) {
		line[strcspn(line, "\n")] = '\0';
		if (line[0] == '#')
			sscanf(line, "# faults %d", &m->faults);
		else
			rc = take_line(m, line);
	}
	free(line);
	return rc == 0 && !ferror(f) && m->stamp[0] != '\0' ? 0 : -1;
}

int
manifest_read(struct manifest *m, const char *dir, char *why, size_t whysize)
{
	char path[4096];
	FILE *f;
	int rc;

	memset(m, 0, sizeof(*m));
	snprintf(path, sizeof(path), "%s/" MANIFEST_NAME, dir);
	if ((f = fopen(path, "re")) == NULL && errno == ENOENT)
		return 0;
	if (f == NULL) {
		snprintf(why, whysize, "%s: %s", path, strerror(errno));
		return -1;
	}
	rc = take_lines(m, f);
	fclose(f);
	if (rc == 0)
		return 1;
	snprintf(why, whysize, "%s: bukan daftar sebuah cadangan", path);
	return -1;
}
