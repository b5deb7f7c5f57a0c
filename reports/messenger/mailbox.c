/*
 * mailbox.c - messages into a folder, one file each: the channel of an
 * office that has no other.
 */
#include "reports/messenger/mailbox.h"

#include <sys/stat.h>

#include <errno.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "message/adapter_answer.h"
#include "store/files.h"

/* The bytes of the file, to be freed: a mail, or a message to a number as
 * JSON.  NULL when out of memory. */
static char *
content(const struct mail *m, int mail)
{
	json_t *j;
	char *text;

	if (mail)
		return mail_compose(m, 0);
	j = json_pack("{s:s, s:s, s:s, s:s, s:I}", "channel", "whatsapp",
	    "to", m->to, "subject", m->subject, "text", m->text, "at",
	    (json_int_t)m->now);
	text = j != NULL ? json_dumps(j, JSON_INDENT(4)) : NULL;
	json_decref(j);
	return text;
}

/* Under another name first, so that a reader sees whole files only. */
static int
write_file(const char *folder, const char *name, const char *text)
{
	char new[4096], path[4096];
	FILE *f;
	int ok;

	if (mkdir(folder, 0750) == -1 && errno != EEXIST)
		return -1;
	snprintf(path, sizeof(path), "%s/%s", folder, name);
	snprintf(new, sizeof(new), "%s/.%s", folder, name);
	if ((f = fopen(new, "we")) == NULL)
		return -1;
	ok = fputs(text, f) != EOF && fflush(f) == 0 && fsync(fileno(f)) == 0;
	if (fclose(f) != 0 || !ok || rename(new, path) == -1)
		return -1;
	return files_sync_folder(folder);
}

void
mailbox_write(const char *folder, const struct mail *m, struct posted *p)
{
	int mail = strchr(m->to, '@') != NULL;
	char name[64], *text = content(m, mail);

	memset(p, 0, sizeof(*p));
	snprintf(name, sizeof(name), "%s.%s", m->id, mail ? "eml" : "json");
	if (text != NULL && write_file(folder, name, text) == 0)
		p->result = ADAPTER_SENT;
	else {
		p->result = ADAPTER_LATER;
		snprintf(p->reason, sizeof(p->reason), "%.120s: %s", folder,
		    strerror(errno));
	}
	free(text);
}
