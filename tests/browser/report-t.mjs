/*
 * report-t.mjs - what an office does with the figures of a month: reads the
 * report, evaluates a service, closes the month, compares its root, and every
 * half-year monitors its SOPs.  With and without script; on paper.
 */
import { openOffice } from "../web/office.mjs"
import { is, ok } from "../web/tap.mjs"
import { date, people, says, type } from "./desk.mjs"
import { done, light, press, stand, status } from "./kit.mjs"

const HOSTILE = "<script>alert(1)</script> \"&' =1+1"

/* A year and more of history: what the report of a year weighs. */
const office = await openOffice("nginx", { months: 13, until: "2026-07-03",
    conf: () => ["root_mail = inspektorat@contoh.go.id"] })
const at = people(office, { script: true })
const plain = people(office, { script: false })

async function go(visitor, path, wanted = 200) {
	await visitor.page.goto(path)
	is(status(visitor), wanted, `${path}: ${wanted}`)
}

/* Pages of A4, all text within: a width in points of each. */
async function paper(visitor, name, landscape) {
	const { page } = visitor
	const bytes = await page.pdf({ preferCSSPageSize: true,
		path: process.env.SHOTS && `${process.env.SHOTS}/${name}.pdf` })
	const boxes = [...bytes.toString("latin1")
		.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g)]
	const [short, long] = [595, 842]

	ok(boxes.length > 0 && boxes.every(b =>
	    Math.abs(b[1] - (landscape ? long : short)) < 2 &&
	    Math.abs(b[2] - (landscape ? short : long)) < 2),
	`${name}: A4 ${landscape ? "across" : "upright"}: ` +
	    boxes.map(b => `${b[1]}x${b[2]}`).join(" "))
	await page.emulateMedia({ media: "print" })
	await page.setViewportSize({ width: landscape ? 1047 : 680,
		height: 900 })
	is(await page.evaluate(() => document.documentElement.scrollWidth >
	    document.documentElement.clientWidth), false,
	`${name}: nothing beyond the edge of the paper`)
	await page.emulateMedia({ media: null })
	await page.setViewportSize({ width: 1280, height: 900 })
}

/* -- the report ------------------------------------------------------------ */

async function reads() {
	const kabag = await at("kabag")

	await go(kabag, "/laporan/2026-06/")
	await stand(kabag, "report of a month")
	await paper(kabag, "report", false)
	/* The same parts as a month's, but of more rows and columns. */
	for (const [period, title] of [["2026-T2", "Triwulan II 2026"],
		["2026-S1", "Semester I 2026"], ["2026", "Tahun 2026"]]) {
		await go(kabag, `/laporan/${period}/`)
		await says(kabag, title, `the report of ${period}`)
		await light(kabag, `report of ${period}`)
		await paper(kabag, `report-${period}`, false)
	}
	await go(kabag, "/laporan?bulan=" + encodeURIComponent(HOSTILE) +
	    "&sop=" + encodeURIComponent(HOSTILE))
	await says(kabag, "2026", "a month nobody knows is the usual one")
	await go(await plain("kabag"), "/laporan/2026-06/")
	await stand(await plain("kabag"), "report of a month")
}

/* -- the data of any days ------------------------------------------------- */

async function exports(visitor, how) {
	await go(visitor, "/laporan/2026-06/")
	await press(visitor, "link", "Data rentang tanggal")
	await stand(visitor, `days, ${how}`)
	await date(visitor, "Tanggal mulai", "20", "6", HOSTILE)
	await date(visitor, "Tanggal selesai", "5", "6", "2026")
	await press(visitor, "button", "Lihat file")
	is(status(visitor), 422, "a year that is none")
	await stand(visitor, `days, errors, ${how}`)
	await date(visitor, "Tanggal mulai", "20", "Mei", "2026")
	await visitor.page.getByLabel(/^SOP/).selectOption({ label: "Monev" })
	await press(visitor, "button", "Lihat file")
	await says(visitor, "20 Mei–5 Juni 2026: Monev", "days of two months")
	await stand(visitor, `days, files, ${how}`)
	const [log] = await Promise.all([
		visitor.page.waitForEvent("download"),
		visitor.page.getByRole("link", { name: "Catatan kejadian (XES)" }).click() ])

	is(log.suggestedFilename(), "log.xes", "... as a log")
}

/* -- the monitoring --------------------------------------------------------- */

const HALF = "/laporan/2026-S1/pemantauan"

function noteOf(visitor, sop) {
	return visitor.page.getByRole("group", { name: sop, exact: true })
		.getByLabel(/^Catatan/)
}

async function choose(visitor, value) {
	for (const radio of await visitor.page
		.locator(`input[type=radio][value=${value}]`).all())
		await radio.check()
}

