/*
 * applicant.mjs - somebody without an account asks for a study: the pages of a
 * request, a code, the course of the request, a return, the answer.
 */
import { openOffice } from "../web/office.mjs"
import { is, ok } from "../web/tap.mjs"
import { agree, choose, date, dateToday, fetched, firstPage, participant, people,
    says, secondPage, take, titled, type } from "./desk.mjs"
import { done, press, stand, status, visit } from "./kit.mjs"
import { doerOf, find, finish, openTasks, take as walkTake }
    from "../web/walk.mjs"

const NAME = "Siti \"Ani\" <Rahmawati> & Co"
const REASON = "Surat permohonan belum ditandatangani kepala program studi."
/* The page can be closed; its link leads back to what was typed. */
async function later(v) {
	await press(v, "button", "Simpan draf")
	await titled(v, "Isian tersimpan", "what is typed can be kept")
	await stand(v, "isian tersimpan")
	await elsewhere(v)
	await press(v, "link", "Lanjutkan mengisi")
	await titled(v, "Permohonan dan surat", "... and gone on with")
}

/* On another telephone: with a script the link is enough, without it is pasted
 * into the page that it leads to. */
async function elsewhere(v) {
	const link = await v.page.locator(".app-code").innerText()
	const other = await visit(v.site, { script: v.script })

	ok(!v.page.url().includes(link.split("#")[1]),
	    "... by a secret that is in no address")
	await other.page.goto(link)
	if (!v.script) {
		await titled(other, "Lanjutkan permohonan", "... elsewhere")
		await stand(other, "lanjutkan permohonan")
		await press(other, "button", "Lanjutkan mengisi")
		is(status(other), 422, "... not without the link")
		await stand(other, "lanjutkan permohonan, galat")
		await type(other, "Tautan untuk melanjutkan", link)
		await press(other, "button", "Lanjutkan mengisi")
	} else
		await other.page.waitForURL(/\/ajukan\/[^/]+\/[0-9a-f]{12}/)
	await titled(other, "Permohonan dan surat", "... the link leads there")
	await other.context.close()
}

/* Each answer can be changed, and leads straight back. */
async function check(v) {
	await titled(v, "Periksa jawaban sebelum mengirim", "the answers")
	await says(v, "Langkah 3 dari 3", "... are the third step")
	await stand(v, "periksa jawaban")
	await press(v, "link", "Ubah nomor surat permohonan")
	await type(v, "Nomor surat permohonan", "413/UN9")
	await press(v, "button", "Lanjut")
	await titled(v, "Periksa jawaban sebelum mengirim",
	    "a change leads straight back")
	await says(v, "413/UN9", "... and is made")
	await press(v, "button", "Kirim permohonan")
	await says(v, "Centang persetujuan data pribadi", "nobody need agree")
	await stand(v, "periksa jawaban, galat")
	await agree(v)
	await press(v, "button", "Kirim permohonan")
}

/* From the front page to the code. */
async function apply(v, office) {
	await v.page.goto("/")
	await stand(v, "beranda")
	await press(v, "link", "Ajukan permohonan")
	await titled(v, "Ajukan permohonan", "what can be asked for")
	await stand(v, "ajukan")
	await press(v, "link", "Izin magang dan penelitian")
	await titled(v, "Izin magang dan penelitian", "what to know before")
	await says(v, "Tidak dipungut biaya", "... that it costs nothing")
	await stand(v, "sebelum permohonan")
	await press(v, "button", "Mulai permohonan")
	await firstPage(v, "Penelitian")
	await type(v, "Nama lengkap pemohon", NAME)
	await type(v, "Perguruan tinggi atau sekolah", "Universitas Sriwijaya")
	await type(v, "Nomor WhatsApp", "12")
	await press(v, "button", "Lanjut")
	await says(v, "Isi nomor WhatsApp dengan angka, diawali 08 atau + dan kode negara",
	    "a wrong number is refused")
	ok(await v.page.locator(".govuk-error-summary").evaluate(e =>
	    e === document.activeElement), "... the summary has the focus")
	is(await v.page.getByLabel("Nama lengkap pemohon").inputValue(), NAME,
	    "... and nothing typed is lost")
	await stand(v, "siapa Anda, galat")
	await type(v, "Nomor WhatsApp", "+62 812.3456.7890")
	await press(v, "button", "Lanjut")
	await says(v, "Langkah 2 dari 3", "the second of three steps")
	await later(v)
	is(await v.page.locator("#peserta-1-nama").inputValue(), NAME,
	    "... which begins with the one who asks")
	await secondPage(v)
	ok(await v.page.locator("#peserta-1-nomor").evaluate(e =>
	    e.scrollWidth <= e.clientWidth), "a number of 14 digits is seen whole")
	await type(v, "Nomor surat permohonan", "")
	await press(v, "button", "Lanjut")
	await says(v, "surat-permohonan.pdf", "the file is kept")
	await stand(v, "permohonan, galat")
	await type(v, "Nomor surat permohonan", "412/UN9")
	await press(v, "button", "Lanjut")
	await titled(v, "Penelitian", "a study has a title")
	await stand(v, "penelitian")
	await type(v, "Judul penelitian", "Layanan publik")
	await press(v, "button", "Lanjut")
	await check(v)
	await titled(v, "Permohonan terkirim", "the request is sent")
	await stand(v, "kode")
	const code = await v.page.locator(".app-panel-code").innerText()

	ok(/^[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){2}$/.test(code),
	    "a code of twelve letters and digits")
	await v.page.reload()
	is(await v.page.locator(".app-panel-code").innerText(), code,
	    "... which a reload shows again")
	is(office.one("SELECT count(*) FROM cases WHERE evaluation = 0"), 1,
	    "... without a second request")
	return code
}

