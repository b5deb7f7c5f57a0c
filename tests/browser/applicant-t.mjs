/*
 * applicant-t.mjs - a request by the public, in a browser with scripts.
 */
import { publicRequest } from "./applicant.mjs"

await publicRequest({ script: true })
