package org.vitrine.gather.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.gather.fixtures.Eventually.eventually;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

  private void keep(String... ids) throws IOException {
    for (String id : ids) {
      ObjectNode body = JsonNodeFactory.instance.objectNode().put("id", id);
      journal.append(
          List.of(
              new Entry(List.of(new Message(Message.Kind.CONDITION, body)), Map.of(), List.of())));
    }
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
