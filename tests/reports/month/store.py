"""store.py OFFICE.db ANGKA.json LANGKAH.csv - the table of the rows, computed
once more from the store, with a clock of its own; prints what differs, and
exits with 1 when anything does.

It knows the definitions, not the program.  A visit is compared with its own
limit: work with the larger of work over the maximum and queue over what it may
lie there, every other limit with the working time used over that from receipt
to its own due.  Thousandths are rounded, above 1000 exactly when it is late.
"""
import bisect
import csv
import datetime
import json
import sqlite3
import sys

import yaml

FINISHED = {"forward", "refuse", "end", "download"}
ENDED_BY_OTHERS = {"return", "withdrawn", "cancelled", "superseded"}
SECONDS = {"detik": 1, "menit": 60, "jam": 3600}
DAYS = ["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"]
WIB = datetime.timezone(datetime.timedelta(hours=7))


def instant(date, hours):
    h, m = map(int, hours.split(":"))
    midnight = datetime.datetime(date.year, date.month, date.day, tzinfo=WIB)
    return int(midnight.timestamp()) + 3600 * h + 60 * m


def as_date(value):
    if isinstance(value, datetime.date):
        return value
    return datetime.date.fromisoformat(value)


class Clock:
    """Working time as sorted stretches [from, to) of seconds."""

    def __init__(self, text):
        # Times of day stay text: YAML takes 07:30 for a number.
        file = yaml.load(text, yaml.BaseLoader)
        assert file["zona"] == "Asia/Jakarta", file["zona"]
        self.patterns = file["pola"]
        self.off = {e["tanggal"] for e in file.get("libur", [])}
        self.like = {e["tanggal"]: e["seperti"]
                     for e in file.get("hari_kerja_pengganti", [])}
        self.own = {e["tanggal"]: e["jam"] for e in file.get("khusus", [])}
        self.outages = file.get("gangguan", [])
        assert not any("unit" in e for e in self.outages)
        self.start, self.end, self.before, self.last = [], [], [], []
        day, total = datetime.date(2009, 1, 1), 0
        while day < datetime.date(2028, 1, 1):
            for a, b in self.stretches(day):
                self.start.append(a)
                self.end.append(b)
                self.before.append(total)
                total += b - a
            if self.end and (not self.last or self.end[-1] > self.last[-1]):
                self.last.append(self.end[-1])
            day += datetime.timedelta(days=1)

    def hours(self, day):
        name = day.isoformat()
        if name in self.own:
            return self.own[name]
        weekday = DAYS[day.weekday()]
        if name in self.like:
            weekday = self.like[name]
        elif name in self.off:
            return []
        best = None
        for p in self.patterns:
            span = p.get("berlaku", {})
            first, last = span.get("dari", ""), span.get("sampai", "9999")
            if first <= name <= last and (best is None or first > best[0]):
                best = first, p
        return best[1].get(weekday, [])

    def stretches(self, day):
        for text in self.hours(day):
            pieces = [tuple(instant(day, h) for h in text.split("-"))]
            for o in self.outages:
                a, b = (instant(as_date(o[k][:10]), o[k][11:])
                        for k in ("dari", "sampai"))
                pieces = [(x, y) for p, q in pieces
                          for x, y in ((p, min(q, a)), (max(p, b), q))
                          if x < y]
            yield from pieces

    def sum(self, at):
        i = bisect.bisect_right(self.start, at) - 1
        if i < 0:
            return 0
        return self.before[i] + min(at, self.end[i]) - self.start[i]

    def elapsed(self, a, b):
        return self.sum(b) - self.sum(a)

    def add(self, at, seconds):
        if seconds == 0:
            return at
        total = self.sum(at) + seconds
        i = bisect.bisect_left(self.before, total) - 1
        return self.start[i] + total - self.before[i]

    def day_end(self, at, days):
        return self.last[bisect.bisect_right(self.last, at) + days]


