/*
 * language-t.mjs - every page that a guest, an applicant by code or an operator
 * can come to, in a language that did not exist before: a folder with a
 * catalogue and one template, made by this test, no program built anew.
 *
 * Its catalogue says each text of the English one in marks, ‹like this›.  What
 * stands on a page without marks was said to nobody in English: the names and
 * numbers of the test itself are left, and nothing else may be.
 */
import { execFileSync } from "node:child_process"
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { openOffice } from "./office.mjs"
import { agree, begin, doerOf, fill, find, finish, openTasks, take }
    from "./walk.mjs"
import { done, is, isBuilt, ok } from "./tap.mjs"

const { BUILDDIR, SRCDIR } = process.env
const IZIN = "izin-magang-penelitian"
const AFTER = "keterangan-selesai-sertifikat"
const SIGAP = "sigap-magang-penelitian"
const visited = new Set()
let office

/* -- the language -------------------------------------------------------- */

/* Pairs of lines behind the name; comments and empty lines between. */
function pairs(text) {
	const lines = text.split("\n").filter(line => line !== "" &&
	    !line.startsWith("#")).slice(1)

	return lines.filter((line, i) => i % 2 === 0)
}

/* What is put into a sentence is no part of it, and has to be said by itself:
 * else a page is half in one language and half in another. */
function marked(text) {
	return `‹${text.replace(/%\d/g, "›$&‹")}›`.replaceAll("‹›", "")
}

function makeLanguage(folder) {
	const english = readFileSync(`${SRCDIR}/lib/page/en/messages`, "utf8")
	const own = readFileSync(`${SRCDIR}/cgi-bin/submit/begin.tpl`, "utf8")

	mkdirSync(`${folder}/words/xx`, { recursive: true })
	writeFileSync(`${folder}/words/xx/messages`, ["Xish",
	    ...pairs(english).flatMap(text => [text, marked(text)]), ""]
	    .join("\n"))
	/* A template of its own, where the texts alone would not do. */
	writeFileSync(`${folder}/words/xx/begin.tpl`,
	    own.replace(/>([^<>{}]*[a-z][^<>{}]*)</g, ">‹own: $1›<"))
	return `${folder}/words:`
}

/* -- what a page says ------------------------------------------------------ */

const SPOKEN = /\b(?:aria-label|alt|data-label|placeholder|title|data-say-[\w-]+)="([^"]*)"/g

/* What this test and the office's configuration put there, and what is alike
 * in every language. */
const OURS = [/surat-\w+-W\.6[^ ]*\.pdf/, /W\.6[-.\dOTKPUMGR]*/, /Contoh [\w ]+/, /Pegawai [-\w]+/, /siti@contoh\.ac\.id/,
	/[2-9A-Z]{4}(-[2-9A-Z]{4}){2}/, /http:\/\/127\.0\.0\.1[^ ]*/, /WIB/,
	/[-\w]+\.pdf/, /PDF, \d+/, /surat-[-\w]*pdf/, /\d+ MB/, /CSV/, /TAHUN \d+/, /“[^”]*”/, /; \d+; Hukum/, /Hukum/, /Daftar peserta belum lengkap, mohon dilengkapi[.]/, /Universitas \w+/,
	/Izin magang[^‹]* dari [^‹]*/,
	/[KP]-\d{4}-\d+/,
	/Siti Rahmawati/, /Kantor Wilayah Sumatera Selatan/,
	/Layanan SOP Kanwil Sumsel/, /Bahasa Indonesia/, /English/, /Xish/]

