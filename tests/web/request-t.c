/* request-t.c - from parameters and body to struct request. */
#include "base/arena.h"
#include "base/conf.h"
#include "base/number.h"
#include "base/price.h"
#include "tests/tap.h"
#include "tests/web/gate.h"
#include "web/address.h"
#include "web/body.h"
#include "web/form.h"
#include "web/request.h"
#include "web/route.h"

static struct arena *arena;
static char host[] = "https://sop.example", path[] = "http://h:80/kantor/sop";
static struct conf conf = { .site = host };

static int
begin(struct request *req, const char *method, const char *uri)
{
	struct gate gate = { .method = method, .uri = uri };
	struct gateway gw;

	*req = (struct request){ .arena = arena, .conf = &conf };
	gate_open(&gw, &gate);
	return request_begin(req, &gw);
}

static void
knows_methods(void)
{
	struct request req;

	is_int(0, begin(&req, "GET", "/"), "GET");
	is_int(METHOD_GET, req.method, "...is GET");
	is_int(0, begin(&req, "HEAD", "/"), "HEAD");
	is_int(METHOD_HEAD, req.method, "...is HEAD");
	is_int(0, begin(&req, "POST", "/"), "POST");
	is_int(METHOD_POST, req.method, "...is POST");
	is_int(405, begin(&req, "PUT", "/"), "PUT is not allowed");
	is_int(405, begin(&req, "get", "/"), "...nor get");
	is_int(405, begin(&req, "", "/"), "...nor nothing");
	is_int(400, begin(&req, NULL, "/"), "no method at all");
}

static void
decodes_addresses(void)
{
	static const struct {
		const char *uri, *path;
		int status;
	} t[] = {
		{ "/", "/", 0 },
		{ "/berkas/12?x=1", "/berkas/12", 0 },
		{ "/a%20b+c", "/a b+c", 0 },
		{ "/a%2541", "/a%41", 0 },
		{ "/a%2Fb", "/a/b", 0 },
		{ "/?", "/", 0 },
		{ "/a%00b", NULL, 400 },
		{ "/a%0Ab", NULL, 400 },
		{ "/a\nb", NULL, 400 },
		{ "/%FF", NULL, 400 },
		{ "/a?x=%FF", NULL, 400 },
		{ "/\xFF", NULL, 400 },
		{ "", NULL, 400 },
		{ "berkas", NULL, 400 },
		{ "http://x/", NULL, 400 },
		{ NULL, NULL, 400 },
	};
	struct request req;

	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++) {
		is_int(t[i].status, begin(&req, "GET", t[i].uri),
		    "address %zu", i);
		if (t[i].status == 0)
			is_string(t[i].path, req.path, "...its path");
	}
}

/* Below a prefix the same addresses are asked for behind it, and no others. */
static void
knows_its_prefix(void)
{
	static const struct {
		const char *uri, *address;
		int status;
	} t[] = {
		{ "/kantor/sop/berkas/12?x=1", "/berkas/12?x=1", 0 },
		{ "/kantor/sop/", "/", 0 },
		{ "/kantor/sop", "/", 0 },
		{ "/kantor/sop?bahasa=en", "/?bahasa=en", 0 },
		{ "/kantor/sop//lain.example/", "//lain.example/", 0 },
		{ "/", NULL, 404 },
		{ "/berkas/12", NULL, 404 },
		{ "/kantor", NULL, 404 },
		{ "/kantor/sopan/berkas", NULL, 404 },
		{ "/kantor/sop%2Fberkas", NULL, 404 },
		{ "/lain/kantor/sop/", NULL, 404 },
		{ "kantor/sop/", NULL, 400 },
		{ "/kantor/sop/a%00b", NULL, 400 },
	};
	struct request req;

	conf.site = path;
	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++) {
		is_int(t[i].status, begin(&req, "GET", t[i].uri),
		    "below a prefix: address %zu", i);
		if (t[i].status == 0)
			is_string(t[i].address, req.address,
			    "...without it");
	}
	begin(&req, "GET", t[0].uri);
	is_string("/berkas/12", req.path, "the path behind a prefix");
	is_string("12", request_segment(&req, 1), "...and its segment");
	ok(address_is_ours("/berkas/12") &&
	    !address_is_ours("//lain.example/"), "another host is not ours");
	conf.site = host;
}

