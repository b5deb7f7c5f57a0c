"""inhand.py OFFICE.db - the work and the queue of every closed visit of the
office, and the verdicts on limits of work, computed once more from what people
did alone: who claimed, took up, sent and got back what, and when.

It knows the rule, not the program: one task in hand; what is acted on without
having been taken up counts from the previous act.  Spans and accounts of the
store are not read but to be compared with.  Prints what differs, and exits
with 1 when anything does.
"""
import bisect
import datetime
import json
import re
import sqlite3
import sys

ZONE = 7 * 3600
DAY = 86400
DAYS = ["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"]
SECONDS = {"detik": 1, "menit": 60, "jam": 3600}


class Calendar:
    """Working time, read from the calendar's own text."""

    def __init__(self, text):
        self.patterns, self.off = [], set()
        for line in text.splitlines():
            line = line.split(" #")[0].rstrip()
            if re.match(r"  - nama:", line):
                self.patterns.append({"from": "0000", "to": "9999"})
            elif m := re.match(r"    berlaku: {dari: (\S+), sampai: (\S+)}",
                               line):
                self.patterns[-1] |= {"from": m[1], "to": m[2]}
            elif m := re.match(r"    (\w+): \[(.*)\]", line):
                self.patterns[-1][m[1]] = re.findall(
                    r"(\d\d):(\d\d)-(\d\d):(\d\d)", m[2])
            elif m := re.match(r"  - tanggal: (\S+)", line):
                self.off.add(m[1])
            elif m := re.match(r"(hari_kerja_pengganti|khusus|gangguan): (.*)",
                               line):
                assert m[2] == "[]", f"{m[1]} is not read here"
        first = datetime.date(2021, 1, 1)
        self.base = (first - datetime.date(1970, 1, 1)).days * DAY - ZONE
        self.start, self.end, self.sum = [], [], [0]
        for n in range(4000):
            for a, b in self.hours(first + datetime.timedelta(n)):
                self.start.append(self.base + n * DAY + a)
                self.end.append(self.base + n * DAY + b)
                self.sum.append(self.sum[-1] + b - a)

    def hours(self, date):
        day = date.isoformat()
        if day in self.off:
            return []
        fit = [p for p in self.patterns if p["from"] <= day <= p["to"]]
        hours = max(fit, key=lambda p: p["from"]).get(DAYS[date.weekday()], [])
        return [((int(a) * 60 + int(b)) * 60, (int(c) * 60 + int(d)) * 60)
                for a, b, c, d in hours]

    def until(self, at):
        i = bisect.bisect_right(self.start, at)
        return self.sum[i] - max(0, self.end[i - 1] - at) if i else 0

    def work(self, a, b):
        return self.until(b) - self.until(a)


class Person:
    def __init__(self):
        self.hand, self.since = None, 0
        self.last = 0           # instant of the previous act
        self.turned = {}        # when work began last, by task


class Task:
    """One visit; `row` has the facts of its opening."""

    def __init__(self, row):
        self.row, self.owner = dict(row), None
        self.own = self.queue = 0
        self.lies = None        # since when it waits; None: it does not
        self.out = None


