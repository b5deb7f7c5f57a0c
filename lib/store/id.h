/*
 * id.h - 63-bit integer ids made by the program: 41 bits of milliseconds
 * since 2010 and 22 bits that count up within the process from a random start.
 * Never used as an order; a conflict on insert is answered by another id.
 */
#pragma once

#include <stdint.h>

/* A new id for an act at `now` (seconds UTC). */
int64_t	 id_new(int64_t now);

/* The first of the ids that are made from `at` on (seconds UTC). */
int64_t	 id_first(int64_t at);

/* Fix the start of the counter: for tests and simulated histories. */
void	 id_seed(uint32_t);
