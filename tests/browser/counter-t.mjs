/*
 * counter-t.mjs - applicants are served at the counter, row by row, by keyboard
 * alone: every row that the immigration SOP has for a desk, and those of an SOP
 * of which no program knows.  How many keys and pages each row takes, and that
 * a person who works beside another system needs ten seconds at most.
 *
 * A key takes 0.28 s and a decision 1.35 s (the keystroke-level model of Card,
 * Moran and Newell); a page is given a second, ten times what it takes.  What is
 * copied from a passport or a letter is counted apart: it is the row's work
 * itself.  Every row's figure is printed.
 *
 * Then three foreigners are served at once, in another order at each desk, each
 * found by the queue number; the slip of one leads the telephone to his case.
 */
import { execFileSync } from "node:child_process"
import { openOffice } from "../web/office.mjs"
import { signedPdf } from "../web/signed.mjs"
import { is, ok, same } from "../web/tap.mjs"
import { doerOf, find, finish, openTasks, take, today } from "../web/walk.mjs"
import { file, people, says } from "./desk.mjs"
import { done, press, stand } from "./kit.mjs"

const { SRCDIR } = process.env
const KEY = 0.28
const DECIDE = 1.35
const PAGE = 1
const LIMIT = 10
const CHOOSE = 2		/* keys: open the list of files, take the first */
const ENTRY = "petugas-entry-scan-kanim"
const BIO = "petugas-biometric-kanim"
const CHECK = "kasubsi-izin-tinggal"
const SIGN = "kasi-izin-tinggal"
const office = await openOffice("nginx")
const figures = []

/* -- keys ------------------------------------------------------------------- */

/* One row's work: keys beside what is typed, and pages. */
function tally(v) {
	const t = { keys: 0, pages: 0 }

	v.page.on("load", t.count = () => t.pages++)
	return t
}

async function key(v, t, name) {
	t.keys++
	await v.page.keyboard.press(name)
}

/* The page has put the focus where the work goes on: soon after it is there. */
async function ready(v) {
	for (let tries = 0; tries < 200; tries++) {
		if (await v.page.evaluate(
		    "document.activeElement !== document.body"))
			return
		await new Promise(resolve => setTimeout(resolve, 50))
	}
}

/* Enter on whatever has the focus, and the page that comes of it. */
async function enter(v, t) {
	await ready(v)
	const arrived = v.page.waitForEvent("load")

	await key(v, t, "Enter")
	await arrived
}

function check(v, t, name, keys, pages) {
	v.page.off("load", t.count)
	const seconds = t.keys * KEY + DECIDE + t.pages * PAGE

	ok(t.keys <= keys, `${name}: ${t.keys} keys, at most ${keys}`)
	is(t.pages, pages, `... and ${pages} page(s)`)
	ok(seconds <= LIMIT, `... ${seconds.toFixed(1)} s, at most ${LIMIT}`)
	figures.push([seconds, name])
}

/* -- rows ------------------------------------------------------------------- */

/* One keypress on the open task does its row. */
async function oneKey(v, name) {
	await v.page.goto("/loket")
	const t = tally(v)

	await enter(v, t)
	check(v, t, name, 1, 1)
	await says(v, "dicatat dan diteruskan", "... it is done")
}

/* A form: one Tab leads to its first field, one from each to the next, and from
 * the last to the button.  Null is the first of some radios, an object a file. */
async function form(v, name, values, said = "dicatat dan diteruskan") {
	await v.page.goto("/loket")
	await ready(v)
	const t = tally(v)

	await key(v, t, "Tab")
	for (const value of values) {
		if (value === null)
			await key(v, t, "Space")
		else if (typeof value === "string")
			await v.page.keyboard.insertText(value)
		else {
			t.keys += CHOOSE
			await v.page.locator("input[type=file]").first()
				.setInputFiles(value)
		}
		await key(v, t, "Tab")
	}
	await enter(v, t)
	check(v, t, name, 2 + values.length + 3, 1)
	await says(v, said, "... it is sent")
}

async function number(v, name, wanted) {
	await v.page.goto("/loket")
	await says(v, "Tidak ada yang menunggu", "nobody waits")
	await stand(v, `${name}, kosong`)
	await v.page.reload()
	const t = tally(v)

	await enter(v, t)
	check(v, t, `${name}, row 1, a queue number`, 1, 1)
	await says(v, `Antrean ${wanted}: berkas`, "... it is handed out")
}

/* That the applicant is there: the only one of the list. */
async function present(v, name) {
	await v.page.goto("/loket")
	await says(v, "Pemohon hadir", "the applicant is awaited")
	const t = tally(v)

	await v.page.getByRole("button", { name: /^Pemohon hadir/ }).focus()
	await enter(v, t)
	check(v, t, `${name}, the applicant is there`, 1, 1)
}

