// Acronyms a document introduces: "Anagrafe Nazionale della Popolazione Residente (ANPR)", "ANPR
// (Anagrafe …)", "Spid, il Sistema Pubblico d'Identità Digitale".
//
// Cannot do: short forms that are no initials of the long one ("app Io").

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/document/document.h"

namespace cifra {

struct Acronym {
  std::string short_form;  // "ANPR"
  std::string long_form;   // "Anagrafe Nazionale della Popolazione Residente"
};

// Each pair once, in the order of the text.
std::vector<Acronym> find_acronyms(const Document& document);

// Whether the letters of `short_form` are initials of the words of `long_form`, in order.
bool abbreviates(std::string_view short_form, std::string_view long_form);

}  // namespace cifra
