/*
 * wording.c - the words of messages.
 */
#include "message/wording.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/name.h"
#include "base/utf8.h"
#include "clock/month_name.h"

#define ENDING_SIZE 1024	/* bytes of the end of a message */

/* -- no identity numbers ------------------------------------------------ */

#define WORD_MIN 7	/* characters of a passport's number */
#define WORD_DIGITS 5
#define LONG_NUMBER 9	/* digits in one word: old NIP, NISN, NIK */
#define PHONE_MAX 15	/* digits of E.164 */

static int
is_plain(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
	    (c >= 'a' && c <= 'z');
}

static void
hide(char *from, const char *to)
{
	for (; from < to; from++)
		if (is_plain(*from))
			*from = '.';
}

/* The end of digits in groups with one blank, dot or dash between them;
 * *count of them. */
static char *
groups_end(char *s, int *count)
{
	char *end = s;

	for (*count = 0; *s != '\0'; s++) {
		if (isdigit((unsigned char)*s)) {
			++*count;
			end = s + 1;
		} else if (strchr(" .-", *s) == NULL ||
		    !isdigit((unsigned char)s[1]))
			break;
	}
	return end;
}

/* Does the word look like the number of a passport or permit? */
static int
is_permit(const char *s, size_t len)
{
	size_t i, digits = 0, capitals = 0;

	for (i = 0; i < len; i++) {
		digits += isdigit((unsigned char)s[i]) != 0;
		capitals += s[i] >= 'A' && s[i] <= 'Z';
	}
	return len >= WORD_MIN && digits >= WORD_DIGITS && capitals > 0 &&
	    digits + capitals == len;
}

/* A telephone number as people write it: +62..., 62..., 0... */
static int
is_phone(const char *text, const char *s, size_t len)
{
	int plus = s > text && s[-1] == '+';

	return len <= PHONE_MAX && (plus || *s == '0' ||
	    strncmp(s, "62", 2) == 0);
}

void
wording_clean(char *text)
{
	char *s = text, *end;
	size_t len, digits;
	int count;

	while (*s != '\0') {
		if (!is_plain(*s)) {
			s++;
			continue;
		}
		for (len = 0; is_plain(s[len]); len++)
			;
		digits = strspn(s, "0123456789");
		end = isdigit((unsigned char)*s) ? groups_end(s, &count) : s;
		if (end > s && (count == 16 || count == 18) &&
		    !is_plain(*end)) {
			hide(s, end);
			s = end;
			continue;
		}
		if (is_permit(s, len) || (digits == len &&
		    len >= LONG_NUMBER && !is_phone(text, s, len)))
			hide(s, s + len);
		s += len;
	}
}

/* -- as long as a channel takes ------------------------------------------ */

void
wording_fit(char *buf, size_t size, size_t max, enum unicode_unit unit)
{
	static const char mark[] = "…";
	size_t marked = unicode_count(mark, unit), n;

	if (unicode_count(buf, unit) <= max)
		return;
	n = unicode_cut(buf, max > marked ? max - marked : 0, unit);
	if (n > size - sizeof(mark))
		n = utf8_cut(buf, n, size - sizeof(mark));
	strcpy(buf + n, mark);
}

/* -- the words ---------------------------------------------------------- */

struct words {
	const char	*confirmed, *returned, *ready, *done, *subject;
	const char	*lapsed, *mend, *fetch, *come, *act, *mend_by;
	const char	*language;	/* of the names of months */
	const char	*greeting, *nameless, *link, *thanks;
	const char	*seen;
	const char	*notice, *processed, *accepted, *partly, *refused;
};

