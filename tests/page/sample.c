/* sample.c - a page made from a text file. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "page/page.h"
#include "tests/page/sample.h"

#define DEPTH_MAX 16

/* A page under construction: the part being filled and those around it. */
struct builder {
	const char	*folder;
	sample_seen	*seen;
	void		*arg;
	struct level {
		struct page	*page;
		char		 template_name[64];
	} at[DEPTH_MAX];
	int		 depth;		/* of at[]; 0 until the page begins */
};

static void	 build(struct builder *, const char *name);

static void
fail(const char *name, int line, const char *why)
{
	fprintf(stderr, "%s.txt:%d: %s\n", name, line, why);
	exit(255);
}

/* Turn \n into a line's end. */
static void
unescape(char *text)
{
	char *to = text;

	for (; *text != '\0'; text++)
		if (text[0] == '\\' && text[1] == 'n') {
			*to++ = '\n';
			text++;
		} else
			*to++ = *text;
	*to = '\0';
}

/* Begin a part: what follows, until "-", belongs to it. */
static void
begin(struct builder *b, struct page *page, const char *template_name)
{
	struct level *l = &b->at[b->depth++];

	l->page = page;
	snprintf(l->template_name, sizeof(l->template_name), "%s",
	    template_name);
}

/* One line: what it does, its marker and its value. */
static void
obey(struct builder *b, char what, const char *marker, char *value)
{
	struct level in = b->at[b->depth - 1];
	struct page *page = in.page;

	if (b->seen != NULL)
		b->seen(b->arg, what == '!' ? NULL : in.template_name,
		    marker);
	switch (what) {
	case '>':
		begin(b, page_include(page, marker, value), value);
		break;
	case '+':
		begin(b, page_add(page, marker), in.template_name);
		break;
	case '*':
		page_show(page, marker);
		break;
	case '!':
		unescape(value);
		page_global(page, marker, value);
		break;
	default:
		unescape(value);
		page_set(page, marker, value);
		break;
	}
}

static void
read_line(struct builder *b, const char *name, int number, char *line)
{
	char what = strchr(">+*!", *line) != NULL ? *line++ : '\0', *value;

	value = line + strcspn(line, " ");
	if (*value == ' ')
		*value++ = '\0';
	if (b->depth == 0 && what == '>' && *line == '\0')
		begin(b, page_new(value), value);
	else if (b->depth == 0 || *line == '\0')
		fail(name, number, "nothing to fill");
	else if (b->depth == DEPTH_MAX)
		fail(name, number, "too deep");
	else
		obey(b, what, line, value);
}

static void
build(struct builder *b, const char *name)
{
	char path[512], line[4096], *text;
	int number = 0;
	FILE *fp;

	snprintf(path, sizeof(path), "%s/%s.txt", b->folder, name);
	if ((fp = fopen(path, "r")) == NULL)
		fail(name, 0, "cannot be read");
	while (fgets(line, sizeof(line), fp) != NULL) {
		number++;
		line[strcspn(line, "\n")] = '\0';
		text = line + strspn(line, " \t");
		if (*text == '\0' || *text == '#')
			continue;
		if (*text == '@')
			build(b, text + 1);
		else if (strcmp(text, "-") != 0)
			read_line(b, name, number, text);
		else if (--b->depth < 1)
			fail(name, number, "nothing to end");
	}
	fclose(fp);
}

struct page *
sample_load(const char *folder, const char *name, sample_seen *seen, void *arg)
{
	struct builder b = { .folder = folder, .seen = seen, .arg = arg };

	build(&b, name);
	if (b.depth == 0)
		fail(name, 0, "names no template");
	return b.at[0].page;
}
