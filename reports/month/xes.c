/* xes.c - writing an event log. */
#include "reports/month/xes.h"

#include <string.h>

#include "clock/calendar.h"
#include "exchange/export_visits.h"
#include "month/month.h"
#include "people/person.h"

struct writer {
	FILE			*f;
	const struct xes_mask	*k;
	int64_t			 case_id;	/* of the open trace, or 0 */
};

/* Text of an attribute; control characters that XML 1.0 cannot hold are left
 * out. */
static void
put_text(FILE *f, const char *s)
{
	for (; *s != '\0'; s++) {
		if (*s == '&')
			fputs("&amp;", f);
		else if (*s == '<')
			fputs("&lt;", f);
		else if (*s == '>')
			fputs("&gt;", f);
		else if (*s == '"')
			fputs("&quot;", f);
		else if (*s == '\n' || *s == '\t')
			fprintf(f, "&#%d;", *s);
		else if ((unsigned char)*s >= 0x20)
			putc(*s, f);
	}
}

static void
put_string(FILE *f, const char *key, const char *value)
{
	if (*value == '\0')
		return;
	fprintf(f, "<string key=\"%s\" value=\"", key);
	put_text(f, value);
	fputs("\"/>\n", f);
}

static void
put_int(FILE *f, const char *key, int64_t value)
{
	fprintf(f, "<int key=\"%s\" value=\"%lld\"/>\n", key,
	    (long long)value);
}

static void
put_flag(FILE *f, const char *key, int value)
{
	fprintf(f, "<boolean key=\"%s\" value=\"%s\"/>\n", key, value ?
	    "true" : "false");
}

static void
put_date(struct writer *w, const char *key, int64_t at)
{
	char text[CAL_TEXT_SIZE];

	if (at != 0)
		fprintf(w->f, "<date key=\"%s\" value=\"%s\"/>\n", key,
		    calendar_write(office_calendar(w->k->o), at, text));
}

/* "p-1f2e...": of one file alone. */
static char *
pseudonym(const struct xes_mask *k, char kind, const char *of,
    char buf[XES_RESOURCE])
{
	char text[512], mac[65];

	snprintf(text, sizeof(text), "visits:%s:%lld:%lld:%s:%c:%s", k->file,
	    (long long)k->m->from, (long long)k->m->to, k->m->sop, kind, of);
	office_sign(k->o, text, mac);
	snprintf(buf, XES_RESOURCE, "%c-%.12s", kind, mac);
	return buf;
}

char *
xes_resource(const struct xes_mask *k, int64_t person, char buf[XES_RESOURCE])
{
	char id[24];

	buf[0] = '\0';
	if (person == 0)
		return buf;
	if ((k->show & XES_NAMES) != 0)
		return person_name(k->o, person, buf, XES_RESOURCE);
	snprintf(id, sizeof(id), "%lld", (long long)person);
	return pseudonym(k, 'p', id, buf);
}

char *
xes_case(const struct xes_mask *k, const char *number, char buf[XES_RESOURCE])
{
	if (*number != '\0' && (k->show & XES_NUMBERS) == 0)
		return pseudonym(k, 'b', number, buf);
	snprintf(buf, XES_RESOURCE, "%s", number);
	return buf;
}

static void
begin_trace(struct writer *w, const struct export_visit *v)
{
	char name[XES_RESOURCE];

	if (w->case_id != 0)
		fputs("</trace>\n", w->f);
	w->case_id = v->case_id;
	fputs("<trace>\n", w->f);
	put_string(w->f, "concept:name", xes_case(w->k, v->number, name));
	put_string(w->f, "sopap:parent", xes_case(w->k, v->parent, name));
	put_string(w->f, "sopap:sop", v->sop);
	put_string(w->f, "sopap:result", v->result);
	put_flag(w->f, "sopap:evaluation", v->evaluation);
	put_date(w, "sopap:opened", v->case_opened);
	put_date(w, "sopap:ended", v->case_ended);
}

