// A renderer on what WebGL1 and WebGL2 have in common, so that both give the same picture: one
// program, buffers orphaned each frame. Nothing is ever read back, because a single glGet can stall
// a browser for a whole frame.
#include <GLES2/gl2.h>
#include <emscripten/html5.h>
#include <imgui.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

#include "base/check.h"
#include "platform/web/renderer.h"

namespace jishan::platform {
namespace {

static_assert(sizeof(ImDrawIdx) == 2, "WebGL1 knows no wider ones without an extension");

constexpr const char* vertex_source = R"(
uniform vec2 to_clip;
attribute vec2 position;
attribute vec2 texture_position;
attribute vec4 color;
varying vec2 at;
varying vec4 tint;
void main() {
  at = texture_position;
  tint = color;
  gl_Position = vec4(position * to_clip + vec2(-1.0, 1.0), 0.0, 1.0);
})";

// In `mediump` an old graphics chip would miss the texels of a wide atlas.
constexpr const char* fragment_source = R"(
#ifdef GL_FRAGMENT_PRECISION_HIGH
precision highp float;
#else
precision mediump float;
#endif
uniform sampler2D atlas;
varying vec2 at;
varying vec4 tint;
void main() { gl_FragColor = tint * texture2D(atlas, at); })";

constexpr std::array attributes{"position", "texture_position", "color"};

GLuint compiled(GLenum kind, const char* source) {
  const GLuint shader = glCreateShader(kind);
  glShaderSource(shader, 1, &source, nullptr);
  glCompileShader(shader);
  return shader;
}

GLuint texture_name(const ImTextureData& texture) {
  return static_cast<GLuint>(texture.GetTexID());
}

class WebGlRenderer final : public Renderer {
 public:
  WebGlRenderer() { restore(); }

  // Asked once, before the first frame: an old driver may refuse the program.
  [[nodiscard]] bool can_draw() const {
    GLint is_linked = 0;
    glGetProgramiv(m_program, GL_LINK_STATUS, &is_linked);
    return is_linked != 0;
  }

  void draw(ImDrawData& drawn) override {
    if (m_is_lost) return;
    if (drawn.Textures != nullptr) {
      for (ImTextureData* texture : *drawn.Textures) update(*texture);
    }
    prepare(drawn);
    for (const ImDrawList* list : drawn.CmdLists) draw_list(*list, drawn);
  }

