/*
 * english-t.mjs - the public pages in English, on a phone too: the choice, the
 * pages, the words that the script puts in; and somebody from abroad from the
 * front page to the letter.
 */
import { openOffice } from "../web/office.mjs"
import { is, ok } from "../web/tap.mjs"
import { begin, doerOf, find, finish, openTasks, take, write }
    from "../web/walk.mjs"
import { fetched, file, people, says, titled } from "./desk.mjs"
import { done, press, stand } from "./kit.mjs"

const PAGES = { "/bantuan": "help", "/ajukan": "apply",
	"/ajukan/izin-magang-penelitian": "start", "/masuk": "log-in",
	"/daftar": "register", "/verifikasi": "verify",
	"/pengaduan": "complaint", "/sidik-jari": "fingerprints",
	"/kinerja": "performance",
	"/tidak-ada": "error" }

async function choose(v) {
	await v.page.goto("/")
	await press(v, "link", "English")
	is(await v.page.locator("html").getAttribute("lang"), "en",
	    "the page is English")
	await stand(v, "english, home")
	for (const [path, name] of Object.entries(PAGES)) {
		await v.page.goto(path)
		await stand(v, `english, ${name}`)
	}
}

async function complain(v) {
	await v.page.goto("/pengaduan")
	await press(v, "button", "Send complaint")
	await says(v, "There is a problem", "an error is told in English")
	await stand(v, "english, complaint, error")
	if (v.script)
		await says(v, "3,000 characters left", "... and by the script")
}

/* Sentences that are still Indonesian have one of these. */
function foreign(page) {
	return page.text.replace(/^.*<body/s, "").replace(/<[^>]*>/g, " ")
		.match(/.{0,30} (yang|dan|Anda|untuk|dengan|tidak|permohonan|oleh|dari) .{0,30}/g)
		?.join(" | ") ?? ""
}

async function track(v, office) {
	const guest = office.visitor()

	await guest.get("/?bahasa=en")
	is(foreign(await write(guest, "/ajukan/izin-magang-penelitian")), "",
	    "the answers before sending, in English")
	const sent = await begin(guest, "izin-magang-penelitian",
	    { publicly: true })

	is(foreign(sent), "", "a request sent, in English")
	const code = /[2-9A-Z]{4}(-[2-9A-Z]{4}){2}/.exec(sent.text)[0]

	await v.page.goto("/lacak")
	await stand(v, "english, track")
	await v.page.getByLabel("Tracking code").fill(code)
	await press(v, "button", "Track an application")
	await titled(v, "In progress: step 3 of 5", "a case in English")
	await stand(v, "english, status")
	await press(v, "link", "Bahasa Indonesia")
	await titled(v, "Sedang diproses: langkah 3 dari 5",
	    "... and in Indonesian")
}

/* -- somebody from abroad ----------------------------------------------------- */

/* Words that an Indonesian sentence has, in what is seen and in what is read
 * out; roles and the office are called by their names. */
const OURS = new RegExp("\\b(yang|anda|untuk|dengan|tidak|permohonan|oleh|" +
    "dari|atau|belum|sudah|isi|isian|berkas|dokumen|peserta|tanggal|nomor|" +
    "langkah|kirim|unduh|pilih|kembali|menunggu|selesai|hari|kerja)\\b", "gi")

async function inEnglish(v, name) {
	const text = await v.page.evaluate(() => [document.title,
		document.body.innerText, ...[...document.querySelectorAll(
		    "[aria-label], [title], [placeholder], [alt]")].flatMap(e =>
		    ["aria-label", "title", "placeholder", "alt"].map(a =>
			e.getAttribute(a) ?? ""))].join("\n"))

	is(await v.page.locator("html").getAttribute("lang"), "en",
	    `${name}: in English`)
	is((text.replaceAll("Bahasa Indonesia", "").match(OURS) ?? []).join(),
	    "", "... and in nothing else")
}

async function fill(v, fields) {
	for (const [id, value] of Object.entries(fields))
		await v.page.locator(`#${id}`).fill(value)
}

async function choice(v, name, value) {
	await v.page.locator(`input[name=${name}][value=${value}]`).check()
}

