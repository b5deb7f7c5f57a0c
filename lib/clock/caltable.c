/* caltable.c - make the table of days of a calendar. */

#include <stdlib.h>
#include <string.h>

#include "clock/caltable.h"
#include "clock/civil.h"

#define PIECES_AT_FIRST 64	/* enough for a few patterns */

/* Where the build stands in the outages, which are in order of time, and how
 * much room its arrays have. */
struct cursor {
	size_t	outage;
	size_t	room_shapes, room_pieces;
};

/* Make room for one more element. */
static int
grow(void **array, size_t *room, size_t used, size_t size)
{
	size_t n = *room ? *room * 2 : 16;
	void *p;

	if (used < *room)
		return 0;
	p = realloc(*array, n * size);
	if (p == NULL)
		return -1;
	*array = p;
	*room = n;
	return 0;
}

static int
compare_day(const void *key, const void *element)
{
	int32_t day = *(const int32_t *)key;
	const struct dated *entry = element;

	return (day > entry->day) - (day < entry->day);
}

/* The entry of this day, if the list has one. */
static const struct dated *
entry_of(const struct dated_list *dates, int32_t day)
{
	if (dates->count == 0)
		return NULL;
	return bsearch(&day, dates->list, dates->count, sizeof(*dates->list),
	    compare_day);
}

/* The pattern in force: of those that cover the day, the last to begin. */
static uint16_t
week_of(const struct calfile *file, int32_t day)
{
	size_t i = file->nweeks;

	while (--i > 0)
		if (file->weeks[i].from <= day && day <= file->weeks[i].until)
			break;
	return (uint16_t)i;
}

/* Add [from, to) to the day that is being made, joined to what it touches. */
static int
add_piece(struct calendar *cal, struct cursor *at, struct day_shape *shape,
    const int64_t span[2])
{
	int32_t from = (int32_t)span[0], to = (int32_t)span[1];
	struct piece *last;
	void *pieces = cal->pieces;

	if (to <= from)
		return 0;
	last = shape->count ? &cal->pieces[shape->first + shape->count - 1]
	    : NULL;
	if (last != NULL && last->to == from) {
		last->to = to;
	} else {
		if (grow(&pieces, &at->room_pieces, cal->npieces,
		    sizeof(struct piece)) != 0)
			return -1;
		cal->pieces = pieces;
		cal->pieces[cal->npieces++] = (struct piece){ from, to,
		    shape->total };
		shape->count++;
	}
	shape->total += to - from;
	return 0;
}

/*
 * Add one interval as written, without the outages in it, to the day whose
 * first instant is `start`.  The name of the last outage goes to `why`.
 */
static int
add_interval(struct calendar *cal, struct cursor *at, struct day_shape *shape,
    int64_t midnight, struct cal_hours written, const char **why)
{
	const struct zone *zone = &cal->file.zone;
	int64_t start = zone_instant(zone, midnight);
	int64_t from = zone_instant(zone, midnight + written.from) - start;
	int64_t to = zone_instant(zone, midnight + written.to) - start;
	const struct outage *o;
	int64_t out_from, out_to;
	size_t i;

	for (i = at->outage; i < cal->file.noutages; i++) {
		o = &cal->file.outages[i];
		out_from = zone_instant(zone, o->from) - start;
		out_to = zone_instant(zone, o->to) - start;
		if (out_from >= to)
			break;
		if (out_to <= from || !o->counts)
			continue;
		*why = o->name;
		if (out_from > from && add_piece(cal, at, shape,
		    (int64_t[]){ from, out_from }) != 0)
			return -1;
		from = out_to;
	}
	return add_piece(cal, at, shape, (int64_t[]){ from, to });
}

/* Give the day the shape just made, or an equal one that is there already. */
static int
keep_shape(struct calendar *cal, struct cursor *at, struct day *day,
    struct day_shape made)
{
	const struct day_shape *s;
	void *shapes = cal->shapes;
	size_t i;

	for (i = 0; i < cal->nshapes; i++) {
		s = &cal->shapes[i];
		if (s->count == made.count && s->total == made.total &&
		    (made.count == 0 || memcmp(cal->pieces + s->first,
		    cal->pieces + made.first,
		    made.count * sizeof(struct piece)) == 0))
			break;
	}
	day->shape = (uint16_t)i;
	if (i < cal->nshapes) {
		cal->npieces = made.first;
		return 0;
	}
	if (grow(&shapes, &at->room_shapes, i, sizeof(struct day_shape)) != 0)
		return -1;
	cal->shapes = shapes;
	cal->shapes[cal->nshapes++] = made;
	return 0;
}

