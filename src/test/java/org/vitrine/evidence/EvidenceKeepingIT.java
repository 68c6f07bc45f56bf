package org.vitrine.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.photos.Photos;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;

/** What is kept of evidence, for how long, and what of it where there is no room. */
class EvidenceKeepingIT {
  private static final long ROOM = 1_000_000_000;
  private static String url;
  private static Vertx vertx;
  private static Database database;

  private final TestClock clock = new TestClock();

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    url = TestDatabase.freshUrl();
    vertx = Vertx.vertx();
    database = new Database(vertx, url, 8);
    database.answersWithin(Duration.ofSeconds(60));
  }

  @AfterAll
  static void close() {
    database.close();
    vertx.close().await();
  }

  private Evidence evidence(EvidenceShelf shelf, long most) {
    Photos photos = new Photos(database, Optional.empty(), clock);
    return new Evidence(
        database,
        new Changes(),
        new Evidence.EvidenceGround(photos, null, null, null, null, null),
        shelf,
        most,
        null,
        clock);
  }

  private EvidenceHash send(Evidence evidence, byte[] file) throws IOException {
    Path sent = Files.createTempFile(folder, "sent", ".tmp");
    Files.write(sent, file);
    EvidenceHash hash = new EvidenceHash(EvidenceFiles.hash(file));
    evidence.keep(hash, sent, "station 4");
    Files.delete(sent);
    return hash;
  }

  private static void sweep(Evidence evidence) {
    Sweeps sweeps = new Sweeps();
    evidence.addSweeps(sweeps);
    sweeps.run();
  }

  @Test
  void what_nothing_names_is_forgotten_after_a_week_and_a_certificate_stays() throws IOException {
    Evidence evidence = evidence(new DatabaseShelf(database), ROOM);
    EvidenceHash unnamed = send(evidence, EvidenceFiles.paper("unnamed"));
    EvidenceHash certificate = send(evidence, EvidenceFiles.paper("calibrated"));
    TestDatabase.execute(
        url,
        """
        INSERT INTO gauge (key, code, name, retired, saved_at, saved_by)
        VALUES ('cal-1', 'CAL-1', 'Caliper', false, now(), 'Chen')\
        """);
    TestDatabase.execute(
        url,
        """
        INSERT INTO calibration (gauge, done_on, valid_until, certificate, done_by, recorded_at, recorded_by)
        VALUES ('cal-1', '2026-11-01', '2027-11-01', '%s', 'Lab', now(), 'Chen')\
        """
            .formatted(certificate));
    clock.pass(Duration.ofDays(6));
    sweep(evidence);
    assertThat(evidence.find(unnamed, EvidenceSize.FULL)).isPresent();
    clock.pass(Duration.ofDays(2));

    sweep(evidence);

    assertThat(evidence.find(unnamed, EvidenceSize.FULL)).isEmpty();
    assertThat(evidence.find(certificate, EvidenceSize.FULL)).isPresent();
    assertThat(TestDatabase.find(url, "SELECT sum(full_bytes + small_bytes) FROM evidence"))
        .as("what all of it takes is what each takes")
        .containsExactly(String.valueOf(evidence.room().bytes()));
  }

  @Test
  void what_could_not_be_forgotten_is_still_there_with_its_content() throws IOException {
    Evidence evidence = evidence(FolderShelf.in(folder), ROOM);
    byte[] file = EvidenceFiles.paper("not forgotten yet");
    EvidenceHash hash = send(evidence, file);
    clock.pass(Duration.ofDays(8));
    TestDatabase.execute(
        url, "ALTER TABLE evidence_room ADD CONSTRAINT broken CHECK (files > 1000000) NOT VALID");

    sweep(evidence);

    TestDatabase.execute(url, "ALTER TABLE evidence_room DROP CONSTRAINT broken");
    assertThat(evidence.find(hash, EvidenceSize.FULL)).isPresent();
    assertThat(evidence.read(hash, EvidenceSize.FULL, 0, file.length - 1).mapToInt(Buffer::length))
        .containsExactly(file.length);
    sweep(evidence);
    assertThat(evidence.find(hash, EvidenceSize.FULL)).isEmpty();
    try (Stream<Path> left = Files.walk(folder.resolve("evidence"))) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void what_a_report_names_is_kept_until_it_stands_somewhere() throws IOException {
    Evidence evidence = evidence(new DatabaseShelf(database), ROOM);
    EvidenceHash hash = send(evidence, EvidenceFiles.photo(30, 20, 0x010203));
    clock.pass(Duration.ofDays(6));

    assertThat(evidence.named(List.of(hash))).containsEntry(hash, EvidenceFormat.PHOTO);

    clock.pass(Duration.ofDays(6));
    sweep(evidence);
    assertThat(evidence.find(hash, EvidenceSize.FULL)).isPresent();
  }

  @Test
  void what_is_sent_again_while_unused_files_are_forgotten_stays() throws Exception {
    Evidence evidence = evidence(new DatabaseShelf(database), ROOM);
    EvidenceHash hash = send(evidence, EvidenceFiles.paper("sent again just then"));
    clock.pass(Duration.ofDays(8));
    CompletableFuture<Void> swept = new CompletableFuture<>();
    database.inTransaction(
        transaction -> {
          new EvidenceRepository().touch(transaction, hash, clock.instant());
          Thread.startVirtualThread(
              () -> {
                sweep(evidence);
                swept.complete(null);
              });
          try {
            return swept.get(5, TimeUnit.SECONDS); // Whoever waits for it comes after it.
          } catch (InterruptedException | ExecutionException | TimeoutException waiting) {
            return null;
          }
        });
    swept.get(60, TimeUnit.SECONDS);
    assertThat(evidence.find(hash, EvidenceSize.FULL)).isPresent();
  }

  @Test
  void where_the_disk_is_full_nothing_is_kept() throws IOException {
    FolderShelf full =
        new FolderShelf(
            folder.resolve("evidence"),
            file -> {
              throw new IOException("No space left on device");
            });
    Evidence evidence = evidence(full, ROOM);
    byte[] file = EvidenceFiles.paper("for a full disk");
    assertThatThrownBy(() -> send(evidence, file)).isInstanceOf(Rejection.Unavailable.class);
    assertThat(evidence.find(new EvidenceHash(EvidenceFiles.hash(file)), EvidenceSize.FULL))
        .isEmpty();
    try (Stream<Path> left = Files.walk(folder.resolve("evidence"))) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void what_the_house_has_no_room_for_is_refused_and_not_kept() throws IOException {
    Evidence small = evidence(new DatabaseShelf(database), 10);
    byte[] file = EvidenceFiles.paper("too much");
    assertThatThrownBy(() -> send(small, file))
        .isInstanceOf(Rejection.Unavailable.class)
        .hasMessageContaining("used up");
    assertThat(small.find(new EvidenceHash(EvidenceFiles.hash(file)), EvidenceSize.FULL)).isEmpty();
  }

  @Test
  void what_does_not_fit_any_more_leaves_nothing_in_the_directory() throws IOException {
    Evidence almostFull = evidence(FolderShelf.in(folder), 10);
    assertThatThrownBy(() -> send(almostFull, EvidenceFiles.photo(300, 200, 0x654321)))
        .isInstanceOf(Rejection.Unavailable.class);
    try (Stream<Path> left = Files.walk(folder.resolve("evidence"))) {
      assertThat(left.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void the_same_file_sent_by_several_at_once_is_kept_once() throws Exception {
    Evidence evidence = evidence(FolderShelf.in(folder), ROOM);
    byte[] file = EvidenceFiles.photo(300, 200, 0x123456);
    long before = evidence.room().files();
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var sent :
          senders.invokeAll(
              IntStream.range(0, 6)
                  .mapToObj(one -> (Callable<EvidenceHash>) () -> send(evidence, file))
                  .toList())) {
        assertThat(sent.get().text()).isEqualTo(EvidenceFiles.hash(file));
      }
    }
    assertThat(evidence.room().files() - before).isEqualTo(1);
  }
}