static const struct words indonesian = {
	.confirmed = "Permohonan Anda sudah kami terima dengan nomor %s. "
	    "Kode pelacakan: %.4s-%.4s-%.4s.",
	.returned = "Permohonan %s perlu diperbaiki: %s",
	.ready = "Permohonan %s %s. Surat siap diunduh.",
	.done = "Permohonan %s %s. Hasilnya dapat dilihat di halaman "
	    "pelacakan.",
	.subject = "Permohonan %s",
	.lapsed = "Permohonan %s ditutup karena tidak diperbaiki sampai "
	    "batasnya. Anda dapat mengajukan permohonan baru.",
	.mend = "Permohonan %s menunggu perbaikan dari Anda sejak %d %s %d.",
	.fetch = "Permohonan %s sudah selesai. Suratnya menunggu Anda unduh "
	    "sejak %d %s %d.",
	.come = "Permohonan %s menunggu kedatangan Anda sejak %d %s %d.",
	.act = "Permohonan %s menunggu tindakan dari Anda sejak %d %s %d.",
	.mend_by = " Jika tidak diperbaiki dalam %d hari kerja, permohonan "
	    "ini ditutup.",
	.language = "id",
	.greeting = "Yth. Sdr. %s,\n\n",
	.nameless = "Yth. Pemohon,\n\n",
	.link = "\n\nUnduh surat: %s\nTautan ini berlaku %lld hari.",
	.seen = "\n\nPermohonan Anda: %s",
	.thanks = "\n\nTerima kasih.\n%s",
	.notice = "%s: permohonan %s (%s) %s. Lihat %s dengan kode "
	    "%.4s-%.4s-%.4s.",
	.processed = "sudah diproses",
	.accepted = "disetujui",
	.partly = "disetujui untuk %zu dari %zu peserta",
	.refused = "ditolak",
};

static const struct words english = {
	.confirmed = "We have received your application, number %s. "
	    "Tracking code: %.4s-%.4s-%.4s.",
	.returned = "Your application %s needs a correction: %s",
	.ready = "Your application %s has been %s. The letter is ready for "
	    "download.",
	.done = "Your application %s has been %s. You can see the result on "
	    "the tracking page.",
	.subject = "Application %s",
	.lapsed = "Your application %s was closed because it was not "
	    "corrected in time. You may apply again.",
	.mend = "Your application %s has been waiting for your correction "
	    "since %d %s %d.",
	.fetch = "Your application %s has been decided. The letter has been "
	    "waiting for you to download it since %d %s %d.",
	.come = "Your application %s has been waiting for you to come to the "
	    "office since %d %s %d.",
	.act = "Your application %s has been waiting for you since %d %s %d.",
	.mend_by = " If it is not corrected within %d working days, it will "
	    "be closed.",
	.language = "en",
	.greeting = "Dear %s,\n\n",
	.nameless = "Dear applicant,\n\n",
	.link = "\n\nDownload the letter: %s\nThis link is valid for %lld "
	    "days.",
	.seen = "\n\nYour application: %s",
	.thanks = "\n\nThank you.\n%s",
	.notice = "%s: your application %s (%s) has been %s. See %s with the "
	    "code %.4s-%.4s-%.4s.",
	.processed = "processed",
	.accepted = "approved",
	.partly = "approved for %zu of %zu participants",
	.refused = "refused",
};

static const struct words *
words_of(const char *language)
{
	return strcmp(language, "en") == 0 ? &english : &indonesian;
}

/* The words above are the formats. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

#define DECISION_SIZE 80

/* Yes, no, or for how many; "sudah diproses" while nothing is decided. */
static const char *
decision_words(const struct words *w, const struct wording_decision *d,
    char buf[DECISION_SIZE])
{
	if (d == NULL)
		return w->processed;
	if (d->refused)
		return w->refused;
	if (d->accepted == d->count)
		return w->accepted;
	snprintf(buf, DECISION_SIZE, w->partly, d->accepted, d->count);
	return buf;
}

void
wording_body(const char *language, const char *kind,
    const struct wording_about *a, char *buf, size_t size)
{
	const struct words *w = words_of(language);
	char decision[DECISION_SIZE];
	const char *how = decision_words(w, a->decision, decision);

	if (strcmp(kind, "confirmed") == 0)
		snprintf(buf, size, w->confirmed, a->number, a->code,
		    a->code + 4, a->code + 8);
	else if (strcmp(kind, "returned") == 0)
		snprintf(buf, size, w->returned, a->number, a->text);
	else if (strcmp(kind, "ready") == 0)
		snprintf(buf, size, w->ready, a->number, how);
	else if (strcmp(kind, "lapsed") == 0)
		snprintf(buf, size, w->lapsed, a->number);
	else if (*a->text != '\0')
		snprintf(buf, size, "%s", a->text);
	else
		snprintf(buf, size, w->done, a->number, how);
}

