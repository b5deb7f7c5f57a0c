/* book_words.c - what the register says of a letter. */
#include <string.h>

#include "cgi-bin/letter/book.h"

#include "base/arena.h"
#include "casepage/words.h"
#include "web/request.h"

const struct book_state book_states[] = {
	{ "reserved", "Draf", "IS_OPEN" },
	{ "valid", "Terbit", "IS_ENDED" },
	{ "superseded", "Digantikan", "IS_REFUSED" },
	{ "withdrawn", "Ditarik", "IS_REFUSED" },
	{ "dropped", "Batal", "IS_REFUSED" },
	{ NULL, NULL, NULL }
};

static const char *const kinds[][2] = {
	{ "balasan", "Surat balasan" },
	{ "keterangan", "Surat keterangan" },
	{ "sertifikat", "Sertifikat" },
};

const struct book_state *
book_state(const struct letter_row *l)
{
	const struct book_state *s = book_states;

	while (s[1].state != NULL && strcmp(s->state, l->state) != 0)
		s++;
	return s;
}

const char *
book_kind(const struct letter_row *l)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(kinds[i][0], l->kind) == 0)
			return kinds[i][1];
	return l->kind;
}

const char *
book_to(const struct request *req, const struct letter_row *l)
{
	char *buf = arena_alloc(req->arena, 512);

	return l->addressee[0] != '\0' ?
	    letter_masked(l, l->addressee, buf, 512) :
	    letter_mask(l->holder, buf, 512);
}

const char *
book_subject(const struct request *req, const struct letter_row *l)
{
	char *buf = arena_alloc(req->arena, 1024);

	return letter_masked(l, l->subject, buf, 1024);
}

/* Why a number has no letter in force; "" of one that has, or will. */
const char *
book_note(const struct request *req, const struct letter_row *l)
{
	struct arena *arena = req->arena;

	if (strcmp(l->state, "reserved") == 0)
		return "nomor dicadangkan";
	if (strcmp(l->state, "dropped") == 0)
		return "dicadangkan, tidak jadi terbit";
	if (strcmp(l->state, "withdrawn") == 0)
		return arena_printf(arena, "%s: %s", words_time(req,
		    l->changed_at), l->reason);
	return strcmp(l->state, "superseded") == 0 ?
	    words_time(req, l->changed_at) : "";
}
