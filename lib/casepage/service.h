/*
 * service.h - what anybody is told of a service before asking for it: who may,
 * what is needed, how long it takes, what it costs.
 */
#ifndef CASEPAGE_SERVICE_H
#define CASEPAGE_SERVICE_H

#include <stdint.h>

#include "sop/sop.h"

struct page;
struct request;

/* How a service is applied for. */
enum service_way { WAY_NONE, WAY_PUBLIC, WAY_ACCOUNT, WAY_COUNTER };

/* WAY_NONE: the office's own work, which promises nothing. */
enum service_way service_way(const struct request *, const struct sop *);

/* Has whoever asks to do with an SOP version?  Outsiders with those alone that
 * they apply by. */
int	 service_concerns(const struct request *, int64_t version_id);

/* WHO, TIME, COST, and a section NEEDS {TEXT} for each thing to have at
 * hand. */
void	 service_show(const struct request *, struct page *,
	    const struct sop *);

#endif
