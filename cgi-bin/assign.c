/* assign.c - hand a matter on with an instruction (disposisi). */
#include <stdlib.h>

#include "casepage/step.h"

static const struct sop_choice instructions[] = {
	{ "tindak-lanjut", "Untuk ditindaklanjuti" },
	{ "sesuai-aturan", "Untuk diproses sesuai ketentuan" },
	{ "telaah", "Untuk ditelaah dan diberi saran" },
	{ "konsep", "Siapkan konsep" },
	{ "koordinasi", "Koordinasikan dengan unit terkait" },
	{ "ketahui", "Untuk diketahui" },
};

/* A disposition without a word is none. */
static void
read_instruction(struct step *s, struct act *a, enum outcome outcome)
{
	if (outcome == OUTCOME_FORWARD && a->note[0] == '\0')
		step_error(s, "catatan", "Pilih atau tulis isi disposisi");
}

static const struct step_program assign = {
	.name		= "assign",
	.kind		= STEP_ASSIGN,
	.forward	= "Disposisikan",
	.note		= "Isi disposisi lainnya",
	.note_help	= "Dibaca oleh penerimanya.",
	.phrase		= instructions,
	.nphrase	= sizeof(instructions) / sizeof(instructions[0]),
	.phrase_label	= "Isi disposisi",
	.done		= "didisposisikan",
	.read		= read_instruction,
};

int
main(int argc, char **argv)
{
	return step_serve(&assign, argc, argv);
}
