/*
 * calendar_edit.c - holidays and outages put into, changed in and taken out of
 * the text of a calendar.
 *
 * The text is the office's own: what is not asked for stays as it is written,
 * comments and all.  So lines are put between lines, where the parser says
 * that entries begin and end.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "calendar/calendar_edit.h"
#include "clock/calfile.h"
#include "clock/caltable.h"
#include "clock/civil.h"

/* A list of entries, one below the other. */
struct list {
	const char	*key;			/* "libur" */
	const char	*date;			/* key that orders it, or NULL:
						   what is new comes last */
	void		 (*write)(FILE *, int indent, const void *entry);
};

/* An entry to be put before a line. */
struct insert {
	size_t		 line;
	const void	*entry;
};

/* Where a list stands in the text; lines count from 0. */
struct place {
	const struct list *list;
	int		 found;		/* is there such a key? */
	int		 indent;	/* columns before the dash */
	size_t		 first;		/* line before which the first goes */
	size_t		 cut;		/* line of a "[]" to be cut out ... */
	size_t		 cut_from, cut_to;	/* ... its columns, or none */
	int32_t		*day;		/* of each entry, as written */
	size_t		*after;		/* line behind it */
	size_t		 count;
};

/* An outage and the two local times that its instants are. */
struct local_outage {
	const struct cal_outage	*what;
	struct cal_local	 from, to;
};

/* -- an entry as its lines ---------------------------------------------- */

static void
write_text(FILE *f, const char *text)
{
	fputc('"', f);
	for (; *text != '\0'; text++) {
		if (*text == '"' || *text == '\\')
			fputc('\\', f);
		fputc(*text, f);
	}
	fputs("\"\n", f);
}

static void
write_holiday(FILE *f, int indent, const void *entry)
{
	const struct cal_holiday *h = entry;

	fprintf(f, "%*s- tanggal: %04d-%02d-%02d\n%*s  jenis: %s\n"
	    "%*s  nama: ", indent, "", h->year, h->month, h->day, indent, "",
	    h->joint ? "cuti" : "libur", indent, "");
	write_text(f, h->name);
	if (h->decree != NULL) {
		fprintf(f, "%*s  dasar: ", indent, "");
		write_text(f, h->decree);
	}
}

static void
write_outage(FILE *f, int indent, const void *entry)
{
	const struct local_outage *o = entry;
	const struct cal_local *t[2] = { &o->from, &o->to };
	int i;

	for (i = 0; i < 2; i++)
		fprintf(f, "%*s%c %s: %04d-%02d-%02dT%02d:%02d\n", indent, "",
		    i == 0 ? '-' : ' ', i == 0 ? "dari" : "sampai",
		    t[i]->year, t[i]->month, t[i]->day, t[i]->hour,
		    t[i]->minute);
	fprintf(f, "%*s  nama: ", indent, "");
	write_text(f, o->what->name);
	if (o->what->evidence != NULL) {
		fprintf(f, "%*s  dasar: ", indent, "");
		write_text(f, o->what->evidence);
	}
	if (o->what->unit != NULL) {
		fprintf(f, "%*s  unit: ", indent, "");
		write_text(f, o->what->unit);
	}
}

static const struct list holidays = { "libur", "tanggal", write_holiday };
static const struct list outages = { "gangguan", NULL, write_outage };

/* -- an entry added ----------------------------------------------------- */

/* The line behind a node. */
static size_t
line_after(struct calyaml *r, const yaml_node_t *node)
{
	const yaml_mark_t *end = &node->end_mark;

	/* The end mark of a block is where the next thing begins. */
	if (node->type == YAML_MAPPING_NODE &&
	    node->data.mapping.style != YAML_FLOW_MAPPING_STYLE)
		return line_after(r, yaml_document_get_node(r->doc,
		    node->data.mapping.pairs.top[-1].value));
	return end->line + (end->column > 0);
}

