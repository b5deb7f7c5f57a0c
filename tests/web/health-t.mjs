/*
 * health-t.mjs - /healthz and /metrics behind nginx, behind Apache and as plain
 * CGI: the format by its grammar, counts that only grow, many programs at once,
 * one that is killed, a restart, and a database that is gone.
 */
import { renameSync, rmSync, statSync, truncateSync } from "node:fs"
import { openOffice } from "./office.mjs"
import { makePlan, readTable, walk } from "./plan.mjs"
import { done, is, ok } from "./tap.mjs"

const SLUG = "monev"
const TOKEN = "rahasia-pemantau-0123456789"

function ask(office, path, headers = {}, method = "GET") {
	return office.server.ask(office, { method, path, headers, body: null })
}

/* -- the format ---------------------------------------------------------- */

const NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*"
const LABEL = '[a-zA-Z_][a-zA-Z0-9_]*="(?:[^"\\\\\\n]|\\\\["\\\\n])*"'
const SAMPLE = new RegExp(`^(${NAME})(?:\\{(${LABEL}(?:,${LABEL})*)\\})? ` +
    "([-+]?(?:[0-9.]+(?:e[-+]?[0-9]+)?|Inf)|NaN)$")
const HELP = new RegExp(`^# HELP (${NAME}) (?:[^\\\\\\n]|\\\\[\\\\n])*$`)
const TYPE = new RegExp(`^# TYPE (${NAME}) (counter|gauge|histogram)$`)

/* Faults of a histogram: buckets that do not grow, another number of them all
 * than _count says. */
function histogramFaults(family, samples) {
	const faults = []
	const groups = new Map()

	for (const { name, labels, value } of samples) {
		const rest = labels.filter(([key]) => key !== "le").join(";")
		const group = groups.get(rest) ?? { buckets: [] }
		const le = labels.find(([key]) => key === "le")

		groups.set(rest, group)
		if (name === `${family}_bucket`)
			group.buckets.push([le?.[1] === "+Inf" ? Infinity :
			    Number(le?.[1]), value])
		else
			group[name.slice(family.length + 1)] = value
	}
	for (const [rest, { buckets, sum, count }] of groups) {
		const last = buckets.at(-1)

		if (last?.[0] !== Infinity || last[1] !== count ||
		    sum === undefined || !(sum >= 0))
			faults.push(`${family} ${rest}: ${last} ${sum} ${count}`)
		for (let i = 1; i < buckets.length; i++)
			if (!(buckets[i][0] > buckets[i - 1][0]) ||
			    buckets[i][1] < buckets[i - 1][1])
				faults.push(`${family} ${rest}: ${buckets[i]}`)
	}
	return faults
}

/* A text of the format 0.0.4: its samples by name and labels, and its faults. */
function parse(text) {
	const faults = []
	const values = new Map()
	const families = new Map()
	let family

	if (!text.endsWith("\n"))
		faults.push("no end of the last line")
	for (const line of text.split("\n").slice(0, -1)) {
		const help = HELP.exec(line)
		const type = TYPE.exec(line)
		const sample = SAMPLE.exec(line)

		if (help !== null) {
			family = { name: help[1], samples: [] }
			if (families.has(family.name))
				faults.push(`twice: ${line}`)
			families.set(family.name, family)
		} else if (type !== null) {
			if (type[1] !== family?.name || family.type)
				faults.push(`out of place: ${line}`)
			family.type = type[2]
		} else if (sample === null)
			faults.push(`not of the grammar: ${line}`)
		else {
			const [, name, labels = "", value] = sample
			const plain = family.type === "histogram" ?
			    name.replace(/_(bucket|sum|count)$/, "") : name

			if (plain !== family.name || !family.type ||
			    values.has(`${name}{${labels}}`))
				faults.push(`not of its family: ${line}`)
			if (family.type === "counter" &&
			    (!name.endsWith("_total") || Number(value) < 0))
				faults.push(`no counter: ${line}`)
			values.set(`${name}{${labels}}`, Number(value))
			family.samples.push({ name, value: Number(value),
			    labels: [...labels.matchAll(
			    /([a-zA-Z0-9_]+)="((?:[^"\\]|\\.)*)"/g)]
			    .map(([, key, word]) => [key, word]) })
		}
	}
	for (const { name, type, samples } of families.values())
		if (type === "histogram")
			faults.push(...histogramFaults(name, samples))
	return { values, faults }
}

