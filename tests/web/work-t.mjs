/*
 * work-t.mjs - every figure of a report leads to the work behind it: the list
 * counts what the figure says, of a sealed month and of the one that runs; who
 * sees less of it is told so.
 */
import { openOffice } from "./office.mjs"
import { done, is, ok, same } from "./tap.mjs"

const office = await openOffice("nginx", { months: 2 })
const LISTS = { p: "roles", s: "sops", l: "rows", u: "units" }

/* "1.234" as a number. */
function whole(text) {
	return Number(text.replaceAll(".", ""))
}

/* The links of a report's figures and rows: address, and the words of those
 * that are a cell or a figure. */
function figures(page) {
	return [...page.text.matchAll(
	    /(<td>|<dd[^>]*>|<em>▼ )?<a (?:class="govuk-link" )?href="(kerja\?[^"]*)">([^<]*)<\/a>/g)]
	    .map(([, cell, href, text]) => ({
		href: href.replaceAll("&amp;", "&"),
		text: cell === undefined ? "" : text }))
}

/* What the report's own data say of an address. */
function value(data, query) {
	const at = Object.keys(LISTS).find(name => query.has(name))
	const part = at === undefined ? data.office : data[LISTS[at]]
	    .find(p => p.key === query.get(at))

	return query.get("a").split("+").reduce((sum, name) =>
	    sum + Math.max(part[name], 0), 0)
}

/* How many a list counts, shows, and does not show. */
function counted(page) {
	const seen = /Menampilkan [\d–.]* dari ([\d.]+)/.exec(page.text)

	return { all: whole(/id="dihitung">([\d.]+) /.exec(page.text)[1]),
		listed: seen === null ? 0 : whole(seen[1]),
		rows: page.text.split("<th scope=\"row\">").length - 1,
		hidden: page.text.includes("di luar wewenang Anda"),
		differs: page.text.includes("Laporan mencatat") }
}

/* The numbers that a cell says: "12", "103 dari 110"; a share says none. */
function numbers(text) {
	return /^[\d.]+( dari [\d.]+)?$/.test(text) ?
	    text.split(" dari ").map(whole) : []
}

/* All figures of the page; or one of each kind. */
async function agrees(who, path, every) {
	const report = await who.get(path)
	const data = JSON.parse((await who.get(`${path}angka.json`)).text)
	const links = figures(report)
	const faults = []
	const lists = new Map()

	is(report.status, 200, `${path} is there`)
	for (const { href, text } of links) {
		const wanted = value(data, new URLSearchParams(
		    href.slice(href.indexOf("?"))))

		if (numbers(text).length > 0 && !numbers(text).includes(wanted))
			faults.push(`${href}: ${text}, not ${wanted}`)
		lists.set(href, wanted)
	}
	const kinds = new Set()
	for (const [href, wanted] of lists) {
		const kind = new URLSearchParams(href.slice(href.indexOf("?")))
		    .get("a")

		if (!every && kinds.has(kind))
			continue
		kinds.add(kind)
		const page = await who.get(path + href)
		const n = page.status === 200 ? counted(page) : {}

		if (n.all !== wanted || n.listed !== wanted || n.differs ||
		    n.rows !== Math.min(wanted, 25))
			faults.push(`${href}: ${wanted}, but ${page.status} ` +
			    JSON.stringify(n))
	}
	same(faults, [], `${path}: ${links.length} links, ${lists.size} lists`)
	ok(lists.size > 40, "...are many")
	ok((report.text.match(/app-figures__value"><a/g) ?? []).length >= 4,
	    "...the figures at the top among them")
}

/* The month before is sealed, that of today runs. */
const [sealed] = office.query("SELECT max(month) AS month FROM months")
const all = await office.login("kakanwil")

await agrees(all, `/laporan/${sealed.month}/`, true)
await agrees(all, `/laporan/${sealed.month}/dikoreksi/`, false)
await agrees(all, `/laporan/${sealed.month}/keimigrasian-wna/`, false)
const open = office.query(`SELECT strftime('%Y-%m', max(opened_at) + 25200,
    'unixepoch') AS month FROM cases`)[0].month
if (open !== sealed.month)
	await agrees(all, `/laporan/${open}/`, false)

/* Of an official who sees some of it, all that is listed opens. */
const some = await office.login("layanan")
const path = `/laporan/${sealed.month}/kerja?a=done%2Blate_open`
const wide = counted(await all.get(path))
const page = await some.get(path)
const narrow = counted(page)

is(narrow.all, wide.all, "who sees less has the same number")
ok(narrow.listed < wide.listed && narrow.listed > 0 && narrow.hidden,
    "...fewer in the list, which says so")
ok(!wide.hidden, "...and says it to nobody else")
for (const href of new Set(page.links.filter(l => /^\/berkas\/\d/.test(l))))
	if ((await some.get(href)).status !== 200)
		ok(false, `${href} is listed and cannot be seen`)
is((await some.get(`/laporan/${sealed.month}/kerja?a=own_median`)).status,
    404, "what is no count has no list")
is((await some.get(`/laporan/${sealed.month}/kerja?a=done&p=x`)).status,
    404, "nor has a part that is not there")
is((await some.get(`/laporan/${sealed.month}/kerja/lagi`)).status, 404,
    "nor is there anything below")
await office.close()
done()
