/*
 * slug.h - the words by which enumerations are stored.
 */
#pragma once

/* The place of a slug in the list of an enumeration: its value; -1 when it is
 * not there, or NULL. */
int	 slug_index(const char *const *slugs, int count, const char *slug);
