/*
 * pages.mjs - what pages and acts cost, in ratios to floors of the same run:
 * `make bench`.
 *
 * The demo with its history behind one nginx; one process of each program. What
 * is compared runs in turn, a second each, for ROUNDS rounds; medians are
 * printed, of the processor that the answering program takes for a request, as
 * /proc tells, which a busy machine changes least.  Ratios are those within a
 * round.  With OTHER=BUILDDIR the programs of another build of the same schema
 * run in turn with these, over the same office.
 */
import { execFileSync, spawn } from "node:child_process"
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync,
    writeFileSync } from "node:fs"
import { largePdf } from "../web/flood.mjs"
import { file } from "../web/office.mjs"
import { fill, finish, write } from "../web/walk.mjs"
import { ask, openBench, restart, start, startFloor } from "./bench.mjs"

const { SRCDIR, BUILDDIR, OTHER } = process.env
const ROUNDS = Number(process.env.ROUNDS ?? 3)
const SECONDS = "1"		/* of one turn */
const CONNECTIONS = "4"
const ACTS = 30			/* measured of each kind */
const MB = 1024 * 1024

/* -- figures --------------------------------------------------------------- */

function median(list) {
	const sorted = [...list].sort((a, b) => a - b)

	return sorted[Math.floor(sorted.length / 2)]
}

function percentile(list, percent) {
	const sorted = [...list].sort((a, b) => a - b)

	return sorted[Math.min(sorted.length - 1,
	    Math.floor(sorted.length * percent / 100))]
}

/* The fields of /proc/PID/stat behind the name, and nanoseconds at work; or
 * undefined. */
function stat(pid) {
	try {
		const text = readFileSync(`/proc/${pid}/stat`, "utf8")

		return { field: text.slice(text.lastIndexOf(")") + 2).split(" ")
		    .map(Number), ns: Number(readFileSync(
		    `/proc/${pid}/schedstat`, "utf8").split(" ")[0]) }
	} catch {
		return undefined	/* it has ended */
	}
}

/* A process and all that came of it, its stand-ins. */
function family(pid) {
	const parents = readdirSync("/proc").filter(name => /^\d+$/.test(name))
	    .map(name => [Number(name), stat(name)?.field[1]])
	const found = [pid]

	for (const parent of found)
		found.push(...parents.filter(one => one[1] === parent)
		    .map(([child]) => child))
	return found
}

/* Microseconds of processor so far, with those of children that have ended
 * (hundredths of a second), and page faults that needed no disk. */
function spent(pid) {
	const sum = { us: 0, faults: 0 }

	for (const one of family(pid)) {
		const { field, ns } = stat(one) ?? { field: [], ns: 0 }

		sum.us += ns / 1e3 + ((field[13] ?? 0) + (field[14] ?? 0)) * 1e4
		sum.faults += field[7] ?? 0
	}
	return sum
}

function memory(pid) {
	const text = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8")
	const kB = name => Number(new RegExp(`^${name}:\\s*(\\d+)`, "m")
	    .exec(text)[1])

	return { resident: kB("Rss") / 1024,
	    mine: (kB("Private_Clean") + kB("Private_Dirty")) / 1024 }
}

function statements(path) {
	return existsSync(path) && statSync(path).size === 16 ?
	    Number(readFileSync(path).readBigUInt64LE()) : NaN
}

/* -- asking ----------------------------------------------------------------- */

/* One turn of wrk at a program: processor of a request and what else is seen. */
async function turn(bench, at, page) {
	const before = spent(at.pid)
	const ran = statements(at.count)
	const out = await new Promise((resolve, reject) => {
		const child = spawn("wrk", ["-t1", `-c${CONNECTIONS}`,
		    `-d${SECONDS}`, "--latency", "-H", `Cookie: ${page.cookie}`,
		    `http://127.0.0.1:${bench.port}/${at.name}` +
		    `${bench.office.prefix}${page.path}`])
		let text = ""

		child.stdout.on("data", data => { text += data })
		child.once("error", reject)
		child.once("close", () => resolve(text))
	})
	const after = spent(at.pid)
	const n = Number(/(\d+) requests in/.exec(out)?.[1])

	if (!(n > 0) || /Non-2xx/.test(out))
		throw new Error(`${page.row} at ${at.name}: ${out}`)
	return { us: (after.us - before.us) / n,
	    faults: (after.faults - before.faults) / n,
	    statements: (statements(at.count) - ran) / n,
	    rps: Number(/Requests\/sec:\s*([\d.]+)/.exec(out)[1]),
	    p50: milliseconds(/50%\s+([\d.]+)(us|ms|s)/.exec(out)),
	    p99: milliseconds(/99%\s+([\d.]+)(us|ms|s)/.exec(out)) }
}

