/*
 * day-t.mjs - the working day: a caller asks for a student; forty letters on a
 * Monday morning, one after another; forty to sign, with one page that checks
 * them; a colleague is ill, and his tasks move by one act; the head of the
 * office in the morning; counted in presses, with and without script.
 */
import { execFileSync } from "node:child_process"
import { openOffice } from "../web/office.mjs"
import { signedPdf } from "../web/signed.mjs"
import { is, isBuilt, ok } from "../web/tap.mjs"
import { choose, date, file, people, says, type } from "./desk.mjs"
import { done, press, stand } from "./kit.mjs"

const LETTERS = 40
const QUEUE = "/kotak-masuk?tab=peran"
const office = await openOffice("nginx")

office.letters(LETTERS + 3)

const v = await people(office, { script: true })("petugas-layanan")
const { page } = v
let presses = 0

function taken() {
	return Number(office.one("SELECT count(*) FROM tasks WHERE open = 1" +
	    " AND claimed_by IS NOT NULL"))
}

/* What brings another page is waited for. */
async function gone(what) {
	const arrived = page.waitForEvent("load")

	await what()
	await arrived
}

/* One letter by itself: opened, taken, chosen, sent. */
async function alone() {
	await page.goto(QUEUE)
	await gone(() => page.locator("tbody th a").first().click())
	await press(v, "button", "Ambil tugas")
	await page.getByLabel("Setujui dan teruskan").check()
	await press(v, "button", "Kirim keputusan")
	presses += 4
}

/* Nothing has to be scrolled to for what is decided on, and deciding. */
async function firstScreen() {
	const bottom = async what => {
		const box = await page.locator(what).first().boundingBox()

		return box.y + box.height
	}

	ok(await page.locator(".app-facts dt").count() === 5,
	    "five facts stand beside it")
	ok(await bottom(".app-facts") < 900, "... on the first screen")
	ok((await page.locator(".app-pages").first().boundingBox()).y < 750,
	    "... and the letter below them")
	for (const key of ["1", "2", "3"])
		ok(await bottom(`[aria-keyshortcuts="${key}"]`) <= 900,
		    `decision ${key} is on the first screen`)
	const facts = await page.locator(".app-desk__facts").boundingBox()
	const work = await page.locator(".app-desk__work").boundingBox()

	ok(facts.x + facts.width <= work.x, "decisions stand at the right")
}

/* Neither loading it again nor going back takes a task. */
async function takesNone() {
	const before = taken()

	await page.reload()
	is(taken(), before, "loaded again it takes none")
	await page.goBack()
	is(taken(), before, "gone back it takes none")
	await page.goForward()
	is(taken(), before, "gone on it takes none")
}

/* Enter in a field, or on a box, is no decision. */
async function enterSendsNone() {
	const done = () => office.one("SELECT count(*) FROM tasks WHERE open = 0")
	const before = done(), box = page.getByLabel("Berkas belum lengkap")

	await box.check()
	await gone(() => box.press("Enter"))
	is(done(), before, "Enter on a box decides nothing")
	ok(await box.isChecked(), "... and the box stays ticked")
	await box.uncheck()
}

async function forty() {
	let decisions = 0

	presses = 0
	await page.goto(QUEUE)
	await press(v, "button", "Kerjakan beruntun")
	presses++
	is(taken(), 1, "the press takes one letter")
	await firstScreen()
	await stand(v, "beruntun")
	await takesNone()
	await page.locator("#catatan").fill("1")
	await page.locator("#catatan").press("1")
	is(await page.locator("#catatan").inputValue(), "11",
	    "a figure that is typed decides nothing")
	await page.locator("#catatan").fill("")
	await enterSendsNone()
	for (; decisions < LETTERS; decisions++) {
		if (decisions === 7) {
			await page.getByLabel("Surat belum ditandatangani")
			    .check()
			presses++
		}
		await page.locator("h1").click()
		await gone(() => page.keyboard.press(decisions === 7 ? "2" :
		    "1"))
	}
	console.log(`# after: ${decisions} decisions, ${presses} presses more`)
	ok(decisions <= 40 && presses <= 10,
	    "forty letters take forty decisions and at most ten presses")
	is(taken(), 1, "one letter more is taken")
	is(Number(office.one("SELECT count(*) FROM tasks WHERE outcome =" +
	    " 'return'")), 1, "one of them went back")
}

