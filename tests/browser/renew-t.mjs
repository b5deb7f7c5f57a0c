/*
 * renew-t.mjs - with scripts the inbox renews its counts each minute, and does
 * so no more once its person has logged out.
 */
import { openOffice } from "../web/office.mjs"
import { is, ok } from "../web/tap.mjs"
import { people } from "./desk.mjs"
import { done } from "./kit.mjs"

const office = await openOffice("nginx", { months: 1 })
const at = people(office, { script: true })
const { page, context } = await at("kakanwil")
const asked = []

page.on("request", r => r.headers()["sopap-renew"] && asked.push(r))

/* A minute goes by in the browser; what it asked for has come. */
async function minute() {
	const before = asked.length

	await page.clock.fastForward(60100)
	await page.waitForFunction("document.readyState === 'complete'")
	if (asked.length > before)
		await (await asked.at(-1).response()).finished()
	/* ... and its script has run */
	await page.evaluate("new Promise(done => requestAnimationFrame(done))")
	return asked.length - before
}

await page.clock.install()
await page.goto("/kotak-masuk")
await page.waitForFunction(
    "document.body.classList.contains('govuk-frontend-supported')")
const counts = page.locator("[data-renew]")

await counts.evaluate(p => { p.textContent = "lama" })
is(await minute(), 1, "after a minute the inbox asks again")
ok(await counts.filter({ hasText: /tugas\. Diperbarui/ }).waitFor()
    .then(() => true, () => false), "... and shows what it was told")
is(await minute(), 1, "after another, again")

const other = await context.newPage()
await other.goto(`${office.site}/kotak-masuk`)
await other.getByRole("button", { name: "Keluar" }).click()
await other.waitForURL(/masuk/)
is(await minute(), 1, "logged out elsewhere, it asks once more")
ok(/tugas\. Diperbarui/.test(await counts.innerText()),
    "... and leaves the page as it was")
is(await minute(), 0, "... and then no more")
await done()
await office.close()
