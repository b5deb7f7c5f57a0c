/*
 * letters-t.mjs - the office changes the text of a letter, looks at it, puts
 * it in force, and finds its letters in the register; and what is signed is
 * looked at: no other file goes out unnoticed, and no letter is in force that
 * was not sent.
 */
import { execFileSync } from "node:child_process"
import { openOffice } from "../web/office.mjs"
import { signedPdf } from "../web/signed.mjs"
import { is, needs, ok } from "../web/tap.mjs"
import { begin, doerOf, fill, find, finish, openTasks, take }
    from "../web/walk.mjs"
import { choose, people, says, titled, type } from "./desk.mjs"
import { done, press, stand, status } from "./kit.mjs"

needs("letter")
const OWN = "surat: balasan\nhal: Jawaban\nkepada: Pimpinan {lembaga}\n\n" +
    "Dengan hormat.\n\n@peserta\n"

async function write(v, text) {
	await v.page.getByLabel("Naskah", { exact: true }).fill(text)
}

/* What the second button answers with, in a tab of its own. */
async function sample(v) {
	const form = v.page.locator("form", { has: v.page.getByRole("button",
	    { name: "Lihat contoh (PDF, tab baru)" }) })
	const fields = Object.fromEntries(await form.evaluate(f =>
		[...new FormData(f)]))
	const answer = await v.page.request.post(v.page.url(),
	    { form: { ...fields, lihat: "ya" } })

	is(answer.headers()["content-type"], "application/pdf",
	    "a sample is a PDF")
}

/* -- letters of cases -------------------------------------------------------- */

/* A case at the step where its letter is signed. */
async function toBeSigned(office) {
	await begin(await office.login("admin-user"), "sigap-magang-penelitian")
	const id = office.one(`SELECT CAST(id AS TEXT) FROM cases
	    WHERE evaluation = 0 ORDER BY number DESC LIMIT 1`)

	for (;;) {
		const [task] = openTasks(office, id)
		const person = await office.login(doerOf(task, ""))
		const page = await take(person, await find(person, task))

		if (task.kind === "approve")
			return { person, page, id, task: task.id }
		const answer = await finish(person, page, "teruskan")

		if (answer.status !== 303)
			throw new Error(`${task.kind}: ${answer.errors}`)
	}
}

/* A numbered letter of it, with the next number or one from elsewhere. */
async function prepare({ person, page }, naskah, number = "") {
	const paper = await person.get(page.links.find(href =>
	    href.startsWith("/surat/")))
	const form = paper.form("siapkan") ??
	    paper.forms.find(f => f.has("nomor_surat"))
	const answer = await person.press(paper, form, "siapkan", {
	    ...fill(form), alasan: "", unit: "", naskah, nomor_surat: number })

	is(answer.status, 303, `${naskah} ${number}: prepared`)
}

/* Number, code and paper of the letter prepared last in a case. */
async function paperOf(office, { person, id }) {
	const [{ number, doc }] = office.query(`
	    SELECT number, CAST(document_id AS TEXT) AS doc FROM letters
	    WHERE case_id = ${id} AND state = 'reserved'`)
	const { body: data } = await person.get(`/dokumen/${doc}`)
	const text = execFileSync("pdftotext", ["-", "-"], { input: data })
	    .toString().replace(/\s+/g, " ")

	return { number, data, code: /Kode ([-0-9A-Z]{14})/.exec(text)?.[1] }
}

/* Five letters: one numbered elsewhere, so that its number is passed over, and
 * three given up for another. */
async function letters(office) {
	const first = await toBeSigned(office)
	const second = await toBeSigned(office)

	await prepare(first, "balasan")
	await prepare(second, "balasan", "W.6.UM.01.01-0003")
	await prepare(first, "sertifikat")
	await prepare(first, "keterangan")
	await prepare(first, "balasan")
	return { first, second }
}

/* -- what is signed ----------------------------------------------------------- */

const SIGNED = "Surat balasan yang sudah ditandatangani"

/* The check page of an approval with a file. */
async function check(v, { task }, name, data) {
	await v.page.goto(`/setujui/${task}`)
	await choose(v, SIGNED, name, data)
	await v.page.getByLabel("Setujui dan teruskan").check()
	await press(v, "button", "Kirim keputusan")
	await titled(v, "Setujui surat ini?", `${name}: looked at once more`)
}

async function says_not(v, part, name) {
	ok(!(await v.page.locator("main").innerText()).includes(part), name)
}

/* Three files that are not the signed letter, each with its sentence. */
async function wrongFiles(v, office, { first, second }) {
	const [one, two] = [await paperOf(office, first),
		await paperOf(office, second)]
	const other = signedPdf(office.folder, "Kepala Kantor",
	    [`Nomor ${two.number}`, `Kode ${two.code}`])

	await check(v, first, "milik-pemohon.pdf")
	await says(v, "sama dengan dokumen dari pemohon",
	    "the applicant's own file")
	await says(v, "tidak memuat tanda tangan elektronik", "... not signed")
	await stand(v, "periksa, dokumen pemohon")
	await check(v, first, "surat-lain.pdf", other)
	await says(v, `Nomor surat ${one.number} tidak ditemukan`,
	    "another letter: not the number")
	await says(v, `Kode verifikasi surat ${one.number} tidak ditemukan`,
	    "... nor the code")
	await says(v, `kode surat lain, nomor ${two.number}`, "... but whose")
	await says_not(v, "tidak memuat tanda tangan", "... though signed")
	await check(v, first, "belum.pdf", one.data)
	await says(v, "seperti disiapkan, sebelum ditandatangani",
	    "the letter as it was prepared")
	await says(v, "tidak memuat tanda tangan elektronik", "... not signed")
	await says_not(v, "tidak ditemukan", "... with number and code")
	return one
}

