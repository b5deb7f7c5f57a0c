/*
 * lists-t.c - SOPs and versions listed, cases found by code, whose a paper is,
 * and the messages of a case.
 */
#include <stdlib.h>
#include <string.h>

#include "case/act_hold.h"
#include "case/case_list.h"
#include "case/document.h"
#include "case/inbox.h"
#include "case/rebuild.h"
#include "case/tracking.h"
#include "message/message.h"
#include "office/change.h"
#include "office/soplist.h"
#include "tests/case/fixture.h"
#include "tests/case/walk.h"
#include "tests/slurp.h"
#include "tests/tap.h"

#define NOW	(FIXTURE_START + 3600)
#define HOUR	3600

static const struct sop_item *
item_of(const struct sop_item *items, size_t n, const char *slug)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(items[i].slug, slug) == 0)
			return &items[i];
	bail(slug);
	return NULL;
}

static void
sops_are_listed(struct office *o)
{
	const struct sop_item *i;
	struct sop_item *items;
	size_t n;

	walk_start(o, "rkt", fixture_person(o, "kakanwil"), NULL, 0, NOW);
	is_int(CASE_OK, soplist_current(o, FIXTURE_START - 1, &items, &n),
	    "before the first day");
	is_int(0, (int64_t)n, "...none is in force");
	free(items);
	is_int(CASE_OK, soplist_current(o, NOW, &items, &n), "later");
	is_int(11, (int64_t)n, "...all eleven");
	ok(strcmp(items[0].unit, items[n - 1].unit) < 0, "...by unit");
	i = item_of(items, n, "rkt");
	is_string("Subbagian Program dan Pelaporan", i->unit, "its unit");
	is_int(1, i->version, "its version");
	is_int(1, i->open_cases, "its open case");
	is_int(fixture_sop(o, "rkt"), i->version_id, "its id");
	is_int(FIXTURE_START, i->effective_from, "since when");
	is_int(0, i->effective_to, "...until further notice");
	is_int(0, item_of(items, n, "skp")->open_cases, "another has none");
	is_string("W.6.OT.02.02-0136",
	    item_of(items, n, "izin-magang-penelitian")->number, "a number");
	free(items);
	is_int(CASE_OK, soplist_names(o, NOW, &items, &n), "the names alone");
	is_int(11, (int64_t)n, "...all eleven");
	is_int(0, item_of(items, n, "rkt")->open_cases, "...not counted");
	free(items);
}

static void
versions_are_listed(struct office *o)
{
	struct sop_item *items;
	int64_t id, by = fixture_person(o, "admin");
	struct change ch = { .by = by, .now = NOW + HOUR };
	size_t n, len;
	char *yaml = slurp("lib/sop/rkt.yaml", &len), *more;

	if ((more = realloc(yaml, len + 3)) == NULL)
		bail("out of memory");
	strcpy(more + len, "#\n");
	is_int(CASE_OK, office_publish(o, &ch, "rkt.yaml", more, len + 2,
	    &id), "a second version");
	free(more);
	is_int(CASE_OK, soplist_versions(o, "rkt", &items, &n), "versions");
	is_int(2, (int64_t)n, "...are two");
	is_int(id, items[0].version_id, "the newest first");
	is_int(by, items[0].published_by, "...by whom");
	is_int(0, items[0].open_cases, "...without cases");
	is_int(NOW + HOUR, items[1].effective_to, "the first one ended");
	is_int(1, items[1].open_cases, "...and keeps its case");
	free(items);
	is_int(CASE_NOT_FOUND, soplist_versions(o, "tidak-ada", &items, &n),
	    "an unknown slug");
	is_int(CASE_OK, soplist_current(o, NOW + HOUR, &items, &n),
	    "then listed");
	is_int(2, item_of(items, n, "rkt")->version, "...the second");
	is_int(1, item_of(items, n, "rkt")->open_cases, "...with all cases");
	free(items);
}

static const struct act_value request[] = {
	{ "nama", "Siti Rahmawati" }, { "whatsapp", "+6281234567890" },
};

static enum case_err
find(struct office *o, const char *code, const char *address, int64_t now,
    struct case_row *c)
{
	struct tracking_try try = { code, address, now };

