package org.vitrine.reviews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestMailbox;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

/** The life of a design review, over HTTP; what happens at once is counted right. */
class ReviewsIT {
  private static final TestClock CLOCK = new TestClock();
  private static TestVitrine vitrine;
  private static ReviewShop shop;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startAt(CLOCK);
    shop = new ReviewShop(vitrine, CLOCK);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void what_is_proposed_is_open_to_all_who_take_part_and_says_not_whose_it_is() {
    long review = shop.review("");
    long quiet = shop.propose(shop.amelia(), review, "A quieter fan at night");
    HttpResponse<String> openly =
        shop.amelia()
            .post(
                "/api/reviews/" + review + "/proposals",
                "{\"text\": \"Larger buttons\", \"openly\": true}");
    assertThat(openly.statusCode()).isEqualTo(201);
    JsonNode theirs = shop.jonas().json("/api/reviews/" + review + "/proposals").get("proposals");
    assertThat(theirs).hasSize(2);
    assertThat(theirs.toString()).contains("A quieter fan", "Northwind").doesNotContain("amelia");
    assertThat(theirs.findValuesAsText("company")).hasSize(1);
    JsonNode own = shop.page(shop.amelia(), review).at("/own/" + quiet);
    assertThat(own.get("text").asText()).isEqualTo("A quieter fan at night");
    assertThat(shop.page(shop.jonas(), review).get("own")).isEmpty();
    JsonNode ours = shop.chen().json("/api/reviews/" + review + "/proposals").get("proposals");
    assertThat(ours.findValuesAsText("company")).hasSize(2);
  }

  @Test
  void what_is_like_it_is_found_while_one_writes_and_can_be_supported_instead() {
    long review = shop.review("");
    long louder = shop.propose(shop.amelia(), review, "The remote control needs larger buttons");
    shop.propose(shop.amelia(), review, "遥控器的按键再大一点");
    JsonNode alike = shop.alike(shop.jonas(), review, "Remote control needs larger buttons!");
    assertThat(alike).hasSize(1);
    assertThat(alike.at("/0/number").asLong()).isEqualTo(louder);
    assertThat(alike.at("/0/own").asBoolean()).isFalse();
    assertThat(shop.alike(shop.jonas(), review, "希望遥控器的按键再大一点")).hasSize(1);
    assertThat(shop.alike(shop.jonas(), review, "Deliver sooner")).isEmpty();
    shop.vote(shop.jonas(), review, louder, "agree");
    assertThat(shop.page(shop.amelia(), review).at("/own/" + louder + "/agreed").asInt())
        .isEqualTo(1);
  }

  @Test
  void a_word_can_change_is_counted_once_and_is_nobody_s_about_their_own() {
    long review = shop.review("");
    long idea = shop.propose(shop.amelia(), review, "A holder for the wall");
    for (String choice : List.of("agree", "agree", "disagree", "pass", "agree")) {
      shop.vote(shop.jonas(), review, idea, choice);
    }
    JsonNode own = shop.page(shop.amelia(), review).at("/own/" + idea);
    assertThat(own.get("seen").asInt()).isEqualTo(1);
    assertThat(own.get("agreed").asInt()).isEqualTo(1);
    assertThat(own.get("disagreed").asInt()).isZero();
    HttpResponse<String> ownVote = shop.voting(shop.amelia(), review, idea, "agree");
    assertThat(ownVote.statusCode()).isEqualTo(409);
    assertThat(ownVote.body()).contains("your own");
    assertThat(shop.voting(shop.jonas(), review, 5, "agree").body()).contains("“5”");
  }

  @Test
  void a_company_has_one_word_where_the_review_says_so() {
    long review = shop.review(", \"word\": \"company\"");
    TestClient colleague = shop.shop().contact("kuehl", "anna@kuehl.example");
    long idea = shop.propose(shop.amelia(), review, "One word a company");
    shop.vote(shop.jonas(), review, idea, "agree");
    shop.vote(colleague, review, idea, "disagree");
    JsonNode own = shop.page(shop.amelia(), review).at("/own/" + idea);
    assertThat(own.get("seen").asInt()).isEqualTo(1);
    assertThat(own.get("agreed").asInt()).isZero();
    assertThat(own.get("disagreed").asInt()).isEqualTo(1);
    assertThat(shop.cards(colleague, review)).isEmpty();
    assertThat(
            shop.voting(
                    shop.shop().contact("northwind", "b@northwind.example"), review, idea, "agree")
                .statusCode())
        .as("a colleague’s is one’s own")
        .isEqualTo(409);
  }

