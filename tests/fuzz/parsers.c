/* parsers.c - the list of targets, and those that are a call or two. */
#include <sys/mman.h>
#include <sys/stat.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/phone.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "calendar/holiday.h"
#include "case/field_date.h"
#include "case/roster_paste.h"
#include "clock/calendar.h"
#include "exchange/import_log.h"
#include "letter/letter_text.h"
#include "letter/letterhead.h"
#include "lib/upload/photo/photo.h"
#include "message/adapter.h"
#include "message/adapter_answer.h"
#include "message/adapter_callback.h"
#include "page/translation.h"
#include "sop/rolefile.h"
#include "sop/sop.h"
#include "tests/fuzz/fuzz.h"
#include "tests/web/gate.h"
#include "upload/pdf_signature.h"
#include "upload/signature.h"
#include "web/body.h"
#include "web/form.h"
#include "web/request.h"

#define ENTRY(name) { #name, fuzz_##name },
const struct fuzz_target fuzz_targets[] = {
	FUZZ_TARGETS(ENTRY)
	{ NULL, NULL }
};

char *
fuzz_text(const uint8_t *data, size_t size)
{
	char *text = malloc(size + 1);

	if (text == NULL)
		abort();
	if (size > 0)
		memcpy(text, data, size);
	text[size] = '\0';
	return text;
}

/* A file of these bytes that is ours alone: its descriptor, and its path. */
static int
file_of(const uint8_t *data, size_t size, char path[32])
{
	int fd = memfd_create("fuzz", MFD_CLOEXEC);

	if (fd == -1 || fchmod(fd, 0600) == -1 ||
	    write(fd, data, size) != (ssize_t)size)
		abort();
	snprintf(path, 32, "/proc/self/fd/%d", fd);
	return fd;
}

static const struct calendar *
any_calendar(void)
{
	static const char yaml[] = "zona: Asia/Jakarta\n"
	    "pola: [{nama: Jam kerja, senin: [\"07:30-16:00\"]}]\n";
	static struct calendar *cal;
	char why[200];

	if (cal == NULL)
		cal = calendar_parse(yaml, strlen(yaml), why, sizeof(why));
	if (cal == NULL)
		abort();
	return cal;
}

/* -- files of the office --------------------------------------------------- */

void
fuzz_sop(const uint8_t *data, size_t size)
{
	static const char *const roles[] = { "kakanwil", "tu", "jfu", "jft",
		"pemohon", NULL };
	char why[1024];

	sop_free(sop_parse("SOP", (const char *)data, size, roles, why,
	    sizeof(why)));
}

void
fuzz_roles(const uint8_t *data, size_t size)
{
	char why[1024];

	rolefile_free(rolefile_parse("F", (const char *)data, size, why,
	    sizeof(why)));
}

void
fuzz_calendar(const uint8_t *data, size_t size)
{
	char why[300];

	calendar_free(calendar_parse((const char *)data, size, why,
	    sizeof(why)));
}

/* iCalendar and lines of text. */
void
fuzz_ics(const uint8_t *data, size_t size)
{
	const struct holiday_source src = { any_calendar(), 2026, 2027 };
	struct holidays h = { NULL, 0 };
	char why[300];

	holidays_read(&src, (const char *)data, size, &h, why, sizeof(why));
	holidays_free(&h);
}

/* CSV and XES. */
void
fuzz_log(const uint8_t *data, size_t size)
{
	char why[300], *text = fuzz_text(data, size);
	const struct import_source src = { .text = text, .len = strlen(text),
		.cal = any_calendar() };
	struct import_log log;

	memset(&log, 0, sizeof(log));
	if (utf8_valid(text, strlen(text))) {
		import_log_read(&src, &log, why, sizeof(why));
		import_log_free(&log);
	}
	free(text);
}

void
fuzz_conf(const uint8_t *data, size_t size)
{
	char path[32], why[512];
	int fd = file_of(data, size, path);

	conf_free(conf_read_file(path, why, sizeof(why)));
	close(fd);
}

void
fuzz_letter(const uint8_t *data, size_t size)
{
	struct letterhead h;
	char why[1024];

	letter_text_free(letter_text_parse("F", (const char *)data, size, why,
	    sizeof(why)));
	letterhead_find("F", (const char *)data, size, "kanwil", "2026-01-05",
	    &h, why, sizeof(why));
}

void
fuzz_catalogue(const uint8_t *data, size_t size)
{
	char why[300], *text = fuzz_text(data, size);
	struct translation *t = translation_parse("F", text, "en", why,
	    sizeof(why));

	if (t != NULL) {
		free(translation_say(t, text));
		free(translation_template(t, text, NULL, NULL));
	}
	translation_free(t);
	free(text);
}

/* -- messages -------------------------------------------------------------- */

void
fuzz_adapter(const uint8_t *data, size_t size)
{
	char path[32], why[512], profiles[512];
	int fd = file_of(data, size, path);
	struct adapter *a;

	snprintf(profiles, sizeof(profiles), "%s/reports/messenger/adapter",
	    getenv("SRCDIR") != NULL ? getenv("SRCDIR") : ".");
	a = adapter_read(path, profiles, why, sizeof(why));
	if (a != NULL)
		free(adapter_whole(a));
	adapter_free(a);
	close(fd);
}

