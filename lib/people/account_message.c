/*
 * account_message.c - the message after a change of password, PIN or factor.
 */
#include "people/account_message.h"

#include <stdio.h>

#include "message/message.h"
#include "people/person.h"

void
account_message(struct change_work *w, int64_t person_id, const char *what)
{
	struct person p;
	char body[512];
	struct message_new m = { .kind = "account", .subject =
		"Perubahan pada akun Anda", .body = body, .now = w->ch->now };

	if (person_get(w->o, person_id, &p) != CASE_OK ||
	    (p.phone[0] == '\0' && p.email[0] == '\0'))
		return;
	snprintf(body, sizeof(body), "%s untuk akun %s. Bila bukan Anda yang "
	    "melakukannya, segera hubungi administrator kantor.", what,
	    p.login);
	m.phone = p.phone;
	m.email = p.email;
	message_queue(w->db, &m);
}
