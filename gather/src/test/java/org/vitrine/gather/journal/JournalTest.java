package org.vitrine.gather.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir Path folder;

  @Test
  void numbers_stay_as_they_were_written() throws IOException {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("value", DecimalNode.valueOf(new BigDecimal("12.30")));
    body.put("good", 3);

    try (Journal journal = Journal.open(folder, Journal.Limits.USUAL)) {
      journal.append(List.of(saying(body)));
    }

    try (Journal journal = Journal.open(folder, Journal.Limits.USUAL)) {
      assertThat(journal.next(10).getFirst().message().body().toString())
          .isEqualTo("{\"value\":12.30,\"good\":3}");
    }
  }

  @Test
  void two_never_work_in_one_folder() throws IOException {
    try (Journal first = Journal.open(folder, Journal.Limits.USUAL)) {
      assertThat(first.waiting()).isZero();
      assertThatThrownBy(() -> Journal.open(folder, Journal.Limits.USUAL))
          .hasMessageContaining("Another gatherer works in");
    }
  }

  @Test
  void where_there_is_no_room_nothing_is_half_kept_and_what_is_done_makes_room()
      throws IOException {
    Journal.Limits small = new Journal.Limits(500, 3_000);
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("text", "x".repeat(600));
    try (Journal journal = Journal.open(folder, small)) {
      int kept = 0;
      while (kept < 100 && isKept(journal, body)) {
        kept++;
      }
      assertThat(kept).isBetween(2, 6);
      assertThat(journal.waiting()).isEqualTo(kept);

      journal.done(kept);

      assertThat(isKept(journal, body)).isTrue();
      assertThat(journal.next(10)).singleElement().matches(one -> one.number() > 1);
    }
  }

  @Test
  void what_was_seen_and_remembered_outlives_the_files_in_which_it_stood() throws IOException {
    Journal.Limits small = new Journal.Limits(300, Long.MAX_VALUE);
    try (Journal journal = Journal.open(folder, small)) {
      for (int i = 0; i < 20; i++) {
        Entry entry =
            new Entry(
                List.of(),
                Map.of("key " + i % 3, "value " + i),
                List.of(new Entry.Seen("tag", "key " + i)));
        journal.memory().apply(entry);
        journal.append(List.of(entry));
      }
      assertThat(Segment.in(folder)).hasSize(1);
    }
    try (Journal journal = Journal.open(folder, small)) {
      assertThat(journal.memory().of("key 1")).isEqualTo("value 19");
      assertThat(journal.memory().wasSeen("tag", "key 0")).isTrue();
      assertThat(journal.memory().wasSeen("tag", "key 20")).isFalse();
    }
  }

  private static boolean isKept(Journal journal, ObjectNode body) throws IOException {
    try {
      journal.append(List.of(saying(body)));
      return true;
    } catch (Journal.Full full) {
      return false;
    }
  }

  private static Entry saying(ObjectNode body) {
    return new Entry(List.of(new Message(Message.Kind.REPORT, body)), Map.of(), List.of());
  }
}
