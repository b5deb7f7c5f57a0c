/*
 * walk.mjs - a case goes from desk to desk: each time somebody with the right
 * role finds it in the inbox, takes it, fills in its form and decides.
 */
import { pdf } from "./office.mjs"

/* The one participant of a request; more rows stay empty. */
const PERSON = { "1-nama": "Siti Rahmawati", "1-nomor": "09021182126001",
    "1-prodi": "Hukum" }
const person = /^peserta-(\d+-(?:nama|nomor|prodi))$/

/* The page's own fields: nothing is to be said there without need. */
const OWN = new RegExp("^(keputusan|catatan|alasan|sebab|pengecualian|" +
    "minta-hadir|atas-nama|bukti-terjadi|tanggal-terusan-.*|" +
    "peserta-(tambah|hapus|tempel|masukkan)|" +
    "(terjadi|mulai|diterima)-.*|" +
    "csrf|versi|kunci|mulai|aksi)$")

/* Today in the office: a letter is dated so. */
export function today(part) {
	const now = new Date(Date.now() + 7 * 3600e3)

	return String({ hari: now.getUTCDate(), bulan: now.getUTCMonth() + 1,
	    tahun: now.getUTCFullYear() }[part])
}

/* A period lies ahead whenever this runs, in next year; that of a certificate is
 * over. */
function datePart(name, action) {
	const [, field, part] = /^(.*)-(hari|bulan|tahun)$/.exec(name) ?? []
	const late = field === "tanggal_selesai"
	const year = new Date().getFullYear() +
	    (/keterangan/.test(action) ? -1 : 1)

	if (part === undefined || /surat/.test(field))
		return part && today(part)
	return { hari: late ? "30" : "12", bulan: late ? "april" : "2",
	    tahun: String(year) }[part]
}

function usual(control, action) {
	const { name, type, inputmode, tag, options } = control

	if (type === "file")
		return pdf(`${name}.pdf`)
	if (type === "radio")
		return control.value
	if (person.test(name))
		return PERSON[person.exec(name)[1]] ?? ""
	if (tag === "select")
		return options.find(option => option.value !== "").value
	if (type === "tel")
		return "0812-3456-7890"
	if (type === "email")
		return "siti@contoh.ac.id"
	if (datePart(name, action) !== undefined)
		return datePart(name, action)
	if (inputmode === "numeric")
		return "2026"
	return tag === "textarea" ? "Siti Rahmawati; 09021182126001; Hukum" :
	    `Contoh ${name.replaceAll("_", " ")}`
}

/* Values for the fields of the SOP that are still empty. */
export function fill(form) {
	const given = {}

	for (const control of form.controls)
		if (control.name && !OWN.test(control.name) &&
		    control.type !== "hidden" && control.type !== "checkbox" &&
		    !(control.name in given) && !control.first &&
		    !form.controls.some(c => c.name === control.name && c.first) &&
		    !form.has(`${control.name}-lama`) &&
		    /* Those of the letter that was prepared stay. */
		    !(/^(nomor|tanggal)_surat/.test(control.name) &&
		    control.value))
			given[control.name] = usual(control, form.action)
	return given
}

/* What a form asks for because it has grown late. */
function lateness(form) {
	return form.has("sebab") ? { sebab: form.choices("sebab")[0] } : {}
}

/* The case's open tasks that block it, with who may do each. */
export function openTasks(office, caseId) {
	return office.query(`
	    SELECT CAST(t.id AS TEXT) AS id, t.pos, t.visit, t.kind,
	           t.performer, t.external, t.phase, t.awaited,
	           coalesce(p.login, '') AS assignee
	      FROM tasks t LEFT JOIN people p ON p.id = t.assignee_id
	     WHERE (t.case_id = ${caseId} OR t.case_id IN (SELECT c.id FROM
	         cases c WHERE c.parent_id = ${caseId}))
	       AND t.open = 1 AND t.side = 0
	     ORDER BY t.pos, t.performer`)
}

/* The login of who does a task; "" for an applicant without account. */
export function doerOf(task, applicant) {
	if (task.assignee !== "")
		return task.assignee
	return task.external ? applicant : task.performer.split("|")[0]
}

/* What of these a page asks for. */
function asked(form, given) {
	return Object.fromEntries(Object.entries(given).filter(([name]) =>
	    form.has(name)))
}

/* Write a request page by page, until one of its pages asks for `field` or it
 * is whole: the page of the answers. */
