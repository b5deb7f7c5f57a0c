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

static int
is_english(const char *language)
{
	return strcmp(language, "en") == 0;
}

/* A text of the source with its values. */
static void
say(const struct message_source *s, enum message_text kind,
    const char *language, const struct message_value *values, char *buf,
    size_t size)
{
	char text[MESSAGE_TEXT_SIZE];

	message_text_get(s, kind, language, text);
	message_text_fill(text, values, buf, size);
}

#define CODE_SIZE 16
#define DECISION_SIZE 512
#define NUMBER_SIZE 24

/* A tracking code in groups of four. */
static const char *
grouped(const char *code, char buf[CODE_SIZE])
{
	if (strlen(code) < 12)
		buf[0] = '\0';
	else
		snprintf(buf, CODE_SIZE, "%.4s-%.4s-%.4s", code, code + 4,
		    code + 8);
	return buf;
}

/* Yes, no, or for how many; "sudah diproses" while nothing is decided. */
static const char *
decision_words(const struct message_source *s, const char *language,
    const struct wording_decision *d, char buf[DECISION_SIZE])
{
	char accepted[NUMBER_SIZE] = "", count[NUMBER_SIZE] = "";
	const struct message_value values[] = { { "setuju", accepted },
		{ "jumlah", count }, { NULL, NULL } };
	enum message_text kind = d == NULL ? TEXT_PROCESSED : d->refused ?
	    TEXT_REFUSED : d->accepted == d->count ? TEXT_ACCEPTED :
	    TEXT_PARTLY;

	if (kind == TEXT_PARTLY) {
		snprintf(accepted, sizeof(accepted), "%zu", d->accepted);
		snprintf(count, sizeof(count), "%zu", d->count);
	}
	say(s, kind, language, values, buf, DECISION_SIZE);
	return buf;
}

void
wording_body(const struct message_source *s, const char *language,
    const char *kind, const struct wording_about *a, char *buf, size_t size)
{
	char decision[DECISION_SIZE], code[CODE_SIZE];
	const struct message_value values[] = { { "nomor", a->number },
		{ "kode", grouped(a->code, code) }, { "alasan", a->text },
		{ "putusan", decision_words(s, language, a->decision,
		    decision) }, { NULL, NULL } };
	enum message_text text = strcmp(kind, "confirmed") == 0 ?
	    TEXT_CONFIRMED : strcmp(kind, "returned") == 0 ? TEXT_RETURNED :
	    strcmp(kind, "ready") == 0 ? TEXT_READY :
	    strcmp(kind, "lapsed") == 0 ? TEXT_LAPSED : TEXT_DONE;

	if (text == TEXT_DONE && *a->text != '\0')
		snprintf(buf, size, "%s", a->text);
	else
		say(s, text, language, values, buf, size);
}

void
wording_reminder(const struct message_source *s, const char *language,
    const struct wording_wait *x, char *buf, size_t size)
{
	char date[64], days[NUMBER_SIZE];
	const struct message_value values[] = { { "nomor", x->number },
		{ "tanggal", date }, { "hari", days }, { NULL, NULL } };
	size_t len;

	snprintf(date, sizeof(date), "%d %s %d", x->day, month_name(
	    is_english(language) ? "en" : "id", x->month), x->year);
	snprintf(days, sizeof(days), "%d", x->mend_days);
	say(s, strcmp(x->kind, "submit") == 0 ? TEXT_MEND :
	    strcmp(x->kind, "download") == 0 ? TEXT_FETCH :
	    strcmp(x->kind, "present") == 0 ? TEXT_COME : TEXT_ACT, language,
	    values, buf, size);
	len = strlen(buf);
	if (x->mend_days <= 0 || len + 2 > size)
		return;
	strcpy(buf + len, " ");
	say(s, TEXT_MEND_BY, language, values, buf + len + 1, size - len - 1);
}

void
wording_subject(const struct message_source *s, const char *language,
    const char *number, char *buf, size_t size)
{
	const struct message_value values[] = { { "nomor", number },
		{ NULL, NULL } };

	say(s, TEXT_SUBJECT, language, values, buf, size);
}

const char *
wording_ask(const char *language)
{
	return is_english(language) ? "?bahasa=en" : "";
}

void
wording_notice(const struct message_source *s, const char *language,
    const struct wording_notice *n, char *buf, size_t size)
{
	char decision[DECISION_SIZE], code[CODE_SIZE];
	const struct message_value values[] = { { "layanan", n->service },
		{ "nomor", n->number }, { "sop", n->sop }, { "putusan",
		    decision_words(s, language, n->decision, decision) },
		{ "alamat", n->address }, { "kode", grouped(n->code, code) },
		{ NULL, NULL } };

	say(s, TEXT_NOTICE, language, values, buf, size);
}

