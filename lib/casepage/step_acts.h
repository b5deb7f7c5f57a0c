/*
 * step_acts.h - the acts that do not finish a step.
 */
#pragma once

struct step;

/*
 * Do one of them: "ambil", "lepas", "serah", "hadir", "luar", "luar-kembali",
 * "catat", "tarik".  The status of the answer: 303 when it is done, 422 with
 * what is wrong, 409 when another was faster, 400 for an unknown `aksi`.
 */
int	 step_acts(struct step *, const char *aksi);
