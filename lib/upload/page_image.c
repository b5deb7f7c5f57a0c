/* page_image.c - what pdftoppm makes of a PDF, and keeping it. */
#include "upload/page_image.h"

#include <sys/mman.h>
#include <sys/stat.h>

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "store/files.h"
#include "upload/child.h"
#include "upload/pdf_check.h"
#include "upload/photos.h"

#define SECONDS		5
#define PATIENCE	15
#define SIDE		"1400"	/* pixels of the longer side: it is read well at
				   half the width of a screen */
#define PICTURE_MAX	(8u << 20)
#define KEPT		(30 * 86400)	/* seconds */

/* -- where it is kept ------------------------------------------------------ */

/* The folder "pages" beside that of the stored files, and in it a file for each
 * page of a hash; page 0 holds their number. */
static int
make_path(const struct files *f, const char *hash, int page,
    char path[PATH_MAX])
{
	const char *end = strrchr(f->dir, '/');
	int n;

	if (end == NULL)
		return -1;
	n = snprintf(path, PATH_MAX, "%.*s/pages", (int)(end - f->dir),
	    f->dir);
	if (hash != NULL && n < PATH_MAX)
		n += snprintf(path + n, PATH_MAX - (size_t)n, "/%.2s", hash);
	if (page >= 0 && n < PATH_MAX)
		n += snprintf(path + n, PATH_MAX - (size_t)n, "/%s.%d", hash,
		    page);
	return n < PATH_MAX ? 0 : -1;
}

static int
copy(int from, int to)
{
	char buf[16384];
	ssize_t n;

	while ((n = read(from, buf, sizeof(buf))) > 0)
		if (write(to, buf, (size_t)n) != n)
			return -1;
	return (int)n;
}

/* Keep what stands in a descriptor.  That it cannot be kept is no fault: it is
 * drawn again. */
static void
keep(const struct files *f, const char *hash, int page, int fd)
{
	char path[PATH_MAX], half[PATH_MAX];
	int to;

	if (make_path(f, NULL, -1, path) == -1 ||
	    (mkdir(path, 0750) == -1 && errno != EEXIST) ||
	    make_path(f, hash, -1, path) == -1 ||
	    (mkdir(path, 0750) == -1 && errno != EEXIST) ||
	    make_path(f, hash, page, path) == -1 ||
	    snprintf(half, sizeof(half), "%s.%d", path, (int)getpid()) >=
	    PATH_MAX)
		return;
	to = open(half, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC,
	    0640);
	if (to == -1)
		return;
	if (lseek(fd, 0, SEEK_SET) == -1 || copy(fd, to) != 0 ||
	    rename(half, path) == -1)
		unlink(half);
	close(to);
}

static int
open_kept(const struct files *f, const char *hash, int page)
{
	char path[PATH_MAX];

	return make_path(f, hash, page, path) == -1 ? -1 :
	    open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
}

/* -- drawing --------------------------------------------------------------- */

static int
take(void *arg, const void *data, size_t len)
{
	return write(*(int *)arg, data, len) == (ssize_t)len ? 0 : -1;
}

/* Is it a whole JPEG?  A crash may leave a piece, a child anything. */
static int
is_whole(int fd)
{
	unsigned char head[3], tail[2];
	off_t len = lseek(fd, 0, SEEK_END);

	return len > (off_t)sizeof(head) &&
	    pread(fd, head, sizeof(head), 0) == (ssize_t)sizeof(head) &&
	    pread(fd, tail, sizeof(tail), len - 2) == (ssize_t)sizeof(tail) &&
	    memcmp(head, "\xff\xd8\xff", 3) == 0 &&
	    memcmp(tail, "\xff\xd9", 2) == 0 && lseek(fd, 0, SEEK_SET) == 0;
}

/* Draw a page of a PDF: 0 with a descriptor, or what child_run() said. */
static int
draw(int pdf, int page, int *picture)
{
	char number[12];
	const char *const argv[] = { PDFTOPPM, "-q", "-jpeg", "-f", number,
		"-l", number, "-scale-to", SIDE, "/dev/fd/0", NULL };
	int fd = memfd_create("page", MFD_CLOEXEC), code;
	struct child child = { .argv = argv, .input = pdf,
		.seconds = SECONDS, .patience = PATIENCE, .most = PICTURE_MAX,
		.take = take, .arg = &fd };

	if (fd == -1)
		return CHILD_ABSENT;
	snprintf(number, sizeof(number), "%d", page);
	code = child_run(&child);
	if (code == 0 && is_whole(fd)) {
		*picture = fd;
		return 0;
	}
	close(fd);
	return code != 0 ? code : CHILD_FAILED;
}

