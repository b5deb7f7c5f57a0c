/*
 * ended-t.mjs - a test over HTTP that is ended in the middle leaves no server
 * and no program running, even where it runs without a guard.
 */
import { spawn } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, readlinkSync,
    rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { done, is, ok } from "./tap.mjs"

const TEST = `
const { openOffice } = await import(process.argv[1])
const office = await openOffice(process.argv[2])
console.log("open")
if (process.argv[3] === "fail")
	throw new Error("in the middle")
setInterval(() => {}, 1000)
`

/* What works in a folder of an office of this test: the names. */
function processes(folder) {
	return readdirSync("/proc").filter(name => /^\d/.test(name))
	    .flatMap(pid => {
		try {
			return readlinkSync(`/proc/${pid}/cwd`)
			    .startsWith(folder) ? [readFileSync(
			    `/proc/${pid}/comm`, "utf8").trim()] : []
		} catch {
			return []	/* it has ended */
		}
	    })
}

async function gone(folder) {
	for (let n = 0; n < 200 && processes(folder).length > 0; n++)
		await new Promise(resolve => setTimeout(resolve, 50))
	return processes(folder)
}

/* A test with an office behind a server, ended by a signal, or on its own. */
async function check(server, signal) {
	const folder = mkdtempSync(`${tmpdir()}/sopap-ended-`)
	const child = spawn(process.execPath, ["--input-type=module", "-e", TEST,
	    new URL("office.mjs", import.meta.url).href, server,
	    signal ?? "fail"], { env: { ...process.env, TMPDIR: folder },
	    stdio: ["ignore", "pipe", "ignore"] })
	const ended = new Promise(resolve => child.once("exit", resolve))
	const name = `${server}, ${signal ?? "an error"}`

	await new Promise(resolve => child.stdout.once("data", resolve))
	if (signal !== null) {
		ok(processes(folder).includes(server === "apache" ? "apache2" :
		    server), `${name}: it works`)
		child.kill(signal)
	}
	await ended
	is((await gone(folder)).join(" "), "", `${name}: nothing is left`)
	is(readdirSync(folder).length, signal === "SIGKILL" ? 1 : 0,
	    "...nor its folder, unless it was killed")
	rmSync(folder, { recursive: true })
}

for (const server of ["nginx", "apache"])
	for (const signal of ["SIGTERM", "SIGINT", "SIGKILL", null])
		await check(server, signal)
done()
