/*
 * instructions.mjs - the instructions that a page takes, and its floor: `make
 * bench-instructions`.  valgrind counts them, outside the kernel, so that a busy
 * machine changes nothing.  The profile of each is left in BUILDDIR/bench, for
 * callgrind_annotate(1).
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync }
    from "node:fs"
import { finish } from "../web/walk.mjs"
import { ask, openBench, restart, start, startFloor } from "./bench.mjs"

const { BUILDDIR, ROWS } = process.env
const WARM = 2			/* requests that are not counted */
const TIMES = 3			/* those that are */
const FILES = 2			/* of a request: FCGX_Accept_r() ends it, too */
const folder = `${BUILDDIR}/bench`

/* Of a program, the words that start it under the counter, which leaves a file
 * for each request. */
function counted(key, program) {
	for (const name of readdirSync(folder))
		if (name.startsWith(`${key}.out`))
			rmSync(`${folder}/${name}`)
	return ["valgrind", ["--quiet", "--tool=callgrind",
	    "--dump-after=FCGX_Finish_r",
	    `--callgrind-out-file=${folder}/${key}.out`, program]]
}

/* Files of a program so far that are whole: their sum is their last line. */
function count(key) {
	const whole = path => existsSync(path) &&
	    /^totals: \d+/m.test(readFileSync(path, "utf8"))
	let n = 0

	while (whole(`${folder}/${key}.out.${n + 1}`))
		n++
	return n
}

/* A file is written behind the answer: wait until there are so many. */
async function written(key, n) {
	for (let tries = 0; tries < 600 && count(key) < n; tries++)
		await new Promise(resolve => setTimeout(resolve, 100))
}

/* Instructions in the last `n` files, in thousands. */
function sum(key, n) {
	let all = 0

	for (let i = count(key); n > 0; i--, n--)
		all += Number(/^(?:summary|totals): (\d+)/m.exec(readFileSync(
		    `${folder}/${key}.out.${i}`, "utf8"))[1])
	return all / 1e3
}

/* What is read once is read; then the mean of some. */
async function many(bench, key, at, page) {
	for (let i = 0; i < WARM + TIMES; i++)
		if (await ask(bench, at, page) !== 200)
			throw new Error(`${page.row} at ${at.name}`)
	await written(key, FILES * (WARM + TIMES))
	at.child.kill("SIGTERM")
	return sum(key, FILES * TIMES) / TIMES
}

function print(row, figure, floor) {
	console.log(row.padEnd(16) + figure.toFixed(0).padStart(8) +
	    (floor === undefined ? "" : floor.toFixed(0).padStart(8) +
	    (figure / floor).toFixed(2).padStart(8)))
}

async function measurePage(bench, page) {
	const program = `${BUILDDIR}/libexec/${page.program}`
	const at = await start(bench.office, page.key,
	    ...counted(page.key, program))
	const figure = await many(bench, page.key, at, page)
	const floor = await startFloor(bench.office, page, (command, key) =>
	    counted(key, command))

	print(page.row, figure, await many(bench, `${page.key}-page`, floor,
	    page))
}

/* A task is taken, given back, taken and sent on. */
async function measureActs(bench) {
	await restart(bench.office, "review",
	    ...counted("review", `${BUILDDIR}/libexec/review`))

	for (const task of bench.finished.slice(0, 2)) {
		const person = await bench.office.login(task.login)
		const path = `/periksa/${task.id}`
		const press = async (aksi, send) => {
			const page = await person.get(path)

			if (page.form(aksi) === undefined)
				return
			const before = count("review")

			await send(page)
			await written("review", before + FILES)
			print(aksi, sum("review", FILES))
		}

		for (const aksi of ["lepas", "ambil", "lepas", "ambil"])
			await press(aksi, page => person.press(page,
			    page.form(aksi), aksi))
		await press("selesai", page => finish(person, page, "teruskan"))
	}
}

mkdirSync(folder, { recursive: true })
const bench = await openBench()

bench.office.closing = true	/* programs are ended here */
console.log("row            thousands   floor   ratio")
for (const page of bench.pages)
	if (ROWS === undefined || ROWS.split(",").includes(page.key))
		await measurePage(bench, page)
if (ROWS === undefined || ROWS.includes("acts"))
	await measureActs(bench)
await bench.office.close()