/* All rows of the desk by one press: back to the field, and on to the button
 * for all of them. */
async function together(v, name, text) {
	await v.page.goto("/loket")
	await ready(v)
	const t = tally(v)

	await key(v, t, "Shift+Tab")
	await v.page.keyboard.insertText(text)
	await key(v, t, "Tab")
	await key(v, t, "Tab")
	await enter(v, t)
	check(v, t, name, 4, 1)
	await says(v, "selesai", "... the case is over")
}

/* Rows that have no desk are done where they are; a message goes out as it was
 * prepared. */
async function elsewhere(pos) {
	const [task] = openTasks(office, office.one(`SELECT CAST(id AS TEXT)
	    FROM cases WHERE evaluation = 0 ORDER BY number DESC LIMIT 1`))

	is(task?.pos, pos, `row ${pos} is next, at a desk without a queue`)
	const person = await office.login(doerOf(task, ""))
	const page = await take(person, await find(person, task))
	const answer = task.kind === "notify" ? await person.press(page,
	    page.form("selesai"), "selesai") :
	    await finish(person, page, "teruskan")

	is(answer.status, 303, "... and done there")
}

/* -- the immigration SOP -------------------------------------------------------- */

async function reception(at, name, queue) {
	const entry = await at(ENTRY)

	await number(entry, name, queue)
	await stand(entry, `${name}, langkah 2`)
	await form(entry, `${name}, row 2, beside what is typed`,
	    ["John \"Jack\" <Smith>", "Australia", "N1234567", null,
	    "0812-3456-7890", ""])
	await oneKey(await at(CHECK), `${name}, row 3, the check`)
	await present(entry, `${name}, row 4`)
	await stand(entry, `${name}, langkah 4`)
	await oneKey(entry, `${name}, row 4, the scan`)
	await oneKey(await at(BIO), `${name}, row 5, photo and fingerprints`)
	await oneKey(await at(BIO), `${name}, row 6, the match`)
}

async function decision(at, name) {
	await elsewhere(7)
	const sign = await at(SIGN)

	await sign.page.goto("/loket")
	await stand(sign, `${name}, langkah 8`)
	await form(sign, `${name}, row 8, the letter handed over`,
	    ["W.6-1", today("hari"), today("bulan"), today("tahun"),
		await file("surat.pdf", signedPdf(office.folder,
		    "Kepala Kantor Imigrasi", ["Nomor W.6-1"]))])
	await elsewhere(9)
	await oneKey(await at("kasubid-perizinan"), `${name}, row 10, the file`)
	await oneKey(await at("kabid-zinfokim"), `${name}, row 11, the papers`)
	await elsewhere(12)
	await elsewhere(13)
}

/* The foreigner follows it by the code of a message, in English. */
async function follows(at, name) {
	const v = await at("")
	const text = office.query(`SELECT body FROM messages
	    ORDER BY queued_at DESC`).map(m => m.body).join("\n")
	const code = /[2-9A-Z]{4}(-[2-9A-Z]{4}){2}/.exec(text)?.[0]

	await v.page.goto("/?bahasa=en")
	await stand(v, `${name}, home`)
	await v.page.goto("/lacak?lain=1")
	await v.page.getByLabel("Tracking code").fill(code ?? "")
	await press(v, "button", "Track an application")
	await says(v, "You are expected at the office",
	    "the applicant sees what to do")
	await stand(v, `${name}, status`)
}

async function passport(at, name) {
	const entry = await at(ENTRY)

	await present(entry, `${name}, row 14`)
	await form(entry, `${name}, row 14, the register`, ["REG-1"])
	await oneKey(await at(CHECK), `${name}, row 15, the last check`)
	await oneKey(await at(SIGN), `${name}, row 16, signed in the passport`)
	await entry.page.goto("/loket")
	await stand(entry, `${name}, dua langkah`)
	await together(entry, `${name}, rows 17 and 18, scanned and filed`,
	    "GR.01")
}

/* -- an SOP of which no program knows -------------------------------------------- */

async function another(at, name, queue) {
	const desk = await at("duta-sigap")

	await number(desk, name, queue)
	await oneKey(await at("subbag-kepegawaian-tu-rt"),
	    `${name}, row 2, compared`)
	await desk.page.goto("/loket")
	await stand(desk, `${name}, tiga langkah`)
	await together(desk, `${name}, rows 3 to 5, stamped, given and filed`,
	    "HK.02")
}

