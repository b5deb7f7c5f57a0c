/*
 * uploads-t.mjs - files on their way into a case, over HTTP: photos, hostile
 * names, programs that die.
 */
import { execFile, execFileSync, spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { readdirSync, statSync, utimesSync, writeFileSync } from "node:fs"
import { Clamd } from "./clamd.mjs"
import { flood } from "./flood.mjs"
import { file, openOffice, pdf } from "./office.mjs"
import { promisify } from "node:util"
import { makePlan, readTable, walk } from "./plan.mjs"
import { changed, extended, signedPdf } from "./signed.mjs"
import { done, is, ok } from "./tap.mjs"
import { begin, fill, find, openTasks, take as claim, write } from "./walk.mjs"

const SLUG = "sigap-magang-penelitian"
const PIXEL = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADU" +
    "lEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64")
const office = await openOffice("nginx", { conf: folder =>
    [`clamd = ${folder}/run/clamd.sock`] })
const clamd = new Clamd(`${office.folder}/run/clamd.sock`)
const applicant = await office.login("admin-user")

function photo(name) {
	return file(name, PIXEL, "image/png")
}

/* While this runs, the scanner is at work here. */
const execute = promisify(execFile)
const known = new Set()

/* The file kept since the last look; the others of its form aside. */
function newest(field = "surat") {
	const all = office.query(`SELECT CAST(id AS TEXT) AS id, field, name,
	    type, sha256 FROM documents`).filter(({ id }) => !known.has(id))

	for (const { id } of all)
		known.add(id)
	return all.find(document => document.field === field)
}

async function take(given) {
	newest()
	await begin(applicant, SLUG, { given })
	return newest()
}

/* What a form that is refused says. */
async function refusal(given) {
	try {
		await begin(applicant, SLUG, { given })
	} catch (error) {
		return error.message
	}
	return "taken"
}

function pages(data) {
	const path = `${office.folder}/tmp/made.pdf`

	writeFileSync(path, data)
	return Number(/^Pages: *(\d+)/m.exec(execFileSync("pdfinfo", [path],
	    { encoding: "utf8" }))[1])
}

async function checkPhotos() {
	const one = await take({ surat: photo("surat.png") })

	is(`${one.name} ${one.type}`, "surat.pdf application/pdf",
	    "a photo of a letter becomes a PDF")
	is(pages((await applicant.get(`/dokumen/${one.id}`)).body), 1,
	    "...of one page")
	const three = await take({ surat: ["a.b.png", "c.png", "d"].map(photo) })

	is(three.name, "a.b.pdf", "three photos become one PDF")
	is(pages((await applicant.get(`/dokumen/${three.id}`)).body), 3,
	    "...of three pages")
	ok(/satu dokumen, atau beberapa foto/.test(await refusal({ surat:
	    [photo("a.png"), pdf("b.pdf")] })), "a photo and a PDF are not")
	ok(/satu dokumen, atau beberapa foto/.test(await refusal({ surat:
	    [pdf("a.pdf"), pdf("b.pdf")] })), "...nor are two PDFs")
	ok(/b\.png: foto ini terpotong/.test(await refusal({ surat:
	    [photo("a.png"), file("b.png", PIXEL.subarray(0, 50))] })),
	    "a photo that is cut is named")
	ok(/c\.png: Dokumen ini kosong/.test(await refusal({ surat:
	    [photo("a.png"), photo("b.png"), file("c.png", "")] })),
	    "...and one that is empty")
	ok(/paling banyak 20 foto/.test(await refusal({ surat:
	    Array.from({ length: 21 }, () => photo("a.png")) })),
	    "one photo too many")
}

async function checkNames() {
	const names = ["../../etc/passwd.pdf", "..\\..\\a.pdf", "\"><b>.pdf",
	    ".pdf", "'; DROP TABLE documents;--.pdf", "=1+1.pdf", "名.pdf",
	    "a\u202Efdp.exe", "surat.html", "surat.PDF", "a\tb", `${"é".repeat(120)}`]
	const kept = ["passwd.pdf", "a.pdf", "\"><b>.pdf", ".pdf",
	    "'; DROP TABLE documents;--.pdf", "=1+1.pdf", "名.pdf",
	    "afdp.exe", "surat.html", "surat.PDF", "ab", "é".repeat(90)]

	for (const [i, name] of names.entries()) {
		const document = await take({ surat: pdf(name.replaceAll("\"",
		    "%22")) })
		const answer = await applicant.get(`/dokumen/${document.id}`)

		is(document.name, kept[i], `a file called ${name}`)
		ok(/^attachment; filename="[^"\\]+"; filename\*=UTF-8''[\w.%-]+\.pdf$/i
		    .test(answer.headers["content-disposition"]),
		    "...comes back with a harmless name")
	}
}