/* Without script the decisions are buttons still. */
async function plain() {
	const w = await people(office, { script: false })("petugas-layanan")

	await w.page.goto("/kotak-masuk?tab=saya")
	await press(w, "button", "Kerjakan beruntun")
	await says(w, "Beruntun: 0 tugas lagi", "without script it begins")
	await stand(w, "beruntun")
	await w.page.getByRole("button", { name: /^3 Tolak/ }).click()
	await says(w, "Tulis alasan penolakan", "a refusal needs a reason")
	await stand(w, "beruntun, galat")
	await w.page.getByRole("button", { name: /^1 Setujui/ }).click()
	await says(w, "Tampilan ini sudah habis", "at the end it says so")
	await stand(w, "beruntun, habis")
}

/* A caller says no more than a number: the box at the head of every page finds
 * it. */
async function caller() {
	await page.goto("/sop")
	await stand(v, "cari di kepala halaman")
	await page.getByLabel(/^Nama, NIM, telepon/).fill("siti rahmawati")
	await press(v, "button", "Cari di semua berkas")
	await says(v, "K-2026-0001", "a participant's name finds the case")
	await page.goto("/laporan")
	await page.getByLabel(/^Nama, NIM, telepon/).fill("tidak ada begini")
	await press(v, "button", "Cari di semua berkas")
	await says(v, "Tidak ada berkas yang cocok", "... nothing finds none")
}

/* -- forty to sign --------------------------------------------------------- */

const SIGNER = "subbag-kepegawaian-tu-rt"
const ONE = "Surat izin yang sudah ditandatangani"

/* A letter as it comes back signed, of the address of its paper. */
async function signed(w, href) {
	const paper = await w.page.request.get(href)
	const text = execFileSync("pdftotext", ["-", "-"],
	    { input: await paper.body() }).toString().replace(/\s+/g, " ")
	const [number] = /W\.6\.[.\w]+-\d+/.exec(text)
	const code = /Kode ([-0-9A-Z]{14})/.exec(text)?.[1]

	return file(`tanda-${number.replace(/\W/g, "-")}.pdf`, signedPdf(
	    office.folder, "Kepala Kantor", [`Nomor ${number}`, `Kode ${code}`]))
}

function inForce() {
	return Number(office.one("SELECT count(*) FROM letters WHERE state = " +
	    "'valid'"))
}

/* One by itself, from the inbox to the sending: its presses. */
async function signAlone(w) {
	let presses = 0
	const next = async (role, name) => {
		await press(w, role, name)
		presses++
	}

	await w.page.goto(QUEUE)
	await press(w, "link", (await w.page.locator("tbody th a").first()
	    .innerText()).trim())
	presses++
	await next("button", "Ambil tugas")
	await next("link", "Susun surat bernomor")
	await next("button", "Siapkan surat")
	const made = await signed(w, await w.page.getByRole("link",
	    { name: /balasan-.*pdf/ }).first().evaluate(a => a.href))

	await choose(w, ONE, made.name, made.buffer)
	await w.page.getByLabel("Setujui dan teruskan").check()
	presses += 2
	await next("button", "Kirim keputusan")
	await next("button", /^Setujui dan teruskan/)
	is(inForce(), 1, "one letter is sent by itself")
	return presses
}

/* The papers that the list links to, signed. */
async function allSigned(w) {
	const hrefs = await w.page.locator("tbody a[href*='/dokumen/']" +
	    ":not([target])").evaluateAll(list => list.map(a => a.href))

	return Promise.all(hrefs.map(href => signed(w, href)))
}

async function choosePapers(w, files) {
	await w.page.locator("#berkas").setInputFiles(files)
}

/* From the inbox to the list, every letter prepared. */
async function toList(w, n) {
	await w.page.goto(QUEUE)
	await press(w, "link", "Setujui beberapa sekaligus")
	await says(w, `${n} surat dapat disiapkan di sini`,
	    "the list says what can be prepared")
	let made = 0

	/* A slow machine makes as many as it has time for, and says so. */
	for (let tries = 0; made < n && tries < 5; tries++) {
		await press(w, "button", "Siapkan suratnya")
		made += Number(/(\d+) surat disiapkan/.exec(await w.page
			.locator("main").innerText())?.[1] ?? 0)
	}
	is(made, n, "one press prepares all that there is time for")
	return allSigned(w)
}