function plain(text) {
	return text.replace(/&#(\d+);/g, (all, n) => String.fromCharCode(n))
	    .replace(/&quot;/g, "\"").replace(/&lt;/g, "<")
	    .replace(/&gt;/g, ">").replace(/&amp;/g, "&")
}

/* What is left of a text when all that was said, and what is ours, is gone. */
function leftOf(text) {
	let rest = text

	for (let was; was !== rest;) {
		was = rest
		rest = rest.replace(/‹[^‹›]*›/g, "")
	}
	for (const ours of OURS)
		rest = rest.replace(new RegExp(ours, "g"), "")
	return rest.trim()
}

/* The pieces of text that nobody has put into the language. */
function unsaid(page) {
	const html = page.text.replace(/<(script|style)\b.*?<\/\1>/gs, "")
	/* Quotations are as they were written; other languages say so. */
	    .replace(/<(\w+)\b[^>]*\blang="(?!xx)[^"]*"[^>]*>.*?<\/\1>/gs, "")
	    .replace(/^[^]*?<\/head>/, head => /<title>[^<]*/.exec(head)?.[0]
	    .replace("<title>", "") ?? "")
	const texts = [...html.matchAll(SPOKEN)].map(m => m[1])
	    .concat(html.replace(/<textarea\b[^>]*>[^<]*/g, "").split(/<[^>]*>/))

	return texts.map(text => leftOf(plain(text)))
	    .filter(text => /\p{L}{2}/u.test(text))
}

/* Right language, wholly said. */
function speaks(page, name, wanted = 200) {
	visited.add(page.path.split("?")[0].replace(/\d{6,}/g, "N"))
	is(page.status, wanted, `${name}: ${wanted}`)
	ok(page.text.includes("<html lang=\"xx\""), "...marked as that language")
	const left = unsaid(page)

	if (!ok(left.length === 0, "...and all of it said"))
		for (const text of new Set(left))
			console.log(`#   ${name}: ${text}`)
	return page
}

async function visitor(office) {
	const v = office.visitor()
	const home = await v.get("/?bahasa=xx")

	ok(home.text.includes("lang=\"xx\""), "the language is chosen by a link")
	return v
}

async function see(v, path, wanted = 200) {
	return speaks(await v.get(path), path, wanted)
}

/* -- pages ------------------------------------------------------------------ */

async function pagesOfAGuest(office) {
	const v = await visitor(office)

	for (const path of ["/", "/bantuan", "/sidik-jari", "/sidik-jari?cari=1", "/kinerja",
	    "/ajukan", `/ajukan/${IZIN}`, `/ajukan/${AFTER}`, "/lacak",
	    "/lacak/lupa", "/lacak/surat", "/masuk", "/daftar", "/daftar/terkirim",
	    "/verifikasi", "/pengaduan", "/pengaduan/lacak", "/kotak-surat",
	    "/sop"])
		await see(v, path)
	for (const href of (await v.get("/sop")).links.filter(link =>
	    /^\/sop\/./.test(link)))
		await see(v, href)
}

/* -- a request ---------------------------------------------------------------- */

/* Page by page: as it comes, sent empty, filled in; up to the answers. */
async function request(v, path, given = {}) {
	const start = await see(v, path)
	let answer = await v.press(start, start.form("mulai"), "mulai")

	for (let n = 1;; n++) {
		const page = await see(v, answer.location)
		const form = page.form("kirim")

		if (answer.location.endsWith("/periksa"))
			return page
		const empty = Object.fromEntries(form.controls.filter(c =>
		    c.name && c.type !== "hidden").map(c => [c.name, ""]))
		const wrong = await v.press(page, form, "kirim", { ...empty,
		    whatsapp: "12", surel: "x", nik: "1" })

		if (wrong.status === 422)
			speaks(wrong, `${path}, page ${n}, empty`, 422)
		if (n === 1) {
			const kept = await v.press(page, form, "draf", {})

			speaks(kept.status === 303 ? await v.get(kept.location) :
			    kept, `${path}, kept`)
		}
		answer = await v.press(page, form, "kirim", { ...fill(form),
		    ...(form.has("angka") ? { angka: "" } : {}),
		    ...Object.fromEntries(Object.entries(given).filter(
		    ([name]) => form.has(name))) })
		if (answer.status !== 303)
			throw new Error(`${path}: ${answer.errors}`)
	}
}

async function send(v, check, name) {
	const form = check.form("kirim")

	speaks(await v.press(check, form, "kirim"), `${name}, not agreed`, 422)
	const answer = await v.press(check, form, "kirim", agree(form))

	return speaks(await v.get(answer.location), `${name}, sent`)
}

/* The receipt as it is printed, in whichever language the applicant reads. */
async function receipt(v, sent) {
	const link = sent.links.find(href => href.startsWith("/ajukan/bukti?"))
	const paper = async (code, name) => {
		await v.get(`/?bahasa=${code}`)
		const first = await v.get(link), again = await v.get(link)

		ok(first.body.equals(again.body), `receipt, ${code}: same bytes`)
		ok(decodeURI(first.headers["content-disposition"]).includes(
		    `${name}-K-`), "...its name")
		return execFileSync("pdftotext", ["-raw", "-", "-"],
		    { input: first.body }).toString().replace(/\s+/g, " ")
	}
	const says = (text, wanted) => is(wanted.filter(part =>
	    !text.includes(part)).join("; "), "", "...says all of it")
	const own = await paper("id", "bukti-permohonan")
	const english = await paper("en", "receipt")

	says(own, ["Bukti permohonan", "Kode pelacakan", "Simpan kode ini.",
	    "Nomor permohonan : K-", "Layanan : Izin magang dan penelitian",
	    "Diterima : ", "Yang Anda kirim", "Jenis permohonan : Magang",
	    "Peserta : 4 orang: Contoh a, Contoh b, Contoh c, dan 1 lainnya",
	    "Nomor WhatsApp : berakhir 7890",
	    "Yang terjadi selanjutnya", "waktu kami berhenti.",
	    "Senin–Jumat"])
	says(english, ["Receipt of the application", "Tracking code",
	    "Keep this code.", "Application number : K-",
	    "Service : Permit for an internship or research", "Received : ",
	    "What you sent", ": Internship",
	    ": 4 people: Contoh a, Contoh b, Contoh c, and 1 more",
	    ": ending in 7890", "surat.pdf (PDF, 303 bytes)",
	    "What happens next", "our time stands still.", "Monday–Friday"])
	is(english.match(/\b(yang|dan|Anda|untuk|dengan|langkah|permohonan|orang)\b/gi)
	    ?.join() ?? "", "", "...and nothing of it in Indonesian")
	const left = leftOf(await paper("xx", "‹bukti-permohonan›"))

	ok(!/\p{L}{2}/u.test(left), `...nor unsaid in a third language` +
	    `${left && `: ${left}`}`)
}

/* What is looked at once more. */
async function follow_check(person, answer) {
	return answer.status === 200 ? person.press(answer,
	    answer.form("kirim"), "kirim") : answer
}

/* Who is to do the case's open task does it. */
async function officials(wanted) {
	const [task] = openTasks(office, lastCase())
	const person = await office.login(doerOf(task, ""))
	const page = await take(person, await find(person, task))
	/* A message goes out as it was prepared. */
	const answer = task.kind === "notify" ? await follow_check(person,
	    await person.press(page, page.form("selesai"), "selesai")) :
	    await finish(person, page, wanted)

	if (answer.status !== 303)
		throw new Error(`${task.kind}: ${answer.status} ${answer.errors}`)
}

function lastCase() {
	return office.one(`SELECT CAST(id AS TEXT) FROM cases
	    WHERE evaluation = 0 ORDER BY number DESC LIMIT 1`)
}

/* It comes back, is mended, granted and fetched. */
async function follow(v) {
	await see(v, "/lacak")
	await officials("kembali")
	const told = await see(v, "/lacak/status")
	const mend = told.links.find(href => href.startsWith("/perbaiki/"))
	const asked = await see(v, mend)

	if (asked.forms.some(f => f.has("angka"))) {
		const form = asked.forms.find(f => f.has("angka"))

		await v.press(asked, form, null, { angka: "7890" })
	}
	const page = await see(v, mend)
	const form = page.form("kirim") ?? page.form("selesai")
	const again = await v.press(page, form, page.form("kirim") ? "kirim" :
	    "selesai", fill(form))

	speaks(again, "nothing changed")
	const sent = await v.press(again, again.form("kirim"), "kirim")

	is(sent.status, 303, "mended")
	await see(v, "/lacak/status")
	for (let left = 5; left > 0 && openTasks(office, lastCase()).length > 0;
	    left--)
		await officials("teruskan")
	await see(v, "/lacak/status")
}

async function afterwards(v) {
	const page = await v.get("/lacak/status")
	const letter = page.form("unduh")

	speaks(await v.press(page, letter, "unduh", { angka: "0000" }),
	    "wrong digits", 422)
	is((await v.press(page, letter, "unduh", { angka: "7890" })).status, 200,
	    "the letter is fetched")
	await see(v, "/lacak/status")
	const survey = await see(v, "/survei")
	const form = survey.forms.find(f => f.controls.some(c =>
	    c.type === "radio"))

	speaks(await v.press(survey, form, "kirim"), "survey, empty", 422)
	const answer = await v.press(survey, form, "kirim",
	    Object.fromEntries(form.controls.filter(c => c.type === "radio")
	    .map(c => [c.name, c.value])))

	speaks(await v.get(answer.location), "survey, answered")
	await see(v, "/survei", 409)
}

/* The statement afterwards is filled in from the permit. */
async function applicant() {
	const v = await visitor(office)
	const check = await request(v, `/ajukan/${IZIN}`, { "peserta-1-nama": "",
	    "peserta-1-nomor": "", "peserta-1-prodi": "",
	    "peserta-tempel": [..."abcd"].map((name, i) =>
	    `Contoh ${name}; 902118${i}; Hukum`).join("\n") })
	const sent = await send(v, check, IZIN)

	if (isBuilt("letter"))
		await receipt(v, sent)
	await follow(v)
	await afterwards(v)
	await send(v, await request(v, `/ajukan/${AFTER}`), AFTER)
	return sent
}

/* -- beside a request ---------------------------------------------------------- */

async function complaint() {
	const v = await visitor(office)
	const page = await see(v, "/pengaduan")
	const form = page.form("kirim")

	speaks(await v.press(page, form, "kirim", { isi: "", whatsapp: "1",
	    surel: "x" }), "complaint, empty", 422)
	const answer = await v.press(page, form, "kirim",
	    { isi: "Contoh isi pengaduan" })

	speaks(await v.get(answer.location), "complaint, sent")
	const id = office.one("SELECT CAST(id AS TEXT) FROM complaints")
	const clerk = await office.login("admin-kanwil")
	const task = await clerk.get(`/pengaduan/daftar/${id}`)
	const reply = task.forms.find(f => f.has("jawaban"))

	if (reply !== undefined)
		await clerk.press(task, reply, null, { jawaban: "Contoh jawaban" })
	await see(v, "/pengaduan/lacak")
}

/* A code or a number that is not there, and tries that are too many. */
async function refusals() {
	const v = await visitor(office)
	const wrong = async (path, given, name, status = 422) => {
		const page = await v.get(path)
		const form = page.forms.find(f => Object.keys(given)
		    .every(key => f.has(key)))

		return speaks(await v.press(page, form, null, given), name,
		    status)
	}

	await wrong("/lacak?lain=1", { kode: "AAAA-BBBB-CCCC" }, "no such code")
	await wrong("/lacak/lupa", { telepon: "1" }, "no such number")
	await wrong("/lacak/surat", { kode: "1", angka: "2" }, "no such letter")
	await wrong("/masuk", { nip: "x", "kata-sandi": "y" }, "no such person")
	await wrong("/verifikasi", { kode: "AAAA-BBBB-CCCC" }, "no such letter")
	await wrong("/pengaduan/lacak", { kode: "AAAA-BBBB-CCCC" },
	    "no such complaint")
	await wrong("/daftar", { nama: "" }, "nobody registers")
	await wrong("/lacak?lain=1", { kode: "AAAA-BBBB-CCCC" }, "no such code")
}

/* What is no page at all: each status as far as a visitor can bring it about. */
async function errors() {
	const v = await visitor(office)
	const text = "text/plain"

	await see(v, "/tidak-ada", 404)
	await see(v, "/tautan/tidak-ada", 404)
	await see(v, "/sandi/tidak-ada", 404)
	await see(v, "/ajukan/tidak-ada", 404)
	await see(v, "/unduh/1", 404)
	await see(v, "/ajukan/terkirim?berkas=1&tanda=2", 404)
	speaks(await v.ask("POST", "/pengaduan", Buffer.from("isi=x"),
	    "application/x-www-form-urlencoded"), "no token", 422)
	const page = await v.get("/pengaduan")

	speaks(await v.post("/pengaduan", page.form("kirim").entries({
	    isi: "Contoh isi pengaduan" }).filter(([name]) => name !== "kunci")),
	    "no key", 400)
	speaks(await v.ask("DELETE", "/lacak"), "no such method", 405)
	speaks(await v.ask("POST", "/lacak", Buffer.from("x"), text),
	    "no form", 415)
	speaks(await v.ask("POST", "/lacak", Buffer.alloc(3 << 19, "a=b&"),
	    "application/x-www-form-urlencoded"), "too large", 413)
}

/* A numbered letter is composed before it is signed; the code printed on it. */
async function issue() {
	const [task] = openTasks(office, lastCase())
	const person = await office.login(doerOf(task, ""))
	const page = await take(person, await find(person, task))
	const paper = await person.get(page.links.find(href =>
	    href.startsWith("/surat/")))
	const form = paper.forms.find(f => f.has("nomor_surat"))
	const button = form.buttons.find(b => b.value !== "lihat")
	const made = await follow_to(person, await person.press(paper, form,
	    button.value, { ...fill(form), nomor_surat: "W.6-UM.01.01-412" }))
	const file = /href="(\/dokumen\/[^"]*)"[^>]*>balasan-K-/.exec(made.text)[1]
	const text = execFileSync("pdftotext", ["-", "-"], { input:
	    (await person.get(file.replaceAll("&amp;", "&"))).body }).toString()

	ok(text.replace(/\s+/g, "").includes(`${office.site}/verifikasi`),
	    "the letter says where it is to be verified")
	return /Kode ([-0-9A-Z]{14})/.exec(text.replace(/\s+/g, " "))[1]
}

