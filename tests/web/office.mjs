/*
 * office.mjs - a whole office on this machine, for the tests that come over
 * HTTP: the office of fixture.h in a temporary folder, its programs behind
 * nginx, behind Apache, or run one by one as plain CGI; and people at their
 * browsers.
 *
 *	const office = await openOffice("nginx")
 *	const person = await office.login("kakanwil")
 *	const page = await person.get("/kotak-masuk")
 *	await office.close()
 */
import { execFileSync, spawn } from "node:child_process"
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync,
    renameSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs"
import { createConnection, createServer } from "node:net"
import { tmpdir } from "node:os"
import { Page } from "./page.mjs"
import { SERVERS } from "./servers.mjs"
import { ok } from "./tap.mjs"

const { SRCDIR, BUILDDIR } = process.env
const SOPAP = `${BUILDDIR}/lib/tool/sopap`
const MAKE_OFFICE = `${BUILDDIR}/tests/web/make-office`
const PASSWORD = "kata-sandi-uji"
const DEMO_PASSWORD = /SIM_PASSWORD "(.*)"/.exec(readFileSync(
    `${SRCDIR}/lib/tool/sim/sim.h`, "utf8"))[1]
export const PERIOD = "2026-01"		/* of the evaluations to be done */

/* A port nobody listens on; the kernel gives out others first. */
function freePort() {
	return new Promise((resolve, reject) => {
		const server = createServer()

		server.once("error", reject)
		server.listen(0, "127.0.0.1", () => {
			const { port } = server.address()

			server.close(() => resolve(port))
		})
	})
}

function listens(address) {
	return new Promise(resolve => {
		const socket = createConnection(address)

		socket.once("connect", () => { socket.destroy(); resolve(true) })
		socket.once("error", () => resolve(false))
	})
}

/* Ask again and again until something listens, half a minute at most. */
async function until(child, address) {
	for (let tries = 0; tries < 600 && runs(child); tries++) {
		if (await listens(address))
			return
		await new Promise(resolve => setTimeout(resolve, 50))
	}
	throw new Error(`${child.spawnfile} does not come up`)
}

/* Without a pid it never began, and a signal would go to our own group. */
function runs(child) {
	return child.pid !== undefined && child.exitCode === null &&
	    child.signalCode === null
}

/*
 * An office that was made once a day of these programs and SOPs, as it is copied
 * by every test that needs the like; it appears under its name when it is whole.
 */
function template(name, make) {
	const age = [SOPAP, MAKE_OFFICE, `${BUILDDIR}/tests/office.db`]
	    .filter(existsSync).map(file =>
	    Math.round(statSync(file).mtimeMs).toString(36)).join("-")
	const folder = `${BUILDDIR}/tests/offices/${name}-${age}`

	if (existsSync(folder))
		return folder
	mkdirSync(`${BUILDDIR}/tests/offices`, { recursive: true })
	const part = mkdtempSync(`${BUILDDIR}/tests/offices/part-`)
	try {
		make(part)
		renameSync(part, folder)
	} catch (error) {
		rmSync(part, { recursive: true, force: true })
		if (!existsSync(folder))	/* another was quicker */
			throw error
	}
	return folder
}

const QUIET = { stdio: ["ignore", "ignore", "pipe"] }

function makeOffice(data) {
	execFileSync(MAKE_OFFICE, ["make", data, PASSWORD], QUIET)
}

function simulate(data, months, until) {
	const share = mkdtempSync(`${tmpdir()}/sopap-share-`)

	try {
		symlinkSync(`${SRCDIR}/lib/sop`, `${share}/sop`)
		symlinkSync(`${SRCDIR}/lib/clock`, `${share}/calendar`)
		execFileSync(SOPAP, ["--data", data, "--share", share,
		    "simulate", "--months", String(months),
		    ...(until === undefined ? [] : ["--until", until])], QUIET)
	} finally {
		rmSync(share, { recursive: true, force: true })
	}
}

function today() {
	return new Date().toISOString().slice(0, 10)
}

/* The database of an office when the tests run on a server
 * (tests/on-engine.sh): a schema for each; else undefined. */
let places = 0

function newPlace() {
	const { PLACE } = process.env

	return PLACE === undefined ? undefined : { number: places,
	    address: `${PLACE}&options=-csearch_path%3Ds${places++}` }
}

