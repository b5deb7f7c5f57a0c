/*
 * others.h - calendar files of others, where a folder of them lies beside the
 * sources or in SOPAP_SHARED: data/ics with a list, expected.tsv.
 */
#pragma once

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/tap.h"

/* Each line of the list, which begins with a file's name and a tab. */
static inline void
others_each(void (*meet)(const char *folder, char *line))
{
	const char *shared = getenv("SOPAP_SHARED"), *src = getenv("SRCDIR");
	char folder[4096], path[5000], line[8192];
	FILE *f;

	snprintf(folder, sizeof(folder), "%s%s/data/ics", shared ? shared :
	    src ? src : ".", shared ? "" : "/../shared");
	snprintf(path, sizeof(path), "%s/expected.tsv", folder);
	if ((f = fopen(path, "r")) == NULL) {
		skip(1, "no calendars of others");
		return;
	}
	while (fgets(line, sizeof(line), f) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		if (strstr(line, ".ics\t") != NULL)
			meet(folder, line);
	}
	fclose(f);
}
