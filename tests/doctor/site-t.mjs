/*
 * site-t.mjs - sopap doctor asks the office's own site, through a real nginx:
 * it answers, its programs are gone, it is gone.
 */
import { execFileSync } from "node:child_process"
import { chmodSync, copyFileSync, mkdirSync } from "node:fs"
import { openOffice } from "../web/office.mjs"
import { done, is, needs, ok } from "../web/tap.mjs"

needs("messenger")
const { BUILDDIR } = process.env
const office = await openOffice("nginx")
const bin = `${office.folder}/bin`

/* The finding about the site, from programs that lie side by side. */
function site() {
	let text = ""

	try {
		text = execFileSync(`${bin}/sopap`, ["doctor", "--json"],
		    { env: office.env, encoding: "utf8",
		    stdio: ["ignore", "pipe", "ignore"] })
	} catch (error) {	/* other checks may find something */
		text = error.stdout
	}
	return JSON.parse(text).findings.find(f => f.check === "site")
}

mkdirSync(bin)
copyFileSync(`${BUILDDIR}/lib/tool/sopap`, `${bin}/sopap`)
copyFileSync(`${BUILDDIR}/reports/messenger/sopap-messenger`,
    `${bin}/sopap-messenger`)
chmodSync(`${bin}/sopap`, 0o755)

const well = site()

is("ok", well.state, "the site answers")
is(`${office.site} menjawab`, well.text, "...by its address")

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
const bad = site()
is("fault", bad.state, "without its program the first page does not come")
ok(/HTTP 50\d/.test(bad.text), `...which is told: ${bad.text}`)
ok(bad.remedy !== "", "...with a remedy")
await end(nginx)
const gone = site()
is("fault", gone.state, "nor without the web server")
ok(gone.text.includes(office.site), `...which is told: ${gone.text}`)
await office.close()
done()