/* A case before the approval, its form, and who fills it in. */
async function caseAtApproval() {
	const rows = readTable().get(SLUG)
	const at = rows.findIndex(row => row.kind === "approve") + 1
	const acts = makePlan(rows).filter(act => act.kind !== "return")
	const once = acts.filter((act, i) => act.pos < at &&
	    acts.findIndex(other => other.pos === act.pos) === i)
	const caseId = await walk(office, SLUG, once)
	const [task] = openTasks(office, caseId)
	const person = await office.login(task.performer.split("|")[0])
	const page = await claim(person, await find(person, task))

	return { caseId, person, page, form: page.form("selesai") }
}

async function checkSignatures() {
	const signed = signedPdf(`${office.folder}/tmp`)
	const { caseId, person, page, form } = await caseAtApproval()
	const { name } = form.controls.find(c => c.type === "file")
	const look = async data => person.press(page, form, "selesai",
	    { ...fill(form), ...(form.has("keputusan") ?
	    { keputusan: "teruskan" } : {}), [name]: file("surat.pdf", data) })
	let check = await look(extended(signed))

	ok(/Ir\. Tanda Tangan, menurut dokumen pada .*sesudahnya dokumen ditambah/
	    .test(check.text), "something added after a signature is said")
	check = await look(changed(signed))
	ok(/tidak cocok dengan isi dokumen/.test(check.text),
	    "...and a file changed after it")
	check = await look(pdf().data)
	ok(check.status === 200 &&
	    /tidak memuat tanda tangan elektronik/.test(check.text),
	    "a file without a signature is told, too")
	check = await look(signed)
	ok(/Isi dokumen tidak berubah sejak ditandatangani/.test(check.text) &&
	    /sertifikat penanda tangan tidak diperiksa/.test(check.text),
	    "a signed file is told, and what is not known")
	newest()
	const sent = await person.press(check, check.form("kirim"), "kirim",
	    { "alasan-dokumen": "Nomornya ditulis dengan tangan." })

	is(sent.status, 303, "...and sent")
	const document = newest(name)
	const kept = await person.get(`/dokumen/${document.id}`)

	ok(kept.body.equals(signed), "it is kept byte for byte")
	is(document.sha256, createHash("sha256").update(signed).digest("hex"),
	    "...under its hash")
	const seen = await person.get(`/berkas/${caseId}`)

	ok(seen.text.includes(`SHA-256: ${document.sha256}`),
	    "...which the case shows")
	ok(/Ir\. Tanda Tangan, .*tidak berubah sejak/.test(seen.text),
	    "...with the signature")
}

/* A field of several files: added and taken away one by one. */
async function checkSeveral() {
	const head = await office.login("kakanwil")
	const page = await head.get("/mulai/pagu-anggaran")
	const given = { ...fill(page.form("kirim")),
	    catatan: "Mohon ditindaklanjuti." }
	const press = (at, lampiran, more = {}) => head.press(at,
	    at.form("kirim"), "kirim", { ...given, lampiran, ...more })
	const kept = at => at.form("kirim").choices("lampiran-lama")
	let answer = await press(page, [pdf("a.pdf"), pdf("b.pdf"),
	    file("c.pdf", "MZ"), file("d.pdf", "")])

	is(answer.status, 422, "of four files two are wrong")
	ok(/c\.pdf: pilih PDF, JPEG.*d\.pdf: Dokumen ini kosong/
	    .test(answer.text), "...which are named")
	is(kept(answer).length, 2, "...and the good ones kept")
	answer = await press(answer, [pdf("e.pdf"), file("f.pdf", "")],
	    { "lampiran-hapus": kept(answer)[0] })
	is(answer.status, 422, "one is taken away, one added, one wrong")
	ok(!/Hapus a\.pdf/.test(answer.text) && /Hapus b\.pdf/.test(answer.text) &&
	    /Hapus e\.pdf/.test(answer.text), "...which the page shows")
	answer = await press(answer, Array.from({ length: 19 }, (_, i) =>
	    pdf(`${i}.pdf`)))
	ok(answer.status === 422 && /paling banyak 20 dokumen/.test(answer.text),
	    "more than twenty are too many")
	answer = await press(answer, null, { "lampiran-hapus":
	    kept(answer).slice(2) })
	is(answer.status, 303, "without the others it is sent")
	const names = office.query(`SELECT name FROM documents WHERE case_id =
	    (SELECT max(id) FROM cases) ORDER BY name`).map(({ name }) => name)

	is(names.join(" "), "b.pdf e.pdf", "...with two files")
	ok(["b.pdf", "e.pdf"].every(name => new RegExp(name).test(office
	    .query(`SELECT payload FROM event_data WHERE stream =
		(SELECT max(id) FROM cases)`)
	    .map(({ payload }) => payload).join())), "...in the history, too")
}

