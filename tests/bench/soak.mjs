/*
 * soak.mjs - memory over many requests: `make bench-soak`.
 *
 * REQUESTS (100,000) of all pages, by turns of several people, to one process of
 * each program.  What each has resident is read when a fiftieth of them is done,
 * when half is and at the end: it is flat from there, and under 12 MB.
 */
import { readFileSync } from "node:fs"
import { cookieOf, get, openBench } from "./bench.mjs"

const { SRCDIR } = process.env
const REQUESTS = Number(process.env.REQUESTS ?? 100000)
const AT_ONCE = 4
const LIMIT = 12 * 1024		/* kB */
const SLACK = 256		/* kB: a page of memory here and there */

/* Addresses of all programs, as the matrix of rights has them. */
function addresses() {
	return readFileSync(`${SRCDIR}/tests/web/matrix.tsv`, "utf8").split("\n")
	    .map(line => line.split("\t"))
	    .filter(([path, method]) => method === "GET" && !path.includes("{"))
	    .map(([path]) => path)
}

function resident(office) {
	return new Map([...office.programs].map(([name, { pid }]) =>
	    [name, Number(/^VmRSS:\s*(\d+)/m.exec(readFileSync(
	    `/proc/${pid}/status`, "utf8"))[1])]))
}

/* All of them `n` times by turns, some at once. */
async function askMany(office, asked, from, until) {
	let next = from
	const one = async () => {
		while (next < until) {
			const page = asked[next++ % asked.length]
			const status = await get(office, page)

			if (status >= 500)
				throw new Error(`${page.path}: ${status}`)
		}
	}

	await Promise.all(Array.from({ length: AT_ONCE }, one))
}

const began = Date.now()
const { office, pages } = await openBench()
const people = [undefined, ...await Promise.all(["tu", "kakanwil", "unsri"]
    .map(login => office.login(login)))]
const asked = [...people.flatMap(person => addresses().map(path =>
    ({ path, cookie: cookieOf(person) }))), ...pages]
const parts = [0.02, 0.5, 1].map(part => Math.round(REQUESTS * part))
const seen = []

for (let i = 0; i < parts.length; i++) {
	await askMany(office, asked, i > 0 ? parts[i - 1] : 0, parts[i])
	seen.push(resident(office))
}
console.log(`program       kB after ${parts.join(", ")} requests`)
for (const [name, first] of seen[0]) {
	const [, half, last] = seen.map(one => one.get(name))
	const bad = last > LIMIT || last > half + SLACK

	console.log(`${name.padEnd(12)}${[first, half, last].map(kb =>
	    String(kb).padStart(8)).join("")}${bad ? "  NO" : ""}`)
	if (bad)
		process.exitCode = 1
}
console.log(`${asked.length} pages, ` +
    `${((Date.now() - began) / 1000).toFixed(0)} s`)
await office.close()
