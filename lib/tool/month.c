/* month.c - sopap month: close a month that is over. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/conf.h"
#include "month/month_close.h"
#include "month/root.h"
#include "tool/tool.h"

/* close YYYY-MM [FILE]: the file's text are the findings of the minutes. */
int
tool_month(const struct tool *t, int argc, char **argv)
{
	struct change ch = { .now = t->now };
	struct month_closing c;
	struct root_post post = { "", "" };
	struct month_minutes said = { .post = &post };
	enum case_err err;
	char *text;
	size_t len;
	int year, month, end = 0;

	if (argc < 3 || argc > 4 || strcmp(argv[1], "close") != 0 ||
	    sscanf(argv[2], "%4d-%2d%n", &year, &month, &end) != 2 ||
	    argv[2][end] != '\0')
		return tool_usage("month close YYYY-MM [FILE]");
	if (argc == 4) {
		if ((text = tool_read(argv[3], &len)) == NULL)
			return 1;
		if (len >= sizeof(said.findings)) {
			free(text);
			return tool_fail("%s: lebih dari satu halaman",
			    argv[3]);
		}
		memcpy(said.findings, text, len + 1);
		free(text);
	}
	if (t->conf != NULL)
		post = (struct root_post){ t->conf->root_mail, t->conf->site };
	err = month_close(t->o, &ch, year, month, "", &said);
	if (err != CASE_OK && err != CASE_REPEATED)
		return tool_why(t->o, argv[2]);
	if (month_closing_get(t->o, year, month, &c) == CASE_OK)
		tool_say("%s sudah disahkan, akar %s\n", argv[2], c.root);
	return 0;
}
