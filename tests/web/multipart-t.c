/*
 * multipart-t.c - reading multipart/form-data, whole, cut and hostile.
 *
 * Every body is read in blocks of 64 KiB, of 7 bytes and of one: the parts
 * must be the same.  Beside the cases below, those of other projects are read
 * from SOPAP_SHARED (or ../shared of the source) when they are there.
 */
#include <unistd.h>

#include <jansson.h>
#include <sodium.h>

#include "base/arena.h"
#include "tests/tap.h"
#include "web/multipart.h"

/* A body given out in blocks; breaks off after `fail` bytes if not 0. */
struct body {
	const char	*text;
	size_t		 len, at, block, fail;
};

static ssize_t
read_body(void *arg, void *buf, size_t size)
{
	struct body *body = arg;
	size_t n = body->len - body->at;

	if (body->fail > 0 && body->at >= body->fail)
		return -1;
	if (n > size)
		n = size;
	if (n > body->block)
		n = body->block;
	memcpy(buf, body->text + body->at, n);
	body->at += n;
	return (ssize_t)n;
}

/* Writes the parts down as "name[@file]:size:hash" lines. */
struct parts {
	struct arena	*arena;
	char		*text;
	size_t		 size;
	size_t		 stop;		/* stop at a part of this size */
	crypto_hash_sha256_state hash;
};

static int
part_begin(void *arg, const struct multipart_part *part)
{
	struct parts *ps = arg;

	ps->size = 0;
	crypto_hash_sha256_init(&ps->hash);
	ps->text = arena_printf(ps->arena, "%s%s%s%s", ps->text, part->name,
	    part->filename ? "@" : "", part->filename ? part->filename : "");
	return 0;
}

static int
part_data(void *arg, const void *data, size_t len)
{
	struct parts *ps = arg;

	ps->size += len;
	crypto_hash_sha256_update(&ps->hash, data, len);
	return ps->stop != 0 && ps->size >= ps->stop;
}

static int
part_end(void *arg)
{
	struct parts *ps = arg;
	unsigned char hash[crypto_hash_sha256_BYTES];
	char hex[2 * sizeof(hash) + 1];

	crypto_hash_sha256_final(&ps->hash, hash);
	sodium_bin2hex(hex, sizeof(hex), hash, sizeof(hash));
	ps->text = arena_printf(ps->arena, "%s:%zu:%s\n", ps->text, ps->size,
	    hex);
	return 0;
}

static const char *const err_name[] = {
	[MULTIPART_OK] = "ok",
	[MULTIPART_CUT] = "cut",
	[MULTIPART_MALFORMED] = "malformed",
	[MULTIPART_MANY] = "many",
	[MULTIPART_STOPPED] = "stopped",
};

/* The parts of a body followed by how reading it ended. */
static const char *
parsed(struct arena *arena, const char *boundary, struct body body,
    size_t max, size_t stop)
{
	struct parts ps = { .arena = arena, .text = arena_strdup(arena, ""),
		.stop = stop };
	struct multipart_sink sink = { part_begin, part_data, part_end, &ps };
	enum multipart_err err = multipart_parse(boundary, max, read_body,
	    &body, &sink);

	return arena_printf(arena, "%s%s", ps.text, err_name[err]);
}

/* As parsed(), and the same in small blocks: else "blocks differ". */
static const char *
parsed_in_blocks(struct arena *arena, const char *boundary, const char *text,
    size_t len)
{
	struct body body = { text, len, 0, 65536, 0 };
	const char *whole = parsed(arena, boundary, body, 16, 0);

	body.block = 7;
	if (strcmp(whole, parsed(arena, boundary, body, 16, 0)) != 0)
		return "blocks of 7 differ";
	body.block = 1;
	if (strcmp(whole, parsed(arena, boundary, body, 16, 0)) != 0)
		return "blocks of 1 differ";
	return whole;
}

#define HEAD "Content-Disposition: form-data; name="
#define NOTHING ":0:e3b0c44298fc1c149afbf4c8996fb924" \
	"27ae41e4649b934ca495991b7852b855\n"
#define ABC ":3:ba7816bf8f01cfea414140de5dae2223" \
	"b00361a396177a9cb410ff61f20015ad\n"

