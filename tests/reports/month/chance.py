"""chance.py OFFICE.db FOLDER - the sentences of a report about chance, the
promise, outside waits and those who had them, computed once more from the store and from the files
of the report; prints what differs, and exits with 1 when anything does.

It knows the definitions, not the program: natural limits are those of
individuals and moving range, 95% intervals are Wilson's, the share with the
earlier mixture is standardised directly.
"""
import csv
import html
import json
import math
import re
import sqlite3
import sys

import yaml

from store import FINISHED, SECONDS, Clock

Z = 1.959963984540054
wrong = compared = 0


def same(what, theirs, ours):
    global wrong, compared
    compared += 1
    if theirs != ours:
        print(f"{what}: {theirs}, from the store {ours}")
        wrong += 1


def told(what, page, words):
    same(what, words if words in page else "not told", words)


def percent(share, decimals=1):
    tenths = math.floor(1000 * share + 0.5) / 10
    return f"{tenths:.{decimals}f}".replace(".", ",") + "%"


def wilson(hits, n):
    p, d = hits / n, 1 + Z * Z / n
    middle = (p + Z * Z / (2 * n)) / d
    half = Z * math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n)) / d
    return max(0, middle - half), min(1, middle + half)


def rows(folder, name):
    with open(f"{folder}/{name}", encoding="utf-8-sig", newline="") as f:
        return list(csv.DictReader(f))


def counts(row):
    on_time = int(row["lebih cepat"]) + int(row["dalam batas"])
    return on_time, int(row["selesai"]) + int(row["terbuka dan terlambat"])


def limits(folder, figures, page):
    months = [(int(r["tepat waktu"]), int(r["selesai"]) +
               int(r["terbuka dan terlambat"]))
              for r in rows(folder, "tren.csv")]
    while len(months) > 1 and months[0][1] == 0:
        months.pop(0)
    if figures["running"]:
        months.pop()
    x = [a / n if n >= 10 else None for a, n in months]
    values = [v for v in x if v is not None]
    moves = [abs(a - b) for a, b in zip(x, x[1:]) if None not in (a, b)]
    if len(values) < 6 or not moves:
        same("limits of few months", re.findall(r"Batas alami [0-9]", page),
             [])
        return
    mean = sum(values) / len(values)
    far = 2.66 * sum(moves) / len(moves)
    low, high = max(0, mean - far), min(1, mean + far)
    told("natural limits", page,
         f"Batas alami {percent(low)[:-1]}–{percent(high)}")
    out = sum(v < low or v > high for v in values)
    same("months outside them", "di luar batas alami" in page or
         "di bawah batas alami" in page or "di atas batas alami" in page,
         out > 0)


def mixture(folder, page):
    total = weight = sops = 0
    for row in rows(folder, "sop.csv"):
        on_time, n = counts(row)
        if row["bulan lalu selesai"] == "":
            continue
        was = (int(row["bulan lalu selesai"]) +
               int(row["bulan lalu terbuka dan terlambat"]))
        if n and was:
            total += was * on_time / n
            weight += was
            sops += 1
    found = re.search(r"dengan susunan berkas [^;<]*? ([0-9,]+%)", page)
    same("with the earlier mixture", found and found.group(1),
         percent(total / weight) if sops > 1 else None)


def intervals(folder, page):
    lines = page.split("<tr>")
    for row in rows(folder, "peran.csv"):
        name = html.escape(row["peran"].removeprefix("'"))
        on_time, n = counts(row)
        if n == 0:
            continue
        low, high = wilson(on_time, n)
        words = f"<td>{100 * low:.0f}–{100 * high:.0f}%<"
        mine = [s for s in lines if s.startswith(f'<th scope="row">{name}<')]
        same(f"{row['peran']}, 95%", any(words in s for s in mine), True)
        of = f"{on_time:,} dari {n:,}".replace(",", ".")
        same(f"{row['peran']}, of", any(of in s for s in mine), True)


def promises(db, clock, figures, page):
    late, end = 0, figures["to"]
    days = {}
    for version, text in db.execute("SELECT id, yaml FROM sop_versions"):
        days[version] = int(yaml.load(text, yaml.BaseLoader)
                            .get("janji", {}).get("hari", 0))
    for version, begun in db.execute(
            "SELECT version_id, promise_from FROM cases WHERE evaluation = 0"
            " AND promise_from < ?1 AND (promise_to IS NULL OR"
            " promise_to >= ?1) AND opened_at < ?1 AND (ended_at IS NULL OR"
            " ended_at >= ?1)", (end,)):
        late += days[version] and clock.day_end(begun, days[version]) < end
    office = figures["office"]
    same("running past the promise", office["promise_late"], late)
    n = office["promised"] + late
    if n:
        of = f"{office['kept']:,} dari {n:,} berkas".replace(",", ".")
        told("the promise, with running ones", page, of)
        told("its basis", page, "disimpulkan dari SOP, belum dijanjikan")


