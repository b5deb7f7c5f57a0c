/* inbox_view.c - the parameters of an inbox. */
#include "casepage/inbox_view.h"

#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "web/address.h"
#include "web/pager.h"
#include "web/request.h"

const char *const inbox_view_tabs[] = {
	[INBOX_MINE] = "saya",
	[INBOX_ROLE] = "peran",
	[INBOX_SENT] = "diteruskan",
};
const char *const inbox_view_sorts[INBOX_SORTS] = {
	[INBOX_BY_DUE] = "waktu",
	[INBOX_BY_SOP] = "sop",
	[INBOX_BY_NUMBER] = "nomor",
	[INBOX_BY_SUBJECT] = "perihal",
	[INBOX_BY_STEP] = "langkah",
	[INBOX_BY_SENT] = "masuk",
};
const char *const inbox_view_terms[INBOX_TERMS] = {
	[INBOX_ANY_TERM] = "",
	[INBOX_LATE] = "terlambat",
	[INBOX_SOON] = "hampir",
	[INBOX_TODAY] = "hari-ini",
};

/* The place of a word of the query in a table; 0 when it has none. */
static int
word(const struct request *req, const char *name, const char *const *words,
    int n)
{
	const char *text = request_query(req, name);
	int i = n - 1;

	while (text != NULL && i > 0 && strcmp(text, words[i]) != 0)
		i--;
	return text != NULL ? i : 0;
}

static const char *
text(const struct request *req, const char *name)
{
	const char *value = request_query(req, name);

	return value != NULL ? value : "";
}

void
inbox_view_read(const struct request *req, struct inbox_query *q)
{
	*q = (struct inbox_query){
		.person_id = req->session.person_id,
		.tab = req->session.institution_id != 0 ? INBOX_MINE :
		    (enum inbox_tab)word(req, "tab", inbox_view_tabs, 3),
		.sort = (enum inbox_sort)word(req, "urut", inbox_view_sorts,
		    INBOX_SORTS),
		.search = text(req, "cari"),
		.sop = text(req, "sop"),
		.kind = text(req, "langkah"),
		.party = text(req, "pihak"),
		.term = (enum inbox_term)word(req, "tenggat",
		    inbox_view_terms, INBOX_TERMS),
		.backwards = strcmp(text(req, "arah"), "turun") == 0,
		.soon_percent = (int)req->conf->soon_percent,
		.now = req->now,
		.offset = pager_offset(req),
		.limit = PAGER_ROWS,
	};
}

char *
inbox_view_address(const struct request *req, const char *path,
    const struct inbox_query *q)
{
	struct arena *arena = req->arena;
	char *a = arena_strdup(arena, path);

	if (req->session.institution_id == 0)
		a = address_with(arena, a, "tab", inbox_view_tabs[q->tab]);
	a = address_with(arena, a, "cari", q->search);
	a = address_with(arena, a, "sop", q->sop);
	a = address_with(arena, a, "langkah", q->kind);
	a = address_with(arena, a, "tenggat", inbox_view_terms[q->term]);
	a = address_with(arena, a, "pihak", q->party);
	if (q->sort != INBOX_BY_DUE)
		a = address_with(arena, a, "urut", inbox_view_sorts[q->sort]);
	return q->backwards ? address_with(arena, a, "arah", "turun") : a;
}

int
inbox_view_filters(const struct inbox_query *q)
{
	return *q->search != '\0' || *q->sop != '\0' || *q->kind != '\0' ||
	    *q->party != '\0' || q->term != INBOX_ANY_TERM;
}
