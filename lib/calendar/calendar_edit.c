/*
 * calendar_edit.c - put holidays and outages into the text of a calendar.
 *
 * The text is the office's own: what is not asked for stays as it is written,
 * comments and all.  So lines are put between lines, where the parser says
 * that entries begin and end.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "calendar/calwrite.h"
#include "clock/calfile.h"
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

/* The line behind a node. */
static size_t
line_after(struct reader *r, const yaml_node_t *node)
{
	const yaml_mark_t *end = &node->end_mark;

	/* A block's own end mark is that of whatever comes next. */
	if (node->type == YAML_MAPPING_NODE &&
	    node->data.mapping.style != YAML_FLOW_MAPPING_STYLE)
		return line_after(r, yaml_document_get_node(r->doc,
		    node->data.mapping.pairs.top[-1].value));
	return end->line + (end->column > 0);
}

/* Note the entries of a list written one below the other. */
static int
place_entries(struct reader *r, const yaml_node_t *list, struct place *p)
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
place_list(struct reader *r, const yaml_node_t *key, const yaml_node_t *list,
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
		return calyaml_refuse(r, calyaml_line(list), "daftar %s ditulis dalam "
		    "[ ]; tulis satu entri di bawah yang lain agar dapat "
		    "ditambah", p->list->key);
	p->cut = list->start_mark.line;
	p->cut_from = list->start_mark.column;
	p->cut_to = list->end_mark.column;
	return 0;
}

/* The root of a calendar that is known to be right. */
static int
find_place(struct reader *r, const yaml_node_t *root, void *into)
{
	const yaml_node_pair_t *pair = root->data.mapping.pairs.start;
	struct place *p = into;
	const yaml_node_t *key;

	if (root->data.mapping.style == YAML_FLOW_MAPPING_STYLE)
		return calyaml_refuse(r, calyaml_line(root), "kalender ditulis dalam "
		    "{ }; tulis satu kunci di bawah yang lain agar dapat "
		    "ditambah");
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

static const struct list holidays = { "libur", "tanggal", write_holiday };
static const struct list outages = { "gangguan", NULL, write_outage };

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
	struct reader r = { .why = why, .whysize = whysize };
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
	struct reader r = { .why = why, .whysize = whysize };
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
