/* user.c - sopap user: people, as far as the command line needs them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/conf.h"
#include "page/terminal.h"
#include "people/factor.h"
#include "people/holder.h"
#include "people/login_session.h"
#include "people/password_link.h"
#include "people/person.h"
#include "people/role.h"
#include "tool/tool.h"

/* Give a person a link to choose a password; it is printed where there is no
 * other way to the person. */
static int
send_link(const struct tool *t, int64_t person_id, const char *login)
{
	const struct change ch = { .now = t->now };
	char shown[PASSWORD_LINK_SIZE];

	if (password_link_send(t->o, &ch, person_id, t->conf != NULL ?
	    t->conf->site : "http://localhost", shown) != CASE_OK)
		return tool_why(t->o, login);
	if (shown[0] == '\0')
		terminal_say(stdout, "%s: tautan kata sandi dikirim\n", login);
	else
		terminal_say(stdout, "%s: buat kata sandi dalam %d hari di "
		    "%s\n", login, PASSWORD_LINK_DAYS, shown);
	return 0;
}

/* add LOGIN NAME [ROLE] [--admin]: with a link to choose a password. */
static int
user_add(const struct tool *t, int argc, char **argv)
{
	struct office *o = t->o;
	struct change ch = { .now = t->now };
	struct person p = { .active = 1,
	    .admin = tool_option(&argc, argv, "--admin", 0) != NULL };
	struct holder_row h = { .from_at = t->now };
	struct role_row r;
	int64_t id;

	if (argc != 2 && argc != 3)
		return tool_usage("user add LOGIN NAMA [PERAN] [--admin]");
	snprintf(p.login, sizeof(p.login), "%s", argv[0]);
	snprintf(p.name, sizeof(p.name), "%s", argv[1]);
	p.unit_id = office_unit(o);
	if (argc == 3 && role_by_slug(o, argv[2], &r) != CASE_OK)
		return tool_why(o, argv[2]);
	if (person_add(o, &ch, &p, &h.person_id) != CASE_OK)
		return tool_why(o, argv[0]);
	if (argc == 3) {
		h.role_id = r.id;
		if (holder_add(o, &ch, &h, &id) != CASE_OK)
			return tool_why(o, argv[2]);
	}
	return send_link(t, h.person_id, argv[0]);
}

static int
user_link(const struct tool *t, const char *login)
{
	struct person p;

	if (person_by_login(t->o, login, &p) != CASE_OK)
		return tool_why(t->o, login);
	return send_link(t, p.id, p.login);
}

static int
user_list(struct office *o)
{
	struct person_query q = { .inactive = 1, .limit = 10000 };
	struct person *list;
	size_t n, i;
	int64_t total;

	if (person_search(o, &q, &list, &n, &total) != CASE_OK)
		return tool_why(o, "user list");
	for (i = 0; i < n; i++)
		tool_say("%-20s %s%s%s\n", list[i].login, list[i].name,
		    list[i].admin ? " (admin)" : "",
		    list[i].active ? "" : " (tidak aktif)");
	free(list);
	return 0;
}

/* disable LOGIN: who has left.  Sessions end; claimed tasks stay. */
static int
user_disable(const struct tool *t, const char *login)
{
	struct office *o = t->o;
	struct change ch = { .now = t->now };
	struct person p;
	int64_t claims;

	if (person_by_login(o, login, &p) != CASE_OK)
		return tool_why(o, login);
	if (!p.active) {
		terminal_say(stdout, "%s: sudah tidak aktif\n", p.login);
		return 0;
	}
	claims = person_claims(o, p.id);
	p.active = 0;
	if (person_change(o, &ch, &p) != CASE_OK)
		return tool_why(o, login);
	terminal_say(stdout, "%s: tidak aktif, sesinya diakhiri\n", p.login);
	if (claims > 0)
		terminal_say(stdout, "%s: masih memegang %lld tugas; lepaskan "
		    "lewat Admin, Tugas yang dipegang\n", p.login,
		    (long long)claims);
	return 0;
}

static void
print_session(const struct login_session *s)
{
	char began[32], seen[32];
	time_t at = (time_t)s->created_at, used = (time_t)s->seen_at;
	struct tm tm;

	strftime(began, sizeof(began), "%Y-%m-%dT%H:%M:%SZ",
	    gmtime_r(&at, &tm));
	strftime(seen, sizeof(seen), "%Y-%m-%dT%H:%M:%SZ",
	    gmtime_r(&used, &tm));
	printf("%s  %s%s\n", began, seen, s->by_pin ? "  PIN" : "");
}

/* sessions LOGIN [--end]: began, last used. */
static int
user_sessions(const struct tool *t, int argc, char **argv)
{
	const int end = tool_option(&argc, argv, "--end", 0) != NULL;
	struct login_session_ends ends = login_session_ends(t->conf);
	struct change ch = { .now = t->now };
	struct login_session *list;
	struct person p;
	size_t n;

	if (argc != 1)
		return tool_usage("user sessions LOGIN [--end]");
	if (person_by_login(t->o, argv[0], &p) != CASE_OK ||
	    login_session_list(t->o, p.id, t->now, &ends, &list, &n) != CASE_OK)
		return tool_why(t->o, argv[0]);
	for (size_t i = 0; i < n; i++)
		print_session(&list[i]);
	free(list);
	if (!end)
		return 0;
	if (login_session_end_all(t->o, &ch, p.id) != CASE_OK)
		return tool_why(t->o, argv[0]);
	terminal_say(stdout, "%s: %zu sesi diakhiri\n", p.login, n);
	return 0;
}

/* factor LOGIN [--end]: is there a second code?  Who has lost telephone and
 * recovery codes begins anew. */
static int
user_factor(const struct tool *t, int argc, char **argv)
{
	const int end = tool_option(&argc, argv, "--end", 0) != NULL;
	struct change ch = { .now = t->now };
	struct person p;
	int64_t since;

	if (argc != 1)
		return tool_usage("user factor LOGIN [--end]");
	if (person_by_login(t->o, argv[0], &p) != CASE_OK)
		return tool_why(t->o, argv[0]);
	since = factor_since(t->o, p.id);
	if (end && since != 0 && factor_end(t->o, &ch, p.id) != CASE_OK)
		return tool_why(t->o, argv[0]);
	terminal_say(stdout, since == 0 ? "%s: kode kedua tidak terpasang\n" :
	    end ? "%s: kode kedua dilepas\n" : "%s: kode kedua terpasang\n",
	    p.login);
	return 0;
}

int
tool_user(const struct tool *t, int argc, char **argv)
{
	const char *verb = argc > 1 ? argv[1] : "";

	if (strcmp(verb, "add") == 0)
		return user_add(t, argc - 2, argv + 2);
	if (strcmp(verb, "link") == 0 && argc == 3)
		return user_link(t, argv[2]);
	if (strcmp(verb, "list") == 0)
		return user_list(t->o);
	if (strcmp(verb, "disable") == 0 && argc == 3)
		return user_disable(t, argv[2]);
	if (strcmp(verb, "sessions") == 0)
		return user_sessions(t, argc - 2, argv + 2);
	if (strcmp(verb, "factor") == 0)
		return user_factor(t, argc - 2, argv + 2);
	return tool_usage("user add LOGIN NAMA [PERAN] [--admin] | "
	    "link LOGIN | list | disable LOGIN | sessions LOGIN [--end] | "
	    "factor LOGIN [--end]");
}
