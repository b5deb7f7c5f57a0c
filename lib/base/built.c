/* built.c - the choice of ./configure, as the compiler is told it. */
#include "base/built.h"

const int built_letter = WITH_LETTER;
const int built_messenger = WITH_MESSENGER;
const int built_ical = WITH_ICAL;
