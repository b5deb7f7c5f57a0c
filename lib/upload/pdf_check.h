/*
 * pdf_check.h - is a file a PDF that opens?  qpdf(1) says so, as a limited
 * child; nothing of the file is parsed here.
 */
#pragma once

enum pdf_state {
	PDF_GOOD,		/* opens without a password, and has pages */
	PDF_LOCKED,		/* asks for a password to be read at all */
	PDF_CUT,		/* its end is missing */
	PDF_BROKEN,		/* beyond what readers put right */
	PDF_NO_PAGE,
	PDF_UNKNOWN,		/* could not be looked at */
	PDF_ABSENT		/* qpdf is not there: nobody's fault but ours */
};

/* Look at the file behind a descriptor, which stays open. */
enum pdf_state	 pdf_check(int fd);

/* The pages of it: 0 when it has none that can be found; -1 when it could not
 * be looked at. */
int		 pdf_check_pages(int fd);
