package org.vitrine.gather.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vitrine.gather.journal.Entry;
import org.vitrine.gather.journal.Memory;
import org.vitrine.gather.journal.Message;
import org.vitrine.gather.plan.Rule;
import org.vitrine.gather.plan.Sense;
import org.vitrine.gather.plan.SourcePlan;
import org.vitrine.gather.plan.Whereabouts;
import org.vitrine.gather.plan.Word;
import org.vitrine.gather.sources.Batch;
import org.vitrine.gather.sources.Happening;
import org.vitrine.gather.sources.Observed;

class MapperTest {
  private static final Instant START = Instant.parse("2026-11-30T08:00:00Z");
  private static final Whereabouts WHERE =
      new Whereabouts(
          new Word.OfTag("order"), null, null, null, new Word.Fixed("Pressing"), null, null);

  private final List<String> unused = new ArrayList<>();
  private final Memory memory = new Memory();
  private final SourcePlan source = plan();
  private final Notes notes =
      new Notes() {
        @Override
        public void unused(String of, String tag, String why, String value) {
          unused.add(tag + ": " + why);
        }

        @Override
        public void told(String of, String machine, String sentence) {}
      };
  private final Machines machines = new Machines(List.of(source), memory, notes, START);
  private final Mapper mapper = new Mapper(source, memory, machines, notes);
  private Instant at = START;

  private static SourcePlan plan() {
    Sense.Thinned each = new Sense.Thinned(BigDecimal.ONE, Duration.ZERO);
    Sense.Thinned seldom = new Sense.Thinned(new BigDecimal("0.1"), Duration.ofMinutes(1));
    return new SourcePlan(
        "press",
        null,
        null,
        false,
        Map.of(),
        List.of(
            rule("good", new Sense.Count("good", null, true, false)),
            rule("force", new Sense.Reading("force", "LC-7", each)),
            rule("heat", new Sense.Condition("st", "temperature", "°C", null, seldom))));
  }

  private static Rule rule(String tag, Sense sense) {
    return new Rule(tag, tag, "press-1", WHERE, sense);
  }

  @Test
  void a_piece_counts_for_the_order_that_was_set_before_it_even_at_the_same_moment() {
    say("order", "SO-1");
    say("good", "10");

    List<Message> messages =
        give(
            observed("good", "11", START.plusSeconds(60)),
            observed("order", "SO-2", START.plusSeconds(60)));

    assertThat(messages).singleElement().matches(one -> text(one, "order").equals("SO-2"));
    assertThat(messages.getFirst().body().path("good").asInt()).isEqualTo(1);
  }

  @Test
  void without_an_order_nothing_is_reported_and_it_is_told() {
    say("good", "10");

    assertThat(say("good", "11")).isEmpty();
    assertThat(unused).containsExactly("good: it counted, but no order is known: not reported");

    say("order", "SO-1");
    assertThat(say("good", "12")).hasSize(1);
  }

  @Test
  void the_same_value_given_again_says_nothing_new_however_many_came_between() {
    say("order", "SO-1");
    say("good", "0");
    List<Observed> values =
        IntStream.rangeClosed(1, 30)
            .mapToObj(i -> observed("good", "" + i, START.plusSeconds(100 + i)))
            .toList();

    assertThat(give(values.toArray(Observed[]::new))).hasSize(30);
    assertThat(give(values.toArray(Observed[]::new))).isEmpty();
    assertThat(say("good", "31")).hasSize(1);
  }

  @Test
  void a_reading_carries_what_the_device_sent_and_what_only_stands_is_none() {
    say("order", "SO-1");
    Instant then = at.plusSeconds(5);

    assertThat(give(new Observed("force", "12.50", then, then, "k1", true))).isEmpty();
    assertThat(give(new Observed("force", "12.50", then, then, "k2", false)))
        .singleElement()
        .extracting(one -> one.body().toString())
        .isEqualTo(
            "{\"id\":\"press:force:k2\",\"order\":\"SO-1\",\"operation\":\"Pressing\","
                + "\"station\":\"press-1\",\"kind\":\"reading\",\"source\":\"machine\","
                + "\"happenedAt\":\"2026-11-30T08:00:06Z\",\"requirement\":\"force\","
                + "\"value\":12.5,\"device\":\"LC-7\",\"raw\":\"12.50\"}");
    assertThat(give(new Observed("force", "broken", then, then, "k3", false))).isEmpty();
    assertThat(give(new Observed("force", "1e999999999", then, then, "k4", false))).isEmpty();
    assertThat(unused).containsExactly("force: it is no number", "force: it is no number");
  }

  @Test
  void a_condition_is_scaled_and_told_as_seldom_as_was_asked() {
    List<Message> first = say("heat", "215");
    List<Message> soon = say("heat", "216");
    at = at.plusSeconds(60);
    List<Message> later = say("heat", "217");

    assertThat(first).singleElement().matches(one -> text(one, "value").equals("21.5"));
    assertThat(first.getFirst().kind()).isEqualTo(Message.Kind.CONDITION);
    assertThat(soon).isEmpty();
    assertThat(later).hasSize(1);
  }