	return tracking_find(o, &try, c);
}

static void
codes_find_cases(struct office *o)
{
	/* As a chat, a word processor or a mail puts it. */
	static const char *const pasted[] = {
		"1\u00a02\u00a03", "1\u20132\u20133", "\u201c1-2-3\u201d,",
		"(1 2 3)", "*1-2-3*", "1\u20112\u22123.", "'1-2-3'",
		"\u202a1\u202c \u200b2 3", "1\u00ad23", "#1-2-3",
		"https://x.id/lacak?lain=0#1-2-3",
	};
	struct case_row c = { 0 };
	int64_t id = walk_start(o, "izin-magang-penelitian", 0, request, 2,
	    NOW);
	char code[CASE_CODE_LEN + 1], typed[32];
	int i;

	office_code(o, id, code);
	snprintf(typed, sizeof(typed), " %.4s-%.4s %s", code, code + 4,
	    code + 8);
	is_int(CASE_OK, find(o, code, "::1", NOW, &c), "a code");
	is_int(id, c.id, "...finds its case");
	is_int(CASE_OK, find(o, typed, "::1", NOW, &c), "with spaces");
	for (i = 0; i < (int)(sizeof(pasted) / sizeof(pasted[0])); i++) {
		char some[96], *end = some;

		for (const char *s = pasted[i]; *s != '\0'; s++)
			if (*s == '1' || *s == '2' || *s == '3')
				end += sprintf(end, "%.4s",
				    code + 4 * (*s - '1'));
			else
				*end++ = *s;
		*end = '\0';
		c.id = 0;
		find(o, some, "::4", NOW, &c);
		is_int(id, c.id, "pasted as %s", some);
	}
	is_int(CASE_NOT_FOUND, find(o, "ZZZZZZZZZZZZ", "::1", NOW, &c),
	    "an unknown one");
	is_string("Kode tidak ditemukan. Periksa kembali 12 huruf dan angka "
	    "pada bukti permohonan.", office_why(o), "...says");
	is_int(CASE_NOT_FOUND, find(o, "", "::1", NOW, &c), "none at all");
	is_string("Kode tidak ditemukan. Periksa kembali 12 huruf dan angka "
	    "pada bukti permohonan.", office_why(o), "...the same");
	for (i = 0; i < 2100; i++)
		find(o, "K7QM2F9DXW4T", "::1", NOW + i % 900, &c);
	is_int(CASE_OK, find(o, code, "::1", NOW + 20, &c),
	    "no guesses of others keep out whoever has the code");
}

/* The code that was sent last, as it is typed; "" when there is none. */
static const char *
sent_code(struct office *o)
{
	static char code[16];
	struct db_stmt *st = db_query(office_db(o), "SELECT body FROM messages"
	    " WHERE body LIKE 'Kode sekali pakai%' ORDER BY id DESC LIMIT 1",
	    "");
	const char *at = db_step(st) ? strstr(db_text(st, 0), ": ") : NULL;

	snprintf(code, sizeof(code), "%.14s", at != NULL ? at + 2 : "");
	db_done(st);
	return code;
}

static enum case_err
digits(struct office *o, const struct case_row *c, const char *typed,
    const char *address)
{
	const struct tracking_try try = { typed, address, NOW };

	return tracking_digits(o, c, &try);
}

