/*
 * messenger-t.mjs - messages leave the house: into the mailbox folder, by each
 * WhatsApp profile to a stand-in server, by mail to a real SMTP server; the
 * provider refuses, is dead, is slow, and the messenger is killed in between.
 */
import { execFileSync, spawn } from "node:child_process"
import { readFileSync, readdirSync, writeFileSync
    } from "node:fs"
import { createHmac } from "node:crypto"
import { createServer } from "node:http"
import { makePlan, readTable, walk } from "../../web/plan.mjs"
import { openOffice } from "../../web/office.mjs"
import { done, is, needs, ok } from "../../web/tap.mjs"
import { MailServer } from "./mailserver.mjs"

const { SRCDIR, BUILDDIR } = process.env
needs("messenger")
const SLUG = "izin-magang-penelitian"
const office = await openOffice("cgi")
const conf = `${office.folder}/sopap.conf`
/* All its messages go to one number. */
const plain = readFileSync(conf, "utf8") + "messages_per_day = 1000\n"

/* -- the messenger ------------------------------------------------------ */

/* Its configuration from now on: the office's, and these lines. */
function configure(lines = []) {
	writeFileSync(conf, plain + lines.join("\n") + "\n", { mode: 0o600 })
}

/* Run it to its end, a minute at most: exit code and words. */
function messenger(...args) {
	return new Promise(resolve => {
		const child = spawn(`${BUILDDIR}/reports/messenger/sopap-messenger`, args,
		    { env: office.env, stdio: ["ignore", "pipe", "pipe"],
		    timeout: 60000 })
		let text = ""

		messenger.pid = child.pid
		child.stdout.on("data", data => { text += data })
		child.stderr.on("data", data => { text += data })
		child.once("exit", (code, signal) =>
		    resolve({ code, signal, text }))
	})
}

function run(sql) {
	execFileSync("sqlite3", [`${office.data}/office.db`,
	    "PRAGMA foreign_keys = ON;" + sql])
}

/* A message waits, of the case below; its number as text. */
let last = 1000

function queue(address, body = "Surat <Anda> & \"dokumen\" siap.") {
	const id = String(++last)

	run(`INSERT INTO messages (id, case_id, task_id, kind, channel, address,
	    subject, body, state, queued_at) VALUES (${id}, ${caseId},
	    (SELECT id FROM tasks WHERE case_id = ${caseId} AND pos = 2),
	    'notified', '${address.includes("@") ? "mail" : "whatsapp"}',
	    '${address}', 'Permohonan siap', '${body.replaceAll("'", "''")}',
	    'queued', 1)`)
	return id
}

/* Message and delivery of a number. */
function state(id) {
	return office.query(`SELECT m.state AS message, d.state, d.route,
	    d.tries, d.repeated, d.provider_id, d.reason, d.next_at
	    FROM messages m LEFT JOIN deliveries d ON d.message_id = m.id
	    WHERE m.id = ${id}`)[0]
}

function sideTasks() {
	return office.one(`SELECT count(*) FROM tasks WHERE side = 1
	    AND open = 1 AND case_id = ${caseId}`)
}

/* Whatever waits for its next try may be tried now. */
function hurry() {
	run("UPDATE deliveries SET next_at = 0 WHERE state IN ('waiting', 'begun');" +
	    "UPDATE leases SET until = 0 WHERE name = 'messenger'")
}

/* -- a stand-in provider ------------------------------------------------ */

/* Answers what `answer` says for each request it gets. */
class Provider {
	requests = []
	answer = () => ({ status: 200, body: {} })

	async listen() {
		this.server = createServer((req, res) => {
			const parts = []

			req.on("data", part => parts.push(part))
			req.once("end", () => {
				const body = Buffer.concat(parts).toString()

				this.requests.push({ method: req.method,
				    url: req.url, headers: req.headers, body })
				const { status, body: said, headers } =
				    this.answer(this.requests.at(-1))

				if (status === 0)
					req.socket.destroy()
				else
					res.writeHead(status, headers).end(
					    JSON.stringify(said))
			})
		})
		await new Promise(resolve => this.server.listen(0, "127.0.0.1",
		    resolve))
		this.base = `http://127.0.0.1:${this.server.address().port}`
		return this
	}

	get last() {
		return this.requests.at(-1)
	}

	close() {
		this.server.closeAllConnections()
		this.server.close()
	}
}

