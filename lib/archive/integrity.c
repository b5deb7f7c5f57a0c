/* integrity.c - is the office as it was written? */
#include "archive/integrity.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "month/root.h"
#include "office/stored_file.h"
#include "store/event.h"
#include "store/mark.h"
#include "store/migrate.h"

void
integrity_fault(struct integrity *in, const char *fmt, ...)
{
	char line[2048];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(line, sizeof(line), fmt, ap);
	va_end(ap);
	in->faults++;
	in->fault(in->arg, line);
}

/* A part could not be read: a fault, but for one that another schema may not
 * have. */
static void
unreadable(struct office *o, struct integrity *in, const char *part)
{
	char line[512];

	if (db_schema_state(office_db(o), db_schema, db_schema_count) ==
	    DB_SCHEMA_CURRENT) {
		integrity_fault(in, "%s: tidak dapat dibaca: %s", part,
		    db_error(office_db(o)));
		return;
	}
	snprintf(line, sizeof(line), "%s: tidak diperiksa, karena skema basis "
	    "data ini bukan skema program ini", part);
	in->note(in->arg, line);
}

/* -- the database --------------------------------------------------------- */

static void
page_fault(void *arg, const char *what)
{
	integrity_fault(arg, "basis data: %s", what);
}

static void
event_faulty(void *arg, int64_t stream, int64_t seq, const char *what)
{
	integrity_fault(arg, "aliran %lld, kejadian %lld: %s",
	    (long long)stream, (long long)seq, what);
}

static void
event_note(void *arg, int64_t stream, int64_t seq, const char *what)
{
	struct integrity *in = arg;
	char line[256];

	snprintf(line, sizeof(line), "aliran %lld, kejadian %lld: %s",
	    (long long)stream, (long long)seq, what);
	in->note(in->arg, line);
}

static void
month_fault(void *arg, const char *month, int64_t stream, const char *what)
{
	if (stream != 0)
		integrity_fault(arg, "bulan %s, aliran %lld: %s", month,
		    (long long)stream, what);
	else
		integrity_fault(arg, "bulan %s: %s", month, what);
}

void
integrity_database(struct office *o, struct integrity *in)
{
	struct db *db = office_db(o);

	if (db_check(db, page_fault, in) < 0)
		page_fault(in, db_error(db));
	in->pages = in->faults;
	if (office_key_fault(o)[0] != '\0')
		integrity_fault(in, "%s", office_key_fault(o));
	if (event_verify(db, event_faulty, event_note, in, &in->events) < 0)
		unreadable(o, in, "riwayat");
	if (root_verify(o, 0, month_fault, in, &in->months) < 0)
		unreadable(o, in, "akar bulan");
}

void
integrity_end(struct office *o, struct integrity *in)
{
	int64_t length;

	if (mark_check(office_db(o), &length) != MARK_LOST)
		return;
	integrity_fault(in, "akhir riwayat hilang: file mark mencatat %lld "
	    "kejadian, basis data memuat %lld. Kembalikan office.db-wal yang "
	    "tertinggal, atau pulihkan cadangan; bila kehilangan ini "
	    "diterima, hapus file mark", (long long)length,
	    (long long)in->events);
}

/* -- the files ------------------------------------------------------------ */

static void
check_file(struct office *o, struct integrity *in, const char *hash)
{
	switch (files_look(office_files(o), hash, NULL)) {
	case FILES_GOOD:
		break;
	case FILES_MISSING:
		integrity_fault(in, "dokumen %s: tidak ada", hash);
		break;
	case FILES_ALTERED:
		integrity_fault(in, "dokumen %s: isinya berubah", hash);
		break;
	case FILES_UNREADABLE:
		integrity_fault(in, "dokumen %s: tidak dapat dibaca: %s", hash,
		    strerror(errno));
		break;
	}
}

void
integrity_files(struct office *o, struct integrity *in)
{
	struct stored_file *list;
	size_t n;

	if (stored_file_list(o, &list, &n) != CASE_OK) {
		integrity_fault(in, "daftar dokumen: %s", office_why(o));
		return;
	}
	for (size_t i = 0; i < n; i++) {
		check_file(o, in, list[i].sha256);
		if (in->progress != NULL)
			in->progress(in->arg, i + 1, n);
	}
	in->files = (int64_t)n;
	free(list);
}