static void
digits_guard_letters(struct office *o)
{
	struct case_row c = { .id = 5, .phone = "+6281234567890" };
	struct case_row other = { .id = 6, .phone = "" };
	const char *at = "192.0.2.60";

	is_int(CASE_OK, digits(o, &c, "7890", at), "four digits");
	is_int(CASE_OK, digits(o, &c, " 78-90", at), "...apart");
	is_int(CASE_INVALID, digits(o, &c, "7891", at), "wrong ones");
	is_string("angka", office_field(o), "...named");
	is_int(CASE_INVALID, digits(o, &c, "67890", at), "five");
	is_int(CASE_INVALID, digits(o, &c, "", at), "none");
	is_int(CASE_OK, digits(o, &other, "", at),
	    "without a number nothing is asked");
	for (int i = 3; i < 5; i++)
		digits(o, &c, "0000", at);
	is_int(CASE_INVALID, digits(o, &c, "7890", "192.0.2.61"),
	    "after five tries digits are not enough, wherever one is");
	ok(strstr(office_why(o), "Kami kirim kode ke nomor") != NULL,
	    "...a code is sent to the number on record");
	digits(o, &c, "7890", "192.0.2.61");
	is_int(1, fixture_int(o, "SELECT count(*) FROM messages WHERE $1 = 0"
	    " AND address = '+6281234567890' AND body LIKE 'Kode sekali%'", 0),
	    "...once");
	is_int(CASE_OK, digits(o, &c, sent_code(o), "192.0.2.61"),
	    "...which gets on at once");
	other.id = 7;
	other.phone[0] = '+';
	snprintf(other.phone, sizeof(other.phone), "+6281234567890");
	is_int(CASE_INVALID, digits(o, &other, sent_code(o), "192.0.2.62"),
	    "...for no other case");
	/* Twenty from one address, a case each. */
	for (int i = 5; i < 20; i++) {
		struct case_row one = c;

		one.id = 100 + i;
		digits(o, &one, "0000", at);
	}
	other = (struct case_row){ .id = 7, .phone = "+6281234567890" };
	is_int(CASE_INVALID, digits(o, &other, "7890", at),
	    "after twenty of many cases their address is asked for more");
	is_int(CASE_OK, digits(o, &other, "7890", "192.0.2.61"),
	    "...and no other");
}

static enum case_err
letter(struct office *o, const char *code, const char *typed,
    const char *address, struct case_row *c)
{
	const struct tracking_try try = { code, address, NOW };

	return tracking_letter(o, &try, typed, c);
}

/* Nobody learns from the answer which of the two was wrong. */
static void
letters_have_one_answer(struct office *o)
{
	static const struct { const char *code, *digits; } wrong[] = {
		{ NULL, "7891" }, { NULL, "" }, { NULL, "67890" },
		{ "ZZZZZZZZZZZZ", "7890" }, { "ZZZZZZZZZZZZ", "" },
		{ "", "" }, { "K7QM", "7890" },
		{ "' OR 1=1 --", "7890" },
	};
	int64_t id = walk_start(o, "izin-magang-penelitian", 0, request, 2,
	    NOW);
	char code[CASE_CODE_LEN + 1], first[400] = "", at[24], typed[32];
	struct case_row c;

	office_code(o, id, code);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		snprintf(at, sizeof(at), "198.51.100.%zu", i);
		is_int(CASE_NOT_FOUND, letter(o, wrong[i].code != NULL ?
		    wrong[i].code : code, wrong[i].digits, at, &c),
		    "code and digits, one wrong");
		is_string("kode", office_field(o), "...where");
		if (i == 0)
			snprintf(first, sizeof(first), "%s", office_why(o));
		is_string(first, office_why(o), "...in the same words");
	}
	is_int(CASE_OK, letter(o, code, "7890", "198.51.100.60", &c),
	    "both right");
	is_int(id, c.id, "...its case");
	/* Three of the five are spent; spelling buys no more. */
	snprintf(typed, sizeof(typed), "%.4s-%.4s %s", code, code + 4,
	    code + 8);
	letter(o, typed, "0000", "198.51.100.61", &c);
	snprintf(typed, sizeof(typed), " %.3s.%s ", code, code + 3);
	letter(o, typed, "0000", "198.51.100.62", &c);
	is_int(CASE_STATE, letter(o, code, "7890", "198.51.100.63", &c),
	    "after five the right ones are not enough, however it was spelt");
	is_int(CASE_OK, letter(o, code, sent_code(o), "198.51.100.63", &c),
	    "...but a code that was sent is");
	letter(o, code, "7890", "198.51.100.63", &c);
	snprintf(first, sizeof(first), "%s", office_why(o));
	case_get(o, id, &c);
	is_int(CASE_INVALID, digits(o, &c, "7890", "198.51.100.63"),
	    "...and wherever they are asked for");
	for (int i = 0; i < 3; i++)
		letter(o, "zzzz-zzzz-zzzz", "1111", "198.51.100.64", &c);
	is_int(CASE_STATE, letter(o, "ZZZZZZZZZZZZ", "7890",
	    "198.51.100.65", &c), "an unknown code is answered likewise");
	is_string(first, office_why(o), "...in the same words");
}

