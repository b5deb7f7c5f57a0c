/*
 * sops-t.mjs - each of the eleven SOPs goes from its first row to its last over
 * HTTP, through a real nginx, by the right people one after the other: once
 * with a return at every row that has one, and once for every row that may
 * refuse.  At the end the history says so, and stands every check.
 */
import { openOffice, PERIOD } from "./office.mjs"
import { history, historyLines, makePlan, planLines, readTable, walk }
    from "./plan.mjs"
import { doerOf, find, finish, openTasks, take } from "./walk.mjs"
import { done, is, ok, same } from "./tap.mjs"

const began = Math.floor(Date.now() / 1000)
const office = await openOffice("nginx")
const sops = readTable()

/* SKP: row 5 names the employee, whose superior checks. */
const CASTS = { skp: { 6: "jfu-2", 7: "jfu-2",
    8: "kasubbag-program-pelaporan", 9: "kasubbag-program-pelaporan" } }

/* Who acts as themselves, not as holders of a role. */
const NAMED = new Set(["sistem", "pemohon"])

/* The id of a login. */
function idOf(login) {
	return office.one(`SELECT CAST(id AS TEXT) FROM people
	    WHERE login = '${login}'`)
}

/* Only the rest of an SKP is left: those who did rows 2 and 4 have children of
 * their own, whose rows are done by whoever is to do them. */
async function walkRest(caseId) {
	for (;;) {
		const [task] = openTasks(office, caseId)

		if (task === undefined)
			return
		const person = await office.login(doerOf(task, ""))
		const answer = await finish(person, await take(person,
		    await find(person, task)), "teruskan")

		if (answer.status !== 303)
			throw new Error(`row ${task.pos}: ${answer.errors}`)
	}
}

/* Numbered without gaps, in order of time, now, by holders. */
function checkTimes(caseId, name) {
	const events = history(office, caseId)
	const ended = Math.floor(Date.now() / 1000)

	ok(events.every((e, i) => e.seq === i + 1 && e.recorded >= began &&
	    e.recorded <= ended && e.occurred === e.recorded &&
	    (i === 0 || e.recorded >= events[i - 1].recorded)),
	    `${name}: ${events.length} events, each at its time`)
	ok(events.every(e => e.capacity === (NAMED.has(e.who) ? "" :
	    "definitif")), `${name}: each by a holder of the role`)
}

/* Every visit closed as its act said. */
function checkOutcomes(caseId, name) {
	const wrong = history(office, caseId).filter(e =>
	    !["claim", "present", "outside-back"].includes(e.kind) &&
	    e.outcome !== (e.kind === "start" ? "forward" : e.kind) &&
	    !(e.kind === "forward" && e.outcome === "end"))

	is(wrong.map(e => `${e.pos} ${e.kind}: ${e.outcome}`).join(), "",
	    `${name}: every visit has its outcome`)
}

async function checkWalk(slug, rows, refuseAt, result) {
	const name = refuseAt === 0 ? slug :
	    `${slug}, refused at row ${rows[refuseAt - 1].no}`
	const plan = makePlan(rows, { refuseAt, cast: CASTS[slug] })
	const caseId = await walk(office, slug, plan, slug === "skp" ?
	    { given: { peserta: idOf("eselon-iii") },
	    later: { pegawai: idOf("jfu-2") } } : {})

	if (slug === "skp")
		await walkRest(caseId)

	same(historyLines(office, caseId), planLines(plan),
	    `${name}: ${plan.length} acts, as the table says`)
	/* Parent and child have numbers of their own. */
	if (slug !== "skp")
		checkTimes(caseId, name)
	checkOutcomes(caseId, name)
	is(office.one(`SELECT state || ' ' || result FROM cases
	    WHERE id = ${caseId}`), `ended ${result}`, `${name}: ${result}`)
}

/* The row of the month is a case of its own, opened by the office. */
async function checkEvaluation(slug, rows) {
	const row = rows.find(r => r.kind === "evaluate")
	const [task] = office.query(`
	    SELECT CAST(t.id AS TEXT) AS id, t.kind, t.performer, c.period,
	           CAST(c.id AS TEXT) AS "caseId"
	      FROM tasks t JOIN cases c ON c.id = t.case_id
	      JOIN sop_versions v ON v.id = c.version_id
	      JOIN sops s ON s.id = v.sop_id
	     WHERE c.evaluation = 1 AND s.slug = '${slug}'`)
	const person = await office.login(row.performer)
	const page = await take(person, await find(person, task))
	const answer = await finish(person, page, "teruskan")

	is(task.period, PERIOD, `${slug}: row ${row.no} is open for a month`)
	is(answer.status, 303, `${slug}: row ${row.no} is done`)
	is(office.one(`SELECT state || ' ' || result FROM cases
	    WHERE id = ${task.caseId}`), "ended done", "...and the month's case")
	checkTimes(task.caseId, `${slug}, row ${row.no}`)
}

/* A row of the history is changed behind the programs' back. */
function checkTamper() {
	const text = office.tamper(`UPDATE events SET occurred_at = occurred_at - 60
	    WHERE (stream, seq) = (SELECT stream, seq FROM events WHERE kind =
		'return' ORDER BY stream DESC, seq DESC LIMIT 1)`)

	is(text, "", "an event was tampered with")
	const { code, text: words } = office.sopap("verify")

	ok(code !== 0, "sopap verify finds it")
	ok(/1 kesalahan/.test(words), "...and nothing else")
}

try {
	for (const [slug, rows] of sops) {
		await checkWalk(slug, rows, 0, "done")
		for (const [i, row] of rows.entries())
			if (row.refuse !== "")
				await checkWalk(slug, rows, i + 1, "refused")
		if (rows.some(row => row.kind === "evaluate"))
			await checkEvaluation(slug, rows)
	}
	is(office.one("SELECT count(*) FROM tasks WHERE open = 1"), 0,
	    "nothing is left to do")
	const verify = office.sopap("verify")

	is(verify.code, 0, `sopap verify: ${verify.text.trim()}`)
	const rebuild = office.sopap("rebuild", "--check")

	is(rebuild.code, 0, `sopap rebuild --check: ${rebuild.text.trim()}`)
	checkTamper()
} finally {
	await office.close()
}
done()
