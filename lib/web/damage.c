/* damage.c - a stored file that is not what was stored: the office is told. */
#include "web/damage.h"

#include <errno.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/log.h"
#include "message/mailing.h"
#include "office/stored_file.h"
#include "web/request.h"
#include "web/route.h"

/* The mail to the administrators.  It names no document, and nobody. */
static enum case_err
mail(const struct request *req, const char *hash, enum files_state state)
{
	struct mailing m = {
		.fact = arena_printf(req->arena, "damage:%s", hash),
		.subject = "Dokumen di penyimpanan kantor rusak",
		.body = arena_printf(req->arena, "Sebuah dokumen yang diminta "
		    "%s:\n\n%s\n\nSelama belum diperbaiki, dokumen itu tidak "
		    "diberikan kepada siapa pun. Kembalikan dari cadangan; "
		    "caranya, dan berkasnya, ada di halaman ini:\n"
		    "%s" PATH_ADMIN "/dokumen\n", state == FILES_MISSING ?
		    "tidak ada lagi" : "isinya berubah", hash,
		    req->conf->site),
	};
	int count;

	return mailing_queue(req->office, &m, req->now, &count);
}

void
damage_tell(const struct request *req, const char *hash,
    enum files_state state)
{
	enum case_err err;

	if (state == FILES_UNREADABLE) {
		log_line(LOG_ERROR, "file %s: %s", hash, strerror(errno));
		return;
	}
	log_line(LOG_ERROR, "file %s: %s", hash, state == FILES_MISSING ?
	    "missing" : "altered");
	err = stored_file_damage_note(req->office, hash, state, req->now);
	if (err == CASE_OK || err == CASE_REPEATED)
		err = mail(req, hash, state);
	if (err != CASE_OK)
		log_line(LOG_ERROR, "%s", office_why(req->office));
}
