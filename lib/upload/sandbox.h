/*
 * sandbox.h - the walls around a child (child.h): it reads programs, libraries
 * and fonts of the machine and the files it is given, and nothing else; it
 * writes nowhere, reaches no network, and signals nobody but itself.
 *
 * The file system is shut off by Landlock (landlock(7)), which a kernel may
 * lack or have switched off: then the child runs without that wall, and doctor/
 * says so.
 */
#pragma once

#include <stddef.h>

/* The version of the kernel's Landlock; 0 without. */
int	 sandbox_landlock(void);
/*
 * Shut this process in, for good.  It may execute `program`, and read `n` files
 * that are open.  0; -1 when a wall that the kernel has could not be put up.
 */
int	 sandbox_enter(const char *program, const int *fd, size_t n);
