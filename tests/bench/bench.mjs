/*
 * bench.mjs - what the figures of pages share: the demo with its history behind
 * one nginx, one process of each program, the pages that are asked for, and
 * their floors.
 *
 *	const bench = await openBench()
 *	page.at = await start(bench.office, page.key, PROGRAM)
 *	await ask(bench, page.at, page)
 */
import { execFileSync } from "node:child_process"
import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs"
import { Agent, request } from "node:http"
import { createConnection } from "node:net"
import { openOffice } from "../web/office.mjs"
import { begin } from "../web/walk.mjs"

const { BUILDDIR, NGINX } = process.env
const MONTHS = 14

/* -- programs at sockets ---------------------------------------------------- */

function listens(path) {
	return new Promise(resolve => {
		const socket = createConnection({ path })

		socket.once("connect", () => { socket.destroy(); resolve(true) })
		socket.once("error", () => resolve(false))
	})
}

/* Start a program at the socket NAME.sock, its statements counted. */
export async function start(office, name, command, args = [], env = {}) {
	const socket = `${office.folder}/run/${name}.sock`
	const count = `${office.folder}/run/${name}.count`

	/* One of the office's own may be listening there. */
	rmSync(socket, { force: true })
	const child = office.start(name, command, args, { env: { ...office.env,
	    SOPAP_SOCKET: socket, STATEMENTS_COUNT: count,
	    LD_PRELOAD: `${BUILDDIR}/tests/web/statements.so`, ...env } })

	for (let tries = 0; tries < 20000 && !await listens(socket); tries++)
		await new Promise(resolve => setTimeout(resolve, 2))
	chmodSync(socket, 0o666)
	return { name, pid: child.pid, child, count }
}

/* An nginx of its own in front of all of them: /NAME/ADDRESS asks NAME. */
async function startFront(office, port) {
	const params = ["QUERY_STRING $query_string", "REQUEST_URI $2$is_args$args",
	    "REQUEST_METHOD $request_method", "CONTENT_TYPE $content_type",
	    "CONTENT_LENGTH $content_length", "REMOTE_ADDR $remote_addr",
	    "SERVER_PROTOCOL $server_protocol"]
	const temp = ["client_body", "fastcgi", "proxy", "scgi", "uwsgi"]

	writeFileSync(`${office.folder}/bench.conf`, [
	    "daemon off;", "worker_processes 1;", "pid run/bench.pid;",
	    "events { worker_connections 256; }", "http {",
	    "access_log off; keepalive_requests 1000000;",
	    ...temp.map(name => `${name}_temp_path tmp/bench-${name};`),
	    `server { listen 127.0.0.1:${port};`,
	    "location ~ ^/([a-z-]+)(/.*)$ {",
	    ...params.map(param => `fastcgi_param ${param};`),
	    `fastcgi_pass unix:${office.folder}/run/$1.sock;`, "} } }", ""
	    ].join("\n"))
	office.start("nginx", NGINX, ["-p", `${office.folder}/`, "-c",
	    "bench.conf", "-e", "stderr",
	    ...(process.getuid() === 0 ? ["-g", "user root;"] : [])],
	    { guarded: true })
	for (let tries = 0; tries < 500; tries++)
		if (await new Promise(resolve => {
			const socket = createConnection({ host: "127.0.0.1", port })

			socket.once("connect", () => {
				socket.destroy()
				resolve(true)
			})
			socket.once("error", () => setTimeout(resolve, 10, false))
		}))
			return
	throw new Error("nginx does not come up")
}

/* -- the pages -------------------------------------------------------------- */

/* What is asked of whom.  `task` and `case` are of the person's own work. */
function pages(office, { own, visitor }) {
	return [
		{ row: "home", program: "home", path: "/" },
		{ row: "inbox, own", program: "inbox", who: "tu",
		    path: "/kotak-masuk?tab=saya" },
		{ row: "inbox, role", program: "inbox", who: "tu",
		    path: "/kotak-masuk?tab=peran" },
		{ row: "inbox, sent", program: "inbox", who: "tu",
		    path: "/kotak-masuk?tab=diteruskan" },
		{ row: "step", program: "review", who: own.login,
		    path: `/periksa/${own.id}` },
		{ row: "case", program: "case", who: own.login,
		    path: `/berkas/${own.case}` },
		{ row: "list of cases", program: "case", who: "tu",
		    path: "/berkas" },
		{ row: "tracking", program: "track", person: visitor,
		    path: "/lacak/status" },
		{ row: "SOP", program: "sop", path: "/sop/sigap-magang-penelitian" },
		{ row: "report, cached", program: "report", who: "kakanwil",
		    path: `/laporan/${office.month}/` },
	].map(page => ({ ...page, key: page.row.replace(/[^a-z]+/gi, "-")
	    .toLowerCase() }))
}

