/*
 * sqlite_backup.c - a copy of the database while others work on it.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "store/sqlite.h"

/* Copy every page in one step, so that the copy is of one instant. */
static int
copy(struct db *db, const char *path)
{
	sqlite3_backup *job;
	sqlite3 *to = NULL;
	int code, rc = DB_ERROR;

	code = sqlite3_open_v2(path, &to, SQLITE_OPEN_READWRITE, NULL);
	if (code == SQLITE_OK)
		sqlite3_db_config(to, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1,
		    NULL);
	job = code == SQLITE_OK ?
	    sqlite3_backup_init(to, "main", sqlite_handle(db), "main") : NULL;
	if (job != NULL) {
		sqlite3_backup_step(job, -1);
		code = sqlite3_backup_finish(job);
		rc = code == SQLITE_OK ? 0 : DB_ERROR;
	}
	if (rc != 0)
		db_fail(db, "%s: %s", path, sqlite3_errmsg(to));
	sqlite3_close(to);
	return rc;
}

int
sqlite_backup(struct db *db, const char *path)
{
	int rc, fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0640);

	if (fd == -1)
		return db_fail(db, "%s: %s", path, strerror(errno));
	rc = copy(db, path);
	if (rc == 0 && fsync(fd) != 0)
		rc = db_fail(db, "%s: %s", path, strerror(errno));
	close(fd);
	if (rc != 0)
		unlink(path);
	return rc;
}
