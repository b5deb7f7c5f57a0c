/*
 * uploads-t.mjs - files on their way into a case, over HTTP: photos, hostile
 * names, programs that die.
 */
import { execFileSync } from "node:child_process"
import { writeFileSync } from "node:fs"
import { file, openOffice, pdf } from "./office.mjs"
import { begin } from "./walk.mjs"
import { done, is, ok } from "./tap.mjs"

const SLUG = "sigap-magang-penelitian"
const PIXEL = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADU" +
    "lEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64")
const office = await openOffice("nginx")
const applicant = await office.login("admin-user")

function photo(name) {
	return file(name, PIXEL, "image/png")
}

/* What was kept last. */
function newest() {
	return office.query(`SELECT CAST(id AS TEXT) AS id, name, type, size,
	    sha256 FROM documents ORDER BY added_at DESC, id DESC LIMIT 1`)[0]
}

async function take(given) {
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
	is(pages((await applicant.get(`/berkas/${one.id}`)).body), 1,
	    "...of one page")
	const three = await take({ surat: ["a.b.png", "c.png", "d"].map(photo) })

	is(three.name, "a.b.pdf", "three photos become one PDF")
	is(pages((await applicant.get(`/berkas/${three.id}`)).body), 3,
	    "...of three pages")
	ok(/satu berkas, atau beberapa foto/.test(await refusal({ surat:
	    [photo("a.png"), pdf("b.pdf")] })), "a photo and a PDF are not")
	ok(/satu berkas, atau beberapa foto/.test(await refusal({ surat:
	    [pdf("a.pdf"), pdf("b.pdf")] })), "...nor are two PDFs")
	ok(/b\.png: foto ini terpotong/.test(await refusal({ surat:
	    [photo("a.png"), file("b.png", PIXEL.subarray(0, 50))] })),
	    "a photo that is cut is named")
	ok(/c\.png: Berkas ini kosong/.test(await refusal({ surat:
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
		const answer = await applicant.get(`/berkas/${document.id}`)

		is(document.name, kept[i], `a file called ${name}`)
		ok(/^attachment; filename="[^"\\]+"; filename\*=UTF-8''[\w.%-]+\.pdf$/i
		    .test(answer.headers["content-disposition"]),
		    "...comes back with a harmless name")
	}
}

await checkPhotos()
await checkNames()
await office.close()
done()
