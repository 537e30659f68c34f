// A renderer without graphics: paints into memory and hands the page the finished picture.
#include <imgui.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "base/check.h"
#include "platform/raster/rasterizer.h"
#include "platform/web/host.h"
#include "platform/web/renderer.h"

namespace jishan::platform {
namespace {

constexpr Rgba white = 0xFFFFFFFFU;

static_assert(sizeof(ImDrawIdx) == sizeof(std::uint16_t));

class CpuRenderer final : public Renderer {
 public:
  void draw(ImDrawData& drawn) override {
    if (drawn.Textures != nullptr) {
      for (ImTextureData* texture : *drawn.Textures) update(*texture);
    }
    m_picture.clear(static_cast<int>(drawn.DisplaySize.x), static_cast<int>(drawn.DisplaySize.y), white);
    for (const ImDrawList* list : drawn.CmdLists) draw_list(*list, drawn.DisplayPos);
    jishan_host_show_pixels(m_picture.pixels().data(), m_picture.width(), m_picture.height());
  }

  // Memory is never taken away.
  void forget() override {}
  void restore() override {}

 private:
  // The pixels are read where ImGui keeps them, so they are always up to date.
  static void update(ImTextureData& texture) {
    CHECK(texture.Format == ImTextureFormat_RGBA32);
    if (texture.Status == ImTextureStatus_WantDestroy) {
      texture.SetTexID(ImTextureID_Invalid);
      texture.SetStatus(ImTextureStatus_Destroyed);
    } else if (texture.Status != ImTextureStatus_Destroyed) {
      texture.SetTexID(static_cast<ImTextureID>(texture.UniqueID) + 1);
      texture.SetStatus(ImTextureStatus_OK);
    }
  }

  void draw_list(const ImDrawList& list, ImVec2 origin) {
    m_vertices.clear();
    for (const ImDrawVert& vertex : list.VtxBuffer) {
      m_vertices.push_back({vertex.pos.x - origin.x, vertex.pos.y - origin.y, vertex.uv.x, vertex.uv.y, vertex.col});
    }
    const std::span<const Vertex> vertices(m_vertices);
    const std::span<const std::uint16_t> indices(list.IdxBuffer.Data, static_cast<std::size_t>(list.IdxBuffer.Size));
    for (const ImDrawCmd& command : list.CmdBuffer) {
      CHECK(command.UserCallback == nullptr);
      const ImTextureData* texture = command.TexRef._TexData;
      CHECK(texture != nullptr);
      const auto* texels = static_cast<const Rgba*>(static_cast<const void*>(texture->Pixels));
      paint_triangles(m_picture, clip_of(command.ClipRect, origin), {texture->Width, texture->Height, texels},
                      vertices.subspan(command.VtxOffset), indices.subspan(command.IdxOffset, command.ElemCount));
    }
  }

  static Clip clip_of(const ImVec4& clip, ImVec2 origin) {
    return {static_cast<int>(clip.x - origin.x), static_cast<int>(clip.y - origin.y),
            static_cast<int>(clip.z - origin.x), static_cast<int>(clip.w - origin.y)};
  }

  Picture m_picture;
  std::vector<Vertex> m_vertices;
};

}  // namespace

std::unique_ptr<Renderer> make_cpu_renderer() {
  if (jishan_host_takes_pixels() == 0) return nullptr;
  return std::make_unique<CpuRenderer>();
}

std::unique_ptr<Renderer> make_renderer() {
  std::unique_ptr<Renderer> renderer = make_webgl_renderer();
  return renderer != nullptr ? std::move(renderer) : make_cpu_renderer();
}

}  // namespace jishan::platform
