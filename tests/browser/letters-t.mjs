/*
 * letters-t.mjs - the office changes the text of a letter, looks at it, puts
 * it in force, and finds its letters in the register.
 */
import { openOffice } from "../web/office.mjs"
import { is, ok } from "../web/tap.mjs"
import { people, says, titled } from "./desk.mjs"
import { done, press, stand, status } from "./kit.mjs"

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
	await office.close()
}

await story(true)
await story(false)
await done()