def thousandths(used, limit, late):
    if used <= 0:
        part = 0
    elif limit <= 0:
        part = 1000000
    else:
        part = min((2000 * used + limit) // (2 * limit), 1000000)
    return max(part, 1001) if late else min(part, 1000)


def quantile(values, tenths):
    if not values:
        return None
    values = sorted(values)
    at, rest = divmod((len(values) - 1) * tenths, 10)
    if rest == 0:
        return values[at]
    return values[at] + (2 * (values[at + 1] - values[at]) * rest + 10) // 20


class Visit:
    def __init__(self, row, clock):
        self.__dict__.update(row)
        self.clock = clock
        self.start_at = self.received_at or self.claimed_at or 0
        self.work = self.measure == "work"

    def due(self, moved):
        if self.measure == "elapsed":
            return self.start_at + self.max * SECONDS.get(self.unit, 86400)
        if self.unit == "hari":
            end = self.clock.day_end(self.start_at, self.max)
            return self.clock.add(end, moved)
        return self.clock.add(self.start_at, self.max * SECONDS[self.unit] +
                              moved)

    def is_over(self, own, queue, moved, at):
        if self.work:
            return (own > self.max * SECONDS[self.unit] or
                    queue > self.queue_max)
        return at > self.due(moved)

    def part(self, own, queue, moved, at):
        late = self.is_over(own, queue, moved, at)
        if self.work:
            return max(thousandths(own, self.max * SECONDS[self.unit], late),
                       thousandths(queue, self.queue_max, late))
        due = self.due(moved)
        if self.measure == "elapsed":
            return thousandths(at - self.start_at, due - self.start_at, late)
        return thousandths(self.clock.elapsed(self.start_at, at) - moved,
                           self.clock.elapsed(self.start_at, due) - moved,
                           late)

    def spent(self, spans, to):
        """Own work, queue and working time outside that moves the limit, up
        to an instant."""
        sums = {"own": 0, "queue": 0, "outside": 0}
        for i, (phase, since, still) in enumerate(spans):
            until = spans[i + 1][1] if i + 1 < len(spans) else to
            if phase in sums and since < to and not still:
                sums[phase] += self.clock.elapsed(since, min(until, to))
        return sums["own"], sums["queue"], sums["outside"]


class Row:
    def __init__(self):
        self.parts, self.own, self.turn = [], [], []
        self.done = self.over = self.late_open = self.unlike = 0

    def close(self, v):
        judged = v.verdict != "none" and not v.external
        if judged and (v.verdict == "over") != v.is_over(v.own, v.queue,
                                                         v.moved, v.closed_at):
            self.unlike += 1
        done = (v.outcome in FINISHED and judged or
                v.outcome in ENDED_BY_OTHERS and judged and
                v.verdict == "over")
        bare = ((v.max == 0 or v.external) and v.outcome in FINISHED and
                v.start_at != 0 and v.phase != "system")
        self.done += done
        self.over += done and v.verdict == "over"
        if done:
            self.parts.append(v.part(v.own, v.queue, v.moved, v.closed_at))
        if done or bare:
            self.own.append(v.own)
            self.turn.append(v.own + v.queue if v.measure != "elapsed" else
                             v.closed_at - (v.received_at or v.opened_at))

    def stay(self, v, spans, to):
        if (v.max == 0 or v.external or v.outcome == "void" or
                v.phase == "system" or v.start_at == 0 or v.start_at >= to):
            return
        spent = v.spent(spans, to)
        late = v.is_over(*spent, to) if v.work else v.due(spent[2]) < to
        self.late_open += late
        if late:
            self.parts.append(v.part(*spent, to))

    def figures(self):
        limited = self.done + self.late_open > 0
        return {
            "selesai": self.done, "terlambat": self.over,
            "terbuka dan terlambat": self.late_open,
            "batas median permil": quantile(self.parts, 5) if limited else
            None,
            "batas p90 permil": quantile(self.parts, 9) if limited else None,
            "kerja median detik": quantile(self.own, 5),
            "kerja p90 detik": quantile(self.own, 9),
            "sampai selesai median detik": quantile(self.turn, 5),
            "sampai selesai p90 detik": quantile(self.turn, 9),
        }


def visits(db, since, to):
    db.row_factory = sqlite3.Row
    clocks = {}
    for r in db.execute(
            "SELECT t.*, s.slug, w.version AS edition FROM tasks t"
            "  JOIN sop_versions w ON w.id = t.version_id"
            "  JOIN sops s ON s.id = w.sop_id WHERE t.opened_at < ?"
            "   AND (t.closed_at IS NULL OR t.closed_at >= ?)", (to, since)):
        if r["calendar_id"] not in clocks:
            clocks[r["calendar_id"]] = Clock(db.execute(
                "SELECT yaml FROM calendar_versions WHERE id = ?",
                (r["calendar_id"],)).fetchone()[0])
        yield Visit(dict(r), clocks[r["calendar_id"]])


def compute(db, since, to):
    rows = {}
    for v in visits(db, since, to):
        row = rows.setdefault(f"{v.slug}/{v.edition:03}/{v.pos:03}", Row())
        if v.closed_at is not None and v.closed_at < to:
            row.close(v)
            continue
        spans = [tuple(s) for s in db.execute(
            "SELECT phase, from_at, still FROM spans WHERE task_id = ?"
            " ORDER BY from_at, n", (v.id,))]
        row.stay(v, spans, to)
    return rows


def main(store, numbers, table):
    with open(numbers, encoding="utf-8") as f:
        period = json.load(f)
    rows = compute(sqlite3.connect(store), period["from"], period["to"])
    wrong = compared = 0
    with open(table, encoding="utf-8-sig", newline="") as f:
        theirs = {r["kode"]: r for r in csv.DictReader(f)}
    for r in period["rows"]:
        for name, column in (("limit_median", "batas median permil"),
                             ("limit_p90", "batas p90 permil")):
            compared += 1
            if (theirs[r["key"]][column] or "-1") != str(r[name]):
                print(f"{r['key']}, {name}: {r[name]} is not in the table")
                wrong += 1
    for key, row in sorted(rows.items()):
        if row.unlike:
            print(f"{key}: {row.unlike} verdicts differ")
            wrong += 1
        for name, value in row.figures().items():
            if key not in theirs:
                if name == "selesai" and value != 0:
                    print(f"{key}: not in the table")
                    wrong += 1
                continue
            compared += 1
            if theirs[key][name] != ("" if value is None else str(value)):
                print(f"{key}, {name}: {theirs[key][name]}, "
                      f"from the store {value}")
                wrong += 1
    late = sum(r.over + r.late_open for r in rows.values())
    print(f"{len(rows)} rows, {late} late, {compared} figures compared")
    return wrong != 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
