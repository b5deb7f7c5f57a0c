/*
 * mailserver.mjs - a real SMTP server (smtp.py) for an office, with a
 * certificate of our own making; it ends with the office.
 */
import { execFileSync, spawn } from "node:child_process"
import { existsSync, writeFileSync } from "node:fs"

export class MailServer {
	mails = []

	constructor(office) {
		this.office = office
	}

	/* So many mails, or what came in five seconds. */
	async got(count) {
		for (let n = 0; n < 100 && this.mails.length < count; n++)
			await new Promise(resolve => setTimeout(resolve, 50))
		return this.mails
	}

	/* Its lines in sopap.conf. */
	get lines() {
		const { folder } = this.office

		return [`mail_server = smtp://localhost:${this.port}`,
		    "mail_from = kantor@contoh.go.id", "mail_user = kantor",
		    `mail_password = ${folder}/password`,
		    `mail_ca = ${folder}/cert.pem`]
	}

	certificate() {
		const { folder } = this.office

		execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048",
		    "-nodes", "-keyout", `${folder}/key.pem`, "-out",
		    `${folder}/cert.pem`, "-days", "2", "-subj",
		    "/CN=localhost", "-addext",
		    "subjectAltName=DNS:localhost"], { stdio: "ignore" })
		writeFileSync(`${folder}/password`, "rahasia surel\n",
		    { mode: 0o600 })
	}

	listen(mode = "starttls") {
		const { folder, children } = this.office

		if (!existsSync(`${folder}/cert.pem`))
			this.certificate()
		const child = this.child = spawn("/usr/bin/python3", [
		    `${process.env.SRCDIR}/tests/reports/messenger/smtp.py`,
		    `${folder}/cert.pem`, `${folder}/key.pem`, mode],
		    { stdio: ["ignore", "pipe", "ignore"] })
		let rest = ""

		children.push(child)
		return new Promise((resolve, reject) => {
			child.once("exit", () => reject(new Error("no server")))
			child.stdout.on("data", data => {
				const lines = (rest + data).split("\n")

				rest = lines.pop()
				for (const line of lines)
					if (this.port === undefined)
						this.port = Number(line)
					else
						this.mails.push(JSON.parse(line))
				if (this.port !== undefined)
					resolve(this)
			})
		})
	}
}