const provider = await new Provider().listen()

/* The office's file for a profile of ours. */
function adapter(profile, settings = {}, more = {}) {
	writeFileSync(`${office.folder}/secret`, "kunci-rahasia\nmore\n",
	    { mode: 0o600 })
	writeFileSync(`${office.folder}/wa.json`, JSON.stringify({
	    profile: `${SRCDIR}/reports/messenger/adapter/${profile}.json`,
	    settings: { base: provider.base, ...settings },
	    secrets: Object.fromEntries(["token", "key", "app_secret",
	    "verify_token", "hmac", "address"].map(name =>
	    [name, `file:${office.folder}/secret`])),
	    rate: { messages: 1000, seconds: 60 }, ...more }),
	    { mode: 0o600 })
	configure([`whatsapp = ${office.folder}/wa.json`])
}

/* -- without configuration ---------------------------------------------- */

/* Each row once, forward. */
const plan = makePlan(readTable().get(SLUG)).filter((act, i, all) =>
    act.kind !== "return" && act.kind !== "evaluate" &&
    all.findIndex(a => a.pos === act.pos && a.kind !== "return") === i)
const caseId = await walk(office, SLUG, plan.slice(0, 1))
const box = `${office.data}/mailbox`

{
	const [{ id }] = office.query(`SELECT CAST(id AS TEXT) AS id
	    FROM messages WHERE case_id = ${caseId}`)
	const mail = queue("siti@contoh.ac.id")

	is((await messenger()).code, 0, "without configuration it runs")
	const letter = JSON.parse(readFileSync(`${box}/${id}.json`, "utf8"))

	is(letter.to, "+6281234567890", "a message stands in the folder")
	ok(letter.text.startsWith("Yth. Sdr. "), "...with a greeting")
	ok(letter.text.includes("Kode pelacakan: "), "...and the code")
	ok(readFileSync(`${box}/${mail}.eml`, "utf8").includes(
	    "Subject: Permohonan siap\r\n"), "a mail as one")
	is(state(id).message, "sent", "both are sent")
	is(state(mail).route, "mailbox", "...into the mailbox")
	is(readdirSync(box).length, 2, "...and nothing else is there")
	run(`UPDATE messages SET state = 'queued' WHERE id = ${mail};
	    UPDATE deliveries SET state = 'begun' WHERE message_id = ${mail}`)
	await messenger()
	is(readdirSync(box).length, 2, "cut and written again it is the same")
	is(state(mail).repeated, 0, "...not sent twice")
}

/* -- later reports of providers ------------------------------------------ */

const HOOK = "/kabar/whatsapp"
const KEY = "kunci-rahasia"

/* One call of a provider: its status. */
async function call(path, body, type, headers = {}) {
	return (await office.server.ask(office, { method: "POST", path,
	    headers: { "content-type": type, ...headers },
	    body: Buffer.from(body) })).status
}

function json(path, value, headers = () => ({})) {
	const body = JSON.stringify(value)

	return call(path, body, "application/json", headers(body))
}

function hmac(algorithm, body, key = KEY) {
	return createHmac(algorithm, key).update(body).digest("hex")
}

function meta(status, own) {
	return { object: "whatsapp_business_account", entry: [{ changes: [{
	    value: { statuses: [{ id: "wamid.other", status: "read" },
	    { ...own, status, errors: [{ title: "Message undeliverable" }] }]
	    } }] }] }
}

/* -- each profile ------------------------------------------------------- */

