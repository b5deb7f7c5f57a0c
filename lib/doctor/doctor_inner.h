/* doctor_inner.h - what the checks share. */
#pragma once

#include "doctor/doctor.h"

/* Say that all is well, as of printf(3). */
__attribute__((format(printf, 2, 3)))
void	 doctor_ok(struct doctor *, const char *fmt, ...);
/* Say what is not, and what is to be done about it. */
__attribute__((format(printf, 4, 5)))
void	 doctor_say(struct doctor *, enum doctor_state, const char *remedy,
	    const char *fmt, ...);

/* Faults and warnings so far. */
int	 doctor_count(const struct doctor *);

/* -- doctor_office.c ------------------------------------------------------- */

void	 doctor_configuration(struct doctor *);
void	 doctor_key(struct doctor *);
void	 doctor_database(struct doctor *);
void	 doctor_history(struct doctor *);
void	 doctor_channels(struct doctor *);
void	 doctor_runs(struct doctor *);
void	 doctor_subjects(struct doctor *);
void	 doctor_holidays(struct doctor *);
void	 doctor_visitors(struct doctor *);

/* -- doctor_machine.c ------------------------------------------------------ */

void	 doctor_folder(struct doctor *);
void	 doctor_documents(struct doctor *);
void	 doctor_files(struct doctor *);
void	 doctor_disk(struct doctor *);
void	 doctor_clock(struct doctor *);
void	 doctor_programs(struct doctor *);
void	 doctor_chart_fonts(struct doctor *);

/* Does a file system's magic number tell of one behind the network or another
 * program (statfs(2))? */
int	 doctor_is_far(unsigned long magic);
/* The state of a disk of `size` bytes with `left` of them. */
enum doctor_state doctor_disk_state(uint64_t size, uint64_t left);

/* -- doctor_outside.c ------------------------------------------------------ */

void	 doctor_letter_fonts(struct doctor *);
void	 doctor_scanner(struct doctor *);
void	 doctor_synchronised(struct doctor *);
void	 doctor_answers(struct doctor *);
void	 doctor_site(struct doctor *);
