/* archive_content.h - how much an office holds, to recognise it by. */
#pragma once

#include "clock/calendar.h"
#include "office/office.h"

struct archive_content {
	int64_t			cases, events, documents, people;
	int64_t			newest;	/* instant of the last event, or 0 */
	struct cal_local	local;	/* ... in the office's own time */
	int			schema;	/* number of schema files it has had */
	int			key;	/* the key is the right one */
	char			release[32];	/* that made it; or "" */
};

/* Count; an older schema may lack a part.  CASE_OK, CASE_DB. */
enum case_err	 archive_content(struct office *, struct archive_content *);