const PHONE = "+6281234567890"
const profiles = {
	"whatsapp-cloud": {
		settings: { phone_id: "1234" },
		answer: { messages: [{ id: "wamid.A" }] }, id: "wamid.A",
		call: (id, state, key) => json(HOOK, meta(state, {
		    biz_opaque_callback_data: id, id: "?" }), body => ({
		    "x-hub-signature-256": `sha256=${hmac("sha256", body,
		    key)}` })),
		states: ["sent", "delivered", "read", "failed"],
		path: "/1234/messages",
		header: ["authorization", "Bearer kunci-rahasia"],
		body: (sent, id) => {
			const j = JSON.parse(sent)

			is(j.to, "6281234567890", "...digits alone")
			is(j.biz_opaque_callback_data, id, "...our number")
			return j.text.body
		},
	},
	waha: {
		answer: { id: { _serialized: "true_628@c.us_B" } },
		call: (id, state, key) => json(HOOK, { event: "message.ack",
		    session: "default", payload: { id: "true_628@c.us_B",
		    ack: state } }, body => ({ "x-webhook-hmac":
		    hmac("sha512", body, key) })),
		states: [1, 2, 3, -1],
		id: "true_628@c.us_B", path: "/api/sendText",
		header: ["x-api-key", "kunci-rahasia"],
		body: sent => {
			const j = JSON.parse(sent)

			is(j.chatId, "6281234567890@c.us", "...a chat")
			is(j.session, "default", "...of the session")
			return j.text
		},
	},
	fonnte: {
		answer: { status: true, id: ["80367"] }, id: "80367",
		call: (id, state, key = KEY) => json(`${HOOK}/${key}`,
		    state === "sent" ? { device: "62811", id: "80367",
		    stateid: "S7", status: "sent" } : { device: "62811",
		    stateid: "S7", state }),
		states: ["sent", "delivered", "read", "failed"],
		refused: { status: 200, body: { status: false,
		    reason: "target invalid" } },
		path: "/send", header: ["authorization", "kunci-rahasia"],
		body: sent => {
			const form = new URLSearchParams(sent)

			is(form.get("target"), "6281234567890", "...a target")
			return form.get("message")
		},
	},
	wablas: {
		answer: { status: true, data: { messages: [{ id: "w-1" }] } },
		id: "w-1", path: "/api/send-message",
		call: (id, state, key = KEY) => call(`${HOOK}/${key}`,
		    new URLSearchParams({ id: "w-1", status: state,
		    phone: "62812", note: "ditolak + 100%" }).toString(),
		    "application/x-www-form-urlencoded"),
		states: ["sent", "delivered", "read", "reject"],
		refused: { status: 200, body: { status: false,
		    message: "phone number not registered" } },
		header: ["authorization", "kunci-rahasia"],
		body: sent => {
			const form = new URLSearchParams(sent)

			is(form.get("phone"), "6281234567890", "...a phone")
			return form.get("message")
		},
	},
}

async function sends(name, p) {
	const id = queue(PHONE)

	provider.answer = () => ({ status: 200, body: p.answer })
	const { code, text } = await messenger()

	is(code, 0, `${name}: sent ${code === 0 ? "" : text}`)
	is(provider.last.method, "POST", "...by POST")
	is(provider.last.url, p.path, "...to its address")
	is(provider.last.headers[p.header[0]], p.header[1], "...with its key")
	ok(p.body(provider.last.body, id).includes(
	    "Surat <Anda> & \"dokumen\" siap."), "...with the text as it is")
	is(state(id).message, "sent", "...and is sent")
	is(state(id).state, "accepted", "...whether it arrived is not known")
	is(state(id).provider_id, p.id, "...known there by a name")
}

/* The provider's names of messages sent before are none of this one's. */
function forget() {
	run("UPDATE deliveries SET provider_id = '', alias = ''")
}

async function tells(p) {
	const [sent, delivered, read, failed] = p.states

	forget()
	const id = queue(PHONE)

	provider.answer = () => ({ status: 200, body: p.answer })
	await messenger()
	is(await p.call(id, sent), 200, "it tells that it was sent")
	is(state(id).state, "accepted", "...which is no more than we knew")
	is(await p.call(id, delivered, "another"), 403, "somebody else tells")
	is(state(id).state, "accepted", "...and is not heard")
	is(await p.call(id, read), 200, "that it was read")
	is(await p.call(id, delivered), 200, "...and then, that it arrived")
	is(state(id).state, "read", "...is read")
	await p.call(id, failed)
	is(state(id).message, "sent", "what was read did not fail")
	forget()
	const lost = queue(PHONE), before = sideTasks()

	await messenger()
	await p.call(lost, sent)
	is(await p.call(lost, failed), 200, "that another did not arrive")
	is(state(lost).message, "failed", "...it failed")
	is(await p.call(lost, failed), 200, "...reported twice")
	is(sideTasks(), before + 1, "...is one task")
}

async function refuses(p) {
	const id = queue(PHONE), before = sideTasks()

	provider.answer = () => p.refused ?? { status: 400, body: { error: {
	    message: "not a WhatsApp number" }, message: "no such chat" } }
	await messenger()
	is(state(id).message, "failed", "refused, it is given up")
	ok(state(id).reason !== "", `...with a reason: ${state(id).reason}`)
	is(sideTasks(), before + 1, "...and somebody has a task")
}

