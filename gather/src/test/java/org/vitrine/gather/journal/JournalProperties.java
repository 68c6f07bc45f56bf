package org.vitrine.gather.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.vitrine.gather.journal.Message.Numbered;

/** Whatever is cut or torn: what was kept is there, in order, and nothing else. */
class JournalProperties {

  @Property(tries = 60)
  void a_journal_that_is_cut_anywhere_keeps_what_was_whole(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 0, max = 4) Integer> counts,
      @ForAll long seed)
      throws IOException {
    inFolder(
        folder -> {
          List<Long> ends = write(folder, counts);
          Path file = Segment.in(folder).getLast();
          Random random = new Random(seed);
          long start = ends.getFirst();
          long cut = start + random.nextLong(Files.size(file) - start + 1);
          tear(file, cut, random);

          int whole = (int) ends.stream().filter(end -> end <= cut).count() - 1;
          int messages = counts.subList(0, whole).stream().mapToInt(Integer::intValue).sum();
          try (Journal journal = Journal.open(folder, Journal.Limits.USUAL)) {
            assertThat(texts(journal)).isEqualTo(upTo(messages));
            assertThat(journal.memory().of("batches")).isEqualTo(whole == 0 ? null : "" + whole);
            journal.append(List.of(entry(1, 100)));
            assertThat(journal.next(1000)).hasSize(messages + 1);
          }
          try (Journal journal = Journal.open(folder, Journal.Limits.USUAL)) {
            assertThat(journal.next(1000)).hasSize(messages + 1);
          }
        });
  }

  @Property(tries = 30)
  void what_is_done_is_never_given_again_and_files_that_are_done_go(
      @ForAll @Size(min = 5, max = 30) List<@IntRange(min = 1, max = 3) Integer> counts,
      @ForAll @IntRange(min = 0, max = 100) int percent)
      throws IOException {
    Journal.Limits small = new Journal.Limits(400, Long.MAX_VALUE);
    inFolder(
        folder -> {
          int total = counts.stream().mapToInt(Integer::intValue).sum();
          int done = total * percent / 100;
          try (Journal journal = Journal.open(folder, small)) {
            appendAll(journal, counts);
            journal.done(done);
          }
          try (Journal journal = Journal.open(folder, small)) {
            assertThat(numbers(journal))
                .isEqualTo(IntStream.rangeClosed(done + 1, total).boxed().toList());
            assertThat(journal.memory().of("batches")).isEqualTo("" + counts.size());
            assertThat(journal.waiting()).isEqualTo(total - done);
            if (done == total) {
              assertThat(Segment.in(folder)).hasSize(1);
            }
          }
        });
  }

  /** Where each record ends: first that of the snapshot, then one a batch. */
  private static List<Long> write(Path folder, List<Integer> counts) throws IOException {
    List<Long> ends = new ArrayList<>();
    try (Journal journal = Journal.open(folder, Journal.Limits.USUAL)) {
      ends.add(Files.size(Segment.in(folder).getLast()));
      int from = 0;
      for (int i = 0; i < counts.size(); i++) {
        journal.append(List.of(batch(i + 1, from, counts.get(i))));
        from += counts.get(i);
        ends.add(Files.size(Segment.in(folder).getLast()));
      }
    }
    return ends;
  }

  private static void appendAll(Journal journal, List<Integer> counts) throws IOException {
    int from = 0;
    for (int i = 0; i < counts.size(); i++) {
      Entry batch = batch(i + 1, from, counts.get(i));
      journal.memory().apply(batch);
      journal.append(List.of(batch));
      from += counts.get(i);
    }
  }

  private static Entry batch(int number, int from, int count) {
    Entry messages = entry(count, from);
    return new Entry(messages.messages(), Map.of("batches", "" + number), List.of());
  }

  private static Entry entry(int count, int from) {
    List<Message> messages =
        IntStream.range(from, from + count)
            .mapToObj(
                i ->
                    new Message(
                        Message.Kind.REPORT,
                        JsonNodeFactory.instance.objectNode().put("id", "报告 " + i)))
            .toList();
    return new Entry(messages, Map.of(), List.of());
  }

  /** Cuts the file there, and sometimes leaves what a disk may leave behind. */
  private static void tear(Path file, long cut, Random random) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(cut);
    }
    if (random.nextBoolean()) {
      byte[] rubbish = new byte[random.nextInt(64)];
      random.nextBytes(rubbish);
      Files.write(file, rubbish, StandardOpenOption.APPEND);
    }
  }

  private static List<String> texts(Journal journal) {
    return journal.next(1000).stream()
        .map(one -> one.message().body().path("id").asText())
        .toList();
  }

  private static List<Integer> numbers(Journal journal) {
    return journal.next(1000).stream().map(Numbered::number).map(Long::intValue).toList();
  }

  private static List<String> upTo(int count) {
    return IntStream.range(0, count).mapToObj(i -> "报告 " + i).toList();
  }

  private interface Trial {
    void in(Path folder) throws IOException;
  }

  private static void inFolder(Trial trial) throws IOException {
    Path folder = Files.createTempDirectory("journal");
    try {
      trial.in(folder);
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        all.sorted(Comparator.reverseOrder()).forEach(JournalProperties::delete);
      }
    }
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
