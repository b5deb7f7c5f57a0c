/*
 * story.mjs - a request for an internship through SIGAP, from the operator of
 * a university to the downloaded letter, as the people of the office live it:
 * each at a browser of their own, finding the work in the inbox.  Every page
 * they come to is put to all the rules of kit.mjs.
 */
import { execFileSync } from "node:child_process"
import { signedPdf } from "../web/signed.mjs"
import { is, needs, ok } from "../web/tap.mjs"
import { agree, choose, dateToday, fetched, firstPage, open, participant, people,
    says, secondPage, tabs, take, titled, type } from "./desk.mjs"
import { press, stand } from "./kit.mjs"

needs("letter")
const LOGIN = {
	operator: "admin-user",
	admin: "admin-kanwil",
	subbag: "subbag-kepegawaian-tu-rt",
	duta: "duta-sigap",
}
const SUBBAG = "Sub Bagian Kepegawaian, Tata Usaha, dan Rumah Tangga"
const REASON = "Daftar peserta belum lengkap: tulis juga dosen pembimbing."

/* Does the summary name the fields from the top of the page down? */
async function inOrder(v) {
	const tops = await v.page.locator(".govuk-error-summary a").evaluateAll(
	    all => all.map(a => document.getElementById(a.hash.slice(1))
		.getBoundingClientRect().top))

	return tops.length > 1 &&
	    tops.every((top, i) => i === 0 || top > tops[i - 1])
}

/* The operator asks, forgets everything first, and sends. */
async function apply(v) {
	await v.page.goto("/mulai")
	await titled(v, "Mulai permohonan baru", "the operator begins")
	await stand(v, "mulai")
	await press(v, "link", "Magang dan penelitian (SIGAP)")
	await stand(v, "sebelum permohonan")
	await press(v, "button", "Mulai permohonan")
	await stand(v, "permohonan")
	await firstPage(v)
	await press(v, "button", "Lanjut")
	await press(v, "button", "Lanjut")
	await says(v, "Isi nomor surat permohonan", "an empty page comes back")
	ok(await inOrder(v), "... its errors in the order of its fields")
	await stand(v, "permohonan, galat")
	await secondPage(v)
	await press(v, "button", "Lanjut")
	await stand(v, "periksa jawaban")
	await agree(v)
	await press(v, "button", "Kirim permohonan")
	await titled(v, "Permohonan terkirim", "the request is sent")
	await stand(v, "permohonan terkirim")
}

/* The first one to look sends it back. */
async function sendBack(v) {
	await v.page.goto("/kotak-masuk")
	ok((await tabs(v)).join() === "0,1,0", "one task waits for the role")
	await says(v, "Di bawah ini tugas yang belum diambil",
	    "... which opens, as nothing is taken")
	await stand(v, "kotak masuk")
	await open(v)
	await titled(v, "Periksa permohonan: Universitas Sriwijaya, Siti Rahmawati",
	    "the step says what is asked")
	await stand(v, "langkah, belum diambil")
	await press(v, "button", "Ambil tugas")
	await stand(v, "langkah")
	await beside(v)
	await v.page.getByLabel("Kembalikan untuk perbaikan").check()
	await press(v, "button", "Kirim keputusan")
	await says(v, "Tulis alasan pengembalian", "a return needs a reason")
	await stand(v, "langkah, galat")
	await v.page.getByLabel("Berkas belum lengkap").check()
	await type(v, "Catatan atau alasan", REASON)
	await press(v, "button", "Kirim keputusan")
	await says(v, "dikembalikan", "the inbox says what was done")
	ok((await tabs(v)).join() === "0,0,1", "... and counts anew")
	await stand(v, "kotak masuk, sesudah mengirim")
}

/* The letter is seen, beside the decision on a desk and below it on a
 * telephone; it opens in a tab first, and is fetched second. */
async function beside(v) {
	const picture = v.page.locator(".app-pages img").first()
	const box = v.page.locator("form .app-box").last()

	await picture.scrollIntoViewIfNeeded()
	await v.page.waitForFunction(() =>
		document.querySelector(".app-pages img").naturalWidth > 0)
	is(await picture.evaluate(i => i.naturalWidth > 900), true,
	    "the letter is seen, as large as it is read")
	let a = await picture.boundingBox(), b = await box.boundingBox()

	ok(a.x + a.width <= b.x, "... beside the decision")
	await v.page.setViewportSize({ width: 360, height: 900 })
	a = await picture.boundingBox()
	b = await box.boundingBox()
	ok(a.y >= b.y + b.height, "... and below it on a telephone")
	await v.page.setViewportSize({ width: 1280, height: 900 })
	const links = await v.page.locator(".app-desk__look .app-file-link a")
		.evaluateAll(list => list.map(l => [l.textContent.split(" ")[0],
		    l.target, l.getAttribute("href").endsWith("?lihat=1")]))

	is(links.join(";"), "Buka,_blank,true;Unduh,,false",
	    "it opens in a tab first, and is fetched second")
}