async function recovers(p) {
	const id = queue(PHONE), second = queue(PHONE)
	const count = provider.requests.length

	provider.answer = () => ({ status: 503, body: {} })
	is((await messenger()).code, 0, "a provider in trouble is no failure")
	is(provider.requests.length, count + 1, "...it is asked once in a run")
	is(state(id).state, "waiting", "...the message waits")
	ok(state(id).next_at > Date.now() / 1000 + 30, "...a while")
	is(state(second).message, "queued", "...the next, too")
	provider.answer = () => ({ status: 429, body: {},
	    headers: { "retry-after": "1234" } })
	await messenger()
	ok(state(second).next_at > Date.now() / 1000 + 1200,
	    "a pause it asks for is kept")
	provider.answer = () => ({ status: 200, body: p.answer })
	hurry()
	await messenger()
	is(state(id).message, "sent", "then it goes out")
	is(state(second).message, "sent", "...and the next")
	is(state(id).repeated, 0, "...once")
}

/* Count the messages to administrators that a channel stopped. */
function stopNews() {
	return office.one("SELECT count(*) FROM messages WHERE kind = 'channel'")
}

/* A key that is not taken is not a server that is busy. */
async function denies(p, status) {
	const id = queue(PHONE), second = queue(PHONE)
	const count = provider.requests.length, before = stopNews()

	provider.answer = () => ({ status, body: {} })
	is((await messenger()).code, 0, `${status}: the key is not taken`)
	is(provider.requests.length, count + 1, "...which is asked once")
	is(`${state(id).message} ${state(id).state} ${state(id).tries}`,
	    "queued waiting 0", "...the message stays as if never tried")
	is(stopNews(), before + 1, "...the administrator gets a message")
	hurry()
	await messenger()
	hurry()
	await messenger()
	is(provider.requests.length, count + 1, "nothing is tried any more")
	is(stopNews(), before + 1, "...nobody hears it again")
	is(state(second).message, "queued", "...the next waits behind it")
	writeFileSync(`${office.folder}/secret`, "kunci-baru\n")
	provider.answer = () => ({ status: 200, body: p.answer })
	await messenger()
	ok(JSON.stringify(provider.last.headers).includes("kunci-baru"),
	    "with another key it goes on")
	is(`${state(id).message} ${state(second).message}`, "sent sent",
	    "...and all go out")
	is(`${state(id).repeated} ${state(id).tries}`, "0 1", "...once")
}

/* Killed after the provider has it and before that is written down. */
async function killed(name, p) {
	const id = queue(PHONE), count = provider.requests.length

	provider.answer = () => {
		process.kill(messenger.pid, "SIGKILL")
		return { status: 0 }
	}
	is((await messenger()).signal, "SIGKILL", "killed in the middle")
	is(state(id).state, "begun", "...the attempt is on record")
	provider.answer = () => ({ status: 200, body: p.answer })
	is((await messenger()).code, 0, "while its lease lasts")
	is(provider.requests.length, count + 1, "...nothing is sent")
	run("UPDATE leases SET until = 0 WHERE name = 'messenger'")
	await messenger()
	if (name === "whatsapp-cloud") {
		is(provider.requests.length, count + 1,
		    "its callback may still come")
		hurry()
		await messenger()
	}
	is(state(id).message, "sent", "it is not lost")
	is(state(id).repeated, 1, "...and marked as perhaps sent twice")
}

run(`UPDATE people SET email = 'admin@contoh.go.id',
    phone = '+628111' WHERE login = 'admin'`)
for (const [name, p] of Object.entries(profiles)) {
	adapter(name, p.settings)
	await sends(name, p)
	await tells(p)
	await refuses(p)
	await recovers(p)
	await denies(p, name === "waha" ? 403 : 401)
	await killed(name, p)
}

/* -- of an applicant's own row ------------------------------------------- */

