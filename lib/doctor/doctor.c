/* doctor.c - the list of checks, and how a finding is said. */
#include "doctor/doctor.h"

#include <stdarg.h>
#include <stdio.h>

#include "doctor/doctor_inner.h"

struct doctor_check {
	const char	 *slug, *name;
	enum doctor_cost  cost;
	void		(*run)(struct doctor *);
};

static const struct doctor_check checks[] = {
	{ "configuration", "Konfigurasi", DOCTOR_CHEAP,
	    doctor_configuration },
	{ "key", "Kunci server", DOCTOR_CHEAP, doctor_key },
	{ "database", "Database", DOCTOR_CHEAP, doctor_database },
	{ "history", "Riwayat dan dokumen", DOCTOR_SLOW, doctor_history },
	{ "folder", "Folder data", DOCTOR_CHEAP, doctor_folder },
	{ "documents", "Tempat dokumen", DOCTOR_CHEAP, doctor_documents },
	{ "files", "Pemilik file", DOCTOR_SLOW, doctor_files },
	{ "disk", "Ruang disk", DOCTOR_CHEAP, doctor_disk },
	{ "clock", "Jam", DOCTOR_CHEAP, doctor_clock },
	{ "synchronised", "Penyelarasan jam", DOCTOR_OUTSIDE,
	    doctor_synchronised },
	{ "programs", "Program pembantu", DOCTOR_CHEAP, doctor_programs },
	{ "chart-fonts", "Huruf diagram", DOCTOR_CHEAP, doctor_chart_fonts },
	{ "letter-fonts", "Huruf surat", DOCTOR_SLOW, doctor_letter_fonts },
	{ "scanner", "Antivirus", DOCTOR_SLOW, doctor_scanner },
	{ "channels", "Saluran pesan", DOCTOR_CHEAP, doctor_channels },
	{ "answers", "Jawaban saluran", DOCTOR_OUTSIDE, doctor_answers },
	{ "runs", "Pekerjaan berkala", DOCTOR_CHEAP, doctor_runs },
	{ "subjects", "Permintaan data pribadi", DOCTOR_CHEAP,
	    doctor_subjects },
	{ "holidays", "Hari libur", DOCTOR_CHEAP, doctor_holidays },
	{ "visitors", "Alamat pengunjung", DOCTOR_CHEAP, doctor_visitors },
	{ "site", "Server web", DOCTOR_OUTSIDE, doctor_site },
};

static const char *const slugs[DOCTOR__STATES] = {
	[DOCTOR_OK] = "ok",
	[DOCTOR_WARNING] = "warning",
	[DOCTOR_FAULT] = "fault",
};

static const char *const words[DOCTOR__STATES] = {
	[DOCTOR_OK] = "ok",
	[DOCTOR_WARNING] = "peringatan",
	[DOCTOR_FAULT] = "galat",
};

const char *
doctor_state_slug(enum doctor_state state)
{
	return slugs[state];
}

const char *
doctor_state_word(enum doctor_state state)
{
	return words[state];
}

__attribute__((format(printf, 4, 0))) static void
say(struct doctor *d, enum doctor_state state, const char *remedy,
    const char *fmt, va_list ap)
{
	char text[1024];
	const struct doctor_finding f = { .slug = d->check->slug,
	    .name = d->check->name, .state = state, .text = text,
	    .remedy = remedy };

	vsnprintf(text, sizeof(text), fmt, ap);
	d->faults += state == DOCTOR_FAULT;
	d->warnings += state == DOCTOR_WARNING;
	if (d->take != NULL)
		d->take(d->arg, &f);
}

void
doctor_ok(struct doctor *d, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say(d, DOCTOR_OK, "", fmt, ap);
	va_end(ap);
}

void
doctor_say(struct doctor *d, enum doctor_state state, const char *remedy,
    const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	say(d, state, remedy, fmt, ap);
	va_end(ap);
}

int
doctor_count(const struct doctor *d)
{
	return d->faults + d->warnings;
}

void
doctor_run(struct doctor *d)
{
	d->faults = d->warnings = 0;
	for (size_t i = 0; i < sizeof(checks) / sizeof(checks[0]); i++) {
		d->check = &checks[i];
		if (checks[i].cost <= d->cost)
			checks[i].run(d);
	}
}
