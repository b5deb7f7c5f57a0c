/* diff.c - the lines in which two texts differ, for the page that asks once
 * more, and the words, for two versions side by side. */
#include "cgi-bin/admin/diff.h"

#include <string.h>

#include "base/arena.h"
#include "page/page.h"
#include "web/request.h"

#define CELLS_MAX 1000000	/* beyond it, all in between is one change */
#define HUNKS_MAX 30
#define LINES_MAX 40		/* of a change that are shown */

struct text {
	const char	**line;
	size_t		 n;
};

struct diff {
	struct arena	*arena;
	struct text	 old, new;
	unsigned short	*common;	/* lines in common from [i][k] on */
	size_t		 rows, columns;
};

static void
split(struct arena *arena, const char *s, struct text *t)
{
	size_t len, n = 1;

	for (const char *p = s; *p != '\0'; p++)
		n += *p == '\n';
	t->line = arena_alloc(arena, n * sizeof(*t->line));
	for (t->n = 0; *s != '\0'; s += len + (s[len] == '\n')) {
		len = strcspn(s, "\n");
		t->line[t->n++] = arena_strndup(arena, s, len);
	}
}

/* Cut the lines that both texts begin with and end with; the number of lines
 * cut at the head. */
static size_t
trim(struct text *a, struct text *b)
{
	size_t head = 0;

	while (a->n > 0 && b->n > 0 && strcmp(a->line[0], b->line[0]) == 0) {
		a->line++;
		b->line++;
		a->n--;
		b->n--;
		head++;
	}
	while (a->n > 0 && b->n > 0 &&
	    strcmp(a->line[a->n - 1], b->line[b->n - 1]) == 0) {
		a->n--;
		b->n--;
	}
	return head;
}

static unsigned short *
cell(const struct diff *d, size_t i, size_t k)
{
	return &d->common[i * d->columns + k];
}

/* The longest common subsequence, from the end; nothing in common when that
 * would take too much. */
static void
compare(struct diff *d)
{
	d->rows = d->old.n + 1;
	d->columns = d->new.n + 1;
	if (d->rows > CELLS_MAX / d->columns)
		return;
	d->common = arena_alloc(d->arena, d->rows * d->columns *
	    sizeof(*d->common));
	for (size_t i = d->old.n; i-- > 0;)
		for (size_t k = d->new.n; k-- > 0;) {
			unsigned short down = *cell(d, i + 1, k);
			unsigned short right = *cell(d, i, k + 1);

			*cell(d, i, k) = strcmp(d->old.line[i],
			    d->new.line[k]) == 0 ?
			    (unsigned short)(*cell(d, i + 1, k + 1) + 1) :
			    down > right ? down : right;
		}
}

/* Are these lines one line of both? */
static int
is_common(const struct diff *d, size_t i, size_t k)
{
	return d->common != NULL && i < d->old.n && k < d->new.n &&
	    strcmp(d->old.line[i], d->new.line[k]) == 0;
}

/* One line further, in the text that loses less by it. */
static void
step(const struct diff *d, size_t *i, size_t *k)
{
	if (*k == d->new.n || (*i < d->old.n && (d->common == NULL ||
	    *cell(d, *i + 1, *k) >= *cell(d, *i, *k + 1))))
		(*i)++;
	else
		(*k)++;
}

/* Lines as one text that keeps its indents; NULL of none. */
static const char *
join(const struct diff *d, const struct text *t, size_t from, size_t to)
{
	const char *all = NULL, *line;

	for (size_t i = from; i < to && i < from + LINES_MAX; i++) {
		const char *indent = "";

		for (line = t->line[i]; *line == ' '; line++)
			arena_append(d->arena, &indent, "\u00a0");
		arena_append(d->arena, &all, "%s%s%s", all ? "\n" : "", indent,
		    *line != '\0' ? line : "\u00a0");
	}
	if (to > from + LINES_MAX)
		arena_append(d->arena, &all, "\n… %zu baris lagi",
		    to - from - LINES_MAX);
	return all;
}

size_t
diff_show(const struct request *req, struct page *check, const char *old,
    const char *new)
{
	struct diff d = { .arena = req->arena };
	size_t head, i = 0, k = 0, hunks = 0;

	split(d.arena, old, &d.old);
	split(d.arena, new, &d.new);
	head = trim(&d.old, &d.new);
	compare(&d);
	while (i < d.old.n || k < d.new.n) {
		size_t from = i, to = k;
		struct page *row;

		if (is_common(&d, i, k)) {
			i++;
			k++;
			continue;
		}
		while ((i < d.old.n || k < d.new.n) && !is_common(&d, i, k))
			step(&d, &i, &k);
		if (++hunks > HUNKS_MAX)
			continue;
		row = page_add(check, "ROWS");
		page_setf(row, "KEY", "Mulai baris %zu", head + to + 1);
		page_text(row, "OLD", join(&d, &d.old, from, i));
		page_text(row, "VALUES", join(&d, &d.new, to, k));
	}
	if (hunks > HUNKS_MAX)
		page_text(check, "INTRO", arena_printf(d.arena, "%zu bagian "
		    "lain juga berubah.", hunks - HUNKS_MAX));
	return hunks;
}

/* -- words ----------------------------------------------------------------- */

/* The words of a text; an end of line is one. */
static void
split_words(struct arena *arena, const char *s, struct text *t)
{
	size_t len;

	t->line = arena_alloc(arena, (strlen(s) + 1) * sizeof(*t->line));
	for (t->n = 0; *s != '\0'; s += len) {
		len = *s == '\n' ? 1 : strcspn(s, " \n");
		if (len > 0)
			t->line[t->n++] = arena_strndup(arena, s, len);
		len += s[len] == ' ';
	}
}

/* Words as they are read, a space between. */
static const char *
join_words(const struct diff *d, const struct text *t, size_t from, size_t to)
{
	const char *all = "";

	for (size_t i = from; i < to; i++)
		arena_append(d->arena, &all, "%s%s", *all == '\0' ||
		    *t->line[i] == '\n' || *t->line[i - 1] == '\n' ? "" : " ",
		    t->line[i]);
	return all;
}

static void
add_piece(const struct diff *d, struct page *side, const char *how,
    const struct text *t, size_t from, size_t to)
{
	if (from < to)
		page_text(page_add(side, "PIECES"), how, join_words(d, t, from,
		    to));
}

void
diff_words(const struct request *req, struct page *row, const char *old,
    const char *new)
{
	struct diff d = { .arena = req->arena };
	struct page *left = page_add(row, "OLD"), *right = page_add(row, "NEW");
	size_t i = 0, k = 0;

	split_words(d.arena, old, &d.old);
	split_words(d.arena, new, &d.new);
	compare(&d);
	while (i < d.old.n || k < d.new.n) {
		size_t from = i, to = k;

		while (is_common(&d, i, k)) {
			i++;
			k++;
		}
		add_piece(&d, left, "SAME", &d.old, from, i);
		add_piece(&d, right, "SAME", &d.new, to, k);
		from = i;
		to = k;
		while ((i < d.old.n || k < d.new.n) && !is_common(&d, i, k))
			step(&d, &i, &k);
		add_piece(&d, left, "GONE", &d.old, from, i);
		add_piece(&d, right, "ADDED", &d.new, to, k);
	}
}
