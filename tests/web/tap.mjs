/*
 * tap.mjs - the Test Anything Protocol, for the tests that come over HTTP: the
 * same checks as in tap.h.
 */
let count = 0
let failed = 0

function show(value) {
	return String(value).split("\n").map(line => `# ${line}`).join("\n")
}

export function ok(pass, name) {
	count++
	if (!pass)
		failed++
	console.log(`${pass ? "" : "not "}ok ${count} - ${name}`)
	return Boolean(pass)
}

export function is(got, wanted, name) {
	if (!ok(got === wanted, name))
		console.log(`${show(`wanted ${wanted}`)}\n${show(`   got ${got}`)}`)
}

/* Lists compared line by line; the first difference is shown. */
export function same(got, wanted, name) {
	const at = wanted.findIndex((line, i) => got[i] !== line)
	const where = at === -1 && got.length > wanted.length ? wanted.length : at

	if (!ok(where === -1, name))
		console.log(`${show(`line ${where + 1} wanted ${wanted[where]}`)}\n` +
		    show(`   got ${got[where]}`))
}

export function done() {
	console.log(`1..${count}`)
	process.exitCode = failed > 0 ? 1 : 0
}

export function skipAll(why) {
	console.log(`1..0 # SKIP ${why}`)
	process.exit(0)
}

/* Is a part in this build (lib/base/built.h)? */
export function isBuilt(part) {
	return !(process.env.LEFT_OUT ?? "").split(" ").includes(part)
}

/* Skip the whole test in a build without a part. */
export function needs(part) {
	if (!isBuilt(part))
		skipAll(`built --without-${part}`)
}
