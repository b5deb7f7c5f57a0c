/*
 * import_history.c - finished cases of an event log, written as cases of the
 * office.
 */
#include "exchange/import_history.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "case/act_frame.h"
#include "case/act_record.h"
#include "case/act_start.h"
#include "case/deadline.h"
#include "case/span.h"
#include "case/task_close.h"
#include "case/task_open.h"
#include "case/transition.h"
#include "clock/calendar.h"
#include "exchange/import_sop.h"
#include "office/closed.h"
#include "office/soplist.h"

#define PROGRESS 256		/* cases between two calls */

struct import {
	const struct import_log		*log;
	const struct import_sop		*found;
	const struct import_request	*h;
	struct act_start		 start;
	const struct sop		*sop;
	struct act_work			*w;
	import_progress		*progress;
	void				*arg;
	struct import_sums		 sums;
	int				 visits[256];	/* of each row */
};

/* -- checking ------------------------------------------------------------ */

static void
check_instant(struct office *o, struct import_log *l,
    const struct import_event *e, int64_t at, int64_t now)
{
	struct cal_local local;

	calendar_local(office_calendar(o), at, &local);
	if (at > now)
		import_log_wrong(l, e->line, "waktunya di masa depan");
	else if (local.year < CAL_FIRST_YEAR)
		import_log_wrong(l, e->line, "waktunya sebelum tahun %d",
		    CAL_FIRST_YEAR);
	else if (office_month_is_closed(o, at))
		import_log_wrong(l, e->line, "bulan %04d-%02d sudah disahkan",
		    local.year, local.month);
}

void
import_history_check(struct office *o, struct import_log *l, int64_t now)
{
	size_t i, kept = 0, faults;

	for (i = 0; i < l->count; i++) {
		faults = l->nfault;
		check_instant(o, l, &l->event[i], l->event[i].at, now);
		if (l->nfault == faults && l->event[i].begun != 0)
			check_instant(o, l, &l->event[i], l->event[i].begun,
			    now);
		if (l->nfault == faults)
			l->event[kept++] = l->event[i];
	}
	l->count = kept;
	import_log_sort_faults(l);
}

/* -- a case -------------------------------------------------------------- */

/* Was this case imported before?  `key` gets what its event will carry. */
static int
is_known(struct import *im, const char *trace, char key[65])
{
	char text[512];
	int n = snprintf(text, sizeof(text), "import\n%s\n%s", im->h->slug,
	    trace);

	office_sha256(text, (size_t)n, key);
	return change_repeated(im->w->o, key);
}

static enum outcome
outcome_of(const struct import_event *e, int last)
{
	switch (e->outcome) {
	case IMPORT_RETURN:
		return OUTCOME_RETURN;
	case IMPORT_REFUSE:
		return OUTCOME_REFUSE;
	default:
		return last ? OUTCOME_END : OUTCOME_FORWARD;
	}
}

/* One finished visit, received when the one before was finished (0: it is the
 * first).  Without a beginning its work cannot be told from its queue, so its
 * limit measures from the receipt. */
static int
add_visit(struct import *im, size_t at, int64_t received, int last)
{
	struct act_work *w = im->w;
	const struct import_event *e = &im->log->event[at];
	size_t row = im->found->row_of[at];
	struct task_row t, *p;
	int64_t opened = received != 0 ? received : e->at;

	w->at = e->at;
	if (e->begun != 0 && e->begun < opened)
		opened = e->begun;
	task_open_row(w, sop_row_at(im->sop, (int)row + 1),
	    im->found->role[im->found->role_of[at]].slug, &t);
	t.visit = ++im->visits[row];
	t.opened_at = opened;
	deadline_receive(w, &t, opened);
	t.received_at = received;
	if (e->begun == 0)
		snprintf(t.measure, sizeof(t.measure), "%s",
		    standard_measure_slug(MEASURE_TURNAROUND));
	if ((p = act_add_task(w, &t, 1)) == NULL)
		return CASE_DB;
	if (e->begun > opened)
		span_begin(w, p, PHASE_QUEUE, opened);
	span_begin(w, p, PHASE_OWN, e->begun > opened ? e->begun : opened);
	p->claimed_at = e->begun;
	task_close(w, p, outcome_of(e, last), e->at);
	p->late_entry = 0;	/* it was recorded in time, elsewhere */
	if (e->outcome == IMPORT_RETURN && !last)
		p->return_pos = (int64_t)im->found->row_of[at + 1] + 1;
	if (*e->person != '\0')
		act_say(w, e->activity, e->person);
	return CASE_OK;
}

static void
new_case(struct import *im, const struct import_event *first)
{
	struct act_work *w = im->w;

	act_reset(w);
	memset(im->visits, 0, sizeof(im->visits));
	w->start = &im->start;
	w->sop = im->sop;
	w->at = first->begun != 0 ? first->begun : first->at;
	act_start_case(w);
	act_start_number(w, 'I');
	w->c.opened_at = w->at;
	utf8_copy(w->c.subject, sizeof(w->c.subject), first->trace);
}

/* The events [first, first + n) of the log are one case.  An event holds as
 * many visits as an act can have. */
