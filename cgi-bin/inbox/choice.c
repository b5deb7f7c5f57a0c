/* choice.c - acts on several tasks of the inbox. */
#include "cgi-bin/inbox/choice.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "base/utf8.h"
#include "case/act_hold.h"
#include "case/act_prompt.h"
#include "case/case.h"
#include "case/inbox.h"
#include "casepage/signing.h"
#include "page/page.h"
#include "people/person.h"
#include "web/address.h"
#include "web/form.h"
#include "web/idempotency.h"
#include "web/pager.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/route.h"
#include "web/session.h"

#define REFUSED_TOLD 3		/* refusals that the notice names */

static enum case_err
note(struct office *o, struct act *a)
{
	return act_note(o, a, "note");
}

static const struct deed {
	const char	*aksi;
	enum case_err	(*act)(struct office *, struct act *);
	const char	*done;		/* behind "3 tugas" */
	int		 self;		/* the person receives them */
} deeds[] = {
	{ "ambil", act_claim, "diambil", 0 },
	{ "lepas", act_release, "kembali ke antrean peran", 0 },
	{ "serah", act_hand_over, "diserahkan", 0 },
	{ "catat", note, "diberi catatan", 0 },
	/* Of what people below have. */
	{ "ingatkan", act_prompt, "diingatkan kepada pemegangnya", 0 },
	{ "ambil-alih", act_hand_over, "Anda ambil alih", 1 },
};

static const struct deed *
deed_of(const char *aksi)
{
	for (size_t i = 0; i < sizeof(deeds) / sizeof(deeds[0]); i++)
		if (strcmp(deeds[i].aksi, aksi) == 0)
			return &deeds[i];
	return NULL;
}

/* -- on the page ----------------------------------------------------------- */

/* A task as the form names it: with the version the page showed. */
static const char *
value_of(const struct request *req, const struct task_row *t)
{
	return arena_printf(req->arena, "%lld.%lld", (long long)t->id,
	    (long long)t->version);
}

static int
is_chosen(const struct request *req, const struct task_row *t)
{
	const char *value[PAGER_ROWS], *id = arena_printf(req->arena, "%lld.",
	    (long long)t->id);
	size_t n = form_all(req, "tugas", value, PAGER_ROWS);

	for (size_t i = 0; i < n && i < PAGER_ROWS; i++)
		if (strncmp(value[i], id, strlen(id)) == 0)
			return 1;
	return 0;
}

void
choice_row(const struct request *req, struct page *row,
    const struct task_row *t)
{
	struct page *p = page_add(row, "PICK");

	page_set_int(p, "ID", t->id);
	page_set(p, "VALUE", value_of(req, t));
	if (is_chosen(req, t))
		page_show(p, "CHOSEN");
}

/* Has an earlier row the same people?  Most tasks are of one role. */
static int
is_asked(const struct inbox_row *rows, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (rows[k].task.unit_id == rows[i].task.unit_id &&
		    strcmp(rows[k].task.performer,
		    rows[i].task.performer) == 0)
			return 1;
	return 0;
}

/* Everybody else who may do one of the tasks, each once. */
static void
show_receivers(const struct request *req, struct page *page,
    const struct inbox_row *rows, size_t n)
{
	const char *typed = form_value(req, "penerima"), *seen = " ";

	for (size_t i = 0; i < n; i++) {
		struct person *list = NULL;
		size_t count = 0;

		if (is_asked(rows, i) || person_holders_in(req->office,
		    rows[i].task.performer, rows[i].task.unit_id, req->now,
		    &list, &count) != CASE_OK)
			continue;
		for (size_t k = 0; k < count; k++) {
			const char *id = arena_printf(req->arena, "%lld",
			    (long long)list[k].id);
			const char *mark = arena_printf(req->arena, " %s ",
			    id);

			if (list[k].id == req->session.person_id ||
			    strstr(seen, mark) != NULL)
				continue;
			arena_append(req->arena, &seen, "%s ", id);
			page_option(page, "RECEIVERS", id, arena_strdup(
			    req->arena, list[k].name), strcmp(id, typed) == 0);
		}
		free(list);
	}
}

void
choice_show(const struct request *req, struct page *body,
    const struct inbox_row *rows, size_t n, const struct choice_fault *fault)
{
	struct page *p = page_add(body, "CHOICE");

	page_set(p, "NOTE", form_value(req, "catatan"));
	show_receivers(req, p, rows, n);
	for (size_t i = 0; i < n; i++)
		if (strcmp(rows[i].task.kind, "approve") == 0) {
			page_show(p, "APPROVES");
			break;
		}
	if (fault->field == NULL)
		return;
	page_show(p, "IS_OPEN");
	page_text(p, strcmp(fault->field, "catatan") == 0 ? "NOTE_ERROR" :
	    strcmp(fault->field, "penerima") == 0 ? "RECEIVER_ERROR" :
	    "NONE_ERROR", fault->text);
	page_link(page_include(body, "ERRORS", "errors.tpl"), "ITEMS",
	    arena_printf(req->arena, "#%s", fault->field), fault->text);
}

