/* sop.c - sopap sop: check, publish and list SOP files. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case/sop.h"
#include "tool/tool.h"

enum stmt { STMT_LIST, STMT__MAX };

static const char *const sql[STMT__MAX] = {
	[STMT_LIST] =
		"SELECT s.slug, v.version, v.name, (SELECT count(*) FROM steps"
		" t WHERE t.version_id = v.id) FROM sop_versions v"
		"  JOIN sops s ON s.id = v.sop_id WHERE v.effective_to IS NULL"
		" ORDER BY s.slug",
};

/* The last part of a path: what messages name. */
static const char *
base(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash != NULL ? slash + 1 : path;
}

static int
check_one(struct office *o, const char *path)
{
	char why[4096], **roles, *text;
	struct sop *s;
	size_t len;

	if ((text = tool_read(path, &len)) == NULL)
		return 1;
	roles = office_roles(o);
	s = sop_parse(path, text, len, (const char *const *)roles, why,
	    sizeof(why));
	office_roles_free(roles);
	free(text);
	if (s == NULL) {
		fprintf(stderr, "%s%s", why,
		    why[0] && why[strlen(why) - 1] == '\n' ? "" : "\n");
		return 1;
	}
	printf("%s: benar, %d langkah\n", base(path), s->nrows);
	sop_free(s);
	return 0;
}

static int
publish_one(struct office *o, const char *path, int64_t now)
{
	enum case_err err;
	int64_t id;
	size_t len;
	char *text;

	if ((text = tool_read(path, &len)) == NULL)
		return 1;
	err = office_publish(o, path, text, len, 0, now, &id);
	free(text);
	if (err == CASE_REPEATED)
		printf("%s: sudah berlaku\n", base(path));
	else if (err == CASE_OK)
		printf("%s: berlaku\n", base(path));
	else
		return tool_why(o, base(path));
	return 0;
}

static int
list(struct office *o)
{
	struct db_stmt *st = db_query(office_db(o), sql[STMT_LIST], "");

	while (db_step(st))
		printf("%-32s versi %lld  %2lld langkah  %s\n", db_text(st, 0),
		    (long long)db_int(st, 1), (long long)db_int(st, 3),
		    db_text(st, 2));
	return db_done(st) == 0 ? 0 : 1;
}

int
cmd_sop(const struct tool *t, int argc, char **argv)
{
	const char *verb = argc > 1 ? argv[1] : "";
	struct office *o;
	int i, rc = 0;

	if (strcmp(verb, "list") != 0 && (argc < 3 ||
	    (strcmp(verb, "check") != 0 && strcmp(verb, "publish") != 0)))
		return tool_fail("sop check BERKAS... | publish BERKAS... | "
		    "list");
	if ((o = tool_office(t, DB_WRITE)) == NULL)
		return 1;
	if (strcmp(verb, "list") == 0)
		rc = list(o);
	for (i = 2; i < argc; i++)
		rc |= strcmp(verb, "check") == 0 ? check_one(o, argv[i]) :
		    publish_one(o, argv[i], t->now);
	office_close(o);
	return rc;
}