function milliseconds([, number, unit]) {
	return Number(number) * { us: 1e-3, ms: 1, s: 1e3 }[unit]
}

/* Requests one by one, with an act of another process before every 20th. */
async function disturbed(bench, at, page, act) {
	const list = []

	for (let n = 0; n < 3; n++) {
		await act()
		const before = spent(at.pid)

		for (let i = 0; i < 20; i++)
			await ask(bench, at, page)
		list.push((spent(at.pid).us - before.us) / 20)
	}
	return median(list)
}

/* System calls of a request; null where strace(1) is not there. */
async function systemCalls(bench, at, page) {
	const path = `${bench.office.folder}/run/strace`
	const child = spawn("strace", ["-qq", "-f", "-o", path, "-p", at.pid],
	    { stdio: "ignore" })
	const gone = new Promise(resolve => {
		child.once("error", () => resolve(null))
		child.once("exit", resolve)
	})

	if (child.pid === undefined)
		return null
	/* It is attached when it writes. */
	for (let tries = 0; tries < 500 && (!existsSync(path) ||
	    statSync(path).size === 0); tries++)
		await ask(bench, at, page)
	const lines = () => readFileSync(path, "utf8").split("\n").length
	const before = lines()

	for (let i = 0; i < 20; i++)
		await ask(bench, at, page)
	const calls = (lines() - before) / 20

	child.kill("SIGINT")
	await gone
	rmSync(path, { force: true })
	return calls
}

/* -- acts ------------------------------------------------------------------- */

/* A keypress of a form, measured at its program. */
async function press(bench, at, person, page, aksi, send) {
	const form = page.form(aksi)
	const before = spent(at.pid)
	const ran = statements(at.count)
	const began = performance.now()
	const answer = await (send ?? (() => person.press(page, form, aksi)))()
	const wall = performance.now() - began

	/* It ends its work after the answer. */
	await new Promise(resolve => setTimeout(resolve, 2))
	const after = spent(at.pid)

	if (answer.status !== 303)
		throw new Error(`${aksi} at ${page.path}: ${answer.status} ` +
		    `${answer.heading}: ${answer.errors}`)
	return { us: after.us - before.us, faults: after.faults - before.faults,
	    statements: statements(at.count) - ran, wall }
}

/* A task taken and given back, by turns. */
function holder(bench, at, person, path) {
	let taken = false

	return async () => {
		const page = await person.get(path)
		const aksi = page.form("ambil") ? "ambil" : "lepas"
		const figures = await press(bench, at, person, page, aksi)

		taken = aksi === "ambil"
		return { row: taken ? "claim" : "release", ...figures }
	}
}

function commits(bench, n) {
	return execFileSync(`${BUILDDIR}/tests/bench/floor`, ["--commit",
	    `${bench.office.folder}/run/commit.db`, String(n)],
	    { encoding: "utf8" }).trim().split("\n").map(line => {
		const [us, wall] = line.split(" ").map(Number)

		return { row: "bare commit", us, wall: wall / 1e3 }
	    })
}

/* -- printing --------------------------------------------------------------- */

function readGoals() {
	return Object.fromEntries(readFileSync(`${SRCDIR}/tests/bench/goals.tsv`,
	    "utf8").split("\n").filter(line => line !== "" && line[0] !== "#")
	    .map(line => line.split("\t")).map(([row, floor, goal, least]) =>
	    [row, { floor, goal: Number(goal), least: Number(least) }]))
}

const COLUMNS = ["row", "us", "page floor", "ratio", "goal", "least", "kept",
    "of list", "other us", "this/other", "with acts", "per s", "p50 ms", "p99 ms",
    "calls", "faults", "statements"]

