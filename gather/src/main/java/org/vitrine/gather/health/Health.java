package org.vitrine.gather.health;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.vitrine.gather.mapping.Machines;
import org.vitrine.gather.mapping.Notes;

/**
 * Knows how everything stands and says what changes, a line of JSON each. Any thread may tell it.
 */
public final class Health implements Notes {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration AGAIN_AFTER = Duration.ofMinutes(10);
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int LONGEST = 100;

  private final PrintStream out;
  private final InstantSource clock;
  private final Map<String, Link> sources = new ConcurrentSkipListMap<>();
  private final Map<String, Unused> unused = new ConcurrentSkipListMap<>();
  private final AtomicLong delivered = new AtomicLong();
  private final AtomicLong known = new AtomicLong();
  private final AtomicLong setAside = new AtomicLong();
  private volatile Link server;
  private volatile String disk;
  private volatile String broken;
  private volatile LongSupplier waiting = () -> 0;
  private volatile LongSupplier freeBytes = () -> 0;
  private volatile Supplier<List<Machines.Standing>> machines = List::of;

  /**
   * @param why null where it is connected
   */
  private record Link(boolean up, String why, Instant since) {}

  private record Unused(long count, String last, Instant toldAt) {}

  public Health(PrintStream out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
    this.server = new Link(false, "not asked yet", clock.instant());
  }

  /** Where the figures come from that others keep. */
  public void asks(
      LongSupplier howManyWait,
      LongSupplier howMuchIsFree,
      Supplier<List<Machines.Standing>> howMachinesStand) {
    this.waiting = howManyWait;
    this.freeBytes = howMuchIsFree;
    this.machines = howMachinesStand;
  }

  public void connected(String source) {
    Link before = sources.get(source);
    if (before == null || !before.up()) {
      sources.put(source, new Link(true, null, clock.instant()));
      say(line("connected").put("source", source));
    }
  }

  public void disconnected(String source, String why) {
    Link before = sources.get(source);
    if (before == null || before.up() || !why.equals(before.why())) {
      Instant since = before == null || before.up() ? clock.instant() : before.since();
      sources.put(source, new Link(false, why, since));
      say(line("disconnected").put("source", source).put("why", why));
    }
  }

  public boolean isConnected(String source) {
    Link link = sources.get(source);
    return link != null && link.up();
  }

  /** Why a source is not connected; null where it is. */
  public String troubleOf(String source) {
    Link link = sources.get(source);
    return link == null || link.up() ? null : link.why();
  }

  public void serverReached() {
    if (!server.up()) {
      server = new Link(true, null, clock.instant());
      say(line("delivering"));
    }
  }

  public void serverTrouble(String why) {
    if (server.up() || !why.equals(server.why())) {
      server = new Link(false, why, server.up() ? clock.instant() : server.since());
      say(line("not-delivering").put("why", why));
    }
  }

  public void delivered(long taken, long knownBefore) {
    delivered.addAndGet(taken);
    known.addAndGet(knownBefore);
  }

  public void setAside(String id, String reason) {
    setAside.incrementAndGet();
    say(line("set-aside").put("id", id).put("why", reason));
  }

  public void diskTrouble(IOException full) {
    if (disk == null) {
      disk = String.valueOf(full.getMessage());
      say(line("disk-full").put("why", disk).put("freeBytes", freeBytes.getAsLong()));
    }
  }

  public void diskFine() {
    if (disk != null) {
      disk = null;
      say(line("disk-fine"));
    }
  }

  public void broken(RuntimeException bug) {
    broken = bug.toString();
    say(line("broken").put("why", broken));
  }

  /** True where it cannot go on: it is to be started anew. */
  public boolean isBroken() {
    return broken != null;
  }

  public void damaged(String sentence) {
    say(line("damaged").put("why", sentence));
  }

  @Override
  public void told(String source, String machine, String sentence) {
    say(line("told").put("source", source).put("machine", machine).put("sentence", sentence));
  }

  @Override
  public void unused(String source, String tag, String why, String value) {
    Instant now = clock.instant();
    String last = value == null ? null : value.substring(0, Math.min(value.length(), LONGEST));
    Unused one =
        unused.compute(
            "%s %s: %s".formatted(source, tag, why),
            (key, before) ->
                before == null
                    ? new Unused(1, last, now)
                    : new Unused(before.count() + 1, last, toldAt(before, now)));
    if (one.toldAt().equals(now)) {
      ObjectNode line = line("unused").put("source", source).put("tag", tag);
      say(line.put("why", why).put("last", last).put("count", one.count()));
    }
  }

  private static Instant toldAt(Unused before, Instant now) {
    return before.toldAt().plus(AGAIN_AFTER).isBefore(now) ? now : before.toldAt();
  }

  /**
   * Says how everything stands, and goes on doing so each minute for as long as nobody interrupts.
   */
  public void sayEveryMinute() throws InterruptedException {
    while (true) {
      Thread.sleep(Duration.ofMinutes(1));
      ObjectNode all = standing();
      all.put("event", "health");
      say(all);
    }
  }

  /** True where values are taken and delivered, or at least for not too long have not been. */
  public boolean isFine() {
    boolean delivering =
        server.up()
            || waiting.getAsLong() == 0
            || server.since().plus(PATIENCE).isAfter(clock.instant());
    return broken == null && disk == null && delivering;
  }

  public ObjectNode standing() {
    ObjectNode all = JSON.createObjectNode().put("at", clock.instant().toString());
    all.put("fine", isFine());
    all.put("waiting", waiting.getAsLong());
    all.put("delivered", delivered.get()).put("known", known.get()).put("setAside", setAside.get());
    put(all.putObject("server"), server);
    all.putObject("disk").put("why", disk).put("freeBytes", freeBytes.getAsLong());
    if (broken != null) {
      all.put("broken", broken);
    }
    ObjectNode links = all.putObject("sources");
    sources.forEach((name, link) -> put(links.putObject(name), link));
    putMachines(all.putArray("machines"));
    ObjectNode counts = all.putObject("unused");
    unused.forEach(
        (what, one) -> counts.putObject(what).put("count", one.count()).put("last", one.last()));
    return all;
  }

  private static void put(ObjectNode node, Link link) {
    node.put("connected", link.up()).put("since", link.since().toString()).put("why", link.why());
  }

  private void putMachines(ArrayNode all) {
    for (Machines.Standing one : machines.get()) {
      ObjectNode machine = all.addObject().put("machine", one.machine()).put("state", one.state());
      machine.put("lastAt", one.lastAt() == null ? null : one.lastAt().toString());
      machine.put("rhythm", one.rhythm() == null ? null : one.rhythm().toString());
    }
  }

  private ObjectNode line(String event) {
    return JSON.createObjectNode().put("at", clock.instant().toString()).put("event", event);
  }

  private void say(ObjectNode line) {
    out.println(line);
  }
}