/* Who corrects a draft may mend it himself: his file goes with his decision,
 * and the next one sees it. */
async function checkCorrection() {
	const rows = readTable().get("pagu-anggaran")
	const once = makePlan(rows).filter((act, i, all) => act.pos < 6 &&
	    act.kind !== "return" &&
	    all.findIndex(other => other.pos === act.pos) === i)
	const caseId = await walk(office, "pagu-anggaran", once)
	const [task] = openTasks(office, caseId)
	const person = await office.login(task.performer)
	const page = await claim(person, await find(person, task))
	const form = page.form("selesai")

	ok(form.controls.some(c => c.name === "dikoreksi" && "multiple" in c),
	    "a corrector may send mended files")
	const answer = await person.press(page, form, "selesai",
	    { keputusan: "teruskan", catatan: "Sudah saya perbaiki.",
	    dikoreksi: [pdf("usulan.pdf"), pdf("rincian.pdf")] })

	is(answer.status, 303, "...in the same act")
	const [next] = openTasks(office, caseId)
	const other = await office.login(next.performer)
	const seen = await claim(other, await find(other, next))

	ok(/usulan\.pdf/.test(seen.text) && /rincian\.pdf/.test(seen.text),
	    "...which the next one sees")
	is(office.one(`SELECT count(*) FROM documents WHERE case_id = ${caseId}
	    AND field = 'dikoreksi' AND task_id = ${task.id}`), 2,
	    "...as files of the correction")
	is(office.sopap("rebuild", "--check").code, 0, "...and of the history")
}

/* A PDF of its own with a word in it. */
function pdfWith(word, name = "surat.pdf") {
	return file(name, Buffer.concat([pdf().data, Buffer.from(`%${word}\n`)]))
}

async function checkScanner() {
	ok(clamd.seen > 0, "what came so far was scanned")
	ok(/Antivirus menemukan Eicar-Signature/.test(await refusal({ surat:
	    pdfWith("EICAR") })), "a file with a virus is refused")
	is(office.one("SELECT count(*) FROM quarantine"), 0, "...not held")
	await clamd.stop()
	const clean = await take({ surat: pdfWith("bersih", "bersih.pdf") })
	const bad = await take({ surat: pdfWith("EICAR") })
	const third = await take({ surat: pdfWith("lain", "lain.pdf") })
	const admin = await office.login("admin")
	const held = async ({ id }) => applicant.get(`/dokumen/${id}`)

	is(office.one("SELECT count(*) FROM quarantine"), 3,
	    "while the scanner is away, files are held")
	const page = await held(clean)

	is(page.status, 409, "...and given to nobody")
	ok(/antivirus belum memeriksanya/.test(page.text), "...which is said")
	const clerk = await office.login("duta-sigap")
	const seen = await clerk.get(`/berkas/${office.one(`SELECT
	    CAST(case_id AS TEXT) FROM documents WHERE id = ${clean.id}`)}`)

	ok(/Ditahan: antivirus belum memeriksa/.test(seen.text),
	    "...on the case, too")
	is(office.sopap("tick").code, 0, "a tick without the scanner")
	is((await held(clean)).status, 409, "...changes nothing")
	await release(admin, third)
	is((await held(third)).status, 200, "...then it is given")
	await clamd.start()
	office.change("DELETE FROM leases")	/* as if a minute had passed */
	const { stdout } = await execute(`${process.env.BUILDDIR}` +
	    "/lib/tool/sopap", ["tick"], { env: office.env })

	ok(/2 dokumen tertahan diperiksa/.test(stdout),
	    "a tick with the scanner has them scanned")
	is((await held(clean)).status, 200, "...lets the clean file go")
	ok(/antivirus menemukan Eicar-Signature/.test((await held(bad)).text),
	    "...and not the other")
	const list = await admin.get("/admin/dokumen")

	ok(/antivirus menemukan Eicar-Signature/.test(list.text),
	    "...which is listed")
	is((await admin.get(list.links.find(href =>
	    /\/admin\/dokumen\/\d+/.test(href)))).form("lepas"), undefined,
	    "...and not to be let go")
	await checkLimit(held)
	is(office.sopap("verify").code, 0, "the history is whole")
	is(office.sopap("rebuild", "--check").code, 0, "...and agrees")
}

