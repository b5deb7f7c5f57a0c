"""recompute.py LOG.xes|KUNJUNGAN.csv PERAN.csv [LANGKAH.csv] - the table of
the roles, and from the table of the visits that of the rows, computed once more
from the exported visits alone; prints what differs from the exported tables,
and exits with 1 when anything does.

Nobody works on two tasks at once: of the visits that were opened and closed
within any stretch of time no officer has more work than that stretch.

It knows the definitions, not the program: done are visits with a verdict that
were finished by somebody, or were late when others ended them; medians are by
linear interpolation (R type 7), rounded to a second.
"""
import csv
import sys
import xml.etree.ElementTree as xml
from datetime import datetime

FINISHED = {"forward", "refuse", "end", "download"}
ENDED_BY_OTHERS = {"return", "withdrawn", "cancelled", "superseded"}


def attributes(element):
    return {a.get("key"): a.get("value") for a in element
            if a.tag in ("string", "date", "int", "boolean")}


# Columns of the table of visits, and what the event log calls them.
COLUMNS = {"pelaksana": "org:role", "selesai": "time:timestamp",
           "petugas": "org:resource", "di luar kantor": "sopap:external",
           "kunjungan": "sopap:visit", "hasil": "sopap:outcome",
           "penilaian": "sopap:verdict", "ukuran": "sopap:measure",
           "dibuka": "sopap:opened", "diterima": "sopap:received",
           "kerja detik": "sopap:own", "antre detik": "sopap:queue",
           "pihak luar detik": "sopap:outside",
           "pemohon detik": "sopap:applicant", "standar": "sopap:standard",
           "dihitung sejak": "sopap:started", "di luar kantor":
           "sopap:external", "SOP": "sopap:sop", "langkah": "sopap:no",
           "terpakai detik": "sopap:used", "tersedia detik": "sopap:limit"}


# What the table says in words, and the event log calls otherwise.
WORDS = {"diteruskan": "forward", "dikembalikan": "return",
         "ditolak": "refuse", "selesai": "end", "diunduh": "download",
         "unduhan": "download",
         "digantikan": "superseded", "ditarik": "withdrawn",
         "dibatalkan": "cancelled", "ditarik kembali": "void",
         "tidak diunduh": "expired", "tanpa penilaian": "none",
         "lebih cepat": "below", "dalam batas": "within",
         "terlambat": "over", "kerja": "work", "waktu nyata": "elapsed",
         "sampai selesai": "turnaround"}


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as f:
        for row in csv.DictReader(f):
            yield {COLUMNS[k]: WORDS.get(v, v).removeprefix("'")
                   for k, v in row.items() if k in COLUMNS and v != ""}


def events(path):
    if path.endswith(".csv"):
        yield from rows_of(path)
        return
    for _, element in xml.iterparse(path):
        if element.tag == "event":
            yield attributes(element)
            element.clear()


def quantile(values, tenths):
    if not values:
        return None
    values = sorted(values)
    at, rest = divmod((len(values) - 1) * tenths, 10)
    if rest == 0:
        return values[at]
    return values[at] + (2 * (values[at + 1] - values[at]) * rest + 10) // 20


class Role:
    def __init__(self):
        self.count = dict.fromkeys(COUNTS, 0)
        self.own, self.turn = [], []

    def add(self, e):
        late = e["sopap:verdict"] == "over"
        judged = e["sopap:verdict"] != "none"
        outcome = e["sopap:outcome"]
        done = (outcome in FINISHED and judged or
                outcome in ENDED_BY_OTHERS and late)
        own, queue = int(e["sopap:own"]), int(e["sopap:queue"])
        c = self.count
        c["selesai"] += done
        c["lebih cepat"] += done and e["sopap:verdict"] == "below"
        c["dalam batas"] += done and e["sopap:verdict"] == "within"
        c["terlambat"] += done and late
        c["diputus"] += outcome in FINISHED or outcome == "return"
        c["dikembalikan"] += outcome == "return"
        c["ditolak"] += outcome == "refuse"
        c["perbaikan"] += done and int(e["sopap:visit"]) > 1
        c["kerja detik"] += own
        c["antre detik"] += queue
        c["pihak luar detik"] += int(e["sopap:outside"])
        c["pemohon detik"] += int(e["sopap:applicant"])
        # Not judged, but finished: its times count.
        bare = ("sopap:standard" not in e or
                e["sopap:external"] in ("1", "true"))
        if not done and not (bare and outcome in FINISHED and
                             "sopap:started" in e):
            return
        self.own.append(own)
        if e["sopap:measure"] != "elapsed":
            self.turn.append(own + queue)
            return
        since = e.get("sopap:received", e["sopap:opened"])
        self.turn.append(int((
            datetime.fromisoformat(e["time:timestamp"]) -
            datetime.fromisoformat(since)).total_seconds()))

    def row(self):
        return self.count | {
            "kerja median detik": quantile(self.own, 5),
            "kerja p90 detik": quantile(self.own, 9),
            "sampai selesai median detik": quantile(self.turn, 5),
            "sampai selesai p90 detik": quantile(self.turn, 9),
        }


