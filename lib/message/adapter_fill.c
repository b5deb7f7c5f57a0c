/*
 * adapter_fill.c - placeholders, replaced by what a message is made of.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "message/adapterraw.h"

/* A text that grows. */
struct text {
	char	*s;
	size_t	 len, size;
	int	 failed;
};

static void
add(struct text *t, const char *s, size_t len)
{
	char *grown;

	if (!t->failed && t->len + len + 1 > t->size) {
		grown = realloc(t->s, 2 * (t->len + len + 1));
		t->failed = grown == NULL;
		if (grown != NULL) {
			t->s = grown;
			t->size = 2 * (t->len + len + 1);
		}
	}
	if (t->failed)
		return;
	memcpy(t->s + t->len, s, len);
	t->len += len;
	t->s[t->len] = '\0';
}

/* Everything but letters, digits and "-._~" as %XX. */
static void
add_encoded(struct text *t, const char *s)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789-._~";
	char hex[4];

	for (; *s != '\0'; s++) {
		if (strchr(plain, *s) != NULL)
			add(t, s, 1);
		else {
			snprintf(hex, sizeof(hex), "%%%02X",
			    (unsigned char)*s);
			add(t, hex, 3);
		}
	}
}

/* The template of the kind of message, or of any; NULL: there is none. */
const char *
adapter_template(const struct adapter_making *k)
{
	json_t *names = adapter_at(k->a->root, "templates");
	const char *name = json_string_value(json_object_get(names,
	    k->m->kind));

	return name != NULL ? name :
	    json_string_value(json_object_get(names, "*"));
}

/* What a word stands for; NULL when nobody knows it.  *ours: it is the
 * office's own and taken as it is. */
static const char *
meaning(const struct adapter_making *k, const char *word, int *ours)
{
	const struct adapter_message *m = k->m;
	const struct {
		const char	*word, *value;
	} words[] = {
		{ "id", m->id }, { "to", k->phone }, { "text", m->text },
		{ "line", k->line }, { "subject", m->subject },
		{ "kind", m->kind }, { "number", m->number },
		{ "language", m->language },
	};
	const char *value;
	size_t i;

	*ours = 0;
	for (i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(words[i].word, word) == 0)
			return words[i].value;
	if (strcmp(word, "template") == 0)
		return adapter_template(k) != NULL ? adapter_template(k) : "";
	if (strncmp(word, "secret.", 7) == 0) {
		value = json_string_value(json_object_get(k->a->secret,
		    word + 7));
		return value != NULL && k->hide ? "***" : value;
	}
	*ours = 1;
	return json_string_value(json_object_get(adapter_at(k->a->root,
	    "settings"), word));
}

/* A text with its words in braces replaced; NULL with why.  Given. */
char *
adapter_expand(struct adapter_making *k, const char *from, int encode)
{
	struct text t = { NULL, 0, 0, 0 };
	const char *open, *value;
	char word[64];
	size_t len;
	int ours;

	add(&t, "", 0);
	while ((open = strchr(from, '{')) != NULL) {
		len = strcspn(open, "}") - 1;
		add(&t, from, (size_t)(open - from));
		snprintf(word, sizeof(word), "%.*s", (int)len, open + 1);
		if ((value = meaning(k, word, &ours)) == NULL) {
			snprintf(k->why, k->whysize, "nothing is called {%s}",
			    word);
			free(t.s);
			return NULL;
		}
		if (encode && !ours)
			add_encoded(&t, value);
		else
			add(&t, value, strlen(value));
		from = open + 1 + len + (open[1 + len] == '}');
	}
	add(&t, from, strlen(from));
	if (t.failed) {
		free(t.s);
		return NULL;
	}
	return t.s;
}

/* -- bodies ------------------------------------------------------------- */

/* The fields with every text in them replaced. */
json_t *
adapter_fill(struct adapter_making *k, json_t *from)
{
	json_t *to, *value, *filled;
	const char *name;
	size_t i;
	char *text;

	if (json_is_string(from)) {
		text = adapter_expand(k, json_string_value(from), 0);
		to = text != NULL ? json_string(text) : NULL;
		free(text);
		return to;
	}
	if (json_is_object(from)) {
		to = json_object();
		json_object_foreach(from, name, value)
			if ((filled = adapter_fill(k, value)) == NULL ||
			    json_object_set_new(to, name, filled) == -1)
				goto fail;
		return to;
	}
	if (!json_is_array(from))
		return json_incref(from);
	to = json_array();
	json_array_foreach(from, i, value)
		if ((filled = adapter_fill(k, value)) == NULL ||
		    json_array_append_new(to, filled) == -1)
			goto fail;
	return to;
fail:
	json_decref(to);
	return NULL;
}

char *
adapter_form(json_t *fields)
{
	struct text t = { NULL, 0, 0, 0 };
	char word[8192];
	const char *name;
	json_t *value;

	add(&t, "", 0);
	json_object_foreach(fields, name, value) {
		add(&t, "&", t.len > 0);
		add_encoded(&t, name);
		add(&t, "=", 1);
		add_encoded(&t, adapter_word(value, word, sizeof(word)));
	}
	return t.s;
}