  @Test
  void votes_that_come_at_once_are_all_counted() throws Exception {
    long review = shop.review("");
    List<Long> ideas =
        IntStream.range(0, 5)
            .mapToObj(n -> shop.propose(shop.amelia(), review, "Idea number " + n))
            .toList();
    List<TestClient> voters =
        IntStream.range(0, 8)
            .mapToObj(n -> shop.shop().contact("kuehl", "voter" + n + "@kuehl.example"))
            .toList();
    List<Callable<Integer>> votes = new ArrayList<>();
    for (TestClient voter : voters) {
      for (long idea : ideas) {
        for (String choice : List.of("disagree", "agree")) {
          votes.add(() -> shop.voting(voter, review, idea, choice).statusCode());
        }
      }
    }
    assertThat(atOnce(votes)).containsOnly(200);
    for (TestClient voter : voters) {
      ideas.forEach(idea -> shop.vote(voter, review, idea, "agree"));
    }
    assertThat(
            TestDatabase.find(
                vitrine.databaseUrl(),
                """
                SELECT count(*)
                  FROM proposal p
                 WHERE p.review = %d AND (p.seen, p.agreed, p.disagreed) = (
                   SELECT count(*), count(*) FILTER (WHERE choice = 'agree'), count(*) FILTER (WHERE choice = 'disagree')
                     FROM proposal_vote v WHERE v.review = p.review AND v.proposal = p.number)"""
                    .formatted(review)))
        .containsExactly("5");
    assertThat(shop.page(shop.amelia(), review).at("/own").findValuesAsText("agreed"))
        .containsOnly("8");
  }

  @Test
  void nobody_proposes_more_than_each_may_however_quick() throws Exception {
    long review = shop.review(", \"proposalsEach\": 3");
    List<Callable<Integer>> proposals = new ArrayList<>();
    for (int n = 0; n < 8; n++) {
      String text = "Idea " + n;
      proposals.add(() -> shop.proposing(shop.amelia(), review, text).statusCode());
    }
    assertThat(atOnce(proposals))
        .containsOnly(201, 409)
        .filteredOn(status -> status == 201)
        .hasSize(3);
    JsonNode limits = shop.page(shop.amelia(), review).get("limits");
    assertThat(limits.get("own").asInt()).isEqualTo(3);
    assertThat(limits.get("each").asInt()).isEqualTo(3);
    assertThat(shop.proposing(shop.amelia(), review, "One more").body())
        .contains("all 3 proposals", "support others");
  }

  @Test
  void a_review_that_is_full_says_so() {
    long review = shop.review("");
    TestDatabase.execute(
        vitrine.databaseUrl(), "UPDATE review SET proposals = 9999 WHERE number = " + review);
    shop.propose(shop.amelia(), review, "The last one");
    HttpResponse<String> beyond = shop.proposing(shop.jonas(), review, "One too many");
    assertThat(beyond.statusCode()).isEqualTo(409);
    assertThat(beyond.body()).contains("10,000");
  }

  @Test
  void each_proposal_gets_its_share_of_eyes_and_nobody_sees_one_twice() {
    long review = shop.review(", \"proposalsEach\": 100");
    int ideas = 30;
    IntStream.range(0, ideas)
        .forEach(n -> shop.propose(shop.amelia(), review, "Thought number " + n));
    int voters = 6;
    for (int n = 0; n < voters; n++) {
      TestClient voter = shop.shop().contact("kuehl", "eyes" + n + "@kuehl.example");
      List<Long> seen = new ArrayList<>();
      for (int turn = 0; turn < 10; turn++) {
        long card = shop.cards(voter, review).get(0).get("number").asLong();
        seen.add(card);
        shop.vote(voter, review, card, "pass");
      }
      assertThat(seen).doesNotHaveDuplicates();
    }
    assertThat(shop.page(shop.amelia(), review).at("/own").findValuesAsText("seen"))
        .as("60 looks at 30 proposals")
        .containsOnly("2");
    assertThat(shop.cards(shop.amelia(), review)).as("one’s own").isEmpty();
  }

