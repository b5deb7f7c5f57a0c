/*
 * replay.c - the page floor of a program: its own templates, filled with the
 * values of one answer, behind the same web server.
 *
 *	PAGE_RECORD=FILE page-inbox <environment of a CGI>
 *	PAGE_REPLAY=FILE SOPAP_SOCKET=ADDRESS page-inbox
 *
 * Linked with a program in such a way that its calls of page/page.h come here
 * (--wrap of ld(1)).  The first form is the program itself, which notes in FILE
 * the calls of the page it answers with.  The second answers every request by
 * the noted calls alone: no session, no database, no thought.
 */
#include <fcgiapp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/conf.h"
#include "page/page.h"
#include "web/serve.h"

#define CALLS	20000
#define TEXTS	5		/* of a call */
#define NONE	(-1)

enum call_kind { NEW, ADD, PAIR, LINK, INCLUDE, SET, TYPED, INT, GLOBAL, SHOW,
    TEXT, OPTION, HIDDEN, EXPAND };

struct call {
	enum call_kind	 kind;
	int		 page, made;	/* places in `pages`, or NONE */
	long long	 number;
	char		*text[TEXTS];
};

static struct call call[CALLS];
static int ncall;
static struct page *pages[CALLS];
static int npage;
static FILE *notes;

/* -- noting ---------------------------------------------------------------- */

/* The place of a page; parts made last are filled first. */
static int
place(const struct page *p)
{
	int i;

	for (i = npage - 1; i >= 0 && pages[i] != p; i--)
		;
	return i;
}

static void
put_text(const char *s)
{
	int n = s != NULL ? (int)strlen(s) : NONE;

	fwrite(&n, sizeof(n), 1, notes);
	if (s != NULL)
		fwrite(s, 1, (size_t)n, notes);
}

/* Note a call on page p, which gave the page `made`, or NULL; the texts end
 * where there are TEXTS of them. */
static struct page *
note(enum call_kind kind, const struct page *p, struct page *made,
    long long number, const char *const text[TEXTS])
{
	struct call c = { .kind = kind, .page = NONE, .made = NONE,
		.number = number };

	if (notes == NULL)
		return made;
	if (p != NULL)
		c.page = place(p);
	if (made != NULL && npage < CALLS) {
		pages[npage] = made;
		c.made = npage++;
	}
	fwrite(&c.kind, sizeof(c.kind), 1, notes);
	fwrite(&c.page, sizeof(c.page), 1, notes);
	fwrite(&c.made, sizeof(c.made), 1, notes);
	fwrite(&c.number, sizeof(c.number), 1, notes);
	for (int i = 0; i < TEXTS; i++)
		put_text(text[i]);
	return made;
}
#define NOTE(kind, p, made, number, ...) \
	note(kind, p, made, number, (const char *const[TEXTS]){ __VA_ARGS__ })

#define WRAPPED(type, name, ...) \
	type __real_##name(__VA_ARGS__); \
	type __wrap_##name(__VA_ARGS__); \
	type __wrap_##name(__VA_ARGS__)

WRAPPED(struct page *, page_new, const char *name)
{
	return NOTE(NEW, NULL, __real_page_new(name), 0, name);
}

WRAPPED(void, page_set, struct page *p, const char *m, const char *v)
{
	__real_page_set(p, m, v);
	NOTE(SET, p, NULL, 0, m, v);
}

WRAPPED(void, page_set_typed, struct page *p, const char *m, const char *v)
{
	__real_page_set_typed(p, m, v);
	NOTE(TYPED, p, NULL, 0, m, v);
}

WRAPPED(void, page_set_int, struct page *p, const char *m, int64_t v)
{
	__real_page_set_int(p, m, v);
	NOTE(INT, p, NULL, v, m);
}

void	 __wrap_page_setf(struct page *, const char *, const char *, ...);
void
__wrap_page_setf(struct page *p, const char *m, const char *fmt, ...)
{
	va_list ap;
	char *text;

	va_start(ap, fmt);
	if (vasprintf(&text, fmt, ap) == -1)
		abort();
	va_end(ap);
	__wrap_page_set(p, m, text);
	free(text);
}

WRAPPED(void, page_global, struct page *p, const char *m, const char *v)
{
	__real_page_global(p, m, v);
	NOTE(GLOBAL, p, NULL, 0, m, v);
}

WRAPPED(struct page *, page_add, struct page *p, const char *s)
{
	return NOTE(ADD, p, __real_page_add(p, s), 0, s);
}

WRAPPED(struct page *, page_pair, struct page *p, const char *s, const char *m,
    const char *v, const char *m2, const char *v2)
{
	return NOTE(PAIR, p, __real_page_pair(p, s, m, v, m2, v2), 0, s, m, v,
	    m2, v2);
}

WRAPPED(struct page *, page_link, struct page *p, const char *s, const char *h,
    const char *t)
{
	return NOTE(LINK, p, __real_page_link(p, s, h, t), 0, s, h, t);
}

WRAPPED(void, page_show, struct page *p, const char *s)
{
	__real_page_show(p, s);
	NOTE(SHOW, p, NULL, 0, s);
}

WRAPPED(void, page_text, struct page *p, const char *s, const char *t)
{
	__real_page_text(p, s, t);
	NOTE(TEXT, p, NULL, 0, s, t);
}

