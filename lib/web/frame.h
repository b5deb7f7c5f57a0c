/*
 * frame.h - head, menu and foot around every page ("frame.tpl").
 */
#pragma once

struct page;
struct request;

/*
 * A frame whose BODY is `template_name`; *body gets that part to fill, and
 * lives as long as the frame.  `menu` is the address of the current item of
 * the menu ("/kotak-masuk"), or NULL.  Language, CSRF token, the visitor's
 * name, the notice and the menu are filled in.  reply_page() takes the frame
 * and frees it.
 */
struct page	*frame_new(const struct request *, const char *template_name,
		    const char *menu, struct page **body);
