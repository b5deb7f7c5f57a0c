/*
 * pages-t.mjs - every page a link leads to, in an office with two months of
 * work behind it: as the public, an operator, an official and an administrator
 * see it.
 */
import { openOffice } from "../web/office.mjs"
import { is, ok } from "../web/tap.mjs"
import { people, says } from "./desk.mjs"
import { done, stand, status } from "./kit.mjs"

const office = await openOffice("nginx", { months: 1 })
const at = people(office, { script: true })
const seen = new Set()

/* Pages that differ only by a number, a role or values asked for are alike, and
 * so are an SOP's and the help for everybody. */
function kind(who, address) {
	const url = new URL(address)
	const path = url.pathname.slice(office.prefix.length).replace(/\d+/g, "N")
		.replace(/^(\/admin\/(peran|sop)\/)(?!baru$).+/, "$1...")
	const same = /^\/(sop\/|bantuan)/.test(path)

	return [same ? "" : who || "siapa pun", path, ...url.searchParams.keys(),
		url.searchParams.get("tab") ?? ""].join(" ").trim()
}

/* Links that lead to pages; the others bring files. */
async function links(visitor) {
	const found = await visitor.page.locator("a[href]").evaluateAll(all =>
		all.map(a => a.href.split("#")[0]))

	const file = /\/dokumen\/|\.pdf(\?|$)|\/kalender\/(versi\/|ekspor)|[.=](csv|json|xes)$/

	return found.filter(href => href.startsWith(office.site) &&
	    !file.test(href) && !/urut=|arah=|bahasa=/.test(href))
}

async function crawl(who, start) {
	const visitor = await at(who)
	const todo = [office.site + start]

	for (const address of todo) {
		const name = kind(who, address)

		if (seen.has(name))
			continue
		seen.add(name)
		await visitor.page.goto(address)
		is(status(visitor), 200, `${name}: there`)
		if (await visitor.page.evaluate("document.contentType") ===
		    "text/html")
			await stand(visitor, name)
		else		/* for text the browser wants a favicon.ico */
			visitor.noise.splice(0)
		todo.push(...(await links(visitor)).filter(href =>
		    !seen.has(kind(who, href))))
	}
}

/* A page that shows nothing, says no, or is for few. */
async function bare(who, path, wanted, part) {
	const visitor = await at(who)
	const name = `${who || "siapa pun"} ${path} (${wanted})`

	await visitor.page.goto(path)
	is(status(visitor), wanted, `${name}: status`)
	await says(visitor, part, `... saying ${part}`)
	await stand(visitor, name)
}

/* On paper there is nothing to press or to follow. */
// The label of a return lies in its cell, off the lines of the next row, on the
// screen and on paper.
async function labels(path) {
	const { page } = await at("")

	await page.goto(path)
	for (const media of ["screen", "print"]) {
		await page.emulateMedia({ media })
		is(await page.locator(".app-flow__label > span").evaluateAll(
		    all => all.filter(e => {
			const label = e.getBoundingClientRect()
			const cell = e.closest("td").getBoundingClientRect()

			return label.bottom > cell.bottom + 1 ||
			    label.top < (cell.top + cell.bottom) / 2 - 2
		    }).map(e => e.textContent).join()), "",
		`${path}: labels of returns are in their cells: ${media}`)
	}
	await page.emulateMedia({ media: null })
}

async function paper(who, path) {
	const { page } = await at(who)
	const off = ["nav a", "footer", "button", "input", "select",
		"textarea", "summary"].join(", ")

	await page.goto(path)
	if (/berkas/.test(path))
		await page.goto((await links(await at(who))).find(href =>
		    /\/berkas\/\d+$/.test(href)))
	const name = `${kind(who, page.url())} on paper`

	ok(await page.locator(off).evaluateAll(all =>
	    all.some(e => e.checkVisibility())), `${name}: not on the screen`)
	await page.emulateMedia({ media: "print" })
	is(await page.locator(off).evaluateAll(all => all.filter(e =>
	    e.checkVisibility()).map(e => e.outerHTML.slice(0, 80)).join()),
	    "", `${name}: navigation is hidden`)
	ok(await page.getByRole("heading", { level: 1 }).isVisible(),
	    "... and the rest is there")
	if (process.env.SHOTS)
		await page.pdf({ preferCSSPageSize: true, path:
		    `${process.env.SHOTS}/${name.replace(/\W+/g, "-")}.pdf` })
	await page.emulateMedia({ media: null })
}

await crawl("", "/")
await crawl("unsri", "/")
await crawl("tu", "/kotak-masuk")
await crawl("admin", "/admin")
ok(seen.size > 60, `${seen.size} kinds of pages`)

await bare("kadiv", "/kotak-masuk", 200, "Tidak ada tugas")
await bare("tu", "/kotak-masuk?cari=zz%3Cb%3E%26%22'", 200,
    "Tidak ada tugas yang cocok")
await bare("tu", "/berkas?cari=tidak-ada", 200, "Tidak ada")
await bare("tu", "/laporan?bulan=2020-01", 200, "2020")
await bare("tu", "/tidak-ada", 404, "Halaman tidak ditemukan")
await bare("", "/tidak-ada", 404, "Kode pelacakan")
await bare("tu", "/berkas/123", 404, "tidak ditemukan")
await bare("tu", "/admin", 403, "tidak memiliki akses")
await bare("admin", "/admin/jejak", 200, "Jejak")
for (const [path, title] of [["musnah", "Usul musnah"], ["masa-simpan",
    "Masa simpan"], ["data-pribadi", "Permintaan data pribadi"]])
	await bare("kadivmin", `/admin/${path}`, 200, title)
await bare("unsri", "/laporan", 403, "tidak memiliki akses")
await bare("unsri", "/mulai/skp", 403, "tidak memiliki akses")
await paper("tu", "/berkas")
await paper("", "/sop/sigap-magang-penelitian")
await labels("/sop/keimigrasian-wna")
await paper("tu", "/laporan")
await done()
await office.close()
