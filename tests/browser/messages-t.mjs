/*
 * messages-t.mjs - what an applicant is sent leads to the letter; the states of
 * messages on the page of the case.
 */
import { spawn } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"
import { createServer } from "node:http"
import { openOffice } from "../web/office.mjs"
import { makePlan, readTable, walk } from "../web/plan.mjs"
import { is, ok } from "../web/tap.mjs"
import { fetched, says, type } from "./desk.mjs"
import { done, heading, logIn, press, stand, status, visit } from "./kit.mjs"

const { SRCDIR, BUILDDIR } = process.env
const SLUG = "izin-magang-penelitian"
const office = await openOffice("nginx", { conf: () =>
    ["mailbox_page = yes"] })

/* The messenger, with further lines of its configuration. */
function messenger(lines = []) {
	const conf = `${office.folder}/messenger.conf`

	writeFileSync(conf, readFileSync(`${office.folder}/sopap.conf`, "utf8") +
	    lines.join("\n") + "\n", { mode: 0o600 })
	const child = spawn(`${BUILDDIR}/reports/messenger/sopap-messenger`, [], {
		env: { ...office.env, SOPAP_CONF: conf }, stdio: "ignore",
		timeout: 60000 })

	return new Promise(resolve => child.once("exit", resolve))
}

/* A provider that knows nobody. */
async function refuse() {
	const server = createServer((req, res) => res.writeHead(400).end(
	    JSON.stringify({ message: "no <such> number" })))

	await new Promise(resolve => server.listen(0, "127.0.0.1", resolve))
	writeFileSync(`${office.folder}/key`, "x\n", { mode: 0o600 })
	writeFileSync(`${office.folder}/wa.json`, JSON.stringify({
	    profile: `${SRCDIR}/reports/messenger/adapter/waha.json`,
	    settings: { base: `http://127.0.0.1:${server.address().port}` },
	    secrets: { key: `file:${office.folder}/key` } }), { mode: 0o600 })
	await messenger([`whatsapp = ${office.folder}/wa.json`])
	server.close()
}

async function mailbox(v) {
	await v.page.goto("/kotak-surat")
	is(status(v), 200, "the mailbox of a demo")
	await says(v, "Unduh surat: ", "... has the message with the link")
	await stand(v, "kotak-surat")
}

async function letter(v) {
	await v.page.locator("a[href*='/tautan/']").first().click()
	await v.page.waitForURL(/\/tautan\//)
	is(await heading(v), "Surat Anda", "the link leads to the letter")
	await stand(v, "surat")
	await press(v, "button", "Unduh surat")
	is(status(v), 422, "which wants the number")
	await stand(v, "surat, salah")
	await type(v, "Empat angka terakhir nomor WhatsApp pemohon", "7890")
	ok((await fetched(v)).endsWith(".pdf"),
	    "... and gives it")
}

async function ofTheCase(caseId) {
	const v = await visit(office.site)

	await logIn(v, "petugas-layanan", office.password)
	await v.page.goto(`/berkas/${caseId}`)
	await says(v, "penyampaian tidak diketahui",
	    "what is not known is called so")
	await stand(v, "berkas, pesan")
}

/* What did not arrive is told by somebody, and how is written down. */
async function undelivered() {
	const id = await walk(office, SLUG, plan.slice(0, 1))

	await refuse()
	const [task] = office.query(`SELECT CAST(id AS TEXT) AS id FROM tasks
	    WHERE case_id = ${id} AND side = 1`)
	const v = await visit(office.site)

	await logIn(v, "petugas-layanan", office.password)
	await v.page.goto(`/beritahu/${task.id}`)
	await press(v, "button", "Ambil tugas")
	await says(v, "Pesan ini tidak sampai: no <such> number",
	    "a message that did not arrive is a task")
	const link = v.page.getByRole("link", { name: /^Kirim lewat WhatsApp/ })

	ok((await link.getAttribute("href")).startsWith(
	    "https://wa.me/6281234567890?text=Permohonan%20Anda"),
	    "... with the message prepared")
	await stand(v, "pesan tidak sampai")
	await press(v, "button", "Catat sudah disampaikan")
	is(status(v), 422, "how it was told has to be said")
	await type(v, "Cara pemohon diberi tahu",
	    "Ditelepon pukul 10.15.")
	await press(v, "button", "Catat sudah disampaikan")
	is(office.one(`SELECT open FROM tasks WHERE id = ${task.id}`), 0,
	    "... then it is done")
	is(office.one(`SELECT pos FROM tasks WHERE case_id = ${id} AND open = 1`),
	    3, "... and the case is where it was")
	await v.page.goto(`/berkas/${id}`)
	await says(v, "Ditelepon pukul 10.15.", "... which the case tells")
	await says(v, "tidak sampai: no <such> number", "... with the reason")
}

const plan = makePlan(readTable().get(SLUG)).filter((act, i, all) =>
    act.kind !== "return" && act.kind !== "evaluate" &&
    all.findIndex(a => a.pos === act.pos && a.kind !== "return") === i)
const caseId = await walk(office, SLUG, plan)
const visitor = await visit(office.site)

await messenger()
await mailbox(visitor)
await letter(visitor)
await ofTheCase(caseId)
await undelivered()
await office.close()
await done()
