/*
 * exposition-t.c - lines of Prometheus's text format, and requests sorted into
 * buckets.
 */
#include <stdlib.h>
#include <unistd.h>

#include "base/metrics.h"
#include "tests/tap.h"
#include "web/exposition.h"
#include "web/traffic.h"

static void
escapes(void)
{
	char *text;
	size_t len;
	FILE *f = open_memstream(&text, &len);

	exposition_family(f, "a_total", "counter", "One \"line\",\nand a \\.");
	exposition_sample(f, "a_total", (const char *const []){ NULL }, "%d",
	    7);
	exposition_sample(f, "a_total", (const char *const []){ "of",
	    "C:\\x \"y\"\nz", "to", "\xC3\xA9", NULL }, "%s", "+Inf");
	fclose(f);
	is_string("# HELP a_total One \"line\",\\nand a \\\\.\n"
	    "# TYPE a_total counter\n"
	    "a_total 7\n"
	    "a_total{of=\"C:\\\\x \\\"y\\\"\\nz\",to=\"\xC3\xA9\"} +Inf\n",
	    text, "help, type and labels are escaped");
	free(text);
}

static void
sorts(void)
{
	struct traffic t;

	traffic_note("inbox", 200, 0);
	traffic_note("inbox", 204, 5000);
	traffic_note("inbox", 200, 5001);
	traffic_note("inbox", 200, INT64_C(3600000000));
	traffic_note("inbox", 503, 1);
	traffic_note("inbox", 100, 1);
	traffic_note("inbox", 600, 1);
	traffic_note("inbox", 200, -1);
	is_int(4, (int64_t)traffic_read("inbox", 2, &t), "requests of a class");
	is_int(2, (int64_t)t.bucket[0], "...up to the first bound");
	is_int(1, (int64_t)t.bucket[1], "...beyond it");
	is_int(1, (int64_t)t.bucket[TRAFFIC_BUCKETS - 1],
	    "...beyond all of them");
	is_int(INT64_C(3600010001), (int64_t)t.micros, "...their time");
	is_int(1, (int64_t)traffic_read("inbox", 5, &t), "another class");
	is_int(0, (int64_t)traffic_read("inbox", 3, &t), "one that never was");
	is_int(0, (int64_t)traffic_read("case", 2, &t), "another program");
}

int
main(void)
{
	char dir[] = "/tmp/sopap-traffic-XXXXXX", path[64];

	escapes();
	if (mkdtemp(dir) == NULL)
		bail("no folder");
	metrics_open(dir);
	sorts();
	metrics_close();
	snprintf(path, sizeof(path), "%s/metrics", dir);
	unlink(path);
	rmdir(dir);
	return tap_done();
}
