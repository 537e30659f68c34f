// One computer with the program on it, without a screen: what a person does there, as calls.
#pragma once

#include <memory>
#include <string>

#include "app/app.h"
#include "app/exporting.h"
#include "app/founding.h"
#include "app/importing.h"
#include "support/fake_ports.h"

namespace jishan::testing {

class Computer {
 public:
  explicit Computer(std::uint64_t seed) : m_world(seed) { switch_on(); }

  // The page is opened: memory is new, the store is what it was.
  void switch_on() {
    m_app = std::make_unique<app::App>(m_world.ports());
    m_app->start();
    settle();
  }

  // Hands over what happened outside until nothing happens any more.
  void settle() {
    bool is_busy = true;
    while (is_busy) {
      is_busy = m_app->work();
      while (!m_world.store.happenings.empty()) {
        const app::Happening happening = std::move(m_world.store.happenings.front());
        m_world.store.happenings.pop_front();
        m_app->take(happening);
        is_busy = true;
      }
    }
  }

  app::FoundingStatus found(const std::string& village, int groups = 3) {
    const auto status = app::found_village(
        *m_app, {.name = village, .town = "临溪镇", .groups = groups, .operator_name = "周敏",
                 .operator_role = "会计", .laptop = "村委会电脑"});
    settle();
    return status;
  }

  // The bytes of the file that this computer would hand to a colleague.
  std::string export_bytes() {
    app::export_book(*m_app, journal::PersonalPart::kept);
    return m_world.files.saved.back().bytes;
  }

  // Chooses a file, waits for the dry run, merges if it may. Gives the task, which stays open.
  app::ImportTask& import_bytes(const std::string& bytes, const std::string& name = "a.jishan.json") {
    m_world.files.offered.push_back({name, bytes});
    const auto file = static_cast<app::FileNumber>(m_world.files.offered.size());
    auto task = std::make_unique<app::ImportTask>(
        *m_app, app::FileChosen{file, name, static_cast<std::int64_t>(bytes.size())});
    app::ImportTask& import = *task;
    m_app->start_task(std::move(task));
    settle();
    if (import.stage() == app::ImportStage::ready) import.merge(*m_app);
    settle();
    return import;
  }

  app::App& app() { return *m_app; }
  FakeWorld& world() { return m_world; }
  std::string fingerprint() { return m_app->book().journal().fingerprint(); }
  std::string digest() { return m_app->book().journal().state_digest(); }

 private:
  FakeWorld m_world;
  std::unique_ptr<app::App> m_app;
};

}  // namespace jishan::testing
