// The page's program: builds the parts once, runs a frame and draws it whenever the page asks.
#include <imgui.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "app/app.h"
#include "base/check.h"
#include "platform/web/caret.h"
#include "platform/web/font_loader.h"
#include "platform/web/frame_pace.h"
#include "platform/web/host.h"
#include "platform/web/inbox.h"
#include "platform/web/input.h"
#include "platform/web/mirror.h"
#include "platform/web/ports.h"
#include "platform/web/program.h"
#include "platform/web/renderer.h"
#include "ui/glyph_atlas.h"
#include "ui/input_gate.h"
#include "ui/ui.h"

namespace jishan::platform {
namespace {

class Program {
 public:
  explicit Program(std::unique_ptr<Renderer> renderer) : m_renderer(std::move(renderer)) {
    m_fonts = add_browser_fonts(*ImGui::GetIO().Fonts);
    connect_clipboard();
    m_app.start();
  }

  int run_frame() {
    const std::int64_t now_ms = m_clock.now_ms();
    take_inbox(now_ms);
    // First, because a frame forgets the wishes that it fulfils: those below are for the next one.
    m_pace.frame_begins(now_ms, inbox().preferences.reduced_motion);
    // A long task goes on in the next frame; what it did is shown in this one.
    if (work_a_while()) m_pace.draw_after(now_ms, 0);
    begin_frame(now_ms);
    m_interface.frame(m_app, surface());
    ImGui::Render();
    tell_page(m_interface.mirror());
    run_commands(now_ms);
    return m_pace.next_frame_ms(m_clock.now_ms());
  }

  void draw_picture() {
    if (ImDrawData* drawn = ImGui::GetDrawData()) m_renderer->draw(*drawn);
    ui::make_room_in_glyph_atlas(*ImGui::GetIO().Fonts);
  }

  [[nodiscard]] std::string state_digest() const {
    return m_app.has_book() ? m_app.book().journal().state_digest() : std::string();
  }
  [[nodiscard]] bool leaves_the_page(int direction) const {
    return m_interface.leaves_the_page(direction);
  }
  void tell_mirror() { m_mirror.send(m_interface.mirror()); }

 private:
  // Slices of the long task until it is time to show how far it is: ten to twenty times a second,
  // as drawing costs as much as a slice. True while there is more to do.
  bool work_a_while() {
    constexpr std::int64_t shown_every_ms = 50;
    std::optional<std::int64_t> until_ms;  // most frames have no work and ask no clock
    while (m_app.work()) {
      const std::int64_t now_ms = m_clock.now_ms();
      if (!until_ms) until_ms = now_ms + shown_every_ms;
      if (now_ms >= *until_ms) return true;
    }
    return false;
  }

  void take_inbox(std::int64_t now_ms) {
    Inbox& in = inbox();
    if (in.surface != m_surface || !in.input.empty() || !in.happenings.empty()) {
      m_pace.something_happened(now_ms);
    }
    m_surface = in.surface;
    if (const auto widget = std::exchange(in.wanted_widget, std::nullopt)) {
      m_pace.something_happened(now_ms);
      m_interface.go_to_widget(*widget);
    }
    for (const Graphics change : std::exchange(in.graphics, {})) follow(change);
    m_store.take_local(std::exchange(in.local, {}));
    for (const app::Happening& happening : std::exchange(in.happenings, {})) hear(happening);
    for (const app::Happening& pasted : give_input_to_imgui(std::exchange(in.input, {}))) {
      hear(pasted);
    }
  }

  void follow(Graphics change) {
    switch (change) {
      case Graphics::restored:
        m_renderer->restore();
        break;
      case Graphics::lost:
        m_renderer->forget();
        break;
      case Graphics::gone:
        if (std::unique_ptr<Renderer> other = make_cpu_renderer()) m_renderer = std::move(other);
        break;
    }
  }

  void hear(const app::Happening& happening) {
    m_app.take(happening);
    m_interface.hear(m_app, happening);
  }