/* It comes back with its reason, is mended and sent again. */
async function mend(v) {
	await v.page.goto("/kotak-masuk")
	await stand(v, "kotak masuk operator")
	await open(v)
	await titled(v, "Perbaiki permohonan", "the operator is asked to mend")
	await says(v, REASON, "... and reads why")
	await stand(v, "perbaiki")
	await press(v, "button", "Tambah peserta")
	await participant(v, 2, "Rudi Hartono", "09021182126002", "Hukum")
	await press(v, "button", "Ajukan kembali")
	await stand(v, "permohonan diajukan kembali")
}

/* Take the next task, and go on. */
async function goOn(v, forward) {
	await take(v)
	await v.page.getByLabel(forward).check()
	await press(v, "button", "Kirim keputusan")
	await says(v, "diteruskan", "it goes on")
}

/* Row 2 ends with the number in SISUMAKER. */
async function passOn(v) {
	await take(v)
	await v.page.getByLabel("Setujui dan teruskan").check()
	await press(v, "button", "Kirim keputusan")
	await says(v, "Isi nomor agenda di SISUMAKER", "a number is needed")
	await stand(v, "teruskan melalui SISUMAKER, galat")
	await type(v, "Nomor agenda di SISUMAKER", "AGD-77/2026")
	await press(v, "button", "Kirim keputusan")
	await says(v, "diteruskan", "it is passed on")
}

/* Row 3 waits for it, and whoever does the row says that it is back. */
async function receive(v) {
	await v.page.goto("/kotak-masuk?tab=peran")
	await open(v)
	await says(v, "nomor agenda AGD-77/2026", "where it is, under what number")
	await stand(v, "menunggu SISUMAKER")
	await type(v, "Nomor agenda atau surat", "DISP-12")
	await press(v, "button", "Catat sudah kembali dari SISUMAKER")
	await says(v, "kembali dari pihak luar", "it is back")
	await take(v)
	await decide(v)
}

/* Each of the participants is decided on in a table that is closed at first. */
async function decide(v) {
	const table = v.page.locator("form .app-people-closed")
	const box = table.getByLabel(/^Ditolak/).last()

	ok(!await box.isVisible(), "the participants are a closed table")
	await table.locator("summary").click()
	await box.check()
	await v.page.getByLabel("Setujui dan teruskan").check()
	await press(v, "button", "Kirim keputusan")
	await says(v, "Isi alasan menolak peserta", "a refusal needs a reason")
	await stand(v, "peserta, diputuskan")
	ok(await box.isVisible(), "... the table stands open then")
	await box.uncheck()
	await press(v, "button", "Kirim keputusan")
	await says(v, "diteruskan", "all are accepted")
}

/* Row 5 is sent and comes back within its own standard. */
async function trip(v) {
	await take(v)
	await stand(v, "kirim melalui SISUMAKER")
	await type(v, "Nomor agenda atau surat", "AGD-80/2026")
	await press(v, "button", "Catat dikirim ke SISUMAKER")
	await says(v, "Jam langkah ini tetap berjalan", "its clock runs on")
	await stand(v, "di SISUMAKER")
	await press(v, "button", "Catat sudah kembali dari SISUMAKER")
	await says(v, "kembali dari pihak luar", "it is back")
}

async function draft(v) {
	await take(v)
	await stand(v, "konsep")
	await press(v, "button", `Teruskan konsep ke ${SUBBAG}`)
	await stand(v, "konsep, galat")
	await press(v, "link", "Susun konsep surat")
	await stand(v, "susun konsep surat")
	await v.page.getByLabel("menolak permohonan").check()
	await press(v, "button", "Simpan sebagai konsep")
	await says(v, "Isi alasan penolakan", "a refusal needs a reason")
	await stand(v, "susun konsep surat, galat")
	await v.page.getByLabel("menerima permohonan").check()
	await press(v, "button", "Simpan sebagai konsep")
	await says(v, "konsep-balasan-", "the draft stands in the form")
	await stand(v, "konsep, disusun")
	await press(v, "button", `Teruskan konsep ke ${SUBBAG}`)
	await says(v, "diteruskan", "the draft goes on")
}

