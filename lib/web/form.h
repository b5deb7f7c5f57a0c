/*
 * form.h - forms as browsers send them, and the fields that a handler reads.
 *
 * A form is decoded once, here.  Its names and values are UTF-8 without NUL,
 * with LF at the ends of lines; a form with any other text is refused whole,
 * since a repaired text is not the one its sender meant.  Characters that
 * nobody sees are left out of its values (unicode_clean() in base/unicode.h),
 * but for secrets and what our pages put there: what is kept and printed is
 * what was read.
 *
 *	const char *reason = form_value(req, "alasan");
 *
 *	if (reason[0] == '\0')
 *		...422
 *
 * The token of a form against forgery (CSRF) is checked in session.h.
 */
#pragma once

#include <stddef.h>

struct arena;
struct page;
struct request;

struct form_field {
	const char	*name;
	const char	*value;		/* UTF-8, CRLF folded to LF, no NUL */
};

/*
 * Decode "a=1&b=2" into fields in the order given; names and values live in
 * the arena.  0; -1 when a name or value is no valid text; -2 when there are
 * more than `max` fields.
 */
int	 form_decode(struct arena *, const char *text, size_t len, size_t max,
	    struct form_field **fields, size_t *count);

/* A value of this name as a handler gets it: clean, unless it is a secret or
 * our own.  Lives in the arena. */
const char	*form_clean(struct arena *, const char *name,
		    const char *value);

/* The first field of this name in a list of n: its value, or NULL. */
const char	*form_find(const struct form_field *, size_t n,
		    const char *name);

/* The first value of a field in the request's form as it was sent; NULL when
 * it is absent. */
const char	*form_get(const struct request *, const char *name);
/* The same without space and line ends around it, in the request's arena; ""
 * when it is absent. */
const char	*form_value(const struct request *, const char *name);
/* All values of a repeated field (check boxes): their number; values[] gets
 * at most `max`, borrowed from the request. */
size_t		 form_all(const struct request *, const char *name,
		    const char **values, size_t max);
/* Carry the form on in hidden fields of a page: each field whose name begins
 * with `from` is one named `to` and the rest of the name, but for secrets.
 * Their number; with no page they are only counted. */
#define FORM_CARRIED "isian."	/* begins the names, on their way by a log-in
				   or a second code */
size_t		 form_carry(const struct request *, struct page *,
		    const char *from, const char *to);
/* Was more sent than the press of a button: something chosen or typed? */
int		 form_is_filled(const struct request *);
/* The texts of the form, a line for each field: for a page that cannot show
 * the form again.  Single words, choices, secrets and hidden fields are left
 * out, and what goes beyond PRICE_TYPED; "" when nothing is left. */
const char	*form_typed(const struct request *);
