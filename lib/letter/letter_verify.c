/* letter_verify.c - letters by their codes, with the names masked. */
#include "letter/letter_verify.h"

#include <stdio.h>
#include <string.h>

#include "office/row.h"

enum stmt { STMT_FIND, STMT_FILE, STMT__MAX };

static const char *const sql[STMT__MAX] = {
	[STMT_FIND] = (
		"SELECT " LETTER_COLUMNS " FROM letters l"
		" WHERE l.code_hash = $1"
		"   AND l.number NOT LIKE '" LETTER_TRIAL "%'"
		"   AND (l.document_id IS NOT NULL"
		"   OR l.state IN ('valid', 'superseded', 'withdrawn'))"),
	/* The paper itself, 1; one the office put in when it signed, while
	 * it was in force, 2. */
	[STMT_FILE] = (
		"SELECT coalesce(max(CASE WHEN EXISTS (SELECT 1"
		"   FROM letter_orders o WHERE o.document_id = d.id) THEN 1"
		"   ELSE 2 END), 0) FROM documents d"
		"  JOIN tasks t ON t.id = d.task_id"
		" WHERE d.case_id = $1 AND d.sha256 = $2 AND (d.id = $3"
		"  OR (d.field <> 'surat' AND d.added_at >= $4"
		"   AND ($5 = 0 OR d.added_at < $5)"
		"   AND t.kind IN ('approve', 'deliver')))"),
};

enum case_err
letter_by_code(struct office *o, const char *code, struct letter_row *l)
{
	char hash[65];

	/* A text that is no code takes the same path as an unknown one. */
	if (office_letter_hash(o, code, hash) == -1)
		hash[0] = '\0';
	return row_one(o, db_query(office_db(o), sql[STMT_FIND], "t", hash),
	    &letter_rows, l);
}

/* A code has 59 bits and needs no brake (case/tracking.c). */
enum case_err
letter_find(struct office *o, const struct letter_try *try,
    struct letter_row *l)
{
	enum case_err err = letter_by_code(o, try->code, l);

	return err != CASE_NOT_FOUND ? err : office_fail(o, err, "kode",
	    "Kode tidak ditemukan. Periksa kembali 12 huruf dan angka di "
	    "samping kode QR surat.");
}

enum letter_file
letter_has_file(struct office *o, const struct letter_row *l,
    const char *sha256)
{
	return (enum letter_file)row_int(db_query(office_db(o),
	    sql[STMT_FILE], "itiii", l->case_id, sha256, l->document_id,
	    l->made_at, l->changed_at));
}

/* Bytes of the character at p. */
static size_t
char_size(const char *p)
{
	size_t n = 1;

	while (((unsigned char)p[n] & 0xc0) == 0x80)
		n++;
	return n;
}

char *
letter_mask(const char *name, char *buf, size_t size)
{
	size_t used = 0;
	int first = 1;

	while (*name != '\0' && used + 8 < size) {
		const size_t n = char_size(name);

		if (*name == ' ') {
			buf[used++] = ' ';
		} else if (first) {
			memcpy(buf + used, name, n);
			used += n;
		} else {
			buf[used++] = '*';
		}
		first = *name == ' ';
		name += n;
	}
	buf[used] = '\0';
	return buf;
}

char *
letter_masked(const struct letter_row *l, const char *text, char *buf,
    size_t size)
{
	const char *at = l->holder[0] != '\0' ? strstr(text, l->holder) : NULL;
	char name[256];

	if (at == NULL)
		snprintf(buf, size, "%s", text);
	else
		snprintf(buf, size, "%.*s%s%s", (int)(at - text), text,
		    letter_mask(l->holder, name, sizeof(name)),
		    at + strlen(l->holder));
	return buf;
}

char *
letter_subject(const struct letter_row *l, char *buf, size_t size)
{
	return letter_masked(l, l->subject, buf, size);
}
