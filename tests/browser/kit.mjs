/*
 * kit.mjs - a browser for the tests, and what every page must stand.
 *
 * A test opens visitors, each a browser of its own with its own cookies, lets
 * them work, and calls stand() at every page it comes to: WCAG 2.2 AA and
 * best practice at 1280 and at 360 px, valid HTML, nothing wider than a phone
 * of 320 px, text at twice its size, every control reached by the Tab key and
 * seen there, a silent console, no other host, a light page.  Without scripts
 * a page is looked at as a phone shows it, and by keyboard.
 *
 *	SHOTS=FOLDER	also keeps a picture of each page there
 */
import { existsSync, mkdirSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { done as end, ok, skipAll } from "../web/tap.mjs"

const CHROMIUM = "/usr/bin/chromium-headless-shell"
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic",
	"--no-first-run", "--disable-background-networking",
	"--disable-component-update", "--disable-sync"]
const WEIGHT = 60 * 1024
const REPORT = 86 * 1024	/* each figure of a report is a link */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a",
	"wcag22aa", "best-practice"]
const PLACES = ["target-size", "scrollable-region-focusable",
	"link-in-text-block"]

/* -- what is needed ------------------------------------------------------ */

if (!existsSync(CHROMIUM))
	skipAll(`no ${CHROMIUM}`)
const modules = await Promise.all([import("playwright-core"),
	import("html-validate")]).catch(() =>
	skipAll("no modules: npm ci --prefix tests/browser"))
const { chromium } = modules[0]
const { HtmlValidate } = modules[1]
const axe = readFileSync(createRequire(import.meta.url)
	.resolve("axe-core/axe.min.js"), "utf8")
const validator = new HtmlValidate({
	extends: ["html-validate:recommended"],
	rules: {
		/* The templates' own way of writing, all of it valid. */
		"doctype-style": "off",
		"form-dup-name": "off",
		"long-title": "off",
		"no-trailing-whitespace": "off",
		"attribute-boolean-style": "off",
		"void-style": "off",
		"no-implicit-close": "off",
	},
})
const rules = await validator.getConfigFor("page.html")

/* Made anew for each page they take longer than the page. */
validator.getConfigFor = async () => rules

/* A check of many things: what is wrong is shown line by line. */
function clean(lines, name) {
	if (!ok(lines.length === 0, name))
		for (const line of lines)
			console.log(line.replace(/^/gm, "# "))
}

/* -- visitors -------------------------------------------------------------- */

let browser

/*
 * A browser window with its own cookies.  `script` false turns JavaScript off.
 * visitor.page is the page; visitor.noise gathers what no page may do.
 */
export async function visit(site, { script = true, scale = 1 } = {}) {
	browser ??= await chromium.launch({ executablePath: CHROMIUM,
		args: FLAGS })
	const context = await browser.newContext({ baseURL: site,
		javaScriptEnabled: script, acceptDownloads: true,
		deviceScaleFactor: scale,
		viewport: { width: 1280, height: 900 }, locale: "id-ID",
		timezoneId: "Asia/Jakarta" })
	if (script)
		await context.addInitScript(axe)
	const page = await context.newPage()
	const visitor = { page, context, script, site, noise: [], sent: [],
		weight: new Map() }

	/* An address that begins with "/" is the office's, below the site. */
	const go = page.goto.bind(page)

	page.goto = address => go(address.startsWith("/") ? site + address :
	    address)
	page.setDefaultTimeout(60000)
	page.on("console", m => /error|warning/.test(m.type()) &&
		!expected(visitor, m) && visitor.noise.push(m.text()))
	page.on("pageerror", e => visitor.noise.push("" + e))
	page.on("request", r => foreign(visitor, r.url()))
	page.on("response", r => visitor.sent.push(r))
	return visitor
}

/* The browser's own line about a page that is meant to have this status. */
function expected(visitor, message) {
	return /^Failed to load resource: .* status of 4\d\d/
		.test(message.text()) &&
	    message.location().url.split("#")[0] ===
	    visitor.page.url().split("#")[0]
}

function foreign(visitor, url) {
	if (!url.startsWith(visitor.site) && !url.startsWith("data:"))
		visitor.noise.push("asked another host: " + url)
}

/* The last page that came over the network. */
function document_of(visitor) {
	return visitor.sent.findLast(r => r.request().isNavigationRequest() &&
	    r.status() !== 303)
}

export function status(visitor) {
	return document_of(visitor).status()
}

/* Press a button or follow a link, by the name it is read out with, and wait
 * for the page that comes of it. */
export async function press(visitor, role, name) {
	const control = visitor.page.getByRole(role, { name, exact: true })

	if (await control.count() === 0)
		throw new Error(`no ${role} ${name} at ${visitor.page.url()}:\n` +
		    await visitor.page.locator("main").innerText())
	const arrived = visitor.page.waitForEvent("load")

	await control.first().click()
	await arrived
}

