/*
 * skp-t.mjs - an SKP of two divisions with five employees, by those who do its
 * rows: the head of each division, every holder of the unit, each employee and
 * his superior; and what the pages of parent and child say meanwhile.  Then a
 * budget whose corrector hands on the document he mended himself.
 */
import { openOffice } from "../web/office.mjs"
import { makePlan, readTable, walk } from "../web/plan.mjs"
import { signedPdf } from "../web/signed.mjs"
import { is, ok, same } from "../web/tap.mjs"
import { doerOf, find, finish, openTasks, take } from "../web/walk.mjs"
import { dateToday, file, people, says, titled, type } from "./desk.mjs"
import { done, press, stand } from "./kit.mjs"

const office = await openOffice("nginx")
const at = people(office, { script: true })

/* The holders of each division; others hold their roles in the whole office. */
const ADMIN = { unit: "divisi-administrasi", head: "kadivmin",
    iii: ["kabag-program-humas"], iv: ["eselon-iv", "admin-kanwil"],
    employees: { "eselon-iv": ["jfu", "jfu-2"], "admin-kanwil": ["jft"] } }
const IMMIGRATION = { unit: "divisi-keimigrasian", head: "kadiv-keimigrasian",
    iii: ["kabid-zinfokim"], iv: ["kasubid-perizinan"],
    employees: { "kasubid-perizinan": ["petugas-entry-scan-kanim",
	"petugas-biometric-kanim"] } }

function found({ unit, head, iii, iv }) {
	office.hold(head, "kepala-divisi", unit)
	for (const login of iii)
		office.hold(login, "eselon-iii", unit)
	for (const login of iv)
		office.hold(login, "eselon-iv", unit)
}

/* -- a row -------------------------------------------------------------------- */

/* The page of a task, by its link in the inbox, and its form. */
async function come(v, task) {
	const link = v.page.locator(`tbody a[href$="/${task.id}"]`)

	for (const list of ["/kotak-masuk", "/kotak-masuk?tab=peran"]) {
		await v.page.goto(list)
		if (await link.count() > 0)
			break
	}
	const arrived = v.page.waitForEvent("load")

	await link.click()
	await arrived
	if (await v.page.getByRole("button", { name: "Ambil tugas" }).count() > 0)
		await press(v, "button", "Ambil tugas")
}

/* Press one of a page's buttons by what it sends. */
async function send(v, act) {
	const arrived = v.page.waitForEvent("load")

	await v.page.locator(`button[name=aksi][value=${act}]`).click()
	await arrived
}

/* Tick who took part. */
async function tick(v, logins) {
	for (const login of logins) {
		const name = office.one(`SELECT name FROM people
		    WHERE login = '${login}'`)

		await v.page.getByLabel(name, { exact: true }).check()
	}
}

/* Do a task: fill in what its row asks, and go on. */
async function work(task, fill) {
	const v = await at(doerOf(task, ""))

	await come(v, task)
	await fill(v)
	const go = v.page.locator("input[name=keputusan][value=teruskan]")

	if (await go.count() > 0 && await go.getAttribute("type") === "radio")
		await go.check()
	await send(v, "selesai")
	if (await v.page.locator("button[value=kirim]").count() > 0)
		await send(v, "kirim")
	return v
}

const draft = v => type(v, "Isi konsep", "Matriks peran hasil.")
const talk = v => dateToday(v, "Tanggal dialog")

/* -- a division ---------------------------------------------------------------- */

/* Row 1, by the head of the division. */
async function begin({ head, iii }, subject) {
	const v = await at(head)

	await v.page.goto("/mulai/skp")
	await type(v, "Perihal", subject)
	await v.page.locator("#tahun").fill("2026")
	await dateToday(v, "Tanggal dialog")
	await tick(v, iii)
	await press(v, "button", "Mulai SKP")
	return office.one(`SELECT CAST(id AS TEXT) FROM cases
	    WHERE subject = '${subject}'`)
}

/* Every holder of the unit has a task of his own, and nobody else has. */
async function each(id, pos, logins, fill) {
	const tasks = openTasks(office, id).filter(t => t.pos === pos)

	same(tasks.map(t => t.assignee).sort(), [...logins].sort(),
	    `row ${pos}: ${logins.join(" and ")}`)
	for (const task of tasks)
		await work(task, async v => {
			is(await v.page.locator("main form textarea, main form " +
			    "input:checked").evaluateAll(all => all.filter(e =>
				e.type === "checkbox" ? e.checked :
				e.value !== "").length), 0,
			    `... ${task.assignee} begins with an empty form`)
			await fill(v, task.assignee)
		})
}

async function upToRow5(division, subject) {
	const id = await begin(division, subject)

	await each(id, 2, division.iii, draft)
	await each(id, 3, division.iii, talk)
	await each(id, 4, division.iv, draft)
	await each(id, 5, division.iv, async (v, login) => {
		await talk(v)
		await tick(v, division.employees[login])
		if (login === "admin-kanwil")
			await stand(v, "SKP, langkah 5")
	})
	return id
}

/* -- parent and children -------------------------------------------------------- */

function children(id) {
	return office.query(`SELECT CAST(c.id AS TEXT) AS id, c.number,
	    p.login, t.pos FROM cases c JOIN people p ON p.id = c.officer_id
	    JOIN tasks t ON t.case_id = c.id WHERE c.parent_id = ${id}
	    AND t.visit = 1 GROUP BY c.id HAVING t.pos = min(t.pos)
	    ORDER BY c.number`)
}