/* Note the entries of a list written one below the other. */
static int
place_entries(struct calyaml *r, const yaml_node_t *list, struct place *p)
{
	const yaml_node_item_t *item = list->data.sequence.items.start;
	const yaml_node_t *node, *key;
	size_t n = (size_t)(list->data.sequence.items.top - item), i;
	const yaml_node_pair_t *pair;

	p->indent = (int)list->start_mark.column;
	p->first = list->start_mark.line;
	p->day = calloc(n, sizeof(*p->day));
	p->after = calloc(n, sizeof(*p->after));
	if (p->day == NULL || p->after == NULL)
		return calyaml_refuse(r, 0, "memori habis");
	for (i = 0; i < n; i++) {
		node = yaml_document_get_node(r->doc, item[i]);
		p->after[i] = line_after(r, node);
		pair = node->data.mapping.pairs.start;
		for (; pair < node->data.mapping.pairs.top; pair++) {
			key = yaml_document_get_node(r->doc, pair->key);
			if (p->list->date != NULL &&
			    strcmp((char *)key->data.scalar.value,
			    p->list->date) == 0 && calyaml_date(r,
			    yaml_document_get_node(r->doc, pair->value),
			    &p->day[i]) != 0)
				return -1;
		}
	}
	p->count = n;
	return 0;
}

/* Note the list; what `key` names may be left out. */
static int
place_list(struct calyaml *r, const yaml_node_t *key, const yaml_node_t *list,
    struct place *p)
{
	p->found = 1;
	p->indent = (int)key->start_mark.column + 2;
	p->first = key->start_mark.line + 1;
	if (list->type == YAML_SCALAR_NODE)
		return 0;
	if (list->data.sequence.items.top > list->data.sequence.items.start &&
	    list->data.sequence.style != YAML_FLOW_SEQUENCE_STYLE)
		return place_entries(r, list, p);
	if (list->data.sequence.items.top > list->data.sequence.items.start ||
	    list->start_mark.line != key->start_mark.line ||
	    list->end_mark.line != key->start_mark.line)
		return calyaml_refuse(r, calyaml_line(list),
		    "daftar %s ditulis dalam [ ]; tulis satu entri di bawah "
		    "yang lain agar dapat ditambah", p->list->key);
	p->cut = list->start_mark.line;
	p->cut_from = list->start_mark.column;
	p->cut_to = list->end_mark.column;
	return 0;
}

/* The root of a calendar that is known to be right. */
static int
find_place(struct calyaml *r, const yaml_node_t *root, void *into)
{
	const yaml_node_pair_t *pair = root->data.mapping.pairs.start;
	struct place *p = into;
	const yaml_node_t *key;

	if (root->data.mapping.style == YAML_FLOW_MAPPING_STYLE)
		return calyaml_refuse(r, calyaml_line(root),
		    "kalender ditulis dalam { }; tulis satu kunci di bawah "
		    "yang lain agar dapat ditambah");
	p->indent = (int)root->start_mark.column + 2;
	for (; pair < root->data.mapping.pairs.top; pair++) {
		key = yaml_document_get_node(r->doc, pair->key);
		if (strcmp((char *)key->data.scalar.value, p->list->key) == 0)
			return place_list(r, key,
			    yaml_document_get_node(r->doc, pair->value), p);
	}
	return 0;
}

/* The text behind the line that begins here, by all of YAML's line breaks. */
static const char *
next_line(const char *s, const char *end)
{
	for (; s < end; s++) {
		if (*s == '\n')
			return s + 1;
		if (*s == '\r')
			return s + 1 + (s + 1 < end && s[1] == '\n');
		if (end - s >= 2 && memcmp(s, "\xc2\x85", 2) == 0)
			return s + 2;
		if (end - s >= 3 && (memcmp(s, "\xe2\x80\xa8", 3) == 0 ||
		    memcmp(s, "\xe2\x80\xa9", 3) == 0))
			return s + 3;
	}
	return end;
}

/* The line before which a holiday goes: behind the last that is earlier. */
static size_t
line_for(const struct place *p, const struct cal_holiday *h)
{
	int64_t day = civil_day(h->year, h->month, h->day);
	size_t line = p->first, i;

	for (i = 0; i < p->count; i++)
		if (p->day[i] < day && p->after[i] > line)
			line = p->after[i];
	return line;
}

/* Behind the last entry. */
static size_t
last_line(const struct place *p)
{
	size_t line = p->first, i;

	for (i = 0; i < p->count; i++)
		if (p->after[i] > line)
			line = p->after[i];
	return line;
}

