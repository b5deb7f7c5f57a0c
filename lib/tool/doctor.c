/* doctor.c - sopap doctor: is the installation well? */
#include "doctor/doctor.h"

#include <jansson.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/conf.h"
#include "base/log.h"
#include "page/terminal.h"
#include "tool/tool.h"

static void
print_finding(void *arg, const struct doctor_finding *f)
{
	(void)arg;
	printf("%-11s %s\n", terminal_word(doctor_state_word(f->state)),
	    terminal_word(f->name));
	tool_say("            %s\n", f->text);
	if (f->remedy[0] != '\0')
		tool_say("            %s\n", f->remedy);
}

static void
keep_finding(void *arg, const struct doctor_finding *f)
{
	json_array_append_new(arg, json_pack("{s:s, s:s, s:s, s:s, s:s}",
	    "check", f->slug, "name", f->name, "state",
	    doctor_state_slug(f->state), "text", f->text, "remedy",
	    f->remedy));
}

/* The messenger lies beside this program; buf, or NULL when it does not. */
static const char *
messenger(char *buf, size_t size)
{
	static const char name[] = "/sopap-messenger";
	ssize_t n = readlink("/proc/self/exe", buf, size - sizeof(name));
	char *slash;

	if (n <= 0)
		return NULL;
	buf[n] = '\0';
	if ((slash = strrchr(buf, '/')) == NULL)
		return NULL;
	strcpy(slash, name);
	return access(buf, X_OK) == 0 ? buf : NULL;
}

static int
print_json(struct doctor *d)
{
	json_t *list = json_array(), *all;

	d->take = keep_finding;
	d->arg = list;
	doctor_run(d);
	all = json_pack("{s:i, s:i, s:o}", "faults", d->faults, "warnings",
	    d->warnings, "findings", list);
	if (all == NULL || json_dumpf(all, stdout, JSON_INDENT(2)) != 0)
		return tool_fail("doctor: kehabisan memori");
	putchar('\n');
	json_decref(all);
	return d->faults > 0;
}

static int
print_lines(struct doctor *d)
{
	d->take = print_finding;
	doctor_run(d);
	tool_say("%d galat, %d peringatan\n", d->faults,
	    d->warnings);
	return d->faults > 0;
}

int
tool_doctor(const struct tool *t, int argc, char **argv)
{
	const int json = tool_option(&argc, argv, "--json", 0) != NULL;
	char why[512] = "", program[PATH_MAX];
	struct doctor d = { .data = t->data, .path = conf_path(),
		.conf = t->conf, .trouble = t->trouble, .closed = why,
		.messenger = messenger(program, sizeof(program)),
		.now = t->now, .cost = DOCTOR_OUTSIDE };
	int rc;

	if (argc != 1)
		return tool_usage("doctor [--json]");
	if (d.data == NULL)
		return tool_fail("%s", t->trouble);
	log_limit("error");
	d.office = office_open_at(d.data, t->database, t->files, DB_OLD,
	    why, sizeof(why));
	rc = json ? print_json(&d) : print_lines(&d);
	office_close(d.office);
	return rc;
}
