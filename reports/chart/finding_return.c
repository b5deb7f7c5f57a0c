/* finding_return.c - where work is sent back, as a sentence. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "page/format.h"
#include "reports/chart/finding_raw.h"

#define MOST ", paling sering pada "

/* "... pada SIGAP, langkah 2 (11,1%)"; of one SOP "pada langkah 2". */
static void
append_most(const struct chart_return *c, const struct chart_return_row *most,
    char *buf, size_t size)
{
	const size_t n = strlen(buf) + strlen(MOST);
	char words[2 * FORMAT_SIZE];

	finding_append(buf, size, MOST "%s (%s)", most->name,
	    share_words(words, sizeof(words), most->sent, SHARE_NONE));
	if (c->scope != NULL && n < size)
		buf[n] = (char)tolower((unsigned char)buf[n]);
}

char *
finding_return(const struct chart_return *c, char *buf, size_t size)
{
	const struct chart_return_row *most = chart_return_most(c);
	char words[2 * FORMAT_SIZE];

	if (c->office.counted == 0)
		snprintf(buf, size, "Tidak ada keputusan pada %s", c->period);
	else if (c->office.on_time == 0)
		snprintf(buf, size, "Tidak ada perkara yang dikembalikan pada "
		    "%s", c->period);
	else
		snprintf(buf, size, "%s keputusan mengembalikan perkara",
		    finding_share(words, sizeof(words), c->office,
		    SHARE_NONE));
	if (most != NULL)
		append_most(c, most, buf, size);
	return finding_capital(buf);
}

char *
finding_return_alt(const struct chart_return *c, char *buf, size_t size)
{
	const int most = c->n > TOLD_MOST ? TOLD_MOST : c->n;
	char finding[FINDING_SIZE], words[FORMAT_SIZE];
	int i;

	snprintf(buf, size, "Diagram batang per langkah, %s", c->period);
	finding_begin_alt(buf, size, finding_return(c, finding,
	    sizeof(finding)));
	if (c->n > 0)
		finding_append(buf, size, " Dikembalikan:");
	for (i = 0; i < most; i++)
		finding_append(buf, size, "%s%s %s", finding_joint(i, c->n),
		    c->rows[i].name, share_words(words, sizeof(words),
		    c->rows[i].sent, SHARE_NONE));
	if (c->n > most)
		finding_append(buf, size, " dan %s langkah lain",
		    share_count_words(words, sizeof(words), c->n - most));
	if (c->n > 0)
		finding_append(buf, size, ".");
	finding_end_alt(buf, size);
	return buf;
}
