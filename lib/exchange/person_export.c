/* person_export.c - everything that is kept about one person. */
#include "exchange/person_export.h"

#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <jansson.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/phone.h"
#include "base/utf8.h"
#include "office/audit.h"
#include "store/files.h"

/* A kind of what is kept: rows that hold the word $1 ("%rina%"), the first
 * column an id by which a row is taken once. */
struct kind {
	const char	*name, *sql;
	const char	*column[12];	/* names of those after the id */
};

#define HOLDS(column) "lower(" column ") LIKE $1 ESCAPE '!'"
#define OF_PERSON(c) \
	"(" HOLDS(c "applicant") " OR " HOLDS(c "phone") \
	" OR " HOLDS(c "email") ")"

static const struct kind kinds[] = {
	{ "cases",
	    "SELECT c.id, c.number, v.name, c.subject, c.applicant, c.phone,"
	    " c.email, c.institution, c.state, c.opened_at, c.ended_at"
	    "  FROM cases c JOIN sop_versions v ON v.id = c.version_id"
	    " WHERE " OF_PERSON("c.") " ORDER BY c.id",
	    { "number", "sop", "subject", "applicant", "phone", "email",
	      "institution", "state", "opened_at", "ended_at", NULL } },
	{ "consents",
	    "SELECT k.id, c.number, k.text, k.agreed_at FROM consents k"
	    "  JOIN cases c ON c.id = k.case_id WHERE " OF_PERSON("c.")
	    " ORDER BY k.id",
	    { "case", "text", "agreed_at", NULL } },
	{ "messages",
	    "SELECT id, address, subject, body, state, queued_at FROM messages"
	    " WHERE " HOLDS("address") " OR " HOLDS("body") " ORDER BY id",
	    { "address", "subject", "body", "state", "queued_at", NULL } },
	{ "letters",
	    "SELECT id, number, dated, holder, subject, state FROM letters"
	    " WHERE " HOLDS("holder") " ORDER BY id",
	    { "number", "dated", "holder", "subject", "state", NULL } },
	{ "complaints",
	    "SELECT id, number, name, phone, email, body, answer, came_at"
	    "  FROM complaints WHERE " HOLDS("name") " OR " HOLDS("phone")
	    " OR " HOLDS("email") " OR " HOLDS("body") " ORDER BY id",
	    { "number", "name", "phone", "email", "body", "answer",
	      "came_at", NULL } },
	{ "drafts",
	    "SELECT d.id, v.value, d.expires_at FROM draft_values v"
	    "  JOIN drafts d ON d.id = v.draft_id WHERE " HOLDS("v.value")
	    " ORDER BY d.id",
	    { "value", "expires_at", NULL } },
	{ "registrations",
	    "SELECT id, institution, name, phone, email, state, asked_at"
	    "  FROM registrations WHERE " HOLDS("name") " OR " HOLDS("phone")
	    " OR " HOLDS("email") " ORDER BY id",
	    { "institution", "name", "phone", "email", "state", "asked_at",
	      NULL } },
	{ "accounts",
	    "SELECT id, login, name, nip, phone, email, active FROM people"
	    " WHERE " HOLDS("name") " OR " HOLDS("nip") " OR " HOLDS("login")
	    " OR " HOLDS("phone") " OR " HOLDS("email") " ORDER BY id",
	    { "login", "name", "nip", "phone", "email", "active", NULL } },
	{ "audit",
	    "SELECT a.id, a.at, a.kind, a.outcome, a.address, a.about"
	    "  FROM audit a WHERE a.person_id IN (SELECT id FROM people WHERE "
	    HOLDS("name") " OR " HOLDS("nip") " OR " HOLDS("login") " OR "
	    HOLDS("phone") " OR " HOLDS("email") ") ORDER BY a.id",
	    { "at", "kind", "outcome", "address", "about", NULL } },
	{ "requests",
	    "SELECT id, number, kind, name, contact, body, decision, ground,"
	    " answer, came_at FROM subject_requests WHERE " HOLDS("name")
	    " OR " HOLDS("contact") " ORDER BY id",
	    { "number", "kind", "name", "contact", "body", "decision",
	      "ground", "answer", "came_at", NULL } },
};

/* Events whose payload holds the word, of a case or of anything else; and
 * whether the case is the person's own. */
static const char events[] =
	"SELECT e.stream, e.seq, coalesce(c.number, ''), e.kind,"
	" e.recorded_at, d.payload, CASE WHEN " OF_PERSON("c.")
	" THEN 1 ELSE 0 END FROM event_data d"
	"  JOIN events e ON e.stream = d.stream AND e.seq = d.seq"
	"  LEFT JOIN cases c ON c.id = e.stream"
	" WHERE " HOLDS("d.payload") " OR " OF_PERSON("c.")
	" ORDER BY e.stream, e.seq";
