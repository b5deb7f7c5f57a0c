/*
 * fields_choose.h - one of all people in a form: the name or NIP is typed, with
 * the people offered while one types, and matched.  As many as fit are a choice
 * of radio buttons.
 *
 *	fields_choose_take(req, f, value, n);	before the form is checked
 *	fields_choose_show(req, box, f, t);
 *
 * A field of the type FIELD_OFFICER, whose choices are those of the field, else
 * everybody of the office.  What is kept of it is the person's id.
 */
#pragma once

#include <stddef.h>

#include "case/act.h"
#include "case/field.h"
#include "sop/sop.h"

struct fields_state;
struct page;
struct person;
struct request;

/* A person as offered: "Dewi Lestari, 198701012010012001". */
const char	*fields_choose_label(const struct request *,
		    const struct person *);

/* Put the id in the place of what was typed, where one person fits. */
void		 fields_choose_take(const struct request *,
		    const struct sop_field *, struct act_value *, size_t n);
/* The fault of a text that fits nobody, or several; an error of another
 * field stays as it is. */
void		 fields_choose_refuse(const struct request *,
		    const struct sop_field *, const struct fields_state *,
		    struct field_error *);
/* Show the field in its page, at `include`'s place. */
void		 fields_choose_show(const struct request *, struct page *,
		    const struct sop_field *, const struct fields_state *);
