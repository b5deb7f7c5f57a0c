/*
 * place.h - where the databases of a test are: SQLite's, as it names them, or
 * those of the server that tests/on-engine.sh has started, a schema for each.
 */
#pragma once

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/engine.h"
#include "tests/tap.h"

#define PLACES 64

static inline int
place_is_server(void)
{
	return getenv("PLACE") != NULL;
}

/* The schema of a file, always the same, and an empty file in its place; of
 * what is in memory another each time.  The first is sPLACE_FROM, s0. */
static inline const char *
place_of(const char *path)
{
	static char known[PLACES][256], place[512];
	static int n = -1;
	const char *from = getenv("PLACE_FROM");
	FILE *f;
	int i = 0;

	if (db_is_server(path))
		return path;
	if (n == -1)
		n = from != NULL ? atoi(from) : 0;
	if (strcmp(path, ":memory:") == 0)
		i = n;
	while (i < n && strcmp(known[i], path) != 0)
		i++;
	if (i == PLACES)
		bail("more offices than schemas");
	if (path[0] == '/' && (f = fopen(path, "a")) != NULL)
		fclose(f);
	if (i == n)
		snprintf(known[n++], sizeof(known[0]), "%s", path);
	snprintf(place, sizeof(place), "%s&options=-csearch_path%%3Ds%d",
	    getenv("PLACE"), i);
	return place;
}

/* From now on every database that is opened is there. */
static inline void
place_use(void)
{
	if (place_is_server())
		db_elsewhere = place_of;
}
