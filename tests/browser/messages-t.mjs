/*
 * messages-t.mjs - what an applicant is sent leads to the letter; the states of
 * messages on the page of the case.
 */
import { execFileSync } from "node:child_process"
import { openOffice } from "../web/office.mjs"
import { makePlan, readTable, walk } from "../web/plan.mjs"
import { is, ok } from "../web/tap.mjs"
import { says, type } from "./desk.mjs"
import { done, heading, logIn, press, stand, status, visit } from "./kit.mjs"

const { BUILDDIR } = process.env
const SLUG = "izin-magang-penelitian"
const office = await openOffice("nginx", { conf: () =>
    ["mailbox_page = yes"] })

function messenger() {
	execFileSync(`${BUILDDIR}/reports/sopap-messenger`, [], {
		env: office.env, stdio: "ignore", timeout: 60000 })
}

async function mailbox(v) {
	await v.page.goto("/kotak-surat")
	is(status(v), 200, "the mailbox of a demo")
	await says(v, "Unduh surat: ", "... has the message with the link")
	await stand(v, "kotak-surat")
}

async function letter(v) {
	await v.page.getByRole("link", { name: /^Buka tautan/ }).first().click()
	await v.page.waitForURL(/\/tautan\//)
	is(await heading(v), "Surat Anda", "the link leads to the letter")
	await stand(v, "surat")
	await press(v, "button", "Unduh surat")
	is(status(v), 422, "which wants the number")
	await stand(v, "surat, salah")
	await type(v, "Empat angka terakhir nomor WhatsApp pemohon", "7890")
	const arrived = v.page.waitForEvent("download")

	await v.page.getByRole("button", { name: "Unduh surat" }).click()
	ok((await arrived).suggestedFilename().endsWith(".pdf"),
	    "... and gives it")
}

async function ofTheCase(caseId) {
	const v = await visit(office.site)

	await logIn(v, "petugas-layanan", office.password)
	await v.page.goto(`/perkara/${caseId}`)
	await says(v, "penyampaian tidak diketahui",
	    "what is not known is called so")
	await stand(v, "perkara, pesan")
}

const plan = makePlan(readTable().get(SLUG)).filter((act, i, all) =>
    act.kind !== "return" && act.kind !== "evaluate" &&
    all.findIndex(a => a.pos === act.pos && a.kind !== "return") === i)
const caseId = await walk(office, SLUG, plan)
const visitor = await visit(office.site)

messenger()
await mailbox(visitor)
await letter(visitor)
await ofTheCase(caseId)
await office.close()
await done()
