/*
 * matrix-t.mjs - every route, for everybody, by every method: what is answered
 * is what tests/web/matrix.tsv says, and nothing has changed afterwards.
 *
 * A route of routes.tsv without a line fails.  With MATRIX=write in the
 * environment the table is written anew, to be looked through.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { openOffice } from "./office.mjs"
import { makePlan, readTable, walk } from "./plan.mjs"
import { openTasks } from "./walk.mjs"
import { done, is, ok } from "./tap.mjs"

const { SRCDIR } = process.env
const TABLE = `${SRCDIR}/tests/web/matrix.tsv`
const METHODS = ["GET", "HEAD", "POST"]
const office = await openOffice("nginx")

/* The columns of the table: nobody, operators of the institution whose request
 * it is and of another, the performer of its step, another role of its SOP,
 * another unit, the right lihat-semua, an administrator; an officer who
 * came to his counter by PIN. */
const PEOPLE = [null, "admin-user", "admin-user-2", "admin-kanwil",
    "duta-sigap", "kasi-izin-tinggal", "jft-analis-kepegawaian", "admin",
    "petugas-entry-scan-kanim"]

async function makeCase(slug, acts) {
	const plan = makePlan(readTable().get(slug)).filter(act =>
	    act.kind !== "return")
	const id = await walk(office, slug, plan.slice(0, acts))

	return { id, task: openTasks(office, id)[0].id,
	    file: office.one(`SELECT CAST(id AS TEXT) FROM documents
	    WHERE case_id = ${id}`) ?? "7" }
}

/* All that acts leave behind. */
function traces() {
	return JSON.stringify(office.query(`
	    SELECT (SELECT count(*) FROM events) AS events,
	           (SELECT count(*) FROM cases) AS cases,
	           (SELECT count(*) FROM documents) AS documents,
	           (SELECT count(*) FROM holders) AS holders,
	           (SELECT count(*) FROM absences) AS absences,
	           (SELECT sum(version) FROM tasks) AS versions`))
}

/* The token that the person's forms carry; nobody has one that counts. */
async function tokenOf(visitor) {
	const page = await visitor.get("/sop")

	return page.forms.find(f => f.has("csrf"))?.control("csrf").first ?? ""
}

const request = await makeCase("sigap-magang-penelitian", 1)
const elsewhere = await makeCase("keimigrasian-wna", 2)
const named = { BERKAS: request.id, LANGKAH: request.task,
	DOKUMEN: request.file, BERKAS2: elsewhere.id,
	LANGKAH2: elsewhere.task, DOKUMEN2: elsewhere.file,
	ORANG: office.one(`SELECT CAST(id AS TEXT) FROM people
	WHERE login = 'petugas-layanan'`) }

office.tamper(`INSERT INTO rights (id, role_id, word, letter_no, from_at)
    SELECT 7, id, 'lihat-semua', '', 0 FROM roles
    WHERE slug = 'jft-analis-kepegawaian'`)

/* An act that no page knows, with the token of the session: what is refused
 * then is refused for the person's sake, or because the act is none. */
async function ask(visitor, token, method, path) {
	const address = path.replace(/\{(\w+)\}/g, (_, name) => named[name])

	return (method === "POST" ? await visitor.post(address,
	    [["csrf", token], ["aksi", "tidak-ada"]]) :
	    await visitor.ask(method, address)).status
}

const lines = readFileSync(TABLE, "utf8").split("\n")
const rows = lines.filter(line => /^\//.test(line))
    .map(line => line.split("\t"))
const routes = readFileSync(`${SRCDIR}/cgi-bin/routes.tsv`, "utf8")
    .split("\n").filter(line => /^\//.test(line))
    .map(line => line.split("\t")[0])
const missing = routes.filter(path => METHODS.some(method =>
    !rows.some(([at, by]) => at === path && by === method)))

ok(missing.length === 0, `every route has its lines: ${missing}`)
const before = traces()
const got = new Map(rows.map(([path, method]) => [`${path}\t${method}`, []]))
for (const [i, login] of PEOPLE.entries()) {
	const visitor = login === null ? office.visitor() :
	    await office.login(login)
	if (i === PEOPLE.length - 1)
		office.tamper("UPDATE sessions SET by_pin = 1")
	const token = await tokenOf(visitor)

	/* The way out is the last that is asked. */
	for (const [path, method] of [...rows.filter(r => r[0] !== "/keluar"),
	    ...rows.filter(r => r[0] === "/keluar")])
		got.get(`${path}\t${method}`).push(await ask(visitor, token,
		    method, path))
}
if (process.env.MATRIX === "write")
	writeFileSync(TABLE, lines.map(line => /^\//.test(line) ?
	    [...line.split("\t").slice(0, 2),
	    ...got.get(line.split("\t").slice(0, 2).join("\t"))].join("\t") :
	    line).join("\n"))
else
	for (const [path, method, ...wanted] of rows)
		is(got.get(`${path}\t${method}`).join(" "), wanted.join(" "),
		    `${method} ${path}`)
is(traces(), before, "nothing was done")
await office.close()
done()
