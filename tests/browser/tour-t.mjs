/*
 * tour-t.mjs - the tour of the README, click by click: each of its numbered
 * lines names who logs in, between backquotes, and between asterisks what is
 * pressed, in this order; fields that are asked for are filled in before a
 * button is pressed.  Both READMEs name the same.
 */
import { readFileSync } from "node:fs"
import { openOffice, pdf } from "../web/office.mjs"
import { today } from "../web/walk.mjs"
import { is, ok } from "../web/tap.mjs"
import { people } from "./desk.mjs"
import { done, light, status } from "./kit.mjs"

const { SRCDIR } = process.env

/* -- what a README tells ------------------------------------------------------ */

function read(name) {
	const text = readFileSync(`${SRCDIR}/${name}`, "utf8")
		.split(/^## /m)[1]
	const steps = [...text.matchAll(/^\d+\. (.*(?:\n {3}.*)*)/gm)]

	return steps.map(([, step]) => ({
		logins: [...step.matchAll(/`([^`]*)`/g)].map(m => m[1]),
		labels: [...step.replaceAll(/\s+/g, " ")
		    .matchAll(/(?<!\*)\*([^*]+)\*(?!\*)/g)].map(m => m[1]),
	}))
}

const PARTICIPANT = /"([^"]*)", "([^"]*)", "([^"]*)"/.exec(
    readFileSync(`${SRCDIR}/README.md`, "utf8")).slice(1)

/* -- filling in ------------------------------------------------------------- */

/* A value for each kind of field, by the name that the SOP gives it. */
function value(name, type) {
	const year = `${new Date().getFullYear() + 1}`

	/* A letter, a meeting: today in the office. */
	if (/surat|rapat|^tanggal-/.test(name) && /-(hari|bulan|tahun)$/.test(name))
		return today(name.split("-").pop())
	if (/-hari$/.test(name))
		return /selesai/.test(name) ? "30" : "2"
	if (/-bulan$/.test(name))
		return /selesai/.test(name) ? "april" : "2"
	if (/-tahun$/.test(name))
		return year
	if (type === "tel")
		return "0812-3456-7890"
	const part = ["nama", "nomor", "prodi"].findIndex(end =>
	    name === `peserta-1-${end}`)

	if (part !== -1)
		return PARTICIPANT[part]
	return `Contoh ${name.replaceAll("_", " ")}`
}

/* What the form of a button still asks for. */
async function fill(form) {
	for (const input of await form.locator("input:visible," +
	    "textarea:visible, input[type=radio], input[type=checkbox]," +
	    "input[type=file]").all()) {
		const [name, type, needed] = await input.evaluate(e => [e.name,
			e.type, e.closest("fieldset, .govuk-form-group")
			    ?.textContent.includes("(opsional)") !== true])

		if (!needed || name === "")
			continue
		if (type === "file") {
			if (await input.evaluate(e => e.files.length) === 0)
				await input.setInputFiles({ name: "surat.pdf",
					mimeType: "application/pdf",
					buffer: pdf().data })
		} else if (type === "checkbox") {
			if (/^persetujuan/.test(name))
				await input.check()
		} else if (type === "radio") {
			if (await form.locator(`[name="${name}"]:checked`)
				.count() === 0)
				await input.check()
		} else if (await input.inputValue() === "")
			await input.fill(value(name, type))
	}
}

/* -- pressing --------------------------------------------------------------- */

/* The control of this name: as it stands; the link of a line of a list; or one
 * that has it within. */
async function control(page, name) {
	const line = page.getByRole("row").filter({ hasText: name })
		.getByRole("link")

	for (const exact of [true, false]) {
		for (const role of ["radio", "checkbox", "button", "link",
			"textbox"]) {
			const found = page.getByRole(role, { name, exact })

			if (await found.count() > 0)
				return [role, found.first()]
		}
		if (await line.count() > 0)
			return ["link", line.first()]
	}
	throw new Error(`nothing is called ${name} at ${page.url()}:\n` +
	    await page.locator("body").innerText())
}

async function press(visitor, name) {
	const { page } = visitor
	const [role, found] = await control(page, name)

	if (role === "radio" || role === "checkbox")
		return found.check()
	if (role === "textbox")
		return found.fill("Contoh isi")
	if (role === "button") {
		const form = page.locator("form").filter({ has: found })

		if (await form.count() > 0)
			await fill(form)
	}
	if (/^Unduh/.test(name) && role === "button") {
		const coming = page.waitForEvent("download")

		await found.click()
		return ok((await (await coming).suggestedFilename())
		    .endsWith(".pdf"), "the letter comes as a PDF")
	}
	const arrived = page.waitForEvent("load")

	await found.click()
	await arrived
	ok(status(visitor) === 200, `${name}: ${await page.title()}`)
	if (process.env.TOUR)
		console.log("# " + (await page.locator("body").innerText())
		    .replaceAll("\n", "\n# "))
}

/* -- the walk ---------------------------------------------------------------- */

const steps = read("README.md")

ok(steps.length > 5, `${steps.length} steps`)
is(JSON.stringify(read("README.id.md")), JSON.stringify(steps),
    "README.id.md tells the same steps")

const office = await openOffice("nginx", { months: 2 })
const at = people(office, { script: true })

for (const { logins: [login], labels } of steps) {
	const visitor = await at(login ?? "")

	await visitor.page.goto(login === undefined ? "/" : "/kotak-masuk")
	for (const label of labels)
		await press(visitor, label)
	console.log(`# ${login}: ${labels.join(", ")}`)
}
is(office.one(`SELECT count(*) FROM cases WHERE state = 'ended'
    AND subject LIKE '%${PARTICIPANT[0]}%'`), 1,
"the request of the tour is closed")
is(office.one("SELECT count(*) FROM months"), 2, "both months are sealed")
is(office.one(`SELECT count(*) FROM tasks WHERE open = 1
    AND performer = 'kakanwil'`), 0, "the head has nothing left to do")
await light(await at("kakanwil"), "the last page")
await done()
await office.close()