/* Write the text with the entries between its lines, in their order. */
static void
write_lines(FILE *f, const char *yaml, size_t len, const struct place *p,
    const struct insert *list, size_t n)
{
	const char *s = yaml, *end = yaml + len, *next;
	size_t line, i = 0;
	int ended = 1;

	for (line = 0; s < end; line++, s = next) {
		next = next_line(s, end);
		for (; p->found && i < n && list[i].line == line; i++)
			p->list->write(f, p->indent, list[i].entry);
		if (line == p->cut && p->cut_to > 0) {
			fwrite(s, 1, p->cut_from, f);
			s += p->cut_to;
		}
		fwrite(s, 1, (size_t)(next - s), f);
		ended = next > s && (next[-1] == '\n' || next[-1] == '\r');
	}
	if (!ended)
		fputc('\n', f);
	if (!p->found)
		fprintf(f, "%*s%s:\n", p->indent - 2, "", p->list->key);
	for (; i < n; i++)
		p->list->write(f, p->indent, list[i].entry);
}

static int
by_date(const void *a, const void *b)
{
	const struct cal_holiday *x = ((const struct insert *)a)->entry;
	const struct cal_holiday *y = ((const struct insert *)b)->entry;

	return (x->year * 10000 + x->month * 100 + x->day) -
	    (y->year * 10000 + y->month * 100 + y->day);
}

/* Write everything into new memory; NULL when there is none. */
static char *
write_all(const char *yaml, size_t len, const struct place *p,
    const struct insert *list, size_t n, size_t *outlen)
{
	char *text = NULL;
	FILE *f = open_memstream(&text, outlen);
	int bad = f == NULL;

	if (!bad) {
		write_lines(f, yaml, len, p, list, n);
		bad = ferror(f);
	}
	if ((f != NULL && fclose(f) != 0) || bad) {
		free(text);
		return NULL;
	}
	return text;
}

/* The text if it is a calendar, else NULL with the reason: what was added may
 * be wrong, a date twice, a name with controls. */
static char *
checked(char *text, size_t len, char *why, size_t whysize)
{
	struct calendar *cal;

	if (text == NULL)
		return NULL;
	cal = calendar_parse(text, len, why, whysize);
	calendar_free(cal);
	if (cal != NULL)
		return text;
	free(text);
	return NULL;
}

/* Holidays by date, each with the line it goes before. */
static struct insert *
sorted(const struct place *p, const struct cal_holiday *list, size_t n)
{
	struct insert *ins = calloc(n + 1, sizeof(*ins));
	size_t i;

	for (i = 0; ins != NULL && i < n; i++)
		ins[i].entry = &list[i];
	if (ins != NULL && n > 0)
		qsort(ins, n, sizeof(*ins), by_date);
	for (i = 0; ins != NULL && i < n; i++)
		ins[i].line = line_for(p, ins[i].entry);
	return ins;
}

char *
calendar_add_holidays(const char *yaml, size_t len,
    const struct cal_holiday *list, size_t n, char *why, size_t whysize)
{
	struct calendar *cal = calendar_parse(yaml, len, why, whysize);
	struct calyaml r = { .why = why, .whysize = whysize };
	struct place p = { .list = &holidays };
	struct insert *ins = NULL;
	char *text = NULL;
	size_t outlen = 0;

	calendar_free(cal);
	if (cal != NULL && calyaml_read(&r, yaml, len, find_place, &p) == 0 &&
	    ((ins = sorted(&p, list, n)) == NULL ||
	    (text = write_all(yaml, len, &p, ins, n, &outlen)) == NULL))
		calyaml_refuse(&r, 0, "memori habis");
	free(ins);
	free(p.day);
	free(p.after);
	return checked(text, outlen, why, whysize);
}

char *
calendar_add_outage(const char *yaml, size_t len, const struct cal_outage *o,
    char *why, size_t whysize)
{
	struct calendar *cal = calendar_parse(yaml, len, why, whysize);
	struct calyaml r = { .why = why, .whysize = whysize };
	struct place p = { .list = &outages };
	struct local_outage local = { .what = o };
	struct insert ins = { .entry = &local };
	char *text = NULL;
	size_t outlen = 0;

	if (cal == NULL)
		return NULL;
	calendar_local(cal, o->from, &local.from);
	calendar_local(cal, o->to, &local.to);
	calendar_free(cal);
	if (calyaml_read(&r, yaml, len, find_place, &p) == 0) {
		ins.line = last_line(&p);
		text = write_all(yaml, len, &p, &ins, 1, &outlen);
		if (text == NULL)
			calyaml_refuse(&r, 0, "memori habis");
	}
	free(p.day);
	free(p.after);
	return checked(text, outlen, why, whysize);
}

