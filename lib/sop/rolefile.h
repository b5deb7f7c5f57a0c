/*
 * rolefile.h - the office's units and roles as shipped: lib/sop/peran.yaml.
 *
 * Read once, when an office is set up; afterwards they live in the database.
 * Roles are positions, not persons; their names are the column headings as
 * printed.  The file is described in sopap-sop(5).
 */
#pragma once

#include <stddef.h>

enum role_kind {
	ROLE_OFFICE,		/* kantor */
	ROLE_EXTERNAL,		/* eksternal: applicants, other institutions */
	ROLE_SYSTEM,		/* sistem: no person is needed */
	ROLE__MAX
};

struct rolefile_unit {
	const char	*slug;
	const char	*name;
	const char	*parent;	/* slug of a unit before it, or NULL */
};

struct rolefile_role {
	const char	*slug;
	const char	*name;		/* as printed */
	const char	*unit;		/* slug */
	enum role_kind	 kind;
	int		 single;	/* one holder: shown, never ranked */
};

/* A performer of several roles, and how it is printed. */
struct rolefile_joint {
	const char	*performer;	/* "jfu|jft" */
	const char	*name;		/* "JFU/JFT" */
};

struct rolefile {
	const struct rolefile_unit	*unit;
	size_t				 nunit;
	const struct rolefile_role	*role;
	size_t				 nrole;
	const struct rolefile_joint	*joint;
	size_t				 njoint;
	const char *const		*slugs;	/* of the roles, NULL-ended:
						   for sop_parse() */
	void				*memory; /* behind all of it */
};

/*
 * Read the file.  NULL when anything is wrong, with "file:line: field:
 * reason" lines in `why`, as sop_parse() gives them.
 */
struct rolefile	*rolefile_parse(const char *file, const char *yaml,
		    size_t len, char *why, size_t whysize);
void		 rolefile_free(struct rolefile *);