static int
may(struct office *o, int64_t person, int64_t case_id, int64_t document)
{
	struct actor a = { .person_id = person, .case_id = case_id };
	struct document d;

	if (document_get(o, document, &d) != CASE_OK)
		bail("no such document");
	return case_may_see_document(o, &a, &d, NOW);
}

static void
papers_have_readers(struct office *o)
{
	static const struct act_file file = { "berkas", "a.pdf",
		"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852"
		"b855", "application/pdf", 1 };
	int64_t user = fixture_person(o, "admin-user");
	int64_t other = fixture_person(o, "admin-user-2");
	int64_t official = fixture_person(o, "duta-sigap");
	int64_t id = walk_start(o, "sigap-magang-penelitian", user, NULL, 0,
	    NOW);
	int64_t draft, letter;

	walk_to(o, id, 4, NOW);
	walk_step(o, id, OUTCOME_FORWARD, &file, NOW);
	walk_to(o, id, 7, NOW);
	walk_step(o, id, OUTCOME_FORWARD, &file, NOW);
	draft = walk_document(o, id, 4);
	letter = walk_document(o, id, 7);
	is_int(CASE_OK, may(o, official, 0, draft), "an official: the draft");
	is_int(CASE_DENIED, may(o, user, 0, draft), "the applicant: not");
	is_int(CASE_OK, may(o, user, 0, letter), "...but the answer");
	is_int(CASE_NOT_FOUND, may(o, other, 0, letter), "nobody elsewhere");
	is_int(CASE_OK, may(o, 0, id, letter), "by the code: the answer");
	is_int(CASE_DENIED, may(o, 0, id, draft), "...not the draft");
	is_int(CASE_NOT_FOUND, may(o, 0, id + 1, letter), "...of that case");
	is_int(CASE_NOT_FOUND, may(o, 0, 0, letter), "nobody");
	is_int(CASE_NOT_FOUND, may(o, fixture_person(o, "kasi-izin-tinggal"),
	    0, draft), "an official with no part in it: not there");
}

static void
messages_are_listed(struct office *o)
{
	int64_t id = walk_start(o, "izin-magang-penelitian", 0, request, 2,
	    NOW);
	struct message *list;
	size_t n;

	is_int(CASE_OK, message_list(o, id, &list, &n), "messages");
	is_int(1, (int64_t)n, "...one, that the request came");
	is_string("+6281234567890", list[0].address, "...to whom");
	is_string("queued", list[0].state, "...not yet sent");
	is_int(NOW, list[0].queued_at, "...since when");
	free(list);
	is_int(CASE_OK, message_list(o, 7, &list, &n), "of no case");
	is_int(0, (int64_t)n, "...none");
	free(list);
}

static void
count_fault(void *arg, int64_t case_id, const char *what)
{
	(void)case_id;
	(void)what;
	++*(int64_t *)arg;
}

/* How many cases a search finds for an official. */
static int64_t
found(struct office *o, const char *text)
{
	struct case_query q = { .search = text, .limit = 1,
		.now = NOW,
		.actor.person_id = fixture_person(o, "petugas-layanan") };
	struct case_item *items;
	int64_t total = -1;
	size_t n;

	if (case_list(o, &q, &items, &n, &total) != CASE_OK)
		bail(office_why(o));
	free(items);
	return total;
}

static void
cases_are_searched(struct office *o)
{
	static const struct act_value one[] = {
		{ "nama", "Budi Setiawan" }, { "whatsapp", "+6281234567891" },
	};
	int64_t id = walk_start(o, "izin-magang-penelitian", 0, one, 2, NOW);
	char code[CASE_CODE_LEN + 1];
	struct case_row c;

	if (case_get(o, id, &c) != CASE_OK)
		bail(office_why(o));
	office_code(o, id, code);
	is_int(1, found(o, c.number), "a number finds one case");
	is_int(1, found(o, code), "a code finds one");
	is_int(1, found(o, "budi"), "a name does");
	is_int(1, found(o, " BUDI, seti"), "...by beginnings, small or not");
	is_int(0, found(o, "budi zulkifli"), "...and all of them");
	ok(found(o, "K-2026") > 1, "a year finds many");
	ok(found(o, "") == found(o, NULL) && found(o, "-") == found(o, ""),
	    "nothing finds all");
}

