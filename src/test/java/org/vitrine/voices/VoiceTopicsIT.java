package org.vitrine.voices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

/** What one side does is seen on the other, at whichever node. */
class VoiceTopicsIT {
  private static TestVitrine here;
  private static TestVitrine there;
  private static VoiceShop shop;

  @BeforeAll
  static void start() {
    here = TestVitrine.start();
    there = here.beside();
    shop = new VoiceShop(here);
  }

  @AfterAll
  static void stop() {
    there.close();
    here.close();
  }

  private static boolean shows(TestWatcher watcher, String topic, Predicate<JsonNode> what) {
    JsonNode page = watcher.page(topic);
    return page != null && what.test(page);
  }

  @Test
  void how_many_wait_for_a_company_is_counted_for_it_alone() {
    try (TestWatcher customer = new TestWatcher(here, shop.customer()).watch("voices/waiting");
        TestWatcher staff = new TestWatcher(there, shop.chen()).watch("voices/waiting")) {
      await("a count", () -> customer.page("voices/waiting") != null);
      await("nothing waits for staff", () -> staff.gone("voices/waiting") != null);
      long before = customer.page("voices/waiting").get("waiting").asLong();
      long number = shop.say(shop.customer(), "Which colour are the feet?");
      shop.act(shop.chen().at(there), number, "questions", "{\"text\": \"Of which unit?\"}");
      await("it waits", () -> waiting(customer) == before + 1);
      shop.act(shop.customer(), number, "answers", "{\"text\": \"Of all\"}");
      await("it waits no longer", () -> waiting(customer) == before);
    }
  }

  private static long waiting(TestWatcher watcher) {
    return watcher.page("voices/waiting").get("waiting").asLong();
  }

  @Test
  void each_step_is_seen_live_on_the_other_side() {
    long number = shop.say(shop.customer(), "Leaks at the joint");
    String topic = "voices/" + number;
    TestClient chenThere = shop.chen().at(there);
    try (TestWatcher customer = new TestWatcher(here, shop.customer()).watch(topic);
        TestWatcher staff = new TestWatcher(there, shop.chen()).watch(topic).watch("inbox")) {
      await("the customer's page", () -> customer.page(topic) != null);
      await("staff's page", () -> staff.page(topic) != null);
      await(
          "the inbox has it",
          () ->
              shows(
                  staff,
                  "inbox",
                  page ->
                      page.at("/voices/" + number + "/title")
                          .asText()
                          .equals("Leaks at the joint")));
      shop.act(chenThere, number, "questions", "{\"text\": \"Which unit?\"}");
      await(
          "the clock stands still for the customer",
          () -> shows(customer, topic, page -> page.at("/clock/why").asText().equals("asked")));
      shop.act(shop.customer(), number, "answers", "{\"text\": \"Unit 17\"}");
      await(
          "the reply is there for staff",
          () -> shows(staff, topic, page -> page.get("thread").toString().contains("Unit 17")));
      await(
          "and its clock runs in the inbox",
          () ->
              shows(
                  staff,
                  "inbox",
                  page -> page.at("/voices/" + number + "/clock/runs").asBoolean()));
      shop.act(chenThere, number, "closing", "");
      await(
          "closed",
          () -> shows(customer, topic, page -> page.get("state").asText().equals("closed")));
      await(
          "on the other side too",
          () -> shows(staff, topic, page -> page.get("state").asText().equals("closed")));
      await(
          "and out of the inbox",
          () -> shows(staff, "inbox", page -> !page.get("voices").has(String.valueOf(number))));
      assertThat(customer.page(topic).get("clock")).isEqualTo(staff.page(topic).get("clock"));
      assertThat(customer.page(topic).has("company")).isFalse();
      assertThat(customer.messages()).filteredOn(message -> message.has("page")).hasSize(1);
    }
  }

  @Test
  void a_note_sends_a_customer_nothing() throws InterruptedException {
    long number = shop.say(shop.customer(), "Quiet please");
    shop.act(shop.chen(), number, "seeing", "");
    String topic = "voices/" + number;
    try (TestWatcher customer =
            new TestWatcher(here, shop.customer())
                .watch(topic)
                .watch("voices")
                .watch("voices/order/SO-1");
        TestWatcher staff = new TestWatcher(here, shop.chen()).watch(topic)) {
      await(
          "their pages",
          () ->
              customer.page(topic) != null
                  && customer.page("voices") != null
                  && customer.page("voices/order/SO-1") != null);
      await("the page", () -> staff.page(topic) != null);
      Thread.sleep(500);
      int before = customer.messages().size();
      shop.act(shop.chen(), number, "notes", "{\"text\": \"Between us\"}");
      await("the note", () -> shows(staff, topic, page -> page.toString().contains("Between us")));
      Thread.sleep(500);
      assertThat(customer.messages().stream().skip(before).filter(message -> message.has("topic")))
          .isEmpty();
    }
  }

  @Test
  void the_lists_of_a_company_and_of_an_order_move() {
    try (TestWatcher customer =
        new TestWatcher(there, shop.customer()).watch("voices").watch("voices/order/SO-1")) {
      await(
          "the lists",
          () -> customer.page("voices") != null && customer.page("voices/order/SO-1") != null);
      assertThat(customer.page("voices/order/SO-1").get("maySpeak").asBoolean()).isTrue();
      long number = shop.say(shop.customer(), "A wish");
      for (String topic : new String[] {"voices", "voices/order/SO-1"}) {
        await(
            topic,
            () -> shows(customer, topic, page -> page.get("voices").has(String.valueOf(number))));
      }
      assertThat(customer.page("voices").at("/voices/" + number).has("alike")).isFalse();
    }
  }

  @Test
  void staff_count_what_is_alike_across_companies() {
    shop.shop().contact("contoso", "carl@contoso.example");
    shop.shop().order("SO-C", "contoso");
    TestClient carl = shop.shop().contact("contoso", "carl@contoso.example");
    long ours = shop.say(shop.customer(), "The fan rattles loudly at night");
    shop.say(carl, "SO-C", "", "At night the fan rattles very loudly");
    shop.say(carl, "SO-C", "", "The fan rattles at noon");
    try (TestWatcher staff = new TestWatcher(here, shop.wu()).watch("inbox");
        TestWatcher customer = new TestWatcher(here, shop.customer()).watch("voices")) {
      await(
          "counted",
          () -> shows(staff, "inbox", page -> page.at("/voices/" + ours + "/alike").asInt() == 2));
      await(
          "the customer's",
          () -> shows(customer, "voices", page -> page.get("voices").has(String.valueOf(ours))));
      assertThat(customer.messages().toString())
          .doesNotContain("alike")
          .doesNotContain("very loudly");
      assertThat(staff.page("inbox").at("/counts/open").asInt()).isPositive();
      assertThat(staff.page("inbox").get("counts").properties())
          .extracting(Map.Entry::getKey)
          .containsExactlyInAnyOrder("open", "mine", "waiting");
      for (JsonNode one : staff.page("inbox").get("departments")) {
        assertThat(one.get("headed").asBoolean())
            .isEqualTo(one.get("code").asText().equals("refrigerant"));
      }
      JsonNode alike = shop.page(shop.chen(), ours).get("alike");
      assertThat(alike.findValuesAsText("title"))
          .as("the most alike first, though it is older")
          .containsExactly("At night the fan rattles very loudly", "The fan rattles at noon");
      assertThat(alike.at("/0/company/key").asText()).isEqualTo("contoso");
      assertThat(shop.page(shop.customer(), ours).has("alike")).isFalse();
    }
  }
}