export async function logIn(visitor, login, password) {
	await visitor.page.goto("/masuk")
	await visitor.page.getByLabel("NIP").fill(login)
	await visitor.page.getByLabel("Kata sandi", { exact: true })
		.fill(password)
	await press(visitor, "button", "Masuk")
}

export async function heading(visitor) {
	return visitor.page.getByRole("heading", { level: 1 }).innerText()
}

export async function done() {
	await browser?.close()
	end()
}

/* -- what a page must stand -------------------------------------------------- */

/* Every rule for the page as it stands; `name` says which page it is. */
export async function stand(visitor, name) {
	const how = visitor.script ? name : `${name}, no script`
	const page = visitor.script ? visitor.page : await twin(visitor)

	/* Style sheets alone make the wide page, with scripts or without. */
	const widths = visitor.script ? [1280, 360] : [360]
	let before = ""

	await valid(visitor, how)
	for (const width of widths) {
		await size(page, width)
		before = await accessible(page, `${how}, ${width} px`, before)
		await picture(page, how, width)
	}
	await narrow(page, how)
	if (visitor.script)
		await large(page, how)
	await size(page, 1280)
	await keyboard(page, how)
	await light(visitor, how)
	clean(visitor.noise.splice(0), `${how}: a quiet console, no other host`)
}

/* Whatever is typed: nothing wider than a small phone, and nothing cut off. */
export async function fits(visitor, name) {
	for (const width of [320, 360]) {
		await size(visitor.page, width)
		clean([...await visitor.page.evaluate(too_wide),
			...await visitor.page.evaluate(cut_short)],
		`${name}: ${width} px wide`)
		await picture(visitor.page, name, width)
	}
	await large(visitor.page, name)
	await size(visitor.page, 1280)
	visitor.noise.splice(0)
}

async function alone(site) {
	const context = await browser.newContext({ baseURL: site })

	await context.addInitScript(axe)
	return context.newPage()
}

/* axe needs timers, and without JavaScript there are none: the same page again,
 * all the scripts of which are empty.  A visitor has one window for that. */
async function twin(visitor) {
	const url = visitor.page.url()
	const body = await document_of(visitor).body()
	const headers = await document_of(visitor).allHeaders()

	visitor.twin ??= await alone(visitor.site)
	const page = visitor.twin
	const context = page.context()

	await context.clearCookies()
	await context.addCookies(await visitor.context.cookies())
	await page.unrouteAll()
	await page.route(/\.js$/, route => route.fulfill({ body: "",
		contentType: "text/javascript" }))
	await page.route(u => u.href === url.split("#")[0], route =>
		route.fulfill({ body, headers }))
	await page.goto("about:blank")	/* or a # would not load it anew */
	await page.goto(url)
	return page
}

/* Until what listens to the window's width has had its turn. */
async function settle(page) {
	await page.evaluate(() => new Promise(done =>
		requestAnimationFrame(() => requestAnimationFrame(done))))
}

async function size(page, width) {
	await page.setViewportSize({ width, height: 900 })
	await settle(page)
}

async function valid(visitor, name) {
	const html = await document_of(visitor).text()
	const report = await validator.validateString(html)
	const lines = report.results.flatMap(r => r.messages).map(m =>
	    `${m.ruleId}: ${m.message} (line ${m.line}: ` +
	    `${html.split("\n")[m.line - 1]?.trim().slice(0, 160)})`)

	clean(lines, `${name}: valid HTML`)
}

/* What each text is seen by: its colour, what is behind it, its size, whether
 * it is off. */
function colours() {
	const behind = new Map([[null, "none"]])

	function back(e) {
		if (!behind.has(e)) {
			const s = getComputedStyle(e)
			const own = s.backgroundImage === "none" ?
			    s.backgroundColor : s.backgroundImage
			const through = /, 0(\.\d+)?\)$/.test(own)

			behind.set(e, (through ? back(e.parentElement) : own) +
			    (through && !/, 0\)$/.test(own) ? own : "") +
			    (s.opacity === "1" ? "" : s.opacity))
		}
		return behind.get(e)
	}

	const seen = e => e.checkVisibility({ visibilityProperty: true }) &&
	    e.getBoundingClientRect().width > 1

	return [...document.querySelectorAll("body, body *")].filter(e =>
		("value" in e || [...e.childNodes].some(n =>
		    n.nodeType === 3 && n.data.trim() !== "")) &&
		seen(e)).map(e => {
		const s = getComputedStyle(e)

		return [s.color, back(e), s.fontSize, s.fontWeight,
			e.closest(":disabled, [aria-disabled]") !== null].join()
	})
}

/* Colours that axe has found right are so on every page; looking takes it more
 * than half of its time. */
