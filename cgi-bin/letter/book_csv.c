/* book_csv.c - the register of outgoing letters as a table file. */
#include <stdio.h>

#include "cgi-bin/letter/book.h"

#include "base/arena.h"
#include "base/csv.h"
#include "base/log.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/session.h"

static void
write_entry(const struct request *req, FILE *f,
    const struct letter_register_entry *e)
{
	const char *cells[] = { e->l.number, e->l.serial == 0 ? "" :
	    arena_printf(req->arena, "%lld", (long long)e->l.serial),
	    arena_printf(req->arena, "%lld", (long long)e->l.year),
	    e->l.dated, e->unit, book_kind(&e->l),
	    book_subject(req, &e->l), book_to(req, &e->l), e->case_number,
	    book_state(&e->l)->words, book_note(req, &e->l) };

	for (size_t k = 0; k < sizeof(cells) / sizeof(cells[0]); k++) {
		if (k > 0)
			putc(',', f);
		csv_text(f, cells[k]);
	}
	fputs("\r\n", f);
}

int
book_csv(const struct book *v, struct reply *rep)
{
	char *text = NULL;
	size_t len = 0;
	FILE *f = open_memstream(&text, &len);

	if (f == NULL)
		return reply_error(rep, v->req, 500, NULL);
	fputs("\xef\xbb\xbf\"Nomor surat\",\"Nomor urut\",\"Tahun\","
	    "\"Tanggal\",\"Unit\",\"Jenis\",\"Hal\",\"Kepada\",\"Perkara\","
	    "\"Keadaan\",\"Keterangan\"\r\n", f);
	for (size_t i = 0; i < v->n; i++)
		write_entry(v->req, f, &v->entry[i]);
	fclose(f);
	arena_adopt(v->req->arena, text);
	log_line(LOG_INFO, "the register of letters was taken out by person "
	    "%lld", (long long)v->req->session.person_id);
	reply_header(rep, "Content-Disposition",
	    "attachment; filename=\"surat-keluar.csv\"");
	return reply_bytes(rep, "text/csv; charset=utf-8", text, len);
}