export async function write(person, path, { given = {}, field } = {}) {
	let page = await person.get(path)
	let answer = await person.press(page, page.form("mulai"), "mulai")

	for (;;) {
		if (answer.status !== 303)
			throw new Error(`${path}: ${answer.status} ` +
			    `${answer.heading}: ${answer.errors}`)
		page = await person.get(answer.location)
		const form = page.form("kirim")

		if (answer.location.endsWith("/periksa") || form.has(field))
			return page
		/* Nothing is copied from an earlier permit. */
		answer = await person.press(page, form, "kirim",
		    { ...fill(form), ...asked(form, { angka: "" }),
		    ...asked(form, given) })
	}
}

/* To agree to all that a page asks to agree to. */
export function agree(form) {
	return Object.fromEntries(form.controls
	    .filter(control => control.name?.startsWith("persetujuan"))
	    .map(control => [control.name, control.value]))
}

/* Begin a case: its first row's form, or the pages of a request.  What follows
 * is the page "sent". */
export async function begin(person, slug, { publicly = false, given = {} } = {}) {
	const path = `/${publicly ? "ajukan" : "mulai"}/${slug}`
	let page = await person.get(path)
	let answer

	if (page.form("mulai")) {
		page = await write(person, path, { given })
		const form = page.form("kirim")

		answer = await person.press(page, form, "kirim", agree(form))
	} else {
		const form = page.form("kirim")

		answer = await person.press(page, form, "kirim", { ...fill(form),
		    ...(form?.has("catatan") ?
		    { catatan: "Mohon ditindaklanjuti." } : {}), ...given })
	}
	if (answer.status !== 303)
		throw new Error(`${slug}: not begun: ${answer.status} ` +
		    `${answer.heading}: ${answer.errors}`)
	return person.get(answer.location)
}

/* The page of a task, reached as people reach it: through the inbox, and by an
 * applicant without account through the page of the tracking code. */
export async function find(person, task) {
	const lists = person.login === undefined ? ["/lacak"] :
	    ["/kotak-masuk", "/kotak-masuk?tab=peran"]

	for (const list of lists) {
		const page = await person.get(list)
		const link = page.links.find(href => href.endsWith(`/${task.id}`))

		if (link !== undefined)
			return person.get(link)
	}
	throw new Error(`${person.login ?? "the applicant"} does not find task ` +
	    `${task.id} (${task.kind}, ${task.performer})`)
}

/* One keypress of a step's page, and the page that follows. */
async function pressAndFollow(person, page, aksi) {
	const answer = await person.press(page, page.form(aksi), aksi)

	if (answer.status !== 303)
		throw new Error(`${aksi} at ${page.path}: ${answer.status} ` +
		    `${answer.heading}: ${answer.errors}`)
	return person.get(answer.location)
}

/* Take the task where that is asked for: the page with its form. */
export async function take(person, page) {
	if (page.form("hadir"))
		page = await pressAndFollow(person, page, "hadir")
	/* It waits for a party outside before anybody can take it. */
	if (page.form("luar-kembali"))
		page = await pressAndFollow(person, page, "luar-kembali")
	if (page.form("ambil"))
		page = await pressAndFollow(person, page, "ambil")
	return page
}

/* What is sent to finish: the decision where there is a choice. */
export function decision(form, wanted) {
	if (!form.has("keputusan"))
		return wanted === "teruskan" ? {} : null
	const value = form.choices("keputusan").find(choice =>
	    choice === wanted || choice.startsWith(`${wanted}-`))

	return { keputusan: value ?? null }
}

/*
 * Do a task: `wanted` is teruskan, kembali (to the usual row) or tolak.  The
 * answer to the last form, a redirect when all is well.
 */
export async function finish(person, page, wanted, later = {}) {
	const form = page.form("selesai") ?? page.form("kirim") ??
	    page.form("unduh")
	const aksi = ["selesai", "kirim", "unduh"].find(a => page.form(a))
	const words = wanted === "teruskan" ? "Mohon ditindaklanjuti." :
	    "Daftar peserta belum lengkap, mohon dilengkapi."
	let answer = await person.press(page, form, aksi, { ...fill(form),
	    ...asked(form, later),
	    ...(form.has("catatan") ? { catatan: words } : {}),
	    ...(form.has("keputusan") ? decision(form, wanted) : {}),
	    ...lateness(form) })

	/* A signature, a refusal, an end: looked at once more; and why a file
	 * is sent that nobody signed. */
	if (answer.status === 200 && answer.form("kirim"))
		answer = await person.press(answer, answer.form("kirim"), "kirim",
		    asked(answer.form("kirim"),
		    { "alasan-dokumen": "Ditandatangani di atas kertas." }))
	return answer
}