async function signForty(w) {
	const files = await toList(w, LETTERS)

	is(files.length, LETTERS, "forty papers")
	await stand(w, "tanda tangan, daftar")
	await choosePapers(w, files)
	await press(w, "button", "Periksa")
	await says(w, `${LETTERS} surat cocok.`, "all find their letters")
	is(await w.page.locator("input[name=kirim]:checked").count(), LETTERS,
	    "... and are ticked")
	await w.page.locator("input[name=kirim]").first().uncheck()
	const arrived = w.page.waitForEvent("load")

	await w.page.locator("input[name=kirim]").last().press("Enter")
	await arrived
	is(inForce(), 1, "Enter on a box sends none")
	is(await w.page.locator("input[name=kirim]:checked").count(),
	    LETTERS - 1, "... and a tick taken away stays away")
	await w.page.locator("input[name=kirim]").first().check()
	await press(w, "button", "Setujui dan kirim yang dicentang")
	await says(w, `${LETTERS} tugas disetujui dan diteruskan`,
	    "one press sends all")
	is(inForce(), LETTERS + 1, "all are in force")
	/* Link, prepare, choose, check, send. */
	return 5
}

/* Without script: what does not match is said, and the rest goes. */
async function signPlain() {
	const w = await people(office, { script: false })(SIGNER)
	const files = await toList(w, 3)

	await choosePapers(w, [files[0], { ...files[0], name: "lagi.pdf" },
		await file("kosong.pdf")])
	await press(w, "button", "Periksa")
	await says(w, "1 surat cocok, 2 belum ada dokumennya, 2 dokumen tidak " +
	    "dikirim", "without script it counts them")
	await stand(w, "tanda tangan, periksa")
	await choosePapers(w, [files[1], await file("belum.pdf", await (await
		w.page.request.get(office.site + "/dokumen/" + office.one("SELECT CAST(" +
		"document_id AS TEXT) FROM letters WHERE state = 'reserved'" +
		" AND number = '" + numberOf(files[2]) + "'"))).body())])
	await press(w, "button", "Periksa sekali lagi")
	await says(w, "2 surat cocok, 1 perlu diperhatikan",
	    "more files come beside those that are there")
	await w.page.locator("fieldset", { hasText: "Perlu diperhatikan" })
	    .locator("[name=kirim]").check()
	await press(w, "button", "Setujui dan kirim yang dicentang")
	await says(w, "Tulis alasan tetap mengirim",
	    "what is not signed takes a reason")
	await stand(w, "tanda tangan, galat")
	await w.page.getByLabel(/^Alasan tetap mengirim/).fill(
	    "Ditandatangani basah hari ini.")
	await press(w, "button", "Setujui dan kirim yang dicentang")
	await says(w, "3 tugas disetujui dan diteruskan", "then all go")
	is(Number(office.one("SELECT count(*) FROM tasks WHERE unproved = 1")),
	    1, "one of them marked")
}

function numberOf(f) {
	return office.query("SELECT number FROM letters").map(l => l.number)
	    .find(n => f.name === `tanda-${n.replace(/\W/g, "-")}.pdf`)
}

async function sign() {
	const w = await people(office, { script: true })(SIGNER)
	let before

	office.letters(LETTERS + 1, 4)
	before = await signAlone(w)
	const after = await signForty(w)

	console.log(`# signing, before: ${LETTERS * before} presses on ` +
	    `${LETTERS * (before - 2)} pages`)
	console.log(`# signing, after: ${after} presses on 4 pages`)
	ok(after <= 10, "forty letters are signed with at most ten presses")
	office.letters(3, 4)
	await signPlain()
}

/* -- a colleague is ill ------------------------------------------------------ */

const TAKEN = 36
const WITH = login => Number(office.one(`SELECT count(*) FROM tasks t
    JOIN people p ON p.id = t.claimed_by WHERE t.open = 1
    AND p.login = '${login}'`))

