/* icsfile.c - the shape of an iCalendar file, before any of it is believed. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "calendar/icsfile.h"

#define DEPTH_MAX	8	/* an alarm in an event in a calendar is 3 */
#define LINE_MAX_BYTES	(64 * 1024)
#define PARTS_MAX	5000
#define NAME_CHARS	"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz" \
			"0123456789-_."

/* A component that is open. */
struct open {
	char	name[16];	/* cut; compared without case */
	size_t	line;
};

/* Where the reading stands. */
struct scan {
	struct holiday_reader	*r;
	struct ics_file		*file;
	struct open		 open[DEPTH_MAX];
	int			 depth;
	int			 cancelled;	/* METHOD:CANCEL */
	struct ics_part		*part;		/* being cut out, or NULL */
	int			 part_depth;
	size_t			 line;		/* of the unfolded line */
};

/* Properties that say anything about a day off. */
static int
matters(const char *line, size_t name)
{
	static const char *const names[] = { "UID", "SUMMARY", "DTSTART",
		"DTEND", "DURATION", "RRULE", "RDATE", "EXDATE",
		"RECURRENCE-ID", "STATUS", "SEQUENCE", "DESCRIPTION",
		"CATEGORIES" };
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strlen(names[i]) == name &&
		    strncasecmp(names[i], line, name) == 0)
			return 1;
	return 0;
}

/* The fault of a content line, or NULL; and the length of its name. */
static const char *
check_line(const char *line, size_t *name)
{
	const char *s = line + strspn(line, NAME_CHARS);
	size_t n;

	*name = (size_t)(s - line);
	if (*name == 0 || (*s != ':' && *s != ';'))
		return "bukan baris iCalendar (NAMA:nilai)";
	while (*s == ';') {
		n = strspn(s + 1, NAME_CHARS);
		if (n == 0 || s[n + 1] != '=')
			return "parameter salah";
		for (s += n + 2; *s != '\0' && *s != ';' && *s != ':'; s++) {
			if (*s != '"')
				continue;
			if ((s = strchr(s + 1, '"')) == NULL)
				return "tanda kutip tidak ditutup";
		}
	}
	return *s == ':' ? NULL : "tidak ada titik dua";
}

/* Add a line to the component that is cut out. */
static int
add_line(struct scan *s, const char *line)
{
	size_t len = strlen(line);
	char *more = realloc(s->part->text, s->part->len + len + 3);

	if (more == NULL)
		return holiday_refuse(s->r, 0, "memori habis");
	memcpy(more + s->part->len, line, len);
	memcpy(more + s->part->len + len, "\r\n", 3);
	s->part->text = more;
	s->part->len += len + 2;
	return 0;
}

/* Begin to cut out a component. */
static int
begin_part(struct scan *s, struct ics_parts *parts)
{
	struct ics_part *more;

	if (parts->count == PARTS_MAX)
		return holiday_refuse(s->r, s->line, "lebih dari %d kegiatan",
		    PARTS_MAX);
	/* Room grows by doubling. */
	if ((parts->count & (parts->count - 1)) == 0) {
		more = realloc(parts->list, (parts->count ? parts->count * 2 :
		    1) * sizeof(*more));
		if (more == NULL)
			return holiday_refuse(s->r, 0, "memori habis");
		parts->list = more;
	}
	s->part = &parts->list[parts->count++];
	*s->part = (struct ics_part){ .line = s->line,
	    .cancelled = s->cancelled };
	s->part_depth = s->depth;
	return 0;
}

/* Of a time zone everything is kept, of an event only its own lines. */
static int
in_zone(const struct scan *s)
{
	return strcasecmp(s->open[s->part_depth - 1].name, "VTIMEZONE") == 0;
}

static int
begin(struct scan *s, const char *name, const char *line)
{
	struct ics_parts *parts;
	struct open *o;

	if (s->depth == DEPTH_MAX)
		return holiday_refuse(s->r, s->line, "susunan terlalu dalam");
	o = &s->open[s->depth++];
	o->line = s->line;
	o->name[0] = '\0';
	strncat(o->name, name, sizeof(o->name) - 1);
	if (s->depth == 1)
		s->cancelled = 0;
	if (s->part != NULL)
		return in_zone(s) ? add_line(s, line) : 0;
	if (strcasecmp(name, "VEVENT") == 0)
		parts = &s->file->events;
	else if (strcasecmp(name, "VTIMEZONE") == 0)
		parts = &s->file->zones;
	else
		return 0;
	return begin_part(s, parts) != 0 ? -1 : add_line(s, line);
}

