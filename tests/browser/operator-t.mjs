/*
 * operator-t.mjs - an institution asks for an account, gets it by a link, and
 * hands in a report.
 */
import { openOffice } from "../web/office.mjs"
import { is, ok } from "../web/tap.mjs"
import { choose, people, says, titled, type } from "./desk.mjs"
import { done, logIn, press, stand } from "./kit.mjs"

const PASSWORD = "gajah mina berenang"

async function ask(v) {
	await v.page.goto("/masuk")
	await press(v, "link", "Daftar operator lembaga")
	await stand(v, "daftar")
	await press(v, "button", "Kirim pendaftaran")
	await says(v, "Isi nama lengkap operator", "what is missing is named")
	await stand(v, "daftar, galat")
	await type(v, "Nama perguruan tinggi atau sekolah",
	    "Universitas \"Baru\" <Palembang>")
	await v.page.getByLabel("Perguruan tinggi", { exact: true }).check()
	await type(v, "Nama lengkap operator", "Sri Rahayu")
	await type(v, "Nomor WhatsApp", "0812-3456-7890")
	await press(v, "button", "Kirim pendaftaran")
	await titled(v, "Pendaftaran terkirim", "asked for")
	await stand(v, "daftar, terkirim")
}

async function approve(v) {
	await v.page.goto("/kotak-masuk")
	await press(v, "link", "Pendaftaran operator lembaga: 1 menunggu")
	await stand(v, "operator")
	await press(v, "link", "Universitas \"Baru\" <Palembang>")
	await stand(v, "operator, satu")
	await press(v, "button", "Setujui dan kirim tautan")
	await says(v, "Operator disetujui", "approved")
}

async function begin(v, office) {
	const link = /\/sandi\?kunci=\w+/.exec(office.one(
	    "SELECT body FROM messages WHERE kind = 'account'"))[0]

	await v.page.goto(link)
	is(new URL(v.page.url()).search, "", "the token leaves the address")
	await stand(v, "sandi")
	await type(v, "Kata sandi baru", PASSWORD)
	await press(v, "button", "Simpan kata sandi")
	await says(v, "Kata sandi disimpan", "a password is chosen")
	await logIn(v, "081234567890", PASSWORD)
	await press(v, "link", "Laporan kegiatan")
	await stand(v, "lembaga, kosong")
	await type(v, "Judul laporan", "Laporan Januari")
	await choose(v, "Dokumen laporan", "laporan.pdf")
	await press(v, "button", "Unggah laporan")
	await says(v, "Laporan kegiatan diunggah", "a report is handed in")
	await stand(v, "lembaga")
}

async function story(script) {
	const office = await openOffice("nginx")
	const at = people(office, { script })
	const sri = await at("")

	await ask(sri)
	const admin = await at("admin-kanwil")

	await approve(admin)
	await begin(sri, office)
	await admin.page.goto("/lembaga")
	await says(admin, "Laporan Januari", "Admin Kanwil sees it")
	ok(!(await admin.page.locator("main").innerText())
		.includes("Unggah laporan"), "... and hands in none")
	await office.close()
}

await story(true)
await story(false)
await done()
