/*
 * logs-t.mjs - the web server's log tells who asked when and what became of it,
 * and of the addresses that open something to whoever has them, that they were
 * asked: behind nginx and behind Apache.
 */
import { readFileSync, readdirSync } from "node:fs"
import { request } from "node:http"
import { openOffice } from "./office.mjs"
import { done, is, ok } from "./tap.mjs"

const { APACHE } = process.env
const SECRET = "Rahasia23456789"

/* One request by hand; its status. */
function ask(office, path, method = "GET") {
	return new Promise((resolve, reject) => {
		const sent = request({ host: "127.0.0.1", port: office.port,
		    method, path, agent: false, headers: {
		    "user-agent": "logs-t",
		    referer: `${office.site}/tautan/${SECRET}` } }, answer => {
			answer.resume()
			answer.once("end", () => resolve(answer.statusCode))
		})

		sent.once("error", reject)
		sent.end()
	})
}

/* All that server and programs have written. */
function written(office) {
	return readdirSync(`${office.folder}/log`).map(name =>
	    readFileSync(`${office.folder}/log/${name}`, "utf8")).join("") +
	    office.children.map(child => child.words).join("")
}

async function end(child) {
	const ended = new Promise(resolve => child.once("exit", resolve))

	child.kill("SIGTERM")
	await ended
}

async function check(server) {
	const office = await openOffice(server)
	const { prefix } = office
	const plain = `${prefix}/lacak/status`

	await ask(office, plain)
	for (const path of [`/tautan/${SECRET}`, `/kabar/whatsapp/${SECRET}`,
	    `/sandi?kunci=${SECRET}`, `/verifikasi/${SECRET}`,
	    `/ajukan/x/terkirim?berkas=1&tanda=${SECRET}`,
	    `/%74autan/${SECRET}`, `//tautan/${SECRET}`,
	    `/./tautan/${SECRET}`, `/kabar/%77hatsapp/${SECRET}`,
	    `/masuk?kembali=/tautan/${SECRET}`])
		await ask(office, prefix + path)
	await ask(office, `${prefix}/kabar/whatsapp/${SECRET}`, "POST")
	/* Without their programs the server itself has to complain. */
	office.closing = true
	for (const child of office.children.filter(c =>
	    /\/(link|hook)$/.test(c.spawnfile)))
		await end(child)
	ok(await ask(office, `${prefix}/tautan/${SECRET}`) >= 500,
	    `${server}: a program that is gone`)
	await ask(office, `${prefix}/kabar/whatsapp/${SECRET}`, "POST")
	await end(office.children.at(-1))
	const text = written(office)
	const log = text.split("\n").filter(line => line.includes("logs-t"))

	is(log.length, 14, `${server}: every request is in the log`)
	ok(log.some(line => line.includes(`"GET ${plain} HTTP/1.1" `)),
	    "...by its address")
	ok(log.filter(line => line.includes(`${prefix}/tautan/- `)).length >= 2,
	    "...but for the part that is secret")
	ok(log.some(line => line.includes(`"GET ${prefix}/kabar/- HTTP`)),
	    "...of a provider, too")
	ok(log.some(line => line.includes(`"GET ${prefix}/sandi HTTP`)),
	    "...and what is asked")
	is(text.split("\n").filter(line => line.includes(SECRET)).join("\n"),
	    "", "no line has a secret, however it was spelled")
	await office.close()
}

await check("nginx")
if (APACHE)
	await check("apache")
done()