async function figures(office, name) {
	const answer = await ask(office, "/metrics")
	const { values, faults } = parse(answer.body.toString("utf8"))

	is(answer.status, 200, `${name}: /metrics`)
	is(answer.headers["content-type"],
	    "text/plain; version=0.0.4; charset=utf-8", "...of the type")
	is(faults.join("\n"), "", "...valid by the grammar")
	return values
}

function count(values, program, status) {
	return values.get("sopap_http_request_duration_seconds_count" +
	    `{program="${program}",status="${status}"}`) ?? 0
}

/* The check itself finds faults. */
function checkParser() {
	const bad = ["a 1\n", "# HELP a x\n# TYPE a counter\na 1\n",
	    "# HELP a x\n# TYPE a gauge\na{b=\"c\"d\"} 1\n",
	    "# HELP a x\n# TYPE a gauge\na 1\na 1\n",
	    "# HELP a x\n# TYPE a gauge\na 1",
	    "# HELP a x\n# TYPE a histogram\na_bucket{le=\"1\"} 2\n" +
	    "a_bucket{le=\"+Inf\"} 1\na_sum 1\na_count 1\n"]

	for (const text of bad) {
		let found = 0

		try {
			found = parse(text).faults.length
		} catch {
			found = 1
		}
		ok(found > 0, `a fault is found: ${JSON.stringify(text)}`)
	}
}

/* -- behind each server -------------------------------------------------- */

async function checkStrangers(office, name) {
	const forwarded = { "x-forwarded-for": "192.0.2.7" }
	const token = { ...forwarded, authorization: `Bearer ${TOKEN}` }

	for (const path of ["/healthz", "/metrics"]) {
		is((await ask(office, path, forwarded)).status, 404,
		    `${name}: ${path} through a proxy`)
		is((await ask(office, path, token)).status, 200,
		    "...with the token")
		is((await ask(office, path, { ...forwarded,
		    authorization: "Bearer salah" })).status, 404,
		    "...with another")
	}
}

async function checkCounts(office, name) {
	const before = await figures(office, name)

	for (let i = 0; i < 5; i++)
		await ask(office, "/")
	await ask(office, "/tidak-ada")
	const after = await figures(office, name)

	is(count(after, "home", "2xx") - count(before, "home", "2xx"), 5,
	    `${name}: five pages are counted`)
	is(count(after, "home", "4xx") - count(before, "home", "4xx"), 1,
	    "...and one that is not there")
	for (const [key, value] of before)
		if (/_(total|bucket|count|sum)/.test(key) &&
		    !(after.get(key) >= value))
			ok(false, `${key} went back`)
}

async function checkServer(name) {
	const office = await openOffice(name,
	    { conf: () => [`metrics_token = ${TOKEN}`] })

	try {
		const well = await ask(office, "/healthz")

		is(`${well.status} ${well.body}`, "200 ok\n", `${name}: /healthz`)
		is((await ask(office, "/healthz", {}, "HEAD")).status, 200,
		    "...HEAD")
		await checkStrangers(office, name)
		await checkCounts(office, name)
		if (name === "nginx") {
			await checkActs(office)
			await checkManyAtOnce(office)
			await checkKilled(office)
			await checkFile(office)
			await checkGone(office)
		} else
			await checkIll(office, name)
	} finally {
		await office.close()
	}
}

/* -- one office in depth -------------------------------------------------- */

/* A case from its first row to its last: every act is one that is counted. */
async function checkActs(office) {
	const acts = async () => (await figures(office, "acts"))
	    .get('sopap_acts_total{result="ok"}')
	const plan = makePlan(readTable().get(SLUG))
	const before = await acts()

	await walk(office, SLUG, plan)
	ok(await acts() - before >= plan.length,
	    `${plan.length} acts are counted`)
}

