/*
 * csv.h - comma-separated values (RFC 4180, UTF-8) for spreadsheets.
 */
#pragma once

#include <stdio.h>

/* Write a text cell, quoted.  A spreadsheet takes a cell that begins with
 * = + - @ or a control character for a formula; such a text gets an
 * apostrophe in front. */
void	 csv_text(FILE *, const char *text);