/* Add a paragraph to a text. */
static void
paragraph(const struct wording *how, enum message_text kind,
    const char *language, const struct message_value *values, char *buf,
    size_t size)
{
	size_t len = strlen(buf);

	snprintf(buf + len, size - len, "\n\n");
	len = strlen(buf);
	say(&how->texts, kind, language, values, buf + len, size - len);
}

/* The end of a message: a link to the letter or to the case, and the office's
 * name; to people of the office nothing. */
static void
write_end(const struct delivery *d, const struct wording *how,
    const char *head, char *buf, size_t size)
{
	char address[512], days[NUMBER_SIZE];
	const struct message_value values[] = { { "tautan", address },
		{ "hari", days }, { "kantor", how->office }, { NULL, NULL } };

	buf[0] = '\0';
	if (d->person_id != 0)
		return;
	snprintf(days, sizeof(days), "%lld", (long long)how->days);
	if (how->link[0] != '\0') {
		snprintf(address, sizeof(address), "%s", how->link);
		paragraph(how, TEXT_LINK, d->language, values, buf, size);
	} else if (d->case_id != 0 && strstr(head, how->site) == NULL) {
		snprintf(address, sizeof(address), "%s%s%s", how->site,
		    d->account ? "/kotak-masuk" : "/lacak",
		    wording_ask(d->language));
		paragraph(how, TEXT_SEEN, d->language, values, buf, size);
	}
	paragraph(how, TEXT_THANKS, d->language, values, buf, size);
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

/* The greeting, with an empty line; "" to who is not greeted. */
static void
greet(const struct delivery *d, const struct wording *how, char *buf,
    size_t size)
{
	const struct message_value values[] = { { "nama", d->name },
		{ NULL, NULL } };
	size_t len;

	buf[0] = '\0';
	if (d->person_id != 0)
		return;
	if (!may_greet(d))
		say(&how->texts, TEXT_NAMELESS, d->language, values, buf,
		    size);
	else if (d->name[0] != '\0')
		say(&how->texts, TEXT_GREETING, d->language, values, buf,
		    size);
	len = strlen(buf);
	if (len > 0)
		snprintf(buf + len, size - len, "\n\n");
}

void
wording_whole(const struct delivery *d, const struct wording *how, char *buf,
    size_t size)
{
	char end[2 * ENDING_SIZE], *clean;
	size_t len;

	greet(d, how, buf, size);
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

/* -- a sample ------------------------------------------------------------ */

static const char *
example(const char *name, int english)
{
	const struct message_text_field *f = message_text_fields;

	while (f->name != NULL && strcmp(f->name, name) != 0)
		f++;
	return f->name != NULL ? f->example[english] : "";
}

/* The body of the sample: the text itself, or one in which it stands. */
static void
sample_body(const struct message_source *s, enum message_text kind,
    const char *language, char *buf, size_t size)
{
	static const struct wording_decision partly = { 0, 3, 5 },
	    accepted = { 0, 1, 1 }, refused = { 1, 0, 1 };
	struct message_value values[32] = { { NULL, NULL } };
	struct wording_about about = { example("nomor", 0), "", "",
		kind == TEXT_PROCESSED ? NULL : kind == TEXT_PARTLY ? &partly :
		kind == TEXT_REFUSED ? &refused : &accepted };
	size_t n = 0;

	for (const struct message_text_field *f = message_text_fields;
	    f->name != NULL; f++)
		values[n++] = (struct message_value){ f->name,
			f->example[is_english(language)] };
	if (kind <= TEXT_NOTICE)
		say(s, kind, language, values, buf, size);
	else
		wording_body(s, language, "ready", &about, buf, size);
}

void
wording_sample(const struct message_source *s, enum message_text kind,
    const char *language, char *buf, size_t size)
{
	struct wording how = { example("kantor", 0), "https://kantor.example",
		kind == TEXT_LINK ? example("tautan", 0) : "", 10, 0,
		UNICODE_UTF16, *s };
	struct delivery *d = calloc(1, sizeof(*d));
	size_t len;

	buf[0] = '\0';
	if (d == NULL)
		return;
	snprintf(d->language, sizeof(d->language), "%s", language);
	snprintf(d->name, sizeof(d->name), "%s", kind == TEXT_NAMELESS ?
	    "1" : example("nama", 0));
	d->case_id = 1;
	sample_body(s, kind, language, d->body, sizeof(d->body));
	wording_subject(s, language, example("nomor", 0), buf, size);
	len = strlen(buf);
	snprintf(buf + len, size - len, "\n\n");
	len = strlen(buf);
	wording_whole(d, &how, buf + len, size - len);
	free(d);
}
