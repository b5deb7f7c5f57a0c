/*
 * report-send-t.mjs - what leaves the office about a month: the report, mailed as one
 * file to the holders of a role, and the root of the closed month, mailed to
 * somebody outside.  Both come to a real SMTP server and are read by Python's
 * own mail library.
 */
import { execFileSync, spawn, spawnSync } from "node:child_process"
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs"
import { openOffice } from "../../web/office.mjs"
import { done, is, needs, ok, skipAll } from "../../web/tap.mjs"
import { MailServer } from "../messenger/mailserver.mjs"

const { SRCDIR, BUILDDIR } = process.env

needs("messenger")
if (spawnSync("/usr/bin/python3", ["-c", "import aiosmtpd"]).status !== 0)
	skipAll("no aiosmtpd")

const office = await openOffice("cgi", { months: 1, until: "2026-07-03" })
const server = await new MailServer(office).listen()
const conf = `${office.folder}/sopap.conf`
const plain = readFileSync(conf, "utf8")

function configure(...lines) {
	writeFileSync(conf, [plain, ...lines, ""].join("\n"), { mode: 0o600 })
}

/* A program of ours to its end, a minute at most: its words.  Meanwhile the
 * server's are read. */
async function run(program, ...args) {
	const child = spawn(`${BUILDDIR}/${program}`, args, { env: office.env,
	    stdio: ["ignore", "pipe", "pipe"], timeout: 60000 })
	let text = ""

	child.stdout.on("data", data => { text += data })
	child.stderr.on("data", data => { text += data })
	const code = await new Promise(resolve => child.once("close", resolve))

	is(code, 0, `${program} ${args[0] ?? ""} ${code ? text : ""}`)
	return text
}

function report(folder, ...args) {
	return run("reports/month/sopap-report", "--assets",
	    `${BUILDDIR}/htdocs/assets`, "--period", "2026-06", "--out",
	    `${office.folder}/${folder}`, ...args)
}

/* A mail as Python reads it: its text, and its file written to disk. */
const READ = `
import email, email.policy, json, sys
m = email.message_from_file(sys.stdin, policy=email.policy.SMTP)
files = list(m.iter_attachments())
for f in files:
    open(sys.argv[1], "wb").write(f.get_content())
print(json.dumps({"subject": m["subject"], "type": m.get_content_type(),
    "defects": [str(d) for p in m.walk() for d in p.defects],
    "text": m.get_body().get_content().replace("\\r\\n", "\\n"),
    "names": [f.get_filename() for f in files],
    "types": [f.get_content_type() for f in files]}))`

function read(text) {
	return JSON.parse(execFileSync("/usr/bin/python3", ["-c", READ,
	    `${office.folder}/got.zip`], { input: text, encoding: "utf8" }))
}

/* Its history ends long ago: the clock is right all the same.  Nothing waits. */
is(office.sopap("tick", "--yes").code, 0, "the office goes on")
execFileSync("sqlite3", [`${office.data}/office.db`,
    "UPDATE messages SET state = 'sent' WHERE state = 'queued';" +
    "UPDATE people SET email = 'kepala@contoh.go.id' WHERE login = 'kakanwil'"])

/* The history ended months ago: an office that slept says that the clock is
 * right, or nothing goes out. */
await run("lib/tool/sopap", "tick", "--yes")
execFileSync("sqlite3", [`${office.data}/office.db`, "DELETE FROM messages"])

/* -- the report ------------------------------------------------------------- */