{
	adapter("waha")
	const id = queue(PHONE, "Permohonan Anda <menunggu>.")

	run(`UPDATE messages SET task_id = (SELECT id FROM tasks
	    WHERE case_id = ${caseId} AND pos = 1) WHERE id = ${id}`)
	provider.answer = () => ({ status: 400, body: { message: "no chat" } })
	await messenger()
	const [task] = office.query(`SELECT CAST(id AS TEXT) AS id, performer
	    FROM tasks WHERE case_id = ${caseId} AND side = 1 AND pos = 1`)
	const officer = await office.login("petugas-layanan")

	is(task.performer, "petugas-layanan", "somebody of the office has it")
	let page = await officer.get(`/beritahu/${task.id}`)

	await officer.press(page, page.form("ambil"), "ambil")
	page = await officer.get(`/beritahu/${task.id}`)
	ok(page.links.some(href => href.startsWith(
	    "https://wa.me/6281234567890?text=Permohonan%20Anda%20%3Cmenunggu")),
	    "...with the message prepared")
	ok(!page.form("selesai").has("surat"), "...and nothing of the row's form")
	is((await officer.press(page, page.form("selesai"), "selesai")).status,
	    422, "...the way it was reported has to be named")
	is((await officer.press(page, page.form("selesai"), "selesai",
	    { catatan: "Ditelepon pukul 10.15, dijawab sendiri." })).status, 303,
	    "...then it is done")
	is(office.one(`SELECT open FROM tasks WHERE id = ${task.id}`), 0,
	    "...and closed")
	is(office.one(`SELECT count(*) FROM tasks WHERE case_id = ${caseId}
	    AND open = 1 AND side = 0`), 1, "...the case is where it was")
}

/* -- does it work? ------------------------------------------------------- */

{
	const admin = await office.login("admin")
	const page = async () => (await admin.get("/admin/pengiriman")).text

	adapter("waha")
	const id = queue(PHONE)

	provider.answer = () => ({ status: 401, body: { message: "no <key>" } })
	await messenger()
	const checked = await messenger("--check")

	is(checked.code, 1, "--check: the channel is not well")
	ok(/whatsapp \(WAHA\): HTTP 401/.test(checked.text), "...as it says")
	ok(/berhenti sejak .*: no <key>/.test(checked.text), "...it has stopped")
	ok(/antrean: 1, sejak/.test(checked.text), "...how many wait")
	ok(/percobaan berikut: sesudah pengaturan/.test(checked.text),
	    "...and for what")
	ok(/berhasil terakhir: \d{4}-/.test(checked.text), "...the last success")
	ok(/WhatsApp berhenti sejak/.test((await admin.get("/admin")).text),
	    "an administrator sees it at once")
	ok(/kunci ditolak \(no &lt;key&gt;\)/.test((await admin.get(
	    "/admin/pengiriman")).body.toString()), "...and why")
	ok(/1 pesan, sejak/.test(await page()), "...how many wait")
	is((await (await office.login("petugas-layanan")).get(
	    "/admin/pengiriman")).status, 403, "...nobody else")
	is(state(id).message, "queued", "the message waits")
	provider.answer = () => ({ status: 200, body: { status: "WORKING",
	    id: "x" } })
	const well = await messenger("--check")

	is(well.code, 0, `mended at the provider's ${well.text}`)
	ok(!/berhenti/.test(well.text), "...it has not stopped any more")
	ok(/siap pada pemeriksaan/.test(await page()), "...as the page says")
	await messenger()
	is(state(id).message, "sent", "...and the message goes out")
	ok(/tidak diatur; pesannya ditulis/.test(await page()),
	    "what is not set up is called so")
}

{
	const ask = query => office.server.ask(office, { method: "GET",
	    path: `${HOOK}?${query}`, headers: {}, body: null })
	const question = token => "hub.mode=subscribe&hub.challenge=1234&" +
	    `hub.verify_token=${token}`

	adapter("whatsapp-cloud", { phone_id: "1" })
	const yes = await ask(question(KEY)), no = await ask(question("x"))

	is(`${yes.status} ${yes.body}`, "200 1234", "is the address ours?")
	is(no.status, 403, "...asked by somebody else")
	is(await call(`${HOOK}`, "{", "application/json", {
	    "x-hub-signature-256": `sha256=${hmac("sha256", "{")}` }), 400,
	    "signed nonsense is nonsense")
	is(await call(HOOK, "x".repeat(300000), "application/json"), 413,
	    "a body too long")
	is(await call(HOOK, "{}", "text/plain"), 415, "neither JSON nor a form")
	configure()
	is(await call(HOOK, "{}", "application/json"), 404,
	    "without adapter nobody is heard")
}

