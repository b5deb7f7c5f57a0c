/*
 * survey.c - what applicants think of the service.
 */
#include "voice/survey.h"

#include <string.h>

#include "case/access.h"
#include "office/row.h"
#include "people/person.h"

enum stmt {
	STMT_ANSWERED,
	STMT_ADD,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_ANSWERED] =
		"SELECT 1 FROM surveys WHERE case_id = $1",
	[STMT_ADD] = (
		"INSERT INTO surveys (case_id, answered_at, requirements,"
		" procedure, time, fee, product, competence, conduct,"
		" facilities, complaints, note) VALUES ($1, $2, $3, $4, $5, $6,"
		" $7, $8, $9, $10, $11, $12) ON CONFLICT (case_id) DO NOTHING"),
};

const struct survey_element survey_element[SURVEY_ELEMENTS] = {
	{ "persyaratan", "Persyaratan", "Kesesuaian persyaratan dengan jenis "
	    "pelayanan", { "Tidak sesuai", "Kurang sesuai", "Sesuai",
	    "Sangat sesuai" } },
	{ "prosedur", "Sistem, mekanisme, dan prosedur", "Kemudahan prosedur "
	    "pelayanan", { "Tidak mudah", "Kurang mudah", "Mudah",
	    "Sangat mudah" } },
	{ "waktu", "Waktu penyelesaian", "Kecepatan waktu pelayanan",
	    { "Tidak cepat", "Kurang cepat", "Cepat", "Sangat cepat" } },
	{ "biaya", "Biaya atau tarif", "Kewajaran biaya pelayanan",
	    { "Sangat mahal", "Cukup mahal", "Murah", "Gratis" } },
	{ "produk", "Produk pelayanan", "Kesesuaian hasil dengan standar "
	    "pelayanan", { "Tidak sesuai", "Kurang sesuai", "Sesuai",
	    "Sangat sesuai" } },
	{ "kompetensi", "Kompetensi pelaksana", "Kemampuan petugas",
	    { "Tidak kompeten", "Kurang kompeten", "Kompeten",
	    "Sangat kompeten" } },
	{ "perilaku", "Perilaku pelaksana", "Kesopanan dan keramahan petugas",
	    { "Tidak sopan dan ramah", "Kurang sopan dan ramah",
	    "Sopan dan ramah", "Sangat sopan dan ramah" } },
	{ "sarana", "Sarana dan prasarana", "Mutu sarana dan prasarana",
	    { "Buruk", "Cukup", "Baik", "Sangat baik" } },
	{ "pengaduan", "Penanganan pengaduan, saran, dan masukan",
	    "Penanganan pengaduan", { "Tidak ada",
	    "Ada tetapi tidak berfungsi", "Berfungsi kurang maksimal",
	    "Dikelola dengan baik" } },
};

/* -- answering ---------------------------------------------------------- */

enum case_err
survey_may(struct office *o, const struct actor *a, const struct case_row *c)
{
	struct person p;
	int official = a->person_id != 0 && (person_get(o, a->person_id,
	    &p) != CASE_OK || p.institution_id == 0);

	/* An outsider sees the same at all times. */
	if (official || !case_may_see(o, a, c, 0))
		return office_fail(o, CASE_DENIED, "",
		    "Survei ini diisi oleh pemohon.");
	if (strcmp(c->state, "ended") != 0 || c->evaluation)
		return office_fail(o, CASE_STATE, "",
		    "Survei dapat diisi setelah permohonan selesai.");
	if (row_int(db_query(office_db(o), sql[STMT_ANSWERED], "i",
	    c->id)) != 0)
		return office_fail(o, CASE_STATE, "",
		    "Survei untuk permohonan ini sudah diisi. Terima kasih.");
	return CASE_OK;
}

struct answering {
	struct office		*o;
	const struct actor	*actor;
	const struct survey	*s;
	int64_t			 now;
};

static int
add(struct db *db, void *arg)
{
	const struct answering *a = arg;
	const int64_t *n = a->s->score;
	struct case_row c;
	enum case_err err;

	if ((err = case_get(a->o, a->s->case_id, &c)) != CASE_OK ||
	    (err = survey_may(a->o, a->actor, &c)) != CASE_OK)
		return err;
	return db_run(db, sql[STMT_ADD], "iiiiiiiiiiit", c.id, a->now, n[0],
	    n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], a->s->note) < 0 ?
	    CASE_DB : CASE_OK;
}

enum case_err
survey_add(struct office *o, const struct actor *actor,
    const struct survey *s, int64_t now)
{
	struct answering a = { o, actor, s, now };

	for (int i = 0; i < SURVEY_ELEMENTS; i++)
		if (s->score[i] < 1 || s->score[i] > 4)
			return office_fail(o, CASE_INVALID,
			    survey_element[i].key, "Pilih satu jawaban");
	return office_err_tx(o, db_tx(office_db(o), add, &a));
}

/* -- grades ------------------------------------------------------------- */

char
survey_grade(int64_t index)
{
	if (index >= 8831)
		return 'A';
	if (index >= 7661)
		return 'B';
	return index >= 6500 ? 'C' : 'D';
}

const char *
survey_grade_words(char grade)
{
	switch (grade) {
	case 'A':
		return "Sangat baik";
	case 'B':
		return "Baik";
	case 'C':
		return "Kurang baik";
	default:
		return "Tidak baik";
	}
}
