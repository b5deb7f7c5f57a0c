/*
 * servers.mjs - three ways to the programs: nginx, Apache with mod_proxy_fcgi,
 * and none at all, each program run for one request as plain CGI.
 */
import { spawn } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"
import { request } from "node:http"

const { SRCDIR, BUILDDIR, NGINX, APACHE } = process.env
const MODULES = "/usr/lib/apache2/modules"

/* One request over HTTP, on a connection of its own.  A server that refuses a
 * body may answer before it has read it all.  The path is the office's own: the
 * site's prefix goes before it. */
function askHttp(office, { method, path, headers, body,
    prefix = office.prefix }) {
	return new Promise((resolve, reject) => {
		const sent = request({ host: "127.0.0.1", port: office.port,
		    method, path: `${prefix}${path}`, agent: false, headers: { ...headers,
		    ...(body !== null ? { "content-length": body.length } : {}) }
		    }, answer => {
			const parts = []

			answer.on("data", part => parts.push(part))
			answer.once("error", reject)
			answer.once("end", () => resolve({
			    status: answer.statusCode, headers: answer.headers,
			    cookies: answer.headers["set-cookie"] ?? [],
			    body: Buffer.concat(parts) }))
		})

		sent.on("error", reject)
		sent.end(body ?? undefined)
	})
}

/* Run by root, the server's workers are root, too, else they could not reach
 * a build below root's home. */
function asRoot() {
	return process.getuid() === 0
}

async function startNginx(office) {
	const template = readFileSync(`${SRCDIR}/cgi-bin/nginx-local.conf`,
	    "utf8")

	await office.startPrograms()
	writeFileSync(`${office.folder}/routes.conf`, office.routes("nginx"))
	writeFileSync(`${office.folder}/log.conf`, office.routes("nginx-log"))
	writeFileSync(`${office.folder}/nginx.conf`, template.replaceAll("@LISTEN@",
	    `127.0.0.1:${office.port}`))
	return office.start("nginx", NGINX, ["-p", `${office.folder}/`, "-c",
	    "nginx.conf", "-e", "stderr", ...(asRoot() ?
	    ["-g", "user root;"] : [])], { guarded: true })
}

async function startApache(office) {
	const modules = ["mpm_event", "authz_core", "alias", "headers", "mime",
	    "proxy", "proxy_fcgi", "setenvif"]

	await office.startPrograms()
	writeFileSync(`${office.folder}/apache.conf`, [
	    `ServerRoot ${office.folder}`,
	    "ServerName 127.0.0.1",
	    `Listen 127.0.0.1:${office.port}`,
	    "PidFile run/apache.pid",
	    `DefaultRuntimeDir ${office.folder}/run`,
	    "ErrorLog log/apache.log",
	    "LogLevel error",
	    ...(asRoot() ? ["User #65534", "Group #65534"] : []),
	    ...modules.map(name =>
	        `LoadModule ${name}_module ${MODULES}/mod_${name}.so`),
	    "StartServers 1",
	    "TypesConfig /dev/null",
	    office.routes("apache")].join("\n"))
	return office.start("apache", APACHE, ["-D", "FOREGROUND", "-f",
	    `${office.folder}/apache.conf`], { guarded: true })
}

/* The program whose route fits best: the longest. */
function programOf(path) {
	const table = readFileSync(`${SRCDIR}/cgi-bin/routes.tsv`, "utf8")
	    .split("\n").filter(line => line !== "" && !line.startsWith("#"))
	    .map(line => line.split("\t"))
	const plain = path.split("?")[0]

	return table.filter(([route]) => route === "/" || plain === route ||
	    plain.startsWith(`${route}/`))
	    .sort(([a], [b]) => b.length - a.length)[0][1]
}

function cgiEnvironment(office, { method, path, headers, body,
    prefix = office.prefix }) {
	const env = { ...office.env, GATEWAY_INTERFACE: "CGI/1.1",
	    SERVER_PROTOCOL: "HTTP/1.1", REQUEST_METHOD: method,
	    REQUEST_URI: `${prefix}${path}`, QUERY_STRING: path.split("?")[1] ?? "",
	    REMOTE_ADDR: "127.0.0.1" }

	if (body !== null)
		env.CONTENT_LENGTH = String(body.length)
	for (const [name, value] of Object.entries(headers))
		env[name === "content-type" ? "CONTENT_TYPE" :
		    `HTTP_${name.toUpperCase().replaceAll("-", "_")}`] = value
	return env
}

/* Status, headers and body of what a CGI program printed; status 0 when that
 * was no answer. */
function readCgi(out) {
	const end = out.indexOf("\r\n\r\n")

	if (end === -1)
		return { status: 0, headers: {}, cookies: [], body: out }
	const lines = out.subarray(0, end).toString("utf8").split("\r\n")
	    .map(line => /^([^:]+): *(.*)$/.exec(line).slice(1))
	const headers = Object.fromEntries(lines.map(([name, value]) =>
	    [name.toLowerCase(), value]))

	return { status: parseInt(headers.status ?? "200", 10), headers,
	    cookies: lines.filter(([name]) =>
	    name.toLowerCase() === "set-cookie").map(([, value]) => value),
	    body: out.subarray(end + 4) }
}

function askCgi(office, asked) {
	return new Promise((resolve, reject) => {
		const child = spawn(`${BUILDDIR}/libexec/` +
		    programOf(asked.path), [], { cwd: office.folder,
		    env: cgiEnvironment(office, asked) })
		const out = []

		child.stdout.on("data", data => out.push(data))
		child.stderr.on("data", data => console.log(`# ${data}`))
		child.once("error", reject)
		child.once("close", () => resolve(readCgi(Buffer.concat(out))))
		/* A body that is refused is not read to its end. */
		child.stdin.on("error", () => {})
		child.stdin.end(asked.body ?? undefined)
	})
}

/* start() gives the process that listens, where there is one. */
export const SERVERS = {
	nginx: { start: startNginx, ask: askHttp },
	apache: { start: startApache, ask: askHttp },
	cgi: { start: async () => undefined, ask: askCgi },
}
