/*
 * import_log.c - the events of a log: their words checked, kept, and put in
 * order.
 */
#include "exchange/import_log.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/slug.h"
#include "clock/calendar.h"
#include "exchange/csv_read.h"
#include "exchange/import_xes.h"

#define WORD_MAX_LEN 200	/* bytes of a name: fits every column */

static const char *const slugs[IMPORT__MAX] = { "berkas", "kegiatan", "peran",
	"mulai", "selesai", "petugas", "hasil" };

/* The case's name in tables of before 0.3.0. */
#define OLD_CASE "perkara"

int
import_log_column_from(const char *slug)
{
	if (strcmp(slug, OLD_CASE) == 0)
		return IMPORT_TRACE;
	return slug_index(slugs, IMPORT__MAX, slug);
}

/* -- keeping ------------------------------------------------------------ */

/* Room for one more of `count` elements; NULL when out of memory. */
static void *
grow(struct import_log *l, void *list, size_t count, size_t *room, size_t size)
{
	void *more;

	if (count < *room)
		return list;
	more = realloc(list, (*room * 2 + 64) * size);
	if (more == NULL)
		l->broken = 1;
	else
		*room = *room * 2 + 64;
	return more;
}

void
import_log_wrong(struct import_log *l, size_t line, const char *fmt, ...)
{
	struct import_fault *more = grow(l, l->fault, l->nfault, &l->fault_room,
	    sizeof(*more));
	va_list ap;

	if (more == NULL)
		return;
	l->fault = more;
	more[l->nfault].line = line;
	va_start(ap, fmt);
	vsnprintf(more[l->nfault].why, sizeof(more[0].why), fmt, ap);
	va_end(ap);
	l->nfault++;
}

/* -- checking ----------------------------------------------------------- */

int
import_log_instant(const struct calendar *cal, const char *word, int64_t *out)
{
	char text[48];
	const char *rest;
	int d, m, y, end = 0;
	size_t n, skip;

	if (sscanf(word, "%2d/%2d/%4d%n", &d, &m, &y, &end) == 3 &&
	    (unsigned)d < 100 && (unsigned)m < 100 && (unsigned)y < 10000)
		n = (size_t)snprintf(text, sizeof(text), "%04d-%02d-%02d%s", y,
		    m, d, word + end);
	else
		n = (size_t)snprintf(text, sizeof(text), "%s", word);
	if (n >= sizeof(text) || n < 11)
		return -1;
	if (text[10] == ' ')
		text[10] = 'T';
	/* Parts of a second are beyond what the office counts. */
	if ((rest = strchr(text, '.')) != NULL) {
		skip = 1 + strspn(rest + 1, "0123456789");
		memmove(text + (rest - text), rest + skip,
		    strlen(rest + skip) + 1);
	}
	return calendar_read(cal, text, out);
}

/* Bytes of UTF-8 without control characters, not too many? */
static int
is_name(const char *word)
{
	const unsigned char *s = (const unsigned char *)word;

	for (; *s != '\0'; s++)
		if (*s < ' ' || *s == 0x7f)
			return 0;
	return (const char *)s - word <= WORD_MAX_LEN;
}

/* The word of a column that is needed; NULL after noting the fault. */
static const char *
name_of(struct import_reader *r, const struct import_raw *raw,
    enum import_column c)
{
	const char *word = raw->word[c];

	if (word == NULL || *word == '\0') {
		import_log_wrong(r->log, raw->line, "%s kosong", slugs[c]);
		return NULL;
	}
	if (!is_name(word)) {
		import_log_wrong(r->log, raw->line, "%s: lebih dari %d huruf, "
		    "atau ada tanda yang bukan huruf", slugs[c],
		    WORD_MAX_LEN);
		return NULL;
	}
	return word;
}

/* Read the time of a column; 0 seconds where it may be empty and is.  0, or -1
 * after noting the fault. */
static int
time_of(struct import_reader *r, const struct import_raw *raw,
    enum import_column c, int64_t *out)
{
	const char *word = raw->word[c];

	*out = 0;
	if ((word == NULL || *word == '\0') && c == IMPORT_BEGUN)
		return 0;
	if (word != NULL && import_log_instant(r->src->cal, word, out) == 0)
		return 0;
	import_log_wrong(r->log, raw->line, "%s: \"%.40s\" bukan waktu; tulis "
	    "seperti 2026-01-31 08:00", slugs[c], word != NULL ? word : "");
	return -1;
}

static int
outcome_of(struct import_reader *r, const struct import_raw *raw,
    enum import_outcome *out)
{
	const char *word = raw->word[IMPORT_OUTCOME];

