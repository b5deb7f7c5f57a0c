/*
 * service.h - the facts of a service for anybody who may ask for it: its
 * applicants, the things to have at hand, the time it takes and its cost.
 */
#pragma once

#include <stdint.h>

#include "sop/sop.h"

struct page;
struct request;

/* The ways to apply for a service. */
enum service_way { WAY_NONE, WAY_PUBLIC, WAY_ACCOUNT, WAY_COUNTER };

/* WAY_NONE: the office's own work, which promises nothing. */
enum service_way service_way(const struct request *, const struct sop *);

/* Does an SOP version concern the visitor?  Outsiders see those alone that they
 * apply by. */
int	 service_concerns(const struct request *, int64_t version_id);

/* WHO, TIME, COST, and a section NEEDS {TEXT} for each thing to have at
 * hand. */
void	 service_show(const struct request *, struct page *,
	    const struct sop *);
