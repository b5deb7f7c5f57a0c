/*
 * account.h - the pages of one's own account, beside the first (account.c):
 *
 *	/akun/sandi		password.c: another password
 *	/akun/kode-kedua	second.c: the second factor set up, or ended
 *	/akun/bukti		second.c: asked for, on the way elsewhere
 *	/sandi			link.c: a one-time link to choose a password
 *	/sandi/lupa		link.c: ... asked for
 */
#pragma once

#define PATH_AKUN_SANDI PATH_AKUN "/sandi"
#define PATH_AKUN_KEDUA PATH_AKUN "/kode-kedua"
#define PATH_AKUN_BUKTI PATH_AKUN "/bukti"

struct form_page;
struct reply;
struct request;

/* Answer a request, GET or POST; the status of the answer. */
int	 account_password(struct request *, struct reply *);
int	 account_second(struct request *, struct reply *);
int	 account_picture(struct request *, struct reply *);
int	 account_prove(struct request *, struct reply *);
int	 account_link(struct request *, struct reply *);

/* The library's name of a field and ours, in pairs, for all of them. */
extern const char *const account_names[];

/* Begin a page of the account, with the way back to its first. */
void	 account_begin(struct form_page *, struct request *, struct reply *,
	    const char *address, const char *heading);
