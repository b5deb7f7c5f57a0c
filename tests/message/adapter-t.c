/*
 * adapter-t.c - what an adapter's file may say and how a wrong one is refused;
 * numbers, answers, pauses, callbacks.
 */
#include <sys/stat.h>

#include <stdlib.h>
#include <unistd.h>

#include "message/adapter.h"
#include "message/adapter_answer.h"
#include "message/adapter_callback.h"
#include "message/adapter_request.h"
#include "message/retry.h"
#include "tests/tap.h"

static char dir[] = "/tmp/sopap-adapter-XXXXXX";
static char path[64], secret[64];

static void
write_file(const char *name, const char *text, mode_t mode)
{
	FILE *fp = fopen(name, "w");

	if (fp == NULL || fputs(text, fp) == EOF || fclose(fp) != 0)
		bail("cannot write the test's file");
	chmod(name, mode);
}

static struct adapter *
read_text(const char *text, char *why, size_t size)
{
	char profiles[512];

	snprintf(profiles, sizeof(profiles), "%s/reports/messenger/adapter",
	    getenv("SRCDIR"));
	write_file(path, text, 0640);
	why[0] = '\0';
	return adapter_read(path, profiles, why, size);
}

/* The reason a text is refused for, the file's name cut off. */
static const char *
reason_of(const char *text)
{
	static char why[512];
	struct adapter *a = read_text(text, why, sizeof(why));

	if (a != NULL) {
		adapter_free(a);
		return "accepted";
	}
	return strncmp(why, path, strlen(path)) == 0 ?
	    why + strlen(path) + 2 : why;
}

#define WHOLE(more) "{ \"name\": \"x\", \"number\": \"62\"," \
	" \"send\": { \"method\": \"POST\", \"url\": \"https://a.example/\"," \
	" \"body\": \"json\", \"fields\": { \"to\": \"{to}\" } }," \
	" \"answer\": {} " more "}"

static void
refusals(void)
{
	static const char *const wrong[][2] = {
		{ WHOLE(""), "accepted" },
		{ WHOLE(", \"colour\": 1"), "colour: unknown key" },
		{ WHOLE(", \"send\": {}"), NULL },
		{ WHOLE(", \"rate\": { \"messages\": 0, \"seconds\": 1 }"),
		    "rate.messages: not of the right kind" },
		{ WHOLE(", \"rate\": { \"messages\": 1 }"),
		    "seconds: missing in rate" },
		{ WHOLE(", \"repeats\": \"maybe\""),
		    "repeats: none of: known unknown " },
		{ WHOLE(", \"settings\": { \"base\": \"\" }"),
		    "settings: base has to be given" },
		{ WHOLE(", \"secrets\": { \"key\": \"hunter2\" }"),
		    "key: say file:/path or env:NAME; the secret itself has "
		    "no place here" },
		{ WHOLE(", \"secrets\": { \"key\": \"env:SOPAP_NONE\" }"),
		    "key: SOPAP_NONE is not set" },
		{ WHOLE(", \"callback\": { \"check\": \"hmac\", \"status\":"
		    " \"s\", \"states\": {} }"),
		    "callback: hmac needs a secret" },
		{ WHOLE(", \"callback\": { \"check\": \"none\", \"status\":"
		    " \"s\", \"states\": { \"ok\": \"fine\" } }"),
		    "callback.states: ok is none of: accepted delivered read "
		    "failed" },
		{ "{ \"profile\": \"waha\" }",
		    "settings: base has to be given" },
		{ "[]", NULL },
	};

	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		if (wrong[i][1] != NULL)
			is_string(wrong[i][1], reason_of(wrong[i][0]), "%s",
			    wrong[i][1]);
		else
			ok(strcmp(reason_of(wrong[i][0]), "accepted") != 0,
			    "refused: %s", reason_of(wrong[i][0]));
	is_string("send: nothing is called {too}", reason_of(
	    "{ \"name\": \"x\", \"number\": \"62\", \"send\": { \"method\":"
	    " \"POST\", \"url\": \"https://a/\", \"body\": \"form\","
	    " \"fields\": { \"a\": \"{too}\" } }, \"answer\": {} }"),
	    "a word nobody knows");
	is_string("send: url is no http(s) address", reason_of(
	    "{ \"name\": \"x\", \"number\": \"62\", \"send\": { \"method\":"
	    " \"POST\", \"url\": \"file:///etc/passwd\", \"body\": \"form\","
	    " \"fields\": {} }, \"answer\": {} }"), "no other address");
	ok(strstr(reason_of("{ \"a\": 1, \"a\": 2 }"), "duplicate") != NULL,
	    "a key given twice");
}