class Office {
	constructor(server, { months, until, conf, templates, prefix,
	    rate, env }) {
		this.conf = conf
		this.more = env
		this.templates = templates
		this.prefix = prefix
		this.rate = rate
		this.months = months
		this.until = until
		this.password = months > 0 ? DEMO_PASSWORD : PASSWORD
		this.folder = mkdtempSync(`${tmpdir()}/sopap-web-`)
		this.data = `${this.folder}/data`
		this.place = newPlace()
		this.children = []
		this.programs = new Map()
		this.people = {}
		this.server = SERVERS[server]
		process.once("exit", () => this.remove())
		for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"])
			process.once(signal, () => process.exit(1))
	}

	remove() {
		for (const child of this.children.filter(runs))
			child.kill("SIGKILL")
		rmSync(this.folder, { recursive: true, force: true })
	}

	/*
	 * The folder as bootstrap makes it for the demo.  What the server
	 * hands out itself is copied here: it may not look into root's home.
	 */
	async make() {
		chmodSync(this.folder, 0o755)
		for (const name of ["data", "run", "log", "tmp"])
			mkdirSync(`${this.folder}/${name}`)
		cpSync(`${BUILDDIR}/htdocs/assets`, `${this.folder}/assets`,
		    { recursive: true, dereference: true })
		this.fill()
		this.port = await freePort()
		this.site = `http://127.0.0.1:${this.port}${this.prefix}`
		writeFileSync(`${this.folder}/sopap.conf`, [
		    `data = ${this.data}`,
		    ...(this.place ? [`database = ${this.place.address}`] : []),
		    `templates = ${this.templates(this.folder)}` +
		    `${BUILDDIR}/templates`,
		    "office = Kantor Wilayah Sumatera Selatan",
		    "service = Layanan SOP Kanwil Sumsel",
		    `site = ${this.site}`,
		    `letters = ${SRCDIR}/reports/letter`,
		    `letter = ${BUILDDIR}/reports/letter/sopap-letter`,
		    "secure = no",
		    "second_factor = no", ...this.conf(this.folder), ""].join("\n"),
		    { mode: 0o600 })
		this.env = { PATH: process.env.PATH,
		    LC_MESSAGES: "id_ID.UTF-8",
		    SOPAP_CONF: `${this.folder}/sopap.conf`, ...this.more }
	}

	/* A copy of the office of fixture.h, or of the demo with months of
	 * history. */
	fill() {
		const fixture = this.months === 0
		const quiet = { ...QUIET, env: { ...process.env,
		    PLACE_FROM: String(this.place?.number ?? 0) } }

		if (this.place) {
			execFileSync(MAKE_OFFICE, ["make", this.data, PASSWORD],
			    quiet)
			execFileSync(MAKE_OFFICE, ["evaluate", this.data,
			    PERIOD], quiet)
			return
		}
		cpSync(fixture ? template(`office-${today()}`, makeOffice) :
		    template(`demo-${this.months}-${this.until}-${today()}`,
		    data => simulate(data, this.months, this.until)),
		    this.data, { recursive: true })
		if (fixture)	/* they open now, and their tasks run from now */
			execFileSync(MAKE_OFFICE,
			    ["evaluate", this.data, PERIOD], QUIET)
	}

	/* What routes.awk makes of routes.tsv. */
	routes(what) {
		return execFileSync("awk", ["-f", `${SRCDIR}/cgi-bin/routes.awk`,
		    "-v", `what=${what}`, "-v", `run=${this.folder}/run`,
		    "-v", `share=${this.folder}`,
		    "-v", `logs=${this.folder}/log/access.log`,
		    "-v", `prefix=${this.prefix}`, "-v", `rate=${this.rate}`,
		    `${SRCDIR}/cgi-bin/routes.tsv`], { encoding: "utf8" })
	}

	/* Nothing outlives this process: a program is killed with it, and what
	 * has processes of its own runs under a guard. */
	start(name, command, args, { env = this.env, guarded = false } = {}) {
		const before = guarded ? [`${BUILDDIR}/tests/guard`, "0"] :
		    ["setpriv", "--pdeathsig", "KILL"]
		const [first, ...rest] = [...before, command, ...args]
		const child = spawn(first, rest, { env, cwd: this.folder,
		    stdio: ["ignore", "ignore", "pipe"] })

		child.spawnfile = command
		child.words = ""
		child.stderr.on("data", text => { child.words += text })
		child.once("error", error => { child.words += error.message })
		child.once("exit", code => {
			if (!this.closing)
				console.log(`# ${name} has ended (${code}): ${child.words}`)
		})
		this.children.push(child)
		return child
	}

