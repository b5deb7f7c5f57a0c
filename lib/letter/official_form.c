/* official_form.c - what stands on the official form of an SOP. */
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "letter/official_form.h"

#include "base/arena.h"
#include "clock/month_name.h"
#include "letter/letterhead.h"
#include "people/performer.h"
#include "sop/lanes.h"
#include "sop/sop.h"

#define NAME_SIZE 512

/* "2022-10-24" as it is printed; what is no date, as it is. */
static const char *
date_words(struct arena *arena, const char *iso)
{
	int year, month, day;

	if (sscanf(iso, "%4d-%2d-%2d", &year, &month, &day) != 3)
		return iso;
	return arena_printf(arena, "%d %s %d", day, month_name("id", month),
	    year);
}

static json_t *
texts(const struct sop_list *list)
{
	json_t *all = json_array();

	for (size_t i = 0; i < list->count; i++)
		json_array_append_new(all, json_string(list->item[i]));
	return all;
}

static json_t *
identity(struct arena *arena, const struct sop *sop)
{
	return json_pack("[[ss] [ss] [ss] [ss]]",
	    "NOMOR SOP", sop->number,
	    "TANGGAL PEMBUATAN", date_words(arena, sop->made_on),
	    "TANGGAL REVISI", date_words(arena, sop->revised_on),
	    "TANGGAL EFEKTIF", date_words(arena, sop->effective_on));
}

/* The boxes below, by twos. */
static json_t *
boxes(const struct sop *sop)
{
	return json_pack("[[so] [so] [so] [so] [so] [so]]",
	    "DASAR HUKUM", texts(&sop->legal_basis),
	    "KUALIFIKASI PELAKSANA", texts(&sop->qualification),
	    "KETERKAITAN", texts(&sop->related),
	    "PERALATAN/PERLENGKAPAN", texts(&sop->equipment),
	    "PERINGATAN", texts(&sop->warning),
	    sop->recording_title != NULL ? sop->recording_title :
	    "PENCATATAN DAN PENDATAAN", texts(&sop->recording));
}

static json_t *
lane_names(struct office *o, const struct lanes *lanes)
{
	json_t *all = json_array();
	char name[NAME_SIZE];

	for (int i = 0; i < lanes->count; i++)
		json_array_append_new(all, json_string(lanes->title[i] != NULL ?
		    lanes->title[i] : performer_in(o, lanes->sop,
		    lanes->expr[i], name, sizeof(name))));
	return all;
}

/* The pieces in each lane of a row, and the label of a return there. */
static json_t *
cells(const struct lanes *lanes, int pos)
{
	json_t *all = json_array();

	for (int i = 0; i < lanes->count; i++) {
		const struct lane_cell *cell = lanes_cell(lanes, pos, i);

		json_array_append_new(all, json_pack("[is]",
		    (int)cell->pieces, cell->back != NULL ? cell->back : ""));
	}
	return all;
}

static json_t *
rows(const struct lanes *lanes)
{
	json_t *all = json_array();

	for (int pos = 1; pos <= lanes->sop->nrows; pos++) {
		const struct sop_row *row = sop_row_at(lanes->sop, pos);

		json_array_append_new(all, json_pack(
		    "{ss ss ss ss ss ss so}", "no", row->no,
		    "activity", row->activity,
		    "requirements", row->requirements, "time", row->waktu,
		    "output", row->output, "note", row->source_note,
		    "cells", cells(lanes, pos)));
	}
	return all;
}

/* The logo of the unit's letterhead on the day the SOP took effect; "" without
 * one. */
static const char *
find_logo(struct arena *arena, const struct official_form *f)
{
	const struct sop *sop = f->sop;
	struct letterhead head;
	char why[256];

	if (f->kop == NULL || letterhead_find("kop.txt", f->kop,
	    strlen(f->kop), sop->unit, sop->effective_on[0] != '\0' ?
	    sop->effective_on : sop->made_on, &head, why, sizeof(why)) != 0)
		return "";
	return arena_strdup(arena, head.logo);
}

json_t *
official_form_order(struct office *o, const struct official_form *f)
{
	const struct sop *sop = f->sop;
	struct arena *arena = arena_new();
	struct lanes lanes;
	json_t *order;

	lanes_make(arena, sop, &lanes);
	order = json_pack("{ss ss ss ss sI ss so so s{ss ss ss} so so so}",
	    "paper", "sop", "title", sop->title, "name", sop->name,
	    "office", sop->unit_lines.count > 0 ? sop->unit_lines.item[0] : "",
	    "made", (json_int_t)f->made, "logo", find_logo(arena, f),
	    "units", texts(&sop->unit_lines),
	    "identity", identity(arena, sop),
	    "approved", "position", sop->approved_position,
	    "name", sop->approved_name,
	    "nip", f->nip ? sop->approved_nip : "",
	    "boxes", boxes(sop), "lanes", lane_names(o, &lanes),
	    "rows", rows(&lanes));
	arena_free(arena);
	return order;
}
