/*
 * form.h - what the two pages of a change share: its form, and the look
 * at old and new.
 */
#ifndef CGI_BIN_ADMIN_FORM_H
#define CGI_BIN_ADMIN_FORM_H

#include "cgi-bin/admin/admin.h"

/* What a form says of one field, as stands and as sent. */
const char	*admin_old_value(const struct edit *, const char *name);
int		 admin_is_changed(const struct admin *, const char *name);

/* What an edit's form begins with, in a few digits: who sends a form of an
 * older state is told. */
const char	*admin_version(const struct admin *, const struct edit *);
struct page	*admin_frame(struct admin *, const char *template_name,
		    struct page **body);

/* The page that asks once more (admin_check.c). */
int		 admin_ask(struct admin *);

#endif
