/* inbox_view.c - the parameters of an inbox. */
#include "casepage/inbox_view.h"

#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/number.h"
#include "case/below.h"
#include "casepage/words.h"
#include "office/party.h"
#include "page/page.h"
#include "people/saved_view.h"
#include "web/address.h"
#include "web/pager.h"
#include "web/request.h"
#include "web/route.h"

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

/* The holder asked for: a person, or INBOX_VIEW_NOBODY; 0 of any other word. */
static int64_t
holder(const struct request *req)
{
	const char *value = text(req, "pemegang");
	int64_t id;

	if (strcmp(value, INBOX_VIEW_NOBODY) == 0)
		return INBOX_NOBODY;
	return number_parse(value, 1, INT64_MAX, &id) == 0 ? id : 0;
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
		.role = text(req, "peran"),
		.holder = holder(req),
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

	if (req->session.institution_id == 0 && q->tab != INBOX_BELOW)
		a = address_with(arena, a, "tab", inbox_view_tabs[q->tab]);
	a = address_with(arena, a, "cari", q->search);
	a = address_with(arena, a, "sop", q->sop);
	a = address_with(arena, a, "langkah", q->kind);
	a = address_with(arena, a, "tenggat", inbox_view_terms[q->term]);
	a = address_with(arena, a, "pihak", q->party);
	a = address_with(arena, a, "peran", q->role);
	if (q->holder != 0)
		a = address_with(arena, a, "pemegang", q->holder ==
		    INBOX_NOBODY ? INBOX_VIEW_NOBODY : arena_printf(arena,
		    "%lld", (long long)q->holder));
	if (q->sort != INBOX_BY_DUE)
		a = address_with(arena, a, "urut", inbox_view_sorts[q->sort]);
	return q->backwards ? address_with(arena, a, "arah", "turun") : a;
}

/* The kinds of steps that people of the office do. */
static void
fill_kinds(const struct inbox_query *q, struct page *p)
{
	for (int i = 0; i < STEP__MAX; i++) {
		const char *slug = step_kind_slug((enum step_kind)i);

		if (i != STEP_SUBMIT && i != STEP_DOWNLOAD)
			page_option(p, "KINDS", slug, words_verb(
			    (enum step_kind)i), strcmp(slug, q->kind) == 0);
	}
}

enum case_err
inbox_view_choices(const struct request *req, const struct inbox_query *q,
    struct page *p)
{
	static const char *const terms[INBOX_TERMS] = {
		[INBOX_LATE] = "Terlambat",
		[INBOX_SOON] = "Hampir habis",
		[INBOX_TODAY] = "Hari ini",
	};
	struct party_row *list = NULL;
	size_t n = 0;
	enum case_err err = party_list(req->office, &list, &n);

	if (err != CASE_OK)
		return err;
	arena_adopt(req->arena, list);
	for (int i = 1; i < INBOX_TERMS && q->tab != INBOX_SENT; i++)
		page_option(p, "TERMS", inbox_view_terms[i], terms[i],
		    i == (int)q->term);
	fill_kinds(q, p);
	page_option(p, "PARTIES", INBOX_ANY_PARTY, "Pihak mana pun",
	    strcmp(INBOX_ANY_PARTY, q->party) == 0);
	for (size_t i = 0; i < n; i++)
		page_option(p, "PARTIES", list[i].slug, list[i].name,
		    strcmp(list[i].slug, q->party) == 0);
	page_option(p, "PARTIES", PARTY_OTHER, "Pihak lain",
	    strcmp(PARTY_OTHER, q->party) == 0);
	return CASE_OK;
}

const char *
inbox_view_home(const struct request *req, int64_t person_id)
{
	struct inbox_counts c;
	struct saved_view kept;

	if (saved_view_begins(req->office, person_id, &kept) ||
	    !below_any(req->office, person_id, req->now))
		return PATH_KOTAK_MASUK;
	if (below_is_top(req->office, person_id))
		return PATH_HARI_INI;
	return inbox_count(req->office, person_id, req->now,
	    (int)req->conf->soon_percent, 0, &c) == CASE_OK &&
	    c.mine + c.role == 0 ? PATH_HARI_INI : PATH_KOTAK_MASUK;
}

int
inbox_view_filters(const struct inbox_query *q)
{
	return *q->search != '\0' || *q->sop != '\0' || *q->kind != '\0' ||
	    *q->party != '\0' || *q->role != '\0' || q->holder != 0 ||
	    q->term != INBOX_ANY_TERM;
}