async function follow_to(v, answer) {
	return answer.status === 303 ? v.get(answer.location) : answer
}

/* The link that a message carried. */
async function link() {
	const v = await visitor(office)

	execFileSync(`${BUILDDIR}/reports/messenger/sopap-messenger`, [],
	    { env: office.env, stdio: "pipe" })
	const found = office.query(`SELECT body FROM messages`)
	const mails = readdirSync(`${office.data}/mailbox`).map(name =>
	    readFileSync(`${office.data}/mailbox/${name}`, "utf8")).join("\n")
	const path = /\/tautan\/[0-9a-f]{32}/.exec(mails)?.[0]

	ok(path !== undefined, `${found.length} messages, one with a link`)
	const page = await see(v, path)

	speaks(await v.press(page, page.forms.find(f => f.has("angka")), null,
	    { angka: "0000" }), "the link, wrong digits", 422)
}

/* A foreigner's request stands at a counter; its course is told by code. */
async function foreigner() {
	const slug = "keimigrasian-wna"
	const v = await visitor(office)

	await begin(await office.login("petugas-entry-scan-kanim"), slug)
	for (let pos = 1; pos < 14; [{ pos }] = openTasks(office, lastCase()))
		await officials("teruskan")
	const text = office.query("SELECT body FROM messages").map(m => m.body)
	    .findLast(body => /-[2-9A-Z]{4}-/.test(body))
	const code = /[2-9A-Z]{4}(-[2-9A-Z]{4}){2}/.exec(text)[0]
	const page = await v.get("/lacak?lain=1")

	speaks(await follow_to(v, await v.press(page, page.forms.find(f =>
	    f.has("kode")), null, { kode: code })), "a foreigner's case")
	await see(v, "/lacak/status")
}

