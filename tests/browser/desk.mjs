/*
 * desk.mjs - what people do at their desks again and again: fill in a request,
 * open a task from the inbox, take it, decide.
 */
import { is, ok } from "../web/tap.mjs"
import { pdf } from "../web/office.mjs"
import { today } from "../web/walk.mjs"
import { heading, logIn, press, visit } from "./kit.mjs"

/* What waits for a party outside is back before it is taken. */
const BACK = /^Catat sudah kembali dari/

/* A file as a person chooses it: a PDF of one empty page, or of these bytes. */
export async function file(name, data = pdf().data) {
	return { name, mimeType: "application/pdf", buffer: data }
}

/* Everybody of an office at a browser of their own. */
export function people(office, options) {
	const met = {}

	return async login => {
		if (met[login] === undefined) {
			met[login] = await visit(office.site, options)
			if (login !== "")
				await logIn(met[login], login,
				    office.password)
		}
		return met[login]
	}
}

/* A field by its label, whether it says "(opsional)" or not. */
function field(visitor, label) {
	return visitor.page.getByLabel(new RegExp(`^${label}( \\(opsional\\))?$`))
}

export async function type(visitor, label, text) {
	await field(visitor, label).fill(text)
}

export async function date(visitor, legend, day, month, year) {
	const group = visitor.page.getByRole("group", { name: legend })

	await group.getByLabel("Tanggal", { exact: true }).fill(day)
	await group.getByLabel("Bulan").fill(month)
	await group.getByLabel("Tahun").fill(year)
}

/* Row n of the list of participants: name, number, study programme. */
export async function participant(visitor, n, ...parts) {
	for (const [i, part] of ["nama", "nomor", "prodi"].entries())
		await visitor.page.locator(`#peserta-${n}-${part}`)
			.fill(parts[i])
}

/* A letter is signed today. */
export async function dateToday(visitor, legend) {
	await date(visitor, legend, today("hari"), today("bulan"),
	    today("tahun"))
}

export async function choose(visitor, label, name, data) {
	await field(visitor, label).setInputFiles(await file(name, data))
}

/* The pages of a request, SIGAP's and the public's: who, and what with which
 * letter. */
export async function firstPage(visitor, kind = "Magang") {
	await visitor.page.getByLabel(kind, { exact: true }).check()
	/* An operator's account says it. */
	const level = visitor.page.getByLabel("Perguruan tinggi",
	    { exact: true })

	if (await level.count() > 0)
		await level.check()
	await type(visitor, "Nomor WhatsApp", "0812-3456-7890")
}

export async function secondPage(visitor) {
	const next = new Date().getFullYear() + 1

	await type(visitor, "Nomor surat permohonan", "412/UN9.1.3/AK.10/2026")
	await date(visitor, "Tanggal surat permohonan", "2", "januari",
	    `${next - 2}`)
	await participant(visitor, 1, "Siti Rahmawati", "09021182126001",
	    "Hukum")
	await date(visitor, "Tanggal mulai", "1", "2", `${next}`)
	await date(visitor, "Tanggal selesai", "30", "apr", `${next}`)
	await choose(visitor, "Surat permohonan", "surat-permohonan.pdf")
}

/* From what is to be known before to the answers, and agreeing. */
export async function request(visitor) {
	await press(visitor, "button", "Mulai permohonan")
	await firstPage(visitor)
	await press(visitor, "button", "Lanjut")
	await secondPage(visitor)
	await press(visitor, "button", "Lanjut")
	await agree(visitor)
}

export async function agree(visitor) {
	await visitor.page.getByLabel(/^Saya dan para peserta setuju/).check()
}

/* The counts of the tabs of an inbox: mine, my role's, passed on. */
export async function tabs(visitor) {
	const text = await visitor.page.locator(".app-tabs").innerText()

	return [...text.matchAll(/\((\d+)\)/g)].map(m => Number(m[1]))
}

/* Open the request in the role's queue, and take it. */
export async function take(visitor) {
	await visitor.page.goto("/kotak-masuk")
	const [mine, queue] = await tabs(visitor)

	await press(visitor, "link", `Belum diambil di peran ini (${queue})`)
	await open(visitor)
	if (await visitor.page.getByRole("button", { name: BACK }).count() > 0)
		await press(visitor, "button", BACK)
	await press(visitor, "button", "Ambil tugas")
	await visitor.page.goto("/kotak-masuk")
	ok((await tabs(visitor)).slice(0, 2).join() ===
	    `${mine + 1},${queue - 1}`, "a task taken is one's own")
	await visitor.page.goBack()
}

/* Follow the link of the request in a list. */
export async function open(visitor) {
	const arrived = visitor.page.waitForEvent("load")

	await visitor.page.locator("tbody th a", { hasText: "Siti" }).click()
	await arrived
}

/* Press the button that hands a letter out: the name of the file that comes. */
export async function fetched(visitor, name = /^Unduh/) {
	const coming = visitor.page.waitForEvent("download")

	await visitor.page.getByRole("button", { name }).first().click()
	return (await coming).suggestedFilename()
}

/* The words of the page that just came. */
export async function says(visitor, part, name) {
	const text = await visitor.page.locator("main").innerText()

	if (!ok(text.includes(part), name))
		console.log(`# wanted ${part}\n` + text.replace(/^/gm, "# "))
}

export async function titled(visitor, wanted, name) {
	is(await heading(visitor), wanted, name)
}
