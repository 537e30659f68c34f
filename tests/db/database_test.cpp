#include "db/database.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "base/random.h"

namespace jishan::db {
namespace {

class DatabaseTest : public testing::Test {
 protected:
  std::int64_t count() {
    Statement& row = m_database->cached("SELECT count(*) FROM thing");
    EXPECT_TRUE(row.bind().step());
    const std::int64_t number = row.integer(0);
    row.reset();
    return number;
  }

  void SetUp() override {
    m_database->execute(
        "CREATE TABLE thing (number INTEGER PRIMARY KEY, name TEXT, bytes BLOB) STRICT");
  }

  std::unique_ptr<Database> m_database = Database::open_in_memory();
};

TEST_F(DatabaseTest, GivesBackWhatWasBound) {
  SeededRandom random(1);
  const HouseholdId id = HouseholdId::make(random);
  const std::vector<std::uint8_t> bytes = {0, 1, 255};
  Statement insert =
      m_database->prepare("INSERT INTO thing (number, name, bytes) VALUES (?, ?, ?)");
  insert.run(7, id, Bytes(bytes));
  insert.run(Points::whole(3), "", std::nullopt);
  insert.run(std::optional<int>(), std::optional<std::string>("b"), Bytes());

  Statement rows = m_database->prepare("SELECT number, name, bytes FROM thing ORDER BY number");
  ASSERT_TRUE(rows.bind().step());
  EXPECT_EQ(rows.integer(0), 7);
  EXPECT_EQ(rows.id<HouseholdId>(1), id);
  EXPECT_TRUE(rows.id<ResidentId>(1).is_empty());
  EXPECT_EQ(std::vector<std::uint8_t>(rows.blob(2).begin(), rows.blob(2).end()), bytes);
  ASSERT_TRUE(rows.step());
  EXPECT_EQ(rows.points(0), Points::whole(3));
  EXPECT_FALSE(rows.is_null(1));
  EXPECT_EQ(rows.text(1), "");
  EXPECT_TRUE(rows.is_null(2));
  ASSERT_TRUE(rows.step());
  EXPECT_EQ(rows.text(1), "b");
  EXPECT_FALSE(rows.is_null(2));
  EXPECT_TRUE(rows.blob(2).empty());
  EXPECT_FALSE(rows.step());
}

TEST_F(DatabaseTest, ATransactionIsWholeOrAbsent) {
  {
    Transaction transaction(*m_database);
    m_database->execute("INSERT INTO thing (name) VALUES ('lost')");
    EXPECT_TRUE(m_database->in_transaction());
  }
  EXPECT_EQ(count(), 0);
  Transaction outer(*m_database);
  m_database->execute("INSERT INTO thing (name) VALUES ('kept')");
  {
    Transaction inner(*m_database);
    m_database->execute("INSERT INTO thing (name) VALUES ('lost')");
  }
  {
    Transaction inner(*m_database);
    m_database->execute("INSERT INTO thing (name) VALUES ('kept too')");
    inner.commit();
  }
  outer.commit();
  EXPECT_EQ(count(), 2);
  EXPECT_FALSE(m_database->in_transaction());
}

TEST_F(DatabaseTest, ATransactionWithoutRollbackIsOneUntilAnotherIsAround) {
  {
    Transaction alone(*m_database, Rollback::none);
    EXPECT_TRUE(m_database->in_transaction());
    m_database->execute("INSERT INTO thing (name) VALUES ('kept')");
    alone.commit();
  }
  EXPECT_EQ(count(), 1);
  {
    Transaction outer(*m_database);
    Transaction inner(*m_database, Rollback::none);
    m_database->execute("INSERT INTO thing (name) VALUES ('lost')");
    inner.commit();
  }
  EXPECT_EQ(count(), 1) << "the outer one can still take it back";
  {
    Transaction after(*m_database);
    m_database->execute("INSERT INTO thing (name) VALUES ('lost')");
  }
  EXPECT_EQ(count(), 1) << "later ones can be taken back as ever";
}

TEST_F(DatabaseTest, CachedStatementsAreTheSame) {
  EXPECT_EQ(&m_database->cached("SELECT 1"), &m_database->cached("SELECT 1"));
  EXPECT_NE(&m_database->cached("SELECT 1"), &m_database->cached("SELECT 2"));
}

TEST_F(DatabaseTest, ATableCanBeDroppedUnderAnAbandonedRow) {
  m_database->execute("INSERT INTO thing (name) VALUES ('a'), ('b')");
  Statement abandoned = m_database->prepare("SELECT name FROM thing");
  ASSERT_TRUE(abandoned.bind().step());
  m_database->reset_statements();
  m_database->execute("DROP TABLE thing");
  SetUp();
  EXPECT_EQ(count(), 0);
}

TEST_F(DatabaseTest, SaysHowItWillSearch) {
  EXPECT_NE(m_database->query_plan("SELECT name FROM thing WHERE number = 1").find("SEARCH"),
            std::string::npos);
  EXPECT_NE(m_database->query_plan("SELECT name FROM thing WHERE name = 'a'").find("SCAN"),
            std::string::npos);
}

TEST(DatabaseDeathTest, AWrongStatementStopsTheProgram) {
  testing::GTEST_FLAG(death_test_style) = "threadsafe";
  const auto database = Database::open_in_memory();
  EXPECT_DEATH(database->execute("SELECT 1 FROM nowhere"), "no such table");
}

TEST(DatabaseDeathTest, ATransactionWithoutRollbackMustBeCommitted) {
  testing::GTEST_FLAG(death_test_style) = "threadsafe";
  const auto database = Database::open_in_memory();
  EXPECT_DEATH({ Transaction left(*database, Rollback::none); }, "rollback");
}

}  // namespace
}  // namespace jishan::db