static const char documents[] =
	"SELECT d.id, c.number, d.name, d.type, d.added_at, d.sha256"
	"  FROM documents d JOIN cases c ON c.id = d.case_id"
	" WHERE " OF_PERSON("c.") " ORDER BY d.id";

struct export {
	struct office	*o;
	const char	*folder;
	const char	*word;		/* in hand, in small letters */
	char		 pattern[256];	/* "%rina%" */
	json_t		*all;		/* kinds, of rows by their ids */
	int64_t		 found;
	int		 broken;	/* errno of a file, or 0 */
};

/* -- words ----------------------------------------------------------------- */

/* Small letters of ASCII, with '!' before what LIKE would read. */
static void
make_pattern(const char *word, char *to, size_t size)
{
	size_t n = 0;

	to[n++] = '%';
	for (; *word != '\0' && n + 4 < size; word++) {
		if (strchr("%_!", *word) != NULL)
			to[n++] = '!';
		to[n++] = *word >= 'A' && *word <= 'Z' ?
		    (char)(*word - 'A' + 'a') : *word;
	}
	to[n++] = '%';
	to[n] = '\0';
}

/* -- rows ------------------------------------------------------------------ */

static json_t *
rows_of(struct export *x, const char *kind)
{
	json_t *rows = json_object_get(x->all, kind);

	if (rows == NULL) {
		rows = json_object();
		json_object_set_new(x->all, kind, rows);
	}
	return rows;
}

static void
keep(struct export *x, const char *kind, const char *id, json_t *row)
{
	json_t *rows = rows_of(x, kind);

	x->found += json_object_get(rows, id) == NULL;
	json_object_set_new(rows, id, row);
}

static enum case_err
take_kind(struct export *x, const struct kind *k)
{
	struct db_stmt *st = db_query(office_db(x->o), k->sql, "t",
	    x->pattern);
	char id[24];
	int rc;

	while (db_step(st)) {
		json_t *row = json_object();

		for (int i = 0; k->column[i] != NULL; i++)
			json_object_set_new(row, k->column[i],
			    json_string(db_text(st, i + 1)));
		snprintf(id, sizeof(id), "%lld", (long long)db_int(st, 0));
		keep(x, k->name, id, row);
	}
	rc = db_done(st);
	return rc == 0 ? CASE_OK : office_err_tx(x->o, rc);
}

/* -- what was typed -------------------------------------------------------- */

/* The lines of a text that hold the word, with an end each; NULL: none. */
static json_t *
lines_of(const char *text, const char *word)
{
	char *copy = strdup(text), *rest = copy, *line;
	json_t *found = json_array();

	while (copy != NULL && (line = strsep(&rest, "\n")) != NULL)
		if (strcasestr(line, word) != NULL)
			json_array_append_new(found, json_string(line));
	free(copy);
	if (json_array_size(found) > 0)
		return found;
	json_decref(found);
	return NULL;
}

/* All texts within a value that hold the word, by their keys. */
static void
gather(json_t *value, const char *name, const char *word, json_t *to)
{
	const char *key;
	json_t *v, *lines;
	size_t i;

	if (json_is_string(value)) {
		lines = lines_of(json_string_value(value), word);
		if (lines != NULL)
			json_object_set_new(to, name, lines);
	}
	json_object_foreach(value, key, v)
		gather(v, key, word, to);
	json_array_foreach(value, i, v)
		gather(v, name, word, to);
}

static enum case_err
take_events(struct export *x)
{
	struct db_stmt *st = db_query(office_db(x->o), events, "t",
	    x->pattern);
	char id[56];
	int rc;

	while (db_step(st)) {
		json_t *typed = json_loads(db_text(st, 5), 0, NULL), *part;

		if (db_int(st, 6) == 0) {
			part = json_object();
			gather(typed, "", x->word, part);
			json_decref(typed);
			typed = part;
		}
		snprintf(id, sizeof(id), "%lld/%lld", (long long)db_int(st,
		    0), (long long)db_int(st, 1));
		keep(x, "typed", id, json_pack("{s:s, s:s, s:I, s:o}", "case",
		    db_text(st, 2), "kind", db_text(st, 3), "at",
		    (json_int_t)db_int(st, 4), "text", typed != NULL ? typed :
		    json_null()));
	}
	rc = db_done(st);
	return rc == 0 ? CASE_OK : office_err_tx(x->o, rc);
}

/* -- files ----------------------------------------------------------------- */