/* Who is named has a child from row 6 on, who led it one from row 7 on. */
function parted(id, { iii, iv, employees }) {
	const wanted = [...Object.values(employees).flat().map(l => `${l} 6`),
	    ...[...iii, ...iv].map(l => `${l} 7`)]

	same(children(id).map(c => `${c.login} ${c.pos}`).sort(), wanted.sort(),
	    "a child for each, from his row on")
}

/* The parent's page lists its children and the way to each, the list of cases
 * says for how many it waits. */
async function looksAt(who, id, left, all) {
	const v = await at(who)

	await v.page.goto("/berkas?sop=skp")
	await says(v, `menunggu ${left} dari ${all} berkas pegawai`,
	    "the list says for how many it waits")
	await v.page.goto(`/berkas/${id}`)
	await says(v, `menunggu ${left} dari ${all} berkas pegawai`,
	    "... and so does its page")
	is(await v.page.locator("main a", { hasText: /^K-\d+-\d+\/\d+ / }).count(),
	    all, "... with the way to each child")
	is(await v.page.locator(".app-steps li", { hasText: "pada berkas " +
	    "pegawai" }).count(), 5, "... where rows 6 to 10 are done")
	ok(await v.page.getByRole("heading", { name: /^Langkah 4: .* Pegawai / })
	    .count() > 0, "what each wrote has his name")
	return v
}

/* -- an employee ---------------------------------------------------------------- */

async function employee(child) {
	const next = () => openTasks(office, child.id)[0]

	const v = await work(next(), draft)			/* 6 */

	await work(next(), draft)				/* 7 */
	is(next().assignee || doerOf(next(), ""), "kasubbag-program-pelaporan",
	    "row 8: his superior")
	await work(next(), async () => {})
	await work(next(), async page => {			/* 9 */
		await dateToday(page, "Tanggal pengesahan")
		await page.page.locator("#berkas").setInputFiles(await file(
		    "skp.pdf", signedPdf(office.folder, "Atasan", [])))
	})
	const last = await work(next(), page =>			/* 10 */
	    type(page, "Kode arsip", "KP.05"))

	await says(last, "selesai", "row 10: his SKP is filed")
	return v
}

async function childPage(v, child, parent) {
	await v.page.goto(`/berkas/${child.id}`)
	await says(v, child.number, "a child has a page")
	await says(v, "Berkas induk", "... that names its parent")
	await says(v, "Berkas pegawai dibuka", "... and when it was opened")
	await stand(v, "SKP, berkas pegawai")
	const number = office.one(`SELECT number FROM cases
	    WHERE id = ${parent}`)

	is(await v.page.getByRole("link", { name: number }).count(), 0,
	    "... to which there is no way for an employee")
	const head = await at("kadivmin")

	await head.page.goto(`/berkas/${child.id}`)
	await press(head, "link", number)
	await titled(head, "SKP Administrasi", "... but for his division's head")
}

/* All that is left, as those do it who are to do it. */
async function rest(id) {
	for (let task; (task = openTasks(office, id)[0]) !== undefined;) {
		const person = await office.login(doerOf(task, ""))
		const answer = await finish(person, await take(person,
		    await find(person, task)), "teruskan")

		if (answer.status !== 303)
			throw new Error(`row ${task.pos}: ${answer.errors}`)
	}
}

/* -- a budget -------------------------------------------------------------------- */

async function correction() {
	const plan = makePlan(readTable().get("pagu-anggaran"))
	const id = await walk(office, "pagu-anggaran", plan.filter((act, i, all) =>
	    act.pos < 6 && act.kind !== "return" &&
	    all.findIndex(other => other.pos === act.pos) === i))

	await work(openTasks(office, id)[0], async v => {
		await v.page.locator("#dikoreksi").setInputFiles(
		    await file("usulan-diperbaiki.pdf"))
		await stand(v, "pagu, koreksi")
	})
	const [next] = openTasks(office, id)
	const v = await at(doerOf(next, ""))

	await come(v, next)
	await says(v, "usulan-diperbaiki.pdf",
	    "the next one reads what the corrector mended")
}

found(ADMIN)
found(IMMIGRATION)
office.hold("petugas-entry-scan-kanim", "jfu", IMMIGRATION.unit)
office.hold("petugas-biometric-kanim", "jft", IMMIGRATION.unit)
const first = await upToRow5(ADMIN, "SKP Administrasi")
const second = await upToRow5(IMMIGRATION, "SKP Keimigrasian")

parted(first, ADMIN)
parted(second, IMMIGRATION)
const [child] = children(first).filter(c => c.login === "jfu")

await stand(await looksAt("kadivmin", first, 6, 6), "SKP, berkas divisi")
await looksAt("kadiv-keimigrasian", second, 4, 4)
await childPage(await employee(child), child, first)
await looksAt("kadivmin", first, 5, 6)
await rest(first)
await rest(second)
is(office.one(`SELECT count(*) FROM cases WHERE subject LIKE 'SKP %'
    AND parent_id IS NULL AND result = 'done'`), 2,
    "each division ends with its last employee")
await correction()
ok(office.sopap("rebuild", "--check").code === 0, "... and history says so")
await office.close()
await done()
