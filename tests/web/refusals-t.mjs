/*
 * refusals-t.mjs - what must be refused over HTTP is: with the right status,
 * and nothing has changed afterwards.
 */
import { file, openOffice } from "./office.mjs"
import { makePlan, readTable, walk } from "./plan.mjs"
import { agree, fill, find, openTasks, take, write } from "./walk.mjs"
import { done, is, ok } from "./tap.mjs"

const SLUG = "sigap-magang-penelitian"
const REASON = "Mohon daftar peserta dilengkapi dahulu."
const office = await openOffice("nginx")
const plan = makePlan(readTable().get(SLUG)).filter(act =>
    act.kind !== "return")

/* All that acts leave behind. */
function traces() {
	return JSON.stringify(office.query(`
	    SELECT (SELECT count(*) FROM events) AS events,
	           (SELECT count(*) FROM cases) AS cases,
	           (SELECT count(*) FROM documents) AS documents,
	           (SELECT count(*) FROM messages) AS messages,
	           (SELECT sum(version) FROM tasks) AS versions`))
}

/* The answer has this status, and nothing has changed. */
async function refused(name, status, answer) {
	const before = traces()
	const page = await answer()

	is(page.status, status, `${name}: ${status}`)
	is(traces(), before, "...and nothing has changed")
	return page
}

/* What was typed comes back with a refusal, whatever its status. */
function keeps(page, text) {
	ok(page.text.includes(text), "...and what was written is kept")
}

/* A case at row 2, its page seen by who may do it, and the form filled. */
async function caseAtReview() {
	const caseId = await walk(office, SLUG, plan.slice(0, 1))
	const [task] = openTasks(office, caseId)
	const person = await office.login("admin-kanwil")
	const page = await take(person, await find(person, task))
	const form = page.form("selesai")

	return { caseId, task, person, page, form,
	    entries: form.entries({ keputusan: "kembali-1", catatan: REASON,
	    aksi: "selesai" }) }
}

/* The same form with another's token, or none. */
function withToken(entries, token) {
	return entries.filter(([name]) => name !== "csrf")
	    .concat(token === null ? [] : [["csrf", token]])
}

async function tokenOf(person) {
	const page = await person.get("/sop")

	return page.forms.find(f => f.has("csrf")).control("csrf").first
}

async function checkPeople({ caseId, task, form, entries }) {
	const address = form.action
	const send = async login => {
		const person = await office.login(login)

		return person.post(address, withToken(entries,
		    await tokenOf(person)))
	}
	const see = async (login, path) => (await office.login(login))
	    .ask("GET", path)
	const page = await refused("the page for a wrong role", 403,
	    () => see("duta-sigap", address))

	ok(/Langkah ini dikerjakan oleh Admin Kanwil/.test(page.text),
	    "...saying whose step it is")
	await refused("an act by a wrong role", 403, () => send("duta-sigap"))
	await refused("the page for who has no part in the case", 404,
	    () => see("kasi-izin-tinggal", address))
	await refused("...nor an act", 404, () => send("kasi-izin-tinggal"))
	await refused("the case for him", 404,
	    () => see("kasi-izin-tinggal", `/berkas/${caseId}`))
	await refused("an act by a colleague without the task", 403,
	    () => send("admin-kanwil-2"))
	await refused("an act by the applicant", 403, () => send("admin-user"))
	await refused("the page for another institution", 404,
	    () => see("admin-user-2", address))
	await refused("the case for another institution", 404,
	    () => see("admin-user-2", `/berkas/${caseId}`))
	const [letter] = office.query(`SELECT CAST(id AS TEXT) AS id
	    FROM documents WHERE case_id = ${caseId}`)

	await refused("a file for another institution", 404,
	    () => see("admin-user-2", `/dokumen/${letter.id}`))
	is((await see("admin-user", `/dokumen/${letter.id}`)).status, 200,
	    "the file for its own institution: 200")
	await refused("the report for an outsider", 403,
	    () => see("admin-user", "/laporan"))
	await refused("administration for an official", 403,
	    () => see("kakanwil", "/admin"))
	await refused("a task that does not exist", 404,
	    () => see("kakanwil", "/periksa/1"))
	await refused("a task at another program's address", 404, async () => {
		const person = await office.login("admin-kanwil")

		return person.post(`/susun/${task.id}`, entries)
	})
}

