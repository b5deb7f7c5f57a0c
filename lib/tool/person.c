/* person.c - sopap person: what is kept about somebody. */
#include <string.h>

#include "exchange/person_export.h"
#include "tool/tool.h"

int
tool_person(const struct tool *t, int argc, char **argv)
{
	int64_t found;

	if (argc < 4 || strcmp(argv[1], "export") != 0)
		return tool_usage("person export FOLDER KATA...");
	if (person_export(t->o, (const char *const *)argv + 3, argv[2],
	    t->now, &found) != CASE_OK)
		return tool_why(t->o, "person");
	tool_say("%lld hal ditulis ke %s. Periksa dulu sebelum diserahkan: "
	    "jangan sampai memuat data orang lain.\n", (long long)found,
	    argv[2]);
	return 0;
}
