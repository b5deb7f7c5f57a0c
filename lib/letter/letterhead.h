/*
 * letterhead.h - the head of the office's letters, the place, the signer, and
 * the pattern of their numbers, each from a day on.
 *
 * One file with a part for each period, newest anywhere (sopap-letter(5)):
 *
 *	[2018-08-01]
 *	kop: KEMENTERIAN HUKUM DAN HAK ASASI MANUSIA
 *	kop: KANTOR WILAYAH SUMATERA SELATAN
 *	alamat: Jalan Jenderal Sudirman Km. 3,5 Palembang
 *	nomor: W.6.{klasifikasi}-{urut}
 *	tempat: Palembang
 *	penanda: kakanwil
 *	jabatan: Kepala Kantor Wilayah
 *
 * The name and NIP under a letter are those of the holder of `penanda`
 * (casepage/compose.h).
 */
#pragma once

#include <stddef.h>

#define LETTERHEAD_LINES 6

struct letterhead {
	char	 from[11];		/* "2018-08-01": in force since */
	char	 unit[64];		/* slug; "": of every unit */
	char	 line[LETTERHEAD_LINES][128];	/* kop */
	size_t	 nline;
	char	 address[LETTERHEAD_LINES][160];
	size_t	 naddress;
	char	 logo[256];		/* PNG, absolute; "" */
	char	 pattern[96];		/* nomor */
	char	 code[32];		/* klasifikasi, when a text has none */
	char	 place[64];
	char	 role[64];		/* penanda: slug of the signer's */
	char	 position[128];		/* jabatan, as printed */
	char	 rank[96];		/* pangkat of the signer, or "" */
};

/*
 * Read a file of letterheads and find the one that a unit (slug; "": that of
 * all units) has on a day ("2018-08-01"; NULL: only check the file).  `file`
 * names it in faults.  0; -1 with "file:line: reason" in why, also when none is
 * in force.
 */
int	 letterhead_find(const char *file, const char *text, size_t len,
	    const char *unit, const char *day, struct letterhead *,
	    char *why, size_t whysize);
