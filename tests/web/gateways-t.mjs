/*
 * gateways-t.mjs - the internship SOP whole, through Apache with mod_proxy_fcgi
 * and with every program run as plain CGI: what a person gets and what the
 * history says are the same as behind nginx.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { openOffice } from "./office.mjs"
import { historyLines, makePlan, planLines, readTable, walk } from "./plan.mjs"
import { done, is, ok, same } from "./tap.mjs"

const { SRCDIR } = process.env
const SLUG = "sigap-magang-penelitian"

/* What only the server in front can get wrong. */
async function checkEdges(office, name) {
	const person = office.visitor()
	const page = await person.get("/masuk")
	const form = page.forms.find(f => f.has("nip"))
	const big = Buffer.alloc(102 * 1048576, 120)

	is((await person.get("/")).status, 200, `${name}: the front page`)
	is((await person.get("/tidak%20ada")).status, 404,
	    `${name}: an address with an escape`)
	is((await person.ask("HEAD", "/masuk")).body.length, 0,
	    `${name}: HEAD has no body`)
	is((await person.ask("GET", "/kotak-masuk?tab=peran")).location,
	    "/masuk?kembali=%2Fkotak-masuk%3Ftab%3Dperan",
	    `${name}: the query comes through`)
	is((await person.press(page, form, null, { nip: "x".repeat(70000),
	    "kata-sandi": "y" })).status, 422, `${name}: a long body`)
	is((await person.ask("POST", "/masuk", big,
	    "application/x-www-form-urlencoded")).status, 413,
	    `${name}: a body that is too large`)
}

async function checkStyle(office, name) {
	const person = office.visitor()
	const page = await person.get("/masuk")
	const [, css] = /href="([^"]*app-[^"]*\.css)"/.exec(page.text)
	const style = await person.ask("GET", css)

	is(style.status, 200, `${name}: the style sheet`)
	is(style.headers["content-type"].split(";")[0], "text/css",
	    "...as such")
	is(style.headers["cache-control"],
	    "public, max-age=31536000, immutable", "...for ever")
}

/* Every answer says what a browser may do with it, whoever gives it. */
async function checkHeaders(office, name) {
	const paths = readFileSync(`${SRCDIR}/cgi-bin/routes.tsv`, "utf8")
	    .split("\n").filter(line => line.startsWith("/"))
	    .map(line => line.split("\t")[0])
	const open = ["/", "/bantuan", "/sidik-jari", "/sop", "/ajukan",
	    "/kinerja"]
	const person = office.visitor()
	const wanted = { "content-security-policy": /default-src 'none'/,
	    "x-content-type-options": /^nosniff$/ }
	const ours = { ...wanted, "referrer-policy": /^same-origin$/,
	    "cross-origin-opener-policy": /^same-origin$/,
	    "cross-origin-resource-policy": /^same-origin$/,
	    "permissions-policy": /camera=\(\)/ }
	const lacks = (path, { headers }, list) =>
	    Object.entries(list).filter(([key, value]) =>
	    !value.test(headers[key] ?? "")).map(([key]) => `${path}: ${key}`)
	const missing = []

	for (const path of [...paths, "/tidak-ada"])
		missing.push(...lacks(path, await person.ask("GET", path),
		    { ...ours, "cache-control": open.includes(path) ?
		    /^private, no-cache$/ : /^no-store$/ }))
	is(missing.join("\n"), "", `${name}: every address says what a browser ` +
	    "may do, and what it may keep")
	if (name === "cgi")
		return
	const css = /href="([^"]*app-[^"]*\.css)"/.exec((await person.get(
	    "/masuk")).text)[1]

	is(lacks(css, await person.ask("GET", css), wanted).join("\n"), "",
	    `${name}: ...the style sheet, too`)
}

/* The site lives below its prefix: what is beside it is others' business. */
async function checkBeside(office, name) {
	const ask = (prefix, path) => office.server.ask(office,
	    { method: "GET", path, prefix, headers: {}, body: null })

	for (const path of ["/", "/masuk", "/layananx/masuk", "/x/layanan/masuk"]) {
		const answer = await ask("", path)

		ok([403, 404].includes(answer.status) &&
		    !answer.body.includes("kata-sandi"),
		    `${name}: ${path} is not ours: ${answer.status}`)
	}
	const bare = await ask("/layanan", name === "cgi" ? "?a=1" : "")

	ok(bare.status === 200 || bare.status === 301 &&
	    bare.headers.location === "/layanan/",
	    `${name}: the prefix without its / is the home`)
	is((await ask("/layanan", "//lain.example/")).status, 404,
	    "...and no host behind it a way out")
}

/* A log-in leads back to where one was in the site, and nowhere else. */
async function checkReturn(office, name) {
	for (const [asked, got] of [["/berkas?cari=a", "/berkas?cari=a"],
	    ["//lain.example/", "/kotak-masuk"],
	    ["https://lain.example/", "/kotak-masuk"],
	    ["/\\lain.example/", "/kotak-masuk"]]) {
		const person = office.visitor()
		const page = await person.get(
		    `/masuk?kembali=${encodeURIComponent(asked)}`)
		const answer = await person.press(page, page.forms.find(f =>
		    f.has("nip")), null, { nip: "kakanwil",
		    "kata-sandi": office.password })

		is(answer.location, got, `${name}: from ${asked} to ${got}`)
	}
}

/* What the command puts in force, the programs that run see. */
async function checkCalendar(office, name) {
	const admin = await office.login("admin")
	const file = `${office.folder}/kalender.yaml`
	const shown = async () =>
		(await admin.get("/admin/kalender")).text.includes("Jam lain")

	is(await shown(), false, `${name}: the calendar`)
	writeFileSync(file, `zona: Asia/Jakarta
pola: [{nama: Jam lain, senin: ["08:00-09:00"]}]
`)
	is(office.sopap("calendar", "set", file, "--as", "admin").code, 0,
	    "...changed")
	is(await shown(), true, "...is seen")
}

async function checkServer(name) {
	const office = await openOffice(name)
	const plan = makePlan(readTable().get(SLUG))

	try {
		same(historyLines(office, await walk(office, SLUG, plan)),
		    planLines(plan), `${name}: ${plan.length} acts`)
		is(office.sopap("verify").code, 0, `${name}: the chain holds`)
		await checkEdges(office, name)
		await checkHeaders(office, name)
		await checkBeside(office, name)
		await checkReturn(office, name)
		if (name !== "cgi")
			await checkStyle(office, name)
		await checkCalendar(office, name)
	} finally {
		await office.close()
	}
}

for (const name of ["nginx", "apache", "cgi"])
	await checkServer(name)
done()
