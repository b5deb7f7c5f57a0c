/*
 * rights.c - the rights of roles: asked for, given, ended.
 */
#include "people/rights.h"

#include <jansson.h>
#include <stdio.h>

#include "base/slug.h"
#include "office/audit.h"
#include "office/row.h"
#include "people/holder.h"
#include "people/role.h"
#include "store/id.h"

enum stmt {
	STMT_HAS,
	STMT_DOORS,
	STMT_BY_ROLE,
	STMT_LIST,
	STMT_GET,
	STMT_SAME,
	STMT_INSERT,
	STMT_END,
	STMT_MANAGERS,
	STMT__MAX
};

#define COLUMNS \
	"SELECT id, role_id, word, letter_no, from_at, coalesce(to_at, 0)" \
	" FROM rights"

static const char *const sql[STMT__MAX] = {
	[STMT_HAS] =
		"SELECT 1 FROM people p WHERE p.id = $1 AND p.active = 1"
		"   AND p.institution_id IS NULL"
		"   AND ((p.admin = 1 AND $2 = 'kelola') OR "
		MANAGER_SQL_BY_ROLE("$2", "$1", "$3") ")",
	[STMT_DOORS] =
		"SELECT CASE WHEN " MANAGER_SQL("p", "$2") " THEN 1 ELSE 0 END,"
		" CASE WHEN " MANAGER_SQL_BY_ROLE("'data-pribadi'", "$1", "$2")
		" THEN 1 WHEN EXISTS (SELECT 1 FROM rights g"
		"   JOIN holders h ON h.role_id = g.role_id"
		"   JOIN people q ON q.id = h.person_id AND q.active = 1"
		"   WHERE g.word = 'data-pribadi' AND g.from_at <= $2"
		"   AND (g.to_at IS NULL OR g.to_at > $2) AND h.from_at <= $2"
		"   AND (h.to_at IS NULL OR h.to_at > $2)) THEN 0 ELSE 2 END"
		"  FROM people p WHERE p.id = $1 AND p.active = 1"
		"   AND p.institution_id IS NULL",
	[STMT_BY_ROLE] =
		"SELECT r.slug FROM holders h JOIN rights g"
		"  ON g.role_id = h.role_id AND g.word = $2"
		"  JOIN roles r ON r.id = h.role_id"
		"  JOIN people p ON p.id = h.person_id AND p.active = 1"
		"   AND p.institution_id IS NULL"
		" WHERE h.person_id = $1 AND h.from_at <= $3"
		"   AND (h.to_at IS NULL OR h.to_at > $3) AND g.from_at <= $3"
		"   AND (g.to_at IS NULL OR g.to_at > $3)"
		" ORDER BY h.capacity, r.name LIMIT 1",
	[STMT_LIST] =
		COLUMNS " WHERE ($1 = 0 OR role_id = $1)"
		"   AND ($2 = 0 OR to_at IS NULL OR to_at > $2)"
		" ORDER BY role_id, word, from_at DESC, id",
	[STMT_GET] =
		COLUMNS " WHERE id = $1",
	/* Do [from, to) of the row and [$3, $4) meet?  0 is no end. */
	[STMT_SAME] =
		"SELECT count(*) FROM rights WHERE role_id = $1 AND word = $2"
		"   AND ($4 = 0 OR from_at < $4)"
		"   AND (to_at IS NULL OR to_at > $3)",
	[STMT_INSERT] =
		"INSERT INTO rights (id, role_id, word, letter_no, from_at,"
		" to_at) VALUES ($1, $2, $3, $4, $5, nullif($6, 0))",
	[STMT_END] =
		"UPDATE rights SET to_at = $2 WHERE id = $1",
	[STMT_MANAGERS] =
		"SELECT count(*) FROM people p WHERE p.active = 1"
		"   AND p.institution_id IS NULL AND "
		MANAGER_SQL("p", "$1"),
};

static const char *const words[RIGHTS__MAX] = {
	[RIGHTS_MANAGE] = "kelola",
	[RIGHTS_SEE_ALL] = "lihat-semua",
	[RIGHTS_PERSONAL] = "data-pribadi",
	[RIGHTS_CLOSE] = "sahkan-bulan",
};
static const char *const says[RIGHTS__MAX] = {
	[RIGHTS_MANAGE] = "Mengelola orang, peran, SOP, kalender, dan surat",
	[RIGHTS_SEE_ALL] = "Melihat semua berkas dan mengunduh daftarnya",
	[RIGHTS_PERSONAL] = "Membaca angka per orang dan catatan keamanan, "
	    "memutuskan permintaan data pribadi dan pemusnahan",
	[RIGHTS_CLOSE] = "Mengesahkan bulan",
};

const char *
rights_word(enum right r)
{
	return words[r];
}

const char *
rights_says(enum right r)
{
	return says[r];
}

int
rights_from(const char *word)
{
	return slug_index(words, RIGHTS__MAX, word);
}

/* -- reading --------------------------------------------------------------- */

#define MEMBER(m) ROW_MEMBER(struct right_row, m)
static const struct row_kind rows_of = ROW_KIND(struct right_row,
    "Hak ini tidak ditemukan.", MEMBER(id), MEMBER(role_id),
    ROW_WORD(struct right_row, right, rights_from), MEMBER(letter_no),
    MEMBER(from_at), MEMBER(to_at));

