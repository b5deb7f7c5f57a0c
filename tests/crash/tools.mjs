/*
 * tools.mjs - what keeps an office is harmed: a backup over an earlier one, a
 * restore over a used office, an upgrade to a later release (sopap-next), the
 * destruction of archives whose list was approved.  The office has four requests,
 * the earlier backup three.
 */
import { execFileSync, spawn } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync }
    from "node:fs"
import { tmpdir } from "node:os"
import { readJournal } from "./disk.mjs"
import { listFiles, putBack, shim } from "./faults.mjs"

const { BUILDDIR, SRCDIR } = process.env
const SOPAP = `${BUILDDIR}/lib/tool/sopap`
const NEXT = `${BUILDDIR}/tests/tool/sopap-next`
const USED = `${BUILDDIR}/tests/archive/used`
const SCHEMAS = readdirSync(`${SRCDIR}/lib/store/schema`)
    .filter(name => name.endsWith(".sql")).length
const OLD = 3
const NEW = 4

/* The end and the words of a program. */
function run(program, args, env = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, { env: { ...process.env,
		    LC_MESSAGES: "id_ID.UTF-8", ...env },
		    stdio: ["ignore", "pipe", "pipe"] })
		let text = ""

		child.stdout.on("data", part => { text += part })
		child.stderr.on("data", part => { text += part })
		child.once("error", reject)
		child.once("close", code => resolve({ code, text }))
	})
}

class Tool {
	constructor(folder, name) {
		this.name = name
		this.folder = folder
		this.root = `${folder}/root`
		this.copy = `${folder}/before-${name}`
		this.data = `${this.root}/data`
		this.backup = `${this.root}/backup`
		this.env = { SOPAP_CONF: `${folder}/sopap.conf` }
	}

	sopap(...args) {
		return run(SOPAP, ["--data", this.data, ...args], this.env)
	}

	async record() {
		const path = `${this.folder}/journal-${this.name}`

		execFileSync("cp", ["-a", this.root, this.copy])
		if (!await this.run(shim(this.root, { FAULT_JOURNAL: path })))
			throw new Error(`${this.name} is not done`)
		this.journal = readJournal(path)
		this.after = listFiles(this.root)
		putBack(this)
	}

	async run(env) {
		const { code, text } = await this.act(env)

		if (env.LD_PRELOAD === undefined && code !== 0)
			console.log(`# ${text}`)
		return code === 0
	}

	/* Requests in an office that is whole; -1: it is not; 0: there is none. */
	async requests(data = this.data, program = SOPAP) {
		if (!existsSync(`${data}/office.db`))
			return 0
		const verify = await run(program, ["--data", data, "verify",
		    "--files"], this.env)
		const rebuild = await run(program, ["--data", data, "rebuild",
		    "--check"], this.env)

		if (verify.code === 0 && rebuild.code === 0)
			return Number(/(\d+) berkas/.exec(rebuild.text)[1])
		this.words = verify.text + rebuild.text
		return -1
	}

	/* Requests in the backup; -1: it cannot be restored. */
	async kept() {
		const { code, text } = await this.sopap("restore", "--dry-run",
		    this.backup)

		if (code === 0)
			return Number(/^Berkas +(\d+)/m.exec(text)[1])
		this.words = text
		return -1
	}

	torn(found, allowed) {
		if (allowed.includes(found))
			return []
		console.log(`# ${found} requests: ${this.words}`)
		return ["torn"]
	}
}

/* There is the earlier backup or the new one, at any time. */
class Backup extends Tool {
	act(env) {
		return run(SOPAP, ["--data", this.data, "backup", this.backup],
		    { ...this.env, ...env })
	}

	async judge(acknowledged) {
		const found = await this.kept()
		const wrong = this.torn(found, [OLD, NEW])

		if (acknowledged && found !== NEW)
			wrong.push("lost")
		wrong.push(...this.torn(await this.requests(), [NEW]))
		if (!await this.run({}) || await this.kept() !== NEW)
			wrong.push("again")
		return wrong
	}
}

/* There is the office of before, that of the backup, or none, which nobody
 * begins anew; in the end the one of before is beside the other. */
class Restore extends Tool {
	act(env) {
		return run(SOPAP, ["--data", this.data, "restore", this.backup],
		    { ...this.env, ...env })
	}