async function monitors() {
	const kabag = await at("kabag")

	await go(kabag, "/laporan/2026-S2/pemantauan")
	await says(kabag, "Semester ini belum berakhir", "not before its end")
	await stand(kabag, "monitoring, not over")
	await go(kabag, HALF)
	await says(kabag, "Meragukan", "what is in doubt is marked")
	await stand(kabag, "monitoring, form")
	await choose(kabag, "tidak")
	await noteOf(kabag, "Monev").fill(HOSTILE)
	await press(kabag, "button", "Simpan pemantauan")
	is(status(kabag), 422, "bad ones need something done")
	await stand(kabag, "monitoring, errors")
	await choose(kabag, "baik")
	await noteOf(kabag, "Monev").fill(HOSTILE)
	await press(kabag, "button", "Simpan pemantauan")
	await says(kabag, "sudah disimpan", "kept")
	await says(kabag, HOSTILE, "... with what was written, as text")
	await stand(kabag, "monitoring, table")
	await paper(kabag, "monitoring", true)
	await go(await plain("jft"), HALF)
	await says(await plain("jft"), "Paraf penilai", "others read it")
	await stand(await plain("jft"), "monitoring, read")
}

/* -- the evaluation of a service --------------------------------------------- */

async function evaluates() {
	const officer = await at("layanan")

	ok(office.sopap("tick", "--yes").code === 0, "the month's evaluations open")
	const [{ id }] = office.query(`SELECT CAST(t.id AS TEXT) AS id
	    FROM tasks t JOIN cases c ON c.id = t.case_id
	    JOIN sop_versions v ON v.id = c.version_id
	    JOIN sops s ON s.id = v.sop_id WHERE c.evaluation = 1
	    AND t.open = 1 AND s.slug = 'izin-magang-penelitian'
	    ORDER BY c.period LIMIT 1`)

	await go(officer, `/evaluasi/${id}`)
	await stand(officer, "evaluation, not taken")
	await press(officer, "button", "Ambil tugas")
	await type(officer, "Kesimpulan evaluasi", HOSTILE)
	await type(officer, "Temuan 1", HOSTILE)
	await stand(officer, "evaluation, form")
	await press(officer, "button", "Selesaikan evaluasi")
	is(status(officer), 422, "a finding that leads to nothing")
	await stand(officer, "evaluation, errors")
	await type(officer, "Tindak lanjut temuan 1", "Tambah petugas")
	await type(officer, "Penanggung jawab temuan 1", "Kabag")
	await date(officer, "Temuan 1 diselesaikan sampai", "31", "12",
	    `${new Date().getFullYear() + 1}`)
	await press(officer, "button", "Selesaikan evaluasi")
	await says(officer, "Selesaikan evaluasi ini?", "looked at once more")
	await stand(officer, "evaluation, check")
	await press(officer, "button", "Selesaikan evaluasi")
	const [{ caseId }] = office.query(`SELECT CAST(case_id AS TEXT)
	    AS caseId FROM tasks WHERE id = ${id}`)

	await go(officer, `/evaluasi/laporan/${caseId}`)
	await says(officer, "Laporan Kegiatan Evaluasi", "the paper")
	await says(officer, HOSTILE, "... with what was written, as text")
	await stand(officer, "evaluation, paper")
	await paper(officer, "evaluation", false)
}

/* -- the closing ------------------------------------------------------------ */

async function closes() {
	const head = await plain("kakanwil")
	const path = "/laporan/2026-06/pengesahan"

	await go(head, path)
	await stand(head, "closing, form")
	await press(head, "button", "Lanjut")
	is(status(head), 422, "minutes without a word")
	await stand(head, "closing, errors")
	await date(head, "Tanggal rapat", "3", "7", "2026")
	await type(head, "Yang hadir", "Kakanwil, para Kadiv")
	await type(head, "Hasil pembahasan", HOSTILE)
	await type(head, "Keputusan", "Tambah satu petugas.")
	await press(head, "button", "Lanjut")
	await says(head, "Sahkan bulan Juni 2026?", "looked at once more")
	await stand(head, "closing, check")
	await press(head, "button", "Sahkan bulan ini")
	await says(head, "Berita acara pengesahan", "the minutes")
	await says(head, HOSTILE, "... with what was said, as text")
	await says(head, "menunggu dikirim ke inspektorat@contoh.go.id",
	    "... and where the root goes")
	await stand(head, "closing, minutes")
	await paper(head, "minutes", false)
	return head.page.url()
}

async function compares() {
	const anyone = await plain("")
	const root = office.query(`SELECT root FROM months
	    WHERE month = '2026-06'`)[0].root

	await go(anyone, "/sidik-jari?cari=" + root.toUpperCase())
	await says(anyone, "sama dengan sidik jari Juni 2026", "a kept root")
	await stand(anyone, "roots, found")
	await go(anyone, "/sidik-jari?cari=" + encodeURIComponent(HOSTILE))
	await says(anyone, "tidak ada di daftar ini", "another")
	await stand(anyone, "roots, not found")
}

await reads()
await exports(await at("kabag"), "script")
await exports(await plain("kabag"), "no script")
await monitors()
await evaluates()
await closes()
await compares()
await done()
await office.close()
