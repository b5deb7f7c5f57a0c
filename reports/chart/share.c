/* share.c - how a share on time is judged and printed. */
#include <stdio.h>

#include "page/format.h"
#include "reports/chart/share.h"

int
share_is_few(struct share s)
{
	return s.counted < SHARE_LEAST;
}

int
share_is_below(struct share s, int target)
{
	return target != SHARE_NONE && s.counted > 0 &&
	    s.on_time * 1000 < target * s.counted;
}

int
share_is_low(struct share s, int target)
{
	return !share_is_few(s) && share_is_below(s, target);
}

int
share_tenths(struct share s, int target)
{
	int64_t tenths;

	if (s.counted <= 0)
		return SHARE_NONE;
	tenths = (2000 * s.on_time + s.counted) / (2 * s.counted);
	if (share_is_below(s, target) && tenths >= target)
		tenths = target - 1;
	if (s.on_time < s.counted && tenths == 1000)
		tenths = 999;
	if (s.on_time > 0 && tenths == 0)
		tenths = 1;
	return (int)tenths;
}

int
share_whole(struct share s, int target)
{
	int whole;

	if (s.counted <= 0)
		return SHARE_NONE;
	whole = (int)((200 * s.on_time + s.counted) / (2 * s.counted));
	if (share_is_below(s, target) && 10 * whole >= target)
		whole = (target - 1) / 10;
	else if (!share_is_below(s, target) && 10 * whole < target)
		whole = (target + 9) / 10;
	if (s.on_time < s.counted && whole == 100)
		whole = 99;
	if (s.on_time > 0 && whole == 0)
		whole = 1;
	return whole;
}

char *
share_words(char *buf, size_t size, struct share s, int target)
{
	if (s.counted <= 0)
		snprintf(buf, size, "\xe2\x80\x93");
	else if (share_is_few(s))
		share_counts(buf, size, s);
	else
		share_percent(buf, size, share_tenths(s, target));
	return buf;
}

char *
share_counts(char *buf, size_t size, struct share s)
{
	char part[FORMAT_SIZE], whole[FORMAT_SIZE];

	snprintf(buf, size, "%s dari %s", format_int(part, sizeof(part),
	    s.on_time), format_int(whole, sizeof(whole), s.counted));
	return buf;
}

char *
share_percent(char *buf, size_t size, int tenths)
{
	return format_percent(buf, size, tenths / 1000.0, 1);
}

char *
share_target(char *buf, size_t size, int target)
{
	return format_percent(buf, size, target / 1000.0, target % 10 != 0);
}

char *
share_count_words(char *buf, size_t size, int64_t n)
{
	static const char *const words[] = { "nol", "satu", "dua", "tiga",
		"empat", "lima", "enam", "tujuh", "delapan", "sembilan" };

	if (n < 0 || n > 9)
		return format_int(buf, size, n);
	snprintf(buf, size, "%s", words[n]);
	return buf;
}
