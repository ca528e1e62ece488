/* The header is C: this file compiles as C11 or the build fails. */

#include "layout.h"
