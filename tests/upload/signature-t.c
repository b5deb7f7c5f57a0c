/* signature-t.c - what was found in files, and forgotten with them. */
#include <stdlib.h>

#include "office/office.h"
#include "store/files.h"
#include "tests/case/fixture.h"
#include "tests/store/folder.h"
#include "tests/store/meddle.h"
#include "tests/tap.h"
#include "upload/quarantine.h"
#include "upload/signature.h"

#define GONE "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static void
remembers(struct office *o, const char *hash)
{
	static const struct signature found[] = {
		{ "Siti", 1795141800, SIGNATURE_UNCHANGED },
		{ "", 0, SIGNATURE_CHANGED },
	};
	struct signature *list;
	size_t n;

	is_int(CASE_OK, signature_put(o, hash, found, 2), "two signatures");
	is_int(CASE_OK, signature_put(o, hash, found, 2), "...found again");
	is_int(CASE_OK, signature_list(o, hash, &list, &n), "...are known");
	is_int(2, (int64_t)n, "...as two");
	is_string("Siti", list[0].signer, "...the first by whom");
	is_int(1795141800, list[0].signed_at, "...and when");
	is_int(SIGNATURE_UNCHANGED, list[0].state, "...and that it holds");
	is_int(0, list[1].signed_at, "...the second nobody knows when");
	is_int(SIGNATURE_CHANGED, list[1].state, "...and that it does not");
	free(list);
	signature_put(o, GONE, found, 1);
	meddle_break(office_db(o), "DELETE", "signatures");
	is_int(CASE_DB, signature_sweep(o), "a sweep that fails says so");
	meddle_mend(office_db(o));
	is_int(CASE_OK, signature_sweep(o), "a sweep");
	signature_list(o, GONE, &list, &n);
	is_int(0, (int64_t)n, "...forgets those of a file that is gone");
	free(list);
	signature_list(o, hash, &list, &n);
	is_int(2, (int64_t)n, "...and no other");
	free(list);
}

/* Without a scanner to ask: what quarantine_tick() does is seen in
 * uploads-t.mjs. */
static void
holds(struct office *o, const char *hash)
{
	struct change ch = { .now = FIXTURE_START };
	struct quarantined q;

	is_int(CASE_NOT_FOUND, quarantine_find(o, hash, &q),
	    "a file that is not held");
	is_int(CASE_OK, quarantine_add(o, hash, "a.pdf", QUARANTINE_SCAN,
	    FIXTURE_START), "one that is");
	quarantine_add(o, hash, "b.pdf", QUARANTINE_SCAN, FIXTURE_START + 1);
	is_int(CASE_OK, quarantine_find(o, hash, &q), "...is found");
	is_string("a.pdf", q.name, "...by its first name");
	is_int(CASE_INVALID, quarantine_release(o, &ch, q.id, ""),
	    "it goes for no reason");
	quarantine_scanned(o, hash, "Eicar");
	is_int(CASE_STATE, quarantine_release(o, &ch, q.id, "Perlu"),
	    "...nor with a virus");
	quarantine_scanned(o, hash, "");
	is_int(CASE_NOT_FOUND, quarantine_find(o, hash, &q),
	    "a clean one is held no more");
	quarantine_add(o, hash, "a.pdf", QUARANTINE_CHECK, FIXTURE_START);
	quarantine_scanned(o, hash, "");
	is_int(CASE_OK, quarantine_find(o, hash, &q),
	    "one that waits for qpdf does so after a scan");
	quarantine_add(o, hash, "a.pdf", QUARANTINE_SCAN, FIXTURE_START);
	quarantine_find(o, hash, &q);
	is_int(QUARANTINE_SCAN | QUARANTINE_CHECK, q.judge,
	    "it may wait for both");
	quarantine_scanned(o, hash, "");
	quarantine_find(o, hash, &q);
	is_int(QUARANTINE_CHECK, q.judge, "...of which one has looked");
	is_int(CASE_OK, quarantine_release(o, &ch, q.id, "Perlu"),
	    "it is let go for a reason");
}

int
main(void)
{
	struct office *o;
	char hash[FILES_HASH_SIZE];

	folder_make();
	o = fixture_open(folder);
	if (files_put(office_files(o), "x", 1, hash) == -1)
		bail("cannot store a file");
	remembers(o, hash);
	holds(o, hash);
	office_close(o);
	return tap_done();
}
