import { execFileSync, spawn } from "node:child_process"
import { existsSync, readFileSync, readdirSync } from "node:fs"
import { openOffice, pdf } from "./office.mjs"
import { done, is, ok } from "./tap.mjs"
const office = await openOffice("nginx", { months: 1, prefix: "" })
const say = (...a) => console.log("#", ...a)
try {

	const admin = await office.login("admin")
	const code = office.one("SELECT body FROM messages WHERE body LIKE '%Kode pelacakan:%' ORDER BY id DESC LIMIT 1")
	const k = /([2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4})/.exec(code)[1]
	const wrong = office.visitor()
	for (let i = 0; i < 30; i++) {
		const p = await wrong.get("/lacak")
		await wrong.press(p, p.forms.find(x => x.has("kode")), null, { kode: "ABCDEFGHJKMN" })
	}
	office.tamper("INSERT INTO throttles (kind, key, tries, until) SELECT 'angka-semua', 'x', 2000, strftime('%s','now')+800")
	const p = await wrong.get("/lacak")
	const r = await wrong.press(p, p.forms.find(x => x.has("kode")), null, { kode: k })
	say("13 right code:", r.status, r.location, r.heading)
	ok(r.status === 303 || r.status === 200, "13 a right code opens although others guessed")
	// 4
	const l = office.query("SELECT number, case_id FROM letters WHERE state='valid' LIMIT 1")[0]
	say("4 letter", JSON.stringify(l))
	const ap = office.visitor()
	const ap1 = await ap.get("/ajukan/keterangan-selesai-sertifikat")
	const st = await ap.press(ap1, ap1.forms.find(x => x.entries().some(([n, v]) => v === "mulai") || /mulai/.test(ap1.text)), "mulai")
	say("4 begin", st.status, st.location)
	const c = office.query(`SELECT applicant, phone FROM cases WHERE id = ${l?.case_id ?? 0}`)[0]
	const d1 = await ap.get(st.location)
	const form1 = d1.forms.find(x => x.has("izin_terdahulu"))
	const d2 = await ap.press(d1, form1, null, { jenis_permohonan: "sertifikat-magang", izin_terdahulu: l?.number ?? "W.6-1", angka: (c?.phone ?? "0000").slice(-4) })
	const d3 = d2.status === 303 ? await ap.get(d2.location) : d2
	say("4 next", d2.status, d3.heading)
	ok(!c || (!d3.text.includes(c.applicant) && !d3.text.includes(c.phone)), "4 number and digits give nothing away")
	// 15/14
	const vp = await wrong.get("/verifikasi")
	const token = vp.forms[0].entries().find(([n]) => n === "csrf")[1]
	const fields = [...vp.text.matchAll(/<input[^>]*type="file"[^>]*>/g)].map(x => x[0])
	say("15", fields.join(" "), vp.forms.map(x => x.action + ":" + x.multipart).join(" "))
	const qpdf = execFileSync("sh", ["-c", "command -v qpdf"]).toString().trim()
	const holder = spawn("flock", [qpdf, "sleep", "40"], { detached: true })
	await new Promise(q => setTimeout(q, 300))
	const r2 = await wrong.post("/verifikasi", [["csrf", token], ["lain", pdf()], ["lain2", pdf()]], true)
	is(r2.status, 413, "14 files of unknown names")
	const op = await office.login(office.one("SELECT login FROM people WHERE institution_id IS NOT NULL AND active = 1 LIMIT 1"))
	const t0 = Date.now()
	const d = await ap.press(d1, form1, null, { jenis_permohonan: "x" })
	const lem = await op.get("/lembaga")
	const lf = lem.forms.find(x => x.multipart)
	say("15 lembaga", lem.status, lem.heading, [...lem.text.matchAll(/href="(\/lembaga[^"]*)"/g)].map(x => x[1]).join(" "))
	const lr = lf ? await op.post(lf.action ?? "/lembaga", [...lf.entries().filter(([n]) => n !== "berkas" && n !== "laporan"), ["laporan", pdf()], ["berkas", pdf()]], true) : { status: 0 }
	say("15 upload", lr.status, Date.now() - t0, "ms", lr.errors)
	ok(Date.now() - t0 < 5000, "15 a stranger who locks qpdf stops nobody")
	process.kill(-holder.pid)
	const kep = await office.login(office.one("SELECT p.login FROM rights g JOIN holders h ON h.role_id = g.role_id JOIN people p ON p.id = h.person_id WHERE g.word = 'data-pribadi' LIMIT 1"))
	for (const x of ["/admin/keamanan", "/admin/data-pribadi", "/admin/musnah"]) is((await kep.ask("GET", x)).status, 200, `10 ${x}`)
	say("9", (await kep.get("/admin/keamanan")).text.includes("Kata sandi"), (await kep.get("/admin/keamanan")).heading)
	// 26
	execFileSync("sh", ["-c", "cp $(find /usr/share -name '*.png' -size -20k | head -1) /tmp/zz-secret.png; chmod 644 /tmp/zz-secret.png"])
	const usr = execFileSync("sh", ["-c", "find /usr/share -name '*.png' -size -20k | head -1"]).toString().trim()
	const lp = await admin.get("/admin/surat/kop")
	const kf = lp.forms.find(x => x.has("teks"))
	const text = kf.entries().find(([n]) => n === "teks")[1]
	const size = async logo => {
		const t = text.replace(/^logo:.*\n/gm, "").replace(/^(kop:.*)$/m, `logo: ${logo}\n$1`)
		const a = await admin.post(kf.action ?? lp.path, [...kf.entries({ teks: logo === null ? text : t }), ["lihat", "ya"]])
		return `${a.status} ${a.text.length} ${a.errors ?? ""}`
	}
	say("26 buttons", [...lp.text.matchAll(/<button[^>]*>/g)].map(x => x[0]).join(" "), text.slice(0, 300))
	say("26 own", await size(null), "| usr", await size(usr), "| tmp", await size("/tmp/zz-secret.png"), "| files", await size("/etc/shadow"))
} catch (e) { say(e.stack) } finally { await office.close() }
done()