/* Anybody with the code sees where it stands; without it nobody. */
async function track(v, code) {
	await v.page.goto("/lacak")
	await stand(v, "lacak")
	await v.page.goto("/lacak?lain=1")
	await type(v, "Kode pelacakan", "AAAA-BBBB-CCCC")
	await press(v, "button", "Lacak permohonan")
	await says(v, "Kode tidak ditemukan", "an unknown code")
	await stand(v, "lacak, kode salah")
	await type(v, "Kode pelacakan", code.toLowerCase().replaceAll("-", " "))
	await press(v, "button", "Lacak permohonan")
	await says(v, "Anda tidak perlu melakukan apa pun sekarang",
	    "the code may be typed in any way")
	const text = await v.page.locator("main").innerText()

	ok(!text.includes("7890") && !text.includes("09021182126001"),
	    "the page shows no number of the applicant's")
	await stand(v, "status")
}

async function giveBack(v) {
	await take(v)
	await stand(v, "telaah layanan")
	await v.page.getByLabel("Kembalikan untuk perbaikan").check()
	await type(v, "Catatan atau alasan", REASON)
	await v.page.getByText("Tandai isian pemohon yang salah").click()
	await v.page.getByRole("checkbox", { name: "Surat permohonan",
		exact: true }).check()
	await v.page.getByRole("checkbox", { name: "Judul penelitian" }).check()
	await press(v, "button", "Kirim keputusan")
	await says(v, "dikembalikan", "the request goes back")
}

async function mend(v) {
	await v.page.goto("/lacak")
	await titled(v, "Perlu perbaikan dari Anda", "the applicant is told")
	await says(v, REASON, "... and why")
	await stand(v, "status, perlu perbaikan")
	await press(v, "link", "Perbaiki permohonan")
	await stand(v, "perbaiki, angka ditanya")
	await type(v, "Empat angka terakhir nomor WhatsApp pemohon", "7890")
	await press(v, "button", "Lanjut")
	await stand(v, "perbaiki permohonan")
	is(await v.page.getByLabel("Nomor surat permohonan").count(), 0,
	    "only what is wrong is asked for")
	is(await v.page.getByLabel("Judul penelitian").inputValue(),
	    "Layanan publik", "... as it was")
	await press(v, "button", "Ajukan kembali")
	await says(v, "Tidak ada yang diubah. Kirim juga?",
	    "unchanged it is asked about")
	await stand(v, "tidak ada yang diubah")
	await press(v, "button", "Ubah")
	await type(v, "Judul penelitian", "Layanan publik kantor")
	await choose(v, "Surat permohonan", "surat-bertanda-tangan.pdf")
	await press(v, "button", "Ajukan kembali")
	await stand(v, "diajukan kembali")
}

async function grant(clerk, head) {
	await take(clerk)
	await clerk.page.getByLabel("Setujui dan teruskan").check()
	await press(clerk, "button", "Kirim keputusan")
	await take(head)
	await type(head, "Nomor surat", "W.6-UM.01.01-77")
	await dateToday(head, "Tanggal surat")
	await choose(head, "Surat izin yang sudah ditandatangani",
	    "surat-izin.pdf")
	await head.page.getByLabel("Setujui dan teruskan").check()
	await press(head, "button", "Kirim keputusan")
	await type(head, "Alasan tetap mengirim", "Ditandatangani basah.")
	await press(head, "button", /^Setujui dan teruskan ke/)
	await take(clerk)
	await stand(clerk, "beritahu")
	await press(clerk, "button", /^Catat sudah disampaikan/)
	await stand(clerk, "periksa sebelum selesai")
	await press(clerk, "button", /^Catat sudah disampaikan/)
	await says(clerk, "selesai", "the case is closed")
}

