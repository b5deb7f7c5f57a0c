/*
 * acts.mjs - the acts that are harmed: an application with its document, a
 * claim, a review that forwards, a draft with its file, an approval with the
 * signed letter, a delivery of that letter.  A case is walked through once, and
 * every act of it kept: the request as it came, the folder before, the changes
 * of files.
 */
import { execFileSync } from "node:child_process"
import { statSync } from "node:fs"
import { makePlan, readTable, walk } from "../web/plan.mjs"
import { SERVERS } from "../web/servers.mjs"
import { readJournal } from "./disk.mjs"
import { listFiles, shim } from "./faults.mjs"

const SLUG = "sigap-magang-penelitian"

/*
 * The requests in their order: name, address, answer.  A document comes by a
 * request of its own before the act that names it (`first`), and is there when
 * that act succeeds.
 */
export const WANTED = [
	{ name: "document", path: /^\/mulai\/.*\/2$/, status: 303, first: true },
	{ name: "send", path: /^\/mulai\/.*\/periksa$/, status: 303 },
	{ name: "claim", path: /^\/periksa\//, word: "ambil", status: 303 },
	{ name: "review", path: /^\/periksa\//, word: "selesai", status: 303 },
	{ name: "draft", path: /^\/susun\//, word: "filename=", status: 303 },
	{ name: "letter", path: /^\/setujui\//, word: "selesai", status: 200,
	    first: true },
	{ name: "approve", path: /^\/setujui\//, word: "kirim", status: 303 },
	{ name: "deliver", path: /^\/serahkan\//, word: "surat_balasan-lama",
	    status: 303, full: true },
]

/* The PDFs of walk.mjs are alike: all but one would be stored already. */
function makeDifferent(asked, n) {
	const text = asked.body.toString("latin1")

	return { ...asked, body: Buffer.from(text.replaceAll("%%EOF\n",
	    `%%EOF\n% ${n}\n`), "latin1") }
}

/* Fill the log of the database, so that the next commit takes it over. */
function fillLog(office) {
	const frames = statSync(`${office.data}/office.db-wal`).size / 4120
	const left = Math.max(0, Math.floor((4 << 20) / 4120 - frames) - 4)
	const turn = "UPDATE installation SET value = '+' || value;\n" +
	    "UPDATE installation SET value = substr(value, 2);\n"

	execFileSync("sqlite3", ["-cmd", ".dbconfig no_ckpt_on_close on",
	    `${office.data}/office.db`], { stdio: ["pipe", "ignore", "inherit"],
	    input: "PRAGMA synchronous = OFF;\nPRAGMA wal_autocheckpoint = 0;\n" +
	    turn.repeat(left / 2) })
}

class Act {
	constructor(office, wanted, asked) {
		Object.assign(this, wanted, { office, asked, root: office.data,
		    copy: `${office.folder}/before-${wanted.name}` })
	}

	/* Do it for the first time: keep the folder as it was, and what is
	 * changed. */
	async record() {
		const path = `${this.office.folder}/journal-${this.name}`

		if (this.full)
			fillLog(this.office)
		this.had = this.office.one("SELECT count(*) FROM events")
		execFileSync("cp", ["-a", this.root, this.copy])
		const answer = await this.ask(shim(this.root,
		    { FAULT_JOURNAL: path }))

		this.has = this.office.one("SELECT count(*) FROM events")
		this.journal = readJournal(path)
		this.after = listFiles(this.root)
		if (answer.status !== this.status)
			throw new Error(`${this.name}: ${answer.status}`)
		return answer
	}

	ask(env) {
		const { env: usual, folder, prefix } = this.office

		return SERVERS.cgi.ask({ folder, prefix, env: { ...usual, ...env } },
		    this.asked)
	}

	async run(env) {
		return (await this.ask(env)).status === this.status
	}

	/* The number of events when the office is whole, else -1. */
	events() {
		const verify = this.office.sopap("verify", "--files")
		const rebuild = this.office.sopap("rebuild", "--check")

		if (verify.code === 0 && rebuild.code === 0)
			return Number(/(\d+) kejadian/.exec(verify.text)[1])
		console.log(`# ${verify.text} ${rebuild.text}`)
		return -1
	}

	async judge(acknowledged) {
		const had = this.events()
		const wrong = []

		if (had !== this.had && had !== this.has)
			wrong.push("torn")
		if (acknowledged && had < this.has)
			wrong.push("lost")
		return [...wrong, ...await this.repeat(acknowledged)]
	}

	/* The same request again, then the one that needs it. */
	async repeat(acknowledged) {
		const answers = []

		if (!(acknowledged && this.next))
			answers.push(await this.run({}))
		if (this.next)
			answers.push(await this.next.run({}))
		const missed = acknowledged && this.next ? "lost" : "again"
		const { has } = this.next ?? this
		const got = this.events()

		if (got > has)
			return ["doubled"]
		return got < has || answers.includes(false) ? [missed] : []
	}
}

/* Walk a case through an office that is there as plain CGI; its acts. */
export async function recordActs(office) {
	const acts = []
	let posts = 0

	office.server = { ask: async (_, asked) => {
		const wanted = WANTED[acts.length]

		if (asked.method === "POST")
			asked = makeDifferent(asked, ++posts)
		if (asked.method !== "POST" || !wanted?.path.test(asked.path) ||
		    !asked.body.includes(wanted.word ?? ""))
			return SERVERS.cgi.ask(office, asked)
		const act = new Act(office, wanted, asked)

		if (acts.at(-1)?.first)
			acts.at(-1).next = act
		acts.push(act)
		return act.record()
	} }
	await walk(office, SLUG, makePlan(readTable().get(SLUG),
	    { refuseAt: -1 }))
	return acts
}
