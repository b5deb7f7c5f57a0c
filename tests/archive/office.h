/*
 * office.h - an office that was used, for the tests of the archive: the one of
 * fixture.h, with requests whose documents are stored.
 */
#pragma once

#include <stdio.h>
#include <string.h>

#include "case/act_start.h"
#include "store/files.h"
#include "tests/case/fixture.h"
#include "tests/tap.h"

/* The n-th request, with files that no other has: its case. */
static inline int64_t
office_ask(struct office *o, int n)
{
	struct act_start st = { .version_id = fixture_sop(o,
	    "izin-magang-penelitian") };
	struct act a = { .now = FIXTURE_START + n };
	char text[64], hash[FIXTURE_FIELDS][FILES_HASH_SIZE];
	struct fixture_form form;

	fixture_fill(o, sop_row_at(office_sop(o, st.version_id), 1), &form,
	    &a);
	for (size_t i = 0; i < form.nfile; i++) {
		snprintf(text, sizeof(text), "surat %d.%zu", n, i);
		if (files_put(office_files(o), text, strlen(text),
		    hash[i]) != 0)
			bail("files_put");
		form.file[i].hash = hash[i];
		form.file[i].size = (int64_t)strlen(text);
	}
	if (act_start(o, &a, &st) != CASE_OK)
		bail(office_why(o));
	return a.case_id;
}
