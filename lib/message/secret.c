/* secret.c - stars in the place of codes and links. */
#include "message/secret.h"

#include <stdlib.h>
#include <string.h>

#include "message/message.h"
#include "office/row.h"

enum stmt {
	STMT_BODY,
	STMT_HIDE,
	STMT_LIST,
	STMT__MAX
};

static const char *const sql[STMT__MAX] = {
	[STMT_BODY] =
		"SELECT body FROM messages WHERE id = $1",
	[STMT_HIDE] =
		"UPDATE messages SET body = $2 WHERE id = $1",
	[STMT_LIST] = (
		"SELECT m.id FROM messages m"
		"  LEFT JOIN deliveries d ON d.message_id = m.id"
		" WHERE m.state = 'sent'"
		"   AND (coalesce(d.route, '') <> 'whatsapp'"
		"     OR d.state IN ('delivered', 'read') OR m.sent_at < $1)"
		"   AND ((m.body LIKE '%____-____-____%'"
		"       AND m.body NOT LIKE '%****-****-****%')"
		"     OR (m.body LIKE '%kunci=%'"
		"       AND m.body NOT LIKE '%kunci=*%')"
		"     OR (m.body LIKE '%/tautan/%'"
		"       AND m.body NOT LIKE '%/tautan/*%'))"
		" ORDER BY m.id"),
};

/* -- in a text ------------------------------------------------------------- */

static size_t
letters(const char *s)
{
	return strspn(s, "ABCDEFGHJKMNPQRSTUVWXYZ23456789");
}

/* Does a code stand here, and nothing that goes on with it? */
static int
is_code(const char *s)
{
	return letters(s) == 4 && s[4] == '-' && letters(s + 5) == 4 &&
	    s[9] == '-' && letters(s + 10) == 4 &&
	    strchr("-0123456789", s[14] != '\0' ? s[14] : ' ') == NULL;
}

static void
star(char *s, size_t n)
{
	for (; n > 0; n--, s++)
		if (*s != '-')
			*s = '*';
}

static void
hide_behind(char *text, const char *word)
{
	static const char token[] = "0123456789abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ_";

	for (char *s = strstr(text, word); s != NULL; s = strstr(s, word)) {
		s += strlen(word);
		star(s, strspn(s, token));
	}
}

void
secret_hide(char *text)
{
	hide_behind(text, "kunci=");
	hide_behind(text, "/tautan/");
	for (char *s = text; *s != '\0'; s++)
		if ((s == text || (letters(s - 1) == 0 && s[-1] != '-')) &&
		    is_code(s))
			star(s, 14);
}

/* -- in the outbox --------------------------------------------------------- */

void
secret_forget(struct db *db, int64_t message_id)
{
	char body[MESSAGE_BODY_MAX + 1] = "";
	struct db_stmt *st = db_query(db, sql[STMT_BODY], "i", message_id);

	if (db_step(st))
		db_copy(st, 0, body, sizeof(body));
	if (db_done(st) != 0 || body[0] == '\0')
		return;
	secret_hide(body);
	db_run(db, sql[STMT_HIDE], "it", message_id, body);
}

struct item {
	int64_t	id;
};

static const struct row_kind items = ROW_KIND(struct item, "",
    ROW_MEMBER(struct item, id));

struct sweep {
	const struct item	*item;
	size_t			 n;
};

static int
forget_all(struct db *db, void *arg)
{
	const struct sweep *s = arg;

	for (size_t i = 0; i < s->n; i++)
		secret_forget(db, s->item[i].id);
	return 0;
}

enum case_err
secret_sweep(struct office *o, int64_t now)
{
	struct sweep s = { NULL, 0 };
	struct item *list;
	enum case_err err = row_all(o, db_query(office_db(o), sql[STMT_LIST],
	    "i", now - SECRET_SETTLE), &items, &list, &s.n);

	if (err != CASE_OK)
		return err;
	s.item = list;
	if (s.n > 0)
		err = office_err_tx(o, db_tx(office_db(o), forget_all, &s));
	free(list);
	return err;
}