static int
put_visit(void *arg, const struct export_visit *v)
{
	struct writer *w = arg;
	char name[XES_RESOURCE];
	FILE *f = w->f;

	if (v->case_id != w->case_id)
		begin_trace(w, v);
	fputs("<event>\n", f);
	fprintf(f, "<string key=\"concept:name\" value=\"%s/%s %s\"/>\n",
	    v->sop, v->no, v->kind);
	put_string(f, "lifecycle:transition", "complete");
	put_date(w, "time:timestamp", v->closed);
	put_string(f, "org:role", v->role);
	put_string(f, "org:resource", xes_resource(w->k, v->closed_by, name));
	put_string(f, "sopap:performer", v->performer);
	put_flag(f, "sopap:external", v->external);
	put_int(f, "sopap:row", v->pos);
	put_int(f, "sopap:visit", v->visit);
	put_string(f, "sopap:outcome", v->outcome);
	put_string(f, "sopap:verdict", v->verdict);
	put_string(f, "sopap:reason", v->reason);
	put_string(f, "sopap:measure", v->measure);
	put_flag(f, "sopap:late_entry", v->late_entry);
	put_flag(f, "sopap:own_approval", v->own_approval);
	put_date(w, "sopap:opened", v->opened);
	put_date(w, "sopap:received", v->received);
	put_date(w, "sopap:due", v->due);
	put_int(f, "sopap:own", v->own);
	put_int(f, "sopap:queue", v->queue);
	put_int(f, "sopap:outside", v->outside);
	put_int(f, "sopap:applicant", v->applicant);
	put_int(f, "sopap:closed", v->closed_time);
	put_int(f, "sopap:lent", v->lent);
	put_string(f, "sopap:standard", v->standard);
	put_date(w, "sopap:started", v->started);
	if (v->pace.limit >= 0) {
		put_int(f, "sopap:used", v->pace.used);
		put_int(f, "sopap:limit", v->pace.limit);
	}
	fputs("</event>\n", f);
	return ferror(f);
}

static const char head[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	"<log xes.version=\"1849.2016\" xes.features=\"\">\n"
	"<extension name=\"Concept\" prefix=\"concept\""
	" uri=\"http://www.xes-standard.org/concept.xesext\"/>\n"
	"<extension name=\"Time\" prefix=\"time\""
	" uri=\"http://www.xes-standard.org/time.xesext\"/>\n"
	"<extension name=\"Lifecycle\" prefix=\"lifecycle\""
	" uri=\"http://www.xes-standard.org/lifecycle.xesext\"/>\n"
	"<extension name=\"Organizational\" prefix=\"org\""
	" uri=\"http://www.xes-standard.org/org.xesext\"/>\n"
	"<global scope=\"trace\">\n"
	"<string key=\"concept:name\" value=\"\"/>\n"
	"</global>\n"
	"<global scope=\"event\">\n"
	"<string key=\"concept:name\" value=\"\"/>\n"
	"<string key=\"lifecycle:transition\" value=\"complete\"/>\n"
	"<date key=\"time:timestamp\" value=\"1970-01-01T00:00:00+00:00\"/>\n"
	"<string key=\"org:role\" value=\"\"/>\n"
	"</global>\n"
	"<classifier name=\"Langkah\" scope=\"event\""
	" keys=\"concept:name\"/>\n"
	"<classifier name=\"Pelaksana\" scope=\"event\" keys=\"org:role\"/>\n";

int
xes_write(FILE *f, const struct xes_mask *k)
{
	const struct month_figures *m = k->m;
	struct writer w = { f, k, 0 };

	fputs(head, f);
	put_string(f, "concept:name", m->period);
	put_date(&w, "sopap:from", m->from);
	put_date(&w, "sopap:to", m->to);
	if (export_visits(k->o, m->from, m->to, m->sop, put_visit, &w) !=
	    CASE_OK)
		return -1;
	if (w.case_id != 0)
		fputs("</trace>\n", f);
	fputs("</log>\n", f);
	return ferror(f) ? -1 : 0;
}