def waits(db, clock, figures):
    saved, outside = {}, 0
    for (performer, received, closed, most, unit, measure, moved, outcome,
         verdict, task) in db.execute(
            "SELECT performer, coalesce(received_at, opened_at), closed_at,"
            " max, unit, measure, moved, outcome, verdict, id FROM tasks"
            " WHERE external = 0 AND closed_at >= ? AND closed_at < ?"
            " AND outside > 0", (figures["from"], figures["to"])):
        spans = db.execute("SELECT phase, from_at FROM spans WHERE task_id ="
                           " ? ORDER BY from_at, n", (task,)).fetchall()
        for (phase, a), (_, b) in zip(spans, spans[1:] + [("", closed)]):
            if phase == "outside" and a < closed:
                outside += clock.elapsed(a, min(b, closed))
        if (measure != "turnaround" or moved == 0 or most == 0 or
                outcome not in FINISHED or verdict not in
                ("below", "within")):
            continue
        due = (clock.day_end(received, most) if unit == "hari" else
               clock.add(received, most * SECONDS[unit]))
        saved[performer] = saved.get(performer, 0) + (closed > due)
    same("outside, in working time", figures["office"]["outside_work"],
         outside)
    same("on time but for a wait", figures["office"]["saved"],
         sum(saved.values()))
    for role in figures["roles"]:
        same(f"... {role['key']}", role["saved"], saved.get(role["key"], 0))


def parties(db, clock, folder, figures, page):
    """What was with whom outside, span by span, within the period."""
    first, end, mine = figures["from"], figures["to"], {}
    for case, task, closed in db.execute(
            "SELECT case_id, id, coalesce(closed_at, ?1) FROM tasks"
            " WHERE outcome <> 'void' AND opened_at < ?1"
            " AND (closed_at IS NULL OR closed_at >= ?2)", (end, first)):
        spans = db.execute("SELECT phase, party, from_at FROM spans WHERE"
                           " task_id = ? ORDER BY from_at, n",
                           (task,)).fetchall()
        for (phase, party, a), (_, _, b) in zip(
                spans, spans[1:] + [("", "", closed)]):
            b = min(b, closed)
            low, high = max(a, first), min(b, end)
            if phase != "outside" or low >= high:
                continue
            p = mine.setdefault(party, [set(), 0, 0, 0, set()])
            p[0].add(case)
            p[1] += 1
            p[2] += clock.elapsed(low, high)
            p[3] += high - low
            if b >= end:
                p[4].add(case)
    theirs = {r["kode"]: r for r in rows(folder, "pihak.csv")}
    same("parties outside", sorted(theirs), sorted(mine))
    part = page.partition('id="di-pihak-luar"')[2].partition("<h2")[0]
    same("a part of the page for them", part != "", mine != {})
    for slug, (cases, times, work, real, there) in mine.items():
        row = theirs.get(slug, {})
        for name, value in (("berkas", len(cases)), ("kali", times),
                            ("jam kerja detik", work),
                            ("siang malam detik", real),
                            ("masih di sana", len(there))):
            same(f"{slug}, {name}", row.get(name), str(value))
        line = part.partition(f">{html.escape(row['pihak luar'])}")[2]
        line = line.partition("<tr>")[0]
        for value in (len(cases), len(there)):
            told(f"{slug}, in the page", line,
                 f"<td>{value:,}".replace(",", "."))


def main(store, folder):
    db = sqlite3.connect(f"file:{store}?mode=ro", uri=True)
    with open(folder + "/angka.json", encoding="utf-8") as f:
        figures = json.load(f)
    with open(folder + "/index.html", encoding="utf-8") as f:
        page = f.read()
    clock = Clock(db.execute("SELECT yaml FROM calendar_versions"
                             " ORDER BY version DESC").fetchone()[0])
    limits(folder, figures, page)
    mixture(folder, page)
    intervals(folder, page)
    promises(db, clock, figures, page)
    waits(db, clock, figures)
    parties(db, clock, folder, figures, page)
    print(f"{compared} sentences compared")
    return wrong != 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
