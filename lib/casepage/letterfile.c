/* letterfile.c - reading the texts of letters. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "casepage/letterfile.h"

#include "base/arena.h"
#include "base/conf.h"
#include "casepage/compose.h"
#include "letter/letter_version.h"
#include "letter/letterhead.h"
#include "web/request.h"

const struct letterfile letterfiles[] = {
	{ "balasan", "Surat balasan, menerima permohonan", LETTER_REPLY,
	    "surat-izin" },
	{ "balasan-tolak", "Surat balasan, menolak permohonan", LETTER_REPLY,
	    "surat-penolakan" },
	{ "keterangan", "Surat keterangan selesai penelitian",
	    LETTER_STATEMENT, "surat-keterangan" },
	{ "sertifikat", "Sertifikat magang", LETTER_CERTIFICATE,
	    "sertifikat" },
	{ "kop", "Kop, penomoran, dan penanda tangan", LETTER__MAX, NULL },
	{ NULL, NULL, LETTER__MAX, NULL }
};

const struct letterfile *
letterfile_named(const char *name)
{
	const struct letterfile *f;

	for (f = letterfiles; f->name != NULL; f++)
		if (strcmp(f->name, name) == 0)
			return f;
	return NULL;
}

/* A file whole, ended by a NUL; NULL when it cannot be read. */
static char *
slurp(const struct request *req, const char *path)
{
	char *text = arena_alloc(req->arena, LETTER_TEXT_MAX + 2);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	size_t len = 0;
	ssize_t n;

	if (fd == -1)
		return NULL;
	while ((n = read(fd, text + len, LETTER_TEXT_MAX + 1 - len)) > 0)
		len += (size_t)n;
	close(fd);
	return n == 0 || len > LETTER_TEXT_MAX ? text : NULL;
}

const char *
letterfile_shipped(const struct request *req, const char *name, char *why,
    size_t whysize)
{
	char *text = slurp(req, arena_printf(req->arena, "%s/%s.txt",
	    req->conf->letters, name));

	if (text == NULL)
		snprintf(why, whysize, "%s.txt: %s", name, strerror(errno));
	return text;
}

const char *
letterfile_in_force(const struct request *req, const char *name, char *why,
    size_t whysize)
{
	char *own = letter_version_own(req->office, name);

	if (own == NULL)
		return letterfile_shipped(req, name, why, whysize);
	arena_adopt(req->arena, own);
	return own;
}

/* The letterheads as a whole, and one that is in force today. */
static int
check_heads(const struct request *req, const char *text, char *why,
    size_t whysize)
{
	struct letterhead head;

	return letterhead_find("kop.txt", text, strlen(text), req->conf->unit,
	    compose_today(req), &head, why, whysize);
}

int
letterfile_check(const struct request *req, const struct letterfile *f,
    const char *text, char *why, size_t whysize)
{
	const char *file = arena_printf(req->arena, "%s.txt", f->name);
	struct letter_text *t;
	int rc = 0;

	if (f->kind == LETTER__MAX)
		return check_heads(req, text, why, whysize);
	t = letter_text_parse(file, text, strlen(text), why, whysize);
	if (t == NULL)
		return -1;
	if (t->kind != f->kind) {
		snprintf(why, whysize, "%s:1: surat: naskah ini untuk surat "
		    "%s", file, letter_kind_slug(f->kind));
		rc = -1;
	}
	letter_text_free(t);
	return rc;
}
