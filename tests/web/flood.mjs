/*
 * flood.mjs - many large uploads at once, and the memory each process takes
 * for them: VmHWM of proc(5), the most it ever had.
 */
import { randomBytes } from "node:crypto"
import { readdirSync, readFileSync, readlinkSync } from "node:fs"
import { file } from "./office.mjs"
import { fill, write } from "./walk.mjs"

/* A PDF of a page and a picture of so many random bytes. */
export function largePdf(bytes) {
	const data = randomBytes(bytes)
	const objects = ["<</Type/Catalog/Pages 2 0 R>>",
	    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
	    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]" +
	    "/Resources<</XObject<</I 4 0 R>>>>>>",
	    "<</Type/XObject/Subtype/Image/Width 1000/Height " +
	    `${bytes / 1000}/ColorSpace/DeviceGray/BitsPerComponent 8` +
	    `/Length ${bytes}>>stream\n`]
	const parts = [Buffer.from("%PDF-1.4\n")]
	const at = []
	const size = () => parts.reduce((sum, part) => sum + part.length, 0)

	for (const [i, object] of objects.entries()) {
		at.push(size())
		parts.push(Buffer.from(`${i + 1} 0 obj${object}`))
		if (i === 3)
			parts.push(data, Buffer.from("\nendstream "))
		parts.push(Buffer.from("endobj\n"))
	}
	parts.push(Buffer.from(`xref\n0 5\n0000000000 65535 f \n` +
	    at.map(n => `${String(n).padStart(10, "0")} 00000 n \n`).join("") +
	    `trailer<</Size 5/Root 1 0 R>>\nstartxref\n${size()}\n%%EOF\n`))
	return Buffer.concat(parts)
}

/* kB that the processes of an office have had at most, by program: what was
 * seen before is in `most`. */
function look(office, most) {
	for (const pid of readdirSync("/proc").filter(name => /^\d/.test(name))) {
		let status

		try {
			if (readlinkSync(`/proc/${pid}/cwd`) !== office.folder)
				continue
			status = readFileSync(`/proc/${pid}/status`, "utf8")
		} catch {
			continue	/* it has ended */
		}
		const [, name] = /^Name:\t(.*)$/m.exec(status)
		const [, peak] = /^VmHWM:\s*(\d+)/m.exec(status) ?? [0, 0]

		if (name !== "nginx")
			most[name] = Math.max(most[name] ?? 0, Number(peak))
	}
}

/*
 * Send `count` files of `bytes` to a form of the office, all at once.  How many
 * were taken, the seconds it took, and the most memory by program.
 */
export async function flood(office, person, path, { count, bytes }) {
	const pages = []
	const most = {}

	for (let i = 0; i < count; i++)
		pages.push(await write(person, path, { field: "surat" }))
	const timer = setInterval(look, 20, office, most)
	const began = Date.now()
	const answers = await Promise.all(pages.map((page, i) =>
	    person.press(page, page.form("kirim"), "kirim",
	    { ...fill(page.form("kirim")), surat: file(`${i}.pdf`, largePdf(bytes)) })))

	look(office, most)
	clearInterval(timer)
	for (const answer of answers.filter(({ status }) => status !== 303))
		console.log(`# ${answer.status} ${answer.heading}: ` +
		    answer.errors)
	return { taken: answers.filter(answer => answer.status === 303).length,
	    seconds: (Date.now() - began) / 1000, most }
}
