// Runs Dear ImGui without a screen: a font of fixed advances, no renderer, real input events. Tests
// find widgets by role and label in the mirror and click or type where they are.
#pragma once

#include <imgui.h>
#include <imgui_internal.h>

#include <cmath>
#include <functional>
#include <string>
#include <string_view>

#include "support/letter_widths.h"
#include "ui/context.h"
#include "ui/input_gate.h"

namespace jishan::test {

// Every narrow character half an em, or letters as wide as in a font that people have.
enum class Letters { half_an_em, as_printed };

// ImFontConfig::FontNo: which of the faces above and below it stands for.
inline constexpr ImU32 face_half_an_em = 0;
inline constexpr ImU32 face_regular = 1;
inline constexpr ImU32 face_bold = 2;

inline float letter_advance(ImWchar code_point, ImU32 face, float em) {
  if (code_point >= 0x2E80) return em;
  if (face == face_half_an_em) return std::round(em / 2);
  // Dashes, quotation marks, dots and arrows are as wide as Han characters in a Chinese font.
  if (code_point >= 0x2010) return code_point == 0x2212 ? std::round(em * 0.55F) : em;
  if (code_point < ' ' || code_point > '~') return std::round(em / 2);
  const auto& widths = face == face_bold ? bold_letter_widths : regular_letter_widths;
  return std::round(em * static_cast<float>(widths[code_point - ' ']) / 100);
}

// Han characters and other wide ones take a whole em. No bitmaps.
inline const ImFontLoader& fixed_advance_loader() {
  static const ImFontLoader loader = [] {
    ImFontLoader made;
    made.Name = "fixed advance";
    made.FontSrcInit = [](ImFontAtlas*, ImFontConfig*) { return true; };
    made.FontSrcContainsGlyph = [](ImFontAtlas*, ImFontConfig*, ImWchar) { return true; };
    made.FontBakedInit = [](ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
      baked->Ascent = std::round(baked->Size * 0.75F);
      baked->Descent = baked->Ascent - baked->Size;
      return true;
    };
    made.FontBakedLoadGlyph = [](ImFontAtlas*, ImFontConfig* config, ImFontBaked* baked, void*,
                                 ImWchar code_point, ImFontGlyph* glyph, float* advance_only) {
      const float em = std::round(0.8F * baked->Size);
      const float advance = letter_advance(code_point, config->FontNo, em);
      if (advance_only != nullptr) {
        *advance_only = advance;
        return true;
      }
      glyph->Codepoint = code_point & 0x3FFFFFFU;
      glyph->AdvanceX = advance;
      return true;
    };
    return made;
  }();
  return loader;
}

class ImGuiStage {
 public:
  explicit ImGuiStage(float width = 1366, float height = 640, Letters letters = Letters::half_an_em) {
    IMGUI_CHECKVERSION();
    m_context = ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {width, height};
    io.DeltaTime = 1.0F / 60.0F;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    ImFontConfig config;
    config.FontLoader = &fixed_advance_loader();
    const bool is_printed = letters == Letters::as_printed;
    config.FontNo = is_printed ? face_regular : face_half_an_em;
    m_fonts.regular = io.Fonts->AddFont(&config);
    config.FontNo = is_printed ? face_bold : face_half_an_em;
    m_fonts.bold = io.Fonts->AddFont(&config);
  }
  ~ImGuiStage() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    }
    ImGui::DestroyContext(m_context);
  }
  ImGuiStage(const ImGuiStage&) = delete;
  ImGuiStage& operator=(const ImGuiStage&) = delete;

  [[nodiscard]] ui::Fonts fonts() const { return m_fonts; }

  // One frame of the real program, between NewFrame and Render.
  void frame(const std::function<void()>& draw) {
    m_gate.close();
    ImGui::NewFrame();
    m_gate.open();
    draw();
    ImGui::Render();
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
      if (texture->Status == ImTextureStatus_WantCreate) texture->SetTexID(1);
      if (texture->Status != ImTextureStatus_Destroyed) texture->SetStatus(ImTextureStatus_OK);
    }
  }

 private:
  ImGuiContext* m_context = nullptr;
  ui::Fonts m_fonts;
  ui::InputGate m_gate;
};

