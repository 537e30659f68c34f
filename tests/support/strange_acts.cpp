#include "support/acts.h"
#include "support/laptop.h"

namespace jishan::support {

using journal::Draft;

// Kinds of a later version, bodies that say nothing, fields that nobody knows.
Draft Acts::strange_act(const Known& known) {
  switch (m_random.below(4)) {
    case 0: {
      Draft made;
      made.kind = "later.kind";
      made.body = json(R"({"what":["ever",1]})");
      made.date = date();
      made.version = static_cast<int>(1 + m_random.below(3));
      return made;
    }
    case 1: {
      Draft made = any(known);
      made.body = json(R"({"rows":"none","lines":[3,{"hh":7}],"f":[]})");
      return made;
    }
    case 2: {
      Draft made = any(known);
      made.body.set("later_field", json(R"({"kept":1})"));
      return made;
    }
    default: {
      Draft made = any(known);
      made.version = 9;
      return made;
    }
  }
}

}  // namespace jishan::support
