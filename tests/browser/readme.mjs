/*
 * readme.mjs - makes the pictures of README.md, of an office with a year of
 * work behind it: make screenshots
 *
 * They are kept small: 256 colours are enough for letters on flat ground.
 */
import { writeFileSync } from "node:fs"
import { deflateSync } from "node:zlib"
import { openOffice } from "../web/office.mjs"
import { done, logIn, press, visit } from "./kit.mjs"

const FOLDER = `${process.env.SRCDIR}/htdocs/readme`

/* The picture's pixels, four bytes each, by the browser's own decoder. */
async function pixels(page, png) {
	const { width, height, data } = await page.evaluate(async url => {
		const image = await createImageBitmap(await (await
			fetch(url)).blob())
		const canvas = new OffscreenCanvas(image.width, image.height)
		const context = canvas.getContext("2d")

		context.drawImage(image, 0, 0)
		const { data } = context.getImageData(0, 0, image.width,
		    image.height)

		return { width: image.width, height: image.height,
			data: Array.from(new Uint32Array(data.buffer)) }
	}, `data:image/png;base64,${png.toString("base64")}`)

	return { width, height, data }
}

function distance(a, b) {
	return [0, 8, 16].reduce((sum, shift) => sum +
	    ((a >> shift & 255) - (b >> shift & 255)) ** 2, 0)
}

/* The 256 colours used most, and for each pixel the nearest of them. */
function paint({ data }) {
	const used = new Map()

	for (const pixel of data)
		used.set(pixel, (used.get(pixel) ?? 0) + 1)
	const palette = [...used].sort((a, b) => b[1] - a[1]).slice(0, 256)
		.map(([colour]) => colour)
	const nearest = new Map([...used.keys()].map(colour => [colour,
		palette.reduce((best, other, i) => distance(colour, other) <
		    distance(colour, palette[best]) ? i : best, 0)]))

	return { palette, index: data.map(pixel => nearest.get(pixel)) }
}

/* RFC 2083, 3.4 */
function checksum(bytes) {
	let crc = ~0

	for (const byte of bytes) {
		crc ^= byte
		for (let bit = 0; bit < 8; bit++)
			crc = crc >>> 1 ^ (crc & 1 ? 0xedb88320 : 0)
	}
	return ~crc >>> 0
}

function chunk(type, bytes) {
	const body = Buffer.concat([Buffer.from(type), Buffer.from(bytes)])
	const ends = Buffer.alloc(8)

	ends.writeUInt32BE(bytes.length, 0)
	ends.writeUInt32BE(checksum(body), 4)
	return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
}

/* RFC 2083: eight bits a pixel into a palette, no filter. */
function encode({ width, height }, { palette, index }) {
	const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0])
	const rows = Array.from({ length: height }, (_, y) => Buffer.from([0,
		...index.slice(y * width, (y + 1) * width)]))

	head.writeUInt32BE(width, 0)
	head.writeUInt32BE(height, 4)
	return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
		chunk("IHDR", head),
		chunk("PLTE", palette.flatMap(c => [c & 255, c >> 8 & 255,
			c >> 16 & 255])),
		chunk("IDAT", deflateSync(Buffer.concat(rows), { level: 9 })),
		chunk("IEND", [])])
}

const office = await openOffice("nginx", { months: 14 })
const workshop = await visit("data:")

/* The page of a visitor from its top, or from an element, to the end of
 * another; the window is as large, so that all of it is drawn. */
async function keep(name, { page }, last, first) {
	const { width } = page.viewportSize()
	const box = async what => page.locator(what).last().boundingBox()
	const end = await box(last)
	const below = last === "main" ? 0 : 16

	await page.setViewportSize({ width,
		height: Math.ceil(end.y + end.height) + below })
	const { x, y } = first === undefined ? { x: 0, y: 0 } : await box(first)
	const picture = await pixels(workshop.page, await page.screenshot({
		clip: { x: Math.max(0, x - 16), y: Math.max(0, y - 16),
			width: width - 2 * Math.max(0, x - 16),
			height: end.y + end.height + below -
			    Math.max(0, y - 16) } }))

	writeFileSync(`${FOLDER}/${name}.png`, encode(picture, paint(picture)))
}

async function enter(login, width) {
	const visitor = await visit(office.site)

	await visitor.page.setViewportSize({ width, height: 900 })
	await logIn(visitor, login, office.password)
	return visitor
}

const clerk = await enter("adminkanwil", 1080)

await clerk.page.goto("/kotak-masuk?tab=peran")
await keep("kotak-masuk", clerk, "main table")
await clerk.page.locator("tbody th a").last().click()
await clerk.page.waitForLoadState()
await press(clerk, "button", "Ambil tugas")
await keep("langkah", clerk, "main")
await clerk.page.setViewportSize({ width: 1340, height: 900 })
await clerk.page.goto("/sop/sigap-magang-penelitian")
await keep("sop", clerk, "main table", "main table")

const head = await enter("kakanwil", 390)

await head.page.goto("/laporan")
await keep("bulan", head, ".app-figures")
await done()
await office.close()