/* -- what an adapter can say -------------------------------------------- */

{
	adapter("waha", {}, { repeats: "known", rate: { messages: 2,
	    seconds: 3600 } })
	run("UPDATE deliveries SET begun_at = 1")
	const ids = [queue(PHONE), queue(PHONE), queue(PHONE)]

	provider.answer = () => ({ status: 200, body: { id: "x" } })
	await messenger()
	is(ids.filter(id => state(id).message === "sent").length, 2,
	    "no more than the rate allows")
	run(`UPDATE deliveries SET begun_at = 1;
	    UPDATE messages SET state = 'queued' WHERE id = ${ids[0]};
	    UPDATE deliveries SET state = 'begun' WHERE message_id = ${ids[0]}`)
	await messenger()
	is(state(ids[0]).repeated, 0, "who knows repeats gets them unmarked")
	is(state(ids[2]).message, "sent", "later the rest")
}

{
	adapter("whatsapp-cloud", { phone_id: "1" }, { templates: {
	    "*": "sopap_kabar" } })
	queue(PHONE, "Satu.\nDua.")
	provider.answer = () => ({ status: 200, body:
	    profiles["whatsapp-cloud"].answer })
	const dry = await messenger("--dry-run"), count =
	    provider.requests.length

	ok(dry.text.includes("POST ") && dry.text.includes("sopap_kabar"),
	    "a dry run shows the request")
	ok(dry.text.includes("Bearer ***") && !dry.text.includes("kunci-"),
	    "...without its secrets")
	is(provider.requests.length, count, "...and sends nothing")
	await messenger()
	const j = JSON.parse(provider.last.body)

	is(j.template.name, "sopap_kabar", "an approved template")
	ok(j.template.components[0].parameters[0].text.includes("Satu. Dua."),
	    "...takes the text on one line")
}

{
	const id = queue(PHONE)

	provider.close()
	is((await messenger()).code, 0, "nobody listens there any more")
	is(state(id).state, "waiting", "...the message waits")
	for (let tries = 1; tries < 8; tries++) {
		hurry()
		await messenger()
	}
	is(state(id).message, "failed", "after eight tries it is given up")
	is((await messenger("--check")).code, 1, "--check sees it, too")
	writeFileSync(`${office.folder}/wa.json`, "{ \"nam\": 1 }")
	const { code, text } = await messenger()

	is(code, 1, "a wrong file stops the start")
	ok(text.includes("wa.json: nam: unknown key"), `...and says why`)
}

/* -- mail --------------------------------------------------------------- */

const mail = await new MailServer(office).listen()
const lines = mail.lines

