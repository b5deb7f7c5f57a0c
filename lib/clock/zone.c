/* zone.c - time zones as tables of offsets, apart from the process's own. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock/caltext.h"
#include "clock/zone.h"

/* The zones of Indonesia, whose clocks have not changed since 1964. */
static const struct {
	const char	*id, *name;
	int32_t		 offset;
} known_zones[] = {
	{ "Asia/Jakarta", "WIB", 7 * 3600 },
	{ "Asia/Pontianak", "WIB", 7 * 3600 },
	{ "Asia/Makassar", "WITA", 8 * 3600 },
	{ "Asia/Jayapura", "WIT", 9 * 3600 },
	{ "WIB", "WIB", 7 * 3600 },
	{ "WITA", "WITA", 8 * 3600 },
	{ "WIT", "WIT", 9 * 3600 },
	{ "UTC", "UTC", 0 },
};

static int
read_change(struct calyaml *r, const yaml_node_t *node, void *into)
{
	static const struct calyaml_key keys[] = {
		{ "sejak", calyaml_instant,
		    offsetof(struct zone_change, at), 1 },
		{ "selisih", calyaml_offset,
		    offsetof(struct zone_change, offset), 1 },
		{ NULL, NULL, 0, 0 },
	};

	return calyaml_mapping(r, node, keys, into);
}

static int
read_changes(struct calyaml *r, const yaml_node_t *node, void *into)
{
	struct zone *zone = into;
	size_t i;
	int rc = calyaml_list(r, node, read_change, sizeof(*zone->change),
	    &zone->change, &zone->count);

	for (i = 1; rc == 0 && i < zone->count; i++)
		if (zone->change[i].at <= zone->change[i - 1].at)
			rc = calyaml_refuse(r, calyaml_line(node),
			    "perubahan harus urut menurut waktu");
	return rc;
}

/* A zone by its name, or by its offset alone: "+05:30" is UTC+05:30. */
static int
read_named(struct calyaml *r, const yaml_node_t *node, struct zone *zone)
{
	const char *text = (const char *)node->data.scalar.value;
	size_t i, n = sizeof(known_zones) / sizeof(known_zones[0]);
	char name[sizeof("UTC+05:30")];

	for (i = 0; i < n; i++)
		if (strcmp(known_zones[i].id, text) == 0)
			break;
	if (i < n) {
		zone->offset = known_zones[i].offset;
		snprintf(name, sizeof(name), "%s", known_zones[i].name);
	} else if (strlen(text) == strlen("+05:30") &&
	    caltext_offset(text, &zone->offset) == 0) {
		snprintf(name, sizeof(name), "UTC%s", text);
	} else {
		return calyaml_refuse(r, calyaml_line(node),
		    "zona tidak dikenal; tulis Asia/Jakarta (WIB), "
		    "Asia/Makassar (WITA), Asia/Jayapura (WIT), UTC, selisih "
		    "seperti \"+08:00\", atau nama dan selisih");
	}
	zone->name = strdup(name);
	return zone->name != NULL ? 0 : calyaml_refuse(r, 0, "memori habis");
}

int
zone_read(struct calyaml *r, const yaml_node_t *node, void *into)
{
	static const struct calyaml_key keys[] = {
		{ "nama", calyaml_text, offsetof(struct zone, name), 1 },
		{ "selisih", calyaml_offset, offsetof(struct zone, offset), 1 },
		{ "perubahan", read_changes, 0, 0 },
		{ NULL, NULL, 0, 0 },
	};

	return node->type == YAML_SCALAR_NODE ? read_named(r, node, into) :
	    calyaml_mapping(r, node, keys, into);
}

int32_t
zone_offset(const struct zone *zone, int64_t t)
{
	int32_t offset = zone->offset;
	size_t i;

	for (i = 0; i < zone->count && zone->change[i].at <= t; i++)
		offset = zone->change[i].offset;
	return offset;
}

int64_t
zone_instant(const struct zone *zone, int64_t local)
{
	int64_t since = INT64_MIN, t = local - zone->offset;
	size_t i;

	for (i = 0; i < zone->count && t >= zone->change[i].at; i++) {
		since = zone->change[i].at;
		t = local - zone->change[i].offset;
	}
	return t > since ? t : since;
}
