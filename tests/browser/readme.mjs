/*
 * readme.mjs - makes the pictures of README.md from a demo that runs:
 *
 *	node tests/browser/readme.mjs http://127.0.0.1:8080 PASSWORD
 */
import { fileURLToPath } from "node:url"
import { logIn, visit } from "./kit.mjs"

const [site, password] = process.argv.slice(2)
const folder = fileURLToPath(new URL("../../htdocs/readme", import.meta.url))
const visitor = await visit(site)
const { page } = visitor

await page.setViewportSize({ width: 1120, height: 640 })
await logIn(visitor, "tu", password)
await page.screenshot({ path: `${folder}/kotak-masuk.png` })
await page.setViewportSize({ width: 1120, height: 3000 })
await page.goto("/laporan")
const box = await page.locator("main img").first().boundingBox()

await page.screenshot({ path: `${folder}/peran.png`,
    clip: { ...box, height: 690 } })
await page.context().browser().close()
