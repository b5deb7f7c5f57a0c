/*
 * import_xes.c - an event log as XES (IEEE 1849).
 *
 * Of a trace its concept:name counts, of an event concept:name, org:role (else
 * org:group), org:resource, time:timestamp and lifecycle:transition: a
 * "start" is the beginning of the next "complete" of the same activity; other
 * transitions finish nothing and are passed over.
 */
#include <expat.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "exchange/import_xes.h"

#define VALUE_SIZE	256
#define STARTS_MAX	64		/* activities of a case begun at once */

/* The element we are in. */
enum place { PLACE_LOG, PLACE_TRACE, PLACE_EVENT };

struct begun {
	char	activity[VALUE_SIZE], at[VALUE_SIZE];
};

struct xes {
	struct import_reader	*r;
	XML_Parser		 parser;
	enum place		 place;
	int			 nested;	/* inside an attribute */
	int			 seen;		/* there was a <log> */
	size_t			 traces;
	size_t			 line;		/* of the event */
	char			 word[IMPORT__MAX][VALUE_SIZE];
	char			 group[VALUE_SIZE], transition[VALUE_SIZE];
	struct begun		 begun[STARTS_MAX];
	int			 nbegun;
};

static void
copy(char *to, const char *value)
{
	snprintf(to, VALUE_SIZE, "%s", value);
}

/* -- events ------------------------------------------------------------- */

static void
event_begins(struct xes *x)
{
	int c;

	x->place = PLACE_EVENT;
	x->line = XML_GetCurrentLineNumber(x->parser);
	for (c = IMPORT_ACTIVITY; c < IMPORT__MAX; c++)
		x->word[c][0] = '\0';
	x->group[0] = x->transition[0] = '\0';
}

static void
note_begun(struct xes *x)
{
	struct begun *b;

	if (x->nbegun == STARTS_MAX)
		return;
	b = &x->begun[x->nbegun++];
	copy(b->activity, x->word[IMPORT_ACTIVITY]);
	copy(b->at, x->word[IMPORT_AT]);
}

/* When this activity was begun, which is then forgotten. */
static void
take_begun(struct xes *x)
{
	int i;

	for (i = 0; i < x->nbegun; i++) {
		if (strcmp(x->begun[i].activity, x->word[IMPORT_ACTIVITY]) != 0)
			continue;
		copy(x->word[IMPORT_BEGUN], x->begun[i].at);
		x->nbegun--;
		memmove(&x->begun[i], &x->begun[i + 1],
		    (size_t)(x->nbegun - i) * sizeof(x->begun[0]));
		return;
	}
}

static void
event_ends(struct xes *x)
{
	struct import_raw raw = { .line = x->line };
	int c;

	x->place = PLACE_TRACE;
	if (strcmp(x->transition, "start") == 0) {
		note_begun(x);
		return;
	}
	if (x->transition[0] != '\0' &&
	    strcmp(x->transition, "complete") != 0)
		return;
	take_begun(x);
	if (x->word[IMPORT_ROLE][0] == '\0')
		copy(x->word[IMPORT_ROLE], x->group);
	for (c = 0; c < IMPORT__MAX; c++)
		raw.word[c] = x->word[c];
	import_log_add(x->r, &raw);
}

/* -- attributes --------------------------------------------------------- */

static const char *
key_of(const struct xes *x, enum import_column c)
{
	static const char *const usual[IMPORT__MAX] = { "concept:name",
		"concept:name", "org:role", "", "time:timestamp",
		"org:resource", "" };

	return x->r->src->name[c] != NULL ? x->r->src->name[c] : usual[c];
}

static void
event_attribute(struct xes *x, const char *key, const char *value)
{
	int c;

	for (c = IMPORT_ACTIVITY; c < IMPORT__MAX; c++)
		if (strcmp(key, key_of(x, (enum import_column)c)) == 0)
			copy(x->word[c], value);
	if (strcmp(key, "org:group") == 0)
		copy(x->group, value);
	else if (strcmp(key, "lifecycle:transition") == 0)
		copy(x->transition, value);
}

static void
attribute(struct xes *x, const XML_Char **atts)
{
	const char *key = "", *value = "";

	for (; *atts != NULL; atts += 2) {
		if (strcmp(atts[0], "key") == 0)
			key = atts[1];
		else if (strcmp(atts[0], "value") == 0)
			value = atts[1];
	}
	if (x->place == PLACE_EVENT)
		event_attribute(x, key, value);
	else if (x->place == PLACE_TRACE &&
	    strcmp(key, key_of(x, IMPORT_TRACE)) == 0)
		copy(x->word[IMPORT_TRACE], value);
}

/* -- the file ----------------------------------------------------------- */

static void XMLCALL
element(void *arg, const XML_Char *name, const XML_Char **atts)
{
	struct xes *x = arg;

	if (x->nested > 0) {
		x->nested++;
	} else if (strcmp(name, "log") == 0) {
		x->seen = 1;
	} else if (strcmp(name, "trace") == 0) {
		x->place = PLACE_TRACE;
		x->nbegun = 0;
		snprintf(x->word[IMPORT_TRACE], VALUE_SIZE, "%zu", ++x->traces);
	} else if (strcmp(name, "event") == 0) {
		event_begins(x);
	} else {
		attribute(x, atts);
		x->nested = 1;
	}
}

static void XMLCALL
element_end(void *arg, const XML_Char *name)
{
	struct xes *x = arg;

	if (x->nested > 0)
		x->nested--;
	else if (strcmp(name, "event") == 0)
		event_ends(x);
	else if (strcmp(name, "trace") == 0)
		x->place = PLACE_LOG;
}

int
import_xes_read(struct import_reader *r, char *why, size_t whysize)
{
	struct xes *x = calloc(1, sizeof(*x));
	int rc = 0;

	if (x == NULL || (x->parser = XML_ParserCreate(NULL)) == NULL) {
		free(x);
		r->log->broken = 1;
		return -1;
	}
	x->r = r;
	XML_SetUserData(x->parser, x);
	XML_SetElementHandler(x->parser, element, element_end);
	if (XML_Parse(x->parser, r->src->text, (int)r->src->len, 1) !=
	    XML_STATUS_OK) {
		snprintf(why, whysize, "baris %lu: %s",
		    (unsigned long)XML_GetCurrentLineNumber(x->parser),
		    XML_ErrorString(XML_GetErrorCode(x->parser)));
		rc = -1;
	} else if (!x->seen) {
		snprintf(why, whysize, "XML, tetapi bukan XES: unsur log "
		    "tidak ada");
		rc = -1;
	}
	XML_ParserFree(x->parser);
	free(x);
	return rc;
}