/* It can be looked at; without a reason it does not go on, with one it does,
 * and the case tells it. */
async function sentUnsigned(v, { id }) {
	const link = v.page.getByRole("link", { name: /belum\.pdf/ })
	const seen = await v.page.request.get(await link.getAttribute("href"))

	is(seen.headers()["content-type"], "application/pdf",
	    "the file stands beside it")
	await press(v, "button", /^Setujui dan teruskan/)
	is(status(v), 422, "without a reason it does not go on")
	await says(v, "Tulis alasan tetap mengirim", "... which is told")
	await says(v, "belum.pdf", "... the file stays")
	await stand(v, "periksa, tanpa alasan")
	await type(v, "Alasan tetap mengirim", "Ditandatangani basah hari ini.")
	await press(v, "button", /^Setujui dan teruskan/)
	await says(v, "diteruskan", "with a reason it does")
	await v.page.goto(`/berkas/${id}`)
	await says(v, "Tetap dikirim: Ditandatangani basah hari ini.",
	    "... and the case tells it")
	await stand(v, "kasus, dikirim tanpa tanda tangan elektronik")
}

async function signed(v, office, it) {
	const { number, code } = await paperOf(office, it)

	await check(v, it, "tanda.pdf", signedPdf(office.folder,
	    "Kepala Kantor", [`Nomor ${number}`, `Kode ${code}`]))
	await says_not(v, "Yang perlu diperhatikan", "nothing is missing")
	await press(v, "button", /^Setujui dan teruskan/)
	await says(v, "diteruskan", "it is sent")
}

/* A letter is prepared, then the request refused. */
async function refused(v, visitor, office) {
	const it = await toBeSigned(office)

	await prepare(it, "balasan")
	const { number, code } = await paperOf(office, it)

	await v.page.goto(`/setujui/${it.task}`)
	await v.page.getByLabel("Tolak", { exact: true }).check()
	await type(v, "Catatan atau alasan", "Kuota peserta sudah penuh.")
	await press(v, "button", "Kirim keputusan")
	await says(v, `Surat ${number} yang baru disiapkan ikut dibatalkan`,
	    "a refusal says what becomes of the letter")
	await stand(v, "tolak, surat disiapkan")
	await press(v, "button", "Tolak permohonan")
	await visitor.page.goto(`/verifikasi/${code}`)
	await titled(visitor, "Surat ini dibatalkan", "the letter is cancelled")
	await says(visitor, "tidak pernah berlaku", "... it never was in force")
	await stand(visitor, "verifikasi, surat dibatalkan")
}

/* An administrator has no part in the case: the register leads to it. */
async function withdraw(v) {
	await v.page.goto("/surat")
	await v.page.goto(await v.page.locator("a[href*='/surat/tarik/']")
		.first().evaluate(a => a.href))
	await v.page.getByLabel("Alasan membatalkan surat").fill("Salah nomor")
	await press(v, "button", "Batalkan surat")
}

/* What the register says of all that. */
async function register(v) {
	await v.page.goto("/surat")
	is(await v.page.locator("tbody tr").count(), 5, "five letters")
	await says(v, "Dilewati karena sudah dipakai surat bernomor dari luar: 3",
	    "... a gap explained")
	await says(v, "Salah nomor", "... why one was cancelled")
	await says(v, "tidak pernah berlaku", "... three given up")
	await says(v, "Berlaku", "... one in force")
	await stand(v, "surat keluar")
	await v.page.getByLabel("Keadaan").selectOption({ label: "Dibatalkan" })
	await press(v, "button", "Cari")
	is(await v.page.locator("tbody tr").count(), 4, "the cancelled alone")
	await stand(v, "surat keluar, dibatalkan")
}

/* -- the story ---------------------------------------------------------------- */

async function story(script) {
	const office = await openOffice("nginx")
	const at = people(office, { script })
	const v = await at("admin")

	await v.page.goto("/admin")
	await press(v, "link", "Naskah surat")
	await stand(v, "naskah surat")
	await press(v, "link", "Surat balasan, menerima permohonan")
	await stand(v, "naskah, satu")
	await sample(v)
	await write(v, OWN + "\nGaji {gaji}\n")
	await press(v, "button", "Periksa")
	is(status(v), 422, "a fault")
	await says(v, "Baris 9: isian tidak dikenal: {gaji}", "... by its line")
	await stand(v, "naskah, galat")
	await write(v, OWN)
	await press(v, "button", "Periksa")
	await titled(v, "Berlakukan naskah ini?", "asked once more")
	await stand(v, "naskah, periksa")
	await press(v, "button", "Berlakukan")
	await says(v, "Naskah kantor, versi 1", "in force")
	await press(v, "button", "Pakai naskah bawaan")
	await press(v, "button", "Pakai naskah bawaan")
	await says(v, "Naskah bawaan berlaku lagi", "back to the shipped one")
	await stand(v, "naskah, versi")
	await v.page.goto("/surat")
	await titled(v, "Daftar surat keluar", "the register")
	ok(await v.page.getByLabel("Nomor surat").count() === 1,
	    "... can be searched")
	await stand(v, "surat keluar, kosong")
	const all = await letters(office)
	const signer = await at("subbag-kepegawaian-tu-rt")

	await wrongFiles(signer, office, all)
	await sentUnsigned(signer, all.first)
	await signed(signer, office, all.second)
	await withdraw(v)
	await register(v)
	await refused(signer, await at(""), office)
	await office.close()
}

await story(true)
await story(false)
await done()
