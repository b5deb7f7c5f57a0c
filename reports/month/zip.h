/*
 * zip.h - a folder as one file to be mailed (APPNOTE.TXT 6.3, entries stored).
 */
#pragma once

/* The files of a folder, by name, all of 1 January 1980, so that the same
 * folder gives the same bytes; those in folders of it are left out.  0, or -1
 * with errno. */
int	zip_folder(const char *folder, const char *path);
