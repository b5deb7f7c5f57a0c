/*
 * signed.mjs - a PDF with an electronic signature, made here and now by
 * openssl(1), with a certificate nobody knows.
 */
import { execFileSync } from "node:child_process"
import { existsSync, readFileSync, writeFileSync } from "node:fs"

const ROOM = 16384		/* hex digits kept for the signature */

/* A page's text, a line below the other, and its font. */
function textOf(lines) {
	const stream = `BT /F 12 Tf 14 TL 72 770 Td ` +
	    `${lines.map(line => `(${line}) Tj T*`).join(" ")} ET`

	return lines.length === 0 ? [] : [
	    `<</Length ${stream.length}>>stream\n${stream}\nendstream `,
	    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
}

/* The parts of a PDF with an empty place for a signature. */
function unsigned(signer, lines) {
	const more = textOf(lines)
	const page = more.length === 0 ? "" :
	    "/Contents 6 0 R/Resources<</Font<</F 7 0 R>>>>"
	const objects = [
	    "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]/SigFlags 3>>>>",
	    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
	    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots[4 0 R]" +
	    `${page}>>`,
	    "<</Type/Annot/Subtype/Widget/FT/Sig/T(tanda)/V 5 0 R" +
	    "/Rect[0 0 0 0]/P 3 0 R/F 132>>",
	    `<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached` +
	    `/Name(${signer})/M(D:20261120093000+07'00')` +
	    `/ByteRange[0 ${"*".repeat(30)}]/Contents<${"0".repeat(ROOM)}>>>`,
	    ...more,
	]
	let text = "%PDF-1.7\n"
	const at = objects.map((object, i) => {
		const offset = text.length

		text += `${i + 1} 0 obj${object}endobj\n`
		return offset
	})
	const table = text.length

	return `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n` + at.map(offset =>
	    `${String(offset).padStart(10, "0")} 00000 n \n`).join("") +
	    `trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`
}

function makeKey(folder, signer) {
	if (existsSync(`${folder}/tanda.key`))
		return
	execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes",
	    "-keyout", `${folder}/tanda.key`, "-out", `${folder}/tanda.crt`,
	    "-days", "30", "-subj", `/C=ID/O=Kantor Contoh/CN=${signer}`],
	    { stdio: ["ignore", "ignore", "pipe"] })
}

/* Its bytes, with these lines on its page; the key stays in the folder. */
export function signedPdf(folder, signer = "Ir. Tanda Tangan", lines = []) {
	let text = unsigned(signer, lines)
	const hole = text.indexOf("/Contents<") + "/Contents".length
	const end = hole + ROOM + 2

	text = text.replace(/\*+/, stars => `${hole} ${end} ${text.length - end}`
	    .padEnd(stars.length))
	makeKey(folder, signer)
	writeFileSync(`${folder}/tanda.bin`, text.slice(0, hole) +
	    text.slice(end), "latin1")
	execFileSync("openssl", ["cms", "-sign", "-binary", "-outform", "DER",
	    "-md", "sha256", "-in", `${folder}/tanda.bin`, "-signer",
	    `${folder}/tanda.crt`, "-inkey", `${folder}/tanda.key`, "-out",
	    `${folder}/tanda.der`], { stdio: ["ignore", "ignore", "pipe"] })
	const signature = readFileSync(`${folder}/tanda.der`).toString("hex")

	return Buffer.from(`${text.slice(0, hole + 1)}` +
	    `${signature.padEnd(ROOM, "0")}${text.slice(end - 1)}`, "latin1")
}

/* The same with a word changed behind the signer's back. */
export function changed(data) {
	return Buffer.from(data.toString("latin1").replace("[0 0 595 842]",
	    "[0 0 595 841]"), "latin1")
}

/* The same with something added after the signature. */
export function extended(data) {
	const text = data.toString("latin1")
	const last = /startxref\n(\d+)\n%%EOF\n$/.exec(text)[1]
	const object = "3 0 obj<</Type/Page/Parent 2 0 R" +
	    "/MediaBox[0 0 842 595]/Annots[4 0 R]>>endobj\n"

	return Buffer.from(`${text}${object}xref\n3 1\n` +
	    `${String(text.length).padStart(10, "0")} 00000 n \n` +
	    `trailer<</Size 6/Root 1 0 R/Prev ${last}>>\nstartxref\n` +
	    `${text.length + object.length}\n%%EOF\n`, "latin1")
}
