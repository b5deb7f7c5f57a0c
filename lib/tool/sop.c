/* sop.c - sopap sop: check, publish and list SOP files; one as its form. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "base/arena.h"
#include "letter/letter_version.h"
#include "letter/official_form.h"
#include "office/change.h"
#include "office/soplist.h"
#include "page/terminal.h"
#include "sop/rolefile.h"
#include "sop/sop.h"
#include "sop/sop_tree.h"
#include "tool/tool.h"

/* The last part of a path: what messages name. */
static const char *
base(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash != NULL ? slash + 1 : path;
}

/* The roles lie in the same folder, and are no SOP: said so if the text is
 * theirs. */
static int
is_rolefile(const char *path, const char *text, size_t len)
{
	char why[4096];
	struct rolefile *f = rolefile_parse(path, text, len, why, sizeof(why));

	if (f == NULL)
		return 0;
	rolefile_free(f);
	tool_say("%s: daftar peran, bukan SOP; dilewati\n", base(path));
	return 1;
}

static int
check_one(struct office *o, const char *path)
{
	char why[4096], **roles, *text;
	struct sop *s;
	size_t len;

	if ((text = tool_read(path, &len)) == NULL)
		return 1;
	if (is_rolefile(path, text, len)) {
		free(text);
		return 0;
	}
	roles = office_roles(o);
	s = sop_parse(path, text, len, (const char *const *)roles, why,
	    sizeof(why));
	office_roles_free(roles);
	free(text);
	if (s == NULL) {
		terminal_say(stderr, "%s%s", why,
		    why[0] && why[strlen(why) - 1] == '\n' ? "" : "\n");
		return 1;
	}
	tool_say("%s: benar, %d langkah\n", base(path), s->nrows);
	sop_free(s);
	return 0;
}

static int
publish_one(struct office *o, const char *path, int64_t now)
{
	struct change ch = { .now = now };
	enum case_err err;
	int64_t id;
	size_t len;
	char *text;

	if ((text = tool_read(path, &len)) == NULL)
		return 1;
	if (is_rolefile(path, text, len)) {
		free(text);
		return 0;
	}
	err = office_publish(o, &ch, path, text, len, &id);
	free(text);
	if (err == CASE_REPEATED)
		tool_say("%s: sudah berlaku\n", base(path));
	else if (err == CASE_OK)
		tool_say("%s: berlaku\n", base(path));
	else
		return tool_why(o, base(path));
	return 0;
}

static int
list(struct office *o, int64_t now)
{
	struct sop_item *items;
	size_t n, i;

	if (soplist_current(o, now, &items, &n) != CASE_OK)
		return tool_why(o, "sop list");
	for (i = 0; i < n; i++)
		tool_say("%-32s versi %lld  %4lld terbuka  %s\n", items[i].slug,
		    (long long)items[i].version,
		    (long long)items[i].open_cases, items[i].name);
	free(items);
	return 0;
}

/* The order of the official form of the version in force, for
 * sopap-letter(1). */
static int
form(struct office *o, const char *slug, int64_t now)
{
	struct official_form f = { .nip = 1 };
	const struct sop_item *shown;
	struct sop_item *items;
	char *kop;
	json_t *order;
	size_t n;
	int rc;

	if (soplist_versions(o, slug, &items, &n) != CASE_OK)
		return tool_why(o, slug);
	shown = soplist_shown(items, n, now);
	f.sop = office_sop(o, shown->version_id);
	f.made = shown->effective_from;
	free(items);
	if (f.sop == NULL)
		return tool_why(o, slug);
	f.kop = kop = letter_version_own(o, "kop");
	order = official_form_order(o, &f);
	rc = order == NULL || json_dumpf(order, stdout, JSON_COMPACT) != 0;
	json_decref(order);
	free(kop);
	return rc ? tool_fail("%s: formulir tidak dapat disusun", slug) : 0;
}

/* Write the canonical text of a file. */
static int
format_one(const char *path)
{
	struct arena *arena = arena_new();
	struct sop_tree *tree;
	char why[4096], *text;
	size_t len;

	text = tool_read(path, &len);
	tree = text == NULL ? NULL :
	    sop_tree_read(arena, text, len, why, sizeof(why));
	if (tree != NULL)
		fputs(sop_tree_text(tree), stdout);
	else if (text != NULL)
		terminal_say(stderr, "%s: %s", base(path), why);
	free(text);
	arena_free(arena);
	return tree == NULL;
}

int
tool_sop(const struct tool *t, int argc, char **argv)
{
	const char *verb = argc > 1 ? argv[1] : "";
	int i, rc = 0;

	if (strcmp(verb, "form") == 0 && argc == 3)
		return form(t->o, argv[2], t->now);
	if (strcmp(verb, "format") == 0 && argc == 3)
		return format_one(argv[2]);
	if (strcmp(verb, "list") != 0 && (argc < 3 ||
	    (strcmp(verb, "check") != 0 && strcmp(verb, "publish") != 0)))
		return tool_usage("sop check FILE... | publish FILE... | "
		    "list | form KODE | format FILE");
	if (strcmp(verb, "list") == 0)
		rc = list(t->o, t->now);
	for (i = 2; i < argc; i++)
		rc |= strcmp(verb, "check") == 0 ? check_one(t->o, argv[i]) :
		    publish_one(t->o, argv[i], t->now);
	return rc;
}
