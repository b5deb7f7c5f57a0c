/* compose.c - gathering what a letter says. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "casepage/composeraw.h"

#include "base/arena.h"
#include "base/conf.h"
#include "casepage/letterfile.h"
#include "web/request.h"

#define WHY_SIZE 8192	/* all that may be wrong with a text */

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

/* -- texts ----------------------------------------------------------------- */

static int
read_texts(struct compose *m)
{
	char *why = arena_alloc(m->req->arena, WHY_SIZE);

	m->source = letterfile_in_force(m->req, m->text, why, WHY_SIZE);
	m->head_source = letterfile_in_force(m->req, "kop", why, WHY_SIZE);
	if (m->source != NULL && m->head_source != NULL)
		m->parsed = letter_text_parse(arena_printf(m->req->arena,
		    "%s.txt", m->text), m->source, strlen(m->source), why,
		    WHY_SIZE);
	if (m->parsed != NULL && letterhead_find("kop.txt", m->head_source,
	    strlen(m->head_source), m->req->conf->unit, m->dated, &m->head,
	    why, WHY_SIZE) == 0)
		return 0;
	/* Whoever composes a letter is told the first fault. */
	snprintf(m->why, sizeof(m->why), "%.*s", (int)strcspn(why, "\n"),
	    why);
	return -1;
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

const char *
compose_filled(struct compose *m, const char *text)
{
	char *words = letter_text_fill(text, value, m);

	arena_adopt(m->req->arena, words);
	return words;
}

int
compose_open(struct compose *m)
{
	m->values = json_object();
	if (read_texts(m) != 0)
		return -1;
	compose_values(m);
	m->subject = compose_filled(m, m->parsed->head[KEY_SUBJECT]);
	m->addressee = compose_filled(m, m->parsed->head[KEY_TO]);
	return m->subject != NULL && m->addressee != NULL ? 0 : -1;
}

void
compose_close(struct compose *m)
{
	letter_text_free(m->parsed);
	json_decref(m->values);
	m->parsed = NULL;
	m->values = NULL;
}

/* -- the order --------------------------------------------------------- */

static int
number(void *arg, int64_t n, char *buf, size_t size)
{
	const struct compose *m = arg;

	return letter_number_write(&m->head, m->parsed->head[KEY_CLASS], n,
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
