/*
 * faults.mjs - every harm at every change of a file, and what came of it.
 *
 * A subject is something that changes files: { name, root, copy, journal, run,
 * judge }.  `root` is the folder, `copy` another as it was before, `journal`
 * what one run changed (disk.mjs).  run(env) does it with more environment and
 * says whether it was acknowledged; judge(acknowledged) looks at the folder,
 * does it again, and names what is wrong: some of WRONGS.
 */
import { execFileSync } from "node:child_process"
import { rmSync } from "node:fs"
import { ALL, byChance, loadFolder, NOTHING } from "./disk.mjs"

const { BUILDDIR } = process.env
const SHIM = `${BUILDDIR}/tests/crash/fault.so`
export const WRONGS = ["torn", "lost", "doubled", "again"]

/* The environment of a program whose changes below `root` are counted. */
export function shim(root, more = {}) {
	return { LD_PRELOAD: SHIM, FAULT_DIR: root, ...more }
}

export function putBack({ copy, root }) {
	rmSync(root, { recursive: true, force: true })
	execFileSync("cp", ["-a", copy, root])
}

/* The files below a folder and their sums.  Not of SQLite's index, of counters,
 * which are mapped, of locks: of the database and of the turns of children. */
export function listFiles(root) {
	return execFileSync("sh", ["-c", "cd \"$1\" && find . -type f " +
	    "! -name '*-shm' ! -name 'metrics*' ! -name '*-lock' " +
	    "! -name 'turn-*' -exec sha256sum {} + | sort -k 2", "sh", root],
	    { encoding: "utf8" })
}

function running(fault) {
	return async (subject, at) => {
		putBack(subject)
		return subject.run(shim(subject.root, { FAULT: fault,
		    FAULT_AT: String(at) }))
	}
}

/* The run was whole, and the power is lost at one of its changes, or right
 * after its answer. */
function losing(kept) {
	return async (subject, at) => {
		loadFolder(subject.copy, subject.root)
		    .after(subject.journal.slice(0, at - 1))
		    .write(subject.copy, subject.root, kept(at))
		return at > subject.journal.length
	}
}

/* Each: do it at change `at`; whether it was acknowledged. */
export const FAULTS = {
	kill: running("kill"),
	eio: running("eio"),
	enospc: running("enospc"),
	power: losing(() => NOTHING),
	"power 1": losing(at => byChance(at)),
	"power 2": losing(at => byChance(at + 1000)),
	"power 3": losing(at => byChance(at + 2000)),
}

/* How many places a fault has in a subject. */
export function places(subject, name) {
	return subject.journal.length + (name.startsWith("power") ? 1 : 0)
}

const tally = new Map()

function count(subject, name, acknowledged, wrong) {
	const key = `${subject.name}\t${name}`
	const row = tally.get(key) ?? { runs: 0, acknowledged: 0, torn: 0,
	    lost: 0, doubled: 0, again: 0 }

	row.runs++
	row.acknowledged += acknowledged
	for (const what of wrong)
		row[what]++
	tally.set(key, row)
}

/* One fault; what is wrong after it. */
export async function harm(subject, name, at) {
	const acknowledged = await FAULTS[name](subject, at)
	const wrong = await subject.judge(acknowledged)

	count(subject, name, acknowledged, wrong)
	if (wrong.length > 0)
		console.log(`# ${subject.name}, ${name} at change ${at}` +
		    `${acknowledged ? ", acknowledged" : ""}: ${wrong}`)
	return wrong
}

/* Nothing is lost by a whole run, nothing synced counts: what a test of this
 * kind has to notice. */
export async function forget(subject) {
	loadFolder(subject.copy, subject.root)
	    .after(subject.journal.filter(({ call }) => !call.startsWith("sync")))
	    .write(subject.copy, subject.root, NOTHING)
	return subject.judge(true)
}

/* What the journal tells of a whole run, to be compared with the folder. */
export function replay(subject) {
	loadFolder(subject.copy, subject.root).after(subject.journal)
	    .write(subject.copy, subject.root, ALL)
}

export function total() {
	return [...tally.values()].reduce((sum, { runs }) => sum + runs, 0)
}

export function table() {
	const rows = [...tally].map(([key, row]) => [...key.split("\t"),
	    ...Object.values(row)])

	for (const row of [["subject", "fault", "runs", "acknowledged",
	    ...WRONGS], ...rows])
		console.log(`# | ${row.map((cell, i) => i < 2 ?
		    String(cell).padEnd(i === 0 ? 10 : 8) :
		    String(cell).padStart(8)).join(" ")}`)
}
