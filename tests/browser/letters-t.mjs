/*
 * letters-t.mjs - the office changes the text of a letter, looks at it, puts
 * it in force, and finds its letters in the register.
 */
import { openOffice } from "../web/office.mjs"
import { is, needs, ok } from "../web/tap.mjs"
import { begin, doerOf, fill, find, finish, openTasks, take }
    from "../web/walk.mjs"
import { people, says, titled } from "./desk.mjs"
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
			return { person, page, id }
		const answer = await finish(person, page, "teruskan")

		if (answer.status !== 303)
			throw new Error(`${task.kind}: ${answer.errors}`)
	}
}

/* A numbered letter of it, with the next number or one from elsewhere. */
async function issue({ person, page }, naskah, number = "") {
	const paper = await person.get(page.links.find(href =>
	    href.startsWith("/surat/")))
	const form = paper.form("terbitkan") ??
	    paper.forms.find(f => f.has("nomor_surat"))
	const answer = await person.press(paper, form, "terbitkan", {
	    ...fill(form), alasan: "", unit: "", naskah, nomor_surat: number })

	is(answer.status, 303, `${naskah} ${number}: issued`)
}

/* Five letters: one replaced, one numbered elsewhere, so that its number is
 * passed over, and that one withdrawn. */
async function letters(office) {
	const first = await toBeSigned(office)
	const second = await toBeSigned(office)

	await issue(first, "balasan")
	await issue(second, "balasan", "W.6.UM.01.01-0003")
	await issue(first, "sertifikat")
	await issue(first, "keterangan")
	await issue(first, "balasan")
	return second.id
}

async function withdraw(v, id) {
	await v.page.goto(`/berkas/${id}`)
	await v.page.goto(await v.page.locator("a[href*='/surat/tarik/']")
		.first().evaluate(a => a.href))
	await v.page.getByLabel("Alasan menarik surat").fill("Salah nomor")
	await press(v, "button", "Tarik surat")
}

/* What the register says of all that. */
async function register(v) {
	await v.page.goto("/surat")
	is(await v.page.locator("tbody tr").count(), 5, "five letters")
	await says(v, "Dilewati karena sudah dipakai surat bernomor dari luar: 3",
	    "... a gap explained")
	await says(v, "Ditarik", "... one voided")
	await says(v, "Salah nomor", "... and why")
	await says(v, "Digantikan", "... one replaced")
	await stand(v, "surat keluar")
	await v.page.getByLabel("Keadaan").selectOption({ label: "Ditarik" })
	await press(v, "button", "Cari")
	is(await v.page.locator("tbody tr").count(), 1, "those voided alone")
	await stand(v, "surat keluar, dicabut")
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
	await withdraw(v, await letters(office))
	await register(v)
	await office.close()
}

await story(true)
await story(false)
await done()