/* -- what was sent --------------------------------------------------------- */

static int
wrong(struct choice_fault *fault, const char *field, const char *text)
{
	*fault = (struct choice_fault){ field, text };
	return -1;
}

static int64_t
receiver(const struct request *req)
{
	int64_t id;

	return number_parse(form_value(req, "penerima"), 1, INT64_MAX, &id) ==
	    0 ? id : 0;
}

int
choice_check(const struct request *req, struct choice_fault *fault)
{
	const char *aksi = form_value(req, "aksi"), *one;
	const char *text = form_value(req, "catatan");
	/* A superior gives a reason. */
	const int above = strcmp(req->route->path, PATH_HARI_INI) == 0;

	*fault = (struct choice_fault){ NULL, NULL };
	if (form_all(req, "tugas", &one, 1) == 0)
		return wrong(fault, "pilihan", "Centang tugas yang dimaksud");
	if (strcmp(aksi, "serah") == 0 && receiver(req) == 0)
		return wrong(fault, "penerima",
		    "Pilih pegawai yang menerima");
	if (above && text[0] == '\0')
		return wrong(fault, "catatan", "Tulis alasannya");
	if (strcmp(aksi, "catat") == 0 && text[0] == '\0')
		return wrong(fault, "catatan", "Isi catatan");
	if (utf8_count(text) > ACT_NOTE_MAX)
		return wrong(fault, "catatan",
		    "Tulis paling banyak 2000 karakter");
	return 0;
}

/* Read "12.3" and do it: CASE_OK, or why not. */
static enum case_err
do_one(const struct request *req, const struct deed *deed, const char *value,
    struct act *a)
{
	const char *dot = strchr(value, '.');

	*a = (struct act){ .actor = { .person_id = req->session.person_id },
	    .now = req->now, .person_id = deed->self ?
	    req->session.person_id : receiver(req),
	    .note = form_value(req, "catatan"), .idem = arena_printf(
	    req->arena, "%s+%s", idempotency_key(req), value) };
	if (dot == NULL || number_parse(arena_printf(req->arena, "%.*s",
	    (int)(dot - value), value), 1, INT64_MAX, &a->task_id) == -1 ||
	    number_parse(dot + 1, 0, INT64_MAX, &a->version) == -1)
		return CASE_NOT_FOUND;
	return deed->act(req->office, a);
}

/* The task that was refused, as a line of the notice; "" of one that is not
 * there for this person. */
static const char *
refusal(const struct request *req, const struct act *a, enum case_err err)
{
	struct task_row t;
	struct case_row c;

	if (task_get(req->office, a->task_id, &t) != CASE_OK ||
	    case_get(req->office, t.case_id, &c) != CASE_OK ||
	    !case_may_see(req->office, &a->actor, &c, req->now))
		return "";
	return arena_printf(req->arena, "\n" PATH_BERKAS "/%lld %s: %s",
	    (long long)c.id, c.number, err == CASE_CONFLICT ?
	    "sudah berubah sejak halaman dibuka" : office_why(req->office));
}

/* The page that approves the chosen ones together (casepage/signing.h). */
static const char *
together(const struct request *req)
{
	const char *value[PAGER_ROWS];
	char *a = arena_strdup(req->arena, PATH_SETUJUI "/" SIGNING_PART);
	size_t n = form_all(req, "tugas", value, PAGER_ROWS);

	for (size_t i = 0; i < n; i++)
		a = address_with(req->arena, a, "tugas", arena_strndup(
		    req->arena, value[i], strcspn(value[i], ".")));
	return a;
}

int
choice_do(struct request *req, struct reply *reply, const char *list)
{
	const struct deed *deed = deed_of(form_value(req, "aksi"));
	const char *value[PAGER_ROWS], *refused = "";
	size_t n = form_all(req, "tugas", value, PAGER_ROWS);
	int done = 0, told = 0;
	struct act a;

	if (strcmp(form_value(req, "aksi"), "setujui") == 0)
		return reply_redirect(reply, together(req));
	if (deed == NULL)
		return reply_error(reply, req, 400, NULL);
	for (size_t i = 0; i < n && i < PAGER_ROWS; i++) {
		enum case_err err = do_one(req, deed, value[i], &a);

		if (err == CASE_BUSY || err == CASE_DB)
			return reply_case_error(reply, req, err);
		done += err == CASE_OK || err == CASE_REPEATED;
		if (err != CASE_OK && err != CASE_REPEATED &&
		    told++ < REFUSED_TOLD)
			arena_append(req->arena, &refused, "%s",
			    refusal(req, &a, err));
	}
	session_notice(reply, req, arena_printf(req->arena, "%d tugas %s.%s",
	    done, deed->done, refused));
	return reply_redirect(reply, list);
}