export function cookieOf(person) {
	return [...person?.cookies ?? []].map(([name, value]) =>
	    `${name}=${value}`).join("; ")
}

/* The environment of a CGI that asks for the page. */
function cgi(office, page) {
	return { ...office.env, REQUEST_METHOD: "GET", REMOTE_ADDR: "127.0.0.1",
	    REQUEST_URI: `${office.prefix}${page.path}`,
	    QUERY_STRING: page.path.split("?")[1] ?? "",
	    HTTP_COOKIE: cookieOf(page.person) }
}

/* The calls that fill the page, noted once; then a program that repeats them,
 * started by the words that `by` makes of it. */
export async function startFloor(office, page, by = command => [command]) {
	const command = `${BUILDDIR}/tests/bench/page-${page.program}`
	const notes = `${office.folder}/run/${page.key}.page`
	const key = `${page.key}-page`

	execFileSync(command, [], { env: { ...cgi(office, page),
	    PAGE_RECORD: notes }, stdio: "ignore" })
	const [first, args = []] = by(command, key)

	return start(office, key, first, args, { PAGE_REPLAY: notes })
}

/* -- asking ----------------------------------------------------------------- */

const agent = new Agent({ keepAlive: true, maxSockets: 4 })

function send(port, path, cookie) {
	return new Promise((resolve, reject) => {
		request({ host: "127.0.0.1", port, agent, path,
		    headers: { cookie } }, answer => {
			answer.on("data", () => {})
			answer.once("end", () => resolve(answer.statusCode))
		}).once("error", reject).end()
	})
}

/* Of one program alone; of the office. */
export function ask(bench, at, page) {
	return send(bench.port, `/${at.name}${bench.office.prefix}${page.path}`,
	    page.cookie)
}

export function get(office, page) {
	return send(office.port, office.prefix + page.path, page.cookie)
}

/* -- the office ------------------------------------------------------------- */

/* Open tasks that are looked at and decided, with somebody who may do each. */
function openReviews(office) {
	return office.query(`
	    SELECT CAST(t.id AS TEXT) AS id, CAST(t.case_id AS TEXT) AS "case",
	           t.claimed_by IS NOT NULL AS claimed, min(p.login) AS login
	      FROM tasks t JOIN performers f ON f.expr = t.performer
	      JOIN holders h ON h.role_id = f.role_id AND h.to_at IS NULL
	      JOIN people p ON p.id = h.person_id
	       AND (t.claimed_by IS NULL OR t.claimed_by = p.id)
	     WHERE t.open = 1 AND t.kind = 'review' AND t.side = 0
	       AND t.external = 0 AND t.awaited = 0 AND t.assignee_id IS NULL
	       AND t.phase IN ('queue', 'own')
	     GROUP BY t.id ORDER BY t.opened_at DESC`)
}

/* A program of the office anew, as `command` starts it. */
export async function restart(office, name,
    command = `${BUILDDIR}/libexec/${name}`, args = []) {
	const child = office.programs.get(name)
	const gone = new Promise(resolve => child.once("exit", resolve))

	office.closing = true
	child.kill("SIGTERM")
	await gone
	office.closing = false
	rmSync(`${office.folder}/run/${name}.sock`, { force: true })
	return start(office, name, command, args)
}

/*
 * The office with all that is asked of it: `pages`, the task `held` that is
 * taken and given back, and tasks to be `finished`.
 */
export async function openBench() {
	const office = await openOffice("nginx", { months: MONTHS })
	const visitor = office.visitor()
	const [own, held, ...finished] = openReviews(office)
	const bench = { office, port: office.port + 1, held, finished }

	mkdirSync(`${office.folder}/tmp`, { recursive: true })
	/* The month before the last one, which the demo has closed. */
	office.month = new Date(Date.now() - 66 * 86400e3).toISOString()
	    .slice(0, 7)
	await startFront(office, bench.port)
	await begin(visitor, "izin-magang-penelitian", { publicly: true })
	bench.pages = pages(office, { own, visitor })
	for (const page of bench.pages) {
		page.person ??= page.who && await office.login(page.who)
		page.cookie = cookieOf(page.person)
	}
	return bench
}