/* The letter is for whoever knows the number it was asked with. */
async function download(v) {
	await v.page.goto("/lacak")
	await titled(v, "Disetujui. Surat siap diunduh",
	    "the applicant reads yes")
	await stand(v, "status, selesai")
	await type(v, "Empat angka terakhir nomor WhatsApp pemohon", "0000")
	await press(v, "button", /^Unduh/)
	await stand(v, "status, angka salah")
	await type(v, "Empat angka terakhir nomor WhatsApp pemohon", "7890")
	is(await fetched(v), "surat-izin-W.6-UM.01.01-77.pdf",
	    "... and fetches the letter")
}

/* The permit's dates lie ahead; what is to be stated has been. */
async function over(v) {
	const year = `${new Date().getFullYear() - 1}`

	await choose(v, "Laporan hasil magang atau penelitian", "laporan.pdf")
	await press(v, "button", "Lanjut")
	await says(v, "yang sebenarnya tidak boleh sesudah hari ini",
	    "a period to come is not stated")
	await stand(v, "kegiatan dan laporan, galat")
	await date(v, "Tanggal mulai yang sebenarnya", "1", "2", year)
	await date(v, "Tanggal selesai yang sebenarnya", "30", "apr", year)
	is(await v.page.getByLabel("Nomor WhatsApp").inputValue(), "",
	    "the number on record is not shown")
	await type(v, "Nomor WhatsApp", "0812 3456 7890")
	await press(v, "button", "Lanjut")
}

/* Afterwards a statement is asked for; what the permit says is not typed
 * again. */
async function after(v, code) {
	await v.page.goto("/ajukan/keterangan-selesai-sertifikat")
	await press(v, "button", "Mulai permohonan")
	await stand(v, "izin terdahulu")
	await v.page.getByLabel("Surat keterangan selesai penelitian").check()
	await type(v, "Kode pelacakan atau nomor surat izin", code)
	await press(v, "button", "Lanjut")
	is(await v.page.getByLabel("Nama lengkap pemohon").inputValue(), NAME,
	    "with the code the name is there")
	await stand(v, "kegiatan dan laporan")
	await over(v)
	await titled(v, "Periksa jawaban sebelum mengirim", "... and all else")
	await agree(v)
	await press(v, "button", "Kirim permohonan")
	await titled(v, "Permohonan terkirim", "the second request is sent")
	await stand(v, "kode, surat keterangan")
}

/* The office does its part; the statement is fetched like the permit. */
async function fetch(v, office) {
	const id = office.one(`SELECT CAST(id AS TEXT) FROM cases
	    WHERE evaluation = 0 ORDER BY number DESC LIMIT 1`)

	for (const pos of [3, 4, 5]) {
		const task = openTasks(office, id).find(t => t.pos === pos)
		const person = await office.login(doerOf(task, ""))
		const answer = await finish(person, await walkTake(person,
		    await find(person, task)), "teruskan")

		is(answer.status, 303, `row ${pos} of the statement`)
	}
	await v.page.goto("/lacak")
	await titled(v, "Disetujui. Surat siap diunduh",
	    "the statement is ready")
	await stand(v, "status, surat keterangan")
	await type(v, "Empat angka terakhir nomor WhatsApp pemohon", "7890")
	const coming = v.page.waitForEvent("download")

	await v.page.getByRole("button", { name: /^Unduh/ }).first().click()
	ok((await coming).suggestedFilename().endsWith(".pdf"),
	    "... and fetched")
}

async function lost(v) {
	await v.page.goto("/lacak?lain=1")
	await press(v, "link", "Lupa kode")
	await stand(v, "lupa kode")
	await type(v, "Nomor WhatsApp", "0812 3456 7890")
	await press(v, "button", "Kirim kode")
	await says(v, "kodenya kami kirim ke sana", "a lost code is sent")
}

/* -- a group, on a telephone --------------------------------------------------- */

const rows = v => v.page.locator(".app-person").count()

/* A line for each of so many, the last with a degree behind a comma. */
const list = n => ["Nama\tNIM\tProgram Studi", ...[...Array(n).keys()].map(i =>
    `Mahasiswa ${String.fromCharCode(65 + i / 26, 65 + i % 26)}\t` +
    `${9021100 + i}\tIlmu Hukum`), "Ani, S.H., 9021200, Hukum"].join("\n")