static const struct {
	const char *text, *want, *what;
} own[] = {
	{ "--b--", "ok", "no part" },
	{ "--b--\r\nepilogue", "ok", "an epilogue" },
	{ "\r\n\r\n--b--", "ok", "empty lines before" },
	{ "x--b--", "malformed", "text before the first boundary" },
	{ "x\r\n--b--", "malformed", "a preamble" },
	{ "", "cut", "an empty body" },
	{ "--b", "cut", "a boundary without end" },
	{ "--b\r\n", "cut", "...with a line end" },
	{ "--c--", "malformed", "another boundary" },
	{ "--b\r\n" HEAD "a\r\n\r\nabc\r\n--b--", "a" ABC "ok", "a bare name" },
	{ "--b\r\n" HEAD "\"a\"\r\n\r\nabc\r\n--b--\r\n", "a" ABC "ok",
	    "a quoted name" },
	{ "--b\r\n" HEAD "\"\"\r\n\r\n\r\n--b--", NOTHING "ok",
	    "an empty name and no data" },
	{ "--b\r\n" HEAD "\"a\"\r\n\r\nabc\r\n--b-", "acut",
	    "one byte short of the end" },
	{ "--b\r\n" HEAD "\"a\"\r\n\r\nabc", "acut", "cut in the data" },
	{ "--b\r\n" HEAD "\"a\"\r\n\r", "cut", "cut in the head" },
	{ "--b\r\n" HEAD "\"a\"\r\n\r\nabc\r\n--b\r\n" HEAD
	    "\"a\"; filename=\"x\"\r\n\r\nabc\r\n--b--", "a" ABC "a@x" ABC "ok",
	    "a value and a file" },
	{ "--b\r\n" HEAD "\"a\"; filename=\"\"\r\n\r\n\r\n--b--",
	    "a@" NOTHING "ok", "a file field left empty" },
	{ "--b\r\n" HEAD "\"a\"; filename=\"C:\\x\\y z.pdf\"\r\n\r\nabc"
	    "\r\n--b--", "a@y z.pdf" ABC "ok", "a path of Windows" },
	{ "--b\r\n" HEAD "\"a\"; filename=\"../../x.pdf\"\r\n\r\nabc"
	    "\r\n--b--", "a@x.pdf" ABC "ok", "a path that climbs" },
	{ "--b\r\n" HEAD "\"a\"; filename=\"x%22;y.pdf\"\r\n\r\nabc"
	    "\r\n--b--", "a@x\";y.pdf" ABC "ok", "a quote in a file name" },
	{ "--b\r\n" HEAD "\"a\"; filename=\"x\\\"\r\n\r\nabc\r\n--b--",
	    "a@" ABC "ok", "a backslash at the end" },
	{ "--b\r\n" HEAD "\"a;filename=x\"\r\n\r\nabc\r\n--b--",
	    "a;filename=x" ABC "ok", "a parameter inside a quoted one" },
	{ "--b\r\n" HEAD "\"a\r\n\r\nabc\r\n--b--", "malformed",
	    "a quote left open" },
	{ "--b\r\n" HEAD "\"a\"x\r\n\r\nabc\r\n--b--", "malformed",
	    "text behind a quoted value" },
	{ "--b\r\nContent-Disposition: form-data; name\r\n\r\nabc\r\n--b--",
	    "malformed", "a parameter without value" },
	{ "--b\r\ncontent-disposition:FORM-DATA ; NAME=a\r\nX: y\r\n\r\nabc"
	    "\r\n--b--", "a" ABC "ok", "capitals do not matter" },
	{ "--b\r\nContent-Disposition: form-data;\r\n\tname=a\r\n\r\nabc"
	    "\r\n--b--", "a" ABC "ok", "a folded line" },
	{ "--b\r\nX: y\r\n\r\nabc\r\n--b--", "ok", "a part without name" },
	{ "--b\r\n\r\nabc\r\n--b--", "ok", "a part without head" },
	{ "--b\r\nX y\r\n\r\nabc\r\n--b--", "malformed", "no colon" },
	{ "--b\r\nX : y\r\n\r\nabc\r\n--b--", "malformed",
	    "a blank before the colon" },
	{ "--b\r\nX: a\nb\r\n\r\nabc\r\n--b--", "malformed", "a lone LF" },
	{ "--b\nX: a\n\nabc\n--b--", "malformed", "LF line ends" },
};