static void
files(void)
{
	char text[512], why[512];

	snprintf(text, sizeof(text), WHOLE(", \"secrets\": { \"key\":"
	    " \"file:%s\" }"), secret);
	write_file(secret, "hunter2\n", 0644);
	ok(strstr(reason_of(text), "may be read by others") != NULL,
	    "a secret that is everybody's");
	write_file(secret, "\n", 0640);
	ok(strstr(reason_of(text), "empty") != NULL, "one that is none");
	write_file(secret, "hunter2\n", 0640);
	is_string("accepted", reason_of(text), "a good one");
	write_file(path, WHOLE(""), 0666);
	is_int(1, adapter_read(path, dir, why, sizeof(why)) == NULL,
	    "a file that others may write");
}

static void
numbers(void)
{
	static const char *const cases[][3] = {
		{ "+62", "+6281234567890", "+6281234567890" },
		{ "62", "+6281234567890", "6281234567890" },
		{ "08", "+6281234567890", "081234567890" },
		{ "08", "+6598765432", "6598765432" },
		{ "62@c.us", "+6281234567890", "6281234567890@c.us" },
		{ "62@c.us", "+447911123456", "447911123456@c.us" },
		{ "62", "+14155552671", "14155552671" },
		{ "+62", "+819012345678", "+819012345678" },
	};
	char buf[32];

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		adapter_request_phone(cases[i][0], cases[i][1], buf,
		    sizeof(buf));
		is_string(cases[i][2], buf, "%s as %s", cases[i][1],
		    cases[i][0]);
	}
}

/* -- requests and answers ----------------------------------------------- */

static const struct adapter_message message = { "7", "+6281234567890",
	"a & b\r\nX: y", "Permohonan", "ready", "K-2026-0412", "id" };

static void
requests(void)
{
	struct adapter_request r;
	struct adapter *a;
	char why[512];

	a = read_text("{ \"name\": \"x\", \"number\": \"+62\", \"settings\":"
	    " { \"host\": \"https://a.example\" }, \"send\": { \"method\":"
	    " \"GET\", \"url\": \"{host}/send?to={to}&t={text}\","
	    " \"headers\": { \"X-Text\": \"{text}\" }, \"body\": \"form\","
	    " \"fields\": {}, \"timeout\": 5 }, \"answer\": {} }", why,
	    sizeof(why));
	if (a == NULL)
		bail(why);
	is_int(0, adapter_request(a, &message, 0, &r, why, sizeof(why)),
	    "a request by address alone");
	is_string("https://a.example/send?to=%2B6281234567890&t=a%20%26%20b"
	    "%0D%0AX%3A%20y", r.url, "... encoded");
	is_string("X-Text: a & b", r.header[0], "no header begins another");
	is_int(1, r.body == NULL, "... has no body");
	is_int(5, r.timeout, "... and its own patience");
	adapter_request_free(&r);
	adapter_free(a);
}

static enum adapter_result
answered(const struct adapter *a, long status, const char *body)
{
	struct adapter_answer answer;

	return adapter_answer(a, status, body, strlen(body), &answer);
}

static void
answers(void)
{
	char why[512], text[512];
	struct adapter *a;

	snprintf(text, sizeof(text), "{ \"profile\": \"fonnte\","
	    " \"secrets\": { \"token\": \"file:%s\" } }", secret);
	if ((a = read_text(text, why, sizeof(why))) == NULL)
		bail(why);
	is_int(ADAPTER_SENT, answered(a, 200, "{\"status\":true}"), "taken");
	is_int(ADAPTER_REFUSED, answered(a, 200, "{\"status\":false,"
	    "\"reason\":\"target invalid\"}"), "refused in the body");
	is_int(ADAPTER_DENIED, answered(a, 200, "{\"status\":false,"
	    "\"reason\":\"Invalid Token\"}"), "... for what is ours to mend");
	is_int(ADAPTER_LATER, answered(a, 200, "{\"status\":false,"
	    "\"reason\":\"Device disconnected\"}"), "... for what passes");
	is_int(ADAPTER_DENIED, answered(a, 401, ""), "a key it does not take");
	is_int(ADAPTER_DENIED, answered(a, 403, "{\"reason\":\"server\"}"),
	    "... or that may not do this, whatever it says");
	is_int(ADAPTER_REFUSED, answered(a, 200, "<html>"), "no JSON");
	is_int(ADAPTER_REFUSED, answered(a, 422, "{}"), "a wrong request");
	is_int(ADAPTER_LATER, answered(a, 0, ""), "no answer");
	is_int(ADAPTER_LATER, answered(a, 302, ""), "somewhere else");
	is_int(ADAPTER_LATER, answered(a, 429, ""), "too many");
	is_int(60, retry_pause(a, 1, 0), "a minute");
	is_int(240, retry_pause(a, 3, 0), "... then longer");
	is_int(3600, retry_pause(a, 7, 0), "... up to an hour");
	is_int(-1, retry_pause(a, 8, 0), "... not for ever");
	is_int(90, retry_pause(a, 1, 90), "... or as the provider asks");
	is_int(60, retry_pause(NULL, 1, 0), "the usual");
	adapter_free(a);
}