/* -- an entry taken out or changed -------------------------------------- */

static const char *
after_newline(const char *s)
{
	s += strcspn(s, "\n");
	return *s == '\n' ? s + 1 : s;
}

static const char *
line_at(const char *s, size_t line)
{
	while (line-- > 1 && *s != '\0')
		s = after_newline(s);
	return s;
}

/* Does an entry begin on this line, "- ..."? */
static int
begins_entry(const char *line)
{
	line += strspn(line, " ");
	return line[0] == '-' && line[1] == ' ';
}

/* Behind the entry that begins on this line: what is indented deeper than its
 * dash belongs to it. */
static const char *
entry_end(const char *line)
{
	size_t dash = strspn(line, " "), n;

	do {
		line = after_newline(line);
		n = strspn(line, " ");
	} while (n > dash && strchr("\r\n", line[n]) == NULL);
	return line;
}

static int
same_text(const char *a, const char *b)
{
	return strcmp(a != NULL ? a : "", b != NULL ? b : "") == 0;
}

/* Do two texts say the same but for a holiday on `day`, which one has more? */
static int
differ_by(const struct calfile *more, const struct calfile *less, int32_t day)
{
	const struct dated *m = more->holidays.list, *l = less->holidays.list;
	size_t i, k = 0;

	if (more->holidays.count != less->holidays.count + 1 ||
	    more->nweeks != less->nweeks ||
	    more->makeups.count != less->makeups.count ||
	    more->overrides.count != less->overrides.count ||
	    more->noutages != less->noutages)
		return 0;
	for (i = 0; i < more->holidays.count; i++) {
		if (m[i].day == day)
			continue;
		if (k == less->holidays.count || m[i].day != l[k].day ||
		    m[i].joint != l[k].joint ||
		    !same_text(m[i].name, l[k].name) ||
		    !same_text(m[i].decree, l[k].decree))
			return 0;
		k++;
	}
	return k == less->holidays.count;
}

static const struct dated *
holiday_on(const struct calfile *file, int32_t day)
{
	for (size_t i = 0; i < file->holidays.count; i++)
		if (file->holidays.list[i].day == day)
			return &file->holidays.list[i];
	return NULL;
}

/* The text with `put` in place of the entry that begins on a line; NULL when
 * none begins there, or without memory. */
static char *
replaced(const char *yaml, size_t line, const char *put)
{
	const char *from = line_at(yaml, line), *to = entry_end(from);
	char *text = NULL;

	if (!begins_entry(from) || asprintf(&text, "%.*s%s%s",
	    (int)(from - yaml), yaml, put, to) == -1)
		return NULL;
	return text;
}

/* The text without the lines of the holiday; NULL when it says anything but
 * that: the entry was not written as lines of its own. */
static char *
without(const char *yaml, const struct calfile *file, const struct dated *h)
{
	char *text = replaced(yaml, h->line, ""), why[256];
	struct calfile less;
	int good;

	if (text == NULL)
		return NULL;
	good = calfile_read(&less, text, strlen(text), why, sizeof(why)) == 0 &&
	    differ_by(file, &less, h->day);
	calfile_free(&less);
	if (good)
		return text;
	free(text);
	return NULL;
}

char *
calendar_remove_holiday(const char *yaml, const struct cal_date *date,
    char *why, size_t whysize)
{
	struct calfile file;
	const struct dated *h;
	char *text = NULL;

	if (calfile_read(&file, yaml, strlen(yaml), why, whysize) == 0) {
		h = holiday_on(&file, (int32_t)civil_day(date->year,
		    date->month, date->day));
		if (h == NULL)
			snprintf(why, whysize, "tanggal ini bukan hari libur");
		else if ((text = without(yaml, &file, h)) == NULL)
			snprintf(why, whysize, "baris %zu, libur: tulis satu "
			    "entri di bawah yang lain agar dapat dihapus",
			    h->line);
	}
	calfile_free(&file);
	return text;
}