	/* One program at its socket, or at one of another name; it is `ready`
	 * when it listens. */
	startProgram(name, at = name) {
		const path = `${this.folder}/run/${at}.sock`
		const child = this.start(name, `${BUILDDIR}/libexec/${name}`, [],
		    { env: { ...this.env, SOPAP_SOCKET: path } })

		child.ready = until(child, { path }).then(() =>
		    chmodSync(path, 0o666))
		this.programs.set(at, child)
		return child
	}

	async startPrograms() {
		await Promise.all(this.routes("programs").trim().split("\n")
		    .map(name => this.startProgram(name).ready))
	}

	async open() {
		await this.make()
		const child = await this.server.start(this)

		if (child !== undefined)
			await until(child, { host: "127.0.0.1", port: this.port })
		return this
	}

	/* End what was started, in reverse; every program is to end well. */
	async close() {
		this.closing = true
		for (const child of this.children.reverse()) {
			const ended = new Promise(resolve =>
			    child.once("exit", resolve))

			if (runs(child)) {
				child.kill("SIGTERM")
				await ended
			}
		}
		this.remove()
	}

	/* Rows of a query as objects; ids exceed a double, so ask for them
	 * as text. */
	query(sql) {
		if (this.place)
			return this.psql(`SELECT coalesce(json_agg(q), '[]')
			    FROM (${sql}) q`)
		const out = execFileSync("sqlite3", ["-readonly", "-json",
		    `${this.data}/office.db`, sql], { encoding: "utf8" })

		return out === "" ? [] : JSON.parse(out)
	}

	/* The JSON that a statement answers on the server. */
	psql(sql) {
		const big = /([:[,]\s*)(-?\d{16,})/g	/* beyond a double */

		return JSON.parse(execFileSync("psql", ["-X", "-q", "-t", "-A",
		    "-c", sql, this.place.address], { encoding: "utf8" })
		    .replace(big, '$1"$2"') || "[]")
	}

	/* Change rows as a program might; what the engine complains of. */
	change(sql) {
		if (this.place) {
			this.psql(sql)
			return ""
		}
		return execFileSync("sqlite3", [`${this.data}/office.db`, sql],
		    { encoding: "utf8" })
	}

	one(sql) {
		return Object.values(this.query(sql)[0] ?? {})[0]
	}

	/* The same past the triggers, as no program would. */
	tamper(sql) {
		if (this.place)
			return this.change(`SET session_replication_role = replica;
			    ${sql}`)
		const triggers = this.query(`SELECT 'DROP TRIGGER ' || name AS sql
		    FROM sqlite_master WHERE type = 'trigger'`)

		return this.change([...triggers.map(t => t.sql), sql].join(";"))
	}

	/* So many letters wait at a row: 3 for a review, 4 for a signature. */
	letters(number, row = 3) {
		execFileSync(MAKE_OFFICE, ["letters", this.data, `${number}`,
		    `${row}`], QUIET)
	}

	/* Somebody holds a role in a unit, from a minute ago on. */
	hold(login, role, unit) {
		execFileSync(MAKE_OFFICE, ["hold", this.data, login, role, unit],
		    QUIET)
	}

	/* The office's own command: exit code and words. */
	sopap(...args) {
		try {
			return { code: 0, text: execFileSync(
			    `${BUILDDIR}/lib/tool/sopap`, ["--data", this.data,
			    ...(this.place ? ["--database", this.place.address] :
			    []), ...args], { encoding: "utf8", env: this.env,
			    stdio: ["ignore", "pipe", "pipe"] }) }
		} catch (error) {
			return { code: error.status, text: error.stdout +
			    error.stderr }
		}
	}

	visitor() {
		return new Visitor(this)
	}

	/* Somebody at a browser of their own; logged in once. */
	async login(login) {
		this.people[login] ??= new Visitor(this).logIn(login)
		return this.people[login]
	}
}

/* One part of a multipart/form-data body (RFC 7578). */
function packPart(boundary, name, value) {
	const head = `--${boundary}\r\n` +
	    `Content-Disposition: form-data; name="${name}"`

	if (value.data === undefined)
		return Buffer.from(`${head}\r\n\r\n${value}\r\n`)
	return Buffer.concat([Buffer.from(`${head}; filename="${value.name}"` +
	    `\r\nContent-Type: ${value.type}\r\n\r\n`), value.data,
	    Buffer.from("\r\n")])
}

/* One browser with its cookies. */
class Visitor {
	constructor(office) {
		this.office = office
		this.cookies = new Map()
	}