/* What is too large for the scanner is held, and holds nothing else up. */
async function checkLimit(held) {
	clamd.limit = 500
	const large = await take({ surat: pdfWith("x".repeat(400)) })

	is((await held(large)).status, 409, "a file too large for it is held")
	await clamd.stop()
	const small = await take({ surat: pdfWith("kecil", "kecil.pdf") })

	await clamd.start()
	office.change("DELETE FROM leases")
	await execute(`${process.env.BUILDDIR}/lib/tool/sopap`, ["tick"],
	    { env: office.env })
	is((await held(small)).status, 200, "...those behind it are not")
	is((await held(large)).status, 409, "...it still is")
	clamd.limit = Infinity
}

/* An administrator lets a file go, for a reason. */
async function release(admin, document) {
	const list = await admin.get("/admin/dokumen")
	const page = await admin.get(`/admin/dokumen/${office.one(`SELECT
	    CAST(id AS TEXT) FROM quarantine WHERE sha256 =
	    '${document.sha256}'`)}`)
	let answer = await admin.press(page, page.form("lepas"), "lepas")

	ok(list.text.includes(document.name), "an administrator sees the file")
	is(answer.status, 422, "...cannot let it go without a reason")
	answer = await admin.press(page, page.form("lepas"), "lepas",
	    { alasan: "Sudah diperiksa di komputer lain." })
	is(answer.status, 200, "...is asked once more")
	answer = await admin.press(answer, answer.form("kirim"), "kirim")
	is(answer.status, 303, "...and lets it go")
	is(office.one(`SELECT count(*) FROM events WHERE kind =
	    'file-release'`), 1, "...which is recorded")
}

/* All names below the folder of the files. */
function stored() {
	return readdirSync(`${office.data}/files`, { recursive: true })
}

/* Have something come true, five seconds at most. */
async function until(condition) {
	for (let tries = 0; tries < 500 && !condition(); tries++)
		await new Promise(resolve => setTimeout(resolve, 10))
	return condition()
}

/* A program that dies in the middle of an upload, as plain CGI. */
async function checkDeath() {
	const page = await write(applicant, `/mulai/${SLUG}`,
	    { field: "surat" })
	const halves = () => readdirSync(`${office.data}/files`)
	    .filter(name => name.startsWith(".new-"))
	    .map(name => `${office.data}/files/${name}`)
	const before = office.one("SELECT count(*) FROM documents")
	const child = spawn(`${process.env.BUILDDIR}/libexec/submit`, [], {
	    cwd: office.folder, stdio: ["pipe", "ignore", "ignore"],
	    env: { ...office.env, GATEWAY_INTERFACE: "CGI/1.1",
	    REQUEST_METHOD: "POST", REQUEST_URI: `${office.prefix}${page.path}`,
	    CONTENT_LENGTH: "1000000", CONTENT_TYPE:
	    "multipart/form-data; boundary=b", HTTP_COOKIE:
	    [...applicant.cookies].map(pair => pair.join("=")).join("; ") } })
	const kept = stored().length

	child.stdin.on("error", () => {})
	child.stdin.write("--b\r\nContent-Disposition: form-data; " +
	    "name=\"surat\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.4\n" +
	    "x".repeat(300000))
	ok(await until(() => halves().some(path => statSync(path).size >
	    65536)), "a file is on its way")
	const ended = new Promise(resolve => child.once("exit", resolve))

	child.kill("SIGKILL")
	await ended
	is(office.one("SELECT count(*) FROM documents"), before,
	    "a program that dies meanwhile leaves no document")
	is(stored().length, kept + 1, "...but the half of a file")
	for (const path of halves())
		utimesSync(path, 0, 0)
	office.change("DELETE FROM leases")
	const { stdout } = await execute(`${process.env.BUILDDIR}` +
	    "/lib/tool/sopap", ["tick"], { env: office.env })

	ok(/1 dokumen tanpa pemilik dihapus/.test(stdout),
	    "...which a later tick removes")
	is(halves().length, 0, "...for good")
}

/* As `make bench-uploads` does it with 50 of 20 MB. */
async function checkMemory() {
	const { taken, most } = await flood(office, applicant,
	    `/mulai/${SLUG}`, { count: 4, bytes: 5000000 })

	is(taken, 4, "four large files at once")
	ok(most.submit > 0 && most.submit < 24 * 1024,
	    `...in little memory (${most.submit} kB)`)
}

await clamd.start()
await checkPhotos()
await checkSignatures()
await checkNames()
await checkSeveral()
await checkCorrection()
await checkScanner()
await checkDeath()
await checkMemory()
await clamd.stop()
await office.close()
done()
