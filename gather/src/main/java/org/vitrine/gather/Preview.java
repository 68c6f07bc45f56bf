package org.vitrine.gather;

import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import org.vitrine.gather.health.Health;
import org.vitrine.gather.journal.Entry;
import org.vitrine.gather.journal.Memory;
import org.vitrine.gather.journal.Message;
import org.vitrine.gather.plan.Plan;
import org.vitrine.gather.plan.SourcePlan;
import org.vitrine.gather.sources.Batch;
import org.vitrine.gather.sources.Observed;
import org.vitrine.gather.sources.Receiver;
import org.vitrine.gather.sources.Source;

/** Connects and shows what would be sent; nothing is sent, kept, or asked of a machine. */
final class Preview {
  private final Plan plan;
  private final PrintStream out;
  private final InstantSource clock;
  private final Map<String, Heard> heard = new ConcurrentSkipListMap<>();
  private final AtomicLong messages = new AtomicLong();
  private final Health health;

  private record Heard(long count, String last) {}

  Preview(Plan plan, PrintStream out, InstantSource clock) {
    this.plan = plan;
    this.out = out;
    this.clock = clock;
    this.health = new Health(out, clock);
  }

  void show(Duration time) throws InterruptedException {
    Intake intake = new Intake(plan, new Memory(), this::show, health, clock);
    Thread intakeThread = Thread.ofVirtual().start(intake);
    Connections connections = new Connections(clock, true);
    List<Source> sources = new ArrayList<>();
    for (SourcePlan source : plan.sources()) {
      sources.add(connections.to(source, watching(source, intake.receiverFor(source))));
    }
    sources.forEach(Source::start);
    List<SourcePlan> connected = List.of();
    try {
      Thread.sleep(time);
      connected = plan.sources().stream().filter(one -> health.isConnected(one.name())).toList();
    } finally {
      sources.forEach(Source::close);
      intake.stop();
      intakeThread.join(Duration.ofSeconds(5));
    }
    sum(connected);
  }

  private void show(List<Entry> entries) {
    for (Entry entry : entries) {
      for (Message message : entry.messages()) {
        messages.incrementAndGet();
        out.println("would send to %s: %s".formatted(message.kind().path(), message.body()));
      }
    }
  }

  /** Passes everything on, and counts what each tag says. */
  private Receiver watching(SourcePlan source, Receiver receiver) {
    return new Receiver() {
      @Override
      public void take(Batch batch) throws InterruptedException {
        for (Observed value : batch.values()) {
          heard.merge(
              source.name() + " " + value.tag(),
              new Heard(1, value.isKnown() ? value.text() : "unknown"),
              (before, now) -> new Heard(before.count() + 1, now.last()));
        }
        receiver.take(batch);
      }

      @Override
      public String position(String key) {
        return null;
      }

      @Override
      public void connected() {
        receiver.connected();
      }

      @Override
      public void disconnected(String why) {
        receiver.disconnected(why);
      }

      @Override
      public void unusable(String tag, String why, String value) {
        receiver.unusable(tag, why, value);
      }
    };
  }

  private void sum(List<SourcePlan> connected) {
    out.println();
    out.println("%d messages would have been sent. What the tags said:".formatted(messages.get()));
    Map<String, String> lines = new TreeMap<>();
    for (SourcePlan source : plan.sources()) {
      if (!connected.contains(source)) {
        lines.put(source.name(), "not connected at the end");
      }
      Set<String> tags = source.tags();
      tags.forEach(tag -> lines.put(source.name() + " " + tag, "nothing"));
    }
    heard.forEach(
        (tag, said) ->
            lines.computeIfPresent(
                tag,
                (key, none) -> "%d values, the last: %s".formatted(said.count(), said.last())));
    lines.forEach((tag, said) -> out.println("  %s: %s".formatted(tag, said)));
  }
}
