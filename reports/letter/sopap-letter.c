/*
 * sopap-letter.c - an order on standard input, a PDF on standard output.
 *
 * The step programs start it for every paper rather than link Pango and Cairo
 * and their forty libraries; it opens no database and takes no time to trust.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "letter/letter_text.h"
#include "letter/letterhead.h"
#include "page/terminal.h"
#include "reports/letter/letter.h"
#include "reports/letter/pdf.h"

#define ORDER_MAX (4 << 20)	/* bytes; an SOP of 200 rows has 3 million */

/* Are the typefaces of official letters there?  0, or 1 after saying which one
 * is not: the letter is made all the same. */
static int
fonts(FILE *out)
{
	const char *missing = pdf_font_missing();

	if (missing != NULL)
		terminal_say(out, "huruf %s tidak terpasang: surat memakai "
		    "huruf lain\n", missing);
	return missing != NULL;
}

/* All of standard input; NULL when there is too much. */
static char *
read_order(size_t *len)
{
	char *order = malloc(ORDER_MAX + 1);

	if (order == NULL)
		return NULL;
	*len = fread(order, 1, ORDER_MAX + 1, stdin);
	if (*len <= ORDER_MAX && !ferror(stdin))
		return order;
	free(order);
	return NULL;
}

static int
compose(void)
{
	char why[256], *order, *pdf;
	size_t len, size, written;

	if ((order = read_order(&len)) == NULL) {
		fprintf(stderr, "sopap-letter: order: cannot be read\n");
		return 1;
	}
	if (letter_compose(order, len, &pdf, &size, why, sizeof(why)) != 0) {
		fprintf(stderr, "sopap-letter: %s\n", why);
		free(order);
		return 1;
	}
	free(order);
	fonts(stderr);
	written = fwrite(pdf, 1, size, stdout);
	free(pdf);
	if (written != size || fflush(stdout) != 0) {
		perror("sopap-letter");
		return 1;
	}
	return 0;
}

/* For the leak sanitizer: Pango reads the fonts in a thread of its own and
 * keeps them to the end; to give them back by hand is a race with it. */
int	 __lsan_is_turned_off(void);

int
__lsan_is_turned_off(void)
{
	return 1;
}

/* -- checking what the office wrote ------------------------------------- */

/* Does it hold letterheads?  Their first line that says something is a date in
 * brackets. */
static int
is_letterhead(const char *text)
{
	while (*text != '\0') {
		text += strspn(text, " \t\r\n");
		if (*text != '#')
			break;
		text += strcspn(text, "\n");
	}
	return *text == '[';
}

static int
check(const char *path)
{
	char *text = calloc(1, LETTER_TEXT_MAX + 2), why[512] = "";
	FILE *f = fopen(path, "r");
	struct letter_text *t;
	size_t len = 0;
	int rc = 1;

	if (f == NULL || text == NULL) {
		perror(path);
		free(text);
		return 1;
	}
	len = fread(text, 1, LETTER_TEXT_MAX + 1, f);
	fclose(f);
	if (is_letterhead(text)) {
		rc = letterhead_find(path, text, len, "", NULL, NULL, why,
		    sizeof(why)) != 0;
	} else if ((t = letter_text_parse(path, text, len, why,
	    sizeof(why))) != NULL) {
		letter_text_free(t);
		rc = 0;
	}
	free(text);
	if (rc == 0)
		terminal_say(stdout, "%s: baik\n", path);
	else
		terminal_say(stderr, "%s\n", why);
	return rc;
}

static void
usage(FILE *out)
{
	terminal_say(out, "pemakaian: sopap-letter <PESANAN >PDF\n"
    "           sopap-letter check FILE ...\n"
    "           sopap-letter fonts\n"
    "           sopap-letter --help | --version\n");
}

int
main(int argc, char **argv)
{
	int rc = 0;

	if (terminal_asked(argc, argv, "sopap-letter", usage))
		return 0;
	if (argc == 1)
		return compose();
	if (argc == 2 && strcmp(argv[1], "fonts") == 0)
		return fonts(stdout);
	if (argc == 2 || strcmp(argv[1], "check") != 0) {
		usage(stderr);
		return 2;
	}
	for (int i = 2; i < argc; i++)
		rc |= check(argv[i]);
	return rc;
}
