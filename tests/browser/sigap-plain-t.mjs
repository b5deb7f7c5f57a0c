/* sigap-plain-t.mjs - the same story with JavaScript off. */
import { openOffice } from "../web/office.mjs"
import { done } from "./kit.mjs"
import { sigap } from "./story.mjs"

const office = await openOffice("nginx")

await sigap(office, { script: false })
await done()
await office.close()
