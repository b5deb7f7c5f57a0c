/*
 * english-t.mjs - the public pages in English, on a phone too: the choice, the
 * pages, and the words that the script puts in.
 */
import { openOffice } from "../web/office.mjs"
import { is } from "../web/tap.mjs"
import { begin, write } from "../web/walk.mjs"
import { people, says, titled } from "./desk.mjs"
import { done, press, stand } from "./kit.mjs"

const PAGES = { "/bantuan": "help", "/ajukan": "apply",
	"/ajukan/izin-magang-penelitian": "start", "/masuk": "log-in",
	"/daftar": "register", "/verifikasi": "verify",
	"/pengaduan": "complaint", "/sidik-jari": "fingerprints",
	"/tidak-ada": "error" }

async function choose(v) {
	await v.page.goto("/")
	await press(v, "link", "English")
	is(await v.page.locator("html").getAttribute("lang"), "en",
	    "the page is English")
	await stand(v, "english, home")
	for (const [path, name] of Object.entries(PAGES)) {
		await v.page.goto(path)
		await stand(v, `english, ${name}`)
	}
}

async function complain(v) {
	await v.page.goto("/pengaduan")
	await press(v, "button", "Send complaint")
	await says(v, "There is a problem", "an error is told in English")
	await stand(v, "english, complaint, error")
	if (v.script)
		await says(v, "3,000 characters left", "... and by the script")
}

/* Sentences that are still Indonesian have one of these. */
function foreign(page) {
	return page.text.replace(/^.*<body/s, "").replace(/<[^>]*>/g, " ")
		.match(/.{0,30} (yang|dan|Anda|untuk|dengan|tidak|permohonan|oleh|dari) .{0,30}/g)
		?.join(" | ") ?? ""
}

async function track(v, office) {
	const guest = office.visitor()

	await guest.get("/?bahasa=en")
	is(foreign(await write(guest, "/ajukan/izin-magang-penelitian")), "",
	    "the answers before sending, in English")
	const sent = await begin(guest, "izin-magang-penelitian",
	    { publicly: true })

	is(foreign(sent), "", "a request sent, in English")
	const code = /[2-9A-Z]{4}(-[2-9A-Z]{4}){2}/.exec(sent.text)[0]

	await v.page.goto("/lacak")
	await stand(v, "english, track")
	await v.page.getByLabel("Tracking code").fill(code)
	await press(v, "button", "Track an application")
	await titled(v, "In progress: step 3 of 5", "a case in English")
	await stand(v, "english, status")
	await press(v, "link", "Bahasa Indonesia")
	await titled(v, "Sedang diproses: langkah 3 dari 5",
	    "... and in Indonesian")
}

async function story(script) {
	const office = await openOffice("nginx")
	const v = await people(office, { script })("")

	await choose(v)
	await complain(v)
	await track(v, office)
	await office.close()
}

await story(true)
await story(false)
await done()