static void
take_news(void *arg, const struct adapter_status *status)
{
	*(size_t *)arg += strlen(status->state) + strlen(status->reason);
}

static const char *
no_header(void *arg, const char *name)
{
	return arg != NULL ? name : "";
}

/* A provider answers, and tells more later. */
void
fuzz_callback(const uint8_t *data, size_t size)
{
	static const char *const names[] = { "fonnte", "wablas", "waha",
		"whatsapp-cloud" };
	struct adapter_callback cb = { .token = "", .header = no_header,
		.type = "application/json", .body = (const char *)data,
		.len = size };
	struct adapter_answer answer;
	char path[512];
	size_t sum = 0;

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct adapter a = { .secret = json_object() };

		snprintf(path, sizeof(path), "%s/reports/messenger/adapter/"
		    "%s.json", getenv("SRCDIR") != NULL ? getenv("SRCDIR") :
		    ".", names[i]);
		if ((a.root = json_load_file(path, 0, NULL)) == NULL)
			abort();
		adapter_callback_ok(&a, &cb);
		adapter_callback_read(&a, &cb, take_news, &sum);
		adapter_answer(&a, 200, (const char *)data, size, &answer);
		adapter_answer_well(&a, 200, (const char *)data, size);
		json_decref(a.root);
		json_decref(a.secret);
	}
}

/* -- files of strangers ---------------------------------------------------- */

void
fuzz_pdfsig(const uint8_t *data, size_t size)
{
	struct signature list[SIGNATURES_MAX];
	char *words = fuzz_text(data, size);
	size_t n = pdf_signature_parse(words, list);

	if (n > SIGNATURES_MAX)
		abort();
	for (size_t i = 0; i < n; i++)
		if (!utf8_valid(list[i].signer, strlen(list[i].signer)))
			abort();
	free(words);
}

void
fuzz_photo(const uint8_t *data, size_t size)
{
	enum photo_err (*const read[])(FILE *, struct photo *) = {
		photo_jpeg, photo_png };
	char *copy = fuzz_text(data, size);

	for (size_t i = 0; i < 2 && size > 0; i++) {
		FILE *fp = fmemopen(copy, size, "rb");
		struct photo p;

		memset(&p, 0, sizeof(p));
		if (fp == NULL)
			abort();
		if (read[i](fp, &p) == PHOTO_OK &&
		    (p.width > PHOTO_SIDE || p.height > PHOTO_SIDE))
			abort();
		free(p.data);
		fclose(fp);
	}
	free(copy);
}

/* -- forms ----------------------------------------------------------------- */

/* A method, an address, a type and a body, a line each but the last. */
void
fuzz_request(const uint8_t *data, size_t size)
{
	static char site[] = "https://sop.example/kantor";
	static const struct conf conf = { .site = site };
	struct arena *arena = arena_new();
	char *text = fuzz_text(data, size), *rest = text;
	const char *line[3];
	struct gate gate = { .length = NULL };
	struct request req = { .arena = arena, .conf = &conf };
	const char *why;
	struct gateway gw;

	for (int i = 0; i < 3; i++)
		line[i] = rest != NULL ? strsep(&rest, "\n") : "";
	gate.method = line[0];
	gate.uri = line[1];
	gate.type = line[2];
	gate.body = rest != NULL ? rest : "";
	gate.len = rest != NULL ? size - (size_t)(rest - text) : 0;
	gate_open(&gw, &gate);
	if (request_begin(&req, &gw) == 0) {
		if (strchr(req.path, '\n') != NULL)
			abort();
		body_read(&req, &gw, NULL, 1 << 20, &why);
		for (size_t i = 0; i < req.nform; i++)
			if (!utf8_valid(req.form[i].value,
			    strlen(req.form[i].value)))
				abort();
		form_typed(&req);
	}
	arena_free(arena);
	free(text);
}

/* Values as people type and paste them. */
void
fuzz_field(const uint8_t *data, size_t size)
{
	static const struct sop_field people = { .name = "peserta",
		.label = "Peserta", .type = FIELD_PEOPLE, .max = 50 };
	static const struct sop_field date = { .name = "tanggal",
		.label = "Tanggal", .type = FIELD_DATE };
	char *text = fuzz_text(data, size), *clean, phone[PHONE_SIZE], iso[11];
	struct field_error error;
	struct roster_pasted p;

	if (utf8_valid(text, strlen(text))) {
		phone_read(text, phone, sizeof(phone));
		field_date_whole(&date, text, iso, &error);
		if ((clean = unicode_clean(text)) != NULL &&
		    !utf8_valid(clean, strlen(clean)))
			abort();
		free(clean);
		if (roster_paste(&people, text, 0, &p) == 0) {
			free(p.rows);
			free(p.asked);
		}
	}
	free(text);
}
