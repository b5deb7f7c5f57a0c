/*
 * replay-t.c - the inputs that were kept, files that are shipped, and simple
 * changes of both, to every parser that reads what strangers send.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "tests/fuzz/fuzz.h"
#include "tests/slurp.h"
#include "tests/tap.h"

#define CHANGES 24		/* of each input */
#define LARGE 20000		/* bytes of an input that is changed less */

/* Files of the tree that are good inputs. */
static const struct {
	const char *target, *path;
} shipped[] = {
	{ "adapter", "reports/messenger/adapter/waha.json" },
	{ "calendar", "lib/clock/kanwil-sumsel.yaml" },
	{ "conf", "lib/base/sopap.conf" },
	{ "ics", "tests/data/libur-indonesia.tsv" },
	{ "letter", "reports/letter/balasan.txt" },
	{ "letter", "reports/letter/kop.txt" },
	{ "log", "tests/data/log/kecil.csv" },
	{ "log", "tests/data/log/kecil.xes" },
	{ "roles", "lib/sop/peran.yaml" },
	{ "sop", "lib/sop/rkt.yaml" },
	{ "sop", "tests/data/sop-kecil.yaml" },
};

/* The input as it is, cut, and with single bytes changed. */
static void
run(const struct fuzz_target *t, const char *text, size_t len)
{
	static const char bytes[] = { '\0', '"', '\n', '\xff', '-', '<' };
	uint8_t *copy = malloc(len + 1);
	size_t changes = len > LARGE ? CHANGES / 4 : CHANGES;

	if (copy == NULL)
		bail("no memory");
	t->run((const uint8_t *)text, len);
	for (size_t i = 0; i < changes && len > 0; i++) {
		size_t at = (len - 1) * i / changes;

		memcpy(copy, text, len);
		t->run(copy, at);
		copy[at] = (uint8_t)bytes[i % sizeof(bytes)];
		t->run(copy, len);
	}
	free(copy);
}

/* A file of the tree, by its name. */
static int
run_file(const struct fuzz_target *t, const char *name)
{
	size_t len;
	char *text = slurp(name, &len);

	run(t, text, len);
	free(text);
	return 1;
}

/* The inputs that were kept for a target: their number. */
static int
run_corpus(const struct fuzz_target *t)
{
	char folder[64], path[1024];
	struct dirent *e;
	int n = 0;
	DIR *d;

	snprintf(folder, sizeof(folder), "tests/fuzz/corpus/%s", t->name);
	snprintf(path, sizeof(path), "%.900s/%s", getenv("SRCDIR") != NULL ?
	    getenv("SRCDIR") : ".", folder);
	d = opendir(path);
	while (d != NULL && (e = readdir(d)) != NULL)
		if (e->d_name[0] != '.') {
			snprintf(path, sizeof(path), "%s/%s", folder,
			    e->d_name);
			n += run_file(t, path);
		}
	if (d != NULL)
		closedir(d);
	return n;
}

int
main(void)
{
	for (const struct fuzz_target *t = fuzz_targets; t->name != NULL;
	    t++) {
		int n = run_corpus(t);

		for (size_t i = 0; i < sizeof(shipped) / sizeof(shipped[0]);
		    i++)
			if (strcmp(shipped[i].target, t->name) == 0)
				n += run_file(t, shipped[i].path);
		t->run((const uint8_t *)"", 0);
		ok(n > 0, "%s: %d inputs and their changes", t->name, n);
	}
	return tap_done();
}
