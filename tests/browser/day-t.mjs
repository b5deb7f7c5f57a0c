/*
 * day-t.mjs - the working day: a caller asks for a student; forty letters on a
 * Monday morning, one after another, counted in presses; with and without
 * script.
 */
import { openOffice } from "../web/office.mjs"
import { is, ok } from "../web/tap.mjs"
import { people, says } from "./desk.mjs"
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

await caller()
await alone()
console.log(`# before: ${LETTERS * presses} presses, and ${LETTERS} files ` +
    "fetched")
await says(v, "Tugas berikutnya:", "what was sent names the next")
ok(await page.locator(".app-notice a").first().getAttribute("href")
    .then(h => /\/berkas\/\d+$/.test(h)), "... and links what it was")
await forty()
await plain()
await done()
await office.close()
