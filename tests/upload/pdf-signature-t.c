/* pdf-signature-t.c - what pdfsig(1) says, believed as far as it can be. */
#include "tests/tap.h"
#include "upload/pdf_signature.h"

#define BEGIN(n) "Signature #" n ":\n  - Signature Field Name: tanda\n"
#define CN "  - Signer Certificate Common Name: "
#define TIME "  - Signing Time: "
#define TOTAL "  - Total document signed\n"
#define PART "  - Not total document signed\n"
#define SAYS "  - Signature Validation: "
#define VALID SAYS "Signature is Valid.\n"
#define GOOD BEGIN("1") CN "Siti\n" TIME "Nov 20 2026 02:30:00\n" TOTAL VALID

static void
reads_one(const char *words, const char *signer, int64_t at,
    enum signature_state state, const char *what)
{
	struct signature list[SIGNATURES_MAX];
	char buf[4096];

	snprintf(buf, sizeof(buf), "%s", words);
	is_int(1, (int64_t)pdf_signature_parse(buf, list), "%s", what);
	is_string(signer, list[0].signer, "...by whom");
	is_int(at, list[0].signed_at, "...when");
	is_int(state, list[0].state, "...and whether it holds");
}

static void
reads_each(void)
{
	static const char head[] = "Digital Signature Info of: /dev/fd/0\n";
	char words[4096];

	snprintf(words, sizeof(words), "%s%s", head, GOOD);
	reads_one(words, "Siti", 1795141800, SIGNATURE_UNCHANGED,
	    "a signature that holds");
	reads_one(BEGIN("1") CN "Siti\n" PART VALID, "Siti", 0,
	    SIGNATURE_EXTENDED, "one of a part");
	reads_one(BEGIN("1") CN "(null)\n" TOTAL SAYS "Digest Mismatch.\n", "",
	    0, SIGNATURE_CHANGED, "one that does not hold, of nobody");
	reads_one(BEGIN("1") TOTAL
	    SAYS "Signature has not yet been verified.\n", "", 0,
	    SIGNATURE_UNKNOWN, "one that could not be verified");
	reads_one(BEGIN("1") CN "Siti\n" TIME "kemarin\n" TOTAL VALID, "Siti",
	    0, SIGNATURE_UNCHANGED, "a time that is none");
	reads_one(BEGIN("1") CN "Si\xff\n" TOTAL VALID, "", 0,
	    SIGNATURE_UNCHANGED, "a name that is none");
}

/* A certificate's name with lines in it. */
static void
believes_nothing_twice(void)
{
	struct signature list[SIGNATURES_MAX];
	char words[] = BEGIN("1") CN "Siti\n" BEGIN("2") CN "Kepala\n" TOTAL
	    VALID TIME "Nov 20 2026 02:30:00\n" PART SAYS
	    "Digest Mismatch.\n";

	reads_one(BEGIN("1") CN "Siti\n" TOTAL VALID TOTAL SAYS
	    "Digest Mismatch.\n", "", 0, SIGNATURE_UNKNOWN,
	    "a name that says it holds");
	reads_one(BEGIN("1") CN "Siti\n" CN "Kepala\n" TOTAL VALID, "", 0,
	    SIGNATURE_UNKNOWN, "a name that says another");
	is_int(2, (int64_t)pdf_signature_parse(words, list),
	    "a name that begins a signature");
	is_int(SIGNATURE_UNKNOWN, list[0].state, "...spoils its own");
	is_int(SIGNATURE_UNKNOWN, list[1].state, "...and the one it makes up");
	is_string("", list[1].signer, "...with its name");
}

static void
counts(void)
{
	struct signature list[SIGNATURES_MAX];
	char words[65536] = "";

	for (int i = 0; i < 40; i++)
		strcat(words, GOOD);
	is_int(SIGNATURES_MAX, (int64_t)pdf_signature_parse(words, list),
	    "as many as are kept");
	words[0] = '\0';
	is_int(0, (int64_t)pdf_signature_parse(words, list), "none");
}

static void
sees_the_mark(void)
{
	static const char text[] = "x/Byte/ByteRange[";
	unsigned state = 0;
	int seen = 0;

	for (size_t i = 0; i < sizeof(text) - 1; i++)
		seen += pdf_signature_possible(&state, text + i, 1);
	is_int(1, seen, "the mark of a signature, a byte at a time");
	state = 0;
	is_int(0, pdf_signature_possible(&state, "/ByteRang", 9), "half of it");
	is_int(1, pdf_signature_possible(&state, "e", 1), "...and the rest");
}

int
main(void)
{
	reads_each();
	believes_nothing_twice();
	counts();
	sees_the_mark();
	return tap_done();
}
