/*
 * evaluate.h - between the files of evaluate(8): the figures of a service in
 * words, and the paper of an evaluation.
 */
#ifndef CGI_BIN_EVALUATE_EVALUATE_H
#define CGI_BIN_EVALUATE_EVALUATE_H

#include <stddef.h>
#include <stdint.h>

#include "month/month.h"
#include "sop/sop.h"

struct reply;
struct request;

#define EVALUATE_TOTALS 12
#define EVALUATE_ROWS 64

struct evaluate_total {
	const char	*key, *text;
};

struct evaluate_row {
	const char	*no, *performer, *done, *on_time, *returned, *own;
};

/* Both give how many there are; the words live with the request. */
size_t	 evaluate_totals(const struct request *, const struct sop *,
	    const struct month_part *, struct evaluate_total *);
size_t	 evaluate_rows(const struct request *, const struct sop *,
	    const struct month_figures *, int64_t version_id,
	    struct evaluate_row *);

/* The figures of the evaluated month, of the service; NULL when there are
 * none.  Given: month_free(). */
struct month_figures	*evaluate_month(const struct request *,
			    const char *period, const char *sop);

/* GET /evaluasi/laporan/CASE: the Laporan Kegiatan Evaluasi. */
int	 evaluate_paper(struct request *, struct reply *);

#endif
