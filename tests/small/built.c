/* built.c - a build without any part that may be left out, for the programs
 * that pages-t.c asks. */
#include "base/built.h"

const int built_letter = 0;
const int built_messenger = 0;
const int built_ical = 0;