/* A day so many days from today, as three fields have it. */
function day(name, days) {
	const at = new Date(Date.now() + days * 86400e3 + 7 * 3600e3)

	return { [`${name}-hari`]: `${at.getUTCDate()}`,
	    [`${name}-bulan`]: at.toLocaleString("en", { month: "long",
		timeZone: "UTC" }),
	    [`${name}-tahun`]: `${at.getUTCFullYear()}` }
}

/* From the front page to the answers; a mistake and a start that is past on the
 * way. */
async function fillIn(v) {
	await v.page.goto("/")
	await press(v, "link", "Apply")
	await press(v, "link", "Permit for an internship or research")
	await press(v, "button", "Start now")
	await inEnglish(v, "the first page")
	await choice(v, "jenis_permohonan", "magang")
	await choice(v, "jenjang", "perguruan-tinggi")
	await fill(v, { nama: "Zoë O'Brien", lembaga: "University of Leeds",
	    whatsapp: "12" })
	await press(v, "button", "Continue")
	await inEnglish(v, "a wrong number")
	await fill(v, { whatsapp: "+44 7911 123456" })
	await press(v, "button", "Continue")
	await fill(v, { "peserta-1-nomor": "L201", "peserta-1-prodi": "Law",
	    ...day("tanggal_mulai", -10), ...day("tanggal_selesai", 60),
	    nomor_surat: "LU/7", ...day("tanggal_surat", -20) })
	await v.page.locator("#surat").setInputFiles(await file("letter.pdf"))
	await inEnglish(v, "the second page")
	await press(v, "button", "Continue")
}

/* A start that is past is asked about. */
async function sendIt(v) {
	await titled(v, "Check your answers before sending", "the answers")
	await v.page.locator("input[name=persetujuan_data]").check()
	await press(v, "button", "Send application")
	await says(v, "There is a problem", "a start that is past is asked about")
	await inEnglish(v, "the question")
	await stand(v, "english, answers")
	await v.page.getByLabel(/^Yes, it is /).check()
	await press(v, "button", "Send application")
	await titled(v, "Application sent", "sent")
	await inEnglish(v, "the page with the code")
	await press(v, "link", "Track this application")
	await inEnglish(v, "on its way")
}

/* The officials read the mark; they do their rows. */
async function decide(office) {
	const id = office.one(`SELECT CAST(id AS TEXT) FROM cases
	    WHERE phone = '+447911123456'`)

	for (;;) {
		const [task] = openTasks(office, id)

		if (task === undefined || task.kind === "download")
			return
		const person = await office.login(doerOf(task, ""))
		const page = await take(person, await find(person, task))

		if (task.kind === "review")
			ok(/Perhatikan: sebelum .* Pengirim menegaskan/
				.test(page.text), "the official reads the mark")
		const answer = await finish(person, page, "teruskan",
		    { nomor_surat: "W.6-7" })

		if (answer.status !== 303)
			throw new Error(`${task.kind}: ${answer.errors}`)
	}
}

async function journey(v, office) {
	await fillIn(v)
	await sendIt(v)
	await decide(office)
	await v.page.goto("/lacak")
	await titled(v, "Approved. The letter is ready for download", "a yes")
	await inEnglish(v, "the answer")
	await says(v, "Date of the letter", "... a letter with its date")
	await stand(v, "english, answer")
	await v.page.locator("#angka").fill("3456")
	ok((await fetched(v, /^Download/)).endsWith(".pdf"), "... and a letter")
	for (const m of office.query(`SELECT kind, body FROM messages
	    WHERE address LIKE '%447911123456'`))
		is((m.body.match(OURS) ?? []).join(), "",
		    `the message ${m.kind} is in English`)
	is(office.one(`SELECT count(*) >= 2 FROM messages
	    WHERE address LIKE '%447911123456'`), 1, "... and there are some")
}

async function story(script) {
	const office = await openOffice("nginx")
	const v = await people(office, { script })("")

	await choose(v)
	await complain(v)
	await track(v, office)
	if (script) {
		await v.page.goto("/?bahasa=en")
		await journey(v, office)
	}
	await office.close()
}

await story(true)
await story(false)
await done()