/* Another secret is another configuration, though the file is the same. */
static void
wholes(void)
{
	char why[512], text[512], *before, *after;
	struct adapter *a;

	snprintf(text, sizeof(text), "{ \"profile\": \"fonnte\","
	    " \"secrets\": { \"token\": \"file:%s\" } }", secret);
	if ((a = read_text(text, why, sizeof(why))) == NULL)
		bail(why);
	before = adapter_whole(a);
	adapter_free(a);
	a = read_text(text, why, sizeof(why));
	after = adapter_whole(a);
	is_string(before, after, "read again it is the same");
	adapter_free(a);
	free(after);
	write_file(secret, "hunter3\n", 0640);
	a = read_text(text, why, sizeof(why));
	after = adapter_whole(a);
	ok(strcmp(before, after) != 0, "another secret makes it another");
	adapter_free(a);
	free(before);
	free(after);
	write_file(secret, "hunter2\n", 0640);
}

/* -- callbacks ---------------------------------------------------------- */

static const char *
no_header(void *arg, const char *name)
{
	return NULL;
}

static char heard[256];

static void
hear(void *arg, const struct adapter_status *s)
{
	snprintf(heard, sizeof(heard), "%s %s %s %s", s->id, s->alias,
	    s->state, s->reason);
}

static void
callbacks(void)
{
	struct adapter_callback c = { .token = "hunter2", .header = no_header,
	    .type = "application/x-www-form-urlencoded; charset=utf-8",
	    .body = "id=w%2D1&status=reject&note=a+b%zz" };
	char why[512], text[512];
	struct adapter *a;

	snprintf(text, sizeof(text), "{ \"profile\": \"wablas\","
	    " \"settings\": { \"base\": \"https://a\" }, \"secrets\":"
	    " { \"token\": \"file:%s\", \"address\": \"file:%s\" } }",
	    secret, secret);
	if ((a = read_text(text, why, sizeof(why))) == NULL)
		bail(why);
	c.len = strlen(c.body);
	ok(adapter_callback_ok(a, &c), "known by its token");
	is_int(1, adapter_callback_read(a, &c, hear, NULL), "one status");
	is_string("w-1  failed a b%zz", heard, "... of a form");
	c.token = "hunter";
	ok(!adapter_callback_ok(a, &c), "a token cut short");
	c.token = "";
	ok(!adapter_callback_ok(a, &c), "none");
	c.body = "id=1&status=pending";
	c.len = strlen(c.body);
	is_int(0, adapter_callback_read(a, &c, hear, NULL), "another word");
	c.type = "application/json";
	is_int(-1, adapter_callback_read(a, &c, hear, NULL), "no JSON");
	c.body = "[[[]]]";
	c.len = 6;
	is_int(0, adapter_callback_read(a, &c, hear, NULL),
	    "JSON of another kind");
	adapter_free(a);
	/* Without its secret nobody is heard. */
	snprintf(text, sizeof(text), "{ \"profile\": \"wablas\","
	    " \"settings\": { \"base\": \"https://a\" }, \"secrets\":"
	    " { \"token\": \"file:%s\" } }", secret);
	if ((a = read_text(text, why, sizeof(why))) == NULL)
		bail(why);
	ok(!adapter_callback_ok(a, &c), "no secret, no callback");
	adapter_free(a);
}

int
main(void)
{
	if (mkdtemp(dir) == NULL)
		bail("no folder");
	snprintf(path, sizeof(path), "%s/wa.json", dir);
	snprintf(secret, sizeof(secret), "%s/key", dir);
	refusals();
	files();
	numbers();
	requests();
	answers();
	wholes();
	callbacks();
	unlink(path);
	unlink(secret);
	rmdir(dir);
	return tap_done();
}