  @Test
  void a_gap_is_told_once_and_what_stands_as_before_has_not_moved() {
    Observed order = observed("order", "SO-1", at);
    Observed ten = observed("good", "10", at);
    give(order, ten);
    Happening gap = Happening.ofAll(Happening.Kind.GAP, at, at.plusSeconds(9), "not heard");
    List<Observed> asBefore = List.of(standing(order), standing(ten));

    Entry told = mapper.map(new Batch(List.of(gap), asBefore, Map.of(), () -> {}), at);
    at = at.plusSeconds(20);
    List<Message> next = say("good", "12");

    assertThat(told.messages())
        .singleElement()
        .matches(one -> text(one, "state").equals("gap") && text(one, "machine").equals("press-1"));
    assertThat(next).singleElement().matches(one -> one.body().path("good").asInt() == 2);
  }

  @Test
  void what_moved_in_a_gap_is_not_reported() {
    say("order", "SO-1");
    say("good", "10");
    mapper.map(Batch.of(Happening.ofAll(Happening.Kind.GAP, null, at, "not heard")), at);
    say("order", "SO-1");

    List<Message> over = say("good", "15");
    List<Message> next = say("good", "16");

    assertThat(over).singleElement().matches(one -> one.kind() == Message.Kind.SIGNAL);
    assertThat(next).singleElement().matches(one -> one.body().path("good").asInt() == 1);
  }

  @Test
  void what_a_counter_rose_while_it_was_unknown_is_told_and_not_reported() {
    say("order", "SO-1");
    say("good", "100");
    knowNothingOf("good");
    List<Message> after = say("good", "130");
    say("good", "131");
    give(observed("good", "no count", at));
    List<Message> afterRubbish = say("good", "140");

    assertThat(after)
        .singleElement()
        .matches(one -> text(one, "sentence").contains("stood at 100 before and at 130 after"));
    assertThat(afterRubbish)
        .singleElement()
        .matches(one -> text(one, "sentence").contains("stood at 131 before and at 140 after"));
    assertThat(say("good", "141")).singleElement().matches(one -> one.body().has("good"));
  }

  @Test
  void while_the_order_is_unknown_nothing_goes_to_the_one_before() {
    say("order", "SO-1");
    say("good", "10");
    knowNothingOf("order");

    assertThat(say("good", "11")).isEmpty();
    assertThat(say("force", "12.5")).isEmpty();
    assertThat(unused)
        .containsExactly(
            "good: it counted, but no order is known: not reported",
            "force: it measured, but no order is known: not reported");

    say("order", "SO-2");
    assertThat(say("good", "12"))
        .singleElement()
        .matches(one -> text(one, "order").equals("SO-2") && text(one, "good").equals("1"));
  }

  @Test
  void after_a_gap_the_order_is_the_one_that_stands_then() {
    Observed order = observed("order", "SO-1", at);
    give(order);
    say("good", "10");
    mapper.map(Batch.of(Happening.ofAll(Happening.Kind.GAP, null, at, "not heard")), at);
    say("good", "12");

    assertThat(say("good", "13")).isEmpty();
    give(standing(order));
    assertThat(say("good", "14")).singleElement().matches(one -> text(one, "order").equals("SO-1"));
  }

  @Test
  void that_nothing_was_known_is_not_said_twice() {
    say("order", "SO-1");
    say("good", "10");
    Observed unknown = Observed.unknown("good", at.plusSeconds(1), at, "bad");
    give(unknown);
    Observed twenty = observed("good", "20", at.plusSeconds(2));
    give(twenty);

    give(unknown, twenty);

    at = at.plusSeconds(5);
    assertThat(say("good", "21")).singleElement().matches(one -> text(one, "good").equals("1"));
  }

  @Test
  void where_what_was_remembered_is_lost_all_is_read_as_it_stands() {
    mapper.map(new Batch(List.of(), List.of(), Map.of("sequence", "7"), () -> {}), at);
    say("order", "SO-1");
    say("good", "10");
    String position = Mapper.positionKey(source, "sequence");
    assertThat(memory.of(position)).isEqualTo("7");

    Entry lost = mapper.anew(Happening.ofAll(Happening.Kind.GAP, null, at, "lost"), at);

    assertThat(lost.messages()).singleElement().matches(one -> text(one, "state").equals("gap"));
    assertThat(memory.of(position)).isNull();
    say("order", "SO-1");
    assertThat(say("good", "15")).noneMatch(one -> one.kind() == Message.Kind.REPORT);
  }

  private void knowNothingOf(String tag) {
    at = at.plusSeconds(1);
    give(Observed.unknown(tag, at, at, at + "-bad"));
  }

  private static Observed standing(Observed value) {
    return new Observed(
        value.tag(), value.text(), value.at(), value.arrivedAt(), value.key(), true);
  }

  private List<Message> say(String tag, String text) {
    at = at.plusSeconds(1);
    return give(observed(tag, text, at));
  }

  private List<Message> give(Observed... values) {
    return mapper.map(Batch.of(List.of(values)), at).messages();
  }

  private static Observed observed(String tag, String text, Instant at) {
    return new Observed(tag, text, at, at, at.toEpochMilli() + "-" + text, false);
  }

  private static String text(Message message, String field) {
    return message.body().path(field).asText();
  }
}
