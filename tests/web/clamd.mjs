/*
 * clamd.mjs - a stand-in for clamd, the virus scanner: it finds something in
 * whatever says EICAR, and looks at nothing that is larger than `limit`; then
 * it answers and hangs up in the middle, as clamd does.
 */
import { unlinkSync } from "node:fs"
import { createServer } from "node:net"

const HEAD = "zINSTREAM\0"

/* The file in a command, without the lengths of its chunks; null while there
 * is more to come. */
function unpack(data) {
	const parts = []
	let at = HEAD.length

	while (at + 4 <= data.length) {
		const size = data.readUInt32BE(at)

		if (size === 0)
			return Buffer.concat(parts)
		parts.push(data.subarray(at + 4, at + 4 + size))
		at += 4 + size
	}
	return null
}

export class Clamd {
	constructor(path) {
		this.path = path
		this.seen = 0
		this.limit = Infinity	/* StreamMaxLength */
	}

	start() {
		this.server = createServer({ allowHalfOpen: true }, socket => {
			let data = Buffer.alloc(0)

			socket.on("error", () => {})
			socket.on("data", more => {
				data = Buffer.concat([data, more])
				if (data.length > this.limit) {
					socket.end("INSTREAM size limit " +
					    "exceeded. ERROR\0")
					return
				}
				const file = unpack(data)

				if (file === null)
					return
				this.seen++
				socket.end(data.toString("latin1").startsWith(HEAD) &&
				    !file.includes("EICAR") ? "stream: OK\0" :
				    "stream: Eicar-Signature FOUND\0")
			})
		})
		return new Promise(resolve =>
		    this.server.listen(this.path, resolve))
	}

	async stop() {
		await new Promise(resolve => this.server.close(resolve))
		try {
			unlinkSync(this.path)
		} catch {
			/* node has removed it */
		}
	}
}
