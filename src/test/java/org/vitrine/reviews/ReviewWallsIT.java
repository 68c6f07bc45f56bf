package org.vitrine.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;

/** What holds of reviews behind the second wall, whatever a query forgets. */
class ReviewWallsIT {
  private static TestVitrine vitrine;
  private static String northwind;
  private static String kuehl;
  private static long shared;
  private static long closed;
  private static long idea;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    ReviewShop shop = new ReviewShop(vitrine, Clock.systemUTC());
    shared = shop.review("");
    closed = shop.review(", \"companies\": [\"kuehl\"]");
    idea = shop.propose(shop.amelia(), shared, "A quieter fan");
    shop.propose(shop.jonas(), shared, "A louder alarm");
    shop.vote(shop.jonas(), shared, idea, "agree");
    northwind = company("northwind");
    kuehl = company("kuehl");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static String company(String code) {
    return TestDatabase.find(
            vitrine.databaseUrl(), "SELECT id FROM company WHERE code = '%s'".formatted(code))
        .getFirst();
  }

  private static void as(String company, String sql) {
    TestDatabase.execute(
        vitrine.databaseUrl(),
        "SET ROLE vitrine_portal; SET app.company = '%s'; ".formatted(company) + sql);
  }

  @Test
  void a_company_reads_its_own_rows_alone() {
    String counts =
        """
        DO $$ BEGIN
          ASSERT (SELECT count(*) FROM proposal) = %d, 'proposals';
          ASSERT (SELECT count(*) FROM proposal_vote) = %d, 'votes';
          ASSERT (SELECT count(*) FROM review_seat) = %d, 'seats';
        END $$""";
    as(northwind, counts.formatted(1, 0, 1));
    as(kuehl, counts.formatted(1, 1, 2));
    as("", counts.formatted(0, 0, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT * FROM review                                   | permission denied",
        "SELECT * FROM proposal_group                           | permission denied",
        "UPDATE proposal SET agreed = 1000                      | permission denied",
        "UPDATE proposal SET answer = 'adopted'                 | permission denied",
        "UPDATE proposal_vote SET company_id = 1                | permission denied",
        "DELETE FROM proposal_vote                              | permission denied",
        "INSERT INTO review_seat VALUES (1, 1)                  | permission denied",
        "SELECT count_vote()                                    | permission denied",
      })
  void what_is_not_theirs_to_read_or_say_is_refused(String sql, String why) {
    assertThatThrownBy(() -> as(northwind, sql)).rootCause().hasMessageContaining(why);
  }

  @Test
  void nobody_proposes_or_votes_without_a_seat_or_in_another_s_name() {
    String propose =
        """
        INSERT INTO proposal (company_id, review, number, person_id, proposed_by, text, proposed_at)
        VALUES (%s, %d, 5, 1, 'x', 'x', now())""";
    assertThatThrownBy(() -> as(northwind, propose.formatted(northwind, closed)))
        .rootCause()
        .hasMessageContaining("foreign key");
    assertThatThrownBy(() -> as(northwind, propose.formatted(kuehl, shared)))
        .rootCause()
        .hasMessageContaining("row-level security");
    String vote =
        """
        INSERT INTO proposal_vote (company_id, review, proposal, voter, person_id, choice, voted_at)
        VALUES (%s, %d, %d, 1, 1, 'agree', now())""";
    assertThatThrownBy(() -> as(northwind, vote.formatted(kuehl, shared, idea)))
        .rootCause()
        .hasMessageContaining("row-level security");
    assertThat(
            TestDatabase.find(
                vitrine.databaseUrl(), "SELECT agreed FROM proposal WHERE number = " + idea))
        .containsExactly("1");
  }
}
