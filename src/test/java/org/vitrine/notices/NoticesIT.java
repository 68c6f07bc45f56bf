package org.vitrine.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.access.Role;
import org.vitrine.companies.Company;
import org.vitrine.companies.Tier;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.words.Language;
import org.vitrine.platform.words.Words;

/** Who is told what, by what they chose and what is usual. */
class NoticesIT {
  private static final Words WORDS = new Words();

  private static TestVitrine vitrine;
  private static NoticeWorld world;
  private static Company gold;
  private static Company platinum;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    world = new NoticeWorld(vitrine);
    gold = world.company(Tier.GOLD);
    platinum = world.company(Tier.PLATINUM);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "stage-begun|{\"line\": 1, \"stage\": \"assembly\", \"at\": \"NOW\"}|Stage “Assembly” has"
            + " begun|阶段“装配”已开始",
        "stage-finished|{\"line\": 1, \"stage\": \"packing\", \"at\": \"NOW\"}|Stage “Packing” is"
            + " done|阶段“包装”已完成",
        "completed|{\"at\": \"NOW\"}|The order is completed|订单已完成",
        "completed|{\"at\": \"NOW\", \"fewer\": true}|The order is finished with fewer than"
            + " ordered|订单已完工，数量少于订购数量",
        "promise-revised|{\"before\": \"2026-12-12\", \"date\": \"2026-12-20\"}|The promised date"
            + " moved from 12 December 2026 to 20 December 2026|承诺日期由 2026年12月12日 改为 2026年12月20日",
        "promise-revised|{\"before\": \"2026-12-12\", \"date\": \"2026-12-20\", \"reason\":"
            + " {\"en\": \"valves\", \"zh-CN\": \"缺阀门\"}}|The promised date moved from 12 December"
            + " 2026 to 20 December 2026: valves|承诺日期由 2026年12月12日 改为 2026年12月20日：缺阀门",
        "promise-revised|{\"date\": \"2026-12-20\"}|The promised date is 20 December 2026|承诺日期为"
            + " 2026年12月20日",
        "promise-revised|{\"before\": \"2026-12-12\"}|The promised date is to be confirmed|承诺日期待确认",
        "cancelled|{\"reason\": \"no longer needed\"}|The order was cancelled: no longer"
            + " needed|订单已取消：no longer needed",
        "reinstated|{}|The order is no longer cancelled|订单已恢复",
        "requirement-failed|{\"line\": 1, \"stage\": \"final-inspection\", \"requirement\":"
            + " \"capacity\", \"mandatory\": true, \"at\": \"NOW\"}|Cooling capacity was outside"
            + " its limits at stage “Final inspection”|阶段“终检”的Cooling capacity超出限值",
        "shipped|{\"shipment\": \"S-1\", \"leftOn\": \"TODAY\", \"items\": []}|Shipment S-1 left on"
            + " DAY|发货单 S-1 已于 日子 发出",
        "shipped|{\"shipment\": \"S-1\", \"leftOn\": \"TODAY\", \"items\": [], \"carrier\":"
            + " \"Sun\"}|Shipment S-1 left on DAY with Sun|发货单 S-1 已于 日子 由 Sun 发出",
        "delivered|{\"shipment\": \"S-1\", \"deliveredOn\": \"TODAY\", \"items\": []}|Shipment S-1"
            + " was delivered on DAY|发货单 S-1 已于 日子 送达"
      })
  void each_kind_is_told_in_words_of_both_languages(
      String kind, String body, String english, String chinese) {
    long reader = world.person(Role.CUSTOMER, platinum);
    String order = world.order(platinum);
    Instant now = Instant.now();
    String today = now.toString().substring(0, 10);

    world.hear(
        world.change(
            platinum, order, kind, body.replace("NOW", now.toString()).replace("TODAY", today)));

    JsonNode told = world.client(reader).json("/api/notices").at("/notices/0");
    assertThat(told.path("kind").asText()).isEqualTo(kind);
    Sentence sentence = new Sentence(WORDS, kind, (ObjectNode) told.get("facts"));
    assertThat(sentence.in(Language.ENGLISH))
        .isEqualTo(order + ": " + english.replace("DAY", shown(today, Language.ENGLISH)));
    assertThat(sentence.in(Language.CHINESE))
        .isEqualTo(order + "：" + chinese.replace("日子", shown(today, Language.CHINESE)));
  }

  private static String shown(String day, Language language) {
    return DateTimeFormatter.ofPattern(WORDS.text(language, "mail.day"), language.locale())
        .format(LocalDate.parse(day));
  }

  @ParameterizedTest
  @CsvSource({
    "STANDARD, off, digest, off, at-once, at-once",
    "SILVER, digest, at-once, digest, at-once, at-once",
    "GOLD, digest, at-once, digest, at-once, at-once",
    "PLATINUM, at-once, at-once, at-once, at-once, at-once"
  })
  void the_closer_a_company_is_the_more_often_its_contacts_hear(
      Tier tier,
      String stages,
      String promises,
      String failures,
      String deliveries,
      String answers) {
    Company company = world.company(tier);
    long reader = world.person(Role.DISTRIBUTOR, company);
    String order = world.order(company);

    world.hear(
        stage(company, order, "assembly"),
        world.change(company, order, "promise-revised", "{\"date\": \"2026-12-20\"}"),
        world.change(
            company,
            order,
            "requirement-failed",
            "{\"line\": 1, \"stage\": \"final-inspection\", \"requirement\": \"capacity\", \"mandatory\": true, \"at\": \"%s\"}"
                .formatted(Instant.now())),
        world.change(
            company,
            order,
            "delivered",
            "{\"shipment\": \"S-1\", \"deliveredOn\": \"%s\", \"items\": []}"
                .formatted(Instant.now().toString().substring(0, 10))),
        message(company, "answered", 7, reader));

    assertThat(world.told(reader))
        .containsExactlyElementsOf(
            List.of(
                    "stage-finished " + stages,
                    "promise-revised " + promises,
                    "requirement-failed " + failures,
                    "delivered " + deliveries,
                    "voice.answered " + answers)
                .stream()
                .filter(told -> !told.endsWith(" off"))
                .toList());
  }

  private static Change stage(Company company, String order, String stage) {
    return world.change(
        company,
        order,
        "stage-finished",
        "{\"line\": 1, \"stage\": \"%s\", \"at\": \"%s\"}".formatted(stage, Instant.now()));
  }

  private static Change message(Company company, String kind, long number, long... people) {
    return new Change(
        "voice." + kind,
        String.valueOf(number),
        System.nanoTime(),
        Optional.of(company.id().value()),
        Json.read(
            """
            {"number": %d, "title": "The crate is dented", "kind": "complaint", "order": "SO-1",
             "by": {"side": "staff", "id": 1, "name": "Chen Yu"}, "people": %s}\
            """
                .formatted(number, Json.text(people)),
            JsonNode.class));
  }

  @Test
  void account_managers_hear_of_risks_and_messages_at_once_and_of_companies_in_their_care_only() {
    Company standard = world.company(Tier.STANDARD);
    long manager = world.person(Role.ACCOUNT_MANAGER, standard);
    long another = world.person(Role.ACCOUNT_MANAGER, gold);
    String order = world.order(standard);

    world.hear(message(standard, "said", 11, manager), stage(standard, order, "assembly"));
    assertThat(world.told(manager)).containsExactly("voice.said at-once");
    assertThat(world.told(another)).isEmpty();
    assertThat(world.client(manager).json("/api/notices").at("/notices/0/company").asText())
        .isEqualTo(standard.name());
  }

  @Test
  void what_somebody_chose_counts_whatever_is_usual() {
    long reader = world.person(Role.CUSTOMER, gold);
    String order = world.order(gold);
    TestClient client = world.client(reader);
    assertThat(
            client
                .put(
                    "/api/notices/choices",
                    "{\"topics\": [{\"topic\": \"stages\", \"mode\": \"at-once\"}, {\"topic\":"
                        + " \"promises\", \"mode\": \"off\"}]}")
                .statusCode())
        .isEqualTo(200);

    world.hear(
        stage(gold, order, "assembly"),
        world.change(gold, order, "promise-revised", "{\"date\": \"2026-12-20\"}"));

    assertThat(world.told(reader)).containsExactly("stage-finished at-once");
    JsonNode stages = topic(client.json("/api/notices/choices"), "stages");
    assertThat(stages.path("mode").asText()).isEqualTo("at-once");
    assertThat(stages.path("usual").asText()).isEqualTo("digest");
  }

  private static JsonNode topic(JsonNode choices, String topic) {
    return StreamSupport.stream(choices.get("topics").spliterator(), false)
        .filter(one -> one.path("topic").asText().equals(topic))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"topics\": [{\"topic\": \"messages\", \"mode\": \"off\"}]}|topics[0].topic|You are told"
            + " nothing about “messages”",
        "{\"topics\": [{\"topic\": \"stages\", \"mode\": \"off\"}, {\"topic\": \"stages\","
            + " \"mode\": \"off\"}]}|topics[1].topic|“stages” appears twice",
        "{\"topics\": [], \"digestHour\": 24}|digestHour|“24” is not an hour from 0 to 23"
      })
  void what_cannot_be_chosen_is_named(String wanted, String field, String detail) {
    JsonNode refused =
        TestClient.json(
            world.client(world.person(Role.CUSTOMER, gold)).put("/api/notices/choices", wanted));
    assertThat(refused.path("status").asInt()).isEqualTo(422);
    assertThat(refused.path("field").asText()).isEqualTo(field);
    assertThat(refused.path("detail").asText()).isEqualTo(detail);
  }

  @Test
  void an_order_that_is_followed_is_told_at_once_and_one_that_is_muted_not_at_all() {
    long reader = world.person(Role.CUSTOMER, gold);
    TestClient client = world.client(reader);
    String followed = world.order(gold);
    String muted = world.order(gold);
    client.put("/api/orders/" + followed + "/following", "{\"mode\": \"follow\"}");
    client.put("/api/orders/" + muted + "/following", "{\"mode\": \"mute\"}");

    world.hear(
        stage(gold, followed, "assembly"),
        stage(gold, muted, "assembly"),
        world.change(gold, muted, "promise-revised", "{\"date\": \"2026-12-20\"}"));
    assertThat(world.told(reader)).containsExactly("stage-finished at-once");

    assertThat(client.delete("/api/orders/" + muted + "/following").statusCode()).isEqualTo(204);
    world.hear(stage(gold, muted, "packing"));
    assertThat(world.told(reader)).last().isEqualTo("stage-finished digest");
  }

  @Test
  void staff_hear_of_an_order_that_they_follow_though_it_is_in_nobody_s_care() {
    long quality = world.person(Role.QUALITY_MANAGER);
    String order = world.order(gold);
    world.client(quality).put("/api/orders/" + order + "/following", "{\"mode\": \"follow\"}");
    world.hear(stage(gold, order, "assembly"));
    assertThat(world.told(quality)).containsExactly("stage-finished at-once");
  }

  @Test
  void whoever_waits_for_a_stage_is_told_once_even_of_an_order_that_is_muted() {
    long reader = world.person(Role.CUSTOMER, gold);
    TestClient client = world.client(reader);
    String order = world.order(gold);
    String following = "/api/orders/" + order + "/following";
    client.put(following, "{\"mode\": \"mute\"}");
    JsonNode known =
        TestClient.json(client.put(following, "{\"mode\": \"stage\", \"stage\": \"packing\"}"));
    assertThat(known.at("/stages/0/line").asInt()).isEqualTo(1);
    assertThat(known.path("mode").asText()).isEqualTo("mute");

    world.hear(stage(gold, order, "assembly"));
    assertThat(world.told(reader)).isEmpty();
    world.hear(stage(gold, order, "packing"));
    world.hear(stage(gold, order, "packing"));
    assertThat(world.told(reader)).containsExactly("stage-finished at-once");
    assertThat(client.json("/api/notices").at("/notices/0/asked").asBoolean()).isTrue();
    assertThat(client.json(following).get("stages")).isEmpty();
  }

  @Test
  void whoever_waits_for_a_stage_is_told_though_it_is_reported_weeks_later() {
    long waiting = world.person(Role.CUSTOMER, platinum);
    long colleague = world.person(Role.CUSTOMER, platinum);
    long follower = world.person(Role.QUALITY_MANAGER);
    String order = world.order(platinum);
    String following = "/api/orders/" + order + "/following";
    world.client(waiting).put(following, "{\"mode\": \"stage\", \"stage\": \"packing\"}");
    world.client(follower).put(following, "{\"mode\": \"follow\"}");

    String late = Instant.now().minus(Duration.ofDays(20)).toString();
    for (String stage : List.of("assembly", "packing")) {
      world.hear(
          world.change(
              platinum,
              order,
              "stage-finished",
              "{\"line\": 1, \"stage\": \"%s\", \"at\": \"%s\"}".formatted(stage, late)));
    }
    assertThat(world.told(waiting)).containsExactly("stage-finished at-once");
    assertThat(world.told(colleague)).isEmpty();
    assertThat(world.told(follower)).isEmpty();
    assertThat(
            world.client(waiting).json("/api/notices").at("/notices/0/facts/stage/code").asText())
        .isEqualTo("packing");
  }

  @Test
  void what_waits_to_be_mailed_goes_with_the_topic_or_the_order_that_is_turned_off() {
    long reader = world.person(Role.CUSTOMER, gold);
    TestClient client = world.client(reader);
    String muted = world.order(gold);
    String kept = world.order(gold);
    client.put(
        "/api/orders/" + muted + "/following", "{\"mode\": \"stage\", \"stage\": \"packing\"}");
    world.hear(
        stage(gold, muted, "assembly"),
        stage(gold, muted, "packing"),
        stage(gold, kept, "assembly"),
        world.change(gold, kept, "promise-revised", "{\"date\": \"2026-12-20\"}"));
    assertThat(waiting(reader))
        .containsExactly("assembly", "packing asked", "assembly", "promise-revised");

    client.put("/api/orders/" + muted + "/following", "{\"mode\": \"mute\"}");
    assertThat(waiting(reader)).containsExactly("packing asked", "assembly", "promise-revised");

    client.put(
        "/api/notices/choices", "{\"topics\": [{\"topic\": \"stages\", \"mode\": \"off\"}]}");
    assertThat(waiting(reader)).containsExactly("packing asked", "promise-revised");
  }

  private static List<String> waiting(long reader) {
    return world
        .database()
        .find(
            "test.waiting",
            """
            SELECT coalesce(facts #>> '{stage,code}', kind) || CASE WHEN asked THEN ' asked' ELSE '' END AS what
              FROM notice
             WHERE person_id = $1 AND mailed_at IS NULL
             ORDER BY number\
            """,
            row -> row.getString("what"),
            reader);
  }

  @Test
  void readers_are_told_no_more_of_a_message_than_what_is_for_them() {
    long customer = world.person(Role.CUSTOMER, gold);
    Change said = message(gold, "answered", 77, customer);
    ((ObjectNode) said.body()).put("note", "for staff only").put("department", "quality");
    world.hear(said);
    assertThat(world.client(customer).json("/api/notices").at("/notices/0/facts").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("message", "title", "about", "order", "by");
  }

  @Test
  void nobody_waits_for_a_stage_that_is_done_or_is_not_there() {
    Company company = world.company(Tier.GOLD);
    long reader = world.person(Role.CUSTOMER, company);
    TestClient client = world.client(reader);
    String order = world.order(company);
    world.shop().good(order, order + "-1", "Assembly", 500);
    await(
        "everybody was told; who waits before that is told too",
        () -> world.told(reader).stream().anyMatch(told -> told.startsWith("stage-finished")));
    String following = "/api/orders/" + order + "/following";
    assertThat(client.put(following, "{\"mode\": \"stage\", \"stage\": \"assembly\"}").statusCode())
        .isEqualTo(409);
    JsonNode refused =
        TestClient.json(client.put(following, "{\"mode\": \"stage\", \"stage\": \"paint\"}"));
    assertThat(refused.path("field").asText()).isEqualTo("stage");
    assertThat(refused.path("detail").asText())
        .isEqualTo("Line 1 of this order has no stage “paint”");
    assertThat(client.json(following).get("stages")).isEmpty();
  }

  @Test
  void administrators_set_what_is_usual() {
    Company silver = world.company(Tier.SILVER);
    long reader = world.person(Role.CUSTOMER, silver);
    TestClient administrator = world.client(world.person(Role.ADMINISTRATOR));
    assertThat(administrator.json("/api/notices/rhythm").get("rhythm")).hasSize(52);
    administrator.put(
        "/api/notices/rhythm",
        "{\"rhythm\": [{\"readers\": \"customers\", \"tier\": \"silver\", \"topic\": \"stages\","
            + " \"mode\": \"off\"}]}");
    world.hear(stage(silver, world.order(silver), "assembly"));
    assertThat(world.told(reader)).isEmpty();

    administrator.put(
        "/api/notices/rhythm",
        "{\"rhythm\": [{\"readers\": \"customers\", \"tier\": \"silver\", \"topic\": \"stages\","
            + " \"mode\": \"at-once\"}]}");
    world.hear(stage(silver, world.order(silver), "assembly"));
    assertThat(world.told(reader)).containsExactly("stage-finished at-once");
    administrator.put(
        "/api/notices/rhythm",
        "{\"rhythm\": [{\"readers\": \"customers\", \"tier\": \"silver\", \"topic\": \"stages\","
            + " \"mode\": \"digest\"}]}");
  }

  @Test
  void messages_are_told_to_those_whom_they_name_and_work_to_staff_whatever_they_chose() {
    long customer = world.person(Role.CUSTOMER, gold);
    long stranger = world.person(Role.CUSTOMER, platinum);
    long operator = world.person(Role.OPERATOR);
    world
        .client(operator)
        .put(
            "/api/notices/choices", "{\"topics\": [{\"topic\": \"messages\", \"mode\": \"off\"}]}");

    world.hear(
        message(gold, "answered", 21, customer, stranger, operator),
        message(gold, "assigned", 21, customer, operator));

    assertThat(world.told(customer)).containsExactly("voice.answered at-once");
    assertThat(world.told(stranger)).isEmpty();
    assertThat(world.told(operator)).containsExactly("voice.assigned at-once");
  }

  @Test
  void what_an_order_came_with_and_what_is_long_past_is_no_news() {
    long reader = world.person(Role.CUSTOMER, platinum);
    String order = world.order(platinum);
    Change placed = world.change(platinum, order, "placed", "{}");
    Change promised =
        new Change(
            "order.promise-revised",
            placed.key(),
            placed.version(),
            placed.company(),
            Json.read("{\"kind\": \"promise-revised\", \"date\": \"2026-12-12\"}", JsonNode.class));
    world.hear(
        placed,
        promised,
        world.change(
            platinum,
            order,
            "stage-begun",
            "{\"line\": 1, \"stage\": \"assembly\", \"at\": \"%s\"}"
                .formatted(Instant.now().minus(Duration.ofDays(8)))));
    assertThat(world.told(reader)).isEmpty();
  }

  @Test
  void an_order_at_risk_is_told_when_the_moment_comes_and_only_if_it_still_is() {
    Company company = world.company(Tier.PLATINUM);
    long reader = world.person(Role.CUSTOMER, company);
    String order = world.order(company);
    world.shop().good(order, order + "-1", "Assembly", 10);
    String held =
        """
        {"id": "%s-2", "order": "%s", "kind": "held", "stage": "assembly", "reason": "no valves", "source": "manual",
         "happenedAt": "%s"}\
        """
            .formatted(order, order, vitrine.vitrine().clock().instant());
    assertThat(world.shop().integrator().post("/api/reports", held).statusCode()).isEqualTo(200);
    await(
        "the hold is told",
        Duration.ofSeconds(20),
        () -> world.told(reader).contains("at-risk at-once"));
    assertThat(
            world
                .database()
                .find(
                    "test.watch",
                    "SELECT risk FROM risk_watch WHERE order_id = $1 AND told_from IS NOT NULL",
                    row -> row.getString("risk"),
                    world.id(order)))
        .containsExactly("held");
  }

  @Test
  void what_happened_last_stands_first_however_late_it_was_told() {
    Company company = world.company(Tier.PLATINUM);
    TestClient client = world.client(world.person(Role.CUSTOMER, company));
    String order = world.order(company);
    Instant now = Instant.now();
    for (int minutesAgo : List.of(30, 10, 50, 20, 40)) {
      world.hear(
          world.change(
              company,
              order,
              "stage-finished",
              "{\"line\": 1, \"stage\": \"assembly\", \"at\": \"%s\"}"
                  .formatted(now.minus(Duration.ofMinutes(minutesAgo)))));
    }
    List<Instant> told = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = client.json("/api/notices?limit=2" + after);
      page.get("notices").forEach(one -> told.add(Instant.parse(one.get("at").asText())));
      after = page.path("next").isTextual() ? "&after=" + page.get("next").asText() : null;
    } while (after != null);
    assertThat(told).hasSize(5).isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void whoever_looks_sees_their_own_at_once_and_how_many_are_unread() {
    Company company = world.company(Tier.PLATINUM);
    long reader = world.person(Role.CUSTOMER, company);
    long colleague = world.person(Role.CUSTOMER, company);
    TestClient client = world.client(reader);
    String order = world.order(company);
    try (TestWatcher watcher =
        new TestWatcher(vitrine, client).watch("notices").watch("notices/unread")) {
      await(
          "the pages",
          () -> watcher.page("notices") != null && watcher.page("notices/unread") != null);
      assertThat(watcher.page("notices/unread").path("unread").asInt()).isZero();
      world.shop().good(order, order + "-1", "Assembly", 500);
      await("told", () -> unread(watcher) >= 2);
      JsonNode rows = watcher.page("notices").path("rows");
      await("the list", () -> watcher.page("notices").path("rows").size() >= 2);
      assertThat(watcher.page("notices").path("rows").findValuesAsText("kind"))
          .contains("stage-begun", "stage-finished");
      assertThat(client.post("/api/notices/reading", "{\"upTo\": 1}").statusCode()).isEqualTo(204);
      int after = world.told(reader).size() - 1;
      await("one is read", () -> unread(watcher) == after);
      assertThat(rows).isNotNull();
    }
    assertThat(world.told(colleague)).hasSameSizeAs(world.told(reader));
    JsonNode page = client.json("/api/notices?limit=1");
    assertThat(page.get("notices")).hasSize(1);
    assertThat(
            client
                .json("/api/notices?after=" + page.get("next").asText())
                .at("/notices/0/number")
                .asLong())
        .isEqualTo(page.at("/notices/0/number").asLong() - 1);
  }

  private static int unread(TestWatcher watcher) {
    return watcher.page("notices/unread").path("unread").asInt();
  }
}
