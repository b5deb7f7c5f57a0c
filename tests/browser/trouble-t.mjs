/*
 * trouble-t.mjs - what people do that nobody asked for: wrong passwords,
 * nonsense in every field, the wrong file, twice the same button, two at the
 * same task, a session that ended while a form was filled in.
 */
import { openOffice } from "../web/office.mjs"
import { is, ok } from "../web/tap.mjs"
import { choose, firstPage, open, people, request, says, secondPage, take,
    titled, type } from "./desk.mjs"
import { done, logIn, press, stand, status, visit } from "./kit.mjs"

const NONSENSE = "<b>\"x' & y</b> {{NAME}} ${1} %s \\ --"
const office = await openOffice("nginx")
const at = people(office, { script: true })

function count(sql) {
	return office.one(`SELECT count(*) FROM ${sql}`)
}

/* The address asked for is come to after all. */
async function wrongPasswords() {
	const v = await visit(office.site)

	await v.page.goto("/berkas?cari=x")
	await titled(v, "Masuk", "a page of the office asks who one is")
	await stand(v, "masuk")
	await press(v, "button", "Masuk")
	await says(v, "Isi NIP", "nothing typed")
	await stand(v, "masuk, kosong")
	await type(v, "NIP", NONSENSE)
	await v.page.getByLabel("Kata sandi", { exact: true }).fill(NONSENSE)
	await press(v, "button", "Masuk")
	await says(v, "NIP atau kata sandi tidak cocok", "a wrong password")
	is(await v.page.getByLabel("NIP").inputValue(), NONSENSE,
	    "... and the NIP is kept")
	is(status(v), 422, "... with its status")
	await stand(v, "masuk, salah")
	await type(v, "NIP", "kakanwil")
	await v.page.getByLabel("Kata sandi", { exact: true })
		.fill(office.password)
	await press(v, "button", "Masuk")
	is(new URL(v.page.url()).search, "?cari=x", "the page asked for follows")
}

/* The page of a request that asks for the letter. */
async function secondPageOf(v) {
	await v.page.goto("/mulai/sigap-magang-penelitian")
	await press(v, "button", "Mulai permohonan")
	await firstPage(v)
	await press(v, "button", "Lanjut")
}

/* Everything typed comes back as it was, and nothing of it is a tag. */
async function nonsense() {
	const v = await at("admin-user")
	const long = "x".repeat(5000)

	await secondPageOf(v)
	/* The box for a pasted list is folded away. */
	for (const box of await v.page.locator("main input[type=text]," +
	    "main input[type=tel], main textarea:visible").all())
		await box.fill(NONSENSE)
	await type(v, "Unit yang diinginkan", long)
	await choose(v, "Surat permohonan", "surat & <b>.pdf")
	await press(v, "button", "Lanjut")
	is(status(v), 422, "nonsense is refused")
	is(await v.page.locator("#peserta-1-nama").inputValue(), NONSENSE,
	    "... and comes back as it was typed")
	is(await v.page.locator("#unit_tujuan").inputValue(), long,
	    "... however long")
	await says(v, "surat & <b>.pdf", "... with the file that was chosen")
	is(await v.page.locator("main b").count(), 0, "... and none of it a tag")
	await stand(v, "omong kosong")
	is(count("cases WHERE evaluation = 0"), 0, "... and nothing began")
}

/* Not what it says it is; nothing in it; too much. */
async function wrongFiles() {
	const v = await at("admin-user")
	const wrong = [
		["kosong.pdf", "", "Dokumen ini kosong"],
		["gambar.pdf", "GIF89a; <script>alert(1)</script>",
		    "dalam format PDF"],
		["besar.pdf", "%PDF-1.4" + " ".repeat(21 << 20), "20 MB"],
	]

	for (const [name, text, words] of wrong) {
		await secondPageOf(v)
		await secondPage(v)
		await v.page.getByLabel("Surat permohonan", { exact: true })
			.setInputFiles({ name, mimeType: "application/pdf",
			    buffer: Buffer.from(text) })
		await press(v, "button", "Lanjut")
		await says(v, words, `${name} is refused`)
		is(await v.page.getByLabel("Nomor surat permohonan")
			.inputValue(), "412/UN9.1.3/AK.10/2026",
		    "... and what was typed is kept")
	}
	await stand(v, "dokumen salah")
}

