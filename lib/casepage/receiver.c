/* receiver.c - the persons who get a case when its row goes on. */
#include <stdlib.h>
#include <string.h>

#include "casepage/receiver.h"

#include "base/arena.h"
#include "casepage/step.h"
#include "casepage/words.h"
#include "people/holder.h"
#include "people/person.h"
#include "people/role.h"
#include "web/request.h"

/* The person who did a row: who is at it now, else who did it last, else whom
 * a child case is about; 0: nobody yet. */
static int64_t
doer(const struct step *s, int pos)
{
	struct task_row *all;
	int64_t who = 0;
	size_t n;

	if (pos == s->t.pos)
		return s->actor.person_id;
	if (case_tasks(s->req->office, s->c.id, &all, &n) != CASE_OK)
		return 0;
	for (size_t i = 0; i < n; i++)
		if (all[i].pos == pos && !all[i].side && !all[i].external &&
		    (strcmp(all[i].outcome, "forward") == 0 ||
		    strcmp(all[i].outcome, "refuse") == 0))
			who = all[i].closed_by;
	free(all);
	return who != 0 || s->c.parent_id == 0 ? who : s->c.officer_id;
}

/* "A, B dan C" of n names. */
static const char *
join(const struct step *s, const char *words, const char *name, int last)
{
	return arena_printf(s->req->arena, "%s%s%s", words, *words == '\0' ?
	    "" : last ? " dan " : ", ", name);
}

static const char *
superior_words(const struct step *s, int pos)
{
	struct person *list;
	struct role_row role;
	const char *words = "";
	int64_t who = doer(s, pos);
	size_t n;

	if (who == 0 || person_superior(s->req->office, who, s->req->now,
	    &role) != CASE_OK || person_holders_in(s->req->office, role.slug,
	    person_superior_unit(s->req->office, who, role.id, s->req->now),
	    s->req->now, &list, &n) != CASE_OK)
		return NULL;
	for (size_t i = 0; i < n; i++)
		words = join(s, words, list[i].name, i + 1 == n);
	free(list);
	return *words == '\0' ? NULL : arena_printf(s->req->arena, "%s (%s)",
	    words, role.name);
}

static const char *
every_words(const struct step *s, const char *role)
{
	struct holder_row *seat;
	const char *words = "", *name = "";
	size_t n;

	if (holder_seats(s->req->office, role, s->c.unit_id, s->req->now,
	    &seat, &n) != CASE_OK)
		return NULL;
	for (size_t i = 0; i < n; i++)
		words = join(s, words, seat[i].person_name, i + 1 == n);
	if (n > 0)
		name = arena_strdup(s->req->arena, seat[0].role_name);
	free(seat);
	return n == 0 ? NULL : arena_printf(s->req->arena, "%s (%s)", words,
	    name);
}

const char *
receiver_words(const struct step *s, const struct sop_row *next)
{
	const char *p = next->performer, *words = NULL;
	int64_t who;

	if (next->each != NULL && s->c.parent_id == 0)
		return "pegawai masing-masing";
	if (sop_every(p) != NULL) {
		words = every_words(s, sop_every(p));
	} else if (strncmp(p, "superior-of:", 12) == 0) {
		words = superior_words(s, sop_row_no(s->sop, p + 12));
	} else if (strncmp(p, "same-as:", 8) == 0) {
		who = doer(s, sop_row_no(s->sop, p + 8));
		words = who != 0 ? words_person(s->req, who) : NULL;
	}
	return words != NULL ? words : words_performer(s->req, s->sop, p);
}