function show(value) {
	if (value === undefined || value === null || Number.isNaN(value))
		return "-"
	if (typeof value !== "number")
		return value
	return value >= 100 ? value.toFixed(0) : value >= 10 ?
	    value.toFixed(1) : value.toFixed(2)
}

function judge(row, goals) {
	const goal = goals[row.row]

	if (goal === undefined)
		return row
	const value = row.ratio ?? row.us ?? row["p50 ms"]

	return { ...row, goal: goal.goal, least: goal.least,
	    kept: value <= goal.goal ? "goal" : value <= goal.least ? "least" :
	    "SHORT" }
}

function print(rows) {
	const goals = readGoals()
	const judged = rows.map(row => judge(row, goals))
	const used = COLUMNS.filter(name => judged.some(row =>
	    row[name] !== undefined))
	const cells = [used, ...judged.map(row => used.map(name =>
	    show(row[name])))]
	const width = used.map((_, i) => Math.max(...cells.map(c => c[i].length)))

	for (const line of cells)
		console.log(line.map((cell, i) => i === 0 ?
		    cell.padEnd(width[i]) : cell.padStart(width[i])).join("  "))
	mkdirSync(`${BUILDDIR}/bench`, { recursive: true })
	writeFileSync(`${BUILDDIR}/bench/pages.tsv`, cells.map(line =>
	    line.join("\t")).join("\n") + "\n")
	const short = judged.filter(row => row.kept === "SHORT")

	console.log(short.length === 0 ? "no row falls short of the least" :
	    `short of the least: ${short.map(row => row.row).join("; ")}`)
}

/* -- the run ---------------------------------------------------------------- */

function middle(list, name) {
	return median(list.map(one => one[name]))
}

/* Each variant of each page in turn. */
async function measurePages(bench, list) {
	const seen = new Map(list.map(page => [page, []]))

	for (let round = 0; round < ROUNDS; round++)
		for (const page of list) {
			const one = { floor: await turn(bench, bench.list, page),
			    page: await turn(bench, page.floor, page),
			    own: await turn(bench, page.at, page) }

			if (page.other !== undefined)
				one.other = await turn(bench, page.other, page)
			one.acts = await disturbed(bench, page.at, page, bench.act)
			seen.get(page).push(one)
		}
	return seen
}

function pageRow(page, seen, calls) {
	const own = seen.map(one => one.own)
	const row = { row: page.row, us: middle(own, "us"),
	    "page floor": median(seen.map(one => one.page.us)),
	    ratio: median(seen.map(one => one.own.us / one.page.us)),
	    "of list": median(seen.map(one => one.own.us / one.floor.us)),
	    "with acts": median(seen.map(one => one.acts)),
	    "per s": middle(own, "rps"), "p50 ms": middle(own, "p50"),
	    "p99 ms": middle(own, "p99"), calls, faults: middle(own, "faults"),
	    statements: middle(own, "statements") }

	if (page.other !== undefined) {
		row["other us"] = median(seen.map(one => one.other.us))
		row["this/other"] = median(seen.map(one =>
		    one.own.us / one.other.us))
	}
	return row
}

function actRow(row, list, floor) {
	const us = middle(list, "us")

	return { row, us, ratio: row === "bare commit" ? undefined : us / floor,
	    "per s": 1e3 / middle(list, "wall"), "p50 ms": middle(list, "wall"),
	    "p99 ms": percentile(list.map(one => one.wall), 99),
	    faults: middle(list, "faults"),
	    statements: middle(list, "statements") }
}

/* Claims, releases and bare commits in turn. */
async function measureHolding(bench) {
	const list = []

	for (let i = 0; i < ACTS; i++) {
		list.push(...commits(bench, 2), await bench.act(),
		    await bench.act())
	}
	return list
}

/* Reviews are sent on, each by its own person. */
async function measureFinishing(bench, tasks) {
	const list = []

	for (const task of tasks) {
		const person = await bench.office.login(task.login)
		let page = await person.get(`/periksa/${task.id}`)

		if (page.form("ambil"))
			await person.press(page, page.form("ambil"), "ambil")
		page = await person.get(`/periksa/${task.id}`)
		if (page.form("selesai") === undefined)
			continue
		try {
			list.push(await press(bench, bench.review, person, page,
			    "selesai", () => finish(person, page, "teruskan")))
		} catch (error) {
			console.log(`# ${error.message}`)
		}
	}
	return list
}