static void
reads_parts(void)
{
	struct request req;
	const char *all[2];

	begin(&req, "GET", "/berkas/12/riwayat/?a=1&b=&a=2");
	is_string("berkas", request_segment(&req, 0), "segment 0");
	is_string("12", request_segment(&req, 1), "segment 1");
	is_string("riwayat", request_segment(&req, 2), "segment 2");
	is_string(NULL, request_segment(&req, 3), "an empty segment is none");
	is_string(NULL, request_segment(&req, 4), "...nor one beyond");
	is_string("1", request_query(&req, "a"), "the first of two values");
	is_string("", request_query(&req, "b"), "an empty value");
	is_string(NULL, request_query(&req, "c"), "a value not there");
	is_string("192.0.2.7", req.remote, "the client's address");
	req.form = req.query;
	req.nform = req.nquery;
	is_int(2, (int64_t)form_all(&req, "a", all, 2), "all values");
	is_string("2", all[1], "...in order");
	is_int(1, (int64_t)form_all(&req, "a", all, 1), "...as many as fit");
}

static void
parses_numbers(void)
{
	static const struct {
		const char *text;
		int64_t min, max, want;		/* want -99: refused */
	} t[] = {
		{ "0", 0, 9, 0 }, { "007", 0, 9, 7 }, { "10", 0, 9, -99 },
		{ "-1", -5, 5, -1 }, { "-6", -5, 5, -99 }, { "", 0, 9, -99 },
		{ "-", 0, 9, -99 }, { "1x", 0, 9, -99 }, { " 1", 0, 9, -99 },
		{ "+1", 0, 9, -99 }, { "1.", 0, 9, -99 },
		{ "9223372036854775807", 0, INT64_MAX, INT64_MAX },
		{ "9223372036854775808", 0, INT64_MAX, -99 },
		{ "-9223372036854775808", INT64_MIN, 0, INT64_MIN },
		{ "-9223372036854775809", INT64_MIN, 0, -99 },
		{ "18446744073709551617", 0, INT64_MAX, -99 },
	};
	int64_t n;

	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++) {
		n = -99;
		is_int(t[i].want == -99 ? -1 : 0, number_parse(t[i].text,
		    t[i].min, t[i].max, &n), "number '%s'", t[i].text);
		is_int(t[i].want, n, "...its value");
	}
}

static void
finds_routes(void)
{
	static const struct {
		const char *path, *program;
	} t[] = {
		{ "/", "home" }, { "/berkas", "case" },
		{ "/berkas/", "case" }, { "/berkas/12", "case" },
		{ "/berkasan", NULL }, { "/Berkas", NULL }, { "//", NULL },
		{ "/x", NULL }, { "//berkas", NULL }, { "/perbaiki/1",
		"submit" }, { "/ajukan/a/b", "submit" },
	};

	for (size_t i = 0; i < sizeof(t) / sizeof(t[0]); i++) {
		const struct route *route = route_find(t[i].path);

		is_string(t[i].program, route ? route->program : NULL,
		    "route of %s", t[i].path);
	}
	is_string("/periksa/7", address_of_step(arena, STEP_REVIEW, 7),
	    "the address of a step");
	is_int(1, address_is_ours("/sop?x=1"), "an address of ours");
	is_int(0, address_is_ours("//evil.example"), "another host is not");
	is_int(0, address_is_ours("/\\evil.example"), "...nor in disguise");
	is_int(0, address_is_ours("https://evil.example"), "...nor open");
	is_int(0, address_is_ours("/a\nSet-Cookie: x"), "...nor two lines");
	is_int(0, address_is_ours(""), "...nor nothing");
}

#define FORM "application/x-www-form-urlencoded"
#define PARTS "multipart/form-data; boundary=b"

/* The status of a body, read at once and in blocks of 7. */
static int
body_status(struct gate gate, struct request *req)
{
	struct gateway gw;
	const char *why;
	int status, again = 0;

	gate.method = "POST";
	gate.uri = "/";
	gate.len = gate.body ? strlen(gate.body) : 0;
	for (gate.block = 0;; gate.block = 7, again = status) {
		*req = (struct request){ .arena = arena };
		gate_open(&gw, &gate);
		status = body_read(req, &gw, NULL, 0, &why);
		if (gate.block == 7)
			return status == again ? status : -1;
	}
}

