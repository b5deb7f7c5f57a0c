/*
 * root-t.mjs - a site that has its host for itself, where all other tests over
 * HTTP live below a prefix: from the home page to the letter of a case, behind
 * each server.
 */
import { openOffice } from "./office.mjs"
import { historyLines, makePlan, planLines, readTable, walk } from "./plan.mjs"
import { done, is, ok, same } from "./tap.mjs"

const SLUG = "sigap-magang-penelitian"

/* What anybody sees, as it comes: no prefix is cut off it. */
async function checkHome(office, name) {
	const person = office.visitor()
	const page = await person.get("/")
	const [, css] = /href="([^"]*app-[^"]*\.css)"/.exec(page.text)

	is(page.status, 200, `${name}: the home page`)
	ok(page.links.includes("/masuk") && page.links.includes("/ajukan"),
	    "...with its ways from the root")
	is((await person.ask("GET", "/kotak-masuk")).location,
	    "/masuk?kembali=%2Fkotak-masuk", "...to the log-in and back")
	is((await person.ask("GET", "/layanan/masuk")).status, 404,
	    "...and no other name")
	if (name !== "cgi")
		is((await person.ask("GET", css)).status, 200,
		    "...and its style sheet")
}

/* A case by those whose turn it is, and what the applicant takes away. */
async function checkCase(office, name) {
	const plan = makePlan(readTable().get(SLUG))
	const caseId = await walk(office, SLUG, plan)
	const person = await office.login("admin-user")
	const page = await person.get(`/berkas/${caseId}`)
	const letter = await person.get(page.links.findLast(href =>
	    href.startsWith("/dokumen/")))

	same(historyLines(office, caseId), planLines(plan),
	    `${name}: ${plan.length} acts`)
	is(letter.headers["content-type"], "application/pdf",
	    "...and a letter")
	is(letter.text.slice(0, 5), "%PDF-", "...whole")
}

for (const name of ["nginx", "apache", "cgi"]) {
	const office = await openOffice(name, { prefix: "" })

	try {
		await checkHome(office, name)
		if (name === "nginx")
			await checkCase(office, name)
	} finally {
		await office.close()
	}
}
done()
