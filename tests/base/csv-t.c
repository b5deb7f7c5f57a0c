/* csv-t.c - cells, rows and the mark of a CSV file. */
#include "base/csv.h"

#include <stdlib.h>

#include "base/text.h"
#include "tests/tap.h"

static void
writes_rows(int mark, const char *want)
{
	char *text = NULL;
	size_t len;
	FILE *f = open_memstream(&text, &len);
	struct csv c;

	if (f == NULL)
		bail("no memory");
	csv_begin(&c, f, mark);
	csv_texts(&c, "SOP", "selesai", "pada", NULL);
	csv_end(&c);
	csv_text(&c, "=a \"b\", c");
	csv_int(&c, -12);
	csv_plain(&c, "");
	csv_end(&c);
	csv_text(&c, "");
	csv_end(&c);
	fclose(f);
	is_string(want, text, mark ? "with a mark" : "without");
	free(text);
}

static void
adds_what_fits(void)
{
	char buf[8] = "ab";

	text_add(buf, sizeof(buf), "-%d", 1);
	is_string("ab-1", buf, "a text goes on");
	text_add(buf, sizeof(buf), "%s", "23456");
	is_string("ab-1234", buf, "... and is cut");
}

int
main(void)
{
	writes_rows(0, "\"SOP\",\"selesai\",\"pada\"\r\n"
	    "\"'=a \"\"b\"\", c\",-12,\r\n\"\"\r\n");
	writes_rows(1, "\xef\xbb\xbf\"SOP\",\"selesai\",\"pada\"\r\n"
	    "\"'=a \"\"b\"\", c\",-12,\r\n\"\"\r\n");
	adds_what_fits();
	return tap_done();
}
