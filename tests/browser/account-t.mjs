/*
 * account-t.mjs - one's own account: the devices, another password, a second
 * code with its picture; a link for who forgot; the record of security.
 */
import { createHmac } from "node:crypto"
import { openOffice } from "../web/office.mjs"
import { ok } from "../web/tap.mjs"
import { says, type } from "./desk.mjs"
import { done, logIn, press, stand, visit } from "./kit.mjs"

const PASSWORD = "gajah mina berenang"

/* The code of a key at this moment (RFC 6238). */
function code(base32) {
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
	const bits = [...base32].map(c => letters.indexOf(c).toString(2)
	    .padStart(5, "0")).join("")
	const key = Buffer.from(bits.match(/.{8}/g).map(b => parseInt(b, 2)))
	const step = Buffer.alloc(8)

	step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30000)))
	const mac = createHmac("sha1", key).update(step).digest()
	const at = mac[19] & 15

	return String((mac.readUInt32BE(at) & 0x7fffffff) % 1000000)
	    .padStart(6, "0")
}

async function secondCode(v, office) {
	await press(v, "link", "Atur kode kedua")
	await stand(v, "kode-kedua")
	await type(v, "Kata sandi Anda sekarang", office.password)
	await press(v, "button", "Mulai memasang")
	await stand(v, "kode-kedua, gambar")
	const key = (await v.page.locator("main dd").first().innerText())
	    .replace(/\s/g, "")

	await type(v, "Kode dari ponsel", "000000")
	await press(v, "button", "Pasang kode kedua")
	await says(v, "Kode tidak cocok", "a wrong code")
	await stand(v, "kode-kedua, galat")
	await type(v, "Kode dari ponsel", code(key))
	await press(v, "button", "Pasang kode kedua")
	await says(v, "Simpan kode cadangan", "it is set up")
	await stand(v, "kode-kedua, cadangan")
	await press(v, "link", "Sudah saya simpan")
	await says(v, "Terpasang sejak", "the account knows")
}

async function story(script) {
	const office = await openOffice("nginx")
	const v = await visit(office.site, { script })

	await v.page.goto("/masuk")
	await press(v, "link", "Lupa kata sandi")
	await stand(v, "lupa")
	await type(v, "NIP atau nama pengguna", "kakanwil")
	await press(v, "button", "Kirim tautan")
	await says(v, "Bila akun itu ada", "a link is asked for")
	await logIn(v, "admin", office.password)
	await press(v, "link", "Pegawai admin")
	await stand(v, "akun")
	await secondCode(v, office)
	await v.page.goto("/akun/bukti?kembali=/admin")
	await stand(v, "bukti")
	await v.page.goto("/akun")
	await press(v, "link", "Ganti kata sandi")
	await stand(v, "akun, sandi")
	await type(v, "Kata sandi Anda sekarang", office.password)
	await type(v, "Kata sandi baru", "sopap")
	await press(v, "button", "Ganti kata sandi")
	await stand(v, "akun, sandi, galat")
	await type(v, "Kata sandi Anda sekarang", office.password)
	await type(v, "Kata sandi baru", PASSWORD)
	await press(v, "button", "Ganti kata sandi")
	await says(v, "Kata sandi diganti", "another password")
	await v.page.goto("/admin/keamanan")
	await stand(v, "keamanan")
	await press(v, "button", "Cari")
	ok(await v.page.getByRole("cell", { name: "Kata sandi diganti" })
	    .count() > 0, "the record has it")
	await v.page.goto("/akun")
	await press(v, "button", "Keluar dari semua perangkat")
	await says(v, "Anda sudah keluar", "out everywhere")
	await office.close()
}

await story(true)
await done()
