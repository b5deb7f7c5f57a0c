/*
 * root_mail.c - the root of a closed month, told to somebody outside.
 */
#include <stdio.h>

#include "message/message.h"
#include "message/wording.h"
#include "month/root.h"

#define LANGUAGE "id"

static char *
fact_of(int year, int month, char fact[32])
{
	snprintf(fact, 32, "root/%04d-%02d", year, month);
	return fact;
}

/* What the reader does with it stands in it: he may see it years later. */
static void
write_body(const struct root_post *post, const struct root_news *n,
    char *buf, size_t size)
{
	snprintf(buf, size,
	    "Bulan %s %d telah disahkan%s%s (pengesahan ke-%lld).\n\n"
	    "Sidik jari riwayat:\n%s\n\n"
	    "Sidik jari pengesahan sebelumnya:\n%s\n\n"
	    "Mohon simpan surel ini. Sidik jari itu mewakili seluruh riwayat "
	    "kantor sampai bulan tersebut. Bila riwayat kemudian ditulis "
	    "ulang, sidik jari yang dihitung darinya tidak lagi sama dengan "
	    "yang tertulis di sini. Surel ini tidak dapat mencegah penulisan "
	    "ulang, tetapi dapat membuktikannya.\n\n"
	    "Cara membandingkan:\n%s/sidik-jari?cari=%s\n"
	    "atau, di kantor:\nsopap verify --root %s\n",
	    wording_month(LANGUAGE, n->month), n->year,
	    n->role[0] != '\0' ? " oleh " : "", n->role, (long long)n->n,
	    n->root, n->prev[0] != '\0' ? n->prev :
	    "tidak ada, ini yang pertama", post->site, n->root, n->root);
}

void
root_mail(struct db *db, const struct root_post *post,
    const struct root_news *n, int64_t now)
{
	char fact[32], subject[80], body[2048];
	const struct message_new m = { .kind = ROOT_MAIL_KIND, .phone = "",
	    .email = post->address, .subject = subject, .body = body,
	    .fact = fact_of(n->year, n->month, fact), .now = now };

	snprintf(subject, sizeof(subject), "Sidik jari riwayat %s %d",
	    wording_month(LANGUAGE, n->month), n->year);
	write_body(post, n, body, sizeof(body));
	message_queue(db, &m);
}

enum case_err
root_mailed(struct office *o, int year, int month, struct message *m)
{
	char fact[32];

	return message_of_fact(o, fact_of(year, month, fact), m);
}
