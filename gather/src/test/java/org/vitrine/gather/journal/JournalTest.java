package org.vitrine.gather.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
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
    Journal.Limits small = new Journal.Limits(500, 3_000, 0);
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
    Journal.Limits small = new Journal.Limits(300, Long.MAX_VALUE, 0);
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

  @Test
  void a_disk_that_is_full_to_the_last_byte_gets_free_when_all_is_delivered() throws IOException {
    try (FileSystem small =
        Jimfs.newFileSystem(
            Configuration.unix().toBuilder().setBlockSize(512).setMaxSize(32 * 1024).build())) {
      Path data = small.getPath("/data");
      ObjectNode body = JsonNodeFactory.instance.objectNode().put("text", "x".repeat(300));
      Journal.Limits usesAll = new Journal.Limits(2_000, Long.MAX_VALUE, 0);
      int kept = 0;
      try (Journal journal = Journal.open(data, usesAll)) {
        while (isWritten(journal, body)) {
          kept++;
        }
        assertThat(kept).isGreaterThan(20);
        assertThat(journal.next(1_000)).hasSize(kept);

        journal.done(kept);

        assertThat(journal.waiting()).isZero();
        assertThat(isWritten(journal, body)).isTrue();
      }
      try (Journal journal = Journal.open(data, usesAll)) {
        assertThat(journal.next(10)).singleElement().matches(one -> one.number() > 20);
        assertThat(Segment.in(data)).hasSizeLessThan(3);
      }
    }
  }

  private static boolean isWritten(Journal journal, ObjectNode body) {
    try {
      journal.append(List.of(saying(body)));
      return true;
    } catch (IOException noSpace) {
      return false;
    }
  }

  @Test
  void what_was_delivered_with_files_that_are_gone_does_not_wait() throws IOException {
    Journal.Limits small = new Journal.Limits(500, Long.MAX_VALUE, 0);
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("text", "x".repeat(600));
    try (Journal journal = Journal.open(folder, small)) {
      for (int i = 0; i < 5; i++) {
        journal.append(List.of(saying(body)));
      }
    }
    Files.delete(Segment.in(folder).getFirst());

    try (Journal journal = Journal.open(folder, small)) {
      assertThat(journal.waiting()).isEqualTo(4);
      assertThat(journal.next(10)).hasSize(4);
    }
  }

  @Test
  void a_record_that_is_damaged_takes_none_with_it_and_is_kept_beside_until_it_is_told()
      throws IOException {
    try (Journal journal = Journal.open(folder, Journal.Limits.USUAL)) {
      for (int i = 1; i <= 5; i++) {
        journal.append(List.of(saying(JsonNodeFactory.instance.objectNode().put("id", i))));
      }
    }
    Path file = Segment.in(folder).getLast();
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    Files.writeString(file, text.replace("{\"id\":3}", "{\"id\":7}"), StandardCharsets.ISO_8859_1);

    try (Journal journal = Journal.open(folder, Journal.Limits.USUAL)) {
      assertThat(ids(journal)).containsExactly(1, 2, 4, 5);
      assertThat(journal.damages())
          .singleElement()
          .matches(sentence -> sentence.contains("what they held is lost"));
    }
    assertThat(Path.of(file + ".damaged")).content().contains("{\"id\":7}");

    try (Journal journal = Journal.open(folder, Journal.Limits.USUAL)) {
      assertThat(ids(journal)).containsExactly(1, 2, 4, 5);
      assertThat(journal.damages()).isEmpty();
      assertThat(journal.lostRecords()).isTrue();
      journal.memory().apply(Journal.LOSS_TOLD);
      journal.append(List.of(Journal.LOSS_TOLD));
    }
    try (Journal journal = Journal.open(folder, Journal.Limits.USUAL)) {
      assertThat(journal.lostRecords()).isFalse();
    }
  }

  private static List<Integer> ids(Journal journal) {
    return journal.next(10).stream().map(one -> one.message().body().path("id").asInt()).toList();
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