/* What is in the list is taken, 25 at a time. */
async function takesAll() {
	for (let n = 0; n < TAKEN; n += 25) {
		await page.goto(QUEUE)
		for (const box of await page.locator("td input[type=checkbox]")
		    .all())
			await box.check()
		await page.getByText("Tindakan untuk tugas yang dicentang")
		    .click()
		await press(v, "button", "Ambil yang dicentang")
	}
	ok(WITH("petugas-layanan") >= TAKEN, "36 tasks are taken")
}

/* One of them is freed by an administrator: presses and screens. */
async function freedAlone(who) {
	const w = await who("admin")

	await w.page.goto("/admin/tugas")
	await w.page.locator("tbody th a").first().click()
	await type(w, "Alasan", "cuti sakit")
	await press(w, "button", "Lepaskan tugas")
	await press(w, "button", "Lepaskan tugas")
	console.log(`# before: ${TAKEN * 3} presses on ${TAKEN * 3} screens, ` +
	    "and each is to be taken by somebody")
}

function days(n) {
	const at = new Date(Date.now() + n * 86400000 + 7 * 3600000)

	return [at.getUTCDate(), at.getUTCMonth() + 1, at.getUTCFullYear()]
	    .map(String)
}

/* All are moved by one act of the superior. */
async function moved(who) {
	const w = await who("kasubbag-program-pelaporan")
	const clocks = () => office.one(`SELECT sum(claimed_at) FROM tasks
	    WHERE open = 1 AND claimed_by IS NOT NULL`)
	const n = WITH("petugas-layanan"), before = clocks()

	await w.page.goto("/kotak-masuk")
	await press(w, "link", /^Tidak masuk/)
	await stand(w, "tidak masuk")
	await press(w, "link", "Pegawai petugas-layanan")
	await stand(w, "tidak masuk, orang")
	await press(w, "button", "Periksa")
	await says(w, "Pilih semua dipindahkan", "what is missing is said")
	await stand(w, "tidak masuk, galat")
	await date(w, /^Hari terakhir/, ...days(4))
	await w.page.getByLabel(/^Pengganti/).fill("ali_B-Wati")
	await w.page.getByLabel(/^Semua dipindahkan/).check()
	await type(w, "Alasan", "tidak masuk")
	await press(w, "button", "Periksa")
	await says(w, `${n} tugas dipindahkan kepada ali_B-Wati`,
	    "it is looked at once more")
	await stand(w, "tidak masuk, periksa")
	await press(w, "button", "Tetapkan")
	await says(w, `${n} tugas dipindahkan`, "they are moved")
	await stand(w, "tidak masuk, ditetapkan")
	console.log("# after: 4 presses on 4 screens, with last day, stand-in" +
	    ", fate and reason")
	is(WITH("petugas-layanan-2"), n, "the stand-in has them")
	is(WITH("petugas-layanan"), 0, "... who is ill has none")
	is(clocks(), before, "... and their clocks go on")
}

/* Without script one proposes one's own, and comes back. */
async function back() {
	const who = people(office, { script: false })
	const w = await who("petugas-layanan")
	const boss = await who("kasubbag-program-pelaporan")

	await w.page.goto("/tidak-masuk")
	await says(w, "Yang dipindahkan", "who comes back finds what was moved")
	await stand(w, "tidak masuk, kembali")
	await press(w, "button", "Saya sudah kembali")
	await says(w, "berakhir", "he says that he is back")
	await date(w, /^Hari terakhir/, ...days(9))
	await w.page.getByLabel(/^Semua tetap/).check()
	await type(w, "Alasan", "cuti")
	await press(w, "button", "Kirim usulan")
	await says(w, "Usulan dikirim", "he proposes the next")
	await boss.page.goto("/kotak-masuk")
	await press(boss, "link", /1 usulan menunggu persetujuan/)
	await boss.page.locator("tbody th a").first().click()
	await stand(boss, "tidak masuk, usulan")
	await press(boss, "button", "Tolak usulan")
	await says(boss, "tidak berlaku", "the superior declines")
}

async function ill() {
	const who = people(office, { script: true })

	office.letters(TAKEN)
	await takesAll()
	await freedAlone(who)
	await moved(who)
	await back()
}

/* -- the head of the office in the morning --------------------------------- */