static void
reads_own_cases(struct arena *arena)
{
	for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++)
		is_string(own[i].want, parsed_in_blocks(arena, "b",
		    own[i].text, strlen(own[i].text)), "%s", own[i].what);
}

/* A part's data may hold whatever almost is a boundary. */
static void
keeps_near_boundaries(struct arena *arena)
{
	static const char near[] = "\r\n--\r\r\n\r\n--bound\r\n--boundaryX"
	    "\r\n--boundary-\r\n-boundary\r\n--boundary\n--boundary--\r\n\r";
	unsigned char hash[crypto_hash_sha256_BYTES];
	char hex[2 * sizeof(hash) + 1];
	const char *text = arena_printf(arena, "--boundary\r\n" HEAD
	    "a\r\n\r\n%s\r\n--boundary--\r\n", near);

	crypto_hash_sha256(hash, (const unsigned char *)near, strlen(near));
	sodium_bin2hex(hex, sizeof(hex), hash, sizeof(hash));
	is_string(arena_printf(arena, "a:%zu:%s\nok", strlen(near), hex),
	    parsed_in_blocks(arena, "boundary", text, strlen(text)),
	    "what almost is a boundary is data");
}

static void
keeps_limits(struct arena *arena)
{
	char *head = arena_alloc(arena, MULTIPART_HEAD_MAX + 1);
	const char *text;
	struct body body = { .block = 65536 };

	text = "--b\r\n" HEAD "a\r\n\r\nabc\r\n--b\r\n" HEAD "a\r\n\r\nabc"
	    "\r\n--b--";
	body.text = text;
	body.len = strlen(text);
	is_string("a" ABC "a" ABC "ok", parsed(arena, "b", body, 2, 0),
	    "as many parts as may be");
	is_string("a" ABC "many", parsed(arena, "b", body, 1, 0), "one more");
	is_string("astopped", parsed(arena, "b", body, 2, 3),
	    "the sink can stop it");
	body.block = 20;
	body.fail = 60;
	is_string("a" ABC "cut", parsed(arena, "b", body, 2, 0),
	    "a body that breaks off is cut");
	memset(head, 'x', MULTIPART_HEAD_MAX);
	text = arena_printf(arena, "--b\r\nX: %s\r\n\r\nabc\r\n--b--", head);
	is_string("many", parsed_in_blocks(arena, "b", text, strlen(text)),
	    "a head too long");
	text = arena_printf(arena, "--b\r\nX: %.*s\r\n" HEAD
	    "a\r\n\r\nabc\r\n--b--", MULTIPART_HEAD_MAX - 100, head);
	is_string("a" ABC "ok", parsed_in_blocks(arena, "b", text,
	    strlen(text)), "a head almost too long");
}

static void
reads_boundaries(void)
{
	static const struct {
		const char *type, *want;
	} t[] = {
		{ "multipart/form-data; boundary=abc", "abc" },
		{ "Multipart/Form-Data;BOUNDARY=\"a b\"", "a b" },
		{ "multipart/form-data; charset=utf-8; boundary=abc", "abc" },
		{ "multipart/form-data", NULL },
		{ "multipart/form-data; boundary=", NULL },
		{ "multipart/form-data; boundary=\"abc", NULL },
		{ "multipart/form-datax; boundary=abc", NULL },
		{ "multipart/mixed; boundary=abc", NULL },
		{ "multipart/form-data; boundary=12345678901234567890"
		    "12345678901234567890123456789012345678901234567890",
		    "1234567890123456789012345678901234567890"
		    "123456789012345678901234567890" },
		{ "multipart/form-data; boundary=12345678901234567890"
		    "123456789012345678901234567890123456789012345678901",
		    NULL },
		{ "multipart/form-data; boundary=\"a\tb\"", NULL },
		{ "", NULL },
	};
	char boundary[MULTIPART_BOUNDARY_MAX + 1];

	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++)
		is_string(t[i].want,
		    multipart_boundary(t[i].type, boundary) == 0 ? boundary :
		    NULL, "boundary of %s", t[i].type);
}

/*
 * This parser means to differ from those the cases were written for:
 * it knows no Content-Transfer-Encoding and no filename* (RFC 7578, 4.7 and
 * 4.2), and its limits are others.
 */