static int
end(struct scan *s, const char *name, const char *line)
{
	struct open *o = s->depth > 0 ? &s->open[s->depth - 1] : NULL;

	if (o == NULL)
		return holiday_refuse(s->r, s->line, "END:%.20s tanpa BEGIN",
		    name);
	if (strncasecmp(o->name, name, sizeof(o->name) - 1) != 0)
		return holiday_refuse(s->r, s->line, "END:%.20s, padahal yang "
		    "terbuka BEGIN:%s di baris %zu", name, o->name, o->line);
	if (s->part != NULL && (in_zone(s) || s->depth == s->part_depth) &&
	    add_line(s, line) != 0)
		return -1;
	if (s->part != NULL && s->depth == s->part_depth)
		s->part = NULL;
	s->depth--;
	return 0;
}

/* Take one unfolded line. */
static int
take_line(struct scan *s, const char *line)
{
	size_t name;
	const char *fault = check_line(line, &name);

	/* Not before it is unfolded: some fold inside a letter. */
	if (!utf8_valid(line, strlen(line)))
		return holiday_refuse(s->r, s->line,
		    "ada huruf yang bukan UTF-8");
	if (fault == NULL && name == 5 && strncasecmp(line, "BEGIN:", 6) == 0)
		return begin(s, line + 6, line);
	if (fault == NULL && name == 3 && strncasecmp(line, "END:", 4) == 0)
		return end(s, line + 4, line);
	if (s->depth == 0)
		return holiday_refuse(s->r, s->line,
		    "di luar BEGIN:VCALENDAR dan END:VCALENDAR");
	if (fault != NULL) {
		/* A bad line spoils its event, elsewhere the whole file. */
		if (s->part == NULL)
			return holiday_refuse(s->r, s->line, "%s", fault);
		if (s->part->fault_line == 0) {
			s->part->fault_line = s->line;
			s->part->fault = fault;
		}
		return 0;
	}
	if (s->depth == 1 && strcasecmp(line, "METHOD:CANCEL") == 0)
		s->cancelled = 1;
	if (s->part == NULL)
		return 0;
	if (!in_zone(s) && (s->depth > s->part_depth || !matters(line, name)))
		return 0;
	return add_line(s, line);
}

/* Unfold the text into `buf` line by line, and take each. */
static int
take_lines(struct scan *s, const char *text, size_t len, char *buf)
{
	const char *at = text, *last = text + len, *next;
	size_t n, used = 0, line = 0;
	int rc = 0;

	for (; rc == 0 && at < last; at = next) {
		next = memchr(at, '\n', (size_t)(last - at));
		n = (size_t)((next ? next : last) - at);
		next = next ? next + 1 : last;
		line++;
		if (n > 0 && at[n - 1] == '\r')
			n--;
		if (n == 0)
			continue;
		if (*at == ' ' || *at == '\t') {
			if (s->line == 0)
				return holiday_refuse(s->r, line, "lanjutan "
				    "tanpa baris sebelumnya");
			at++;
			n--;
		} else {
			if (s->line != 0)
				rc = take_line(s, buf);
			used = 0;
			s->line = line;
		}
		if (n >= LINE_MAX_BYTES - used)
			return rc ? rc : holiday_refuse(s->r, line,
			    "baris lebih panjang dari 64 KiB");
		memcpy(buf + used, at, n);
		used += n;
		buf[used] = '\0';
	}
	return rc == 0 && s->line != 0 ? take_line(s, buf) : rc;
}

int
icsfile_read(struct ics_file *file, struct holiday_reader *r, const char *text,
    size_t len)
{
	struct scan s = { .r = r, .file = file };
	char *buf = malloc(LINE_MAX_BYTES);
	int rc;

	*file = (struct ics_file){ 0 };
	if (buf == NULL)
		return holiday_refuse(r, 0, "memori habis");
	rc = take_lines(&s, text, len, buf);
	free(buf);
	if (rc == 0 && s.depth > 0)
		rc = holiday_refuse(r, s.open[s.depth - 1].line, "terpotong: "
		    "BEGIN:%s tidak ditutup", s.open[s.depth - 1].name);
	return rc;
}

static void
free_parts(struct ics_parts *parts)
{
	size_t i;

	for (i = 0; i < parts->count; i++)
		free(parts->list[i].text);
	free(parts->list);
}

void
icsfile_free(struct ics_file *file)
{
	free_parts(&file->events);
	free_parts(&file->zones);
}
