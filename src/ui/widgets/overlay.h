// Windows above the page: popups that belong to a field, and modal layers.
#pragma once

#include <string_view>

#include "ui/context.h"

namespace jishan::ui {

// A list or month below a field. The field keeps the focus; the popup only takes clicks.
class PopupWindow {
 public:
  PopupWindow(Ui& ui, std::string_view name, const Rect& box);
  ~PopupWindow();
  PopupWindow(const PopupWindow&) = delete;
  PopupWindow& operator=(const PopupWindow&) = delete;
  // A mouse press elsewhere than here and at the field.
  [[nodiscard]] bool was_clicked_away(const Rect& field) const;

 private:
  Rect m_box;
};

// The place of a list below its field; above it where there is more room, and never higher than that
// room: a list scrolls.
Rect popup_place(const Ui& ui, const Rect& field, float width, float height);

// Covers the page: nothing below is reached until it closes. What is spared is covered as well but
// not darkened, because the layer speaks of it.
class ModalLayer {
 public:
  ModalLayer(Ui& ui, std::string_view name, const Rect& spared = {});
  ~ModalLayer();
  ModalLayer(const ModalLayer&) = delete;
  ModalLayer& operator=(const ModalLayer&) = delete;

 private:
  Ui& m_ui;
};

// A part of a panel whose content may be longer than its place; the wheel scrolls it.
class ScrollArea {
 public:
  ScrollArea(Ui& ui, std::string_view name, const Rect& box, float content_height);
  ~ScrollArea();
  ScrollArea(const ScrollArea&) = delete;
  ScrollArea& operator=(const ScrollArea&) = delete;
  // Where the content goes, moved by how far it is scrolled and narrowed by the scrollbar.
  [[nodiscard]] const Rect& content() const { return m_content; }

 private:
  Rect m_content;
};

}  // namespace jishan::ui