def instant(text):
    return int(datetime.fromisoformat(text).timestamp())


def overworked(events):
    """The officers with more work than time, and the worst of it."""
    visits, worst = {}, {}
    for e in events:
        if "org:resource" in e and e["sopap:external"] in ("0", "false"):
            visits.setdefault(e["org:resource"], []).append((
                instant(e["time:timestamp"]), instant(e["sopap:opened"]),
                int(e["sopap:own"])))
    for officer, list in visits.items():
        list.sort()
        for since in {opened for _, opened, _ in list}:
            work = 0
            for closed, opened, own in list:
                work += own if opened >= since else 0
                if opened >= since and work > closed - since:
                    worst[officer] = max(worst.get(officer, 0),
                                         work - closed + since)
    return worst


COUNTS = ["selesai", "lebih cepat", "dalam batas", "terlambat", "diputus",
          "dikembalikan", "ditolak", "perbaikan", "kerja detik",
          "antre detik", "pihak luar detik", "pemohon detik"]


def thousandths(e):
    """The part of its own limit, above 1000 exactly when it was late."""
    used, limit = int(e.get("sopap:used", 0)), int(e["sopap:limit"])
    part = (1000000 if limit <= 0 or used >= 1000 * limit else
            (2000 * used + limit) // (2 * limit)) if used > 0 else 0
    if e["sopap:verdict"] == "over":
        return max(part, 1001)
    return min(part, 1000)


def compare_rows(log, table):
    """Rows with a late visit still open are left out: it is in no export."""
    parts, wrong, compared = {}, 0, 0
    for e in events(log):
        late = e["sopap:verdict"] == "over"
        if (e["sopap:verdict"] == "none" or not
                (e["sopap:outcome"] in FINISHED or
                 e["sopap:outcome"] in ENDED_BY_OTHERS and late)):
            continue
        key = e["sopap:sop"], e["sopap:no"]
        parts.setdefault(key, []).append(thousandths(e))
    with open(table, encoding="utf-8-sig", newline="") as f:
        for row in csv.DictReader(f):
            if row["terbuka dan terlambat"] != "0":
                continue
            ours = parts.get((row["kode"].split("/")[0], row["langkah"]), [])
            for name, value in (
                    ("selesai", len(ours)),
                    ("terlambat", sum(p > 1000 for p in ours)),
                    ("batas median permil", quantile(ours, 5)),
                    ("batas p90 permil", quantile(ours, 9))):
                compared += 1
                if row[name] != ("" if value is None else str(value)):
                    print(f"{row['kode']}, {name}: {row[name]}, "
                          f"from the visits {value}")
                    wrong += 1
    print(f"{compared} figures of rows compared")
    return wrong != 0 or compared == 0


def main(log, table, rows_table=None):
    roles, wrong, compared = {}, 0, 0
    all = list(events(log))
    for officer, seconds in overworked(all).items():
        print(f"{officer}: {seconds} seconds on two tasks at once")
        wrong += 1
    for e in all:
        roles.setdefault(e["org:role"], Role()).add(e)
    if rows_table is not None:
        wrong += compare_rows(log, rows_table)
    with open(table, encoding="utf-8-sig", newline="") as f:
        rows = {r["peran"].removeprefix("'"): r for r in csv.DictReader(f)}
    for name in sorted(set(rows) | set(roles)):
        ours = roles.get(name, Role()).row()
        if name not in rows:
            print(f"{name}: not in the table")
            wrong += 1
            continue
        for key, value in ours.items():
            theirs = rows[name][key]
            compared += 1
            if theirs != ("" if value is None else str(value)):
                print(f"{name}, {key}: {theirs}, from the log {value}")
                wrong += 1
    done = sum(r.count["selesai"] for r in roles.values())
    print(f"{len(roles)} roles, {done} done, {compared} figures compared")
    return wrong != 0 or compared == 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
