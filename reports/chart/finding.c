/* finding.c - what the sentences of the charts share. */
#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "page/format.h"
#include "reports/chart/finding_raw.h"

void
finding_append(char *buf, size_t size, const char *fmt, ...)
{
	size_t n = strlen(buf);
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(buf + n, size - n, fmt, ap);
	va_end(ap);
}

char *
finding_share(char *buf, size_t size, struct share s, int target)
{
	char part[FORMAT_SIZE], whole[FORMAT_SIZE];

	if (!share_is_few(s))
		return share_words(buf, size, s, target);
	snprintf(buf, size, "%s dari %s",
	    share_count_words(part, sizeof(part), s.on_time),
	    share_count_words(whole, sizeof(whole), s.counted));
	return buf;
}

char *
finding_capital(char *buf)
{
	buf[0] = (char)toupper((unsigned char)buf[0]);
	return buf;
}

void
finding_end_alt(char *buf, size_t size)
{
	finding_append(buf, size,
	    " Semua angka ada pada tabel di bawah diagram.");
}

void
finding_begin_alt(char *buf, size_t size, char *finding)
{
	finding[0] = (char)tolower((unsigned char)finding[0]);
	finding_append(buf, size, ": %s.", finding);
}

const char *
finding_joint(int i, int n)
{
	if (i == 0)
		return " ";
	return i == n - 1 ? " dan " : ", ";
}
