/*
 * words-t.mjs - nothing is wider than a phone, whatever is typed: an office
 * whose subjects, names, reasons, notes, institutions, files, roles, units and
 * SOPs are words without an end, addresses, Chinese, emoji and Arabic.  Every
 * page is looked at 320 and 360 px wide, and with text at twice its size.
 */
import { openOffice } from "../web/office.mjs"
import { ok } from "../web/tap.mjs"
import { crawler } from "./crawl.mjs"
import { people } from "./desk.mjs"
import { done, fits } from "./kit.mjs"

/* None has a blank; each has 80 letters or more. */
const WORDS = ["Pertanggungjawaban".repeat(5),
	"https://contoh.example/" + "a".repeat(40) + "?x=" + "B".repeat(40),
	"研究生实习申请".repeat(12),
	"👩‍🔬🏽🧑‍🎓".repeat(20),
	"التدريبالعمليوالبحث".repeat(5)]

const office = await openOffice("nginx", { months: 1 })

/* One of the words by the id of the row; `end` keeps what must be unique. */
const pick = (end = "''", id = "id") => `CASE abs(${id}) % ${WORDS.length} ` +
    WORDS.map((word, i) => `WHEN ${i} THEN '${word}'`).join(" ") +
    ` END || ${end}`

/* The texts of an SOP's rows. */
function written(yaml) {
	let n = 0

	return yaml.replace(/^( {4}(?:kegiatan|kelengkapan|keluaran): )(?:>-\n(?: {6,}.*\n)+|.*\n)/gm,
	    (all, key) => `${key}"${WORDS[n++ % WORDS.length]}"\n`)
}

function fill() {
	const texts = { cases: ["subject", "applicant"], people: ["name"],
		roles: ["name"], units: ["name"], parties: ["name"],
		complaints: ["name", "body", "answer"], surveys: ["note"],
		messages: ["subject", "body"], letters: ["addressee", "holder"] }
	const sql = Object.entries(texts).flatMap(([table, columns]) =>
	    columns.map(c => `UPDATE ${table} SET ${c} = ${pick("''",
	    table === "surveys" ? "case_id" : "id")} WHERE ${c} <> ''`))

	for (const one of [...sql,
		`UPDATE institutions SET name = ${pick("id")}`,
		`UPDATE documents SET name = ${pick("'.pdf'")}`,
		...["reason", "note"].map(key => `UPDATE event_data SET payload
		    = json_set(payload, '$.${key}', ${pick("''", "seq")})
		    WHERE json_extract(payload, '$.${key}') IS NOT NULL`),
		...office.query(`SELECT CAST(id AS TEXT) AS id, yaml
		    FROM sop_versions`).map(v => `UPDATE sop_versions SET yaml =
		    '${written(v.yaml).replaceAll("'", "''")}'
		    WHERE id = ${v.id}`)])
		office.tamper(one)
}

fill()

const at = people(office, { script: true })
const { crawl, seen } = crawler(office, at)

for (const [who, start] of [["", "/"], ["unsri", "/"], ["tu", "/kotak-masuk"],
	["admin", "/admin"]])
	await crawl(who, start, fits)
ok(seen.size > 60, `${seen.size} kinds of pages`)
await done()
await office.close()