/* Two rows are typed, 48 pasted; the one that is not clear is mended. */
async function write(v) {
	await press(v, "button", "Tambah peserta")
	is(v.page.url().split("#")[1], "peserta-2-nama", "one row more")
	is(await v.page.evaluate(() => document.activeElement.id),
	    "peserta-2-nama", "... is where one goes on")
	is(await v.page.getByLabel("Nomor surat permohonan").inputValue(),
	    "412/UN9.1.3/AK.10/2026", "... and nothing typed is lost")
	await participant(v, 2, "Budi Santoso", "09021182126002", "Hukum")
	await v.page.getByText("Tempel daftar").click()
	await v.page.locator("#peserta-tempel").fill(list(47))
	await press(v, "button", "Masukkan ke daftar")
	is(await rows(v), 50, "a pasted list fills the rows, no heading")
	await says(v, "komanya dapat berarti gelar", "... one line is asked")
	is(await v.page.locator(".govuk-error-message").count(), 1,
	    "... no other")
	await stand(v, "rombongan, ditanya")
}

/* Rows are taken away and come again; Enter does neither. */
async function change(v) {
	await v.page.locator("button[value=\"49\"]").click()
	await v.page.waitForLoadState()
	is(await rows(v), 49, "a row is taken away")
	is(await v.page.locator("#peserta-49-nama").inputValue(), "Ani, S.H.",
	    "... the next moves up")
	await press(v, "button", "Tambah peserta")
	await participant(v, 50, "Ani", "9021200", "Hukum")
	await v.page.locator("#peserta-50-nama").press("Enter")
	await says(v, "Nomor 9021200 dipakai Ani, S.H. dan Ani",
	    "a number of two is told")
	is(await rows(v), 50, "... Enter goes on, and takes no row away")
	await participant(v, 50, "Ani", "9021201", "Hukum")
}

/* It began last week; that is for the officials to judge. */
async function begunAlready(v) {
	const at = new Date(Date.now() - 7 * 86400e3)

	await date(v, "Tanggal mulai", `${at.getDate()}`, `${at.getMonth() + 1}`,
	    `${at.getFullYear()}`)
}

/* What the officials see of it. */
async function seen(v, office) {
	await v.page.goto(`/berkas/${office.one(`SELECT CAST(id AS TEXT)
	    FROM cases WHERE subject LIKE 'Unsri%'`)}`)
	is(await v.page.locator(".app-people tbody tr").count(), 50,
	    "an official reads its people in a table")
	await says(v, "Pengirim menegaskan tanggal ini.",
	    "... and that the early start is meant")
	await stand(v, "rombongan, di kantor")
}

async function group(v, office) {
	await v.page.setViewportSize({ width: 360, height: 780 })
	await v.page.goto("/ajukan/izin-magang-penelitian")
	await press(v, "button", "Mulai permohonan")
	await firstPage(v)
	await type(v, "Nama lengkap pemohon", "Siti Rahmawati")
	await type(v, "Perguruan tinggi atau sekolah", "Unsri")
	await press(v, "button", "Lanjut")
	await secondPage(v)
	await write(v)
	await v.page.setViewportSize({ width: 360, height: 780 })
	await choose(v, "Surat permohonan", "surat-permohonan.pdf")
	await begunAlready(v)
	await change(v)
	await press(v, "button", "Lanjut")
	is(await v.page.locator(".app-people tbody tr").count(), 50,
	    "the answers show a table")
	await agree(v)
	await press(v, "button", "Kirim permohonan")
	await says(v, "memang", "a start that is past is asked about")
	await stand(v, "rombongan, periksa jawaban")
	await v.page.getByLabel(/^Ya, memang/).check()
	await press(v, "button", "Kirim permohonan")
	await titled(v, "Permohonan terkirim", "a group of 50 is sent")
	is(office.one("SELECT count(*) FROM cases WHERE subject LIKE 'Unsri%'"),
	    1, "... as one")
}

export async function publicRequest(options) {
	const office = await openOffice("nginx")
	const at = people(office, options)
	const siti = await at("")
	const clerk = await at("petugas-layanan")

	const code = await apply(siti, office)

	await track(siti, code)
	await giveBack(clerk)
	await mend(siti)
	await grant(clerk, await at("subbag-kepegawaian-tu-rt"))
	await download(siti)
	await after(siti, code)
	await fetch(siti, office)
	await lost(siti)
	if (options.script === false) {
		await group(await visit(office.site, options), office)
		await seen(clerk, office)
	}
	await done()
	await office.close()
}
