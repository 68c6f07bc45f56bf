package org.vitrine.gather.mtconnect;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vitrine.gather.plan.Peer;
import org.vitrine.gather.plan.SourcePlan;
import org.vitrine.gather.sources.Batch;
import org.vitrine.gather.sources.Happening;
import org.vitrine.gather.sources.Observed;
import org.vitrine.gather.sources.Receiver;
import org.vitrine.gather.sources.Source;
import org.vitrine.gather.sources.Trouble;

/**
 * Reads an agent from where it was left, by sequence. An agent that began anew has another
 * instanceId; one that no longer has what comes next answers OUT_OF_RANGE. Both are told, and what
 * stands then is where counting begins.
 */
public final class MtConnectSource implements Source {
  private static final String POSITION = "sequence";
  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final SourcePlan plan;
  private final Peer.MtConnect peer;
  private final Receiver receiver;
  private final InstantSource clock;
  private final Agent agent;
  private final Set<String> tags;
  private long instanceId;
  private long next;
  private Instant lastAt;
  private volatile Thread thread;
  private volatile Agent.Stream open;
  private volatile Instant heardAt = Instant.MAX;
  private volatile boolean closed;

  public MtConnectSource(
      SourcePlan plan, Peer.MtConnect peer, Receiver receiver, InstantSource clock) {
    this.plan = plan;
    this.peer = peer;
    this.receiver = receiver;
    this.clock = clock;
    this.agent = new Agent(peer);
    this.tags = plan.tags();
  }

  @Override
  public void start() {
    thread = Thread.ofVirtual().name(plan.name()).start(this::run);
    Thread.ofVirtual().name(plan.name() + "-watch").start(this::watch);
  }

  private void run() {
    restorePosition();
    Duration wait = SHORTEST_WAIT;
    while (!closed) {
      try {
        if (next == 0) {
          checkTags();
          begin();
        }
        follow();
        wait = SHORTEST_WAIT;
      } catch (IOException | RuntimeException failed) {
        if (!closed) {
          receiver.disconnected(Trouble.of(failed));
          wait = pause(wait);
        }
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  private Duration pause(Duration wait) {
    try {
      Thread.sleep(wait);
    } catch (InterruptedException stopped) {
      closed = true;
    }
    Duration longer = wait.multipliedBy(2);
    return longer.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longer;
  }

  private void restorePosition() {
    String position = receiver.position(POSITION);
    if (position != null) {
      String[] parts = position.split(" ");
      instanceId = Long.parseLong(parts[0]);
      next = Long.parseLong(parts[1]);
      lastAt = parts.length < 3 ? null : Instant.parse(parts[2]);
    }
  }

  private void checkTags() throws IOException, InterruptedException {
    Set<String> known = agent.probe();
    for (String tag : tags) {
      if (!known.isEmpty() && !known.contains(tag)) {
        receiver.unusable(tag, "the agent has no data item of this id", null);
      }
    }
  }

  private void begin() throws IOException, InterruptedException {
    takeAsItStands(null);
  }

  /** Where we are now, after whatever happened. */
  private void takeAsItStands(Happening.Kind happened) throws IOException, InterruptedException {
    if (!(agent.current() instanceof Document.Streams now)) {
      throw new IOException("The agent does not say how things stand");
    }
    boolean restarted = instanceId != 0 && now.instanceId() != instanceId;
    Happening.Kind kind = restarted ? Happening.Kind.RESTARTED : happened;
    List<Happening> happenings = new ArrayList<>();
    if (kind != null) {
      happenings.add(Happening.ofAll(kind, lastAt, clock.instant(), sentence(kind, now)));
    }
    give(now, happenings, true);
  }

  private String sentence(Happening.Kind kind, Document.Streams now) {
    return kind == Happening.Kind.RESTARTED
        ? "The agent began anew (instance %d after %d)".formatted(now.instanceId(), instanceId)
        : "The agent no longer had what came from sequence %d to %d"
            .formatted(next, now.nextSequence() - 1);
  }

  private void follow() throws IOException, InterruptedException {
    heardAt = clock.instant();
    try (Agent.Stream stream = agent.sample(next)) {
      open = stream;
      for (Document document = stream.next(); document != null; document = stream.next()) {
        heardAt = clock.instant();
        receiver.connected();
        if (!goOn(document)) {
          return;
        }
      }
      if (!stream.isStreamed() && !closed) {
        Thread.sleep(peer.interval());
      }
    } finally {
      open = null;
      heardAt = Instant.MAX;
    }
  }

  /** False where the stream no longer fits: we begin from how things stand. */
  private boolean goOn(Document document) throws IOException, InterruptedException {
    switch (document) {
      case Document.Streams streams when streams.instanceId() != instanceId -> {
        takeAsItStands(Happening.Kind.RESTARTED);
        return false;
      }
      case Document.Streams streams -> {
        give(streams, List.of(), false);
        return true;
      }
      case Document.Refusal refusal when refusal.code().equals("OUT_OF_RANGE") -> {
        takeAsItStands(Happening.Kind.GAP);
        return false;
      }
      case Document.Refusal refusal ->
          throw new IOException("%s: %s".formatted(refusal.code(), refusal.text()));
    }
  }

  private void give(Document.Streams streams, List<Happening> happenings, boolean standing)
      throws InterruptedException {
    Instant now = clock.instant();
    List<Observed> values = new ArrayList<>();
    for (Document.Item item : streams.items()) {
      if (!tags.contains(item.dataItemId())) {
        continue;
      }
      lastAt = lastAt == null || item.at().isAfter(lastAt) ? item.at() : lastAt;
      String key = "%d.%d".formatted(streams.instanceId(), item.sequence());
      if (item.text().equals("UNAVAILABLE")) {
        receiver.unusable(item.dataItemId(), "UNAVAILABLE", null);
        values.add(Observed.unknown(item.dataItemId(), item.at(), now, key));
      } else {
        values.add(new Observed(item.dataItemId(), item.text(), item.at(), now, key, standing));
      }
    }
    instanceId = streams.instanceId();
    next = streams.nextSequence();
    String position = "%d %d %s".formatted(instanceId, next, lastAt == null ? "" : lastAt).strip();
    receiver.take(new Batch(happenings, values, Map.of(POSITION, position), () -> {}));
  }

  /** A stream that is silent for three heartbeats is dead, whatever TCP believes. */
  private void watch() {
    while (!closed) {
      try {
        Thread.sleep(1_000);
        Agent.Stream stream = open;
        boolean dead = heardAt.isBefore(clock.instant().minus(Agent.HEARTBEAT.multipliedBy(3)));
        if (stream != null && dead) {
          stream.close();
        }
      } catch (InterruptedException ended) {
        return;
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    if (thread != null) {
      thread.interrupt();
    }
  }
}
