/*
 * schema_table.h - the tables of the schema, as programs may ask for them that
 * treat all alike: their columns, their keys, and an order in which they can be
 * filled.
 */
#pragma once

#include <stddef.h>

struct arena;

struct schema_column {
	const char	*name;
	int		 number;	/* else text */
	int		 key;		/* place in the key, from 1; 0: none */
	int		 self;		/* names a row of its own table */
};

struct schema_table {
	const char		*name;
	struct schema_column	*column;
	size_t			 n;
	const char		*columns, *keys;	/* "a, b" */
};

/*
 * Those that the first `count` schema files make (migrate.h), each after those
 * that it refers to; the memory is the arena's.
 * Their number, or -1 with the reason.
 */
int	 schema_table_list(struct arena *, int count, struct schema_table **,
	    char *why, size_t whysize);
