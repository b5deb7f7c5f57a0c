/*
 * uploads.mjs - 50 uploads of 20 MB at once: through nginx into one process,
 * and each into a process of its own as plain CGI.
 */
import { flood } from "../web/flood.mjs"
import { openOffice } from "../web/office.mjs"

const COUNT = Number(process.env.UPLOADS ?? 50)
const BYTES = 20 * 1000 * 1000
const LIMIT = 64 * 1024		/* kB a process may take */

for (const server of ["nginx", "cgi"]) {
	const office = await openOffice(server)
	const person = await office.login("admin-user")
	const { taken, seconds, most } = await flood(office, person,
	    "/mulai/sigap-magang-penelitian", { count: COUNT, bytes: BYTES })
	const peaks = Object.entries(most).filter(([name]) =>
	    ["submit", "qpdf", "pdfsig"].includes(name)).map(([name, peak]) =>
	    `${name} ${(peak / 1024).toFixed(1)} MB`).join(", ")

	console.log(`${server}: ${taken} of ${COUNT} files of ${BYTES / 1e6} ` +
	    `MB taken in ${seconds.toFixed(1)} s; at most ${peaks}`)
	if (taken !== COUNT || Object.values(most).some(peak => peak > LIMIT))
		process.exitCode = 1
	await office.close()
}
