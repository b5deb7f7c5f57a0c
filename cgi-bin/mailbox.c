/*
 * mailbox.c - the messages in the mailbox folder, shown to everybody where the
 * configuration says so: in a demonstration the only way to see the messages to
 * applicants.
 */
#include <sys/stat.h>

#include <dirent.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "casepage/words.h"
#include "page/page.h"
#include "web/address.h"
#include "web/frame.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/serve.h"

#define SHOWN 50		/* newest messages */
#define FILE_MAX 65536

struct letter {
	const char	*to, *subject, *text;
};

/* ID.json and ID.eml, but none in the making. */
static int
is_letter(const struct dirent *e)
{
	const char *dot = strrchr(e->d_name, '.');

	return e->d_name[0] != '.' && dot != NULL &&
	    (strcmp(dot, ".json") == 0 || strcmp(dot, ".eml") == 0);
}

/* The newest first: numbers of messages grow with time. */
static int
newest(const struct dirent **a, const struct dirent **b)
{
	size_t la = strcspn((*a)->d_name, "."), lb = strcspn((*b)->d_name,
	    ".");

	return la != lb ? (la < lb ? 1 : -1) :
	    strcmp((*b)->d_name, (*a)->d_name);
}

static char *
read_file(struct arena *arena, const char *path)
{
	char *text = arena_alloc(arena, FILE_MAX);
	FILE *f = fopen(path, "re");

	if (f == NULL)
		return NULL;
	text[fread(text, 1, FILE_MAX - 1, f)] = '\0';
	fclose(f);
	return text;
}

/* A header's value as it stands there; "" when there is none. */
static const char *
header(struct arena *arena, const char *mail, const char *name)
{
	const char *at = strstr(mail, arena_printf(arena, "\r\n%s: ", name));

	if (at == NULL)
		return "";
	at = strchr(at + 2, ' ') + 1;
	return arena_strndup(arena, at, strcspn(at, "\r"));
}

static void
read_mail(struct arena *arena, char *mail, struct letter *l)
{
	char *text = strstr(mail, "\r\n\r\n"), *to;

	l->to = header(arena, mail, "To");
	l->subject = header(arena, mail, "Subject");
	l->text = "";
	if (text == NULL)
		return;
	for (to = text += 4, l->text = text; *text != '\0'; text++)
		if (*text != '\r')
			*to++ = *text;
	*to = '\0';
}

static const char *
copy_word(struct arena *arena, json_t *j, const char *key)
{
	const char *text = json_string_value(json_object_get(j, key));

	return text != NULL ? arena_strdup(arena, text) : "";
}

static void
read_json(struct arena *arena, const char *text, struct letter *l)
{
	json_t *j = json_loads(text, 0, NULL);

	l->to = copy_word(arena, j, "to");
	l->subject = copy_word(arena, j, "subject");
	l->text = copy_word(arena, j, "text");
	json_decref(j);
}

/* The first address of ours in a text, without its host; NULL: none. */
static const char *
own_address(const struct request *req, const char *text)
{
	const char *site = req->conf->site, *at = strstr(text, site);

	if (at == NULL || at[strlen(site)] != '/')
		return NULL;
	at += strlen(site);
	at = arena_strndup(req->arena, at, strcspn(at, " \n"));
	return address_is_ours(at) ? at : NULL;
}

static void
show(const struct request *req, struct page *body, const char *folder,
    const char *name)
{
	char *path = arena_printf(req->arena, "%s/%s", folder, name);
	char *text = read_file(req->arena, path);
	const char *address;
	struct letter l;
	struct stat st;
	struct page *p;

	if (text == NULL || stat(path, &st) == -1)
		return;
	if (strstr(name, ".eml") != NULL)
		read_mail(req->arena, text, &l);
	else
		read_json(req->arena, text, &l);
	p = page_add(body, "LETTER");
	page_set(p, "TO", l.to);
	page_set(p, "SUBJECT", l.subject);
	page_set(p, "AT", words_time(req, (int64_t)st.st_mtime));
	page_set_typed(p, "TEXT", l.text);
	if ((address = own_address(req, l.text)) != NULL)
		page_set(page_add(p, "LINK"), "HREF", address);
}

static int
get(struct request *req, struct reply *reply)
{
	struct page *body, *frame;
	struct dirent **list;
	const char *folder;
	int i, n;

	if (strcmp(req->conf->mailbox_page, "yes") != 0 ||
	    request_segment(req, 1) != NULL)
		return reply_error(reply, req, 404, NULL);
	frame = frame_new(req, "mailbox.tpl", NULL, &body);
	folder = arena_printf(req->arena, "%s/mailbox", req->conf->data);
	n = scandir(folder, &list, is_letter, newest);
	for (i = 0; i < n; i++) {
		if (i < SHOWN)
			show(req, body, folder, list[i]->d_name);
		free(list[i]);
	}
	if (n > 0)
		free(list);
	else
		page_show(body, "EMPTY");
	return reply_page(reply, req, 200, "Kotak surat", frame);
}

static const char *const templates[] = { "mailbox.tpl", NULL };

static const struct web_program mailbox = {
	.name = "mailbox",
	.get = get,
	.templates = templates,
};

int
main(int argc, char **argv)
{
	return web_serve(&mailbox, argc, argv);
}