WRAPPED(void, page_option, struct page *p, const char *s, const char *v,
    const char *t, int chosen)
{
	__real_page_option(p, s, v, t, chosen);
	NOTE(OPTION, p, NULL, chosen, s, v, t);
}

WRAPPED(void, page_hidden, struct page *p, const char *n, const char *v)
{
	__real_page_hidden(p, n, v);
	NOTE(HIDDEN, p, NULL, 0, n, v);
}

WRAPPED(struct page *, page_include, struct page *p, const char *m,
    const char *name)
{
	return NOTE(INCLUDE, p, __real_page_include(p, m, name), 0, m, name);
}

/* The page is whole: what comes later is no part of it. */
WRAPPED(int, page_expand, struct page *p, char **html, size_t *len)
{
	NOTE(EXPAND, p, NULL, 0, NULL);
	if (notes != NULL && fclose(notes) != 0)
		abort();
	notes = NULL;
	return __real_page_expand(p, html, len);
}

/* -- replaying ------------------------------------------------------------- */

static void
get(void *to, size_t size, FILE *f)
{
	if (fread(to, size, 1, f) != 1)
		exit(1);
}

static char *
get_text(FILE *f)
{
	char *s;
	int n;

	get(&n, sizeof(n), f);
	if (n == NONE)
		return NULL;
	if ((s = calloc(1, (size_t)n + 1)) == NULL)
		exit(1);
	if (n > 0)
		get(s, (size_t)n, f);
	return s;
}

static void
read_notes(const char *path)
{
	FILE *f = fopen(path, "r");
	struct call *c;

	while (f != NULL && ncall < CALLS) {
		c = &call[ncall];
		if (fread(&c->kind, sizeof(c->kind), 1, f) != 1)
			break;
		get(&c->page, sizeof(c->page), f);
		get(&c->made, sizeof(c->made), f);
		get(&c->number, sizeof(c->number), f);
		for (int i = 0; i < TEXTS; i++)
			c->text[i] = get_text(f);
		ncall++;
	}
	if (f == NULL || ncall == 0 || call[ncall - 1].kind != EXPAND)
		exit(1);
	fclose(f);
}

static struct page *
call_again(const struct call *c, struct page *p)
{
	char *const *t = c->text;

	switch (c->kind) {
	case NEW:
		return __real_page_new(t[0]);
	case ADD:
		return __real_page_add(p, t[0]);
	case PAIR:
		return __real_page_pair(p, t[0], t[1], t[2], t[3], t[4]);
	case LINK:
		return __real_page_link(p, t[0], t[1], t[2]);
	case INCLUDE:
		return __real_page_include(p, t[0], t[1]);
	case SET:
		__real_page_set(p, t[0], t[1]);
		break;
	case TYPED:
		__real_page_set_typed(p, t[0], t[1]);
		break;
	case INT:
		__real_page_set_int(p, t[0], c->number);
		break;
	case GLOBAL:
		__real_page_global(p, t[0], t[1]);
		break;
	case SHOW:
		__real_page_show(p, t[0]);
		break;
	case TEXT:
		__real_page_text(p, t[0], t[1]);
		break;
	case OPTION:
		__real_page_option(p, t[0], t[1], t[2], (int)c->number);
		break;
	case HIDDEN:
		__real_page_hidden(p, t[0], t[1]);
		break;
	case EXPAND:
		break;
	}
	return NULL;
}

static void
answer(FCGX_Stream *out)
{
	struct page *p = NULL;
	char *html;
	size_t len;

	for (int i = 0; i < ncall; i++) {
		p = call[i].page != NONE ? pages[call[i].page] : NULL;
		if (call[i].made != NONE)
			pages[call[i].made] = call_again(&call[i], p);
		else
			call_again(&call[i], p);
	}
	FCGX_PutS("Content-Type: text/html; charset=utf-8\r\n\r\n", out);
	if (__real_page_expand(p, &html, &len) == 0) {
		FCGX_PutStr(html, (int)len, out);
		free(html);
	}
	page_free(p);
}

static void
load(const char *const *name)
{
	for (; name != NULL && *name != NULL; name++)
		if (page_load(*name) == -1)
			exit(1);
}

static int
serve(const struct web_program *program)
{
	static const char *const always[] = { "frame.tpl", NULL };
	const char *address = getenv("SOPAP_SOCKET");
	char why[512];
	struct conf *conf = conf_read(why, sizeof(why));
	FCGX_Request req;
	int sock;

	if (conf == NULL || address == NULL || FCGX_Init() != 0 ||
	    (sock = FCGX_OpenSocket(address, 128)) == -1 ||
	    FCGX_InitRequest(&req, sock, 0) != 0)
		return 1;
	page_path(conf->templates);
	page_prefix(conf_prefix(conf));
	load(always);
	load(program->templates);
	while (FCGX_Accept_r(&req) == 0) {
		answer(req.out);
		FCGX_Finish_r(&req);
	}
	return 0;
}

WRAPPED(int, web_serve, const struct web_program *program, int argc,
    char **argv)
{
	const char *path = getenv("PAGE_REPLAY");

	if (path != NULL) {
		read_notes(path);
		return serve(program);
	}
	if ((path = getenv("PAGE_RECORD")) != NULL)
		notes = fopen(path, "w");
	return __real_web_serve(program, argc, argv);
}
