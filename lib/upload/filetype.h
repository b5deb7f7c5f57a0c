/*
 * filetype.h - what a file is, by its first bytes and never by its name.
 */
#pragma once

#include <stddef.h>

#define FILETYPE_HEAD 8192	/* bytes that decide */

#define TYPE_PDF	"application/pdf"
#define TYPE_JPEG	"image/jpeg"
#define TYPE_PNG	"image/png"

/* The type of a file that may be uploaded at all, else NULL. */
const char	*filetype_of(const char *head, size_t len);
