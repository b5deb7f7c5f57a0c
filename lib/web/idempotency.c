/* idempotency.c - the keys of acts that forms ask for. */
#include <string.h>

#include <sodium.h>

#include "web/idempotency.h"

#include "base/arena.h"
#include "upload/upload.h"
#include "web/form.h"
#include "web/request.h"
#include "web/session.h"

#define KEY_MAX 64		/* of a form's "kunci", which has 32 */

static void
digest_text(crypto_generichash_state *sum, const char *text)
{
	/* With its end, so that "ab", "c" is not "a", "bc". */
	crypto_generichash_update(sum, (const unsigned char *)text,
	    strlen(text) + 1);
}

/* The digest of all that the form holds, files too. */
static char *
digest_form(const struct request *req)
{
	unsigned char bytes[crypto_generichash_BYTES];
	char *hex = arena_alloc(req->arena, 2 * sizeof(bytes) + 1);
	crypto_generichash_state sum;

	crypto_generichash_init(&sum, NULL, 0, sizeof(bytes));
	for (size_t i = 0; i < req->nform; i++) {
		/* The page set it, not the person. */
		if (strcmp(req->form[i].name, "versi") == 0)
			continue;
		digest_text(&sum, req->form[i].name);
		digest_text(&sum, req->form[i].value);
	}
	for (size_t i = 0; i < req->nupload; i++) {
		digest_text(&sum, req->upload[i].field);
		digest_text(&sum, req->upload[i].hash != NULL ?
		    req->upload[i].hash : "");
	}
	crypto_generichash_final(&sum, bytes, sizeof(bytes));
	return sodium_bin2hex(hex, 2 * sizeof(bytes) + 1, bytes,
	    sizeof(bytes));
}

/* The key of the form's field, bound to session, path and `typed`. */
static const char *
key_for(const struct request *req, const char *typed)
{
	const char *key = form_get(req, "kunci");

	if (key == NULL || *key == '\0' || strlen(key) > KEY_MAX)
		return NULL;
	return session_sign(req, "kunci", arena_printf(req->arena,
	    "%s\n%s\n%s", req->path, key, typed));
}

const char *
idempotency_key(const struct request *req)
{
	return key_for(req, digest_form(req));
}

const char *
idempotency_key_once(const struct request *req)
{
	return key_for(req, "");
}
