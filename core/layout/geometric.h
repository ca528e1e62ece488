// Turns words with boxes (a PDF reader's) into a Document.

#pragma once

#include "core/document/document.h"
#include "core/document/reading.h"

namespace cifra {

Document lay_out_geometric(Reading reading);

}  // namespace cifra
