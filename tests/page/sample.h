/*
 * sample.h - a page made from a text file, for looking at and for tests.
 *
 * tests/data/pages/NAME.txt names a template and gives its markers values,
 * one a line; blanks before a line do not count:
 *
 *	# a comment
 *	@NAME			the lines of NAME.txt stand here
 *	>MARKER template	fill an include (at the top: "> template" is the
 *				page itself); until the "-" that ends it
 *	+SECTION		show a section once more, until its "-"
 *	*SECTION		show a section that holds no values
 *	!MARKER value		a value for included templates too
 *	MARKER value		\n in it begins a new line
 */
#pragma once

struct page;

/* Told of every marker a sample uses, and of the template it belongs to: NULL
 * for one that is set for all (!). */
typedef void sample_seen(void *arg, const char *template_name,
    const char *marker);

/*
 * The page of folder/NAME.txt, to be freed with page_free(); a faulty line
 * ends the program with a message.  `seen` may be NULL.
 */
struct page	*sample_load(const char *folder, const char *name,
		    sample_seen *seen, void *arg);
