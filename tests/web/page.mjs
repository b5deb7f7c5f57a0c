/*
 * page.mjs - a page as a browser sees it: its text, its links, its forms.
 *
 * Our own pages are well-formed, so tags are found by their shape; what a page
 * means to say is read from there and nowhere else.
 */
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: "\"" }

function decode(text) {
	return text.replace(/&(#(\d+)|\w+);/g, (all, name, number) =>
	    number ? String.fromCodePoint(number) : ENTITIES[name] ?? all)
}

function attributes(text) {
	const found = {}

	for (const [, name, , value] of text.matchAll(/([\w-]+)(="([^"]*)")?/g))
		found[name] = decode(value ?? "")
	return found
}

/* What a control sends when nobody touches it; null: nothing. */
function firstValue(tag, at) {
	if (tag === "input" && (at.type === "radio" || at.type === "checkbox"))
		return "checked" in at ? at.value ?? "on" : null
	return at.type === "file" ? null : at.value ?? ""
}

class Form {
	constructor(at, html) {
		this.action = at.action
		this.method = at.method ?? "get"
		this.multipart = at.enctype === "multipart/form-data"
		this.controls = []
		this.buttons = []
		for (const [, tag, text] of
		    html.matchAll(/<(input|textarea|select|button)\b([^>]*)>/g)) {
			const control = { tag, ...attributes(text) }

			if (tag === "button") {
				if (control.type === "submit")
					this.buttons.push(control)
				continue
			}
			this.controls.push({ ...control,
			    first: firstValue(tag, control) })
		}
		this.readTextareas(html)
		this.readSelects(html)
	}

	readTextareas(html) {
		for (const [, text, value] of
		    html.matchAll(/<textarea\b([^>]*)>([^<]*)<\/textarea>/g))
			this.control(attributes(text).name).first = decode(value)
	}

	readSelects(html) {
		for (const [, text, body] of
		    html.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)) {
			const control = this.control(attributes(text).name)

			control.options = [...body.matchAll(/<option\b([^>]*)>/g)]
			    .map(match => attributes(match[1]))
			control.first = (control.options.find(o => "selected" in o) ??
			    control.options[0]).value
		}
	}

	control(name) {
		return this.controls.find(control => control.name === name)
	}

	has(name) {
		return this.control(name) !== undefined
	}

	/* Values of a group of radios. */
	choices(name) {
		return this.controls.filter(c => c.name === name).map(c => c.value)
	}

	/* What the browser would send: as it stands, with these in their place. */
	entries(given = {}) {
		const sent = []

		for (const { name, first } of this.controls)
			if (name && !(name in given) && first !== null)
				sent.push([name, first])
		for (const [name, value] of Object.entries(given))
			for (const one of Array.isArray(value) ? value : [value])
				if (one !== null)
					sent.push([name, one])
		return sent
	}
}

/* The attributes whose value is an address of ours, as far as its "/". */
const ADDRESS = /(\s(?:href|action|src|formaction|data-[\w-]+)=")(\/[^"]*)/g

/*
 * A page of an office whose site has a prefix says its addresses as the office
 * itself does: without it.  One that is not below it is a stray: it would lead
 * out of the site.
 */
export class Page {
	constructor(path, answer, prefix = "") {
		this.path = path
		this.status = answer.status
		this.headers = answer.headers
		this.body = answer.body
		this.strays = []
		this.text = answer.body.toString("utf8").replace(ADDRESS,
		    (all, before, address) =>
			before + this.own(address, prefix))
		this.location = answer.headers.location === undefined ? "" :
		    this.own(answer.headers.location, prefix)
	}

	own(address, prefix) {
		if (address.startsWith(`${prefix}/`))
			return address.slice(prefix.length)
		this.strays.push(address)
		return address
	}

	get title() {
		return decode(/<title>([^<]*)</.exec(this.text)?.[1] ?? "")
	}

	get heading() {
		return decode(/<h1[^>]*>([^<]*)</.exec(this.text)?.[1] ?? "")
	}

	get links() {
		return [...this.text.matchAll(/<a\b[^>]*\bhref="([^"]*)"/g)]
		    .map(match => decode(match[1]))
	}

	get forms() {
		return [...this.text.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)]
		    .map(match => new Form(attributes(match[1]), match[2]))
	}

	/* Ids that stand there more than once: a label would miss its field. */
	get doubles() {
		const ids = [...this.text.matchAll(/\sid="([^"]*)"/g)]
		    .map(match => match[1])

		return ids.filter((id, i) => ids.indexOf(id) !== i)
	}

	/* What it complains of, for messages of the tests. */
	get errors() {
		return [...this.text.matchAll(
		    /Galat:<\/span>([^<]*)|summary__title[^>]*>([^<]*)/g)]
		    .map(match => decode(match[1] ?? match[2]).trim())
	}

	/* The form with a button or a hidden field that says aksi=WHAT. */
	form(aksi) {
		return this.forms.find(form => form.buttons.concat(form.controls)
		    .some(c => c.name === "aksi" && c.value === aksi))
	}
}
