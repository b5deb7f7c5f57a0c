/*
 * site-t.mjs - sopap doctor asks the office's own site, through a real nginx:
 * it answers, something else does, its programs are gone, it is gone.
 */
import { execFile } from "node:child_process"
import { once } from "node:events"
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync }
    from "node:fs"
import { createServer } from "node:http"
import { promisify } from "node:util"
import { openOffice } from "../web/office.mjs"
import { done, is, needs, ok } from "../web/tap.mjs"

needs("messenger")
const { BUILDDIR } = process.env
const office = await openOffice("nginx")
const bin = `${office.folder}/bin`

/* The finding about the site, from programs that lie side by side. */
async function site(env = office.env) {
	/* Other checks may find something. */
	const { stdout } = await promisify(execFile)(`${bin}/sopap`,
	    ["doctor", "--json"], { env }).catch(error => error)

	return JSON.parse(stdout).findings.find(f => f.check === "site")
}

mkdirSync(bin)
copyFileSync(`${BUILDDIR}/lib/tool/sopap`, `${bin}/sopap`)
copyFileSync(`${BUILDDIR}/reports/messenger/sopap-messenger`,
    `${bin}/sopap-messenger`)
chmodSync(`${bin}/sopap`, 0o755)

const well = await site()

is("ok", well.state, "the site answers")
is(`${office.site} menjawab`, well.text, "...by its address")

/* What a web server says that has never heard of the office. */
const other = createServer((request, answer) =>
    answer.end("<h1>It works!</h1>")).listen(0, "127.0.0.1")

await once(other, "listening")

const conf = `${office.folder}/other.conf`

writeFileSync(conf, readFileSync(office.env.SOPAP_CONF, "utf8").replace(
    /^site *=.*/m, `site = http://127.0.0.1:${other.address().port}`))
const foreign = await site({ ...office.env, SOPAP_CONF: conf })

other.close()
is("fault", foreign.state, "the first page of another site is found out")
ok(foreign.text.endsWith("yang menjawab bukan situs kantor ini"),
    "...which is told")

const admin = await office.login("admin")
const page = await admin.get("/admin/sistem")

is(200, page.status, "the page of the same list")
ok(page.text.includes("Ruang disk"), "...has its checks")

/* nginx stays, the program of the first page does not. */
const home = office.children.find(c => c.spawnfile.endsWith("/home"))
const nginx = office.children.find(c => c.spawnfile.includes("nginx") ||
    c.spawnargs.some(a => a.includes("nginx")))

async function end(child) {
	const ended = new Promise(resolve => child.once("exit", resolve))

	child.kill("SIGTERM")
	await ended
}

office.closing = true
await end(home)
const bad = await site()
is("fault", bad.state, "without its program the first page does not come")
ok(/HTTP 50\d/.test(bad.text), `...which is told: ${bad.text}`)
ok(bad.remedy !== "", "...with a remedy")
await end(nginx)
const gone = await site()
is("fault", gone.state, "nor without the web server")
ok(gone.text.includes(office.site), `...which is told: ${gone.text}`)
await office.close()
done()
