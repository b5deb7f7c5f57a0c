/* absence.h - the pages where somebody is said to be away. */
#pragma once

struct page;
struct reply;
struct request;

/* Answer GET and POST of PATH_TIDAK_MASUK; the status of the answer. */
int	 inbox_absence(struct request *, struct reply *);

/* Show the links of the inbox to them: LINKS {HREF TEXT}. */
void	 inbox_absence_links(const struct request *, struct page *);
