/*
 * standin.h - another process of this program, for as long as this one waits.
 *
 * A program answers one request at a time.  Before it waits for a slow line
 * (gateway.c) or for a program that looks into a file (upload/child.h), it
 * calls its stand-in: the same program, started anew on the same socket, which
 * answers the others meanwhile.  A stand-in that has to wait calls its own, up
 * to PRICE_STANDINS of them; one that nobody needed for half a minute ends, and
 * it ends with the process that called it.
 */
#pragma once

/* The loop listens at this socket.  Without this call, as in plain CGI, there
 * are no stand-ins. */
void	 standin_open(int sock);
/* Have a stand-in, unless there is one.  It is started in the background; that
 * it could not be is logged. */
void	 standin_call(void);
/* Milliseconds that the loop may wait for a request until this process, a
 * stand-in, is needed no more; -1: for ever. */
int	 standin_patience(void);
/* Begin this process anew, as it was started: it has taken too much.  Returns
 * only when that fails. */
void	 standin_renew(void);