/* Two programs of one name, and others, at once: nothing is lost. */
async function checkManyAtOnce(office) {
	const before = await figures(office, "at once")
	const paths = ["/", "/lacak", "/masuk", "/sop"]
	const second = office.startProgram("home", "home-2")

	await second.ready
	await Promise.all(Array.from({ length: 80 }, (_, i) =>
	    ask(office, paths[i % 4])))
	const after = await figures(office, "at once")
	let n = 0

	for (const program of ["home", "track", "login", "sop"])
		n += count(after, program, "2xx") -
		    count(before, program, "2xx")
	is(n, 80, "eighty requests at once are all counted")
	second.kill()
}

/* End a program, and wait until it has. */
function end(child, signal) {
	const ended = new Promise(resolve => child.once("exit", resolve))

	child.kill(signal)
	return ended
}

/* A program is killed under requests; another takes its place. */
async function checkKilled(office) {
	const before = await figures(office, "killed")
	const child = office.programs.get("track")
	const asked = Array.from({ length: 20 }, () => ask(office, "/lacak")
	    .catch(() => ({ status: 502 })))

	await end(child, "SIGKILL")
	const answers = await Promise.all(asked)
	const good = answers.filter(({ status }) => status === 200).length
	const after = await figures(office, "killed")
	const more = count(after, "track", "2xx") - count(before, "track", "2xx")

	ok(more >= good && more <= good + 1,
	    `killed in the middle: ${good} were answered, ${more} counted`)
	await office.startProgram("track").ready
	is((await ask(office, "/lacak")).status, 200, "another takes its place")
	is(count(await figures(office, "killed"), "track", "2xx"),
	    count(after, "track", "2xx") + 1, "...and goes on counting")
}

/* The file is cut and removed while all programs run. */
async function checkFile(office) {
	const file = `${office.data}/metrics`

	truncateSync(file, 100)
	is((await ask(office, "/")).status, 200, "a file that was cut")
	is(count(await figures(office, "cut"), "home", "2xx"), 1,
	    "...begins anew")
	rmSync(file)
	is((await ask(office, "/")).status, 200, "a file that was removed")
	is(count(await figures(office, "removed"), "home", "2xx"), 1,
	    "...begins anew")
	ok(statSync(file).size > 60000, "...whole")
}

async function checkGone(office) {
	const [db, aside] = [`${office.data}/office.db`, `${office.data}/aside`]

	renameSync(db, aside)
	const ill = await ask(office, "/healthz")

	is(ill.status, 503, "the database is gone")
	is(ill.body.toString(), "Basis data kantor tidak terbaca.\n",
	    "...one line says so")
	is((await figures(office, "gone")).get("sopap_up{}"), 0,
	    "...and a figure")
	is((await ask(office, "/healthz", { "x-forwarded-for": "192.0.2.7" }))
	    .status, 404, "...strangers are not told")
	await end(office.programs.get("health"), "SIGTERM")
	await office.startProgram("health").ready
	is((await ask(office, "/healthz")).body.toString(),
	    "Basis data kantor tidak terbaca.\n",
	    "...also when the program begins without it")
	is((await ask(office, "/metrics")).status, 503, "...without figures")
	renameSync(aside, db)
	for (let i = 0; i < 100; i++) {
		if ((await ask(office, "/healthz")).status === 200)
			break
		await new Promise(resolve => setTimeout(resolve, 100))
	}
	is((await ask(office, "/healthz")).status, 200, "it is back")
}

/* Where no program has it open. */
async function checkIll(office, name) {
	rmSync(`${office.data}/key`)
	const ill = await ask(office, "/healthz")

	is(`${ill.status} ${ill.body}`,
	    "503 Basis data kantor tidak terbaca.\n",
	    `${name}: the office cannot be opened`)
}

checkParser()
for (const name of ["nginx", "apache", "cgi"])
	await checkServer(name)
done()