async function checkStrangers({ form, entries, task }) {
	const stranger = office.visitor()
	await refused("a list of the files that the server gives", 403,
	    () => stranger.ask("GET", "/aset/"))
	const login = await refused("the page for nobody", 303,
	    () => stranger.ask("GET", form.action))

	ok(login.location.startsWith("/masuk?"), "...to the log-in")
	keeps(await refused("an act after the session's end", 403,
	    () => stranger.post(form.action, entries)), REASON)
	await refused("mending without account or code", 303,
	    () => stranger.ask("GET", `/perbaiki/${task.id}`))
}

async function checkTokens({ person, form, entries }) {
	const other = await tokenOf(await office.login("kakanwil"))

	await refused("no token", 422,
	    () => person.post(form.action, withToken(entries, null)))
	await refused("another session's token", 422,
	    () => person.post(form.action, withToken(entries, other)))
	await refused("a token of the right length", 422,
	    () => person.post(form.action, withToken(entries,
	    "0".repeat(other.length))))
	await refused("a log-in without a page before", 422,
	    () => office.visitor().post("/masuk", [["nip", "kakanwil"],
	    ["kata-sandi", "kata-sandi-uji"]]))
	await refused("no idempotency key", 400,
	    () => person.post(form.action, entries.filter(([name]) =>
	    name !== "kunci")))
}

async function checkMethods({ person, form, entries }) {
	const out = await refused("GET of the log-out", 405,
	    () => person.ask("GET", "/keluar"))

	is(out.headers.allow, "POST", "...naming what is allowed")
	await refused("POST of a page to read", 405,
	    () => person.post("/sop", entries))
	for (const method of ["PUT", "DELETE", "OPTIONS"])
		await refused(method, 405, () => person.ask(method, form.action))
	await refused("a body of another kind", 415,
	    () => person.ask("POST", form.action, Buffer.from("{}"),
	    "application/json"))
	await refused("a form with everything missing", 422,
	    () => person.press({}, form, "selesai"))
}

async function checkReasons({ person, form }) {
	const short = await refused("a return without a reason", 422,
	    () => person.press({}, form, "selesai", { keputusan: "kembali-1",
	    catatan: "Kurang" }))

	keeps(short, ">Kurang</textarea>")
	ok(short.errors.some(e => e.startsWith("Tulis alasan pengembalian")),
	    "...saying what to do")
}

/* Two windows: what is sent from the older one comes too late. */
async function checkStale(review) {
	const { person, form, entries, task } = review
	const first = await person.post(form.action, form.entries({
	    ...fill(form), keputusan: "teruskan", catatan: "",
	    aksi: "selesai" }))

	is(first.status, 303, "the task is finished in another window")
	const late = await refused("the page that was open before", 409,
	    () => person.post(form.action, entries.map(([name, value]) =>
	    [name, name === "kunci" ? "b".repeat(32) : value])))

	keeps(late, REASON)
	ok(/Langkah ini sudah dikerjakan Pegawai admin-kanwil/.test(late.text),
	    "...saying who was faster")
	is((await person.ask("GET", form.action)).status, 303,
	    "its page leads on to the case")
	is(office.one(`SELECT outcome FROM tasks WHERE id = ${task.id}`),
	    "forward", "the first act stands")
}

/* One form pressed several times at once: one act. */
async function checkDoubleClick() {
	const { caseId, person, form, entries } = await caseAtReview()
	const count = () => office.one(`SELECT count(*) FROM events
	    WHERE stream = ${caseId}`)
	const before = count()
	const answers = await Promise.all([1, 2, 3].map(() =>
	    person.post(form.action, entries)))

	is(answers.map(a => a.status).join(), "303,303,303",
	    "a form sent three times at once: each goes on")
	is(count(), before + 1, "...and one event was written")
	is((await person.post(form.action, entries)).status, 303,
	    "the same form sent later goes on as well")
	is(count(), before + 1, "...and writes nothing")
}

