/*
 * cost-t.mjs - the dearest requests that anybody can make, behind nginx and
 * behind Apache: no program takes more than 20 MB above its rest, nobody else
 * waits longer than a second, and each is answered in words.  What does not
 * depend on the server in front comes behind nginx alone, but with LONG=1.
 */
import { spawn } from "node:child_process"
import { once } from "node:events"
import { connect } from "node:net"
import { deflateRawSync, deflateSync, constants } from "node:zlib"
import { readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync }
    from "node:fs"
import { largePdf } from "./flood.mjs"
import { file, openOffice, pdf } from "./office.mjs"
import { begin, fill, write } from "./walk.mjs"
import { done, is, ok } from "./tap.mjs"

const { SRCDIR, LONG } = process.env
const SLUG = "sigap-magang-penelitian"
const OPEN = "izin-magang-penelitian"	/* to anybody */
const ABOVE = 20 * 1024		/* kB */
const PATIENCE = 1000		/* milliseconds */
const FORM = "application/x-www-form-urlencoded"

const routes = readFileSync(`${SRCDIR}/cgi-bin/routes.tsv`, "utf8").split("\n")
    .filter(line => line !== "" && !line.startsWith("#"))
    .map(line => line.split("\t"))
    .map(([path, program, methods]) => ({ path, program, methods }))

/* A page description of gigabytes of zeros, deflated twice: it takes qpdf all
 * the time it is given. */
