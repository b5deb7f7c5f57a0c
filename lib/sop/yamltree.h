/*
 * yamltree.h - a YAML text as a tree that can be changed, and the one text of a
 * tree.
 *
 * Keys stand in the order in which they were read or put.  Comments, marks of
 * style and tags are not kept: a text that is read and written is the same
 * for every spelling of it.  sop_tree.c, which knows the keys, brings them into
 * order and says which maps are always written line by line.
 *
 *	struct yamltree *root = yamltree_read(arena, &yamltext);
 *	const char *text = yamltree_write(arena, root);
 *
 * Inside lib/sop.
 */
#pragma once

#include <stddef.h>

#include "sop/yamltext.h"

struct arena;

#define YAMLTREE_ITEMS_MAX 1000	/* keys of a map, items of a list */

enum yamltree_kind { YAMLTREE_TEXT, YAMLTREE_LIST, YAMLTREE_MAP };

struct yamltree {
	enum yamltree_kind  kind;
	const char	   *key;	/* in a map; else NULL */
	const char	   *text;	/* of a text; else NULL */
	struct yamltree	  **item;	/* of a list or a map */
	size_t		    count, room;
	int		    open;	/* a map that is written line by line,
					   however short */
};

/* A node without text, key and items. */
struct yamltree	*yamltree_new(struct arena *, enum yamltree_kind);

/* The tree of a text that yamltext_open() took.  NULL with the reason in the
 * yamltext: an alias, a key twice, a key that is no word, too many of them. */
struct yamltree	*yamltree_read(struct arena *, struct yamltext *);

/* The canonical text of a map, which yamltree_read() reads as the same tree. */
const char	*yamltree_write(struct arena *, const struct yamltree *);

/* The value of a key of `len` bytes; NULL when there is none or no map. */
struct yamltree	*yamltree_value(const struct yamltree *, const char *key,
		    size_t len);
/* Put a node at place `at`, counted from 0 and at most `count`. */
void		 yamltree_put(struct arena *, struct yamltree *, size_t at,
		    struct yamltree *item);
/* Take the node at place `at` (less than `count`) out. */
struct yamltree	*yamltree_take(struct yamltree *, size_t at);
