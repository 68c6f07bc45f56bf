package org.vitrine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.fixtures.Processes;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

/** What becomes of a node whose PostgreSQL of its own dies, or has no room left. */
class OwnDatabaseIT {
  private static final long LONG_ENOUGH_NANOS = 90_000_000_000L;
  private static final int PLENTY_MB = 700;

  private TestVitrine vitrine;
  private Shop shop;

  @Test
  void one_that_was_killed_is_started_again_by_itself_and_open_pages_go_on(@TempDir Path data)
      throws Exception {
    try (TestVitrine node = open(data);
        TestWatcher watcher = new TestWatcher(node, customer()).watch("orders/SO-1")) {
      eventually("the page", () -> watcher.page("orders/SO-1") != null);
      String port = postmaster(data).get(3);
      Path starter = starter(data);
      Path away = Files.move(starter, starter.resolveSibling("pg_ctl.away"));

      run("kill", "-9", postmaster(data).getFirst().strip());

      eventually(
          "it is said", () -> ready().body().contains("The embedded PostgreSQL has stopped"));
      assertThat(ready().statusCode()).isEqualTo(503);
      assertThat(TestClient.unknown(vitrine).get("/health/live").statusCode()).isEqualTo(200);
      eventually("that it is hard, too", () -> ready().body().contains("cannot be restarted"));

      Files.move(away, starter);

      eventually("it is back", () -> ready().statusCode() == 200);
      assertThat(postmaster(data).get(3)).isEqualTo(port);
      shop.good("SO-1", "after", "Assembly", 7);
      eventually(
          "the page moves on", () -> watcher.page("orders/SO-1").get("reports").asInt() == 1);

      run("kill", "-9", postmaster(data).getFirst().strip());

      eventually("and once more", () -> reports("again") && ready().statusCode() == 200);
    }
    // On a busy machine it is given up to wait for it a little before it has stopped.
    eventually("it has stopped", () -> Files.notExists(data.resolve("postgresql/postmaster.pid")));
  }

  @Test
  void on_a_full_disk_it_is_not_ready_and_says_why_until_there_is_room(@TempDir Path folder)
      throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    boolean mounted =
        run("mount", "-t", "tmpfs", "-o", "size=" + PLENTY_MB + "m", "tmpfs", disk) == 0;
    if (!mounted) {
      System.out.println("OwnDatabaseIT: no small disk can be mounted here; skipped");
    }
    assumeTrue(mounted, "no small disk can be mounted here");
    try {
      try (TestVitrine node = open(disk.resolve("data"))) {
        assertThat(node.port()).as("it serves").isPositive();
        assertThat(ready().statusCode()).isEqualTo(200);
        Path filler = fill(disk);

        eventually("it is said", () -> ready().body().contains("The disk of the data directory"));
        assertThat(ready().statusCode()).isEqualTo(503);
        eventually("what cannot be kept is refused", () -> !reports("r" + System.nanoTime()));
        assertThat(shop.integrator().get("/api/orders/SO-1").statusCode()).isEqualTo(200);

        Files.delete(filler);

        eventually("there is room", () -> ready().statusCode() == 200 && reports("room"));
      }
    } finally {
      run("umount", "-l", disk);
    }
  }

  private TestVitrine open(Path data) {
    vitrine = TestVitrine.startOn(data);
    shop = new Shop(vitrine);
    shop.order("SO-1");
    return vitrine;
  }

  private TestClient customer() {
    return shop.contact("northwind", "amelia@northwind.example");
  }

  private HttpResponse<String> ready() {
    return TestClient.unknown(vitrine).get("/health/ready");
  }

  /** A large one, so that room is soon asked for. */
  private boolean reports(String id) {
    HttpResponse<String> answer =
        shop.integrator()
            .post(
                "/api/reports",
                """
                {"id": "%s", "order": "SO-1", "operation": "Assembly", "kind": "held", "reason": "%s",
                 "source": "scan", "happenedAt": "2026-11-02T10:00:00Z"}\
                """
                    .formatted(id, "x".repeat(450)));
    assertThat(answer.statusCode()).isIn(200, 503);
    return answer.statusCode() == 200;
  }

  private static Path fill(Path disk) throws IOException {
    Path filler = disk.resolve("filler");
    byte[] block = new byte[4_096];
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      return filler;
    }
  }

  private static List<String> postmaster(Path data) throws IOException {
    return Files.readAllLines(data.resolve("postgresql/postmaster.pid"));
  }

  /** The program that starts PostgreSQL, beside the one that runs. */
  private static Path starter(Path data) throws IOException {
    String server = Files.readString(data.resolve("postgresql/postmaster.opts")).split(" ")[0];
    return Path.of(server).resolveSibling("pg_ctl");
  }

  private static int run(Object... command) throws Exception {
    return Processes.start(
            new ProcessBuilder(Stream.of(command).map(Object::toString).toList())
                .redirectErrorStream(true))
        .waitFor();
  }

  private static void eventually(String what, BooleanSupplier so) throws InterruptedException {
    long deadline = System.nanoTime() + LONG_ENOUGH_NANOS;
    while (!so.getAsBoolean()) {
      assertThat(System.nanoTime()).as("Never: " + what).isLessThan(deadline);
      Thread.sleep(50);
    }
  }
}
