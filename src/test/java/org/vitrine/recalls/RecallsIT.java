package org.vitrine.recalls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.access.Actor;
import org.vitrine.access.Sessions;
import org.vitrine.companies.Merges;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.nonconformances.NonconformanceNumber;
import org.vitrine.orders.Amount;

/** Each company is told what of its own is concerned, and chooses what is done for it. */
class RecallsIT {
  private static final TestClock CLOCK = new TestClock();
  private static TestVitrine vitrine;
  private static RecallShop shop;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startAt(CLOCK);
    shop = new RecallShop(vitrine, CLOCK);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static Set<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
  }

  @Test
  void all_are_told_in_one_act_and_nobody_twice() {
    long number = shop.written();
    assertThat(shop.board(number).get("toTell").asInt()).isEqualTo(2);
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    List<CompletableFuture<Integer>> told =
        IntStream.range(0, 6)
            .mapToObj(any -> CompletableFuture.supplyAsync(() -> shop.tell(number), threads))
            .toList();
    assertThat(told.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(2);
    threads.close();

    assertThat(shop.tell(number)).isZero();
    assertThat(shop.board(number).get("toTell").asInt()).isZero();
    String notice = shop.notice(number, "northwind");
    assertThat(shop.history(notice)).containsOnlyOnce("told");
    assertThat(shop.board(number).at("/sums/told/companies").asInt()).isEqualTo(2);
    assertThat(shop.board(number).at("/sums/told/pieces").asInt()).isEqualTo(3);
  }

  /** An allow-list, in which nothing tells of others. */
  @Test
  void a_company_reads_of_its_own_pieces_and_nothing_of_others() {
    long number = shop.told();
    String notice = shop.notice(number, "northwind");
    JsonNode read = shop.read(shop.amelia(), notice);
    assertThat(names(read))
        .containsExactlyInAnyOrder(
            "id",
            "title",
            "what",
            "hazard",
            "now",
            "remedies",
            "lines",
            "pieces",
            "told",
            "company",
            "state",
            "acknowledged",
            "done",
            "can");
    assertThat(read.at("/hazard/en").asText()).isEqualTo(RecallShop.HAZARD);
    assertThat(read.at("/lines/0/codes"))
        .extracting(JsonNode::asText)
        .containsExactly("SN-1", "SN-2");
    assertThat(read.toString()).doesNotContain("SN-9", "baltic", String.valueOf(number));
    assertThat(notice).matches("[0-9a-f]{32}");
    for (TestClient other : List.of(shop.jonas(), shop.stranger())) {
      assertThat(other.get("/api/recall-notices/" + notice).statusCode()).isEqualTo(404);
      assertThat(shop.choosing(other, notice, "replace").statusCode()).isEqualTo(404);
      assertThat(other.get("/api/recall-notices?order=SO-1").statusCode()).isEqualTo(404);
    }
    assertThat(shop.stranger().json("/api/recall-notices?order=SO-3").get("notices")).isEmpty();
    assertThat(shop.amelia().json("/api/recall-notices?order=SO-1").get("notices").has(notice))
        .isTrue();
    assertThat(shop.amelia().get("/api/recalls/" + number).statusCode()).isEqualTo(403);
  }

  @Test
  void a_remedy_is_chosen_in_one_touch_and_anew_until_it_has_begun() {
    long number = shop.told();
    String notice = shop.notice(number, "northwind");
    assertThat(shop.done(shop.chen(), notice, 0).statusCode())
        .as("nothing is chosen")
        .isEqualTo(409);

    JsonNode chosen = RecallShop.require(shop.choosing(shop.amelia(), notice, "repair"));
    assertThat(chosen.get("state").asText()).isEqualTo("chosen");
    assertThat(chosen.get("acknowledged").asBoolean()).isTrue();
    assertThat(chosen.has("read")).as("who answers has read").isTrue();
    RecallShop.require(shop.choosing(shop.amelia(), notice, "repair"));
    RecallShop.require(shop.choosing(shop.amelia(), notice, "replace"));
    assertThat(shop.choosing(shop.amelia(), notice, "refund").body())
        .contains("\"field\":\"remedy\"", "not among what is offered");
    RecallShop.require(shop.done(shop.chen(), notice, 1));

    HttpResponse<String> late = shop.choosing(shop.amelia(), notice, "repair");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(shop.read(shop.amelia(), notice).get("state").asText()).isEqualTo("begun");
    assertThat(shop.done(shop.chen(), notice, 3).statusCode()).as("of two pieces").isEqualTo(422);
    RecallShop.require(shop.done(shop.chen(), notice, 2));
    assertThat(shop.read(shop.amelia(), notice).get("state").asText()).isEqualTo("done");
    assertThat(shop.history(notice))
        .containsSubsequence("told", "chosen", "chosen", "handled", "handled");
    assertThat(shop.board(number).at("/sums/done/pieces").asInt()).isEqualTo(2);
  }

  @Test
  void who_reads_it_is_seen_by_staff_once_and_reading_by_staff_is_no_reading() {
    long number = shop.told();
    String notice = shop.notice(number, "northwind");
    String address = "/api/recall-notices/" + notice + "/read";
    shop.read(shop.amelia(), notice);
    assertThat(shop.row(number, "northwind").at("/notice/read").isMissingNode()).isTrue();
    assertThat(shop.li().post(address, "").statusCode()).isEqualTo(403);
    assertThat(shop.amelia().post(address, "").statusCode()).isEqualTo(204);
    assertThat(shop.amelia().post(address, "").statusCode()).isEqualTo(204);
    assertThat(shop.row(number, "northwind").at("/notice/read/by").asText())
        .isEqualTo("amelia@northwind.example");
    assertThat(shop.row(number, "northwind").at("/notice/state").asText()).isEqualTo("read");
    assertThat(shop.history(notice)).containsOnlyOnce("read");
  }

  @Test
  void who_was_called_chooses_by_their_account_manager() {
    String notice = shop.notice(shop.told(), "northwind");
    assertThat(shop.choosing(shop.zhang(), notice, "replace").statusCode()).isEqualTo(403);
    JsonNode chosen = RecallShop.require(shop.choosing(shop.li(), notice, "replace"));
    assertThat(chosen.at("/choice/by").asText()).isEqualTo("li@plant.example");
  }

  @Test
  void a_glass_holder_reads_what_to_do_and_chooses_nothing() {
    long number = shop.told();
    String notice = shop.notice(number, "baltic");
    RecallShop.require(shop.choosing(shop.jonas(), notice, "repair"));
    TestClient holder = shop.holder("SO-2");
    JsonNode read = holder.json("/api/recall-notices?order=SO-2").at("/notices/" + notice);
    assertThat(read.at("/now/en").asText()).startsWith("Switch it off");
    assertThat(read.has("choice")).isFalse();
    assertThat(names(read))
        .containsExactlyInAnyOrder(
            "id",
            "title",
            "what",
            "hazard",
            "now",
            "remedies",
            "lines",
            "pieces",
            "told",
            "state",
            "can");
    assertThat(holder.get("/api/recall-notices?order=SO-1").statusCode()).isEqualTo(404);
    assertThat(holder.get("/api/recall-notices/" + notice + "").statusCode()).isEqualTo(403);
    assertThat(
            holder
                .post("/api/recall-notices/" + notice + "/remedy", "{\"remedy\": \"repair\"}")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void a_distributor_says_how_many_it_reached() {
    String notice = shop.notice(shop.told(), "baltic");
    JsonNode said =
        RecallShop.require(
            shop.jonas().post("/api/recall-notices/" + notice + "/reached", "{\"reached\": 17}"));
    assertThat(said.at("/reached/count").asInt()).isEqualTo(17);
    assertThat(
            shop.jonas()
                .post("/api/recall-notices/" + notice + "/reached", "{\"reached\": -1}")
                .body())
        .contains("\"field\":\"reached\"");
  }

  @Test
  void what_is_more_is_told_and_has_to_be_acknowledged_again() {
    long number = shop.told();
    String notice = shop.notice(number, "northwind");
    RecallShop.require(shop.choosing(shop.amelia(), notice, "repair"));
    shop.concerns(number, "northwind", "SN-1", "SN-2", "SN-3");
    assertThat(shop.row(number, "northwind").get("toTell").asText()).isEqualTo("more");
    assertThat(shop.read(shop.amelia(), notice).get("pieces").asInt())
        .as("not told yet")
        .isEqualTo(2);

    assertThat(shop.tell(number)).as("of two companies one").isEqualTo(1);
    JsonNode more = shop.read(shop.amelia(), notice);
    assertThat(more.get("pieces").asInt()).isEqualTo(3);
    assertThat(more.at("/told/news").asText()).isEqualTo("more");
    assertThat(more.get("acknowledged").asBoolean()).isFalse();
    assertThat(more.at("/choice/remedy").asText()).as("what was chosen stands").isEqualTo("repair");
    RecallShop.require(shop.choosing(shop.amelia(), notice, "repair"));
    assertThat(shop.read(shop.amelia(), notice).get("state").asText()).isEqualTo("chosen");
  }

  @Test
  void what_was_done_of_others_is_not_done_of_those_that_came_instead() {
    long number = shop.told();
    String notice = shop.notice(number, "northwind");
    RecallShop.require(shop.choosing(shop.amelia(), notice, "repair"));
    RecallShop.require(shop.done(shop.chen(), notice, 2));
    shop.concerns(number, "northwind", "SN-3");
    assertThat(shop.tell(number)).isEqualTo(1);

    JsonNode others = shop.read(shop.amelia(), notice);
    assertThat(others.get("state").asText()).isEqualTo("told");
    assertThat(others.get("done").asInt()).isZero();
    assertThat(others.has("begunAt")).isFalse();
    assertThat(others.get("can").toString()).contains("choose");
    RecallShop.require(shop.choosing(shop.amelia(), notice, "replace"));
    assertThat(shop.row(number, "northwind").at("/notice/state").asText()).isEqualTo("chosen");
  }

  @Test
  void when_all_was_done_it_is_still_of_those_that_stay() {
    long number = shop.told();
    String notice = shop.notice(number, "northwind");
    RecallShop.require(shop.choosing(shop.amelia(), notice, "repair"));
    RecallShop.require(shop.done(shop.chen(), notice, 2));
    shop.concerns(number, "northwind", "SN-2");
    shop.tell(number);
    assertThat(shop.read(shop.amelia(), notice).get("state").asText()).isEqualTo("done");
    shop.concerns(number, "northwind", "SN-2", "SN-3");
    shop.tell(number);
    JsonNode more = shop.read(shop.amelia(), notice);
    assertThat(more.get("done").asInt()).isEqualTo(1);
    assertThat(more.has("begunAt")).isTrue();
    assertThat(more.get("state").asText()).isEqualTo("told");
  }

  @Test
  void what_is_less_is_told_and_nothing_need_be_said_again() {
    long number = shop.told();
    String notice = shop.notice(number, "northwind");
    RecallShop.require(shop.choosing(shop.amelia(), notice, "repair"));
    shop.concerns(number, "northwind", "SN-1");
    shop.tell(number);
    JsonNode fewer = shop.read(shop.amelia(), notice);
    assertThat(fewer.at("/told/news").asText()).isEqualTo("fewer");
    assertThat(fewer.get("state").asText()).isEqualTo("chosen");

    shop.concerns(number, "northwind");
    shop.tell(number);
    JsonNode clear = shop.read(shop.amelia(), notice);
    assertThat(clear.get("state").asText()).isEqualTo("cleared");
    assertThat(shop.choosing(shop.amelia(), notice, "repair").statusCode()).isEqualTo(409);
    assertThat(shop.tell(number)).isZero();
    assertThat(
            shop.amelia()
                .json("/api/recall-notices?order=SO-1")
                .at("/notices/" + notice + "/state")
                .asText())
        .as("the page of its order says so")
        .isEqualTo("cleared");
    shop.clockStrikes();
    assertThat(shop.mailsAbout(notice))
        .anyMatch(subject -> subject.startsWith("All clear for your pieces"));
  }

  @Test
  void what_is_corrected_is_told_to_all() {
    long number = shop.told();
    RecallShop.require(shop.write(number, "The capacitor can burst."));
    assertThat(shop.row(number, "baltic").get("toTell").asText()).isEqualTo("corrected");
    assertThat(shop.read(shop.jonas(), shop.notice(number, "baltic")).at("/hazard/en").asText())
        .as("what was told stands until it is told otherwise")
        .isEqualTo(RecallShop.HAZARD);
    assertThat(shop.tell(number)).isEqualTo(2);
  }

  @Test
  void what_has_begun_is_acknowledged_though_it_is_offered_to_nobody_any_more() {
    long number = shop.told();
    String notice = shop.notice(number, "northwind");
    RecallShop.require(shop.choosing(shop.amelia(), notice, "repair"));
    RecallShop.require(shop.done(shop.chen(), notice, 1));
    RecallShop.require(shop.writeOffering(number, "It can burst.", "replace"));
    shop.tell(number);
    assertThat(shop.choosing(shop.amelia(), notice, "replace").statusCode()).isEqualTo(409);
    RecallShop.require(shop.choosing(shop.amelia(), notice, "repair"));
    assertThat(shop.read(shop.amelia(), notice).get("state").asText()).isEqualTo("begun");
  }

  @Test
  void whoever_tells_what_they_have_not_seen_tells_nobody() {
    long number = shop.written();
    String seen = shop.board(number).get("preview").asText();
    shop.concerns(number, "acme", "SN-77");
    HttpResponse<String> refused =
        shop.chen()
            .post("/api/recalls/" + number + "/told", "{\"preview\": \"%s\"}".formatted(seen));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(shop.board(number).at("/sums/told/companies").asInt()).isZero();
    String now = shop.board(number).get("preview").asText();
    assertThat(
            RecallShop.require(
                    shop.chen()
                        .post(
                            "/api/recalls/" + number + "/told",
                            "{\"preview\": \"%s\"}".formatted(now)))
                .get("told")
                .asInt())
        .isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "A voluntary recall,takes it for optional",
    "In rare situations it burns,for the exception",
    "A precautionary step,perhaps nothing is wrong"
  })
  void a_hazard_in_words_that_play_it_down_is_refused_at_its_field(String hazard, String why) {
    HttpResponse<String> refused = shop.write(shop.raised(), hazard);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("\"field\":\"hazard.en\"", why);
  }

  @Test
  void it_is_written_in_both_languages_for_a_nonconformance_that_there_is() {
    assertThat(
            shop.chen()
                .put(
                    "/api/recalls/" + shop.raised(),
                    "{\"title\": {\"en\": \"x\"}, \"remedies\": [\"repair\"]}")
                .body())
        .contains("\"field\":\"title.zh-CN\"");
    assertThat(shop.write(123456, "It burns").statusCode()).isEqualTo(404);
    assertThat(shop.chen().get("/api/recalls/123456").statusCode()).isEqualTo(404);
    assertThat(shop.chen().get("/api/recalls/x").statusCode()).isEqualTo(404);
    assertThat(shop.chen().post("/api/recalls/" + shop.raised() + "/told", "{}").statusCode())
        .as("nothing is written")
        .isEqualTo(409);
  }

  @Test
  void who_edits_what_somebody_else_has_changed_is_shown_that() {
    long number = shop.written();
    RecallShop.require(shop.write(number, "It can burst.", "If-Match", "\"1\""));
    assertThat(shop.board(number).at("/written/version").asInt()).isEqualTo(2);
    RecallShop.require(shop.write(number, "It can burst."));
    assertThat(shop.board(number).at("/written/version").asInt()).as("the same").isEqualTo(2);
    HttpResponse<String> late = shop.write(number, "It can burn.", "If-Match", "\"1\"");
    assertThat(late.statusCode()).isEqualTo(412);
  }

  @Test
  void who_is_silent_is_reminded_three_times_and_then_called() {
    long number = shop.told();
    String notice = shop.notice(number, "northwind");
    shop.clockStrikes();
    RecallShop.require(shop.choosing(shop.jonas(), shop.notice(number, "baltic"), "repair"));
    for (int day = 0; day < 10; day++) {
      CLOCK.pass(Duration.ofDays(1));
      shop.clockStrikes();
      shop.clockStrikes();
    }
    assertThat(shop.history(notice))
        .containsExactly("told", "mailed", "reminded", "reminded", "reminded", "called-for");
    assertThat(shop.history(shop.notice(number, "baltic"))).doesNotContain("reminded");
    assertThat(shop.chen().json("/api/actions?source=recall&sourceNumber=" + number).get("actions"))
        .hasSize(1)
        .allSatisfy(
            action -> {
              assertThat(action.at("/owner/name").asText()).isEqualTo("li@plant.example");
              assertThat(action.get("text").asText()).contains("Northwind Climate", "C-2231");
            });
  }

  @Test
  void who_has_nobody_to_be_written_to_is_called_at_once() {
    long number = shop.written();
    shop.concerns(number, "nobody", "SN-5");
    shop.tell(number);
    shop.clockStrikes();
    shop.clockStrikes();
    assertThat(shop.history(shop.notice(number, "nobody")))
        .containsExactly("told", "mailed", "called-for");
  }

  @Test
  void somebody_answers_by_name_for_what_is_left() {
    long number = shop.told();
    String notice = shop.notice(number, "northwind");
    String address = "/api/recall-notices/" + notice + "/leaving";
    assertThat(shop.chen().post(address, "{\"reason\": \" \"}").body())
        .contains("\"field\":\"reason\"");
    JsonNode left =
        RecallShop.require(shop.chen().post(address, "{\"reason\": \"The ship has sunk\"}"));
    assertThat(left.get("state").asText()).isEqualTo("left");
    assertThat(left.at("/left/by").asText()).isEqualTo("chen@plant.example");
    JsonNode read = shop.read(shop.amelia(), notice);
    assertThat(read.toString()).doesNotContain("sunk");
    RecallShop.require(shop.choosing(shop.amelia(), notice, "repair"));
  }

  @Test
  void a_company_finds_what_is_open_of_its_own_until_it_is_done() {
    long number = shop.told();
    String notice = shop.notice(number, "northwind");
    assertThat(shop.amelia().json("/api/recall-notices").get("notices").has(notice)).isTrue();
    assertThat(shop.stranger().json("/api/recall-notices").toString()).doesNotContain(notice);
    RecallShop.require(shop.choosing(shop.amelia(), notice, "repair"));
    RecallShop.require(shop.done(shop.chen(), notice, 2));
    assertThat(shop.amelia().json("/api/recall-notices").get("notices").has(notice)).isFalse();
  }

  @Test
  void it_is_closed_once_every_company_is_done_or_somebody_says_why_not() {
    long number = shop.told();
    String lots = "{\"left\": [{\"what\": \"held\", \"reason\": \"They go to the laboratory\"}]}";
    String close = "/api/nonconformances/" + number + "/closing";
    assertThat(shop.chen().post(close, lots).body()).contains("“recalls” (2)");
    String northwind = shop.notice(number, "northwind");
    RecallShop.require(shop.choosing(shop.amelia(), northwind, "repair"));
    RecallShop.require(shop.done(shop.chen(), northwind, 2));
    assertThat(shop.chen().post(close, lots).body()).contains("“recalls” (1)");
    RecallShop.require(
        shop.chen()
            .post(
                "/api/recall-notices/" + shop.notice(number, "baltic") + "/leaving",
                "{\"reason\": \"It was scrapped\"}"));
    RecallShop.require(shop.chen().post(close, lots));
  }

  @Test
  void one_reason_at_closing_does_not_answer_for_several_companies() {
    long number = shop.written();
    String address = "/api/nonconformances/" + number;
    String reasons =
        """
        {"left": [{"what": "held", "reason": "They go to the laboratory"},
                  {"what": "recalls", "reason": "They will hear of it one day"}]}\
        """;
    assertThat(shop.chen().json(address).get("left").valueStream())
        .anySatisfy(
            matter -> {
              assertThat(matter.get("what").asText()).isEqualTo("recalls");
              assertThat(matter.get("each").asBoolean()).isTrue();
            });
    HttpResponse<String> untold = shop.chen().post(address + "/closing", reasons);
    assertThat(untold.statusCode()).isEqualTo(422);
    assertThat(untold.body()).contains("\"field\":\"left\"", "“recalls” (2)", "Tell each company");

    shop.tell(number);
    assertThat(shop.chen().post(address + "/closing", reasons).statusCode()).isEqualTo(422);
    for (String company : List.of("northwind", "baltic")) {
      RecallShop.require(
          shop.chen()
              .post(
                  "/api/recall-notices/" + shop.notice(number, company) + "/leaving",
                  "{\"reason\": \"It was scrapped\"}"));
    }
    RecallShop.require(shop.chen().post(address + "/closing", reasons));
  }

  @Test
  void the_page_of_an_order_hears_of_it_at_once_and_so_does_a_glass_holder() {
    long number = shop.written();
    try (TestWatcher amelia = new TestWatcher(vitrine, shop.amelia());
        TestWatcher stranger = new TestWatcher(vitrine, shop.stranger())) {
      amelia.watch("recalls/order/SO-1");
      stranger.watch("recalls/order/SO-3");
      await("a page", () -> stranger.page("recalls/order/SO-3") != null);
      await("a page", () -> amelia.page("recalls/order/SO-1") != null);
      shop.tell(number);
      String notice = shop.notice(number, "northwind");
      await(
          "told live", () -> amelia.page("recalls/order/SO-1").at("/notices/" + notice).has("now"));
      assertThat(stranger.page("recalls/order/SO-3").get("notices")).isEmpty();
    }
  }

  /** What breaks off while it is mailed is owed still, and done once. */
  @Test
  void what_breaks_off_while_it_is_mailed_is_mailed_once() {
    long number = shop.written();
    breakingAfter(
        "mail",
        "INSERT",
        () -> {
          shop.tell(number);
          shop.clockStrikes();
        });
    String notice = shop.notice(number, "baltic");
    assertThat(shop.mailsAbout(notice)).isEmpty();
    CLOCK.pass(Duration.ofMinutes(11));
    shop.clockStrikes();
    shop.clockStrikes();
    assertThat(shop.history(notice)).containsExactly("told", "mailed");
    assertThat(shop.mailsAbout(notice)).hasSize(1);
  }

  /** Whatever dies in between: what is told is told once. */
  @ParameterizedTest
  @CsvSource({
    "recall_notice, INSERT",
    "recall_line, INSERT",
    "recall_event, INSERT",
    "recall, UPDATE",
    "change, INSERT"
  })
  void what_breaks_off_between_two_steps_of_telling_has_told_nobody(String table, String act) {
    long number = shop.written();
    breakingAfter(
        table,
        act,
        () ->
            assertThat(shop.chen().post("/api/recalls/" + number + "/told", "{}").statusCode())
                .isGreaterThanOrEqualTo(500));
    assertThat(shop.board(number).at("/sums/told/companies").asInt()).isZero();
    assertThat(shop.tell(number)).isEqualTo(2);
    assertThat(shop.history(shop.notice(number, "baltic"))).containsOnlyOnce("told");
  }

  private static void breakingAfter(String table, String act, Runnable work) {
    TestDatabase.execute(
        vitrine.databaseUrl(),
        """
        CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'the plug is pulled';
        END
        $$;
        CREATE CONSTRAINT TRIGGER break_off AFTER %s ON %s DEFERRABLE INITIALLY IMMEDIATE
          FOR EACH ROW EXECUTE FUNCTION break_off()\
        """
            .formatted(act, table));
    try {
      work.run();
    } finally {
      TestDatabase.execute(
          vitrine.databaseUrl(),
          "DROP TRIGGER break_off ON %s; DROP FUNCTION break_off()".formatted(table));
    }
  }

  /** Whatever node the clock strikes on: everybody is written to once. */
  @Test
  void two_nodes_tell_by_mail_once() {
    try (TestVitrine there = vitrine.beside()) {
      List<Long> numbers = IntStream.range(0, 6).mapToObj(any -> shop.told()).toList();
      ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
      List.of(vitrine, there).stream()
          .map(
              node ->
                  CompletableFuture.runAsync(
                      () -> node.vitrine().rooms().recalls().clockWork().round(), threads))
          .toList()
          .forEach(CompletableFuture::join);
      threads.close();
      shop.clockStrikes();
      for (long number : numbers) {
        String notice = shop.notice(number, "northwind");
        assertThat(shop.history(notice)).containsExactly("told", "mailed");
        assertThat(shop.mailsAbout(notice)).hasSize(1);
      }
    }
  }

  @Test
  void two_companies_that_become_one_are_told_as_one() {
    long number = shop.raised();
    shop.concerns(number, "merged", "SN-4");
    shop.concerns(number, "northwind", "SN-2");
    RecallShop.require(shop.write(number, "It burns"));
    shop.tell(number);
    String gone = shop.notice(number, "merged");
    String notice = shop.notice(number, "northwind");
    vitrine
        .vitrine()
        .rooms()
        .recalls()
        .answered(
            new NonconformanceNumber(number),
            shop.company("merged"),
            Remedy.REPAIR,
            Amount.of(1),
            Actor.person(1, "Ruth", Sessions.From.NOWHERE));
    Merges merges = vitrine.vitrine().rooms().merges();
    Merges.Merge wanted = merges.require("merged", "northwind");
    vitrine
        .vitrine()
        .database()
        .inTransaction(
            transaction -> {
              merges.merge(transaction, wanted, "test");
              return null;
            });
    assertThat(shop.history(notice))
        .as("what the other was told and answered stays known")
        .containsExactly("told", "told", "chosen", "handled", "merged");
    assertThat(shop.lastSaid(notice)).contains(gone, "\"done\": 1", "\"remedy\": \"repair\"");
    assertThat(shop.row(number, "northwind").get("toTell").asText()).isEqualTo("more");
    assertThat(shop.tell(number)).isEqualTo(1);
    assertThat(shop.read(shop.amelia(), shop.notice(number, "northwind")).get("pieces").asInt())
        .isEqualTo(2);
  }
}