/* Its bytes into the folder: 0, or errno. */
static int
copy_file(struct export *x, const char *sha256, const char *name)
{
	char path[PATH_MAX], buf[65536];
	ssize_t n = 0;
	int from, to, bad = 0;

	if (files_look(office_files(x->o), sha256, &from) != FILES_GOOD)
		return 0;		/* data.json says that it was there */
	snprintf(path, sizeof(path), "%s/dokumen/%s", x->folder, name);
	if ((to = open(path, O_CREAT | O_WRONLY | O_TRUNC | O_CLOEXEC,
	    0600)) == -1)
		bad = errno;
	while (bad == 0 && (n = read(from, buf, sizeof(buf))) > 0)
		if (write(to, buf, (size_t)n) != n)
			bad = errno != 0 ? errno : EIO;
	if (n == -1)
		bad = errno;
	close(from);
	if (to != -1 && close(to) == -1)
		bad = errno;
	return bad;
}

static enum case_err
take_documents(struct export *x)
{
	struct db_stmt *st = db_query(office_db(x->o), documents, "t",
	    x->pattern);
	char name[320], id[24];
	int rc;

	while (db_step(st)) {
		snprintf(id, sizeof(id), "%lld", (long long)db_int(st, 0));
		snprintf(name, sizeof(name), "%s-%s", id, db_text(st, 2));
		for (char *s = name; (s = strchr(s, '/')) != NULL; )
			*s = '_';
		keep(x, "documents", id, json_pack("{s:s, s:s, s:s, s:I}",
		    "case", db_text(st, 1), "file", name, "type",
		    db_text(st, 3), "added_at", (json_int_t)db_int(st, 4)));
		if (x->broken == 0)
			x->broken = copy_file(x, db_text(st, 5), name);
	}
	rc = db_done(st);
	return rc == 0 ? CASE_OK : office_err_tx(x->o, rc);
}

/* -- the folder ------------------------------------------------------------ */

static enum case_err
take_text(struct export *x, const char *word)
{
	enum case_err err = CASE_OK;

	x->word = word;
	make_pattern(x->word, x->pattern, sizeof(x->pattern));
	for (size_t i = 0; err == CASE_OK && i < sizeof(kinds) /
	    sizeof(kinds[0]); i++)
		err = take_kind(x, &kinds[i]);
	if (err == CASE_OK)
		err = take_events(x);
	return err == CASE_OK ? take_documents(x) : err;
}

/* A number is looked for as it was typed, and as telephone numbers are kept. */
static enum case_err
take_word(struct export *x, const char *typed)
{
	char phone[PHONE_SIZE];
	enum case_err err = take_text(x, typed);

	if (err == CASE_OK && phone_read(typed, phone, sizeof(phone)) == 0)
		err = take_text(x, phone);
	return err;
}

static enum case_err
make_folder(struct office *o, const char *folder)
{
	char path[PATH_MAX];

	if (mkdir(folder, 0700) == -1)
		return office_fail(o, CASE_STATE, "", "%s: %s", folder,
		    strerror(errno));
	snprintf(path, sizeof(path), "%s/dokumen", folder);
	return mkdir(path, 0700) == 0 ? CASE_OK : office_fail(o, CASE_STATE,
	    "", "%s: %s", path, strerror(errno));
}

static enum case_err
write_data(struct export *x)
{
	char path[PATH_MAX];

	snprintf(path, sizeof(path), "%s/data.json", x->folder);
	if (x->broken == 0 && json_dump_file(x->all, path, JSON_INDENT(2)) ==
	    -1)
		x->broken = EIO;
	return x->broken == 0 ? CASE_OK : office_fail(x->o, CASE_STATE, "",
	    "%s: %s", x->folder, strerror(x->broken));
}

enum case_err
person_export(struct office *o, const char *const *words, const char *folder,
    int64_t now, int64_t *found)
{
	struct export x = { .o = o, .folder = folder };
	enum case_err err = CASE_OK;

	for (size_t i = 0; words[i] != NULL; i++)
		if (utf8_count(words[i]) < PERSON_EXPORT_WORD)
			return office_fail(o, CASE_INVALID, "", "\"%s\" "
			    "terlalu pendek: paling sedikit %d karakter",
			    words[i], PERSON_EXPORT_WORD);
	if ((err = make_folder(o, folder)) != CASE_OK)
		return err;
	x.all = json_object();
	for (size_t i = 0; words[i] != NULL && err == CASE_OK; i++)
		err = take_word(&x, words[i]);
	if (err == CASE_OK)
		err = write_data(&x);
	json_decref(x.all);
	if (err == CASE_OK)
		audit(o, &(struct audit_entry){ .kind = AUDIT_EXPORT,
		    .about = "sopap person export", .at = now });
	*found = x.found;
	return err;
}
