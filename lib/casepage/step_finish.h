/*
 * step_finish.h - finishing a step by its form.
 */
#pragma once

struct step;

/*
 * Take the form of a step for `aksi`: "selesai" finishes it, or asks once more
 * where it matters; "kirim" and "ubah" are the buttons of the page that asks.
 * The status of the answer: 303 when it is done, 422 with what is wrong, 409
 * when another was faster.
 */
int	 step_finish(struct step *, const char *aksi);