/* As the caller on the telephone says it. */
static void
callers_are_found(struct office *o)
{
	static const struct act_value one[] = {
		{ "nama", "Kepala Prodi" }, { "whatsapp", "+6281399887766" },
		{ "lembaga", "Universitas \xc3\x91u\xc3\xb1oa" },
		{ "nomor_surat", "245/SIM/2026" },
		{ "peserta", "Siti Zubaidah; 09021182126777; Hukum\n"
		    "Ma'ruf Amin; 09021182126778; Hukum\n"
		    "Nur\xe2\x80\x99""aini Jos\xc3\xa9; A7654321; Hukum" },
	};
	static const char *const yes[] = {
		"zubaidah", "ZUBAI", "zubaidah siti", "maruf", "Ma'ruf",
		"ma\xe2\x80\x99ruf", "ma ruf", "nur'aini", "nuraini", "aini",
		"jose", "JOS\xc3\x89", "nunoa", "09021182126777",
		"0902118212677", "a7654321", "A7654321",
		"081399887766", "0813-9988-7766", "+62 813 9988 7766",
		"62 813 9988 7766", "(0813) 9988 7766", "0813 9988",
		"245/SIM/2026", "245/sim", "SIM/2026", "Bandingkan nilainya",
		"bandingkan", "telepon ulang",
		/* in parts, as it is printed and as it was written */
		"A 7654321", "a 765 4321", "0902 1182 126777", "B1234567",
		"b 1234567", "B 123 4567",
		"kepala prodi universitas nunoa siti hukum maruf bandingkan",
	};
	static const char *const no[] = { "zubaidah budi", "ubaidah",
		"09021182126779", "0813-9988-7767", "nilai tidak", "magangx",
		"A 7654322", "b 7654321", "kepala prodi universitas zulkifli",
		"kepala prodi universitas nunoa siti hukum maruf zulkifli" };
	struct case_query q = { .search = "245/SIM/2026", .limit = 5,
		.exact = CASE_EXACT_ONLY, .now = NOW,
		.actor.person_id = fixture_person(o, "petugas-layanan") };
	struct act a = { .now = NOW, .note = "Bandingkan nilainya; telepon "
	    "ulang. Paspor B 1234567.", .actor.person_id = q.actor.person_id };
	int64_t id = walk_start(o, "izin-magang-penelitian", 0, one, 5, NOW);
	int64_t n, words;
	struct case_item *items;
	struct case_query theirs = q;
	struct task_row t;
	size_t count;

	walk_to(o, id, 3, NOW);
	walk_current(o, id, &t);
	a.task_id = t.id;
	a.version = t.version;
	if (act_note(o, &a, "note") != CASE_OK)
		bail(office_why(o));
	for (size_t i = 0; i < sizeof(yes) / sizeof(yes[0]); i++)
		is_int(1, found(o, yes[i]), "found: %s", yes[i]);
	for (size_t i = 0; i < sizeof(no) / sizeof(no[0]); i++)
		is_int(0, found(o, no[i]), "not found: %s", no[i]);
	is_int(CASE_OK, case_list(o, &q, &items, &count, &n), "exactly");
	ok(n == 1 && count == 1 && items[0].c.id == id,
	    "...the number of a letter");
	free(items);
	q.search = "245/SIM";
	case_list(o, &q, &items, &count, &n);
	is_int(0, n, "...not the beginning of one");
	free(items);
	/* Its words are derived: nothing is missing, and what is gone comes
	 * again. */
	n = 0;
	is_int(0, rebuild(o, 0, count_fault, &n, &words), "as events say");
	words = fixture_int(o, "SELECT count(*) FROM search_words WHERE"
	    " case_id = $1", id);
	fixture_run(o, "DELETE FROM search_words WHERE word = 'zubaidah'");
	fixture_run(o, "UPDATE search_words SET office = 0");
	ok(rebuild(o, 0, count_fault, &n, &theirs.now) > 0 && n > 0,
	    "one that is gone is missed");
	rebuild(o, 1, count_fault, &n, &theirs.now);
	is_int(words, fixture_int(o, "SELECT count(*) FROM search_words WHERE"
	    " case_id = $1", id), "...and written again");
	is_int(1, found(o, "zubaidah"), "...so that it is found");
	is_int(0, rebuild_words(o), "all may be written anew");
	is_int(0, rebuild(o, 0, count_fault, &n, &theirs.now), "...the same");
}