const right = new Set()

/* Which elements of the page are seen, as a text. */
function in_sight() {
	return [...document.querySelectorAll("body *")].map(e =>
	    e.checkVisibility({ visibilityProperty: true }) ? "1" : "0").join("")
}

/* What was seen is given back: at another width, where the same is seen, only
 * the rules that ask where things lie and how they look have more to say. */
async function accessible(page, name, before) {
	const shown = await page.evaluate(colours)
	const seen = await page.evaluate(in_sight)
	const contrast = shown.some(c => !right.has(c))

	const found = await page.evaluate(options =>
		window.axe.run(document, options), seen === before ?
		{ runOnly: contrast ? [...PLACES, "color-contrast"] : PLACES,
			resultTypes: ["violations"] } :
		{ runOnly: RULES, resultTypes: ["violations"],
			rules: { "color-contrast": { enabled: contrast } } })

	if (found.violations.every(v => v.id !== "color-contrast"))
		shown.forEach(c => right.add(c))
	const lines = found.violations.flatMap(v => v.nodes.slice(0, 4).map(n =>
	    `${v.id}: ${v.help}: ${n.html.slice(0, 200)} ` +
	    n.failureSummary.replace(/\s+/g, " ")))

	clean(lines, `${name}: accessible`)
	return seen
}

async function picture(page, name, width) {
	if (!process.env.SHOTS)
		return
	mkdirSync(process.env.SHOTS, { recursive: true })
	await page.screenshot({ fullPage: true, path: `${process.env.SHOTS}/` +
	    `${name.replace(/\W+/g, "-")}-${width}.png` })
}

/* What sticks out of the window, boxes that scroll by themselves aside. */
function too_wide() {
	const width = document.documentElement.clientWidth
	const hidden = e => e.closest(".app-scroll") ||
	    getComputedStyle(e).clipPath !== "none" ||
	    e.closest(".govuk-visually-hidden, .govuk-skip-link")

	if (document.documentElement.scrollWidth <= width)
		return []
	return [`page ${document.documentElement.scrollWidth} > ${width}`,
		...[...document.querySelectorAll("body *")]
		.filter(e => e.getBoundingClientRect().right > width + 1 &&
		    !hidden(e))
		.slice(0, 6).map(e => e.outerHTML.slice(0, 160))]
}

async function narrow(page, name) {
	await size(page, 320)
	const lines = await page.evaluate(too_wide)

	clean(lines, `${name}: 320 px wide`)
}

/* Text at 200%: nothing wider than the window, nothing cut off. */
function cut_off() {
	return [...document.querySelectorAll("body *")].filter(e => {
		const style = getComputedStyle(e)

		return e.clientHeight > 0 && style.clipPath === "none" &&
		    /hidden|clip/.test(style.overflowY) &&
		    e.scrollHeight > e.clientHeight + 2 &&
		    !e.closest(".govuk-visually-hidden, .app-cards thead")
	}).slice(0, 6).map(e => "cut off: " + e.outerHTML.slice(0, 160))
}

/* The same at the side, where nothing scrolls: words end unseen. */
function cut_short() {
	return [...document.querySelectorAll("body *")].filter(e => {
		const style = getComputedStyle(e)

		return e.clientWidth > 0 && style.clipPath === "none" &&
		    !/^(input|select|textarea)$/i.test(e.tagName) &&
		    /hidden|clip/.test(style.overflowX) &&
		    e.scrollWidth > e.clientWidth + 2 &&
		    !e.closest("svg, .govuk-visually-hidden, .app-cards thead")
	}).slice(0, 6).map(e => "cut short: " + e.outerHTML.slice(0, 160))
}

/* As one sets it in the browser: media queries in em follow. */
async function large(page, name) {
	const session = await page.context().newCDPSession(page)
	const letters = standard => session.send("Page.setFontSizes",
	    { fontSizes: { standard } })

	await letters(32)
	await size(page, 1280)
	const lines = [...await page.evaluate(too_wide),
		...await page.evaluate(cut_off)]

	await letters(16)
	await settle(page)
	await session.detach()
	clean(lines, `${name}: text at 200%`)
}

/* -- the keyboard --------------------------------------------------------------- */

/* The controls one must come to: one of each group of radios. */
function controls() {
	const seen = new Set()

	return [...document.querySelectorAll("a[href], button, input, select," +
	    " textarea, summary, [tabindex=\"0\"]")].filter(e => {
		if (e.type === "hidden" || e.disabled ||
		    !e.checkVisibility({ visibilityProperty: true }))
			return false
		if (e.type !== "radio")
			return true
		if (seen.has(e.name))
			return false
		return seen.add(e.name)
	})
}