async function measureUploads(bench) {
	const person = await bench.office.login("unsri")
	const list = []

	for (let i = 0; i < 5; i++) {
		const page = await write(person, "/mulai/sigap-magang-penelitian",
		    { field: "surat" })
		const form = page.form("kirim")
		const given = { ...fill(form),
		    surat: file(`${i}.pdf`, largePdf(5 * MB)) }

		list.push(await press(bench, bench.submit, person, page, "kirim",
		    () => person.press(page, form, "kirim", given)))
	}
	return list
}

/* The first visitor of a report, whose pictures nobody has drawn. */
async function measureCold(bench, page) {
	const list = []

	for (let i = 0; i < 5; i++) {
		rmSync(`${bench.office.data}/charts`, { recursive: true,
		    force: true })
		const before = spent(page.at.pid)
		const began = performance.now()

		await ask(bench, page.at, page)
		list.push({ wall: performance.now() - began,
		    us: spent(page.at.pid).us - before.us })
	}
	return { row: "report, cold", "p50 ms": middle(list, "wall"),
	    us: undefined }
}

/* From start to the first answer, and the memory of one that waits. */
async function measureStart(bench, page) {
	const list = []

	for (let i = 0; i < 5; i++) {
		const began = performance.now()
		const at = await start(bench.office, `start-${"abcde"[i]}`,
		    `${BUILDDIR}/libexec/${page.program}`, [],
		    { LD_PRELOAD: "" })

		await ask(bench, at, page)
		list.push({ wall: performance.now() - began,
		    ...memory(at.pid) })
		bench.office.closing = true
		at.child.kill("SIGTERM")
	}
	bench.office.closing = false
	return [{ row: "start to first answer", "p50 ms": middle(list, "wall") },
	    { row: "program, private and idle", us: middle(list, "mine") }]
}

async function startAll(bench) {
	const { office } = bench

	for (const page of bench.pages) {
		page.at = await start(office, page.key,
		    `${BUILDDIR}/libexec/${page.program}`)
		page.floor = await startFloor(office, page)
		if (OTHER !== undefined)
			page.other = await start(office, `${page.key}-other`,
			    `${OTHER}/libexec/${page.program}`)
		page.idle = memory(page.at.pid)
		/* What is read once is read; what is drawn once is drawn. */
		for (const at of [page.at, page.floor, page.other, page.at])
			if (at !== undefined && await ask(bench, at, page) !== 200)
				throw new Error(`${page.row} at ${at.name}`)
	}
}

async function open() {
	const bench = await openBench()
	const { office, held } = bench

	bench.review = await restart(office, "review")
	bench.submit = await restart(office, "submit")
	bench.list = await start(office, "list",
	    `${BUILDDIR}/tests/bench/floor`, [`${office.data}/office.db`])
	bench.act = holder(bench, bench.review, await office.login(held.login),
	    `/periksa/${held.id}`)
	return bench
}

const began = Date.now()
const bench = await open()
const list = bench.pages

await startAll(bench)
const holding = await measureHolding(bench)
const of = row => holding.filter(one => one.row === row)
const floor = median(of("bare commit").map(one => one.us))
const seen = await measurePages(bench, list)
const rows = [{ row: "list floor", us: median([...seen.values()].flat()
    .map(one => one.floor.us)) }]

for (const page of list)
	rows.push(pageRow(page, seen.get(page),
	    await systemCalls(bench, page.at, page)))
rows.push(await measureCold(bench, list.find(page =>
    page.program === "report")))
for (const row of ["bare commit", "claim", "release"])
	rows.push(actRow(row, of(row), floor))
rows.push(actRow("finish", await measureFinishing(bench, bench.finished
    .slice(0, 10)), floor))
rows.push(actRow("upload of 5 MB", await measureUploads(bench), floor))
rows.push(...await measureStart(bench, list.find(page => page.key === "step")))
rows.push({ row: "program, resident", us: memory(list.find(page =>
    page.key === "step").at.pid).resident })
print(rows)
console.log(`${ROUNDS} rounds, ${((Date.now() - began) / 1000).toFixed(0)} s, ` +
    `load ${readFileSync("/proc/loadavg", "utf8").split(" ")[0]}`)
await bench.office.close()
