/* files_folder.h - files kept in a folder, for files.c. */
#pragma once

#include "store/files_place.h"

/* Give the whole file at `temp` its name: 0, or -1 with errno. */
int			 files_folder_keep(const struct files *, int fd,
			    const char *temp, const char *hash);
/* 1, 0, or -1 with errno. */
int			 files_folder_has(const struct files *,
			    const char *hash);
/* As files_look(). */
enum files_state	 files_folder_look(const struct files *,
			    const char *hash, int *fd);
/* Each file: 0, or -1 with errno. */
int			 files_folder_sweep(struct files_sweep *);