  // Last, so that the store's answer finds the page free; the next frame shows what was done.
  void run_commands(std::int64_t now_ms) {
    if (m_interface.commands().is_empty()) return;
    m_app.run(m_interface.commands());
    m_pace.draw_after(now_ms, 0);
  }

  void begin_frame(std::int64_t now_ms) {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(m_surface.width_px),
                      static_cast<float>(m_surface.height_px)};
    // Real time, also over long pauses: ImGui tells clicks from double clicks by it.
    const std::int64_t passed_ms = std::max<std::int64_t>(1, now_ms - m_drawn_ms);
    io.DeltaTime = static_cast<float>(passed_ms) / 1000.0F;
    m_drawn_ms = now_ms;
    m_gate.close();
    ImGui::NewFrame();
    m_gate.open();
  }

  [[nodiscard]] ui::Surface surface() const {
    return {
        .pixel_ratio = static_cast<float>(m_surface.pixel_ratio_permille) / 1000.0F,
        .fonts = {m_fonts.regular, m_fonts.bold},
        .prefers_contrast = inbox().preferences.more_contrast,
        .prefers_reduced_motion = inbox().preferences.reduced_motion,
    };
  }

  void tell_page(const ui::Mirror& mirror) {
    const auto& rows = mirror.rows();
    const auto active = std::find_if(rows.begin(), rows.end(),
                                     [](const ui::MirrorRow& row) { return row.is_focused; });
    if (active == rows.end()) {
      m_caret.send(0, static_cast<float>(m_surface.width_px));
    } else {
      m_caret.send(active->box.x, active->box.right());
    }
    const int shape = ImGui::GetMouseCursor();
    if (shape != m_shape) jishan_host_pointer_shape(shape);
    m_shape = shape;
    if (m_mirror.is_changed_by(mirror)) m_pace.showed_something_new();
  }

  WebClock m_clock;
  WebRandom m_random;
  FramePace m_pace;
  WebStore m_store{std::exchange(inbox().books, {}), std::exchange(inbox().settings, {})};
  WebFiles m_files;
  WebClipboard m_clipboard;
  WebFrames m_frames{m_pace, m_clock};
  std::unique_ptr<Renderer> m_renderer;
  BrowserFonts m_fonts;
  CaretSender m_caret;
  MirrorSender m_mirror;
  app::App m_app{{m_clock, m_random, m_store, m_files, m_clipboard, m_frames}};
  ui::InputGate m_gate;
  ui::Interface m_interface;
  Surface m_surface;
  std::int64_t m_drawn_ms = 0;
  int m_shape = ImGuiMouseCursor_Arrow;
};

std::unique_ptr<Program>& program() {
  static std::unique_ptr<Program> the_program;
  return the_program;
}

void tell_crash(const char* file, int line, const char* text) {
  const std::string place = std::string(file) + ":" + std::to_string(line) + ": " + text;
  jishan_host_crashed(place.data(), static_cast<int>(place.size()));
}

}  // namespace

void begin_program() {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.MouseDoubleClickTime = 0.5F;  // seconds, as Windows has it
  io.KeyRepeatDelay = FLT_MAX;     // the page tells when the keyboard repeats a key
  io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors | ImGuiBackendFlags_RendererHasTextures |
                     ImGuiBackendFlags_RendererHasVtxOffset;
  std::unique_ptr<Renderer> renderer = make_renderer();
  if (renderer == nullptr) {
    jishan_host_no_graphics();
    return;
  }
  program() = std::make_unique<Program>(std::move(renderer));
}

int run_frame() { return program() == nullptr ? -1 : program()->run_frame(); }

void draw_picture() {
  if (program() != nullptr) program()->draw_picture();
}

std::string state_digest() {
  return program() == nullptr ? std::string() : program()->state_digest();
}

bool leaves_the_page(int direction) {
  return program() == nullptr || program()->leaves_the_page(direction);
}

void tell_mirror() {
  if (program() != nullptr) program()->tell_mirror();
}

}  // namespace jishan::platform

int main() {
  jishan::set_check_handler(jishan::platform::tell_crash);
  jishan_host_start();
}