/* Outsiders find their requests, and nothing by what the office wrote. */
static void
outsiders_find_less(struct office *o)
{
	struct case_query q = { .limit = 5, .now = NOW,
		.actor.person_id = fixture_person(o, "admin-user") };
	int64_t id = walk_start(o, "sigap-magang-penelitian",
	    q.actor.person_id, NULL, 0, NOW), n;
	struct case_item *items;
	struct act a = { .now = NOW, .note = "Pemohonnya mencurigakan.",
	    .actor.person_id = fixture_person(o, "admin-kanwil") };
	struct inbox_query in = { .tab = INBOX_MINE, .limit = 5, .now = NOW,
	    .person_id = q.actor.person_id, .search = "mencurigakan" };
	struct inbox_row *rows;
	struct task_row t;
	size_t count;

	walk_current(o, id, &t);
	a.task_id = t.id;
	a.version = t.version;
	if (act_note(o, &a, "note") != CASE_OK)
		bail(office_why(o));
	q.search = "mencurigakan";
	case_list(o, &q, &items, &count, &n);
	is_int(0, n, "outsiders find nothing by a note");
	free(items);
	q.search = "mencurigakan.";
	q.exact = CASE_EXACT_ONLY;
	case_list(o, &q, &items, &count, &n);
	is_int(0, n, "...in no way");
	free(items);
	q.actor.person_id = a.actor.person_id;
	q.exact = CASE_EXACT_ANY;
	case_list(o, &q, &items, &count, &n);
	is_int(1, n, "...by which its officials do");
	free(items);
	q.actor.person_id = fixture_person(o, "jfu");
	case_list(o, &q, &items, &count, &n);
	is_int(0, n, "...and others, who may not see it, do not");
	free(items);
	inbox_list(o, &in, &rows, &count, &n);
	is_int(0, n, "nor by their inbox");
	free(rows);
}

/* Read a list two at a time, each part behind the last of the one before: how
 * many stand where they stand in the whole list. */
static size_t
in_parts(struct office *o, struct case_query q, const struct case_item *whole)
{
	struct case_item *part;
	size_t n, i, at = 0, same = 0;

	q.limit = 2;
	do {
		if (case_list(o, &q, &part, &n, NULL) != CASE_OK)
			bail(office_why(o));
		for (i = 0; i < n; i++)
			same += part[i].c.id == whole[at++].c.id;
		if (n > 0) {
			q.after_at = part[n - 1].c.opened_at;
			q.after_id = part[n - 1].c.id;
		}
		free(part);
	} while (n == 2);
	return same;
}

static void
cases_go_on_behind_one(struct office *o)
{
	static const char *const months[] = { "", "2026-01" };
	static const char *const states[] = { "", "open" };
	struct case_query q = { .limit = 100,
		.now = NOW,
		.actor.person_id = fixture_person(o, "petugas-layanan") };
	struct case_item *all;
	int64_t total;
	size_t n, i;

	for (i = 0; i < 4; i++) {
		q.month = months[i % 2];
		q.state = states[i / 2];
		if (case_list(o, &q, &all, &n, &total) != CASE_OK || n < 3)
			bail("few cases");
		is_int((int64_t)n, total, "all are counted");
		is_int((int64_t)n, (int64_t)in_parts(o, q, all),
		    "...and come in parts as in one");
		free(all);
	}
}

int
main(void)
{
	struct office *o = fixture_open(NULL);

	sops_are_listed(o);
	versions_are_listed(o);
	codes_find_cases(o);
	digits_guard_letters(o);
	letters_have_one_answer(o);
	papers_have_readers(o);
	messages_are_listed(o);
	cases_are_searched(o);
	callers_are_found(o);
	outsiders_find_less(o);
	cases_go_on_behind_one(o);
	office_close(o);
	return tap_done();
}
