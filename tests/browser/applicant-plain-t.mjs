/*
 * applicant-plain-t.mjs - the same in a browser without scripts.
 */
import { publicRequest } from "./applicant.mjs"

await publicRequest({ script: false })