static int
same_outage(const struct outage *a, const struct outage *b)
{
	return a->from == b->from && a->to == b->to &&
	    same_text(a->name, b->name) && same_text(a->decree, b->decree) &&
	    same_text(a->unit, b->unit);
}

/* Those of one unit never begin at the same time. */
static const struct outage *
outage_of(const struct calfile *file, const struct cal_outage *o)
{
	for (size_t i = 0; i < file->noutages; i++)
		if (zone_instant(&file->zone, file->outages[i].from) ==
		    o->from && same_text(file->outages[i].unit, o->unit))
			return &file->outages[i];
	return NULL;
}

/* Does `now` still say all of `was` but for one outage, and `more` others? */
static int
keeps_the_rest(const struct calfile *was, const struct calfile *now,
    const struct outage *but, size_t more)
{
	size_t i, k, kept = 0;

	if (now->holidays.count != was->holidays.count ||
	    now->nweeks != was->nweeks ||
	    now->makeups.count != was->makeups.count ||
	    now->overrides.count != was->overrides.count ||
	    now->noutages != was->noutages - 1 + more)
		return 0;
	for (i = 0; i < was->noutages; i++)
		for (k = 0; &was->outages[i] != but && k < now->noutages; k++)
			kept += (size_t)same_outage(&was->outages[i],
			    &now->outages[k]);
	return kept == was->noutages - 1;
}

/* A comment that says why, and the entry as it is to be, if it is. */
static char *
outage_lines(const struct calendar *cal, const char *line,
    const struct cal_outage *new, const char *reason)
{
	struct local_outage o = { .what = new };
	int indent = (int)strspn(line, " ");
	char *text = NULL;
	size_t len;
	FILE *f = open_memstream(&text, &len);
	int bad;

	if (f == NULL)
		return NULL;
	fprintf(f, "%*s# %s\n", indent, "", reason);
	if (new != NULL) {
		calendar_local(cal, new->from, &o.from);
		calendar_local(cal, new->to, &o.to);
		write_outage(f, indent, &o);
	}
	bad = ferror(f);
	if (fclose(f) == 0 && !bad)
		return text;
	free(text);
	return NULL;
}

/* The text that says so; NULL with the reason. */
static char *
with_outage(const char *yaml, const struct calendar *cal,
    const struct outage *old, const struct cal_outage *new,
    const char *reason, char *why, size_t whysize)
{
	char *put = outage_lines(cal, line_at(yaml, old->line), new, reason);
	char *text = put != NULL ? replaced(yaml, old->line, put) : NULL;
	struct calfile now;
	int good;

	free(put);
	snprintf(why, whysize, "baris %zu, gangguan: tulis satu entri di "
	    "bawah yang lain agar dapat diubah", old->line);
	if (text == NULL)
		return NULL;
	good = calfile_read(&now, text, strlen(text), why, whysize) == 0 &&
	    keeps_the_rest(&cal->file, &now, old, new != NULL);
	calfile_free(&now);
	if (good)
		return text;
	free(text);
	return NULL;
}

/* Would YAML take all of it as one comment? */
static int
is_one_line(const char *text)
{
	for (const char *s = text; *s != '\0'; s++)
		if ((unsigned char)*s < ' ' || *s == '\x7f' ||
		    strncmp(s, "\xc2\x85", 2) == 0 ||
		    strncmp(s, "\xe2\x80\xa8", 3) == 0 ||
		    strncmp(s, "\xe2\x80\xa9", 3) == 0)
			return 0;
	return 1;
}

char *
calendar_change_outage(const char *yaml, const struct cal_outage *old,
    const struct cal_outage *new, const char *reason, char *why,
    size_t whysize)
{
	struct calendar *cal = calendar_parse(yaml, strlen(yaml), why,
	    whysize);
	const struct outage *o;
	char *text = NULL;

	if (cal == NULL)
		return NULL;
	if ((o = outage_of(&cal->file, old)) == NULL)
		snprintf(why, whysize, "gangguan ini tidak tercatat");
	else if (!is_one_line(reason))
		snprintf(why, whysize, "tulis alasan dalam satu baris");
	else
		text = with_outage(yaml, cal, o, new, reason, why, whysize);
	calendar_free(cal);
	return text;
}
