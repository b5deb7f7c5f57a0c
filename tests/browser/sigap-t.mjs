/* sigap-t.mjs - the story of a request, in an ordinary browser. */
import { openOffice } from "../web/office.mjs"
import { done } from "./kit.mjs"
import { sigap } from "./story.mjs"

const office = await openOffice("nginx")

await sigap(office, { script: true })
await done()
await office.close()