/* A request sent twice is one case. */
async function checkDoubleRequest() {
	const person = await office.login("admin-user")
	const page = await write(person, `/mulai/${SLUG}`)
	const form = page.form("kirim")
	const entries = form.entries({ ...agree(form), aksi: "kirim" })
	const cases = () => office.one("SELECT count(*) FROM cases")
	const before = cases()
	const answers = await Promise.all([1, 2].map(() =>
	    person.post(form.action, entries, form.multipart)))

	is(answers[0].status, 303, "a request sent twice at once goes on")
	is(answers[1].location, answers[0].location, "...to one page")
	is(cases(), before + 1, "...and one case was opened")
}

/* A file that is not what it says. */
async function checkFiles() {
	const person = await office.login("admin-user")
	const page = await write(person, `/mulai/${SLUG}`, { field: "surat" })
	const form = page.form("kirim")
	for (const [name, surat] of [
	    ["HTML under a PDF's name", file("surat.pdf",
	    "<html><script>alert(1)</script>")],
	    ["an empty file", file("kosong.pdf", "")]]) {
		const answer = await refused(name, 422, () => person.press(page,
		    form, "kirim", { ...fill(form), surat,
		    unit_tujuan: "Bagian <b>\"Coba\"</b> & 'Uji'" }))

		keeps(answer, "Bagian &lt;b&gt;&quot;Coba&quot;&lt;/b&gt; " +
		    "&amp; &#39;Uji&#39;")
	}
	const huge = file("besar.pdf", Buffer.alloc(21 * 1048576, 37))

	await refused("a file over 20 MB", 422, () => person.press(page, form,
	    "kirim", { ...fill(form), surat: huge }))
	const answer = await refused("a request over 101 MB", 413, () =>
	    person.press(page, form, "kirim", { ...fill(form), surat: [huge,
	    huge, huge, huge, huge] }))

	is(answer.heading, "Kiriman terlalu besar", "...says the server")
}

/* A browser on a telephone is closed between the pages of a request, and what
 * was open is sent: with and without the cookie of the draft. */
async function checkForgotten() {
	for (const keeps of [name => name.startsWith("draf-"), () => false]) {
		const visitor = office.visitor()
		const page = await write(visitor, "/ajukan/izin-magang-penelitian",
		    { field: "surat" })
		const form = page.form("kirim")
		const own = { ...fill(form), nomor_surat: "77/Lama/2026" }

		for (const name of [...visitor.cookies.keys()])
			if (!keeps(name))
				visitor.cookies.delete(name)
		const again = await refused("page 2 of 3, its cookies gone", 422,
		    () => visitor.press(page, form, "kirim", own))
		const filled = again.form("kirim")

		ok(again.text.includes("belum ada yang terkirim"), "...is told")
		is(filled.control("nomor_surat").first, "77/Lama/2026",
		    "...with what was typed")
		ok(filled.has("surat-lama"), "...and its file")
		const next = await visitor.press(again, filled, "kirim")

		is(next.status, 303, "pressed once more it goes on")
		const check = await visitor.get(next.location)
		const last = check.form("kirim")
		const cases = () => office.one("SELECT count(*) FROM cases")
		const before = cases()

		ok(check.text.includes("surat.pdf"), "...with the file")
		is((await visitor.press(check, last, "kirim", agree(last)))
		    .status, 303, "...to its end")
		is(cases(), before + 1, "...which is a case")
	}
}

/* A program that is not there: the server's own page says what to do. */
async function checkGone() {
	const person = await office.login("admin-user")
	const child = office.children.find(each =>
	    each.spawnfile.endsWith("/notify"))
	const ended = new Promise(resolve => child.once("exit", resolve))

	child.kill("SIGTERM")
	await ended
	const page = await person.get("/beritahu/1")

	is(page.status, 502, "a program that is not there")
	is(page.heading, "Layanan sedang sibuk", "...is told")
}

try {
	const review = await caseAtReview()

	await checkPeople(review)
	await checkStrangers(review)
	await checkTokens(review)
	await checkMethods(review)
	await checkReasons(review)
	await checkStale(review)
	await checkDoubleClick()
	await checkDoubleRequest()
	await checkFiles()
	await checkForgotten()
	await checkGone()
	is(office.sopap("verify").code, 0, "the chain holds")
	is(office.sopap("rebuild", "--check").code, 0,
	    "the cases are what the history says")
} finally {
	await office.close()
}
done()