/* A photo as a PDF of one page: a descriptor, or -1. */
static int
photo_page(const struct files *f, int photo)
{
	struct files_writer *w = files_begin(f);
	int fd = -1;

	if (w == NULL)
		return -1;
	if (photos_join(&photo, 1, w) == 0)
		fd = files_reread(w);
	files_abort(w);
	return fd;
}

/* The stored file, as a PDF: a descriptor, or -1. */
static int
open_pdf(const struct files *f, const char *hash, const char *type)
{
	int fd, pdf;

	if (!page_image_draws(type) || files_look(f, hash, &fd) != FILES_GOOD)
		return -1;
	if (strcmp(type, "application/pdf") == 0)
		return fd;
	pdf = photo_page(f, fd);
	close(fd);
	return pdf;
}

/* Is it the fault of the file, so that another time it will be the same? */
static int
is_its_fault(int code)
{
	return code > 0 || code == CHILD_FAILED;
}

static void
keep_count(const struct files *f, const char *hash, int n)
{
	int fd = memfd_create("count", MFD_CLOEXEC);

	if (fd == -1)
		return;
	if (dprintf(fd, "%d", n) > 0)
		keep(f, hash, 0, fd);
	close(fd);
}

static int
count_kept(const struct files *f, const char *hash)
{
	char text[12] = "";
	int fd = open_kept(f, hash, 0);
	ssize_t n = fd != -1 ? read(fd, text, sizeof(text) - 1) : 0;

	if (fd != -1)
		close(fd);
	return n > 0 && isdigit((unsigned char)text[0]) ? atoi(text) : -1;
}

/* -- for pages ------------------------------------------------------------- */

int
page_image_draws(const char *type)
{
	return strcmp(type, "application/pdf") == 0 ||
	    strcmp(type, "image/jpeg") == 0 || strcmp(type, "image/png") == 0;
}

int
page_image_count(const struct files *f, const char *hash, const char *type)
{
	int pdf, picture, code = 0, n = count_kept(f, hash);

	if (n != -1)
		return n;
	if ((pdf = open_pdf(f, hash, type)) == -1)
		return -1;
	n = pdf_check_pages(pdf);
	if (n > 0 && lseek(pdf, 0, SEEK_SET) == 0 &&
	    (code = draw(pdf, 1, &picture)) == 0) {
		keep(f, hash, 1, picture);
		close(picture);
	}
	close(pdf);
	if (is_its_fault(code))
		n = 0;
	else if (code != 0)
		return -1;
	if (n >= 0)
		keep_count(f, hash, n);
	return n;
}

int
page_image_open(const struct files *f, const char *hash, const char *type,
    int page)
{
	int n = page_image_count(f, hash, type), fd, pdf;

	if (page < 1 || page > n)
		return -1;
	fd = open_kept(f, hash, page);
	if (fd != -1 && is_whole(fd))
		return fd;
	if (fd != -1)
		close(fd);
	if ((pdf = open_pdf(f, hash, type)) == -1)
		return -1;
	if (draw(pdf, page, &fd) == 0) {
		keep(f, hash, page, fd);
		if (lseek(fd, 0, SEEK_SET) != 0) {
			close(fd);
			fd = -1;
		}
	} else
		fd = -1;
	close(pdf);
	return fd;
}

/* -- clearing up ----------------------------------------------------------- */

/* Is the picture of this name, "HASH.1", no longer wanted? */
static int
is_over(const struct files *f, int folder, const char *name)
{
	char hash[FILES_HASH_SIZE];
	struct stat st;

	if (strlen(name) < FILES_HASH_SIZE)
		return name[0] != '.';
	memcpy(hash, name, FILES_HASH_SIZE - 1);
	hash[FILES_HASH_SIZE - 1] = '\0';
	return files_is_gone(f, hash) ||
	    (fstatat(folder, name, &st, AT_SYMLINK_NOFOLLOW) == 0 &&
	    st.st_mtime < time(NULL) - KEPT);
}

static int
sweep_folder(const struct files *f, int above, const char *name)
{
	int fd = openat(above, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW |
	    O_CLOEXEC), n = 0;
	DIR *d = fd != -1 ? fdopendir(fd) : NULL;
	struct dirent *e;

	if (d == NULL) {
		if (fd != -1)
			close(fd);
		return 0;
	}
	while ((e = readdir(d)) != NULL)
		if (e->d_name[0] != '.' && is_over(f, fd, e->d_name))
			n += unlinkat(fd, e->d_name, 0) == 0;
	closedir(d);
	return n;
}

int
page_image_sweep(const struct files *f)
{
	char path[PATH_MAX];
	DIR *d = make_path(f, NULL, -1, path) == 0 ? opendir(path) : NULL;
	struct dirent *e;
	int n = 0;

	while (d != NULL && (e = readdir(d)) != NULL)
		if (e->d_name[0] != '.')
			n += sweep_folder(f, dirfd(d), e->d_name);
	if (d != NULL)
		closedir(d);
	return n;
}
