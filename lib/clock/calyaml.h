/*
 * calyaml.h - read YAML by tables of keys, and name the line of every fault.
 *
 * The library's tree of nodes is used directly, because a fault found after
 * the parse (a date given twice) must name its line as well.  Inside
 * lib/clock and calendar/calendar_edit.c.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <yaml.h>

#include "clock/calendar.h"


/* Where the reading stands, and where its fault goes. */
struct calyaml {
	yaml_document_t	*doc;
	const char	*section;	/* top-level key, or NULL */
	const char	*key;		/* key inside it, or NULL */
	char		*why;
	size_t		 whysize;
};

/* Reads one node into a member; 0, or -1 with the fault written. */
typedef int calyaml_fn(struct calyaml *, const yaml_node_t *, void *into);

/* One key a mapping may have. */
struct calyaml_key {
	const char	*name;
	calyaml_fn		*read;
	size_t		 offset;	/* of the member it fills */
	int		 required;
};

/*
 * Write the fault ("baris 12, libur.tanggal: ...") and return -1.  `line`
 * counts from 1; 0 names none.
 */
__attribute__((format(printf, 3, 4)))
int	 calyaml_refuse(struct calyaml *, size_t line, const char *fmt,
	    ...);

/* Load the text and read its root node. */
int	 calyaml_read(struct calyaml *, const char *yaml, size_t len,
	    calyaml_fn *, void *into);

/* Line of a node, from 1. */
size_t	 calyaml_line(const yaml_node_t *);

/* Read a mapping by its table of keys, ended by a NULL name. */
int	 calyaml_mapping(struct calyaml *, const yaml_node_t *,
	    const struct calyaml_key *, void *into);

/*
 * Read a sequence into a new array of `size` bytes an element.  `array` is the
 * address of the pointer to it, which is set with the count even on failure.
 * An empty value is an empty list.
 */
int	 calyaml_list(struct calyaml *, const yaml_node_t *, calyaml_fn *,
	    size_t size, void *array, size_t *count);

/*
 * Readers of values (each is a calyaml_fn), by the type of the member:
 *
 *	calyaml_text		char *, new, not empty
 *	calyaml_date		int32_t, day number of a date the calendar has
 *	calyaml_hours		struct cal_hours_list
 *	calyaml_weekday		int, 1 Monday .. 7 Sunday
 *	calyaml_offset		int32_t, seconds east of UTC, "+07:00"
 *	calyaml_local		int64_t, local seconds, 2025-05-06T10:00
 *	calyaml_instant		int64_t, seconds UTC, 2025-05-06T03:00Z
 */
int	 calyaml_text(struct calyaml *, const yaml_node_t *, void *into);
int	 calyaml_date(struct calyaml *, const yaml_node_t *, void *into);
int	 calyaml_hours(struct calyaml *, const yaml_node_t *, void *into);
int	 calyaml_weekday(struct calyaml *, const yaml_node_t *, void *into);
int	 calyaml_offset(struct calyaml *, const yaml_node_t *, void *into);
int	 calyaml_local(struct calyaml *, const yaml_node_t *, void *into);
int	 calyaml_instant(struct calyaml *, const yaml_node_t *, void *into);
