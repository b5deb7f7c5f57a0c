/* letterhead.c - reading the letterheads. */
#include "letter/letterhead.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/fault.h"
#include "base/trim.h"

#define LINE_SIZE 512

#define TEXT(m) offsetof(struct letterhead, m), \
	sizeof(((struct letterhead *)0)->m)

static const struct {
	const char	*name;
	size_t		 at, size;
} keys[] = {
	{ "unit", TEXT(unit) },
	{ "logo", TEXT(logo) },
	{ "nomor", TEXT(pattern) },
	{ "klasifikasi", TEXT(code) },
	{ "tempat", TEXT(place) },
	{ "penanda", TEXT(role) },
	{ "jabatan", TEXT(position) },
	{ "pangkat", TEXT(rank) },
};

static int
is_day(const char *s)
{
	int y, m, d, n = 0;

	return sscanf(s, "%4d-%2d-%2d%n", &y, &m, &d, &n) == 3 && n == 10 &&
	    s[10] == '\0' && m >= 1 && m <= 12 && d >= 1 && d <= 31;
}

/* A pattern without the running number would give one number twice. */
static int
check_pattern(struct faults *r, const char *pattern)
{
	static const char *const names[] = { "{urut}", "{klasifikasi}",
		"{tahun}", "{bulan}" };
	int urut = 0;

	for (const char *p = pattern; (p = strchr(p, '{')) != NULL;) {
		size_t i;

		for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
			if (strncmp(p, names[i], strlen(names[i])) == 0)
				break;
		if (i == sizeof(names) / sizeof(names[0]))
			return fault_add(r, "nomor: isian tidak dikenal: %.24s",
			    p);
		urut += i == 0;
		p += strlen(names[i]);
	}
	return urut == 1 ? 0 :
	    fault_add(r, "nomor: harus memuat {urut} sekali");
}

/* Add a line to the head (kop) or the address (alamat). */
static int
set_line(struct faults *r, struct letterhead *h, const char *name,
    const char *value)
{
	const int kop = strcmp(name, "kop") == 0;
	size_t *n = kop ? &h->nline : &h->naddress;
	const size_t size = kop ? sizeof(h->line[0]) : sizeof(h->address[0]);

	if (*n == LETTERHEAD_LINES)
		return fault_add(r, "%s: lebih dari %d baris", name,
		    LETTERHEAD_LINES);
	if (strlen(value) >= size)
		return fault_add(r, "%s: terlalu panjang", name);
	strcpy(kop ? h->line[*n] : h->address[*n], value);
	++*n;
	return 0;
}

/* A stored document has no such ending: a letterhead shows nobody's. */
static int
is_logo(const char *path)
{
	const char *dot = strrchr(path, '.');

	return path[0] == '/' && strstr(path, "/../") == NULL && dot != NULL &&
	    strcasecmp(dot, ".png") == 0;
}

static int
set(struct faults *r, struct letterhead *h, const char *name,
    const char *value)
{
	if (strcmp(name, "kop") == 0 || strcmp(name, "alamat") == 0)
		return set_line(r, h, name, value);
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		if (strcmp(keys[i].name, name) != 0)
			continue;
		if (strlen(value) >= keys[i].size)
			return fault_add(r, "%s: terlalu panjang", name);
		strcpy((char *)h + keys[i].at, value);
		if (strcmp(name, "logo") == 0 && !is_logo(value))
			return fault_add(r, "logo: harus diawali / dan "
			    "diakhiri .png");
		return strcmp(name, "nomor") == 0 ?
		    check_pattern(r, value) : 0;
	}
	return fault_add(r, "kunci tidak dikenal: %.40s", name);
}

/* Refuse a part that lacks its head, its pattern or the signer's position. */
static int
check_part(struct faults *r, const struct letterhead *h)
{
	if (h->from[0] == '\0')
		return 0;
	if (h->nline == 0)
		return fault_add(r, "[%s]: kop belum ada", h->from);
	if (h->pattern[0] == '\0')
		return fault_add(r, "[%s]: nomor belum ada", h->from);
	if (h->position[0] == '\0')
		return fault_add(r, "[%s]: jabatan belum ada", h->from);
	return 0;
}

/* Take a part as the best one so far: in force on the day, of the unit or of
 * all, the latest. */
static void
choose(const struct letterhead *h, const char *unit, const char *day,
    struct letterhead *best)
{
	if (h->from[0] == '\0' || day == NULL || strcmp(h->from, day) > 0 ||
	    (h->unit[0] != '\0' && strcmp(h->unit, unit) != 0))
		return;
	/* One for the unit stands before one for all, whatever their dates. */
	if (best->from[0] == '\0' || (h->unit[0] != '\0') >
	    (best->unit[0] != '\0') || ((h->unit[0] != '\0') ==
	    (best->unit[0] != '\0') && strcmp(h->from, best->from) >= 0))
		*best = *h;
}

static int
read_line(struct faults *r, struct letterhead *h, char *line)
{
	char *value = strchr(line, ':');

	if (h->from[0] == '\0')
		return fault_add(r, "belum ada [TANGGAL]");
	if (value == NULL)
		return fault_add(r, "bukan \"kunci: isi\"");
	*value++ = '\0';
	return set(r, h, trim(line), trim(value));
}

static int
begin_part(struct faults *r, struct letterhead *h, char *line)
{
	char *end = strchr(line, ']');

	if (end != NULL)
		*end = '\0';
	if (end == NULL || !is_day(line + 1))
		return fault_add(r, "bukan [TTTT-BB-HH]");
	memset(h, 0, sizeof(*h));
	strcpy(h->from, line + 1);
	return 0;
}

int
letterhead_find(const char *file, const char *text, size_t len,
    const char *unit, const char *day, struct letterhead *found, char *why,
    size_t whysize)
{
	struct faults r = { .file = file, .why = why, .size = whysize };
	struct letterhead h = { .from = "" }, best = { .from = "" };
	const char *end = text + len;
	char buf[LINE_SIZE], *line;

	while (text < end) {
		const char *nl = memchr(text, '\n', (size_t)(end - text));
		const size_t n = (size_t)((nl != NULL ? nl : end) - text);

		r.line++;
		if (n >= sizeof(buf))
			fault_add(&r, "terlalu panjang");
		else if (memchr(text, '\0', n) != NULL)
			fault_add(&r, "ada karakter NUL");
		snprintf(buf, sizeof(buf), "%.*s", (int)n, text);
		text += n + (nl != NULL);
		line = trim(buf);
		if (*line == '[') {
			check_part(&r, &h);
			choose(&h, unit, day, &best);
			begin_part(&r, &h, line);
		} else if (*line != '\0' && *line != '#') {
			read_line(&r, &h, line);
		}
	}
	check_part(&r, &h);
	choose(&h, unit, day, &best);
	if (r.n == 0 && day != NULL && best.from[0] == '\0')
		fault_add(&r, "tidak ada kop yang berlaku pada %s", day);
	if (r.n > 0)
		return -1;
	if (day != NULL)
		*found = best;
	return 0;
}