static const char *const differs[] = {
	"pm-base64_encoding", "pm-mixed_case_headers",
	"pm-mixed_plain_and_base64_encoding", "pm-quoted_printable_encoding",
	"bb-09-unicode-filenames",
	"bb-03-fields-and-files-limits",
	"bb-04-fields-and-files-limits-0-files",
	"bb-05-fields-and-ignored-files",
	"bb-07-paths-to-be-preserved-through-the-preser",
	"bb-18-skip-field-parts-if-no-listener", "bb-19-parts-limit",
	"bb-20-fields-limit", "bb-21-files-limit",
};

/* A case whose type names another boundary than its body has. */
static const char boundary_differs[] = "pm-single_field_blocks";

static int
is_different(const char *id)
{
	for (size_t i = 0; i < sizeof(differs) / sizeof(differs[0]); i++)
		if (strcmp(differs[i], id) == 0)
			return 1;
	return 0;
}

static const char *
string_of(json_t *object, const char *name)
{
	return json_string_value(json_object_get(object, name));
}

/* The parts a case expects, as part_end() writes them. */
static const char *
expected(struct arena *arena, json_t *entry)
{
	json_t *part;
	size_t i;
	const char *name, *file;
	char *text = arena_strdup(arena, "");

	json_array_foreach(json_object_get(entry, "parts"), i, part) {
		name = string_of(part, "name");
		file = string_of(part, "filename");
		text = arena_printf(arena, "%s%s%s%s:%lld:%s\n", text, name,
		    file ? "@" : "", file ? file : "",
		    (long long)json_integer_value(json_object_get(part,
		    "size")), string_of(part, "sha256"));
	}
	return arena_printf(arena, "%sok", text);
}

static void
reads_shared_case(struct arena *arena, const char *folder, json_t *entry)
{
	const char *id = string_of(entry, "id"), *got;
	char boundary[MULTIPART_BOUNDARY_MAX + 1], *text;
	size_t len = (size_t)json_integer_value(json_object_get(entry,
	    "bytes"));
	FILE *fp;

	fp = fopen(arena_printf(arena, "%s/%s", folder,
	    string_of(entry, "body")), "r");
	text = arena_alloc(arena, len + 1);
	if (fp == NULL || fread(text, 1, len + 1, fp) != len)
		bail("a shared body cannot be read");
	fclose(fp);
	if (multipart_boundary(string_of(entry, "content_type"), boundary) ==
	    -1)
		bail("a shared case without boundary");
	got = parsed_in_blocks(arena, boundary, text, len);
	if (strcmp(string_of(entry, "expect"), "error") == 0 ||
	    strcmp(id, boundary_differs) == 0)
		ok(strcmp(got + strlen(got) - 2, "ok") != 0 &&
		    strncmp(got, "blocks", 6) != 0, "%s is an error", id);
	else if (is_different(id))
		ok(strcmp(got + strlen(got) - 2, "ok") == 0,
		    "%s is read, in our way", id);
	else
		is_string(expected(arena, entry), got, "%s", id);
}

static void
reads_shared_cases(struct arena *arena)
{
	const char *shared = getenv("SOPAP_SHARED"), *src = getenv("SRCDIR");
	char line[65536], *folder;
	json_t *entry;
	FILE *fp;

	if (shared == NULL)
		shared = arena_printf(arena, "%s/../shared", src ? src : ".");
	folder = arena_printf(arena, "%s/data/multipart", shared);
	fp = fopen(arena_printf(arena, "%s/cases.jsonl", folder), "r");
	if (fp == NULL) {
		skip(1, "the cases of other projects are not here");
		return;
	}
	while (fgets(line, sizeof(line), fp) != NULL) {
		if ((entry = json_loads(line, 0, NULL)) == NULL)
			bail("a shared case is no JSON");
		reads_shared_case(arena, folder, entry);
		json_decref(entry);
	}
	fclose(fp);
}

int
main(void)
{
	struct arena *arena = arena_new();

	reads_own_cases(arena);
	keeps_near_boundaries(arena);
	keeps_limits(arena);
	reads_boundaries();
	reads_shared_cases(arena);
	arena_free(arena);
	return tap_done();
}
