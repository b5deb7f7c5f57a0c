/*
 * crash-t.mjs - whatever ends a program in the middle of its work: what it had
 * acknowledged is there, nothing is there twice or by half, and the same again
 * succeeds.
 *
 * Every kind of harm in every act, and in backup, restore and upgrade, a few
 * dozen in all; with CRASH_LONG at every change of a file (make check-crash).
 */
import { openOffice } from "../web/office.mjs"
import { done, is, ok } from "../web/tap.mjs"
import { recordActs, WANTED } from "./acts.mjs"
import { FAULTS, forget, harm, listFiles, places, replay, table, total }
    from "./faults.mjs"
import { recordTools } from "./tools.mjs"

const LONG = process.env.CRASH_LONG !== undefined

/* Where: everywhere, or somewhere, which is another place in every subject and
 * for every harm. */
function chosen(subject, name, turn) {
	const n = places(subject, name)

	if (LONG)
		return Array.from({ length: n }, (_, i) => i + 1)
	return name === "power" ? [n] :
	    [1 + Math.floor((turn * 0.618034) % 1 * n)]
}

async function check(subject, turn) {
	const before = total()
	let wrong = 0

	for (const [i, name] of Object.keys(FAULTS).entries())
		for (const at of chosen(subject, name, turn + i * 7))
			wrong += (await harm(subject, name, at)).length
	is(wrong, 0, `${subject.name}: ${total() - before} faults at ` +
	    `${subject.journal.length} changes`)
}

/* The harm is real: the journal is whole, and what is not synced is missed. */
async function control(subject) {
	replay(subject)
	is(listFiles(subject.root), subject.after,
	    `${subject.name}: the journal has every change`)
	ok((await forget(subject)).includes("lost"),
	    `${subject.name}: what no sync keeps is missed`)
}

const office = await openOffice("cgi")

try {
	const acts = await recordActs(office)

	is(acts.map(act => act.name).join(" "),
	    WANTED.map(wanted => wanted.name).join(" "),
	    "every act is met on the way")
	for (const [i, act] of acts.entries()) {
		await control(act)
		await check(act, i)
	}
	ok(acts.at(-1).journal.some(({ path }) => path.endsWith("office.db")),
	    "the log is taken over meanwhile")
	for (const [i, tool] of (await recordTools()).entries()) {
		await control(tool)
		await check(tool, i)
	}
	table()
} finally {
	await office.close()
}
done()