static int
import_case(struct import *im, size_t first, size_t n)
{
	struct act_work *w = im->w;
	const struct import_event *e = im->log->event + first;
	size_t i;
	int err, last;

	new_case(im, e);
	for (i = 0; i < n; i++) {
		last = i + 1 == n;
		if ((err = add_visit(im, first + i, i ? e[i - 1].at : 0,
		    last)) != CASE_OK)
			return err;
		if (last)
			transition_end(w, e[i].outcome == IMPORT_REFUSE ?
			    "refused" : "done", e[i].at);
		if (!last && w->ntask < ACT_TASKS)
			continue;
		if ((err = act_record(w, "import", w->task[0].now.id,
		    ACTOR_SYSTEM)) != CASE_OK)
			return err;
		w->ntask = 0;
	}
	im->sums.events += n;
	im->sums.cases++;
	return CASE_OK;
}

static int
import_all(struct act_work *w, void *arg)
{
	struct import *im = arg;
	const struct import_log *l = im->log;
	char key[65];
	size_t first, n, traces = 0;
	int err;

	im->w = w;
	im->sop = office_sop(w->o, im->start.version_id);
	if (im->sop == NULL)
		return CASE_DB;
	im->sums.cases = im->sums.events = im->sums.known = 0;
	for (first = 0; first < l->count; first += n) {
		n = import_log_case(l, first);
		if (traces++ % PROGRESS == 0 && im->progress != NULL)
			im->progress(im->arg, first, l->count);
		if (is_known(im, l->event[first].trace, key)) {
			im->sums.known++;
			continue;
		}
		im->w->a->idem = key;
		if ((err = import_case(im, first, n)) != CASE_OK)
			return err;
	}
	return CASE_OK;
}

/* -- all of it ----------------------------------------------------------- */

static int64_t
earliest(const struct import_log *l)
{
	int64_t at = INT64_MAX, begun;
	size_t i;

	for (i = 0; i < l->count; i++) {
		begun = l->event[i].begun ? l->event[i].begun : l->event[i].at;
		if (begun < at)
			at = begun;
	}
	return at;
}

static enum case_err
check_standards(struct office *o, const struct import_sop *p,
    const struct import_request *h)
{
	size_t i, row;

	for (i = 0; i < h->nstandard; i++) {
		for (row = 0; row < p->nrow; row++)
			if (strcmp(p->row[row].activity,
			    h->standard[i].activity) == 0)
				break;
		if (row == p->nrow)
			return office_fail(o, CASE_INVALID, "standard",
			    "Standar untuk \"%s\": kegiatan itu tidak ada "
			    "dalam catatan.", h->standard[i].activity);
	}
	return CASE_OK;
}

/* The version that an import of the same text has made before; 0. */
static int64_t
made_before(struct office *o, const char *slug, const char *yaml)
{
	struct sop_item *items;
	int64_t id = 0;
	char *text;
	size_t n;

	if (soplist_versions(o, slug, &items, &n) != CASE_OK)
		return 0;
	text = soplist_text(o, items[0].version_id);
	if (text != NULL && strcmp(text, yaml) == 0)
		id = items[0].version_id;
	free(text);
	free(items);
	return id;
}

/* The procedure in force for no moment: nobody can start it. */
static enum case_err
publish(struct office *o, const struct change *ch, const struct import_sop *p,
    const struct import_request *h, int64_t *version_id)
{
	char *yaml = import_sop_yaml(o, p, h), slug[80];
	enum case_err err = CASE_OK;

	if (yaml == NULL)
		return office_fail(o, CASE_DB, "", "memori habis");
	snprintf(slug, sizeof(slug), "impor-%s", h->slug);
	if ((*version_id = made_before(o, slug, yaml)) == 0)
		err = office_publish(o, ch, slug, yaml, strlen(yaml),
		    version_id);
	if (err == CASE_OK && office_sop_version(o, slug, ch->now) != 0)
		err = office_withdraw_sop(o, ch, slug, 0);
	free(yaml);
	return err;
}

enum case_err
import_history(struct office *o, const struct change *ch,
    const struct import_log *log, const struct import_request *h,
    import_progress *progress, void *arg, struct import_sums *sums)
{
	struct import_sop found;
	struct import im = { .log = log, .found = &found, .h = h,
		.progress = progress, .arg = arg };
	static const struct act_kind act = { "import", NULL, 0 };
	enum case_err err;
	size_t i;

	memset(sums, 0, sizeof(*sums));
	if (log->count == 0)
		return office_fail(o, CASE_INVALID, "",
		    "Tidak ada peristiwa yang dapat diimpor.");
	err = import_sop_find(o, log, &found);
	if (err == CASE_OK)
		err = check_standards(o, &found, h);
	if (err == CASE_OK)
		err = import_sop_make_roles(o, ch, &found, earliest(log));
	if (err == CASE_OK)
		err = publish(o, ch, &found, h, &im.start.version_id);
	if (err == CASE_OK)
		err = act_batch(o, ch, &act, import_all, &im);
	im.sums.rows = found.nrow;
	for (i = 0; i < found.nrole; i++)
		im.sums.roles += !found.role[i].known;
	*sums = im.sums;
	import_sop_free(&found);
	return err;
}