int
rights_has(struct office *o, int64_t person_id, enum right right, int64_t now)
{
	return row_int(db_query(office_db(o), sql[STMT_HAS], "iti", person_id,
	    words[right], now)) != 0;
}

unsigned
rights_doors(struct office *o, int64_t person_id, int64_t now)
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_DOORS], "ii",
	    person_id, now);
	unsigned doors = 0;

	if (db_step(st)) {
		int64_t manages = db_int(st, 0), personal = db_int(st, 1);

		doors = (manages ? 1u << RIGHTS_MANAGE : 0) |
		    (personal == 1 || (personal == 2 && manages) ?
		    1u << RIGHTS_PERSONAL : 0);
	}
	db_done(st);
	return doors;
}

int
rights_by_role(struct office *o, int64_t person_id, enum right right,
    int64_t now, char *name, size_t size)
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_BY_ROLE], "iti",
	    person_id, words[right], now);
	char slug[64] = "";

	if (db_step(st))
		db_copy(st, 0, slug, sizeof(slug));
	db_done(st);
	return *slug != '\0' && holder_acts_as(o, person_id, slug, now, name,
	    size);
}

enum case_err
rights_list(struct office *o, int64_t role_id, int64_t at,
    struct right_row **rows, size_t *count)
{
	return row_all(o, db_query(office_db(o), sql[STMT_LIST], "ii", role_id,
	    at), &rows_of, rows, count);
}

/* -- giving and ending ----------------------------------------------------- */

static enum case_err
check(struct office *o, const struct right_row *g)
{
	struct role_row r;
	enum case_err err = role_get(o, g->role_id, &r);

	if (err == CASE_NOT_FOUND)
		return change_invalid(o, "role_id", "Pilih peran");
	if (err != CASE_OK)
		return err;
	if (r.system || r.external)
		return change_invalid(o, "role_id",
		    "Peran ini tidak dipegang pegawai kantor");
	if (g->right < 0 || g->right >= RIGHTS__MAX)
		return change_invalid(o, "right", "Pilih hak");
	if (g->to_at != 0 && g->to_at <= g->from_at)
		return change_invalid(o, "to_at",
		    "Tanggal selesai harus setelah tanggal mulai");
	if (row_int(db_query(office_db(o), sql[STMT_SAME], "itii", g->role_id,
	    words[g->right], g->from_at, g->to_at)) > 0)
		return change_invalid(o, "right",
		    "Peran ini sudah punya hak itu pada masa yang sama");
	return CASE_OK;
}

static enum case_err
insert(struct change_work *w, const void *in)
{
	const struct right_row *g = in;
	struct change_event e = { .stream = g->role_id,
	    .kind = "right-given" };
	enum case_err err = check(w->o, g);

	if (err != CASE_OK)
		return err;
	w->id = id_new(w->ch->now);
	db_run(w->db, sql[STMT_INSERT], "iittii", w->id, g->role_id,
	    words[g->right], g->letter_no, g->from_at, g->to_at);
	e.effect = change_json("{s:I, s:s, s:I, s:I}", "right_id",
	    (json_int_t)w->id, "right", words[g->right], "from_at",
	    (json_int_t)g->from_at, "to_at", (json_int_t)g->to_at);
	e.payload = change_json("{s:s}", "letter_no", g->letter_no);
	/* Of a new administrator the others hear. */
	if (g->right == RIGHTS_MANAGE)
		audit_note(&(struct audit_entry){ .kind = AUDIT_ADMIN,
		    .person_id = w->ch->by, .about_id = g->role_id,
		    .at = w->ch->now });
	return change_record(w, &e);
}

enum case_err
rights_give(struct office *o, const struct change *ch,
    const struct right_row *g, int64_t *id)
{
	return change_run(o, ch, insert, g, id);
}

struct ending {
	int64_t	id, at;
};

static enum case_err
end(struct change_work *w, const void *in)
{
	const struct ending *x = in;
	struct change_event e = { .kind = "right-ended" };
	struct right_row g;
	int64_t at;
	enum case_err err = row_one(w->o, db_query(w->db, sql[STMT_GET], "i",
	    x->id), &rows_of, &g);

	if (err != CASE_OK)
		return err;
	if (g.to_at != 0 && g.to_at <= x->at)
		return office_fail(w->o, CASE_STATE, "",
		    "Hak ini sudah berakhir.");
	at = x->at > g.from_at ? x->at : g.from_at;
	db_run(w->db, sql[STMT_END], "ii", g.id, at);
	if (row_int(db_query(w->db, sql[STMT_MANAGERS], "i", at)) == 0)
		return office_fail(w->o, CASE_STATE, "",
		    "Harus tetap ada seorang admin yang aktif.");
	e.stream = g.role_id;
	e.effect = change_json("{s:I, s:s, s:I}", "right_id",
	    (json_int_t)g.id, "right", words[g.right], "to_at",
	    (json_int_t)at);
	e.was = change_json("{s:I}", "to_at", (json_int_t)g.to_at);
	return change_record(w, &e);
}

enum case_err
rights_end(struct office *o, const struct change *ch, int64_t id, int64_t at)
{
	struct ending x = { id, at };

	return change_run(o, ch, end, &x, NULL);
}