  void forget() override {
    m_is_lost = true;
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
      if (texture->Status == ImTextureStatus_Destroyed) continue;
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    }
  }

  void restore() override {
    m_is_lost = false;
    m_program = glCreateProgram();
    glAttachShader(m_program, compiled(GL_VERTEX_SHADER, vertex_source));
    glAttachShader(m_program, compiled(GL_FRAGMENT_SHADER, fragment_source));
    for (GLuint i = 0; i < attributes.size(); ++i) {
      glBindAttribLocation(m_program, i, attributes[i]);
    }
    glLinkProgram(m_program);
    m_to_clip = glGetUniformLocation(m_program, "to_clip");
    glGenBuffers(1, &m_vertices);
    glGenBuffers(1, &m_indices);
    glBindBuffer(GL_ARRAY_BUFFER, m_vertices);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, m_indices);
    for (GLuint i = 0; i < attributes.size(); ++i) glEnableVertexAttribArray(i);
    point_at_vertex(0);
  }

 private:
  static const void* offset(std::size_t bytes) { return reinterpret_cast<const void*>(bytes); }

  // WebGL has no base vertex: a list with more than 65,535 vertices moves the attributes.
  static void point_at_vertex(std::size_t first) {
    constexpr auto stride = static_cast<GLsizei>(sizeof(ImDrawVert));
    const std::size_t start = first * sizeof(ImDrawVert);
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, stride,
                          offset(start + offsetof(ImDrawVert, pos)));
    glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, stride,
                          offset(start + offsetof(ImDrawVert, uv)));
    glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, stride,
                          offset(start + offsetof(ImDrawVert, col)));
  }

  void prepare(const ImDrawData& drawn) {
    const ImVec2 size = drawn.DisplaySize;
    glViewport(0, 0, static_cast<GLsizei>(size.x), static_cast<GLsizei>(size.y));
    glDisable(GL_SCISSOR_TEST);
    glClearColor(1.0F, 1.0F, 1.0F, 1.0F);
    glClear(GL_COLOR_BUFFER_BIT);
    glEnable(GL_SCISSOR_TEST);
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glUseProgram(m_program);
    glUniform2f(m_to_clip, 2.0F / size.x, -2.0F / size.y);
  }

  void draw_list(const ImDrawList& list, const ImDrawData& drawn) {
    const auto vertex_bytes = static_cast<GLsizeiptr>(list.VtxBuffer.size_in_bytes());
    const auto index_bytes = static_cast<GLsizeiptr>(list.IdxBuffer.size_in_bytes());
    glBufferData(GL_ARRAY_BUFFER, vertex_bytes, list.VtxBuffer.Data, GL_STREAM_DRAW);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, index_bytes, list.IdxBuffer.Data, GL_STREAM_DRAW);
    std::size_t first_vertex = 0;
    for (const ImDrawCmd& command : list.CmdBuffer) {
      CHECK(command.UserCallback == nullptr);
      if (!set_clip(command.ClipRect, drawn)) continue;
      if (command.VtxOffset != first_vertex) {
        first_vertex = command.VtxOffset;
        point_at_vertex(first_vertex);
      }
      glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(command.GetTexID()));
      glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount),
                     GL_UNSIGNED_SHORT, offset(command.IdxOffset * sizeof(ImDrawIdx)));
    }
    if (first_vertex != 0) point_at_vertex(0);
  }

  static bool set_clip(const ImVec4& clip, const ImDrawData& drawn) {
    const float left = clip.x - drawn.DisplayPos.x;
    const float top = clip.y - drawn.DisplayPos.y;
    const float right = clip.z - drawn.DisplayPos.x;
    const float bottom = clip.w - drawn.DisplayPos.y;
    if (right <= left || bottom <= top) return false;
    glScissor(static_cast<GLint>(left), static_cast<GLint>(drawn.DisplaySize.y - bottom),
              static_cast<GLsizei>(right - left), static_cast<GLsizei>(bottom - top));
    return true;
  }

  void update(ImTextureData& texture) {
    switch (texture.Status) {
      case ImTextureStatus_WantCreate:
        create(texture);
        break;
      case ImTextureStatus_WantUpdates:
        upload_changes(texture);
        break;
      case ImTextureStatus_WantDestroy:
        if (texture.UnusedFrames > 0) destroy(texture);
        break;
      default:
        break;
    }
  }

  static void create(ImTextureData& texture) {
    CHECK(texture.Format == ImTextureFormat_RGBA32);
    GLuint name = 0;
    glGenTextures(1, &name);
    glBindTexture(GL_TEXTURE_2D, name);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, texture.Width, texture.Height, 0, GL_RGBA,
                 GL_UNSIGNED_BYTE, texture.GetPixels());
    texture.SetTexID(name);
    texture.SetStatus(ImTextureStatus_OK);
  }

  void upload_changes(ImTextureData& texture) {
    glBindTexture(GL_TEXTURE_2D, texture_name(texture));
    for (const ImTextureRect& part : texture.Updates) {
      // WebGL1 takes rows only without gaps between them.
      const std::size_t row_bytes = std::size_t{part.w} * static_cast<std::size_t>(texture.BytesPerPixel);
      m_part.resize(row_bytes * part.h);
      for (int row = 0; row < part.h; ++row) {
        std::memcpy(m_part.data() + row_bytes * static_cast<std::size_t>(row),
                    texture.GetPixelsAt(part.x, part.y + row), row_bytes);
      }
      glTexSubImage2D(GL_TEXTURE_2D, 0, part.x, part.y, part.w, part.h, GL_RGBA, GL_UNSIGNED_BYTE,
                      m_part.data());
    }
    texture.SetStatus(ImTextureStatus_OK);
  }

  static void destroy(ImTextureData& texture) {
    const GLuint name = texture_name(texture);
    glDeleteTextures(1, &name);
    texture.SetTexID(ImTextureID_Invalid);
    texture.SetStatus(ImTextureStatus_Destroyed);
  }

  bool m_is_lost = false;
  GLuint m_program = 0;
  GLint m_to_clip = -1;
  GLuint m_vertices = 0;
  GLuint m_indices = 0;
  std::vector<std::uint8_t> m_part;  // of a texture, on its way
};

}  // namespace

std::unique_ptr<Renderer> make_webgl_renderer() {
  EmscriptenWebGLContextAttributes wishes;
  emscripten_webgl_init_context_attributes(&wishes);
  wishes.alpha = EM_FALSE;
  wishes.depth = EM_FALSE;
  wishes.stencil = EM_FALSE;
  wishes.antialias = EM_FALSE;
  wishes.enableExtensionsByDefault = EM_FALSE;
  for (const int version : {2, 1}) {
    wishes.majorVersion = version;
    const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context =
        emscripten_webgl_create_context("#canvas", &wishes);
    if (context <= 0) continue;
    emscripten_webgl_make_context_current(context);
    auto renderer = std::make_unique<WebGlRenderer>();
    if (renderer->can_draw()) return renderer;
    break;
  }
  return nullptr;
}

}  // namespace jishan::platform