	async judge(acknowledged) {
		const found = await this.requests()
		const wrong = this.torn(found, [0, OLD, NEW])

		if (acknowledged && found !== OLD)
			wrong.push("lost")
		if (found === 0 && (await this.sopap("--share",
		    `${SRCDIR}/lib`, "init")).code === 0)
			wrong.push("lost")
		wrong.push(...this.torn(await this.kept(), [OLD]))
		if (!await this.run({}) || await this.requests() !== OLD)
			wrong.push("again")
		return [...wrong, ...await this.beside()]
	}

	async beside() {
		const found = []

		for (const name of readdirSync(this.data))
			if (name.startsWith("lama-"))
				found.push(await this.requests(
				    `${this.data}/${name}`))
		return found.filter(n => n === NEW).length === 1 ? [] : ["lost"]
	}
}

/* The office is whole for the release of its schema, or between two steps, which
 * no release opens; it becomes one of the later release. */
class Upgrade extends Tool {
	act(env) {
		return run(NEXT, ["--data", this.data, "upgrade", "--backup",
		    `${this.root}/before`], { ...this.env, ...env })
	}

	/* One of the two files of sopap-next is done, and all is consistent. */
	isBetween() {
		return execFileSync("sqlite3", [`${this.data}/office.db`,
		    "PRAGMA user_version; PRAGMA integrity_check"],
		    { encoding: "utf8" }) === `${SCHEMAS + 1}\nok\n`
	}

	async judge(acknowledged) {
		const later = await this.requests(this.data, NEXT)
		const wrong = later === NEW || this.isBetween() ? [] :
		    this.torn(await this.requests(), [NEW])

		if (acknowledged && later !== NEW)
			wrong.push("lost")
		if (!await this.run({}) ||
		    await this.requests(this.data, NEXT) !== NEW)
			wrong.push("again")
		return wrong
	}
}

/* Each archive of the approved list is whole or destroyed, under a history that
 * verifies; a later run goes on with the rest. */
class Destroy extends Tool {
	act(env) {
		return run(SOPAP, ["--data", this.data, "tick", "--yes"],
		    { ...this.env, ...env })
	}

	sql(text) {
		return execFileSync("sqlite3", [`${this.data}/office.db`, text],
		    { encoding: "utf8" })
	}

	count(condition) {
		return Number(this.sql("SELECT count(*) FROM disposal_cases " +
		    `WHERE ${condition}`))
	}

	left() {
		return this.count("done = 0")
	}

	/* Those that are destroyed and have a document, or are not and have
	 * none. */
	half() {
		return this.count("documents > 0 AND done = EXISTS (SELECT 1 " +
		    "FROM documents d WHERE d.case_id = disposal_cases.case_id)")
	}

	/* The minute also opens the evaluations of the months since. */
	async isWhole() {
		return await this.requests() >= NEW
	}

	async judge(acknowledged) {
		const wrong = await this.isWhole() ? [] : ["torn"]

		if (this.half() !== 0)
			wrong.push("torn")
		if (acknowledged && this.left() !== 0)
			wrong.push("lost")
		/* A minute later the lease of the run that ended is over. */
		this.sql("DELETE FROM leases")
		if (!await this.run({}) || this.left() !== 0 ||
		    this.half() !== 0 || !await this.isWhole())
			wrong.push("again")
		return wrong
	}
}

/* Backup, restore, upgrade and destruction of one office, each recorded;
 * `folder` is made, and goes with the process. */
export async function recordTools() {
	const folder = mkdtempSync(`${tmpdir()}/sopap-crash-`)

	process.once("exit", () => rmSync(folder, { recursive: true,
	    force: true }))
	const tools = [new Backup(folder, "backup"),
	    new Restore(folder, "restore"), new Upgrade(folder, "upgrade"),
	    new Destroy(folder, "destroy")]

	mkdirSync(tools[0].data, { recursive: true })
	writeFileSync(`${folder}/sopap.conf`, `data = ${tools[0].data}\n` +
	    "site = http://localhost\n", { mode: 0o600 })
	execFileSync(USED, ["make", tools[0].data])
	await tools[0].run({})
	execFileSync(USED, ["more", tools[0].data])
	for (const tool of tools) {
		if (tool.name === "destroy")
			execFileSync(USED, ["end", tool.data])
		await tool.record()
	}
	return tools
}
