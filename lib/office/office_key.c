/* office_key.c - the server key of an office: read, made once, and proved. */
#include "office/office_key.h"

#include <sys/file.h>
#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "office/office_inner.h"
#include "store/files.h"
#include "store/installation.h"

/* Note why the key is wrong.  Who only looks goes on: 0; else -1. */
static int
refuse(struct office *o, enum db_mode mode, const char *text, char *why,
    size_t whysize)
{
	snprintf(o->key_fault, sizeof(o->key_fault), "%s", text);
	if (mode < DB_READ)
		return 0;
	snprintf(why, whysize, "%s", text);
	return -1;
}

/* Of the first `size` bytes of the file: how many there are, or -1. */
static ssize_t
read_key(const char *path, unsigned char *key, size_t size)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC), error;
	ssize_t n;

	if (fd == -1)
		return -1;
	n = read(fd, key, size);
	error = errno;
	close(fd);
	errno = error;
	return n;
}

/* Fill the locked file `fresh` and give it the name of the key when it is whole
 * and on the disk: 0, or -1 with errno. */
static int
write_key(struct office *o, int fd, const char *fresh, const char *path)
{
	randombytes_buf(o->key, sizeof(o->key));
	if (ftruncate(fd, 0) != 0 ||
	    write(fd, o->key, sizeof(o->key)) != sizeof(o->key) ||
	    fsync(fd) != 0)
		return -1;
	return rename(fresh, path);
}

/* Make the key, alone: of two who begin an office at once the second finds the
 * key of the first. */
static int
make_key(struct office *o, const char *data, const char *path)
{
	char fresh[4096];
	int fd, rc = -1;

	snprintf(fresh, sizeof(fresh), "%.4000s/.key-new", data);
	fd = open(fresh, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
	if (fd == -1)
		return -1;
	if (flock(fd, LOCK_EX) == 0) {
		if (read_key(path, o->key, sizeof(o->key)) == sizeof(o->key))
			rc = unlink(fresh) == 0 || errno == ENOENT ? 0 : -1;
		else
			rc = write_key(o, fd, fresh, path);
	}
	close(fd);
	return rc == 0 ? files_sync_folder(data) : -1;
}

int
office_key_load(struct office *o, const char *data, enum db_mode mode,
    char *why, size_t whysize)
{
	char path[4096], text[sizeof(o->key_fault)], kept[65];
	ssize_t n;

	snprintf(path, sizeof(path), "%.4000s/key", data);
	n = read_key(path, o->key, sizeof(o->key));
	if (n == sizeof(o->key))
		return 0;
	if (n == -1 && errno != ENOENT)
		snprintf(text, sizeof(text), "%.800s: tidak dapat dibaca: %s",
		    path, strerror(errno));
	else if (installation_get(o->db, INSTALLATION_KEY_CHECK, kept,
	    sizeof(kept)) != 0)
		snprintf(text, sizeof(text), "%.800s: %s. Kembalikan dari "
		    "cadangan (\"sopap restore\") atau salin dari mesin lain "
		    "kantor ini; dengan kunci lain semua kode pelacakan dan "
		    "kode surat tidak berlaku lagi", path,
		    n == -1 ? "tidak ada" : "tidak lengkap");
	else if (mode != DB_CREATE)
		snprintf(text, sizeof(text), "%.800s: belum ada kantor di "
		    "sini (\"sopap init\")", data);
	else if (make_key(o, data, path) == 0)
		return 0;
	else
		snprintf(text, sizeof(text), "%.800s: tidak dapat dibuat: %s",
		    path, strerror(errno));
	sodium_memzero(o->key, sizeof(o->key));
	return refuse(o, mode, text, why, whysize);
}

int
office_key_prove(struct office *o, enum db_mode mode, char *why,
    size_t whysize)
{
	char kept[65], now[65];
	int rc = installation_get(o->db, INSTALLATION_KEY_CHECK, kept,
	    sizeof(kept));

	if (o->key_fault[0] != '\0')
		return 0;
	office_mac(o, "key-check", "sopap", now);
	if (rc == 0 && mode >= DB_WRITE)
		rc = installation_claim(o->db, INSTALLATION_KEY_CHECK, now,
		    kept, sizeof(kept));
	if (rc < 0) {
		snprintf(why, whysize, "%s", db_error(o->db));
		return -1;
	}
	if (rc == 0 || sodium_memcmp(kept, now, sizeof(now)) == 0)
		return 0;
	return refuse(o, mode, "key bukan kunci basis data ini. Kembalikan "
	    "kunci yang benar dari cadangan (\"sopap restore\") atau salin "
	    "dari mesin lain kantor ini", why, whysize);
}

const char *
office_key_fault(const struct office *o)
{
	return o->key_fault;
}