  @Test
  void groups_are_found_named_split_and_joined_and_stay_as_somebody_left_them() {
    long review = shop.review(", \"proposalsEach\": 100");
    for (String text :
        List.of(
            "The remote control needs larger buttons",
            "Larger buttons on the remote control",
            "Remote control with larger buttons please",
            "遥控器的按键再大一点",
            "希望遥控器的按键大一点")) {
      shop.propose(shop.amelia(), review, text);
    }
    await("two groups", () -> shop.groups(review).size() == 2);
    JsonNode first = shop.groups(review).get(0);
    assertThat(first.get("size").asInt()).isEqualTo(3);
    assertThat(first.get("kept").asBoolean()).isFalse();
    String path = "/api/reviews/" + review + "/groups";
    long english = first.get("id").asLong();
    long chinese = shop.groups(review).get(1).get("id").asLong();
    assertThat(shop.chen().put(path + "/" + english, "{\"name\": \"Buttons\"}").statusCode())
        .isEqualTo(204);
    assertThat(
            shop.chen()
                .post(path + "/" + english + "/proposals", "{\"group\": %d}".formatted(chinese))
                .statusCode())
        .isEqualTo(204);
    assertThat(shop.groups(review)).hasSize(1);
    long one =
        shop.chen()
            .json("/api/reviews/" + review + "/proposals?group=" + english)
            .at("/proposals/0/number")
            .asLong();
    HttpResponse<String> split =
        shop.chen().post(path, "{\"name\": \"Apart\", \"proposals\": [%d]}".formatted(one));
    assertThat(split.statusCode()).isEqualTo(201);
    assertThat(shop.groups(review)).hasSize(2);
    shop.propose(shop.jonas(), review, "Remote control: larger buttons");
    await("the new one is under a group of its own", () -> shop.groups(review).size() == 3);
    assertThat(shop.groups(review).get(0).get("name").asText()).isEqualTo("Buttons");
    assertThat(shop.groups(review).get(0).get("size").asInt()).isEqualTo(4);
    assertThat(shop.chen().put(path + "/999999", "{\"name\": \"None\"}").statusCode())
        .isEqualTo(404);
  }

  @Test
  void each_proposer_is_answered_on_the_page_and_by_mail_once() {
    long review = shop.review("");
    long one = shop.propose(shop.amelia(), review, "A lamp on the remote control");
    long other = shop.propose(shop.amelia(), review, "Solar cells on the remote control");
    long same = shop.propose(shop.jonas(), review, "A light on the remote control");
    String declined = "{\"proposals\": [%d], \"answer\": \"declined\"%s}";
    assertThat(shop.answering(review, declined.formatted(other, "")).statusCode()).isEqualTo(422);
    answered(shop.answering(review, declined.formatted(other, ", \"reason\": \"Too dear\"")));
    answered(
        shop.answering(
            review,
            """
            {"proposals": [%d], "answer": "changed", "reason": "It lights up in the dark"}"""
                .formatted(one)));
    answered(
        shop.answering(
            review,
            "{\"proposals\": [%d], \"answer\": \"same\", \"sameAs\": %d}".formatted(same, one)));
    JsonNode own = shop.page(shop.amelia(), review).get("own");
    assertThat(own.at("/" + one + "/answer/answer").asText()).isEqualTo("changed");
    assertThat(own.at("/" + other + "/answer/reason").asText()).isEqualTo("Too dear");
    assertThat(shop.page(shop.jonas(), review).at("/own/" + same + "/answer/sameAs/text").asText())
        .isEqualTo("A lamp on the remote control");
    TestMailbox mails = new TestMailbox(vitrine);
    await(
        "both are told",
        Duration.ofSeconds(20),
        () ->
            mentions(mails, "amelia@northwind.example", "Too dear")
                && mentions(mails, "jonas@kuehl.example", "A light"));
    long told = count(mails, "amelia@northwind.example", "Too dear");
    answered(shop.answering(review, declined.formatted(other, ", \"reason\": \"Too dear\"")));
    assertThat(count(mails, "amelia@northwind.example", "Too dear")).isEqualTo(told);
    assertThat(shop.cards(shop.jonas(), review)).as("what is answered is not asked").isEmpty();
  }

