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
#include "store/id.h"
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

/* A key that was turned, as it lies in the file: with the first id that it does
 * not make, the most significant byte first. */
#define OLD_SIZE (CASE_KEY_SIZE + 8)

static void
read_old(struct old_key *old, const unsigned char *bytes)
{
	memcpy(old->key, bytes, CASE_KEY_SIZE);
	old->until = 0;
	for (int i = 0; i < 8; i++)
		old->until = old->until << 8 | bytes[CASE_KEY_SIZE + i];
}

/* The keys of the file: 0; 1 when it is not whole; -1 with errno. */
static int
read_keys(struct office *o, const char *path)
{
	unsigned char bytes[CASE_KEY_SIZE + OLD_KEYS * OLD_SIZE + 1];
	int fd = open(path, O_RDONLY | O_CLOEXEC), error;
	ssize_t n;

	if (fd == -1)
		return -1;
	n = read(fd, bytes, sizeof(bytes));
	error = errno;
	close(fd);
	errno = error;
	if (n < 0)
		return -1;
	if (n < CASE_KEY_SIZE || n == sizeof(bytes) ||
	    (n - CASE_KEY_SIZE) % OLD_SIZE != 0)
		return 1;
	memcpy(o->key, bytes, CASE_KEY_SIZE);
	o->nold = (size_t)(n - CASE_KEY_SIZE) / OLD_SIZE;
	for (size_t i = 0; i < o->nold; i++)
		read_old(&o->old[i], bytes + CASE_KEY_SIZE + i * OLD_SIZE);
	sodium_memzero(bytes, sizeof(bytes));
	return 0;
}

/* Write the keys, the one in force first: 0, or -1 with errno. */
static int
write_keys(const struct office *o, int fd)
{
	unsigned char bytes[CASE_KEY_SIZE + OLD_KEYS * OLD_SIZE], *to = bytes;
	size_t size = CASE_KEY_SIZE + o->nold * OLD_SIZE;
	ssize_t n;

	memcpy(to, o->key, CASE_KEY_SIZE);
	to += CASE_KEY_SIZE;
	for (size_t i = 0; i < o->nold; i++, to += OLD_SIZE) {
		memcpy(to, o->old[i].key, CASE_KEY_SIZE);
		for (int k = 0; k < 8; k++)
			to[CASE_KEY_SIZE + k] = (unsigned char)
			    ((uint64_t)o->old[i].until >> (56 - 8 * k));
	}
	n = ftruncate(fd, 0) == 0 ? write(fd, bytes, size) : -1;
	sodium_memzero(bytes, sizeof(bytes));
	return n == (ssize_t)size && fsync(fd) == 0 ? 0 : -1;
}

/* Fill the locked file `fresh` with another key in force, and give it the name
 * of the key when it is whole and on the disk: 0, or -1 with errno. */
static int
put_key(struct office *o, int fd, const char *fresh, const char *path)
{
	randombytes_buf(o->key, sizeof(o->key));
	return write_keys(o, fd) == 0 ? rename(fresh, path) : -1;
}

/* The file that becomes the key, locked: its descriptor, or -1. */
static int
open_fresh(const char *data, char fresh[4096])
{
	int fd;

	snprintf(fresh, 4096, "%.4000s/.key-new", data);
	fd = open(fresh, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
	if (fd == -1 || flock(fd, LOCK_EX) == 0)
		return fd;
	close(fd);
	return -1;
}

/* Make the key, alone: of two who begin an office at once the second finds the
 * key of the first. */
static int
make_key(struct office *o, const char *data, const char *path)
{
	char fresh[4096];
	int fd = open_fresh(data, fresh), rc;

	if (fd == -1)
		return -1;
	if (read_keys(o, path) == 0)
		rc = unlink(fresh) == 0 || errno == ENOENT ? 0 : -1;
	else
		rc = put_key(o, fd, fresh, path);
	close(fd);
	return rc == 0 ? files_sync_folder(data) : -1;
}

int
office_key_load(struct office *o, const char *data, enum db_mode mode,
    char *why, size_t whysize)
{
	char path[4096], text[sizeof(o->key_fault)], kept[65];
	int n;

	snprintf(path, sizeof(path), "%.4000s/key", data);
	if ((n = read_keys(o, path)) == 0)
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

static void
check_value(const unsigned char key[CASE_KEY_SIZE], char hex[65])
{
	office_mac(key, "key-check", "sopap", hex);
}

/* Is it the check value of a key that was turned?  Then the turning was
 * interrupted before the database knew of it. */
static int
was_in_force(const struct office *o, const char *kept)
{
	char hex[65];

	for (size_t i = 0; i < o->nold; i++) {
		check_value(o->old[i].key, hex);
		if (sodium_memcmp(kept, hex, sizeof(hex)) == 0)
			return 1;
	}
	return 0;
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
	check_value(o->key, now);
	if (rc == 0 && mode >= DB_WRITE)
		rc = installation_claim(o->db, INSTALLATION_KEY_CHECK, now,
		    kept, sizeof(kept));
	if (rc < 0) {
		snprintf(why, whysize, "%s", db_error(o->db));
		return -1;
	}
	if (rc == 0 || sodium_memcmp(kept, now, sizeof(now)) == 0)
		return 0;
	if (was_in_force(o, kept)) {
		if (mode < DB_WRITE || installation_put(o->db,
		    INSTALLATION_KEY_CHECK, now) == 0)
			return 0;
		snprintf(why, whysize, "%s", db_error(o->db));
		return -1;
	}
	return refuse(o, mode, "key bukan kunci basis data ini. Kembalikan "
	    "kunci yang benar dari cadangan (\"sopap restore\") atau salin "
	    "dari mesin lain kantor ini", why, whysize);
}

int
office_key_turn(struct office *o, const char *data, int64_t now, char *why,
    size_t whysize)
{
	char path[4096], fresh[4096];
	int fd, rc;

	if (o->nold == OLD_KEYS) {
		snprintf(why, whysize, "kunci ini sudah diganti %d kali",
		    OLD_KEYS);
		return -1;
	}
	snprintf(path, sizeof(path), "%.4000s/key", data);
	if ((fd = open_fresh(data, fresh)) == -1) {
		snprintf(why, whysize, "%s: %s", fresh, strerror(errno));
		return -1;
	}
	memmove(&o->old[1], &o->old[0], o->nold++ * sizeof(o->old[0]));
	memcpy(o->old[0].key, o->key, sizeof(o->key));
	o->old[0].until = id_first(now + 1);
	rc = put_key(o, fd, fresh, path) == 0 ? files_sync_folder(data) : -1;
	if (rc == -1)
		snprintf(why, whysize, "%s: %s", path, strerror(errno));
	close(fd);
	return rc == 0 ? office_key_prove(o, DB_WRITE, why, whysize) : -1;
}

const char *
office_key_fault(const struct office *o)
{
	return o->key_fault;
}
