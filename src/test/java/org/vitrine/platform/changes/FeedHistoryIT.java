package org.vitrine.platform.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Migrations;
import org.vitrine.survival.OwnPostgres;

/** The database is replaced under a running node by a copy of its files from a while ago. */
class FeedHistoryIT {
  private static final int LOST = 20;

  @TempDir private Path folder;
  private final Changes changes = new Changes();
  private int forgotten;

  @Test
  void another_history_is_noticed_at_once_and_read_from_there() throws Exception {
    Vertx vertx = Vertx.vertx();
    Path data = folder.resolve("data");
    Path copy = folder.resolve("copy");
    try (OwnPostgres postgres = new OwnPostgres(data)) {
      new Migrations(postgres.url()).run();
      Database database = new Database(vertx, postgres.url(), 2);
      changes.onForget(() -> forgotten++);
      Feed feed = new Feed(database, changes, "");
      await("the feed begins", () -> answered(feed::begin));
      postgres.stop();
      copy(data, copy);
      postgres.start();
      for (int n = 0; n < LOST; n++) {
        await("it is recorded", () -> answered(() -> record(database, "lost")));
      }
      assertThat(read(feed)).hasSize(LOST);
      String lostCursor = feed.cursor();
      int known = forgotten;

      postgres.stop();
      delete(data);
      copy(copy, data);
      postgres.start();
      await("it is recorded", () -> answered(() -> record(database, "another")));

      read(feed);
      assertThat(forgotten).as("all are told to forget").isEqualTo(known + 1);
      record(database, "next");
      assertThat(read(feed)).containsExactly("next");
      assertThat(feed.changedSince(lostCursor, Optional.empty())).isEmpty();
      assertThat(feed.changedSince(feed.cursor(), Optional.empty())).isPresent();
      assertThat(forgotten).isEqualTo(known + 1);
      database.close();
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
  }

  private void record(Database database, String key) {
    database.inTransaction(
        transaction -> {
          changes.record(transaction, List.of(new Change("test", key, 0, Optional.empty())));
          return null;
        });
  }

  private static List<String> read(Feed feed) {
    List<String> keys = new ArrayList<>();
    await(
        "the feed reads",
        () -> answered(() -> feed.read().forEach(change -> keys.add(change.key()))));
    return keys;
  }

  private static boolean answered(Runnable question) {
    try {
      question.run();
      return true;
    } catch (Rejection.Unavailable starting) {
      return false;
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      files.forEach(file -> copyOne(file, to.resolve(from.relativize(file))));
    }
  }

  private static void copyOne(Path file, Path to) {
    try {
      Files.copy(file, to, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException fault)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
