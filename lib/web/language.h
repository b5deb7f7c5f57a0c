/*
 * language.h - the language of a public page.
 *
 * The link "?bahasa=en" keeps the choice in a cookie and leads back to the
 * page.  Outsiders with an account have it behind their log-in, too; pages of
 * the office are Indonesian whatever was chosen, and so is the official text of
 * an SOP on its page.
 */
#pragma once

struct conf;
struct page;
struct reply;
struct request;

#define LANGUAGE_COOKIE "bahasa"

/* The languages there are; one that has no catalogue is left out, with a line
 * in the log. */
void	 language_load(const struct conf *);

/* Make pages in a language from now on: its code, or "id" when there is none of
 * this code or, with a line in the log, its catalogue is wrong. */
const char	*language_speak(const char *code);

/* Once route and session are known: 0, or the status of a redirect. */
int	 language_begin(struct request *, struct reply *);

/* A visitor who has chosen no language reads this page, and from now on all, in
 * the one of his request. */
void	 language_follow(struct request *, struct reply *, const char *code);

/* LANGUAGES of the frame: the other ones. */
void	 language_show(const struct request *, struct page *frame);
