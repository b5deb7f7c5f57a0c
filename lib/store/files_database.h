/* files_database.h - files kept in the database, for files.c. */
#pragma once

#include "store/files_place.h"

/* 1, 0, or -1 with errno. */
int			 files_database_has(const struct files *,
			    const char *hash);
/* As files_look(). */
enum files_state	 files_database_look(const struct files *,
			    const char *hash, int *fd);
/* Each file: 0, or -1 with errno. */
int			 files_database_sweep(struct files_sweep *);
/* For db_carry(): write the files of a list, and forget them. */
int			 files_database_load(struct db *, void *waiting);
void			 files_database_loaded(void *waiting);
