/*
 * sop_tree.h - the text of an SOP as a tree that forms change.
 *
 * sop_parse() says what an SOP means; a tree is only its text, whole or not,
 * right or wrong: keys that are not known stay.  One tree has one text, so
 * that a file and a form that say the same give the same bytes: keys in the
 * order of sopap-sop(5), one line for what fits on one, the comments at the
 * head of the file and no others.
 *
 * A place is named as in the messages of sop_parse(), counted from 1:
 * "judul", "disahkan.nama", "langkah[3].waktu.teks",
 * "langkah[1].isian[2].label".  Its texts are UTF-8; of the lines of a form
 * CRLF becomes LF.
 *
 *	struct sop_tree *t = sop_tree_read(arena, text, len, why, sizeof(why));
 *
 *	sop_tree_add(t, "langkah", 3);
 *	sop_tree_set(t, "langkah[3].kegiatan", "Memeriksa surat");
 *	sop_tree_set_time(t, 3, "10-20 menit");
 *	text = sop_tree_text(t);
 *
 * All memory is the arena's.  Setting what stands there already changes
 * nothing.
 */
#pragma once

#include <stddef.h>

struct arena;
struct sop_tree;

/* The tree of a text.  NULL when it is no YAML, with lines in `why` as
 * sop_parse() writes them, "SOP:12: reason". */
struct sop_tree	*sop_tree_read(struct arena *, const char *text, size_t len,
		    char *why, size_t size);
/* A new SOP: its name in the system, the slug of its unit, the lists of an
 * identity page without lines, no row. */
struct sop_tree	*sop_tree_empty(struct arena *, const char *slug,
		    const char *unit);
/* The canonical text. */
const char	*sop_tree_text(const struct sop_tree *);

/* The text at a place; "" when there is none.  It stays when that changes. */
const char	*sop_tree_get(const struct sop_tree *, const char *path);
/*
 * Set the text at a place, and make what is missing on the way to it; an item
 * behind the last of a list is added to it.  "" removes the place, whatever
 * stands there, and what is empty without it; a key that no SOP may lack
 * becomes an empty text or list where that is allowed ("nomor").
 *
 * The names of things are followed: another number of a row ("langkah[2].no")
 * in what names rows; another name of a field ("langkah[1].isian[2].nama") in
 * what names the field, unless another row has one of the same name; another
 * value of a choice in the conditions and branches of its row.
 *
 * 0; -1 when the place is none of an SOP or the text no UTF-8.
 */
int		 sop_tree_set(struct sop_tree *, const char *path,
		    const char *text);

/* The items of a list of texts ("dasar_hukum", "langkah[4].kembali.ke"), a line
 * each. */
const char	*sop_tree_lines(const struct sop_tree *, const char *path);
/* Set such a list; blanks around a line and empty lines are left out.  Returns
 * as sop_tree_set(). */
int		 sop_tree_set_lines(struct sop_tree *, const char *path,
		    const char *lines);

/* Items of a list: "langkah", "langkah[3].isian"; 0 when there is none. */
int		 sop_tree_count(const struct sop_tree *, const char *list);
/*
 * Add an empty item, which becomes the pos-th; move one; remove one.  Of rows
 * the printed numbers follow: those of the rows behind grow or fall by one,
 * and a row that moves takes the number of its place.  So does whatever names
 * a row (kembali, tolak, cabang, same-as, superior-of, tiap, kolom, janji).
 * Naming a row that is removed is removed, too, as is its place when nothing
 * else is named there; a field that is removed leaves the pages (halaman).
 *
 * 0, of a removal how many names went with it; -1 when the list is none of an
 * SOP or has no such item.
 */
int		 sop_tree_add(struct sop_tree *, const char *list, int pos);
int		 sop_tree_move(struct sop_tree *, const char *list, int from,
		    int to);
int		 sop_tree_remove(struct sop_tree *, const char *list, int pos);

/*
 * The time of a row as one text, "10-20 menit", "2 hari": teks, min, maks,
 * satuan, and ukur as is usual for the unit where the row has none or the unit
 * becomes days or stops being days.  "" or "-": the row has no limit.  0; -1
 * when the text is no time: it is kept as teks, without min and maks.
 */
int		 sop_tree_set_time(struct sop_tree *, int row,
		    const char *text);

/* Is it a reading of the table that nobody has confirmed (dasar: inferred)?
 * `what` is pelaksana or kembali of a row, janji or layanan of row 0. */
int		 sop_tree_inferred(const struct sop_tree *, int row,
		    const char *what);
/* Somebody confirms the reading: it is text from now on. */
void		 sop_tree_confirm(struct sop_tree *, int row,
		    const char *what);