// A person in front of what is drawn: keys, typing, clicks, and what the mirror shows.
class InputStage {
 public:
  virtual ~InputStage() = default;

  void run(int frames = 1) {
    for (int i = 0; i < frames; ++i) m_stage.frame([this] { draw_frame(); });
  }

  // Until Dear ImGui has taken every queued event.
  void settle() { run(4); }

  void press(ImGuiKey key, int mods = 0) {
    ImGuiIO& io = ImGui::GetIO();
    mod(mods, true);
    io.AddKeyEvent(key, true);
    io.AddKeyEvent(key, false);
    mod(mods, false);
    settle();
  }
  void type(std::string_view text) {
    ImGui::GetIO().AddInputCharactersUTF8(std::string(text).c_str());
    settle();
  }
  void click(float x, float y) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent(x, y);
    run();
    io.AddMouseButtonEvent(0, true);
    run();
    io.AddMouseButtonEvent(0, false);
    settle();
  }
  // False when nothing of this role and label is shown.
  bool click(ui::Role role, std::string_view label) {
    const ui::MirrorRow* row = find(role, label);
    if (row == nullptr) return false;
    click(row->box.x + row->box.w / 2, row->box.y + row->box.h / 2);
    return true;
  }

  [[nodiscard]] const ui::MirrorRow* find(ui::Role role, std::string_view label) const {
    return mirror().find(role, label);
  }
  // "" when there is none.
  [[nodiscard]] std::string focused_label() const {
    for (const ui::MirrorRow& row : mirror().rows()) {
      if (row.is_focused) return row.label;
    }
    return {};
  }
  [[nodiscard]] virtual const ui::Mirror& mirror() const = 0;

 protected:
  InputStage(float width, float height, Letters letters = Letters::half_an_em)
      : m_stage(width, height, letters) {}
  [[nodiscard]] ui::Fonts fonts() const { return m_stage.fonts(); }
  virtual void draw_frame() = 0;

 private:
  static void mod(int mods, bool is_down) {
    ImGuiIO& io = ImGui::GetIO();
    for (const ImGuiKey key : {ImGuiMod_Ctrl, ImGuiMod_Alt, ImGuiMod_Shift}) {
      if ((mods & key) != 0) io.AddKeyEvent(key, is_down);
    }
  }

  ImGuiStage m_stage;
};

// A stage with one page drawn by the test.
class PageStage final : public InputStage {
 public:
  using Page = std::function<void(ui::Ui&)>;

  explicit PageStage(Page page, float width = 1366, float height = 640, float scale = 1)
      : InputStage(width, height), m_page(std::move(page)) {
    ui.theme = ui::Theme(ui::Contrast::normal, scale, fonts());
    ui.theme.apply();
    ui.today = Date::from_ymd(2026, 9, 18).value_or(Date());
    ui::hook_into_imgui(&ui.mirror);
    run(3);
  }
  ~PageStage() override { ui::hook_into_imgui(nullptr); }
  PageStage(const PageStage&) = delete;
  PageStage& operator=(const PageStage&) = delete;

  [[nodiscard]] const ui::Mirror& mirror() const override { return ui.mirror; }

  ui::Ui ui;

 private:
  void draw_frame() override {
    ui.keys.begin_frame();
    ui.focus.begin_frame();
    ui.mirror.begin_frame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
    ImGui::Begin("page", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoNav);
    m_page(ui);
    ImGui::End();
    ui.focus.end_frame();
    ui.mirror.end_frame();
  }

  Page m_page;
};

}  // namespace jishan::test
