package org.vitrine.gather.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.gather.fixtures.Eventually.eventually;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.gather.fixtures.StubVitrine;
import org.vitrine.gather.health.Health;
import org.vitrine.gather.journal.Entry;
import org.vitrine.gather.journal.Journal;
import org.vitrine.gather.journal.Message;

class DeliveryTest {
  @TempDir Path folder;
  private StubVitrine vitrine;
  private Journal journal;
  private final Health health =
      new Health(new PrintStream(OutputStream.nullOutputStream()), InstantSource.system());

  @BeforeEach
  void begin() throws IOException {
    vitrine = new StubVitrine();
    journal = Journal.open(folder, Journal.Limits.USUAL);
  }

  @AfterEach
  void end() throws IOException {
    vitrine.close();
    journal.close();
  }

  @Test
  void what_is_refused_is_set_aside_and_can_be_sent_again() throws Exception {
    vitrine.refusing(body -> body.path("id").asText().equals("2") ? "no such order" : null);
    keep("1", "2", "3");

    deliver(StubVitrine.KEY, () -> vitrine.taken().size() == 2 && journal.waiting() == 0);

    SetAside aside = new SetAside(folder);
    assertThat(aside.messages())
        .extracting(one -> one.body().path("id").asText())
        .containsExactly("2");
    assertThat(Files.readString(folder.resolve("refused.jsonl"))).contains("no such order");
  }

  @Test
  void a_line_that_was_cut_while_it_was_set_aside_is_written_again() throws Exception {
    vitrine.refusing(body -> "refused");
    keep("1");
    Files.writeString(folder.resolve("refused.jsonl"), "{\"number\":1,\"reas");

    deliver(StubVitrine.KEY, () -> journal.waiting() == 0);

    assertThat(new SetAside(folder).messages()).hasSize(1);
  }

  @Test
  void with_a_key_that_is_not_known_all_wait_and_it_is_said() throws Exception {
    keep("1");

    deliver(
        "vk_other", () -> health.standing().path("server").path("why").asText().contains("401"));

    assertThat(journal.waiting()).isEqualTo(1);
    assertThat(vitrine.taken()).isEmpty();
  }

  /** A sign-in page, a proxy, another program: it answers, and has taken nothing. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200|text/html|<html>Please sign in</html>",
        "204|text/html|''",
        "201|application/json|{\"taken\":[{\"index\":0},{\"index\":1}],\"known\":[],\"refused\":[]}",
        "200|application/json|{}",
        "200|application/json|{\"taken\":[{\"index\":0}],\"known\":[],\"refused\":[]}",
        "200|application/json|{\"taken\":[{\"index\":0},{\"index\":0}],\"known\":[],\"refused\":[]}",
        "200|application/json|{\"taken\":[{\"index\":0}],\"known\":[],\"refused\":[{\"reason\":\"?\"}]}",
        "200|application/json|{\"taken\":[{\"index\":0},{\"index\":1},{\"index\":2}],\"known\":[]}",
        "200|application/json|{\"heard\":2}",
        "400|text/html|<html>Bad request</html>",
        "413|text/html|<html>Too large</html>"
      })
  void what_vitrine_has_not_named_is_not_delivered(int status, String type, String body)
      throws Exception {
    keep("1", "2");
    vitrine.answering(status, type, body);

    deliver(StubVitrine.KEY, () -> !serverTrouble().equals("not asked yet"));

    assertThat(journal.waiting()).isEqualTo(2);
    assertThat(health.standing().path("delivered").asInt()).isZero();
    assertThat(new SetAside(folder).messages()).isEmpty();

    vitrine.answering(200);
    deliver(StubVitrine.KEY, () -> journal.waiting() == 0);
    assertThat(vitrine.taken()).hasSize(2);
  }

  @Test
  void signals_are_delivered_where_as_many_were_heard() throws Exception {
    keep(Message.Kind.SIGNAL, "1");
    vitrine.answering(200, "application/json", "{\"heard\":0}");

    deliver(StubVitrine.KEY, () -> !serverTrouble().equals("not asked yet"));

    assertThat(journal.waiting()).isEqualTo(1);
    vitrine.answering(200);
    deliver(StubVitrine.KEY, () -> journal.waiting() == 0);
    assertThat(vitrine.signals()).hasSize(1);
  }

  @Test
  void a_disk_that_ran_full_while_vitrine_was_away_gets_free_again() throws Exception {
    try (FileSystem small = smallDisk(64 * 1024)) {
      folder = Files.createDirectories(small.getPath("/data"));
      journal = Journal.open(folder, new Journal.Limits(4_096, Long.MAX_VALUE, 16 * 1024));
      int kept = keepUntilFull();
      vitrine.refusing(body -> body.path("id").asInt() % 10 == 0 ? "no such order" : null);

      deliver(StubVitrine.KEY, () -> journal.waiting() == 0);

      assertThat(vitrine.taken()).hasSize(kept - (kept - 1) / 10 - 1);
      assertThat(new SetAside(folder).messages()).hasSize((kept - 1) / 10 + 1);
      keep("1001");
      deliver(StubVitrine.KEY, () -> journal.waiting() == 0);
      assertThat(vitrine.taken().getLast().path("id").asText()).isEqualTo("1001");
      journal.close();
    }
  }

  private static FileSystem smallDisk(long bytes) {
    return Jimfs.newFileSystem(
        Configuration.unix().toBuilder().setBlockSize(512).setMaxSize(bytes).build());
  }

  private int keepUntilFull() throws IOException {
    int kept = 0;
    try {
      while (true) {
        keep("" + kept);
        kept++;
      }
    } catch (Journal.Full full) {
      assertThat(full).hasMessageContaining("free in /data");
      return kept;
    }
  }

  private String serverTrouble() {
    return health.standing().path("server").path("why").asText();
  }

  private void keep(String... ids) throws IOException {
    for (String id : ids) {
      keep(Message.Kind.CONDITION, id);
    }
  }

  private void keep(Message.Kind kind, String id) throws IOException {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("id", id);
    journal.append(List.of(new Entry(List.of(new Message(kind, body)), Map.of(), List.of())));
  }

  private void deliver(String key, java.util.function.BooleanSupplier until) throws Exception {
    Delivery delivery =
        new Delivery(
            journal,
            new VitrineApi(vitrine.url(), key),
            new SetAside(folder),
            health,
            InstantSource.system());
    Thread thread = Thread.ofVirtual().start(delivery);
    eventually("delivered as far as it goes", until);
    delivery.stop();
    thread.join();
  }
}
