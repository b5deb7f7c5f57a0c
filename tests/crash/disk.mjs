/*
 * disk.mjs - what is left of a folder when the power is lost: from a copy of
 * it, and the journal that fault.c keeps of a program's changes.
 *
 * A file has what it had at its last sync, and is called as its folder had it
 * at its last sync.  What was written since is lost, or by chance: each write
 * by itself, and of the names those after some moment, since a file system
 * keeps them in order.
 *
 *	const journal = readJournal(path)
 *	loadFolder(copy, root).after(journal.slice(0, 12)).write(copy, root,
 *	    byChance(1))
 */
import { execFileSync } from "node:child_process"
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync,
    writeFileSync } from "node:fs"
import { basename, dirname } from "node:path"

/* The changes in order: { call, offset, path, second, data }. */
export function readJournal(path) {
	const text = readFileSync(path)
	const changes = []

	for (let at = 0; at < text.length;) {
		const end = text.indexOf("\n", at)
		const [call, offset, length, first, second] = text
		    .toString("utf8", at, end).split("\t")

		at = end + 1 + Number(length)
		changes.push({ call, offset: Number(offset), path: first,
		    second, data: text.subarray(end + 1, at) })
	}
	return changes
}

/* Numbers from 0 to 1, the same of the same seed (mulberry32). */
function numbers(seed) {
	let state = seed * 0x9e3779b9

	return () => {
		state = (state + 0x6d2b79f5) | 0
		let t = Math.imul(state ^ state >>> 15, 1 | state)

		t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t
		return ((t ^ t >>> 14) >>> 0) / 2 ** 32
	}
}

/* What is kept of that which was not synced: how many of n changes of names,
 * and whether a write. */
export const NOTHING = { names: () => 0, write: () => false }
export const ALL = { names: n => n, write: () => true }
export function byChance(seed) {
	const random = numbers(seed)

	return { names: n => Math.floor(random() * (n + 1)),
	    write: () => random() < 0.5 }
}

/* A file: its bytes on the disk, and the writes since. */
class File {
	constructor(data = Buffer.alloc(0)) {
		this.data = data
		this.writes = []
	}

	sync(data) {
		this.data = data
		this.writes = []
	}

	/* Its bytes when of the writes those are kept for which keep() is. */
	bytes(keep) {
		return this.writes.filter(keep).reduce((data, write) => {
			const size = write.size ?? Math.max(data.length,
			    write.offset + write.data.length)
			const next = Buffer.alloc(size)

			data.copy(next)
			write.data?.copy(next, write.offset)
			return next
		}, this.data)
	}

	clone() {
		return new File(this.data)
	}
}

/* A folder: its names now and on the disk. */
class Folder {
	constructor() {
		this.now = new Map()
		this.disk = new Map()
	}

	clone() {
		const copy = new Folder()

		for (const [name, node] of this.now)
			copy.now.set(name, node.clone())
		copy.disk = new Map(copy.now)
		return copy
	}
}

function load(path) {
	if (!lstatSync(path).isDirectory())
		return new File(readFileSync(path))
	const folder = new Folder()

	/* SQLite's index of the log is never on the disk. */
	for (const name of readdirSync(path).filter(n => !n.endsWith("-shm")))
		folder.now.set(name, load(`${path}/${name}`))
	folder.disk = new Map(folder.now)
	return folder
}

class Disk {
	constructor(top, root) {
		this.top = top
		this.root = root
		this.names = []		/* changes of names, not synced */
	}

	find(path) {
		return path.slice(this.root.length).split("/").filter(Boolean)
		    .reduce((folder, name) => folder?.now?.get(name), this.top)
	}

	/* The file of a path; one that was opened anew has come by a name. */
	file(path) {
		const found = this.find(path)

		if (found !== undefined)
			return found
		const file = new File()

		this.name([[path, file]])
		return file
	}

	/* Names change together: [path, node], or null where one goes. */
	name(pairs) {
		const parts = pairs.map(([path, node]) =>
		    [this.find(dirname(path)), basename(path), node])

		for (const [folder, name, node] of parts)
			set(folder.now, name, node)
		this.names.push(parts)
	}

	settle(parts) {
		for (const [folder, name, node] of parts)
			set(folder.disk, name, node)
	}

	syncNames(folder) {
		const synced = this.names.filter(parts =>
		    folder === null || parts.some(([of]) => of === folder))

		for (const parts of synced)
			this.settle(parts)
		this.names = this.names.filter(parts => !synced.includes(parts))
	}

	syncAll(node = this.top) {
		if (node instanceof File)
			return node.sync(node.bytes(() => true))
		for (const child of node.now.values())
			this.syncAll(child)
	}

	change({ call, offset, path, second, data }) {
		if (call === "write")
			this.file(path).writes.push({ offset, data })
		else if (call === "truncate")
			this.file(path).writes.push({ size: offset })
		else if (call === "sync")
			this.file(path).sync(data)
		else if (call === "syncdir")
			this.syncNames(this.find(path))
		else if (call === "syncall")
			this.syncNames(null), this.syncAll()
		else if (call === "mkdir")
			this.name([[path, new Folder()]])
		else if (call === "unlink")
			this.name([[path, null]])
		else if (call === "link")
			this.name([[second, this.file(path)]])
		else if (call === "rename")
			this.name([[second, this.file(path)], [path, null]])
		else
			throw new Error(`a change of a new kind: ${call}`)
	}

	after(changes) {
		for (const change of changes)
			this.change(change)
		return this
	}

	/* Put it there in place of what is there; the copy it was made of gives
	 * what has not changed. */
	write(copy, root, kept) {
		this.names.slice(0, kept.names(this.names.length))
		    .forEach(this.settle)
		rmSync(root, { recursive: true, force: true })
		execFileSync("cp", ["-a", copy, root])
		put(this.top, root, kept.write)
	}
}

function set(map, name, node) {
	if (node === null)
		map.delete(name)
	else
		map.set(name, node)
}

function put(node, path, keep) {
	if (node instanceof File) {
		const data = node.bytes(keep)

		if (lstatSync(path, { throwIfNoEntry: false })?.isFile() &&
		    readFileSync(path).equals(data))
			return
		rmSync(path, { recursive: true, force: true })
		writeFileSync(path, data, { mode: 0o640 })
		return
	}
	mkdirSync(path, { recursive: true, mode: 0o750 })
	for (const name of readdirSync(path))
		if (!node.disk.has(name))
			rmSync(`${path}/${name}`, { recursive: true })
	for (const [name, child] of node.disk)
		put(child, `${path}/${name}`, keep)
}

/* The folder `copy` as it is called in a journal: `root`. */
const loaded = new Map()
export function loadFolder(copy, root) {
	if (!loaded.has(copy))
		loaded.set(copy, load(copy))
	return new Disk(loaded.get(copy).clone(), root)
}
