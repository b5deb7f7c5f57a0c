/*
 * voice-t.mjs - what the public says afterwards: a survey and a complaint, and
 * the report that counts them.
 */
import { openOffice } from "../web/office.mjs"
import { is } from "../web/tap.mjs"
import { begin } from "../web/walk.mjs"
import { people, says, titled, type } from "./desk.mjs"
import { done, press, stand } from "./kit.mjs"

/* A request was sent elsewhere; its code is typed here and it is withdrawn. */
async function end(v, office) {
	const sent = await begin(office.visitor(), "izin-magang-penelitian",
	    { publicly: true })
	const code = /[2-9A-Z]{4}(-[2-9A-Z]{4}){2}/.exec(sent.text)[0]
	const phone = office.one("SELECT phone FROM cases WHERE phone <> ''")

	await v.page.goto("/lacak")
	await type(v, "Kode pelacakan", code)
	await press(v, "button", "Lacak permohonan")
	await v.page.locator("summary").last().click()
	await type(v, "Alasan membatalkan", "Tidak jadi penelitian.")
	await type(v, "Empat angka terakhir nomor WhatsApp pemohon",
	    phone.slice(-4))
	await press(v, "button", "Batalkan permohonan")
}

async function survey(v) {
	await press(v, "link", "Isi survei kepuasan")
	await stand(v, "survei")
	await press(v, "button", "Kirim jawaban")
	await stand(v, "survei, galat")
	for (const group of await v.page.getByRole("group").all())
		await group.getByRole("radio").last().check()
	await press(v, "button", "Kirim jawaban")
	await says(v, "Jawaban survei Anda disimpan", "an answer is kept")
}

async function complain(v) {
	await press(v, "link", "Sampaikan pengaduan")
	await stand(v, "pengaduan")
	await press(v, "button", "Kirim pengaduan")
	await stand(v, "pengaduan, galat")
	await type(v, "Pengaduan Anda", "Tidak ada petugas di <loket>.")
	await press(v, "button", "Kirim pengaduan")
	await titled(v, "Pengaduan sedang ditangani", "a complaint is taken")
	await stand(v, "pengaduan, terkirim")
}

async function answer(v) {
	await v.page.goto("/kotak-masuk")
	await press(v, "link", "Pengaduan: 1 belum dijawab")
	await stand(v, "pengaduan, daftar")
	await press(v, "link", /^P-/)
	await stand(v, "pengaduan, satu")
	await type(v, "Jawaban", "Kini dijaga dua petugas.")
	await press(v, "button", "Kirim jawaban")
	await says(v, "dijawab", "it is answered")
	await v.page.goto("/laporan")
	await says(v, "mutu A, Sangat baik", "the report has the survey")
	await says(v, "Bobot tiap unsur 1/9 (tepat)", "... and its weight")
	await says(v, "Dijawab tepat waktu", "... and the complaint")
}

async function story(script) {
	const office = await openOffice("nginx")
	const at = people(office, { script })
	const siti = await at("")

	await end(siti, office)
	await survey(siti)
	await complain(siti)
	await answer(await at("admin-kanwil"))
	await siti.page.goto("/pengaduan/lacak")
	await titled(siti, "Pengaduan sudah dijawab", "the answer is there")
	await stand(siti, "pengaduan, dijawab")
	is(office.one("SELECT count(*) FROM surveys"), 1, "one answer")
	await office.close()
}

await story(true)
await story(false)
await done()