/* -- an operator ------------------------------------------------------------------ */

/* A request of the institution from its first page to the letter. */
async function operator() {
	const v = office.visitor()

	await v.logIn("admin-user")
	await v.get("/bantuan?bahasa=xx")
	for (const path of ["/kotak-masuk", "/kotak-masuk?tab=peran",
	    "/kotak-masuk?tab=selesai", "/mulai", "/berkas", "/lembaga"])
		await see(v, path)
	await send(v, await request(v, `/mulai/${SIGAP}`), SIGAP)
	await see(v, "/mulai")
	await officials("kembali")
	const inbox = await see(v, "/kotak-masuk")

	await see(v, inbox.links.find(href => href.startsWith("/perbaiki/")))
	await see(v, `/berkas/${lastCase()}`)
	await see(v, "/berkas")
	const task = openTasks(office, lastCase())[0]
	const page = await find(v, task)
	const form = page.form("selesai") ?? page.form("kirim")
	const sent = await v.press(page, form, page.form("selesai") ?
	    "selesai" : "kirim", { ...fill(form), nomor_surat: "78/UN9/2026" })

	is(sent.status, 303, "mended by the institution")
	let code

	for (let kind = ""; kind !== "download";
	    kind = openTasks(office, lastCase())[0].kind) {
		if (kind === "approve" && isBuilt("letter"))
			code = await issue()
		if (kind !== "")
			await officials("teruskan")
	}
	const held = await v.get("/verifikasi")

	if (isBuilt("letter"))
		speaks(await follow_to(v, await v.press(held, held.forms.find(f =>
		    f.has("kode")), null, { kode: code })), "a letter that is good")
	const last = await see(v, "/kotak-masuk")

	await see(v, last.links.find(href => href.startsWith("/unduh/")))
	await see(v, `/berkas/${lastCase()}`)
	const reports = await see(v, "/lembaga")
	const report = reports.forms.find(f => f.multipart)

	speaks(await v.press(reports, report, null, {}), "report, empty", 422)
	await see(v, "/admin", 403)
	await see(v, "/laporan", 403)
	await see(v, "/mulai/skp", 403)
}