configure(lines)
{
	const id = queue("siti@contoh.ac.id", "Naïve – é\n.titik")

	const { code, text } = await messenger("--check")

	is(code, 0, `the mail server is well ${code ? text : ""}`)
	is((await messenger()).code, 0, "mail goes out")
	is(state(id).message, "sent", "...and is sent")
	const [got] = await mail.got(1)

	ok(got.tls, "over TLS")
	is(got.to.join(), "siti@contoh.ac.id", "...to whom it is for")
	is(got.from, "kantor@contoh.go.id", "...from the office")
	ok(got.text.includes(`Message-ID: <${id}.sopap@contoh.go.id>\r\n`),
	    "...under a name that stays")
	ok(got.text.includes("Na=C3=AFve =E2=80=93 =C3=A9\r\n=2Etitik\r\n"),
	    "...in quoted-printable")
}
{
	const refused = queue("ditolak@contoh.ac.id")
	const full = queue("penuh@contoh.ac.id")
	const before = sideTasks()

	await messenger()
	is(state(refused).message, "failed", "a recipient refused for good")
	is(state(refused).reason.slice(0, 8), "SMTP 550", "...with the code")
	is(sideTasks(), before + 1, "...becomes a task")
	is(state(full).state, "waiting", "one refused for now waits")
	run(`UPDATE messages SET state = 'expired' WHERE id = ${full}`)
}
{
	const id = queue("a@contoh.ac.id\r\nRCPT TO:<b@contoh.ac.id>")
	const count = mail.mails.length

	await messenger()
	is(state(id).message, "failed", "an address that is none")
	is(mail.mails.length, count, "...reaches nobody")
}
{
	const id = queue("siti@contoh.ac.id"), count = mail.mails.length
	const before = stopNews()

	configure(lines.filter(line => !line.startsWith("mail_ca")))
	await messenger()
	is(state(id).state, "waiting", "a certificate nobody vouches for")
	is(mail.mails.length, count, "...gets no mail")
	configure(lines.map(line => line.replace("//localhost", "//127.0.0.1")))
	hurry()
	await messenger()
	ok(/SSL|subject/.test(state(id).reason), `...nor one of another name`)
	is(mail.mails.length, count, "...gets no mail")
	configure(lines)
	writeFileSync(`${office.folder}/password`, "lain\n", { mode: 0o600 })
	hurry()
	await messenger()
	is(state(id).message, "queued", "a wrong password is our fault")
	is(stopNews(), before + 1, "...which the administrator gets a message")
	hurry()
	await messenger()
	is(stopNews(), before + 1, "...once")
	is(mail.mails.length, count, "...and no mail's end")
	writeFileSync(`${office.folder}/password`, "rahasia surel\n")
	await messenger()
	is(state(id).message, "sent", "with the right one it goes on")
}
{
	/* Killed after the server has it and before that is written down. */
	const id = queue("lambat@contoh.ac.id")
	const count = mail.mails.length
	const dying = messenger()

	await mail.got(count + 1)
	process.kill(messenger.pid, "SIGKILL")
	is((await dying).signal, "SIGKILL", "killed in the middle of a mail")
	is(state(id).state, "begun", "...the attempt is on record")
	hurry()
	await messenger()
	const [first, second] = (await mail.got(count + 2)).slice(count)
	const name = text => /Message-ID: <[^>]+>/.exec(text)[0]

	is(state(id).message, "sent", "...it is not lost")
	is(state(id).repeated, 1, "...marked as perhaps sent twice")
	is(name(second.text), name(first.text), "...under one Message-ID")
}
for (const [mode, tls] of [["implicit", true], ["plain", false]]) {
	const server = await new MailServer(office).listen(mode)
	const id = queue("siti@contoh.ac.id")

	configure(lines.map(line => line.replace(/smtp:.*/,
	    `${tls ? "smtps" : "smtp"}://localhost:${server.port}`)))
	await messenger()
	is(state(id).message, tls ? "sent" : "queued", tls ?
	    "TLS from the first byte" : "a server without TLS gets no mail")
	is((await server.got(tls ? 1 : 0)).length, tls ? 1 : 0,
	    tls ? "...takes the mail" : "...nor a password")
	ok(server.mails.every(m => m.tls), "...over TLS")
	server.child.kill()
}

/* -- a link instead of the letter ------------------------------------------ */

{
	configure()
	run("UPDATE messages SET state = 'sent'")
	const whole = await walk(office, SLUG, plan)
	const person = office.visitor()

	await messenger()
	const names = office.query(`SELECT CAST(id AS TEXT) AS id FROM messages
	    WHERE case_id = ${whole} AND kind = 'notified'`)
	const { text } = JSON.parse(readFileSync(`${box}/${names[0].id}.json`,
	    "utf8"))
	const [, site, path] = /(http\S+)(\/tautan\/[0-9a-f]{32})\n/.exec(text)

	is(site, office.site, "the last message has a link, below the site")
	ok(text.includes("berlaku 30 hari"), "...good for a while")
	const page = await person.get(path)

	is(page.status, 200, "it opens a page")
	const form = page.forms.find(f => f.has("angka"))
	const wrong = await person.press(page, form, null, { angka: "1111" })

	is(wrong.status, 422, "without the number no letter")
	const letter = await person.press(page, form, null, { angka: "78 90" })

	is(letter.status, 200, "with it")
	is(letter.headers["content-type"], "application/pdf", "...the letter")
	is((await person.get(`${path.slice(0, -1)}x`)).status, 404,
	    "another link opens nothing")
	is((await person.get("/kotak-surat")).status, 404,
	    "the mailbox is nobody's to see")
	configure(["mailbox_page = yes"])
	const mailbox = await person.get("/kotak-surat")

	is(mailbox.status, 200, "unless it is a demo's")
	ok(mailbox.links.includes(path), "...with the link")
	ok(mailbox.text.includes("Surat &lt;Anda&gt; &amp;"), "...and texts as text")
	run("UPDATE links SET expires_at = 1")
	is((await person.get(path)).status, 404, "in the end it is no longer good")
}

await office.close()
done()