/* A signature is looked at once more. */
async function sign(v, office, verifier) {
	await trip(v)
	await stand(v, "tanda tangan")
	await v.page.getByRole("link", { name: "Langsung ke keputusan" }).click()
	is(await v.page.evaluate(() => document.activeElement.id),
	    "keputusan-anda", "a link moves the focus to the decision")
	await press(v, "link", "Susun surat bernomor")
	await stand(v, "susun surat bernomor")
	await type(v, "Nomor surat", "W.6-UM.01.01-412")
	await dateToday(v, "Tanggal surat")
	await press(v, "button", "Siapkan surat")
	await says(v, "Surat W.6-UM.01.01-412 disiapkan", "it is prepared")
	await stand(v, "tanda tangan, surat disusun")
	const code = await codeOf(v)
	const signed = signedPdf(office.folder, "Kepala Kantor",
	    ["Nomor W.6-UM.01.01-412", `Kode ${code}`])

	await verifyPrepared(verifier, code)
	await choose(v, "Surat balasan yang sudah ditandatangani", "surat2.pdf",
	    signed)
	await v.page.getByLabel("Setujui dan teruskan").check()
	await press(v, "button", "Kirim keputusan")
	await titled(v, "Setujui surat ini?", "one looks again before signing")
	await says(v, "Kepala Kantor", "... at who signed")
	ok(!(await v.page.locator("main").innerText())
	    .includes("Yang perlu diperhatikan"), "... and nothing is missing")
	await stand(v, "periksa sebelum tanda tangan")
	await press(v, "button", "Ubah")
	ok(await v.page.getByLabel("Nomor surat").inputValue() ===
	    "W.6-UM.01.01-412", "... and what was typed is still there")
	await press(v, "button", "Kirim keputusan")
	await press(v, "button", "Setujui dan teruskan ke DUTA SIGAP")
	await says(v, "diteruskan", "the letter goes on")
	return { code, signed }
}

/* What is only prepared is not in force. */
async function verifyPrepared(v, code) {
	await v.page.goto("/verifikasi")
	await type(v, "Kode verifikasi", code)
	await press(v, "button", "Periksa surat")
	await titled(v, "Surat ini belum ditandatangani, belum berlaku",
	    "a prepared letter is not in force")
	await stand(v, "verifikasi, surat disiapkan")
}

/* The code printed on the paper just composed. */
async function codeOf(v) {
	const href = await v.page.getByRole("link", { name: /^balasan-K-/ })
	    .getAttribute("href")
	const paper = await v.page.request.get(href)
	const text = execFileSync("pdftotext", ["-", "-"],
	    { input: await paper.body() }).toString().replace(/\s+/g, " ")

	return /Kode ([-0-9A-Z]{14})/.exec(text)?.[1]
}

/* Somebody who has the letter asks whether it is good. */
async function verify(v, { code, signed }) {
	await v.page.goto("/verifikasi")
	await stand(v, "verifikasi")
	await type(v, "Kode verifikasi", "K7QM 3WXA 9HTP")
	await press(v, "button", "Periksa surat")
	await says(v, "Kode tidak ditemukan", "an unknown code")
	await stand(v, "verifikasi, galat")
	await type(v, "Kode verifikasi", code)
	await press(v, "button", "Periksa surat")
	await titled(v, "Surat ini berlaku", "the letter is good")
	await says(v, "W.6-UM.01.01-412", "... its number")
	await stand(v, "verifikasi, surat berlaku")
	await choose(v, "Dokumen surat", "surat.pdf", signed)
	await press(v, "button", "Bandingkan")
	await says(v, "sama persis", "the signed file is the office's")
	await stand(v, "verifikasi, dokumen sama")
}

/* The letter is there already: nobody uploads it again. */
async function deliver(v) {
	await take(v)
	await says(v, "surat2.pdf", "the signed letter is shown")
	await stand(v, "serahkan")
	await press(v, "button", /^Serahkan ke/)
	await says(v, "diserahkan", "the result is handed over")
}

async function download(v) {
	await v.page.goto("/kotak-masuk")
	await open(v)
	await stand(v, "unduh")
	await titled(v, "Disetujui. Surat siap diunduh", "it says yes")
	ok(await fetched(v) === "surat-izin-W.6-UM.01.01-412.pdf",
	    "the letter comes under a name that says what it is")
	await v.page.goto("/kotak-masuk")
	ok((await tabs(v))[0] === 0, "nothing is left to do")
}

export async function sigap(office, options) {
	const at = people(office, options)

	await apply(await at(LOGIN.operator))
	await sendBack(await at(LOGIN.admin))
	await mend(await at(LOGIN.operator))
	await passOn(await at(LOGIN.admin))
	await receive(await at(LOGIN.subbag))
	await draft(await at(LOGIN.duta))
	const letter = await sign(await at(LOGIN.subbag), office, await at(""))

	await deliver(await at(LOGIN.duta))
	await deliver(await at(LOGIN.admin))
	await download(await at(LOGIN.operator))
	await verify(await at(""), letter)
}