	keep(lines) {
		const path = `; Path=${this.office.prefix || "/"};`

		for (const line of lines) {
			if (!line.includes(path))
				ok(false, `a cookie for elsewhere: ${line}`)
			const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)

			if (/max-age=0/i.test(line) || value === "")
				this.cookies.delete(name)
			else
				this.cookies.set(name, value)
		}
	}

	/* One request, no redirect followed. */
	async ask(method, path, body = null, type = null) {
		const headers = {}

		if (this.cookies.size > 0)
			headers.cookie = [...this.cookies].map(([name, value]) =>
			    `${name}=${value}`).join("; ")
		if (type !== null)
			headers["content-type"] = type
		const answer = await this.office.server.ask(this.office,
		    { method, path, headers, body })

		this.keep(answer.cookies)
		const page = new Page(path, answer, this.office.prefix)

		if (page.strays.length > 0)
			ok(false, `${path} leads out of the site: ${page.strays}`)
		return page
	}

	/* A page, after all redirects. */
	async get(path) {
		let page = await this.ask("GET", path)

		for (let hops = 0; page.status === 303 && hops < 5; hops++)
			page = await this.ask("GET", page.location)
		if (page.doubles.length > 0)
			ok(false, `${page.path}: ids given twice: ${page.doubles}`)
		return page
	}

	/* Send entries as a form does: the answer itself, not what follows. */
	async post(path, entries, multipart = false) {
		if (!multipart)
			return this.ask("POST", path, Buffer.from(
			    new URLSearchParams(entries).toString()),
			    "application/x-www-form-urlencoded")
		const boundary = `----sopap${"x".repeat(24)}`
		const parts = entries.map(([name, value]) => packPart(boundary,
		    name, value))

		return this.ask("POST", path, Buffer.concat([...parts,
		    Buffer.from(`--${boundary}--\r\n`)]),
		    `multipart/form-data; boundary=${boundary}`)
	}

	/* Press a button of a form. */
	press(page, form, aksi, given = {}) {
		if (form === undefined)
			throw new Error(`no form for ${aksi} at ${page.path} ` +
			    `(${page.status} ${page.heading}; ${page.errors})`)
		const entries = form.entries(given)

		if (!form.has("aksi") && aksi !== null && !("aksi" in given))
			entries.push(["aksi", aksi])
		return this.post(form.action ?? page.path, entries,
		    form.multipart)
	}

	async logIn(login) {
		const page = await this.get("/masuk")
		const answer = await this.press(page, page.forms.find(f =>
		    f.has("nip")), null, { nip: login, "kata-sandi":
		    this.office.password })

		ok(answer.status === 303, `${login} logs in`)
		this.login = login
		return this
	}
}

/* A file to upload. */
export function file(name, data, type = "application/pdf") {
	return { name, type, data: Buffer.from(data) }
}

const SMALL_PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
xref
0 4
0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n0000000101 00000 n \ntrailer<</Size 4/Root 1 0 R>>
startxref
164
%%EOF
`

/* The smallest PDF that opens. */
export function pdf(name = "surat.pdf") {
	return file(name, SMALL_PDF)
}

/* With months of history until today, or another day; below `prefix`, or ""
 * where the site has its host for itself; `conf` gives more lines
 * of sopap.conf, of the office's folder; `templates` makes folders of templates
 * before the usual ones there ("FOLDER:"); `env` more variables of its
 * programs. */
export async function openOffice(server, { months = 0, until,
    conf = () => [], templates = () => "", prefix = "/layanan",
    rate = 10000, env = {} } = {}) {
	return new Office(server, { months, until, conf, templates, prefix,
	    rate, env })
	    .open()
}
