// The peer of the households screen in `make bench`: the same page with nothing in it but a table
// of Dear ImGui with ImGuiListClipper, with the same columns, texts, row height and number of rows.
// It takes the place of src/platform/web/main.cpp; the host, the seam, the fonts and the renderer
// are those of the program.
#include <imgui.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/web/font_loader.h"
#include "platform/web/frame_pace.h"
#include "platform/web/host.h"
#include "platform/web/inbox.h"
#include "platform/web/input.h"
#include "platform/web/ports.h"
#include "platform/web/program.h"
#include "platform/web/renderer.h"
#include "ui/theme.h"

namespace jishan::bench {
namespace {

constexpr int row_count = 10'000;

struct TableColumn {
  const char* title;
  float width_px;  // 0 takes the rest
};
// As src/ui/screens/households.cpp has them.
constexpr std::array columns{TableColumn{"户号", 84},   TableColumn{"户主", 0},
                             TableColumn{"组", 70},     TableColumn{"人口", 60},
                             TableColumn{"可兑分", 84}, TableColumn{"本季", 76},
                             TableColumn{"标签", 180}};
using Row = std::array<std::string, columns.size()>;

// As long as those of tests/bench/page_bench.mjs, which fill the households screen.
std::vector<Row> made_rows() {
  constexpr std::array surnames{"赵", "钱", "孙", "李", "周", "吴", "郑", "王", "冯", "陈"};
  constexpr std::array given{"桂芳", "建国", "玉兰", "志强", "小芳", "德明", "秀英"};
  std::vector<Row> rows;
  for (int i = 0; i < row_count; ++i) {
    const auto n = static_cast<std::size_t>(i);
    const std::string group = std::to_string(1 + i % 6);
    const std::string number = std::to_string(100'000 + i).substr(1);
    const std::string head = std::string(surnames[n % surnames.size()]) + given[n % given.size()];
    rows.push_back({"0" + group + "-" + number, head, group + " 组", "1", "0", "0", ""});
  }
  return rows;
}

class TablePage {
 public:
  explicit TablePage(std::unique_ptr<platform::Renderer> renderer)
      : m_renderer(std::move(renderer)) {
    const platform::BrowserFonts fonts = platform::add_browser_fonts(*ImGui::GetIO().Fonts);
    ui::Theme(ui::Contrast::normal, 1, {fonts.regular, fonts.bold}).apply();
  }

  int run_frame() {
    platform::Inbox& in = platform::inbox();
    const std::int64_t now_ms = m_clock.now_ms();
    if (!in.input.empty() || in.surface != m_surface) m_pace.something_happened(now_ms);
    m_surface = in.surface;
    platform::give_input_to_imgui(std::exchange(in.input, {}));
    m_pace.frame_begins(now_ms, true);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(m_surface.width_px),
                      static_cast<float>(m_surface.height_px)};
    io.DeltaTime = static_cast<float>(std::max<std::int64_t>(1, now_ms - m_drawn_ms)) / 1000.0F;
    m_drawn_ms = now_ms;
    ImGui::NewFrame();
    draw();
    ImGui::Render();
    return m_pace.next_frame_ms(m_clock.now_ms());
  }

  void draw_picture() {
    if (ImDrawData* drawn = ImGui::GetDrawData()) m_renderer->draw(*drawn);
  }

  [[nodiscard]] int rows_drawn() const { return m_rows_drawn; }

 private:
  // The place of the list on the households screen of a page of 1366 × 640.
  void draw() {
    ImGui::SetNextWindowPos({164, 96});
    ImGui::SetNextWindowSize({746, 448});
    ImGui::Begin("page", nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove);
    constexpr ImGuiTableFlags flags = ImGuiTableFlags_ScrollY | ImGuiTableFlags_BordersInnerH;
    if (ImGui::BeginTable("households", static_cast<int>(columns.size()), flags)) {
      ImGui::TableSetupScrollFreeze(0, 1);
      for (const TableColumn& column : columns) {
        const ImGuiTableColumnFlags sizing = column.width_px > 0
                                                 ? ImGuiTableColumnFlags_WidthFixed
                                                 : ImGuiTableColumnFlags_WidthStretch;
        ImGui::TableSetupColumn(column.title, sizing, column.width_px);
      }
      ImGui::TableHeadersRow();
      draw_rows();
      ImGui::EndTable();
    }
    ImGui::End();
  }

  void draw_rows() {
    m_rows_drawn = 0;
    ImGuiListClipper clipper;
    clipper.Begin(row_count);
    while (clipper.Step()) {
      for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row) {
        ImGui::TableNextRow();
        for (const std::string& cell : m_rows[static_cast<std::size_t>(row)]) {
          ImGui::TableNextColumn();
          ImGui::TextUnformatted(cell.data(), cell.data() + cell.size());
        }
        ++m_rows_drawn;
      }
    }
  }

  platform::WebClock m_clock;
  platform::FramePace m_pace;
  std::unique_ptr<platform::Renderer> m_renderer;
  std::vector<Row> m_rows = made_rows();
  platform::Surface m_surface;
  std::int64_t m_drawn_ms = 0;
  int m_rows_drawn = 0;
};

std::unique_ptr<TablePage>& page() {
  static std::unique_ptr<TablePage> the_page;
  return the_page;
}

}  // namespace
}  // namespace jishan::bench

namespace jishan::platform {

void begin_program() {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
  std::unique_ptr<Renderer> renderer = make_renderer();
  if (renderer != nullptr) bench::page() = std::make_unique<bench::TablePage>(std::move(renderer));
}

int run_frame() { return bench::page() == nullptr ? -1 : bench::page()->run_frame(); }

void draw_picture() {
  if (bench::page() != nullptr) bench::page()->draw_picture();
}

std::string state_digest() { return {}; }

bool leaves_the_page(int) { return true; }

void tell_mirror() {
  if (bench::page() != nullptr) jishan_host_mirror("", 0, bench::page()->rows_drawn());
}

}  // namespace jishan::platform

int main() { jishan_host_start(); }
