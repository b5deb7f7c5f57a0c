/*
 * sopap-letter.c - an order on standard input, a PDF on standard output.
 *
 * The step programs start it for every paper rather than link Pango and Cairo
 * and their forty libraries; it opens no database and takes no time to trust.
 */
#include <stdio.h>
#include <stdlib.h>

#include "reports/letter.h"

#define ORDER_MAX (1 << 20)	/* bytes; fifty long names are 20,000 */

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
	written = fwrite(pdf, 1, size, stdout);
	free(pdf);
	if (written != size || fflush(stdout) != 0) {
		perror("sopap-letter");
		return 1;
	}
	return 0;
}

int
main(int argc, char **argv)
{
	if (argc > 1) {
		fprintf(stderr, "Pemakaian: %s <PESANAN >PDF\n", argv[0]);
		return 2;
	}
	return compose();
}
