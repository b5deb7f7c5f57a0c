/*
 * party.c - the parties outside the office through whom its work passes.
 */
#include "office/party.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "office/row.h"
#include "office/unit.h"
#include "store/id.h"

enum stmt {
	STMT_PARTY,
	STMT_PARTY_SLUG,
	STMT_PARTIES,
	STMT_INSERT,
	STMT_UPDATE,
	STMT__MAX
};

#define PARTY_COLUMNS "id, slug, name, active"

static const char *const sql[STMT__MAX] = {
	[STMT_PARTY] =
		"SELECT " PARTY_COLUMNS " FROM parties WHERE id = $1",
	[STMT_PARTY_SLUG] =
		"SELECT " PARTY_COLUMNS " FROM parties WHERE slug = $1",
	[STMT_PARTIES] =
		"SELECT " PARTY_COLUMNS " FROM parties ORDER BY name, id",
	[STMT_INSERT] = (
		"INSERT INTO parties (id, slug, name, active)"
		" VALUES ($1, $2, $3, $4)"),
	[STMT_UPDATE] =
		"UPDATE parties SET name = $2, active = $3 WHERE id = $1",
};

#define MEMBER(m) ROW_MEMBER(struct party_row, m)
static const struct row_kind parties = ROW_KIND(struct party_row,
    "Pihak luar tidak ditemukan.", MEMBER(id), MEMBER(slug), MEMBER(name),
    MEMBER(active));

enum case_err
party_by_slug(struct office *o, const char *slug, struct party_row *p)
{
	return row_one(o, db_query(office_db(o), sql[STMT_PARTY_SLUG], "t",
	    slug), &parties, p);
}

enum case_err
party_list(struct office *o, struct party_row **rows, size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_PARTIES], ""),
	    &parties, rows, count);
}

int
party_find(struct office *o, const char *word, struct party_row *p)
{
	struct party_row *list;
	size_t n, i;
	int found = 0;

	memset(p, 0, sizeof(*p));
	snprintf(p->slug, sizeof(p->slug), "%s", PARTY_OTHER);
	snprintf(p->name, sizeof(p->name), "%s", word);
	if (party_list(o, &list, &n) != CASE_OK)
		return 0;
	for (i = 0; i < n && !found; i++)
		if (strcasecmp(list[i].slug, word) == 0 ||
		    strcasecmp(list[i].name, word) == 0) {
			*p = list[i];
			found = 1;
		}
	free(list);
	return found;
}

/* -- changes ----------------------------------------------------------- */

static char *
party_json(const struct party_row *p)
{
	return change_json("{s:s, s:s, s:I}", "slug", p->slug, "name",
	    p->name, "active", (json_int_t)p->active);
}

/* `was` is the party before; NULL: it is new. */
static enum case_err
party_event(struct change_work *w, const struct party_row *p,
    const struct party_row *was, const char *kind)
{
	return change_record(w, &(struct change_event){ .stream = p->id,
	    .kind = kind, .effect = party_json(p),
	    .was = was != NULL ? party_json(was) : NULL });
}

/* Two parties of one name would be counted as two. */
static enum case_err
check_name(struct office *o, const struct party_row *p)
{
	struct party_row other;
	enum case_err err = change_filled(o, "name", "nama", p->name);

	if (err != CASE_OK)
		return err;
	if ((party_find(o, p->name, &other) && other.id != p->id) ||
	    strcasecmp(p->name, PARTY_OTHER) == 0)
		return office_fail(o, CASE_INVALID, "name",
		    "Nama ini sudah dipakai pihak lain");
	return CASE_OK;
}

static enum case_err
add_party(struct change_work *w, const void *in)
{
	struct party_row p = *(const struct party_row *)in, other;
	enum case_err err;

	p.id = 0;
	if ((err = unit_check_slug(w->o, p.slug)) != CASE_OK ||
	    (err = check_name(w->o, &p)) != CASE_OK)
		return err;
	if (strcmp(p.slug, PARTY_OTHER) == 0 ||
	    party_by_slug(w->o, p.slug, &other) == CASE_OK)
		return office_fail(w->o, CASE_INVALID, "slug",
		    "Kode ini sudah dipakai");
	w->id = p.id = id_new(w->ch->now);
	db_run(w->db, sql[STMT_INSERT], "itti", p.id, p.slug, p.name,
	    p.active);
	return party_event(w, &p, NULL, "party-added");
}

static enum case_err
change_party(struct change_work *w, const void *in)
{
	const struct party_row *new = in;
	struct party_row p, was;
	enum case_err err;

	if ((err = row_one(w->o, db_query(w->db, sql[STMT_PARTY], "i",
	    new->id), &parties, &p)) != CASE_OK ||
	    (err = check_name(w->o, new)) != CASE_OK)
		return err;
	was = p;
	memcpy(p.name, new->name, sizeof(p.name));
	p.active = new->active;
	db_run(w->db, sql[STMT_UPDATE], "iti", p.id, p.name, p.active);
	return party_event(w, &p, &was, "party-changed");
}

enum case_err
party_add(struct office *o, const struct change *ch, const struct party_row *p,
    int64_t *id)
{
	return change_run(o, ch, add_party, p, id);
}

enum case_err
party_change(struct office *o, const struct change *ch,
    const struct party_row *p)
{
	return change_run(o, ch, change_party, p, NULL);
}
