/*
 * signed.c - signatures in words: who, when, unchanged or not, and no more.
 */
#include "casepage/signed.h"

#include "base/arena.h"
#include "casepage/words.h"
#include "upload/quarantine.h"
#include "upload/signature.h"
#include "web/request.h"

static const char *const state_of[SIGNATURE__MAX] = {
	[SIGNATURE_UNCHANGED] = "Isi berkas tidak berubah sejak "
	    "ditandatangani.",
	[SIGNATURE_EXTENDED] = "Bagian yang ditandatangani tidak berubah, "
	    "tetapi sesudahnya berkas ditambah.",
	[SIGNATURE_CHANGED] = "Tanda tangan ini tidak cocok dengan isi "
	    "berkas: berkas diubah sesudah ditandatangani, atau rusak.",
	[SIGNATURE_UNKNOWN] = "Keutuhannya tidak dapat diperiksa.",
};

static const char *
words_of(const struct request *req, const struct signature *s)
{
	return arena_printf(req->arena, "%s%s%s. %s",
	    s->signer[0] != '\0' ? s->signer : "Penanda tangan tidak disebut",
	    s->signed_at != 0 ? ", menurut berkas pada " : "",
	    s->signed_at != 0 ? words_time(req, s->signed_at) : "",
	    state_of[s->state]);
}

const char *const *
words_signatures(const struct request *req, const char *sha256, size_t *n)
{
	struct signature *list = NULL;
	const char **words;

	*n = 0;
	if (signature_list(req->office, sha256, &list, n) != CASE_OK ||
	    *n == 0)
		return NULL;
	arena_adopt(req->arena, list);
	words = arena_alloc(req->arena, (*n + 1) * sizeof(*words));
	for (size_t i = 0; i < *n; i++)
		words[i] = words_of(req, &list[i]);
	words[(*n)++] = "Diperiksa hanya keutuhan berkas. Sah tidaknya "
	    "sertifikat penanda tangan tidak diperiksa di sini.";
	return words;
}

const char *
words_held(const struct request *req, const char *sha256)
{
	struct quarantined q;

	if (quarantine_find(req->office, sha256, &q) != CASE_OK)
		return NULL;
	if (q.finding[0] == '\0')
		return "Ditahan: antivirus belum memeriksa berkas ini.";
	return arena_printf(req->arena, "Ditahan: antivirus menemukan %s.",
	    q.finding);
}