static void
reads_bodies(void)
{
	static const char many[] = "--b\r\n"
	    "Content-Disposition: form-data; name=\"a\"\r\n\r\n"
	    "1\r\n2\r\n--b\r\n"
	    "Content-Disposition: form-data; name=\"f\"; filename=\"\"\r\n"
	    "\r\n\r\n--b--\r\n";
	struct request req;

	is_int(0, body_status((struct gate){ .type = FORM, .length = "7",
	    .body = "a=1&b=2" }, &req), "a form");
	is_string("2", form_get(&req, "b"), "...its value");
	is_int(0, body_status((struct gate){ .type = FORM "; charset=UTF-8",
	    .body = "a=1&b=2" }, &req), "a form of unknown length");
	is_string("2", form_get(&req, "b"), "...its value");
	is_int(0, body_status((struct gate){ .type = FORM, .length = "",
	    .body = "a=1&b=2" }, &req), "a form of empty length");
	is_int(0, body_status((struct gate){ .type = FORM, .length = "3",
	    .body = "a=1&b=2" }, &req), "what follows a form");
	is_string(NULL, form_get(&req, "b"), "...is not read");
	is_int(0, body_status((struct gate){ .length = "0" }, &req),
	    "no body");
	is_int(0, body_status((struct gate){ .length = "" }, &req),
	    "no body, no length");
	is_int(0, body_status((struct gate){ .type = PARTS, .body = many },
	    &req), "a multipart form");
	is_string("1\n2", form_get(&req, "a"), "...its value, lines folded");
	is_string(NULL, form_get(&req, "f"), "...and no file chosen");
}

static void
refuses_bodies(void)
{
	struct request req;
	char *large = arena_alloc(arena, PRICE_TEXT + 10);

	is_int(400, body_status((struct gate){ .type = FORM, .length = "8",
	    .body = "a=1&b=2" }, &req), "a body shorter than it says");
	is_int(400, body_status((struct gate){ .type = FORM, .broken = 1,
	    .body = "a=1&b=2" }, &req), "a connection that broke off");
	is_int(400, body_status((struct gate){ .type = FORM, .length = "-1",
	    .body = "a" }, &req), "a length below zero");
	is_int(400, body_status((struct gate){ .type = FORM, .length = "7x",
	    .body = "a" }, &req), "a length that is no number");
	is_int(400, body_status((struct gate){ .type = FORM,
	    .body = "a=%FF" }, &req), "no UTF-8");
	is_int(400, body_status((struct gate){ .type = PARTS,
	    .body = "--b\r\nContent-Disposition: form-data; name=a\r\n\r\n"
	    "\xFF\r\n--b--" }, &req), "no UTF-8 in a part");
	is_int(400, body_status((struct gate){ .type = PARTS,
	    .body = "--b\r\n" }, &req), "a cut multipart form");
	is_int(400, body_status((struct gate){ .type = "multipart/form-data",
	    .body = "--b--" }, &req), "no boundary");
	is_int(415, body_status((struct gate){ .type = "application/json",
	    .body = "{}" }, &req), "another type");
	is_int(415, body_status((struct gate){ .length = "2", .body = "{}" },
	    &req), "no type");
	is_int(415, body_status((struct gate){ .type = PARTS,
	    .body = "--b\r\nContent-Disposition: form-data; name=a; "
	    "filename=x\r\n\r\n\r\n--b--" }, &req),
	    "a file where none is expected");
	memset(large, 'a', PRICE_TEXT + 1);
	is_int(413, body_status((struct gate){ .type = FORM,
	    .body = large }, &req), "more than may be, length unknown");
	is_int(413, body_status((struct gate){ .type = FORM,
	    .length = "1048577", .body = "" }, &req), "...or known");
	for (size_t i = 1; i < 2 * (PRICE_FIELDS + 1); i += 2)
		large[i] = '&';
	large[2 * (PRICE_FIELDS + 1)] = '\0';
	is_int(413, body_status((struct gate){ .type = FORM,
	    .body = large }, &req), "too many fields");
}

int
main(void)
{
	arena = arena_new();
	knows_methods();
	decodes_addresses();
	knows_its_prefix();
	reads_parts();
	parses_numbers();
	finds_routes();
	reads_bodies();
	refuses_bodies();
	arena_free(arena);
	return tap_done();
}
