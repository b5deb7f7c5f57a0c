/*
 * trips.mjs - the statements of pages and acts over HTTP, on PostgreSQL trips to
 * the server, and how long they take: a part of `make bench-pgsql`.
 *
 * A line for each: what, how many, milliseconds; medians.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { openOffice } from "../web/office.mjs"
import { begin, find, finish, openTasks } from "../web/walk.mjs"

const { BUILDDIR } = process.env
const TIMES = 15
const SOP = "sigap-magang-penelitian"

const folder = mkdtempSync(`${tmpdir()}/sopap-trips-`)
const count = `${folder}/count`

process.once("exit", () => rmSync(folder, { recursive: true, force: true }))

function middle(list) {
	return [...list].sort((a, b) => a - b)[list.length >> 1]
}

/* What one request costs; the program ends its work after the answer. */
async function cost(ask) {
	const ran = readFileSync(count).readBigUInt64LE()
	const began = performance.now()
	const answer = await ask()
	const ms = performance.now() - began

	if (answer.status !== 200 && answer.status !== 303)
		throw new Error(`${answer.status} ${answer.heading}: ` +
		    `${answer.errors}`)
	await new Promise(resolve => setTimeout(resolve, 5))
	return { ms, n: Number(readFileSync(count).readBigUInt64LE() - ran) }
}

function print(name, list) {
	console.log(`${name}\t${middle(list.map(one => one.n))}\t` +
	    middle(list.map(one => one.ms)).toFixed(2))
}

/* The first ones prepare their statements. */
async function measure(name, ask) {
	const list = []

	for (let i = 0; i < TIMES + 3; i++)
		list.push(await cost(ask))
	print(name, list.slice(3))
}

/* The open task of a new request. */
async function request(office, applicant) {
	await begin(applicant, SOP)
	const id = office.one(`SELECT CAST(id AS TEXT) FROM cases
	    WHERE number LIKE 'K%' ORDER BY length(number) DESC, number DESC
	    LIMIT 1`)
	const [task] = openTasks(office, id)

	return { id, task, officer: await office.login("admin-kanwil") }
}

async function pages(office, applicant) {
	const { id, task, officer } = await request(office, applicant)
	const visitor = office.visitor()
	const step = (await find(officer, task)).path

	await begin(visitor, "izin-magang-penelitian", { publicly: true })
	for (const [name, who, path] of [
		["page: home", visitor, "/"],
		["page: SOP", visitor, `/sop/${SOP}`],
		["page: tracking", visitor, "/lacak/status"],
		["page: inbox, own", officer, "/kotak-masuk?tab=saya"],
		["page: inbox, role", officer, "/kotak-masuk?tab=peran"],
		["page: step", officer, step],
		["page: case", officer, `/berkas/${id}`],
		["page: list of cases", officer, "/berkas"] ])
		await measure(name, () => who.ask("GET", path))
}

/* Keypresses, from the form to the redirect. */
async function acts(office, applicant) {
	const seen = { "press: claim": [], "press: release": [],
	    "press: finish": [] }
	const press = async (name, officer, path, aksi, send) => {
		const page = await officer.get(path)

		seen[name].push(await cost(() => send ? send(page) :
		    officer.press(page, page.form(aksi), aksi)))
	}

	for (let i = 0; i < TIMES; i++) {
		const { task, officer } = await request(office, applicant)
		const path = (await find(officer, task)).path

		await press("press: claim", officer, path, "ambil")
		await press("press: release", officer, path, "lepas")
		await officer.get(path).then(page =>
		    officer.press(page, page.form("ambil"), "ambil"))
		await press("press: finish", officer, path, "selesai", page =>
		    finish(officer, page, "teruskan"))
	}
	for (const [name, list] of Object.entries(seen))
		print(name, list.slice(3))
}

const office = await openOffice("nginx", { env: {
    LD_PRELOAD: `${BUILDDIR}/tests/web/statements.so`,
    STATEMENTS_COUNT: count } })

try {
	const applicant = await office.login("admin-user")

	await pages(office, applicant)
	await acts(office, applicant)
} finally {
	await office.close()
}
