// Who sits here: asked at opening where several operators work, and after joining a book.
#pragma once

#include <string>
#include <vector>

#include "app/app.h"
#include "ui/layout.h"
#include "ui/widgets/field.h"
#include "ui/widgets/table.h"

namespace jishan::ui {

struct OperatorChoiceView {
  struct Known {
    OperatorId id;
    std::string name;
    std::string role;
  };
  std::vector<Known> known;
  int last = 0;  // the row of who sat here last
  std::string village;
};
OperatorChoiceView operator_choice_view(app::App& app);

struct OperatorChoiceState {
  TableState known;
  FieldState name;
  FieldState role;
  FieldState laptop;
  bool is_prepared = false;  // who sat here last is marked: Enter goes on as that person
};

void operator_screen(Ui& ui, const Places& places, const OperatorChoiceView& view,
                     OperatorChoiceState& state, app::Commands& commands);

}  // namespace jishan::ui