class Office:
    def __init__(self, calendar, months):
        self.cal, self.people, self.tasks = calendar, {}, {}
        self.months = months    # when each was closed, and its end

    def frozen(self, at):
        """The end of the last month that was closed by then."""
        return max((end for closed, end in self.months if closed <= at),
                   default=0)

    def person(self, who):
        return self.people.setdefault(who, Person())

    def lay_down(self, p, at):
        t = self.tasks.get(p.hand)
        if t is None:
            return
        at = max(at, p.since)
        t.own += self.cal.work(p.since, at)
        t.lies, p.hand = at, None

    def take(self, p, who, t, at):
        """It comes into the hand, and what was there is laid down."""
        if p.hand != t.row["id"]:
            self.lay_down(p, at)
            t.queue += self.cal.work(t.lies, at) if t.lies is not None else 0
            p.hand, p.since, t.lies = t.row["id"], at, None
        p.turned[p.hand] = p.since
        t.owner = who

    def worked(self, p, who, t, at):
        """An act of work on it: then it is in no hand."""
        if p.hand != t.row["id"]:
            self.take(p, who, t, min(at, max(t.lies, p.last,
                                             self.frozen(at))))
        t.own += self.cal.work(p.since, at)
        p.hand = None

    def leave(self, t, at):
        """Somebody else's act ends it, or takes it out of the hand."""
        p = self.people.get(t.owner)
        if p is not None and p.hand == t.row["id"]:
            self.lay_down(p, at)
        if t.lies is not None:
            t.queue += self.cal.work(t.lies, at)
        t.lies = None

    def open(self, row):
        t = self.tasks[row["id"]] = Task(row)
        if row["phase"] == "queue":
            t.lies = row["opened_at"]
        elif row["phase"] == "outside":
            t.out = row["opened_at"]

    def begin(self, p, who, t, at):
        """The first row: the draft's beginning is its claim."""
        begun = t.row.get("claimed_at") or at
        t.lies = t.row["opened_at"] if t.row.get("received_at") else None
        self.take(p, who, t, begun)
        self.worked(p, who, t, at)

    def back(self, p, who, t, at):
        others = [a for i, a in p.turned.items() if i != t.row["id"]]
        if t.owner is None or max(others, default=0) >= t.out:
            t.lies = at
        else:
            self.take(p, who, t, at)
        t.out = None

    def act(self, e, t):
        who, at = e["behalf_id"] or e["actor_id"], e["occurred_at"]
        p, kind = self.person(who), e["kind"]
        if t is not None and not t.row["external"]:
            if kind in ("claim", "take"):
                self.take(p, who, t, at)
            elif kind in ("release", "hand-over"):
                self.leave(t, at)
                t.owner, t.lies = None, at
            elif kind == "present":
                t.lies = at
            elif kind == "outside":
                self.worked(p, who, t, at)
                t.out = at
            elif kind == "outside-back":
                self.back(p, who, t, at)
            elif kind == "start":
                self.begin(p, who, t, at)
            elif kind in ("forward", "return", "refuse") and \
                    t.row["phase"] != "system":
                self.worked(p, who, t, at)
        if e["actor_kind"] == "person":
            p.last = max(p.last, at)

    def event(self, e, closed):
        effect = json.loads(e["effect"]).get("tasks", {})
        for id, row in effect.items():
            row["id"] = int(id)
            if row["id"] not in self.tasks:
                self.open({"external": 0, "phase": "queue"} | row)
        self.act(e, self.tasks.get(e["task_id"]))
        for id, row in effect.items():
            t = self.tasks[int(id)]
            if row.get("open", 1) == 0 or "closed_at" in row:
                self.leave(t, row["closed_at"])
                t.row |= row
                closed.append(t)
            t.row["phase"] = row.get("phase", t.row["phase"])


def month_end(month):
    """The first instant behind "2026-10" in the office."""
    year, n = map(int, month.split("-"))
    first = datetime.date(year + n // 12, n % 12 + 1, 1)
    return (first - datetime.date(1970, 1, 1)).days * DAY - ZONE


def verdict(t):
    """Of a limit of work: over by its work, or by its queue."""
    unit = SECONDS[t["unit"]]
    if t["own"] > t["max"] * unit or t["queue"] > t["queue_max"]:
        return "over"
    return "below" if t["min"] < t["max"] and t["own"] < t["min"] * unit \
        else "within"


def main(path):
    db = sqlite3.connect(path)
    db.row_factory = sqlite3.Row
    text = db.execute("SELECT yaml FROM calendar_versions"
                      " ORDER BY version DESC LIMIT 1").fetchone()[0]
    months = [(m["closed_at"], month_end(m["month"]))
              for m in db.execute("SELECT month, closed_at FROM months")]
    office, closed, wrong, judged = Office(Calendar(text), months), [], 0, 0
    asides = 0
    for e in db.execute("SELECT * FROM events ORDER BY rowid"):
        asides += e["kind"] == "aside"
        office.event(e, closed)
    stored = {t["id"]: t for t in db.execute("SELECT * FROM tasks")}
    for t in closed:
        theirs = stored[t.row["id"]]
        if theirs["external"] or theirs["phase"] == "system":
            continue
        got = {"own": t.own, "queue": t.queue}
        if theirs["measure"] == "work" and theirs["verdict"] != "none":
            got["verdict"] = verdict(dict(theirs) | got)
            judged += 1
        for key, value in got.items():
            if value != theirs[key]:
                wrong += 1
                if wrong < 20:
                    print(f"{t.row['id']} row {theirs['pos']}"
                          f" {theirs['outcome']}, {key}: {theirs[key]},"
                          f" by the acts {value}")
    print(f"{len(closed)} visits, {judged} verdicts, laid down {asides} times:"
          f" {wrong} differ")
    return wrong != 0 or judged == 0 or asides == 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