/* -- what no walk brings about -------------------------------------------------- */

/* Programs and modules whose words an outsider may read. */
const PUBLIC = { "cgi-bin": ["account/account", "account/link",
	"account/password", "account/second", "complaint", "download", "home", "link",
	"login", "operator/operator", "operator/activity", "submit/submit",
	"submit/apply", "submit/apply_check", "submit/mend",
	"submit/apply_page", "survey", "track", "verify"],
"lib/web": ["frame", "reply", "serve"],
"lib/casepage": ["fields", "instant", "receipt", "service", "status", "words"],
"lib/upload": ["pdf_check", "photos", "quarantine", "signature", "upload"],
"lib/case": ["activity_report", "answer_link", "draft", "field_form",
	"field_format", "field", "participant", "tracking"],
"lib/voice": ["complaint", "survey"],
"lib/letter": ["letter_verify"],
"lib/people": ["factor", "login", "operator", "password_link",
	"password_weak"],
"lib/office": ["throttle"] }

/* Of their sentences, those that the office alone reads, or that go out as
 * messages in the language of the case. */
const OFFICE = new RegExp("^(Kotak masuk|Semua berkas|Mulai berkas baru|Memori habis|" +
    "Belum ada pengaduan|Pengaduan (masyarakat|X|Anda kami|dijawab oleh|ini)|" +
    "Dibaca pengadu|Semua pengaduan|Laporan kegiatan lembaga|Kode pelacakan p|" +
    "Kode kedua \\(|Kode sekali pakai|Tautan kata sandi$|" +
    "Buat kata sandi untuk|" +
    "Hati-hati: |Semua orang ditandai|Tulis (jawaban|alasan penolakan)|PIN |" +
    "Pendaftaran (operator|ini sudah|akun)|Akun operator|" +
    "Dokumen ini tidak ditahan|Antivirus menemukan|" +
    "Sedang (diisi|diserahkan|dievaluasi)$|Periksa dan telaah$|Susun konsep$|" +
    "Setujui dan tanda tangani$|Serahkan hasil$|Sampaikan pemberitahuan$|" +
    "Catat pelaksanaan$|Menunggu diarsipkan$|Evaluasi layanan$)")

