// What stands around every screen, gathered from the open book.
#pragma once

#include <string>

#include "app/app.h"
#include "ui/desk.h"
#include "ui/layout.h"

namespace jishan::ui {

class ShellViewer {
 public:
  // Asks the book only when it has changed; the save state is read every frame.
  const ShellView& view(const Ui& ui, app::App& app);
  // The person has done something about the book's new store: its banner goes.
  void forget_move() { m_is_move_told = true; }

 private:
  void refresh(const Ui& ui, app::App& app);
  void read_save_state(const Ui& ui, app::App& app);
  void read_banner(const Ui& ui, app::App& app);

  ShellView m_view;
  std::string m_banner_of_book;
  bool m_is_move_told = false;
  Freshness m_freshness;
  Date m_day;
  Language m_language = Language::zh;
  OperatorId m_operator;
  bool m_is_leaving = false;
};

// What stands in the status bar while nobody works in a book.
std::string book_in_words(const Ui& ui, const app::App& app);

// What storage trouble means for the person at the keyboard.
Key trouble_text(app::StoreTrouble trouble);

}  // namespace jishan::ui
