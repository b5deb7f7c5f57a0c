/* compose.c - gathering what a letter says. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <jansson.h>

#include "web/composeraw.h"

#include "conf/conf.h"
#include "web/arena.h"
#include "web/request.h"

const struct sop_choice compose_texts[] = {
	{ "balasan", "Surat balasan, menerima permohonan" },
	{ "balasan-tolak", "Surat balasan, menolak permohonan" },
	{ "keterangan", "Surat keterangan selesai penelitian" },
	{ "sertifikat", "Sertifikat magang" },
	{ NULL, NULL }
};

/* -- the case ----------------------------------------------------------- */

int
compose_possible(const struct dossier *d)
{
	return compose_known(d, "peserta")[0] != '\0';
}

const char *
compose_usual(const struct dossier *d)
{
	const char *kind = compose_known(d, "jenis_permohonan");

	if (strncmp(kind, "keterangan", 10) == 0)
		return "keterangan";
	if (strncmp(kind, "sertifikat", 10) == 0)
		return "sertifikat";
	return d->c->refused ? "balasan-tolak" : "balasan";
}

/* -- files of the office -------------------------------------------------- */

/* A file whole, ended by a NUL; NULL when it is not there. */
static char *
slurp(const struct request *req, const char *path, size_t *len)
{
	char *text = arena_alloc(req->arena, LETTERTEXT_MAX + 2);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n;

	*len = 0;
	if (fd == -1)
		return NULL;
	while ((n = read(fd, text + *len, LETTERTEXT_MAX + 1 - *len)) > 0)
		*len += (size_t)n;
	close(fd);
	return n == 0 || *len > LETTERTEXT_MAX ? text : NULL;
}

/* The office's own text, else the one that came with the programs. */
static char *
office_text(struct compose *m, const char *name, size_t *len)
{
	const struct conf *conf = m->req->conf;
	char *text = slurp(m->req, arena_printf(m->req->arena,
	    "%s/letter/%s.txt", conf->data, name), len);

	if (text == NULL && errno == ENOENT)
		text = slurp(m->req, arena_printf(m->req->arena, "%s/%s.txt",
		    conf->letters, name), len);
	if (text == NULL)
		snprintf(m->why, sizeof(m->why), "%s.txt: %s", name,
		    strerror(errno));
	return text;
}

static int
read_texts(struct compose *m)
{
	size_t len;
	char *text;

	if ((text = office_text(m, m->text, &len)) == NULL)
		return -1;
	m->source = text;
	m->parsed = lettertext_parse(arena_printf(m->req->arena, "%s.txt",
	    m->text), text, len, m->why, sizeof(m->why));
	if (m->parsed == NULL ||
	    (text = office_text(m, "kop", &len)) == NULL)
		return -1;
	return letterhead_find("kop.txt", text, len, m->req->conf->unit,
	    m->dated, &m->head, m->why, sizeof(m->why));
}

/* -- of whom -------------------------------------------------------------- */

/* A text that refuses is about all of them; any other about those who were
 * not refused, beside whom it may name the refused. */
static void
choose(struct compose *m)
{
	const int all = compose_refuses(m->text);

	for (size_t i = 0; i < m->who.count; i++) {
		const struct participant *p = &m->who.person[i];

		if (!all && (m->d->c->refused ||
		    p->state == PARTICIPANT_REFUSED)) {
			if (m->nrefused < LETTER_HOLDERS)
				m->refused[m->nrefused++] = p;
		} else if (m->nholder < LETTER_HOLDERS) {
			m->person[m->nholder] = (int64_t)i;
			m->holder[m->nholder++] = p->name;
		}
	}
}

int
compose_people(struct compose *m)
{
	if (participants_read(m->req->office, m->d->c->id, &m->who) !=
	    CASE_OK) {
		snprintf(m->why, sizeof(m->why), "%s",
		    office_why(m->req->office));
		return -1;
	}
	arena_adopt(m->req->arena, m->who.person);
	arena_adopt(m->req->arena, m->who.memory);
	choose(m);
	return 0;
}

int
compose_refuses(const char *text)
{
	return strcmp(text, "balasan-tolak") == 0;
}

static const char *
value(void *arg, const char *name)
{
	const struct compose *m = arg;
	const char *text = json_string_value(json_object_get(m->values,
	    name));

	return text != NULL ? text : "";
}

/* A line of the text's head, with its variables; NULL: no memory. */
static const char *
filled(struct compose *m, enum letter_key key)
{
	char *text = lettertext_fill(m->parsed->head[key], value, m);

	arena_adopt(m->req->arena, text);
	return text;
}

int
compose_open(struct compose *m)
{
	m->values = json_object();
	if (read_texts(m) != 0)
		return -1;
	compose_values(m);
	m->subject = filled(m, KEY_SUBJECT);
	m->addressee = filled(m, KEY_TO);
	return m->subject != NULL && m->addressee != NULL ? 0 : -1;
}

void
compose_close(struct compose *m)
{
	lettertext_free(m->parsed);
	json_decref(m->values);
	m->parsed = NULL;
	m->values = NULL;
}

/* -- the order --------------------------------------------------------- */

static int
number(void *arg, int64_t n, char *buf, size_t size)
{
	const struct compose *m = arg;

	return letterhead_number(&m->head, m->parsed->head[KEY_CLASS], n,
	    m->dated, buf, size);
}

struct letter_order
compose_order(struct compose *m, const char *typed)
{
	const int one = m->parsed->kind == LETTER_REPLY;

	/* One a person, or one for all, in the name of the first. */
	return (struct letter_order){
		.kind = letter_kind_slug(m->parsed->kind),
		.subject = m->subject, .dated = m->dated,
		.addressee = m->addressee, .holder = m->holder,
		.person = one ? NULL : m->person, .n = one ? 1 : m->nholder,
		.typed = typed, .number = number, .arg = m };
}
