/*
 * crawl.mjs - every kind of page of an office that a link leads to, from where
 * somebody begins; `look` sees each once, whoever came there.
 *
 *	const { crawl, seen } = crawler(office, people(office, ...))
 *	await crawl("tu", "/kotak-masuk", stand)
 */
import { is } from "../web/tap.mjs"
import { status } from "./kit.mjs"

export function crawler(office, at) {
	const seen = new Set()

	/* Pages that differ only by a number, a role or values asked for are
	 * alike, and so are an SOP's and the help for everybody. */
	function kind(who, address) {
		const url = new URL(address)
		const path = url.pathname.slice(office.prefix.length)
			.replace(/\d+/g, "N").replace(/^(\/admin\/(peran|sop)\/)(?!baru$).+/, "$1...")
		const same = /^\/(sop\/|bantuan)/.test(path)

		return [same ? "" : who || "siapa pun", path,
			...url.searchParams.keys(), url.searchParams.get("tab") ?? ""].join(" ").trim()
	}

	/* Links that lead to pages; the others bring files. */
	async function links(visitor) {
		const found = await visitor.page.locator("a[href]")
			.evaluateAll(all => all.map(a =>
			a.href.split("#")[0]))

		const file = /\/dokumen\/|\.pdf(\?|$)|\/kalender\/(versi\/|ekspor)|[.=](csv|json|xes)$/

		return found.filter(href => href.startsWith(office.site) &&
		    !file.test(href) && !/urut=|arah=|bahasa=/.test(href))
	}

	async function crawl(who, start, look) {
		const visitor = await at(who)
		const todo = [office.site + start]

		for (const address of todo) {
			const name = kind(who, address)

			if (seen.has(name))
				continue
			seen.add(name)
			await visitor.page.goto(address)
			is(status(visitor), 200, `${name}: there`)
			if (await visitor.page.evaluate(
			    "document.contentType") === "text/html")
				await look(visitor, name)
			else	/* for text the browser wants a favicon.ico */
				visitor.noise.splice(0)
			todo.push(...(await links(visitor)).filter(href =>
			    !seen.has(kind(who, href))))
		}
	}

	return { crawl, kind, links, seen }
}