void
wording_reminder(const char *language, const struct wording_wait *x,
    char *buf, size_t size)
{
	const struct words *w = words_of(language);
	const char *what = strcmp(x->kind, "submit") == 0 ? w->mend :
	    strcmp(x->kind, "download") == 0 ? w->fetch :
	    strcmp(x->kind, "present") == 0 ? w->come : w->act;
	size_t len;

	snprintf(buf, size, what, x->number, x->day,
	    month_name(w->language, x->month), x->year);
	len = strlen(buf);
	if (x->mend_days > 0)
		snprintf(buf + len, size - len, w->mend_by, x->mend_days);
}

void
wording_subject(const char *language, const char *number, char *buf,
    size_t size)
{
	snprintf(buf, size, words_of(language)->subject, number);
}

const char *
wording_ask(const char *language)
{
	return words_of(language) == &english ? "?bahasa=en" : "";
}

void
wording_notice(const char *language, const struct wording_notice *n,
    char *buf, size_t size)
{
	const struct words *w = words_of(language);
	char decision[DECISION_SIZE];

	snprintf(buf, size, w->notice, n->service, n->number, n->sop,
	    decision_words(w, n->decision, decision), n->address, n->code,
	    n->code + 4, n->code + 8);
}

/* The end of a message: a link to the letter or to the case, and the office's
 * name; to people of the office nothing. */
static void
write_end(const struct delivery *d, const struct wording *how,
    const char *head, char *buf, size_t size)
{
	const struct words *w = words_of(d->language);
	char address[512];
	size_t len;

	buf[0] = '\0';
	if (d->person_id != 0)
		return;
	if (how->link[0] != '\0') {
		snprintf(buf, size, w->link, how->link, (long long)how->days);
	} else if (d->case_id != 0 && strstr(head, how->site) == NULL) {
		snprintf(address, sizeof(address), "%s%s%s", how->site,
		    d->account ? "/kotak-masuk" : "/lacak",
		    wording_ask(d->language));
		snprintf(buf, size, w->seen, address);
	}
	len = strlen(buf);
	snprintf(buf + len, size - len, w->thanks, how->office);
}

/* Cut the text so that text and end fit the channel; a text that is cut ends
 * with a link to the rest, if only to the site. */
static void
fit(const struct wording *how, char *buf, size_t size, char *end,
    size_t endsize)
{
	size_t all = unicode_count(buf, how->unit) +
	    unicode_count(end, how->unit), taken;

	if (how->max == 0 || all <= how->max)
		return;
	if (strstr(end, how->site) == NULL) {
		char kept[ENDING_SIZE];

		utf8_copy(kept, sizeof(kept), end);
		snprintf(end, endsize, "\n%s%s", how->site, kept);
	}
	taken = unicode_count(end, how->unit);
	wording_fit(buf, size, how->max > taken ? how->max - taken : 0,
	    how->unit);
}

/* A stranger's name with an address or a number in it is a message to others in
 * our name. */
static int
may_greet(const struct delivery *d)
{
	enum name_fault fault = name_judge(d->name);

	return d->account || (fault != NAME_ADDRESS && fault != NAME_DIGIT);
}

void
wording_whole(const struct delivery *d, const struct wording *how, char *buf,
    size_t size)
{
	const struct words *w = words_of(d->language);
	char end[2 * ENDING_SIZE], *clean;
	size_t len;

	buf[0] = '\0';
	if (d->person_id == 0 && !may_greet(d))
		snprintf(buf, size, "%s", w->nameless);
	else if (d->person_id == 0 && d->name[0] != '\0')
		snprintf(buf, size, w->greeting, d->name);
	len = strlen(buf);
	snprintf(buf + len, size - len, "%s", d->body);
	if ((clean = unicode_clean(buf)) != NULL)
		utf8_copy(buf, size, clean);
	free(clean);
	/* A root is a long number, too, and is nobody's. */
	if (strcmp(d->kind, WORDING_ROOT) != 0)
		wording_clean(buf);
	write_end(d, how, buf, end, ENDING_SIZE);
	fit(how, buf, size, end, sizeof(end));
	len = strlen(buf);
	snprintf(buf + len, size - len, "%s", end);
}

#pragma GCC diagnostic pop
