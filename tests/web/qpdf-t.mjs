/*
 * qpdf-t.mjs - the office's machine has no qpdf: a PDF is taken and held, the
 * sender is not blamed, and it is looked at when qpdf is there.  Something lies
 * over the program, for this test alone.
 */
import { execFileSync, spawnSync } from "node:child_process"
import { file, openOffice, pdf } from "./office.mjs"
import { done, is, ok } from "./tap.mjs"
import { begin } from "./walk.mjs"

const SLUG = "sigap-magang-penelitian"
const QPDF = execFileSync("sh", ["-c", "command -v qpdf"],
    { encoding: "utf8" }).trim()

function isolated(...command) {
	return spawnSync("unshare", ["--map-root-user", "--mount", ...command],
	    { stdio: "inherit", env: { ...process.env, ISOLATED: "yes" } })
}

function hide() {
	execFileSync("mount", ["--bind", "/dev/null", QPDF])
}

function unhide() {
	execFileSync("umount", [QPDF])
}

if (process.env.ISOLATED === undefined) {
	if (isolated("true").status !== 0) {
		console.log("1..0 # skip no namespace of our own")
		process.exit(0)
	}
	process.exit(isolated(process.execPath, process.argv[1]).status ?? 1)
}

const office = await openOffice("cgi")
const applicant = await office.login("admin-user")
const admin = await office.login("admin")

/* A page as often as a tick comes by. */
function tick() {
	execFileSync("sqlite3", [`${office.data}/office.db`,
	    "DELETE FROM leases"])
	return office.sopap("tick")
}

function documentOf(name) {
	return office.one(`SELECT CAST(id AS TEXT) FROM documents
	    WHERE name = '${name}'`)
}

async function state(name) {
	return (await applicant.get(`/dokumen/${documentOf(name)}`)).status
}

hide()
await begin(applicant, SLUG, { given: { surat: pdf("utuh.pdf") } })
await begin(applicant, SLUG, { given: { surat: file("rusak.pdf",
    "%PDF-1.4\nini bukan PDF\nstartxref\n9\n%%EOF\n", "application/pdf") } })

const held = await applicant.get(`/dokumen/${documentOf("utuh.pdf")}`)

is(held.status, 409, "without qpdf a PDF is taken, but given to nobody")
ok(/kantor belum dapat memeriksanya/.test(held.text),
    "...since the office could not look at it")
const seen = await (await office.login("admin-kanwil")).get(`/berkas/${office.one(`SELECT CAST(case_id AS
    TEXT) FROM documents WHERE name = 'utuh.pdf'`)}`)

ok(/bukan kesalahan Anda/.test(seen.text), "the sender is not blamed")
ok(!/Simpan ulang/.test(seen.text), "...nor sent away")
const system = await admin.get("/admin/sistem")

ok(/qpdf tidak ada: dokumen PDF yang masuk tertahan/.test(system.text),
    "an administrator sees the cause")
ok(/Pasang paket qpdf/.test(system.text), "...and the remedy")
ok(/belum diperiksa pemeriksa PDF \(qpdf\)/.test((await admin.get(
    "/admin/dokumen")).text), "...and which files wait")
is(tick().code, 0, "a tick without qpdf")
is(await state("utuh.pdf"), 409, "...changes nothing")

unhide()
const { text } = tick()

ok(/dokumen tertahan diperiksa/.test(text), `with it they are looked at`)
is(await state("utuh.pdf"), 200, "a good one is let go")
is(await state("rusak.pdf"), 409, "...a damaged one is not")
ok(/menemukan kerusakan|menemukan akhir/.test((await admin.get(
    "/admin/dokumen")).text), "...which is listed")
is(office.sopap("verify").code, 0, "the history is whole")
await office.close()
done()