/* Where the focus is and whether one sees it: the look with it differs from
 * the look without.  Outside the window it is left alone, that the page may
 * still scroll to it.  Null once it has left the page. */
function focused() {
	const e = document.activeElement
	const look = x => {
		const s = getComputedStyle(x)
		const n = x.nextElementSibling
		const b = n === null ? {} : getComputedStyle(n, "::before")

		return [s.outlineStyle === "none" ? "" : s.outlineWidth +
		    s.outlineColor, s.boxShadow, s.backgroundColor,
			s.borderColor, b.boxShadow, b.outlineWidth].join()
	}

	if (e === document.body || e === null)
		return null
	const box = e.getBoundingClientRect()
	const at = { what: e.outerHTML.slice(0, 120), seen: false,
		group: e.type === "radio" ? e.name : null,
		place: window.kit_controls.findIndex(c => c === e ||
		    e.type === "radio" && c.name === e.name),
		inside: box.bottom > 0 && box.top < innerHeight }

	if (!at.inside)
		return at
	const with_it = look(e)

	e.blur()
	const without = look(e)

	e.focus({ preventScroll: true })
	at.seen = with_it !== without
	return at
}

/* Each control with the one before it, by what style sheets tell apart. */
function steps() {
	const kinds = window.kit_controls.map(e => [e.tagName, e.type, e.className,
		e.parentElement.className, e.closest("header, nav, main, footer, " +
		"details, form, table")?.className, e.tabIndex].join())

	return kinds.map((kind, i) => `${kinds[i - 1] ?? ""} > ${kind}`)
}

/* Steps from control to control that were right on a page are so on every page:
 * one with no other steps is not walked once more. */
const walked = new Set()

async function keyboard(page, name) {
	const lines = []
	let last = -1

	await page.evaluate(`window.kit_controls = (${controls})();` +
	    "document.activeElement.blur(); scrollTo(0, 0);" +
	    "getSelection().removeAllRanges()")
	const total = await page.evaluate("window.kit_controls.length")
	const path = await page.evaluate(steps)
	const met = new Set()

	if (path.every(step => walked.has(step)))
		return

	/* From the top: the first stop is the first control. */
	await page.evaluate(() => {
		document.body.tabIndex = -1
		document.body.focus()
		document.body.removeAttribute("tabindex")
	})
	for (let i = 0; i < total + 5; i++) {
		await page.keyboard.press("Tab")
		let at = await page.evaluate(focused)

		/* A long page may need some frames to get there. */
		for (let n = 0; n < 20 && at !== null && !at.inside; n++) {
			await settle(page)
			if (n === 10) {	/* the scroll got lost: once more */
				await page.keyboard.press("Shift+Tab")
				await page.keyboard.press("Tab")
			}
			at = await page.evaluate(focused)
		}
		if (at === null)
			break
		if (at.place >= 0 && met.has(at.place))
			break
		if (!at.seen)
			lines.push("focus not seen: " + at.what)
		if (!at.inside)
			lines.push("focus outside the window: " + at.what)
		if (at.place < last)
			lines.push("out of order: " + at.what)
		last = at.place
		met.add(at.place)
	}
	for (let i = 0; i < total; i++)
		if (!met.has(i))
			lines.push("not reached: " + await page.evaluate(n =>
			    window.kit_controls[n].outerHTML.slice(0, 120), i))
	if (lines.length === 0)
		path.forEach(step => walked.add(step))
	clean(lines.slice(0, 8), `${name}: ${total} controls by keyboard`)
}

/* -- weight ------------------------------------------------------------------------ */

/* What came over the wire for an address, the first time. */
async function weight(visitor, response) {
	const url = response.url()

	if (!visitor.weight.has(url) || response === document_of(visitor))
		visitor.weight.set(url, (await response.request().sizes())
			.responseBodySize)
	return visitor.weight.get(url)
}

/*
 * What the page and all it needs weigh on the wire, charts aside.  The form of
 * an SOP and the report of a month are whole tables: they weigh as much
 * without the style sheets that every page has.
 */
export async function light(visitor, name) {
	const page = document_of(visitor)
	const table = /^\/(sop|laporan)\/./
	    .test(page.url().slice(visitor.site.length))
	const needs = visitor.sent.slice(visitor.sent.lastIndexOf(page))
	    .filter(r => !/\.png|\/halaman\//.test(r.url()) &&
	    (r === page || !table))
	const lines = []
	const most = /^\/laporan\/./.test(page.url().slice(visitor.site.length)) ?
	    REPORT : WEIGHT
	let sum = 0

	for (const response of needs) {
		const bytes = await weight(visitor, response)

		lines.push(`${bytes} ${response.url()}`)
		sum += bytes
	}
	clean(sum <= most ? [] : lines, `${name}: ` +
	    `${(sum / 1024).toFixed(1)} kB, under ${most / 1024} kB`)
}