async function serve(script, queue) {
	const at = people(office, { script })
	const how = script ? "loket" : "loket polos"

	await reception(at, how, queue)
	await decision(at, how)
	await follows(at, how)
	await passport(at, how)
	await another(at, `${how} legalisasi`, queue)
	const bio = await at(BIO)

	await bio.page.goto("/loket/pin")
	await stand(bio, `${how}, PIN`)
}

/* -- three at once ----------------------------------------------------------- */

const GUESTS = {
	"003": ["Zoë O'Brien", "Irlandia", "PA1234567"],
	"004": ["Li Wei", "Tiongkok", "EB7654321"],
	"005": ["Amadou Diop", "Senegal", "SN0012345"],
}

async function look(v, queue) {
	await v.page.goto("/loket")
	await v.page.locator("#cari-nomor").fill(queue)
	await press(v, "button", "Cari")
	ok((await v.page.locator("#h-sekarang").innerText()).startsWith(queue),
	    `${queue} is found`)
}

/* The QR code of the slip on the page, as a telephone reads it. */
async function scanned(v) {
	const path = `${office.folder}/slip.png`

	await v.page.screenshot({ path })
	return execFileSync("zbarimg", ["-q", "--raw", path],
	    { stdio: ["ignore", "pipe", "ignore"] }).toString().trim()
}

async function handOut(v) {
	for (const queue of Object.keys(GUESTS)) {
		await v.page.goto("/loket?sop=keimigrasian-wna")
		await press(v, "button", "Beri nomor antrean")
		await says(v, `Antrean ${queue}: berkas`, `${queue} is handed out`)
	}
}

/* A slip has all of it in letters, too. */
async function slip(entry, guest) {
	await stand(entry, "slip antrean")
	const code = await entry.page.locator(".app-slip__code").innerText()
	const number = await entry.page.locator(".app-slip__number").innerText()
	const address = await scanned(entry)

	is(number, "004", "a slip says its number")
	is(address, `${office.site}/lacak?lain=1&bahasa=en#${code}`,
	    "... and its QR code leads to the case")
	await entry.page.emulateMedia({ media: "print" })
	ok(await entry.page.locator(".app-slip__qr").isVisible(),
	    "... on paper, too")
	await entry.page.emulateMedia({ media: null })
	await guest.page.goto(address)
	await guest.page.waitForURL(/\/lacak\/status/)
	await says(guest, code, "whoever scans it sees the case")
	ok(!guest.page.url().includes(code), "... by a code in no address")
}

async function register(v, queue) {
	const [name, nation, passport] = GUESTS[queue]

	await look(v, queue)
	for (const [id, value] of [["nama", name], ["kewarganegaraan", nation],
	    ["nomor_paspor", passport], ["whatsapp", "+353 85 123 4567"]])
		await v.page.locator(`#${id}`).fill(value)
	await v.page.getByLabel("Perpanjangan ITAS ke-V", { exact: true }).check()
	await press(v, "button", "Selesai: langkah 2")
	await says(v, "dicatat dan diteruskan", `... and written down: ${name}`)
}

async function threeAtOnce() {
	const at = people(office, { script: true })
	const entry = await at(ENTRY), check = await at(CHECK)

	await handOut(entry)
	await entry.page.goto("/loket")
	await stand(entry, "loket, tiga menunggu")
	await look(entry, "004")
	await press(entry, "link", "Cetak slip antrean")
	await slip(entry, await at(""))
	for (const queue of ["004", "005", "003"])
		await register(entry, queue)
	await look(check, "005")
	await stand(check, "loket, satu dicari")
	for (const queue of ["005", "003", "004"]) {
		await look(check, queue)
		await press(check, "button", "Lengkap: langkah 3")
	}
	same(office.query(`SELECT c.applicant || ' ' || t.pos AS at FROM cases c
	    JOIN tasks t ON t.case_id = c.id WHERE t.open = 1 AND
	    substr(c.subject, 1, 3) IN ('003', '004', '005')
	    ORDER BY c.number`).map(row => row.at), Object.values(GUESTS)
	    .map(([name]) => `${name} 4`), "each is where he is served next")
}

is(office.sopap("sop", "publish", `${SRCDIR}/tests/data/sop-loket.yaml`).code,
    0, "an SOP of the office's own is published")
await serve(true, "001")
await serve(false, "002")
await threeAtOnce()
is(office.one("SELECT count(*) FROM tasks WHERE joint = 1"), 10,
    "rows done by one press say so")
for (const [seconds, name] of figures)
	console.log(`# ${seconds.toFixed(1)} s  ${name}`)
console.log(`# at most ${Math.max(...figures.map(f => f[0])).toFixed(1)} s` +
    " of an officer's work a row")
await office.close()
await done()
