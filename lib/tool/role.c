/* role.c - sopap role: the positions of the office, and who holds them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "people/holder.h"
#include "people/role.h"
#include "tool/tool.h"

/* "kakanwil  Kepala Kantor Wilayah: Ayu, Plh. Budi" */
static void
print_role(const struct role_row *r, const struct holder_row *holder,
    size_t n)
{
	const char *before = ": ";

	printf("%-28s %s", r->slug, r->name);
	for (size_t i = 0; i < n; i++) {
		const char *title = holder_capacity_title(holder[i].capacity);

		if (holder[i].role_id != r->id)
			continue;
		printf("%s%s%s%s", before, title, *title != '\0' ? " " : "",
		    holder[i].person_name);
		if (holder[i].unit_id != r->unit_id)
			printf(" (%s)", holder[i].unit_name);
		before = ", ";
	}
	putchar('\n');
}

static int
list(const struct tool *t)
{
	struct role_row *roles;
	struct holder_row *holder;
	size_t n, nholder;

	if (role_list(t->o, t->now, &roles, &n) != CASE_OK)
		return tool_why(t->o, "role list");
	if (holder_list(t->o, &(struct holder_row){ 0 }, t->now, &holder,
	    &nholder) != CASE_OK) {
		free(roles);
		return tool_why(t->o, "role list");
	}
	for (size_t i = 0; i < n; i++)
		print_role(&roles[i], holder, nholder);
	free(roles);
	free(holder);
	return 0;
}

int
tool_role(const struct tool *t, int argc, char **argv)
{
	if (argc != 2 || strcmp(argv[1], "list") != 0)
		return tool_usage("role list");
	return list(t);
}
