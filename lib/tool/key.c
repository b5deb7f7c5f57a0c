/* key.c - sopap key: another server key. */
#include <string.h>

#include "office/office.h"
#include "office/office_key.h"
#include "tool/tool.h"

int
tool_key(const struct tool *t, int argc, char **argv)
{
	struct office *o;
	char why[1024];
	int rc;

	if (argc != 2 || strcmp(argv[1], "turn") != 0)
		return tool_usage("key turn");
	if (tool_owner(t) != 0 || (o = tool_office(t, DB_UPGRADE)) == NULL)
		return 1;
	rc = office_key_turn(o, t->data, t->now, why, sizeof(why));
	office_close(o);
	if (rc != 0)
		return tool_fail("key: %s", why);
	tool_say("Kunci diganti. Kode dan tautan yang sudah diberikan tetap "
	    "berlaku.\n");
	tool_say("Buat cadangan baru, dan salin %s/key ke mesin lain kantor "
	    "ini.\n", t->data);
	return 0;
}
