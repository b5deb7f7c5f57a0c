/*
 * counter-t.mjs - one applicant is served at the counter, row by row, by
 * keyboard alone: how many keys and pages each row takes, and that a person
 * who works beside another system needs ten seconds at most.
 *
 * A key takes 0.28 s, a decision 1.35 s (the keystroke-level model of Card,
 * Moran and Newell); the time of the page is the machine's own.  What is
 * copied from a passport is counted apart: it is the row's work itself.
 */
import { openOffice } from "../web/office.mjs"
import { is, ok } from "../web/tap.mjs"
import { people, says } from "./desk.mjs"
import { done, stand } from "./kit.mjs"

const KEY = 0.28
const DECIDE = 1.35
const LIMIT = 10
const ENTRY = "petugas-entry-scan-kanim"
const BIO = "petugas-biometric-kanim"
const CHECK = "kasubsi-izin-tinggal"
const PERSON = ["John \"Jack\" <Smith>", "Australia", "N1234567", null,
	"0812-3456-7890"]

/* One row's work: keys beside what is typed, pages, seconds. */
function tally(v) {
	const t = { keys: 0, pages: 0, started: Date.now() }

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
	const seconds = t.keys * KEY + DECIDE + (Date.now() - t.started) / 1000

	ok(t.keys <= keys, `${name}: ${t.keys} keys, at most ${keys}`)
	is(t.pages, pages, `... and ${pages} page(s)`)
	ok(seconds <= LIMIT, `... ${seconds.toFixed(1)} s, at most ${LIMIT}`)
}

/* One keypress on the open task does its row. */
async function oneKey(v, name) {
	await v.page.goto("/loket")
	const t = tally(v)

	await enter(v, t)
	check(v, t, name, 1, 1)
	await says(v, "dicatat dan diteruskan", "... it is done")
}

async function number(v) {
	await v.page.goto("/loket")
	await says(v, "Tidak ada yang menunggu", "nobody waits")
	await stand(v, "loket, kosong")
	await v.page.reload()
	const t = tally(v)

	await enter(v, t)
	check(v, t, "row 1, a queue number", 1, 1)
	await says(v, "Antrean 001: perkara", "... it is handed out")
}

/* The form of row 2: a key between the fields, one to choose, one to send. */
async function fill(v) {
	await v.page.reload()
	const t = tally(v)

	await key(v, t, "Tab")
	for (const text of PERSON) {
		if (text === null)
			await key(v, t, "Space")
		else
			await v.page.keyboard.insertText(text)
		await key(v, t, "Tab")
	}
	await key(v, t, "Tab")
	await enter(v, t)
	check(v, t, "row 2, beside what is typed", 9, 1)
	await says(v, "dicatat dan diteruskan", "... it is sent")
}

async function scan(v) {
	await v.page.goto("/loket")
	await says(v, "Pemohon hadir", "the applicant is awaited")
	await stand(v, "loket, menunggu pemohon")
	const t = tally(v)

	await v.page.getByRole("button", { name: /^Pemohon hadir/ }).focus()
	await enter(v, t)
	check(v, t, "row 4, the applicant is there", 1, 1)
	await stand(v, "loket, langkah 4")
	await v.page.reload()
	const scan = tally(v)

	await enter(v, scan)
	check(v, scan, "row 4, the scan", 1, 1)
}

async function serve(script) {
	const office = await openOffice("nginx")
	const at = people(office, { script })
	const entry = await at(ENTRY)

	await number(entry)
	await stand(entry, "loket, langkah 2")
	await fill(entry)
	await oneKey(await at(CHECK), "row 3, the check")
	await scan(entry)
	const bio = await at(BIO)

	await bio.page.goto("/loket")
	await stand(bio, "loket, dua langkah")
	await oneKey(bio, "row 5, photo and fingerprints")
	await oneKey(bio, "row 6, the match")
	is(office.one("SELECT count(*) FROM tasks t JOIN cases c" +
	    " ON c.id = t.case_id WHERE t.open = 1 AND t.pos = 7" +
	    " AND c.evaluation = 0"), 1, "the letter is next, at a desk without a queue")
	await bio.page.goto("/loket/pin")
	await stand(bio, "loket, PIN")
	await office.close()
}

await serve(true)
await serve(false)
await done()
