package org.vitrine.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.gather.fixtures.Eventually.eventually;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.vitrine.gather.health.Health;
import org.vitrine.gather.journal.Entry;
import org.vitrine.gather.journal.Memory;
import org.vitrine.gather.journal.Message;
import org.vitrine.gather.plan.Plan;
import org.vitrine.gather.plan.Rule;
import org.vitrine.gather.plan.Sense;
import org.vitrine.gather.plan.SourcePlan;
import org.vitrine.gather.plan.Whereabouts;
import org.vitrine.gather.sources.Batch;
import org.vitrine.gather.sources.Observed;
import org.vitrine.gather.sources.Receiver;

class IntakeTest {
  private static final SourcePlan SOURCE = source();

  private final AtomicBoolean full = new AtomicBoolean();
  private final List<Message> kept = new CopyOnWriteArrayList<>();
  private final Health health =
      new Health(new PrintStream(OutputStream.nullOutputStream()), InstantSource.system());
  private final Intake intake =
      new Intake(
          new Plan(URI.create("http://localhost"), "", Path.of("."), 0, List.of(SOURCE)),
          new Memory(),
          this::keep,
          health,
          InstantSource.system());

  private static SourcePlan source() {
    Sense.Thinned each = new Sense.Thinned(BigDecimal.ONE, Duration.ZERO);
    Whereabouts nowhere = new Whereabouts(null, null, null, null, null, null, null);
    Sense sense = new Sense.Condition("st", "heat", null, null, each);
    return new SourcePlan(
        "hall", null, null, false, Map.of(), List.of(new Rule("t", "t", "m", nowhere, sense)));
  }

  @Test
  void with_a_full_disk_a_source_is_not_told_that_anything_is_kept_until_it_is() throws Exception {
    Thread working = Thread.ofVirtual().start(intake);
    Receiver receiver = intake.receiverFor(SOURCE);
    AtomicBoolean acknowledged = new AtomicBoolean();
    full.set(true);

    receiver.take(batch("21.5", acknowledged));
    eventually("it is told", () -> !health.isFine());
    assertThat(acknowledged).isFalse();
    assertThat(health.standing().path("disk").path("why").asText()).contains("No space left");

    full.set(false);
    eventually("it is kept", acknowledged::get);
    assertThat(health.isFine()).isTrue();
    assertThat(kept.getFirst().body().path("value").asText()).isEqualTo("21.5");
    assertThat(kept.stream().filter(one -> one.kind() == Message.Kind.CONDITION)).hasSize(1);

    intake.stop();
    working.join();
  }

  private static Batch batch(String text, AtomicBoolean acknowledged) {
    Instant now = Instant.now();
    Observed value = new Observed("t", text, now, now, "k", false);
    return new Batch(List.of(), List.of(value), Map.of(), () -> acknowledged.set(true));
  }

  private void keep(List<Entry> entries) throws IOException {
    if (full.get()) {
      throw new IOException("No space left on device");
    }
    entries.forEach(entry -> kept.addAll(entry.messages()));
  }
}
