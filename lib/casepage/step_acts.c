/*
 * step_acts.c - acts that do not finish a step: claims, presence of the
 * applicant, outside parties, notes, and the recall of a forward.
 */
#include <string.h>

#include "casepage/step_acts.h"

#include "base/arena.h"
#include "base/number.h"
#include "case/act_hold.h"
#include "case/act_recall.h"
#include "case/field_form.h"
#include "casepage/step.h"
#include "casepage/step_form.h"
#include "casepage/step_page.h"
#include "casepage/step_party.h"
#include "casepage/words.h"
#include "office/office.h"
#include "web/form.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/session.h"

struct side {
	const char	*aksi;
	enum case_err	(*act)(struct office *, struct act *); /* NULL: note */
	void		(*read)(struct step *, struct act *);
	int		 stay;		/* go on with this task afterwards */
	const char	*notice;	/* for the next page, behind what
					   the case is called; or NULL */
	const char	*field;		/* on the page, of what the library
					   finds wrong; or NULL */
};

static void
read_handover(struct step *s, struct act *a)
{
	if (number_parse(form_value(s->req, "pegawai-lain"), 1, INT64_MAX,
	    &a->person_id) < 0)
		step_error(s, "pegawai-lain", "Pilih pegawai yang menerima");
}

static void
read_remark(struct step *s, struct act *a)
{
	const char *kind = form_value(s->req, "jenis-catatan");

	if (strcmp(kind, "catatan") != 0 && strcmp(kind, "telepon") != 0)
		step_error(s, "jenis-catatan",
		    "Pilih catatan atau catatan telepon");
	a->note = fields_text(s->req, &s->typed, "isi-catatan", ACT_NOTE_MAX);
	if (a->note[0] == '\0')
		step_error(s, "isi-catatan", "Isi catatan");
}

static const struct side sides[] = {
	{ "ambil", act_claim, NULL, 1, NULL, NULL },
	{ "kerjakan", act_take, NULL, 1, NULL, NULL },
	{ "lepas", act_release, NULL, 0,
	    " kembali ke antrean peran.", NULL },
	{ "serah", act_hand_over, read_handover, 0,
	    " diserahkan kepada petugas lain.", "pegawai-lain" },
	{ "hadir", act_present, NULL, 1, NULL, NULL },
	{ "luar", act_outside, step_party_read_sent, 1,
	    " dicatat menunggu pihak luar.", "luar-tanggal" },
	{ "luar-kembali", act_outside_back, step_party_read_back, 1,
	    " dicatat kembali dari pihak luar.", "luar-tanggal" },
	{ "catat", NULL, read_remark, 1,
	    ": catatan disimpan.", "isi-catatan" },
	{ "tarik", act_recall, NULL, 1,
	    " ditarik kembali.", NULL },
};

static int
side_done(struct step *s, const struct side *side, const struct act *a)
{
	if (side->notice != NULL && a->number[0] != '\0') {
		session_notice(s->rep, s->req, arena_printf(s->req->arena,
		    "%s %s%s", words_noun_first(s->req, s->sop, s->row),
		    a->number, side->notice));
	}
	return reply_redirect(s->rep, step_next(s, side->stay));
}

static int
do_side(struct step *s, const struct side *side)
{
	struct act a = step_act(s);
	struct field_input in;
	enum case_err err;

	fields_input(s->req, s->row, &in);
	s->typed.value = in.value;
	s->typed.nvalue = in.nvalue;
	if (side->read != NULL)
		side->read(s, &a);
	if (s->typed.nerror > 0)
		return step_page(s, 422, NULL);
	if (side->act != NULL)
		err = side->act(s->req->office, &a);
	else
		err = act_note(s->req->office, &a, strcmp(form_value(s->req,
		    "jenis-catatan"), "telepon") == 0 ? "call" : "note");
	if (err == CASE_REPEATED || err == CASE_OK)
		return side_done(s, side, &a);
	if (err == CASE_INVALID && side->field != NULL) {
		step_error(s, side->field, "%s", office_why(s->req->office));
		return step_page(s, 422, NULL);
	}
	return step_refused(s, &a, err);
}

int
step_acts(struct step *s, const char *aksi)
{
	for (size_t i = 0; i < sizeof(sides) / sizeof(sides[0]); i++)
		if (strcmp(sides[i].aksi, aksi) == 0)
			return do_side(s, &sides[i]);
	return reply_error(s->rep, s->req, 400, NULL);
}