/* A button pressed twice in a browser that does not help. */
async function twice() {
	const v = await visit(office.site, { script: false })

	await logIn(v, "admin-user", office.password)
	await v.page.goto("/mulai/sigap-magang-penelitian")
	await request(v)
	await v.page.getByRole("button", { name: "Kirim permohonan" }).dblclick()
	await v.page.waitForURL("**/terkirim?**")
	is(count("cases WHERE evaluation = 0"), 1, "sent twice it began once")
	await titled(v, "Permohonan terkirim", "... and the answer is the same")
	await v.page.goBack()
	await v.page.goForward()
	await titled(v, "Permohonan terkirim", "... going back and forth, too")
	is(count("cases WHERE evaluation = 0"), 1, "... without another")
}

/* Both have the page open; one is faster. */
async function together() {
	const one = await at("admin-kanwil"), two = await at("admin-kanwil-2")
	const task = "/kotak-masuk?tab=peran"

	for (const v of [one, two]) {
		await v.page.goto(task)
		await open(v)
	}
	await press(one, "button", "Ambil tugas")
	await press(two, "button", "Ambil tugas")
	is(status(two), 409, "a task is taken once")
	await says(two, "Langkah ini sudah diambil", "... and says by whom")
	await stand(two, "sudah diambil")
	await one.page.getByLabel("Setujui dan teruskan").check()
	await type(one, "Nomor agenda di SISUMAKER", "AGD-1")
	await type(one, "Catatan atau alasan", "Lengkap.")
	const again = await one.context.newPage()

	await again.goto(one.page.url())
	await press(one, "button", "Kirim keputusan")
	await again.getByLabel("Kembalikan untuk perbaikan").check()
	await again.getByLabel("Catatan atau alasan").fill("Yang saya tulis.")
	const answer = again.waitForEvent("load")

	await again.getByRole("button", { name: "Kirim keputusan" }).click()
	await answer
	ok((await again.locator("main").innerText()).includes("sudah dikerjakan"),
	    "a stale page says who was faster")
	ok((await again.content()).includes("Yang saya tulis."),
	    "... and keeps what was written")
	await again.close()
	is(count("events WHERE kind = 'forward'"), 1, "... and nothing else came")
}

/* The session ends while somebody writes. */
async function expired() {
	const v = await at("subbag-kepegawaian-tu-rt")

	await take(v)
	await v.page.getByLabel("Setujui dan teruskan").check()
	await type(v, "Catatan atau alasan", "Jangan hilang.")
	await v.context.clearCookies()
	await press(v, "button", "Kirim keputusan")
	await titled(v, "Sesi Anda sudah berakhir", "one has to log in again")
	await says(v, "Jangan hilang.", "... with what was written")
	await stand(v, "sesi berakhir")
	await type(v, "NIP", "subbag-kepegawaian-tu-rt")
	await v.page.getByLabel("Kata sandi", { exact: true })
		.fill(office.password)
	await press(v, "button", "Masuk lagi")
	await titled(v, "Anda sudah masuk", "... and is led back")
	await stand(v, "masuk, kembali ke isian")
	await press(v, "button", "Kembali ke isian")
	await titled(v, "Telaah dan disposisi: Universitas Sriwijaya, " +
	    "Siti Rahmawati", "... to the step")
	ok(await v.page.getByLabel("Setujui dan teruskan").isChecked() &&
	    await v.page.getByLabel("Catatan atau alasan").inputValue() ===
	    "Jangan hilang.", "... with all that was filled in")
	await stand(v, "langkah, isian kembali")
	await press(v, "button", "Kirim keputusan")
	await says(v, "diteruskan", "... to be sent by one press")
}

/* After so many tries nobody is let in for a while, not even with the right
 * password. */
async function toldToWait() {
	const v = await visit(office.site)

	for (let i = 0; i < 12; i++)
		await logIn(v, "kadivmin", "bukan ini")
	await logIn(v, "kadivmin", office.password)
	is(status(v), 422, "after many tries one has to wait")
	await says(v, "menit", "... and is told how long")
	await stand(v, "masuk, terlalu sering")
}

await wrongPasswords()
await nonsense()
await wrongFiles()
await twice()
await together()
await expired()
await toldToWait()
await done()
await office.close()