/* Sentences of a C file, X where something is put in. */
function sentences(path) {
	const code = readFileSync(`${SRCDIR}/${path}`, "utf8")
	    .replace(/\/\*[^]*?\*\//g, "").replace(/^#.*(\\\n.*)*$/gm, "")
	const literals = code.matchAll(
	    /"(?:[^"\\\n]|\\.)*"(?:\s*"(?:[^"\\\n]|\\.)*")*/g)

	return [...literals].map(([all]) => [...all.matchAll(
	    /"((?:[^"\\]|\\.)*)"/g)].map(m => m[1]).join("")
	    .replace(/%[-.*\d]*(ll|z)?[a-z]/g, "X"))
	    .filter(text => /^[A-Z][^]*[a-z] [A-Za-z(]/.test(text) &&
	    /[a-z]{3}/.test(text) &&
	    !/^(SELECT|INSERT|UPDATE|DELETE|WITH) |\\n/.test(text))
}

function programs() {
	const texts = pairs(readFileSync(`${SRCDIR}/lib/page/en/messages`,
	    "utf8"))
	const forms = texts.filter(text => /%\d/.test(text)).map(text =>
	    new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
	    .replace(/%\d/g, "[^]+")}$`))
	const whole = new Set(texts)
	const missing = []
	let total = 0

	for (const [folder, names] of Object.entries(PUBLIC))
		for (const name of names)
			for (const text of sentences(`${folder}/${name}.c`)) {
				const said = text.replace(/X+$/, "")

				total++
				if (!OFFICE.test(text) && !whole.has(said) &&
				    ![text, said].some(t => whole.has(t) ||
				    forms.some(f => f.test(t))))
					missing.push(`${name}: ${text}`)
			}
	ok(total > 200, `${total} sentences of the public programs`)
	if (!ok(missing.length === 0, "...each with a translation"))
		missing.forEach(text => console.log(`#   ${text}`))
}

/* Every address that anybody may ask, and those of an operator. */
function covered() {
	const routes = readFileSync(`${SRCDIR}/cgi-bin/routes.tsv`, "utf8")
	    .split("\n").map(line => line.split("\t"))
	    .filter(([path, , methods, who]) => path.startsWith("/") &&
	    methods.includes("GET") && who === "anyone").map(([path]) => path)
	/* Machines are answered there. */
	const apart = ["/kabar", "/healthz", "/metrics"]
	const left = routes.filter(path => !apart.includes(path) &&
	    ![...visited].some(v => v === path || v.startsWith(`${path}/`)))

	is(left.join(" "), "", `${routes.length} public addresses, all seen`)
}

office = await openOffice("nginx", { templates: makeLanguage,
	conf: () => ["languages = en xx", "mailbox_page = yes"] })

try {
	await pagesOfAGuest(office)
	await applicant()
	await complaint()
	await refusals()
	await errors()
	await operator()
	await link()
	await foreigner()
	programs()
	covered()
} finally {
	await office.close()
}
done()
