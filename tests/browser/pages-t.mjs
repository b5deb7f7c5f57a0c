/*
 * pages-t.mjs - every page a link leads to, in an office with two months of
 * work behind it: as the public, an operator, an official and an administrator
 * see it.
 */
import { openOffice } from "../web/office.mjs"
import { is, ok } from "../web/tap.mjs"
import { crawler } from "./crawl.mjs"
import { people, says } from "./desk.mjs"
import { done, stand, status } from "./kit.mjs"

const office = await openOffice("nginx", { months: 1 })
const at = people(office, { script: true })
const { crawl, kind, links, seen } = crawler(office, at)

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

/* A side of the first border that a selector finds. */
function border(page, selector, side) {
	return page.locator(selector).first().evaluate((e, side) => {
		const s = getComputedStyle(e)

		return `${s[`border-${side}-color`]} ` +
		    s[`border-${side}-style`]
	}, side)
}

/* In forced colours a transparent border is painted like text: what tells tabs,
 * rows and arrows apart names its colours. */
async function forced() {
	const { page } = await at("tu")
	const shown = []

	await page.goto("/kotak-masuk?tab=peran")
	await page.emulateMedia({ forcedColors: "active" })
	const canvas = `${await page.evaluate(() => {
		document.body.style.color = "Canvas"
		return getComputedStyle(document.body).color
	})} solid`

	is(await border(page, ".app-tabs__item:not(.app-tabs__item--current)",
	    "bottom"), canvas, "forced colours: no line below the other tabs")
	ok(await border(page, ".app-tabs__item--current", "bottom") !== canvas,
	    "... but below the current one")
	for (const bar of ["", "app-bar app-bar--late", "app-bar app-bar--soon"]) {
		await page.locator("tbody tr").first().evaluate((e, bar) => {
			e.className = bar
		}, bar)
		shown.push(await border(page, "tbody tr > :first-child", "left"))
	}
	is(shown[0], canvas, "... no bar at a row with time")
	is(new Set(shown).size, 3, "... two at late and nearly late ones")
	await page.goto("/sop/sigap-magang-penelitian")
	is(await page.locator(".app-flow__arrow").first().evaluate(e =>
	    getComputedStyle(e).forcedColorAdjust), "none",
	    "... an arrow has a head")
	if (process.env.SHOTS)
		await page.screenshot({ path: `${process.env.SHOTS}/forced.png` })
	await page.emulateMedia({ forcedColors: null })
}

await crawl("", "/", stand)
await crawl("unsri", "/", stand)
await crawl("tu", "/kotak-masuk", stand)
await crawl("admin", "/admin", stand)
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
await forced()
await done()
await office.close()
