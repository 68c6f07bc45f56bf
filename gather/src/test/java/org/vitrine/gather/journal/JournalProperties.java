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

  @Property(tries = 60)
  void a_byte_that_is_wrong_costs_the_record_in_which_it_stands_and_no_other(
      @ForAll @Size(min = 2, max = 12) List<@IntRange(min = 1, max = 4) Integer> counts,
      @ForAll long seed)
      throws IOException {
    inFolder(
        folder -> {
          List<Long> ends = write(folder, counts);
          Random random = new Random(seed);
          long start = ends.getFirst();
          long wrong = start + random.nextLong(ends.getLast() - start);
          flip(Segment.in(folder).getLast(), wrong);

          int damaged = (int) ends.stream().filter(end -> end <= wrong).count() - 1;
          int from = counts.subList(0, damaged).stream().mapToInt(Integer::intValue).sum();
          List<String> whole = new ArrayList<>(upTo(counts.stream().mapToInt(i -> i).sum()));
          whole.subList(from, from + counts.get(damaged)).clear();
          boolean isLast = damaged == counts.size() - 1;
          for (int opened = 0; opened < 2; opened++) {
            try (Journal journal = Journal.open(folder, Journal.Limits.USUAL)) {
              assertThat(texts(journal)).isEqualTo(whole);
              assertThat(journal.damages()).hasSize(opened == 0 ? 1 : 0);
              assertThat(journal.lostRecords()).isEqualTo(!isLast);
            }
          }
        });
  }

  /** Against a list in memory: whatever is appended and done, in whatever order. */
  @Property(tries = 30)
  void what_waits_is_given_in_order_and_nothing_else(
      @ForAll @Size(min = 5, max = 40) List<@IntRange(min = 0, max = 6) Integer> steps,
      @ForAll long seed)
      throws IOException {
    Journal.Limits small = new Journal.Limits(300, Long.MAX_VALUE, 0);
    Random random = new Random(seed);
    inFolder(
        folder -> {
          int kept = 0;
          int done = 0;
          try (Journal journal = Journal.open(folder, small)) {
            for (int step : steps) {
              if (step < 5) {
                journal.append(List.of(batch(kept, kept, step)));
                kept += step;
              } else {
                done += random.nextInt(kept - done + 1);
                journal.done(done);
              }
              int most = 1 + random.nextInt(10);
              assertThat(numbers(journal, most))
                  .isEqualTo(
                      IntStream.rangeClosed(done + 1, Math.min(kept, done + most))
                          .boxed()
                          .toList());
              assertThat(journal.waiting()).isEqualTo(kept - done);
            }
          }
        });
  }

  @Property(tries = 30)
  void what_is_done_is_never_given_again_and_files_that_are_done_go(
      @ForAll @Size(min = 5, max = 30) List<@IntRange(min = 1, max = 3) Integer> counts,
      @ForAll @IntRange(min = 0, max = 100) int percent)
      throws IOException {
    Journal.Limits small = new Journal.Limits(400, Long.MAX_VALUE, 0);
    inFolder(
        folder -> {
          int total = counts.stream().mapToInt(Integer::intValue).sum();
          int done = total * percent / 100;
          try (Journal journal = Journal.open(folder, small)) {
            appendAll(journal, counts);
            journal.done(done);
          }
          try (Journal journal = Journal.open(folder, small)) {
            assertThat(numbers(journal, 1000))
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

  private static void flip(Path file, long place) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[(int) place] ^= 0x10;
    Files.write(file, bytes);
  }

  private static List<String> texts(Journal journal) {
    return journal.next(1000).stream()
        .map(one -> one.message().body().path("id").asText())
        .toList();
  }

  private static List<Integer> numbers(Journal journal, int most) {
    return journal.next(most).stream().map(Numbered::number).map(Long::intValue).toList();
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
