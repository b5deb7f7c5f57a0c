/* apply_page.h - page n of a request, counted from 1: shown, and kept in the
 * draft when it is sent; the statuses of the answers. */
#pragma once

#include <stddef.h>

struct apply;

int	 apply_page_get(struct apply *, size_t n);
int	 apply_page_post(struct apply *, size_t n);