configure(...server.lines)
{
	ok((await report("satu", "--mail", "kakanwil")).includes("1 surel"),
	    "the report is sent to the holder of a role")
	await run("reports/messenger/sopap-messenger")
	const [{ to, text }] = await server.got(1)
	const mail = read(text)

	is(to.join(), "kepala@contoh.go.id", "it comes to him")
	is(mail.defects.join(), "", "...without a fault")
	ok(/^Laporan evaluasi layanan, Juni 2026/.test(mail.subject),
	    "...with its heading")
	ok(mail.text.includes("/laporan/2026-06/"), "...its address")
	is(mail.names.join(), "laporan-2026-06.zip", "...and one file")
	is(mail.types.join(), "application/zip", "...a ZIP")
	is(text.split("\r\n").filter(line => line.length > 78).length, 0,
	    "no line is longer than 78")
	const [, base64] = /base64\r\n\r\n([^-]*)\r\n--/s.exec(text)
	const lines = base64.trimEnd().split("\r\n")

	ok(lines.length > 100, `${lines.length} lines of base64`)
	is(lines.slice(0, -1).filter(l => l.length !== 76).length, 0,
	    "...76 characters each, but the last")
	mkdirSync(`${office.folder}/got`)
	execFileSync("/usr/bin/python3", ["-m", "zipfile", "-e",
	    `${office.folder}/got.zip`, `${office.folder}/got`])
	is(spawnSync("diff", ["-r", `${office.folder}/got`,
	    `${office.folder}/satu`]).status, 0,
	    "unpacked it is the folder, byte by byte")
	const names = readdirSync(`${office.folder}/got`)

	ok(names.includes("index.html") && names.includes("peran.png") &&
	    names.includes("log.xes"), `...of ${names.length} files`)
	const html = readFileSync(`${office.folder}/got/index.html`, "utf8")
	const missing = [...html.matchAll(/ (?:src|href)="([^"#:]+)"/g)]
		.map(m => m[1]).filter(name => !names.includes(name))

	is(missing.join(), "", "...which needs nothing that is not there")
	is([...html.matchAll(/(?:src|srcset|action)="([^"]*:[^"]*)"/g)].join(),
	    "", "...nor anything of another host")
}

{
	is(readdirSync(office.folder).filter(n => /^satu\./.test(n)).join(), "",
	    "nothing is left beside the folder")
	ok((await report("satu", "--mail", "kakanwil")).includes("0 surel"),
	    "nobody gets it twice")
}

{
	configure(...server.lines, "mail_max = 65536")
	execFileSync("sqlite3", [`${office.data}/office.db`,
	    "UPDATE messages SET fact = NULL WHERE kind = 'announcement'"])
	ok((await report("dua", "--mail", "kakanwil")).includes("tidak dilampirkan"),
	    "a report too large for a mail is not attached")
	await run("reports/messenger/sopap-messenger")
	const mail = read((await server.got(2))[1].text)

	is(mail.names.length, 0, "...the mail has no file")
	ok(/terlalu besar.*\n.*\/laporan\/2026-06\//.test(mail.text),
	    "...and says where to read it")
}

/* -- the root --------------------------------------------------------------- */

{
	configure(...server.lines, "root_mail = inspektorat@contoh.go.id")
	const closed = await run("lib/tool/sopap", "--data", office.data, "month",
	    "close", "2026-06")
	const root = /akar ([0-9a-f]{64})/.exec(closed)[1]

	await run("lib/tool/sopap", "--data", office.data, "month", "close",
	    "2026-06")
	is(office.query("SELECT count(*) AS n FROM messages " +
	    "WHERE kind = 'root'")[0].n, 1, "the closing queues one mail")
	await run("reports/messenger/sopap-messenger")
	const [, , { to, text }] = await server.got(3)
	const mail = read(text)

	is(to.join(), "inspektorat@contoh.go.id", "the root leaves the office")
	is(mail.subject, "Sidik jari riwayat Juni 2026", "...by its month")
	ok(mail.text.includes(`Sidik jari riwayat:\n${root}\n`),
	    "...whole, no digit of it hidden")
	ok(mail.text.includes(`sopap verify --root ${root}`),
	    "...with the way to compare it")
	const kept = /verify --root ([0-9a-f]{64})/.exec(mail.text)[1]
	const verify = () => spawnSync(`${BUILDDIR}/lib/tool/sopap`, ["--data",
	    office.data, "verify", "--root", kept], { env: office.env })

	is(verify().status, 0, "today the history is that of the mail")
	/* As somebody with the file would: the last event, and the chain and
	 * the root anew, so that the office alone sees nothing. */
	execFileSync("sqlite3", [`${office.data}/office.db`,
	    `DROP TRIGGER events_no_update;
	    UPDATE months SET root = '${"0".repeat(64)}'`])
	ok(verify().status !== 0, "written anew, its reader can see that")
}

await done()
await office.close()
