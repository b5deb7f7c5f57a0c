/* first_day.c - what an office still lacks before its first day of work. */
#include "doctor/first_day.h"

#include <stdio.h>
#include <string.h>

#include "base/conf.h"
#include "base/conf_value.h"
#include "clock/calendar.h"
#include "office/last_run.h"
#include "office/office.h"
#include "office/row.h"

#define NAMES_SHOWN 3

enum stmt { STMT_PEOPLE, STMT_SOPS, STMT_EMPTY, STMT__MAX };

#define IN_FORCE(v, at) \
	v ".effective_from <= " at \
	" AND (" v ".effective_to IS NULL OR " v ".effective_to > " at ")"

static const char *const sql[STMT__MAX] = {
	[STMT_PEOPLE] =
		"SELECT count(*) FROM people WHERE active = 1"
		"   AND institution_id IS NULL",
	[STMT_SOPS] =
		"SELECT count(*) FROM sop_versions v WHERE "
		IN_FORCE("v", "$1"),
	/* The performers of rows in force that nobody holds: of "a|b" one
	 * holder is enough, "a+b" needs one of each. */
	[STMT_EMPTY] =
		"SELECT DISTINCT f.name FROM performers f"
		"  JOIN roles r ON r.id = f.role_id AND r.external = 0"
		"   AND r.system = 0"
		" WHERE EXISTS (SELECT 1 FROM steps s"
		"   JOIN sop_versions v ON v.id = s.version_id"
		"   WHERE " IN_FORCE("v", "$1")
		"   AND '+' || replace(s.performer, 'setiap:', '') || '+'"
		"     LIKE '%+' || f.expr || '+%')"
		" AND NOT EXISTS (SELECT 1 FROM performers g"
		"   JOIN holders h ON h.role_id = g.role_id"
		"   JOIN people p ON p.id = h.person_id AND p.active = 1"
		"   WHERE g.expr = f.expr AND h.from_at <= $1"
		"   AND (h.to_at IS NULL OR h.to_at > $1))"
		" ORDER BY f.name",
};

/* Each says what is missing in `text`, or leaves it empty. */

static void
look_holidays(struct office *o, int64_t now, char *text, size_t size)
{
	const struct calendar *cal = office_calendar(o);
	struct cal_local today;

	if (cal == NULL) {
		snprintf(text, size, "Kantor ini belum punya kalender.");
		return;
	}
	calendar_local(cal, now, &today);
	for (int year = today.year + 1; year >= today.year; year--)
		if (!calendar_year_known(cal, year))
			snprintf(text, size, "Hari libur tahun %d belum "
			    "diisi.", year);
}

static void
look_people(struct office *o, char *text, size_t size)
{
	if (row_int(db_query(office_db(o), sql[STMT_PEOPLE], "")) < 2)
		snprintf(text, size, "Belum ada pegawai selain "
		    "administrator.");
}

static void
look_sops(struct office *o, int64_t now, char *text, size_t size)
{
	if (row_int(db_query(office_db(o), sql[STMT_SOPS], "i", now)) == 0)
		snprintf(text, size, "Belum ada SOP yang berlaku.");
}

static void
look_holders(struct office *o, int64_t now, char *text, size_t size)
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_EMPTY], "i", now);
	size_t used = 0, more = 0;

	for (int n = 0; db_step(st); n++) {
		if (n >= NAMES_SHOWN) {
			more++;
			continue;
		}
		snprintf(text + used, size - used, "%s%.40s", n == 0 ?
		    "Belum ada pemegangnya: " : ", ", db_text(st, 0));
		used = strlen(text);
	}
	db_done(st);
	if (used > 0 && more > 0)
		snprintf(text + used, size - used, ", dan %zu lagi.", more);
	else if (used > 0)
		snprintf(text + used, size - used, ".");
}

int
first_day_no_channel(const struct conf *conf)
{
	return conf->mail_server[0] == '\0' && conf->whatsapp[0] == '\0' &&
	    !conf_value_is_local(conf->site);
}

static void
look_backup(struct office *o, char *text, size_t size)
{
	struct last_run list[LAST_RUN__MAX];

	if (last_run_list(o, list) == CASE_OK &&
	    list[LAST_RUN_BACKUP].well_at == 0)
		snprintf(text, size, "Belum pernah ada cadangan.");
}

size_t
first_day(struct office *o, const struct conf *conf, int64_t now,
    struct first_day_lack list[FIRST_DAY_LACKS])
{
	struct first_day_lack all[FIRST_DAY_LACKS] = {
		{ "kalender", "Hari libur", "" },
		{ "pengguna", "Pegawai", "" },
		{ "sop", "SOP", "" },
		{ "peran", "Pemegang peran", "" },
		{ "pengiriman", "Saluran pesan", "" },
		{ "sistem", "Cadangan", "" },
	};
	const size_t size = sizeof(all[0].text);
	size_t n = 0;

	look_holidays(o, now, all[0].text, size);
	look_people(o, all[1].text, size);
	look_sops(o, now, all[2].text, size);
	look_holders(o, now, all[3].text, size);
	if (first_day_no_channel(conf))
		snprintf(all[4].text, size, "Belum ada saluran: pesan hanya "
		    "ditulis ke folder mailbox.");
	look_backup(o, all[5].text, size);
	for (size_t i = 0; i < FIRST_DAY_LACKS; i++)
		if (all[i].text[0] != '\0')
			list[n++] = all[i];
	return n;
}