  private static void answered(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static boolean mentions(TestMailbox mails, String email, String text) {
    return count(mails, email, text) > 0;
  }

  private static long count(TestMailbox mails, String email, String text) {
    return mails.to(email).stream().filter(mail -> mail.contains(text)).count();
  }

  @Test
  void a_review_takes_nothing_before_it_opens_and_after_it_closes() {
    long review = shop.review("");
    long idea = shop.propose(shop.amelia(), review, "In time");
    String times =
        """
        {"title": "T", "question": "Q", "opens": "%s", "closes": "%s"}""";
    put(review, times.formatted("2020-01-01T00:00:00Z", "2020-01-02T00:00:00Z"));
    assertThat(shop.proposing(shop.amelia(), review, "Late").body()).contains("closed");
    assertThat(shop.voting(shop.jonas(), review, idea, "agree").statusCode()).isEqualTo(409);
    put(review, times.formatted("2090-01-01T00:00:00Z", "2090-01-02T00:00:00Z"));
    assertThat(shop.proposing(shop.amelia(), review, "Early").body()).contains("not opened");
  }

  private static void put(long review, String body) {
    HttpResponse<String> answer = shop.chen().put("/api/reviews/" + review, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void whose_word_counts_stays_once_somebody_voted() {
    long review = shop.review("");
    long idea = shop.propose(shop.amelia(), review, "Whose word");
    shop.vote(shop.jonas(), review, idea, "agree");
    HttpResponse<String> changed =
        shop.chen()
            .put(
                "/api/reviews/" + review,
                """
                {"title": "T", "question": "Q", "opens": "2020-01-01T00:00:00Z",
                 "closes": "2090-01-01T00:00:00Z", "word": "company"}""");
    assertThat(changed.statusCode()).isEqualTo(409);
  }

  @Test
  void companies_come_in_by_their_tier_or_by_name_also_later() {
    long gold = shop.review(", \"tiers\": [\"platinum\"], \"companies\": [\"kuehl\"]");
    assertThat(shop.jonas().get("/api/reviews/" + gold).statusCode()).isEqualTo(200);
    assertThat(shop.amelia().get("/api/reviews/" + gold).statusCode()).isEqualTo(404);
    assertThat(shop.proposing(shop.amelia(), gold, "From outside").statusCode()).isEqualTo(404);
    HttpResponse<String> raised =
        shop.shop()
            .integrator()
            .put(
                "/api/companies/northwind",
                "{\"name\": \"Northwind\", \"kind\": \"customer\", \"tier\": \"platinum\"}");
    assertThat(raised.statusCode()).isEqualTo(200);
    await(
        "platinum is let in", () -> shop.amelia().get("/api/reviews/" + gold).statusCode() == 200);
  }

  @Test
  void a_storm_of_votes_is_a_frame_a_second() {
    long review = shop.review(", \"proposalsEach\": 100");
    List<Long> ideas =
        IntStream.range(0, 40)
            .mapToObj(n -> shop.propose(shop.amelia(), review, "Storm " + n))
            .toList();
    try (TestWatcher staff = new TestWatcher(vitrine, shop.chen())) {
      staff.watch("reviews/" + review);
      await("the page", () -> staff.page("reviews/" + review) != null);
      int before = staff.messages().size();
      ideas.forEach(idea -> shop.vote(shop.jonas(), review, idea, "agree"));
      await(
          "all are counted",
          () -> staff.page("reviews/" + review).get("votes").asInt() == ideas.size());
      assertThat(staff.messages().size() - before).isLessThan(ideas.size() / 2);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "title     | {\"question\": \"Q\", \"opens\": \"2026-01-01T00:00:00Z\", \"closes\": \"2026-02-01T00:00:00Z\"}",
        "question  | {\"title\": \"T\", \"question\": \" \", \"opens\": \"2026-01-01T00:00:00Z\", \"closes\": \"2026-02-01T00:00:00Z\"}",
        "opens     | {\"title\": \"T\", \"question\": \"Q\", \"closes\": \"2026-02-01T00:00:00Z\"}",
        "closes    | {\"title\": \"T\", \"question\": \"Q\", \"opens\": \"2026-03-01T00:00:00Z\", \"closes\": \"2026-02-01T00:00:00Z\"}",
        "proposalsEach | {\"title\": \"T\", \"question\": \"Q\", \"opens\": \"2026-01-01T00:00:00Z\", \"closes\": \"2026-02-01T00:00:00Z\", \"proposalsEach\": 101}",
        "companies | {\"title\": \"T\", \"question\": \"Q\", \"opens\": \"2026-01-01T00:00:00Z\", \"closes\": \"2026-02-01T00:00:00Z\", \"companies\": [\"nobody\"]}",
      })
  void what_is_wrong_with_a_review_is_said_at_its_field(String field, String body) {
    HttpResponse<String> answer = shop.chen().post("/api/reviews", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(TestClient.json(answer).get("field").asText()).isEqualTo(field);
  }

  @Test
  void a_proposal_is_one_idea_of_at_most_300_characters() {
    long review = shop.review("");
    assertThat(shop.proposing(shop.amelia(), review, "x".repeat(301)).body()).contains("300");
    assertThat(shop.proposing(shop.amelia(), review, " \n ").statusCode()).isEqualTo(422);
    long long300 = shop.propose(shop.amelia(), review, "字".repeat(300));
    assertThat(long300).isPositive();
  }

  private static List<Integer> atOnce(List<Callable<Integer>> asked) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> answer : threads.invokeAll(asked)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