	*out = IMPORT_FORWARD;
	if (word == NULL || *word == '\0' || strcmp(word, "selesai") == 0)
		return 0;
	*out = strcmp(word, "kembali") == 0 ? IMPORT_RETURN : IMPORT_REFUSE;
	if (*out == IMPORT_RETURN || strcmp(word, "tolak") == 0)
		return 0;
	import_log_wrong(r->log, raw->line, "hasil: \"%.40s\" tidak dikenal; "
	    "tulis selesai, kembali atau tolak", word);
	return -1;
}

void
import_log_add(struct import_reader *r, const struct import_raw *raw)
{
	struct import_log *l = r->log;
	struct import_event e = { .line = raw->line }, *more;
	size_t faults = l->nfault;
	const char *person = raw->word[IMPORT_PERSON];

	e.trace = name_of(r, raw, IMPORT_TRACE);
	e.activity = name_of(r, raw, IMPORT_ACTIVITY);
	e.role = name_of(r, raw, IMPORT_ROLE);
	time_of(r, raw, IMPORT_BEGUN, &e.begun);
	time_of(r, raw, IMPORT_AT, &e.at);
	outcome_of(r, raw, &e.outcome);
	if (l->nfault == faults && e.begun > e.at)
		import_log_wrong(r->log, raw->line, "mulai sesudah selesai");
	if (l->nfault > faults)
		return;
	e.trace = arena_strdup(l->words, e.trace);
	e.activity = arena_strdup(l->words, e.activity);
	e.role = arena_strdup(l->words, e.role);
	e.person = arena_strdup(l->words, person != NULL && is_name(person) ?
	    person : "");
	more = grow(l, l->event, l->count, &l->event_room, sizeof(*more));
	if (more == NULL)
		return;
	l->event = more;
	more[l->count++] = e;
}

/* -- CSV ---------------------------------------------------------------- */

static void
add_row(void *arg, size_t line, const char *const *word)
{
	struct import_raw raw = { .line = line };
	int c;

	for (c = 0; c < IMPORT__MAX; c++)
		raw.word[c] = word[c];
	import_log_add(arg, &raw);
}

/* A column that was given another name must be there. */
static int
read_csv(struct import_reader *r, char *why, size_t whysize)
{
	struct csv_column columns[IMPORT__MAX];
	int c;

	for (c = 0; c < IMPORT__MAX; c++) {
		columns[c].name = r->src->name[c];
		columns[c].needed = columns[c].name != NULL ||
		    (c != IMPORT_BEGUN && c <= IMPORT_AT);
		if (columns[c].name == NULL)
			columns[c].name = slugs[c];
		columns[c].old_name = c == IMPORT_TRACE ? OLD_CASE : NULL;
	}
	return csv_read(r->src->text, columns, IMPORT__MAX, add_row, r, why,
	    whysize);
}

/* -- a whole log -------------------------------------------------------- */

/* By case, then by time; of one instant as the file has them. */
static int
by_case(const void *pa, const void *pb)
{
	const struct import_event *a = pa, *b = pb;
	int order = strcmp(a->trace, b->trace);

	if (order == 0)
		order = (a->at > b->at) - (a->at < b->at);
	return order != 0 ? order : (a->line > b->line) - (a->line < b->line);
}

static int
by_line(const void *pa, const void *pb)
{
	const struct import_fault *a = pa, *b = pb;

	return (a->line > b->line) - (a->line < b->line);
}

size_t
import_log_case(const struct import_log *l, size_t first)
{
	size_t n = 1;

	while (first + n < l->count && strcmp(l->event[first].trace,
	    l->event[first + n].trace) == 0)
		n++;
	return n;
}

void
import_log_sort_faults(struct import_log *log)
{
	if (log->nfault > 0)
		qsort(log->fault, log->nfault, sizeof(*log->fault), by_line);
}

int
import_log_read(const struct import_source *src, struct import_log *log,
    char *why, size_t whysize)
{
	struct import_reader r = { .src = src, .log = log };
	size_t blank = strspn(src->text, "\xef\xbb\xbf \t\r\n");
	int rc;

	memset(log, 0, sizeof(*log));
	if (strlen(src->text) != src->len) {
		snprintf(why, whysize, "bukan file teks (ada NUL)");
		return -1;
	}
	log->words = arena_new();
	rc = src->text[blank] == '<' ? import_xes_read(&r, why, whysize) :
	    read_csv(&r, why, whysize);
	if (log->broken) {
		snprintf(why, whysize, "memori habis");
		return -1;
	}
	if (log->count > 0)
		qsort(log->event, log->count, sizeof(*log->event), by_case);
	import_log_sort_faults(log);
	return rc;
}

void
import_log_free(struct import_log *log)
{
	if (log->words != NULL)
		arena_free(log->words);
	free(log->event);
	free(log->fault);
	memset(log, 0, sizeof(*log));
}