static const struct dated *
rule_of(const struct calfile *file, int32_t number, enum cal_rule *rule)
{
	const struct dated *entry;

	if ((entry = entry_of(&file->overrides, number)) != NULL)
		*rule = CAL_RULE_OVERRIDE;
	else if ((entry = entry_of(&file->makeups, number)) != NULL)
		*rule = CAL_RULE_MAKEUP;
	else if ((entry = entry_of(&file->holidays, number)) != NULL)
		*rule = entry->joint ? CAL_RULE_JOINT : CAL_RULE_HOLIDAY;
	else
		*rule = CAL_RULE_WEEK;
	return entry;
}

const struct cal_hours_list *
caltable_written(const struct calendar *cal, int i, struct cal_reason *out)
{
	static const struct cal_hours_list none;
	int32_t number = CAL_FIRST_DAY + i;
	const struct week *week = &cal->file.weeks[cal->days[i].week];
	const struct dated *entry = rule_of(&cal->file, number, &out->rule);

	out->name = entry != NULL ? entry->name : week->name;
	out->decree = entry != NULL ? entry->decree : week->decree;
	switch (out->rule) {
	case CAL_RULE_OVERRIDE:
		return &entry->hours;
	case CAL_RULE_MAKEUP:
		out->like = entry->like;
		return &week->day[entry->like - 1];
	case CAL_RULE_WEEK:
		return &week->day[civil_weekday(number) - 1];
	default:
		return &none;
	}
}

/* Fill day `i`, whose start and running sums are set. */
static int
build_day(struct calendar *cal, struct cursor *at, size_t i)
{
	struct day *day = &cal->days[i];
	int32_t number = CAL_FIRST_DAY + (int32_t)i;
	int64_t midnight = (int64_t)number * DAY_SECONDS;
	struct day_shape shape = { .first = (uint32_t)cal->npieces };
	struct cal_reason reason = { 0 };
	const char *why, *outage = NULL;
	const struct cal_hours_list *hours;
	int n;

	day->week = week_of(&cal->file, number);
	hours = caltable_written(cal, (int)i, &reason);
	while (at->outage < cal->file.noutages &&
	    cal->file.outages[at->outage].to <= midnight)
		at->outage++;
	for (n = 0; n < hours->count; n++)
		if (add_interval(cal, at, &shape, midnight, hours->list[n],
		    &outage) != 0)
			return -1;
	why = reason.rule != CAL_RULE_WEEK ? reason.name : outage;
	if (why != NULL) {
		day->why = (uint16_t)cal->nnames;
		cal->names[cal->nnames++] = why;
	}
	return keep_shape(cal, at, day, shape);
}

struct cal_hours
caltable_hours(const struct calendar *cal, int i, int64_t from, int64_t to)
{
	const struct zone *zone = &cal->file.zone;
	int64_t midnight = (CAL_FIRST_DAY + (int64_t)i) * DAY_SECONDS;
	struct cal_hours out;

	out.from = (int32_t)(from + zone_offset(zone, from) - midnight);
	/* The last second's offset: the end itself may have another. */
	out.to = (int32_t)(to - 1 + zone_offset(zone, to - 1) + 1 - midnight);
	return out;
}

int
caltable_build(struct calendar *cal)
{
	struct cursor at = { 0 };
	struct day *day, *next;
	const struct day_shape *shape;
	size_t i;

	cal->days = calloc(CAL_DAYS + 1, sizeof(*cal->days));
	cal->workdays = calloc(CAL_DAYS, sizeof(*cal->workdays));
	cal->names = calloc(CAL_DAYS + 1, sizeof(*cal->names));
	cal->pieces = calloc(PIECES_AT_FIRST, sizeof(*cal->pieces));
	at.room_pieces = PIECES_AT_FIRST;
	if (cal->days == NULL || cal->workdays == NULL || cal->names == NULL ||
	    cal->pieces == NULL)
		return -1;
	cal->nnames = 1;
	cal->base = zone_instant(&cal->file.zone,
	    (int64_t)CAL_FIRST_DAY * DAY_SECONDS);
	if (keep_shape(cal, &at, cal->days, (struct day_shape){ 0 }) != 0)
		return -1;
	for (i = 0; i < CAL_DAYS; i++) {
		if (build_day(cal, &at, i) != 0)
			return -1;
		day = &cal->days[i];
		next = day + 1;
		shape = &cal->shapes[day->shape];
		*next = (struct day){
			.start = (uint32_t)(zone_instant(&cal->file.zone,
			    (CAL_FIRST_DAY + (int64_t)i + 1) * DAY_SECONDS) -
			    cal->base),
			.before = day->before + (uint32_t)shape->total,
			.ordinal = day->ordinal + (shape->total > 0),
		};
		if (shape->total > 0)
			cal->workdays[cal->nworkdays++] = (uint16_t)i;
	}
	return 0;
}

void
caltable_free(struct calendar *cal)
{
	free(cal->days);
	free(cal->workdays);
	free(cal->names);
	free(cal->shapes);
	free(cal->pieces);
}