/* Everybody is below the Kakanwil; three letters have lain too long. */
function night() {
	office.letters(3)
	office.change(`UPDATE people SET email = login || '@contoh.invalid',
	    superior_role_id = (SELECT id FROM roles WHERE slug = 'kakanwil')
	    WHERE login NOT IN ('kakanwil', 'admin')`)
	office.change(`UPDATE people SET superior_role_id = NULL
	    WHERE login = 'kakanwil'`)
	office.change(`UPDATE tasks SET due_at = opened_at - 86400 WHERE id IN
	    (SELECT id FROM tasks WHERE open = 1 AND external = 0
	    AND kind = 'review' AND claimed_by IS NULL
	    AND assignee_id IS NULL ORDER BY opened_at DESC LIMIT 3)`)
}

/* Before there was the list of all cases, the newest first: what is late had to
 * be looked for on every page of it, and nobody could be reminded there. */
async function searched(w) {
	await w.page.goto("/berkas")
	const [, all] = /dari ([\d.]+)/.exec(
	    await w.page.locator(".app-pager__shown").innerText())

	return Math.ceil(Number(all.replaceAll(".", "")) / 25)
}

/* Tick the first task of the list, and say why. */
async function chooses(w) {
	await w.page.locator("tbody input[type=checkbox]").first().check()
	await w.page.getByText("Tindakan untuk tugas yang dicentang").click()
	await w.page.getByLabel("Alasan").fill("Diminta pagi ini.")
}

/* On paper it is one sheet, and nothing of it is cut at its edge. */
async function oneSheet(w) {
	const bytes = await w.page.pdf({ preferCSSPageSize: true,
		path: process.env.SHOTS && `${process.env.SHOTS}/hari-ini.pdf` })
	const boxes = bytes.toString("latin1").match(/\/MediaBox\s*\[/g)

	is(boxes.length, 1, "the morning is one sheet")
	await w.page.emulateMedia({ media: "print" })
	await w.page.setViewportSize({ width: 718, height: 900 })
	is(await w.page.evaluate(() => document.documentElement.scrollWidth >
	    document.documentElement.clientWidth), false,
	"... as wide as the paper")
	await w.page.emulateMedia({ media: null })
	await w.page.setViewportSize({ width: 1280, height: 900 })
}

async function reminds(w, answer, name) {
	await chooses(w)
	await press(w, "button", "Ingatkan pemegangnya")
	await says(w, answer, name)
}

async function gives(w) {
	await chooses(w)
	await w.page.getByLabel("Pegawai yang menerima").selectOption({ index:
	    1 })
	await press(w, "button", "Serahkan kepada pegawai ini")
	await says(w, "1 tugas diserahkan", "one is given to another")
}

async function headsMorning(script) {
	const w = await people(office, { script })("kakanwil")
	const boxes = w.page.locator("tbody input[type=checkbox]")

	ok(/\/hari-ini$/.test(w.page.url()), "the head lands on the morning")
	if (script)
		console.log(`# before: ${await searched(w)} screens to look ` +
		    "through, and nothing to be done there")
	await w.page.goto("/hari-ini")
	await stand(w, "hari ini")
	if (script)
		await oneSheet(w)
	const late = w.page.locator(".app-figures__value a").first()
	const n = parseInt(await late.innerText())

	ok(n >= 2, `${n} are late`)
	await late.click()
	is(await boxes.count(), n, "... as many as the figure leads to")
	await reminds(w, "1 tugas diingatkan kepada pemegangnya",
	    "who may take a task is reminded of it")
	await reminds(w, "sudah diingatkan hari ini", "... once a day")
	await gives(w)
	console.log("# after: 1 screen; 4 presses to remind of a task, 5 to " +
	    "give it to another")
	await boxes.first().check()
	await w.page.getByText("Tindakan untuk tugas yang dicentang").click()
	await press(w, "button", "Ambil alih")
	await says(w, "Tulis alasannya", "nothing is done without a reason")
	await stand(w, "hari ini, galat")
}

await caller()
if (isBuilt("letter"))
	await sign()
await alone()
console.log(`# before: ${LETTERS * presses} presses, and ${LETTERS} files ` +
    "fetched")
await says(v, "Tugas berikutnya:", "what was sent names the next")
ok(await page.locator(".app-notice a").first().getAttribute("href")
    .then(h => /\/berkas\/\d+$/.test(h)), "... and links what it was")
await forty()
await plain()
await ill()
night()
await headsMorning(true)
await headsMorning(false)
await done()
await office.close()
