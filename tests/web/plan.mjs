/*
 * plan.mjs - what the signed table says must happen in a case: every row from
 * the first to the last, with one return at every row that has one, or with a
 * refusal at one row; and a walk that does just that and reports what the
 * history says.
 */
import { readFileSync } from "node:fs"
import { begin, doerOf, find, finish, openTasks, take } from "./walk.mjs"

const { SRCDIR } = process.env

/* The rows of every SOP, from the table. */
export function readTable() {
	const [head, ...lines] = readFileSync(
	    `${SRCDIR}/tests/data/sop-steps.tsv`, "utf8").trim().split("\n")
	    .map(line => line.split("\t"))
	const sops = new Map()

	for (const line of lines) {
		const row = Object.fromEntries(head.map((name, i) =>
		    [name, line[i]]))

		if (!sops.has(row.sop))
			sops.set(row.sop, [])
		sops.get(row.sop).push(row)
	}
	return sops
}

/* Rows are addressed by place; printed numbers may skip. */
function placeOf(rows, no) {
	return rows.findIndex(row => row.no === no) + 1
}

/* Who does a row, one a task; `cast` names persons where a role will not do:
 * a relation, an officer named in the form. */
function doers(rows, pos, cast) {
	const { performer } = rows[pos - 1]
	const [relation, no] = performer.split(":")

	if (cast[pos])
		return [cast[pos]]
	if (relation === "setiap")
		return [no]
	if (relation === "same-as")
		return doers(rows, placeOf(rows, no), cast)
	return performer.split("+").map(role => role === "layanan" ? "sistem" :
	    role.split("|")[0])
}

function kindOfForward(rows, pos) {
	return rows[pos - 1].kind === "download" ? "download" : "forward"
}

/* The row after this one in a case's path; 0 at the end. */
function after(rows, pos) {
	const next = rows.findIndex((row, i) => i >= pos &&
	    row.kind !== "evaluate") + 1

	return rows[pos - 1].kind === "archive" ? 0 : next
}

/*
 * The acts of a case in order, { pos, who, kind }.  Without `refuseAt` every
 * row that may send back does so the first time, to its usual row.
 */
export function makePlan(rows, { refuseAt = 0, cast = {} } = {}) {
	const acts = []
	const returned = new Set()
	let last = 0

	for (let pos = 1; pos !== 0;) {
		const row = rows[pos - 1]
		const [first] = doers(rows, pos, cast)

		if (pos === refuseAt) {
			const [to, end] = row.refuse.split(",")

			acts.push({ pos, who: first, kind: "refuse" })
			if (end !== undefined)
				last = placeOf(rows, to)
			pos = last || after(rows, pos)
		} else if (refuseAt === 0 && row.return_to !== "" &&
		    !returned.has(pos)) {
			returned.add(pos)
			acts.push({ pos, who: first, kind: "return" })
			pos = placeOf(rows, row.return_to.split(",")[0])
		} else {
			for (const who of doers(rows, pos, cast))
				acts.push({ pos, who, kind: acts.length === 0 ?
				    "start" : kindOfForward(rows, pos) })
			pos = pos === last ? 0 : after(rows, pos)
		}
	}
	return acts
}

const WANTED = { forward: "teruskan", download: "teruskan",
    return: "kembali", refuse: "tolak" }

async function doAct(office, caseId, act, applicant, later) {
	const tasks = openTasks(office, caseId)
	const task = tasks.find(t => t.pos === act.pos &&
	    (tasks.length === 1 || doerOf(t, "") === act.who))

	if (task === undefined)
		throw new Error(`row ${act.pos} is not open for ${act.who}, but ` +
		    tasks.map(t => `${t.pos} ${t.performer}`))
	const person = applicant ?? await office.login(act.who)
	const page = await take(person, await find(person, task))
	const answer = await finish(person, page, WANTED[act.kind], later)

	if (answer.status !== (act.kind === "download" ? 200 : 303))
		throw new Error(`row ${act.pos} by ${act.who}: ` +
		    `${answer.status} ${answer.heading}: ${answer.errors}`)
}

/* Do what the plan says, each act by who is to do it; the case's id. */
export async function walk(office, slug, acts, options = {}) {
	const [first, ...rest] = acts
	const publicly = first.who === "pemohon"
	const person = publicly ? office.visitor() :
	    await office.login(first.who)

	await begin(person, slug, { ...options, publicly })
	const caseId = office.one(`SELECT CAST(id AS TEXT) FROM cases
	    WHERE evaluation = 0 AND parent_id IS NULL
	    ORDER BY number DESC LIMIT 1`)

	for (const act of rest)
		if (act.who !== "sistem")
			await doAct(office, caseId, act,
			    act.who === "pemohon" ? person : null,
			    options.later)
	return caseId
}

/* Plan and history in the same words. */
export function planLines(acts) {
	return acts.map(({ pos, who, kind }) => `${pos} ${kind} ${who}`)
}

export function historyLines(office, caseId) {
	return history(office, caseId)
	    .filter(({ kind }) => !["claim", "present",
	    "outside-back"].includes(kind))
	    .map(({ pos, kind, who }) => `${pos} ${kind} ${who}`)
}

export function history(office, caseId) {
	return office.query(`
	    SELECT e.seq, e.kind, t.pos, t.outcome, e.recorded_at AS recorded,
	           e.occurred_at AS occurred, e.capacity,
	           CASE e.actor_kind WHEN 'system' THEN 'sistem'
	               WHEN 'applicant' THEN 'pemohon' ELSE p.login END AS who
	      FROM events e
	      LEFT JOIN tasks t ON t.id = e.task_id
	      LEFT JOIN people p ON p.id = e.actor_id
	     WHERE (e.stream = ${caseId} OR e.stream = (SELECT c.id
	         FROM cases c JOIN tasks f ON f.case_id = c.id
	         WHERE c.parent_id = ${caseId} ORDER BY f.pos, c.number LIMIT 1))
	       AND e.kind NOT IN ('child', 'children')
	     ORDER BY e.stream <> ${caseId}, e.seq`)
}
