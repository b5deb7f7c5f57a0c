/*
 * lateness.h - reasons of lateness ("alasan keterlambatan"): the list from
 * which a person picks one who finishes a task over its limit.
 *
 * LATENESS is the list: name in C, name of its count in the figures of a month,
 * slug in the database and in forms, label on the screen.  `arg` is passed on
 * to X.  A new reason is written here, in lib/store/schema (for
 * tasks.late_reason and months.why_...), and in sopap-step(7);
 * tests/case/lateness-t.c compares them.
 */
#pragma once

#include <stddef.h>

#include "sop/sop.h"

#define LATENESS(X, arg) \
	X(arg, RAPAT, rapat, "rapat", "Rapat") \
	X(arg, DINAS_LUAR, dinas_luar, "dinas-luar", "Dinas luar") \
	X(arg, SISTEM_LUAR, sistem_luar, "sistem-luar", \
	    "Sistem di luar kantor") \
	X(arg, GANGGUAN, gangguan, "gangguan", \
	    "Gangguan listrik atau jaringan") \
	X(arg, BEBAN, beban, "beban", "Beban pekerjaan") \
	X(arg, BERKAS, berkas, "berkas", "Berkas belum lengkap")

#define LATENESS_ID(arg, id, member, slug, label) LATENESS_##id,
enum lateness { LATENESS(LATENESS_ID, ) LATENESS__MAX };
#undef LATENESS_ID

struct act_work;

/* The slug of a reason. */
const char	*lateness_slug(enum lateness);

/* The slug that equals a text: a constant; NULL when the text is no reason. */
const char	*lateness_known(const char *slug);

/* All of them as slug and label, in the order of a form; constant. */
const struct sop_choice	*lateness_choices(size_t *n);

/* Within an act, after w->t is closed: note a->late_reason when the task is
 * over its limit, but for an applicant's.  CASE_OK; CASE_INVALID
 * ("late_reason") when a reason is needed and none of the list is given. */
int		 lateness_take(struct act_work *);
