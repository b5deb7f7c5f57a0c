/* init.c - sopap init: a new office with its units, roles and calendar. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "office/unit.h"
#include "people/role.h"
#include "sop/rolefile.h"
#include "tool/tool.h"

/* Each step has a key as a form has one: an office whose init was interrupted
 * gets what is missing, and nothing twice. */
struct step {
	struct change	ch;
	char		key[160];
};

static const struct change *
step(struct step *s, const struct change *ch, const char *kind,
    const char *name)
{
	snprintf(s->key, sizeof(s->key), "init-%s-%s", kind, name);
	s->ch = *ch;
	s->ch.idem = s->key;
	return &s->ch;
}

/* A step that was taken before is well. */
static enum case_err
taken(enum case_err err)
{
	return err == CASE_REPEATED ? CASE_OK : err;
}

static enum case_err
add_units(struct office *o, const struct change *ch, const struct rolefile *f)
{
	struct step s;
	struct unit_row u, parent;
	enum case_err err = CASE_OK;
	size_t i;
	int64_t id;

	for (i = 0; i < f->nunit && err == CASE_OK; i++) {
		memset(&u, 0, sizeof(u));
		snprintf(u.slug, sizeof(u.slug), "%s", f->unit[i].slug);
		snprintf(u.name, sizeof(u.name), "%s", f->unit[i].name);
		if (f->unit[i].parent != NULL) {
			err = unit_by_slug(o, f->unit[i].parent, &parent);
			u.parent_id = parent.id;
		}
		if (err == CASE_OK)
			err = taken(unit_add(o, step(&s, ch, "unit",
			    u.slug), &u, &id));
	}
	return err;
}

static enum case_err
add_roles(struct office *o, const struct change *ch, const struct rolefile *f)
{
	struct step s;
	struct role_row r;
	struct unit_row u;
	enum case_err err = CASE_OK;
	size_t i;
	int64_t id;

	for (i = 0; i < f->nrole && err == CASE_OK; i++) {
		if ((err = unit_by_slug(o, f->role[i].unit, &u)) != CASE_OK)
			break;
		memset(&r, 0, sizeof(r));
		snprintf(r.slug, sizeof(r.slug), "%s", f->role[i].slug);
		snprintf(r.name, sizeof(r.name), "%s", f->role[i].name);
		r.unit_id = u.id;
		r.external = f->role[i].kind == ROLE_EXTERNAL;
		r.system = f->role[i].kind == ROLE_SYSTEM;
		r.single = f->role[i].single;
		r.valid_from = ch->now;
		err = taken(role_add(o, step(&s, ch, "role", r.slug), &r,
		    &id));
	}
	/* "a+b" are performers of their own, each with a task. */
	for (i = 0; i < f->njoint && err == CASE_OK; i++)
		if (strchr(f->joint[i].performer, '+') == NULL)
			err = taken(role_join_performer(o, step(&s, ch,
			    "performer", f->joint[i].performer),
			    f->joint[i].performer, f->joint[i].name));
	return err;
}

/* The shipped role file, read; NULL after saying why not. */
static struct rolefile *
roles_read(const struct tool *t)
{
	struct rolefile *f;
	char path[4096], why[1024], *text;
	size_t len;

	snprintf(path, sizeof(path), "%s/sop/peran.yaml", t->share);
	if ((text = tool_read(path, &len)) == NULL)
		return NULL;
	f = rolefile_parse(path, text, len, why, sizeof(why));
	free(text);
	if (f == NULL)
		tool_fail("%s", why);
	return f;
}

static int
set_calendar(const struct tool *t, struct office *o, int64_t now)
{
	const struct change ch = { .now = now, .idem = "init-calendar" };
	char path[4096], *text;
	size_t len;
	int rc = 0;

	snprintf(path, sizeof(path), "%s/calendar/kanwil-sumsel.yaml",
	    t->share);
	if ((text = tool_read(path, &len)) == NULL)
		return 1;
	if (taken(office_set_calendar(o, &ch, text)) != CASE_OK)
		rc = tool_why(o, path);
	free(text);
	return rc;
}

int
tool_setup(const struct tool *t, struct office *o, int64_t since)
{
	struct change ch = { .now = since };
	struct rolefile *f;
	enum case_err err;

	if ((f = roles_read(t)) == NULL)
		return 1;
	if ((err = add_units(o, &ch, f)) == CASE_OK)
		err = add_roles(o, &ch, f);
	rolefile_free(f);
	if (err != CASE_OK)
		return tool_why(o, "init");
	return set_calendar(t, o, since);
}

int
tool_init(const struct tool *t, int argc, char **argv)
{
	struct office *o;
	int rc;

	if (argc != 1)
		return tool_usage("init");
	if (t->data == NULL)
		return tool_fail("%s", t->trouble);
	if (tool_owner(t) != 0)
		return 1;
	if (mkdir(t->data, 0750) == -1 && errno != EEXIST)
		return tool_fail("%s: %s", t->data, strerror(errno));
	if ((o = tool_office(t, DB_CREATE)) == NULL)
		return 1;
	/* The calendar is the last thing that an office is given. */
	if (office_calendar(o) != NULL) {
		office_close(o);
		tool_say("Kantor di %s sudah siap.\n", t->data);
		return 0;
	}
	rc = tool_setup(t, o, t->now);
	office_close(o);
	if (rc == 0)
		tool_say("Kantor siap di %s. Lanjutkan dengan `sopap sop "
		    "publish` dan `sopap user add`.\n", t->data);
	return rc;
}