function bomb() {
	const zeros = deflateRawSync(Buffer.alloc(32 << 20), { level: 9,
	    finishFlush: constants.Z_FULL_FLUSH })
	const inner = Buffer.concat([Buffer.from([0x78, 0xda]),
	    ...Array.from({ length: 128 }, () => zeros),
	    deflateRawSync(Buffer.alloc(0)), Buffer.alloc(4)])
	const stream = deflateSync(inner, { level: 9 })
	const objects = ["<</Type/Catalog/Pages 2 0 R>>",
	    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
	    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>"]
	const parts = [Buffer.from("%PDF-1.4\n" + objects.map((object, i) =>
	    `${i + 1} 0 obj${object}endobj\n`).join("") +
	    `4 0 obj<</Filter[/FlateDecode/FlateDecode]/Length ${stream.length}>>` +
	    "stream\n"), stream, Buffer.from("\nendstream endobj\n" +
	    "trailer<</Size 5/Root 1 0 R>>\nstartxref\n0\n%%EOF\n")]

	return Buffer.concat(parts)
}

/* The processes of the programs of an office, stand-ins too. */
function processes(office) {
	return readdirSync("/proc").filter(name => /^\d/.test(name)).filter(pid => {
		try {
			return readlinkSync(`/proc/${pid}/cwd`) === office.folder &&
			    readlinkSync(`/proc/${pid}/exe`).includes("/cgi-bin/")
		} catch {
			return false	/* it has ended */
		}
	})
}

/* A figure in kB of each process. */
function memory(office, what) {
	const all = new Map()

	for (const pid of processes(office)) {
		try {
			const status = readFileSync(`/proc/${pid}/status`, "utf8")

			all.set(pid, { name: /^Name:\t(.*)$/m.exec(status)[1],
			    kb: Number(new RegExp(`^${what}:\\s*(\\d+)`, "m")
			    .exec(status)[1]) })
		} catch {
			continue
		}
	}
	return all
}

/* What each program takes at rest, and the peak counted afresh from there. */
function rest(office) {
	const before = new Map()

	for (const [pid, { name, kb }] of memory(office, "VmRSS")) {
		before.set(name, Math.max(before.get(name) ?? 0, kb))
		writeFileSync(`/proc/${pid}/clear_refs`, "5")
	}
	return before
}

function stayed(office, before, name) {
	const over = [...memory(office, "VmHWM").values()].filter(p =>
	    p.kb > (before.get(p.name) ?? 0) + ABOVE)

	is(over.map(p => `${p.name} ${p.kb} kB, rest ${before.get(p.name)} kB`)
	    .join("\n"), "", name)
}

/* The longest that a page took while something else went on. */
async function meanwhile(office, path, work) {
	const person = office.visitor()
	let longest = 0
	let ended = false
	const other = work().finally(() => { ended = true })

	do {
		const began = performance.now()
		const page = await person.ask("GET", path)

		longest = Math.max(longest, performance.now() - began)
		if (page.status >= 400)
			longest = Infinity
		await new Promise(next => setTimeout(next, 50))
	} while (!ended)
	return { answer: await other, longest }
}

/* A megabyte of text to everything that takes a form. */
async function checkText(office, name) {
	const visitor = office.visitor()
	const body = Buffer.from(Array.from({ length: 490 }, (_, i) =>
	    `a${i}=+${"x".repeat(2080)}`).join("&"))
	const one = Buffer.from(`catatan=+${"x+".repeat(500000)}`)
	const odd = []

	for (const { path } of routes)	/* each page has been seen once */
		await visitor.ask("GET", path)
	const before = rest(office)

	for (const { path } of routes.filter(r => r.methods.includes("POST")))
		for (const text of [body, one]) {
			const answer = await visitor.ask("POST", path, text, FORM)

			if (answer.status < 300 || answer.status >= 500)
				odd.push(`${path}: ${answer.status}`)
		}
	is(odd.join("\n"), "", `${name}: a megabyte of text is answered`)
	stayed(office, before, "...and takes no program's memory")
}

function refused(answer, status, name) {
	is(answer.status, status, name)
	ok(answer.heading !== "" && answer.text.length > 200,
	    `...in words: ${answer.heading}`)
}

/* The page of a request that asks for a letter, to a stranger. */
async function letterPage(office) {
	const visitor = office.visitor()
	const page = await write(visitor, `/ajukan/${OPEN}`, { field: "surat" })

	return { visitor, page, form: page.form("kirim") }
}

async function checkFiles(office, name) {
	const { visitor, page, form } = await letterPage(office)
	const send = given => visitor.press(page, form, "kirim", given)
	const files = () => readdirSync(`${office.data}/files`,
	    { recursive: true }).length
	const before = rest(office)
	const stored = files()

	await visitor.get("/verifikasi")
	refused(await send({ surat: Array.from({ length: 190 }, () => pdf()) }),
	    413, `${name}: a form of 190 files`)
	refused(await send({ ...fill(form), lain: pdf() }), 413,
	    `${name}: a file that the form does not ask for`)
	is(files(), stored, "...and nothing of them is kept")
	const charged = () => office.one(`SELECT coalesce(sum(tries), 0)
	    FROM throttles WHERE kind = 'unggah'`)
	const paid = charged()
	const huge = bomb()
	const { answer, longest } = await meanwhile(office, `/ajukan/${OPEN}`,
	    () => send({ ...fill(form), surat: Array.from({ length: 3 },
	    (_, i) => file(`${i}.pdf`, Buffer.concat([huge,
	    Buffer.from(`%${i}\n`)]))) }))

	ok([413, 422].includes(answer.status),
	    `${name}: files that take all the time of a check: ${answer.status}`)
	ok(longest < PATIENCE, `...and nobody waits for them (${Math.round(longest)} ms)`)
	is(files(), stored, "...which are not kept")
	ok(charged() - paid > 5, `...and count as ${charged() - paid} forms of ` +
	    "their sender's")
	stayed(office, before, "...nor is the memory")
}

/* A request by hand over a line of its own. */
function line(office, text) {
	const socket = connect(office.port, "127.0.0.1")
	const parts = []

	socket.on("error", () => {})
	socket.write(text)
	return { socket, parts, all: async () => {
		for await (const part of socket)
			parts.push(part)
		return Buffer.concat(parts)
	} }
}

function head(office, method, path, more) {
	return `${method} ${office.prefix}${path} HTTP/1.0\r\nHost: a\r\n${more}\r\n`
}

async function checkSlow(office, name) {
	const slow = Array.from({ length: 3 }, () => line(office, head(office,
	    "POST", "/masuk", `Content-Type: ${FORM}\r\nContent-Length: 1000\r\n`) +
	    "ni"))
	const sent = await meanwhile(office, "/masuk", () =>
	    new Promise(end => setTimeout(end, 700)))

	ok(sent.longest < PATIENCE, `${name}: three send slowly, and nobody ` +
	    `waits (${Math.round(sent.longest)} ms)`)
	for (const { socket } of slow)
		socket.destroy()
	const operator = await office.login("admin-user")
	const data = largePdf(9e6)

	await begin(operator, SLUG, { given: { surat: file("besar.pdf", data) } })
	const id = office.one(`SELECT CAST(max(id) AS TEXT) FROM documents
	    WHERE size > 9000000`)
	const cookie = [...operator.cookies].map(([key, value]) =>
	    `${key}=${value}`).join("; ")
	const reader = line(office, head(office, "GET", `/dokumen/${id}`,
	    `Cookie: ${cookie}\r\n`))

	reader.socket.pause()
	const read = await meanwhile(office, "/dokumen/1", () =>
	    new Promise(end => setTimeout(end, 700)))

	ok(read.longest < PATIENCE, `${name}: one reads slowly, and nobody ` +
	    `waits (${Math.round(read.longest)} ms)`)
	const all = await reader.all()

	ok(all.length > data.length && all.subarray(-data.length).equals(data),
	    "...who has the whole file in the end")
}

/* The first visitors of a report wait while one thing of it is made, which is
 * held here; nobody waits for them, and it is made once. */
async function checkReport(office, name) {
	const person = await office.login("kakanwil")
	const month = new Date(Date.now() + 7 * 3600e3).toISOString().slice(0, 7)
	const path = `/laporan/${month}/`
	let answered = 0

	is((await person.get(path)).status, 200, `${name}: a report`)
	const charts = `${office.data}/charts`
	const heights = `${charts}/${readdirSync(charts).find(file =>
	    file.endsWith("-tinggi"))}`
	const lines = readFileSync(heights, "utf8").split("\n").length - 1

	rmSync(heights)
	const holder = spawn("flock", [`${heights}.sedang`, "sh", "-c",
	    "echo; exec cat"], { stdio: ["pipe", "pipe", "inherit"] })

	await once(holder.stdout, "data")
	const first = [1, 2].map(() => person.get(path)
	    .finally(() => { answered++ }))

	is((await person.get("/laporan/rentang")).status, 200, "...of the same " +
	    "program another page is answered")
	is((await person.get("/kotak-masuk")).status, 200, "...and others")
	is(answered, 0, "...while its first visitors wait")
	writeFileSync(heights, "777\n".repeat(lines))
	holder.stdin.end()
	for (const page of await Promise.all(first))
		ok(page.status === 200 && /height="777"/.test(page.text),
		    "...who both get what was made once")
}

/* Of an address nginx takes so many requests, and no more. */
async function checkRate(office) {
	const visitor = office.visitor()
	const answers = await Promise.all(Array.from({ length: 60 }, () =>
	    office.server.ask(office, { method: "GET", path: "/masuk",
	    headers: {}, body: null })))
	const many = answers.filter(({ status }) => status === 429)

	ok(answers.some(({ status }) => status === 200) && many.length > 0,
	    `nginx: some of 60 requests at once are too many: ${many.length}`)
	ok(/Terlalu banyak|sibuk/i.test(many[0]?.body.toString()),
	    "...which is said in words")
	await new Promise(next => setTimeout(next, 500))
	is((await visitor.ask("GET", "/masuk")).status, 200,
	    "...and the next is served")
}

async function checkSizes(office, name) {
	const large = Buffer.alloc(3 << 20, 120)
	const visitor = office.visitor()

	for (const path of ["/masuk", "/kotak-masuk", "/"]) {
		const page = await visitor.ask("POST", path, large, FORM)

		is(page.status, 413, `${name}: three megabytes to ${path}`)
		is(page.heading, "Kiriman terlalu besar", "...in words")
	}
	/* There a form has files; of this one the program knows better. */
	is((await visitor.ask("POST", `/ajukan/${OPEN}`, large, FORM)).status,
	    413, "...and where files are sent, the text")
}

for (const name of ["nginx", "apache"]) {
	const office = await openOffice(name)

	if (name === "nginx" || LONG) {
		await checkText(office, name)
		await checkFiles(office, name)
	}
	await checkSizes(office, name)
	await checkSlow(office, name)
	await checkReport(office, name)
	await office.close()
}
const office = await openOffice("nginx", { rate: 5 })

await checkRate(office)
await office.close()
done()
