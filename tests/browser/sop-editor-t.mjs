/*
 * sop-editor-t.mjs - an administrator writes a twelfth SOP, Pengelolaan Surat
 * Masuk, on pages: from empty, five rows, one return, a part of its identity.
 * Screens and fields are counted and told.
 */
import { openOffice } from "../web/office.mjs"
import { is, ok } from "../web/tap.mjs"
import { people, says } from "./desk.mjs"
import { done, press, stand, status } from "./kit.mjs"

const HERE = "/admin/sop/pengelolaan-surat-masuk/rancangan"

const office = await openOffice("nginx")
const at = people(office, { script: true })
const plain = people(office, { script: false })
const v = await at("admin")
const counted = { screens: 0, fields: 0 }

/* -- at the keyboard ------------------------------------------------------- */

async function open(path) {
	await v.page.goto(path)
	is(status(v), 200, `${path}: 200`)
	counted.screens++
}

async function go(role, name) {
	await press(v, role, name)
	counted.screens++
}

async function fill(label, text) {
	await v.page.getByLabel(label, { exact: true }).fill(text)
	counted.fields++
}

async function pick(label, option) {
	await v.page.getByLabel(label, { exact: true }).selectOption(
	    { label: option })
	counted.fields++
}

async function tick(label) {
	await v.page.getByLabel(label, { exact: true }).check()
	counted.fields++
}

/* A row as the paper has it. */
async function row({ activity, name, who, kind, time, needs, output }) {
	await fill("Kegiatan", activity)
	await fill("Nama pendek (opsional)", name)
	await pick("Pelaksana", who)
	await tick(kind)
	await fill("Waktu", time)
	await fill("Kelengkapan (opsional)", needs)
	await fill("Output (opsional)", output)
}

const rows = [
	{ activity: "Admin Kanwil menerima dan mencatat surat masuk",
		name: "Terima dan catat", who: "Admin Kanwil",
		kind: "Permohonan", time: "5-10 menit", needs: "Surat masuk",
		output: "Lembar disposisi" },
	{ activity: "Kepala Bagian menelaah surat dan memberi pertimbangan",
		name: "Telaah surat", who: "Kabag Program dan Humas",
		kind: "Pemeriksaan", time: "1 hari", needs: "Lembar disposisi",
		output: "Pertimbangan" },
	{ activity: "Kepala Divisi Administrasi mendisposisikan surat",
		name: "Disposisi", who: "Kadivmin", kind: "Disposisi",
		time: "1 hari", needs: "Pertimbangan", output: "Disposisi" },
	{ activity: "JFU menindaklanjuti surat sesuai disposisi",
		name: "Tindak lanjut", who: "JFU", kind: "Pencatatan",
		time: "1-3 hari", needs: "Disposisi", output: "Tindak lanjut" },
	{ activity: "Admin Kanwil mengarsipkan surat", name: "Arsipkan",
		who: "Admin Kanwil", kind: "Pengarsipan", time: "10 menit",
		needs: "Surat, tindak lanjut", output: "Arsip" },
]

/* -- the story ------------------------------------------------------------- */

await open("/admin/sop")
await go("link", "Tambah SOP")
await stand(v, "a new SOP")
await fill("Nama SOP", "Pengelolaan surat masuk")
await tick("Divisi Administrasi")
await pick("Mulai dari", "Kosong")
await go("button", "Mulai rancangan")
await stand(v, "an empty draft")
await go("link", "Tambah langkah")

await stand(v, "a new row")
for (const [i, r] of rows.entries()) {
	await row(r)
	if (i === 1) {
		await v.page.getByText("Pengembalian dan penolakan", { exact: true }).click()
		await tick("Langkah 1: Terima dan catat")
		await v.page.waitForFunction(() => document.querySelector(
		    "#bagan")?.innerText.includes("Tidak: langkah 1"))
		ok(true, "the flowchart follows what is typed")
	}
	await go("button", i < rows.length - 1 ?
	    "Simpan, lalu langkah berikutnya" : "Simpan langkah")
}
await says(v, "perlu dilengkapi", "the overview says what is missing")
await stand(v, "a draft with rows")

await go("link", "Ubah identitas")
await stand(v, "the identity")
await fill("Judul", "SOP PENGELOLAAN SURAT MASUK")
await fill("Sebutan satu pelaksanaannya", "surat")
await fill("Judul pencatatan (opsional)", "PENCATATAN DAN PENDATAAN")
	.catch(async () => {
		await v.page.getByText("Daftar pada halaman identitas").click()
		await fill("Judul pencatatan (opsional)",
		    "PENCATATAN DAN PENDATAAN")
	})
await go("button", "Simpan identitas")

/* The same pages without script. */
const p = await plain("admin")

await p.page.goto(`${HERE}/langkah/2`)
await press(p, "button", "Pratinjau")
await says(p, "Tidak: langkah 1", "the flowchart by its button")
await stand(p, "a row")
await p.page.goto(HERE)
await stand(p, "a draft")
await press(p, "button", "Naik langkah 3")
await says(p, "Telaah", "a row moved")
await press(p, "button", "Turun langkah 2")

await open(`${HERE}/teks`)
await stand(v, "the text of a draft")

console.log(`# the twelfth SOP: ${counted.screens} screens, ` +
    `${counted.fields} fields`)
await done()
await office.close()
