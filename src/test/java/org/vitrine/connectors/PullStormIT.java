package org.vitrine.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.connectors.PullRules.WhenGone;
import org.vitrine.connectors.SourceFault.FaultKind;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.intake.ImportKind;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.PlaceOrder;
import org.vitrine.platform.Paging;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.secrets.KeyRing;
import org.vitrine.platform.secrets.Secrets;

/**
 * Two systems and a bad line between them: whatever fails, is changed while it is read, is deleted
 * or is written late, in the end both say the same. jqwik prints the seed of what does not.
 */
class PullStormIT {
  private static final AtomicInteger STORMS = new AtomicInteger();

  /** Long after whatever the house itself would find due: it must not pull these. */
  private static final Instant LATER = Instant.parse("2090-05-04T08:00:00Z");

  private static TestVitrine vitrine;

  @BeforeContainer
  static void start() {
    vitrine = TestVitrine.start();
    new Shop(vitrine);
  }

  @AfterContainer
  static void stop() {
    vitrine.close();
  }

  @Property(tries = 24, afterFailure = AfterFailureMode.RANDOM_SEED)
  void after_any_storm_both_sides_agree(@ForAll SourceKind kind, @ForAll long seed) {
    Storm storm = new Storm(kind, seed);
    storm.blow(30);
    storm.calm(PullScope.EVERYTHING);
    storm.expectAgreement();
  }

  @Property(tries = 12, afterFailure = AfterFailureMode.RANDOM_SEED)
  void what_is_only_written_and_changed_is_here_without_comparing_everything(
      @ForAll SourceKind kind, @ForAll long seed) {
    Storm storm = new Storm(kind, seed);
    storm.deletesNothing();
    storm.blow(30);
    storm.calm(PullScope.CHANGES);
    storm.expectAgreement();
  }

  /** One pretended system, what is done to it, and what it brings. */
  private static final class Storm {
    private final String mark = "S" + STORMS.incrementAndGet();
    private final ConnectorCode code = new ConnectorCode(mark);
    private final TestClock clock = new TestClock(LATER);
    private final RandomGenerator chance;
    private final PretendedSource source;
    private final Connectors connectors;
    private final SaveConnector said;
    private final List<String> deleted = new ArrayList<>();
    private boolean deletes = true;
    private double faults;
    private boolean busy;
    private long next = 1;

    private Storm(SourceKind kind, long seed) {
      this.chance = new Random(seed);
      this.source = new PretendedSource(kind, clock, 1 + chance.nextInt(6));
      Clock real = clock;
      PullGround ground =
          new PullGround(
              vitrine.vitrine().database(),
              new RecordRepository(),
              vitrine.vitrine().rooms().fetchedRecords(),
              real);
      this.connectors =
          new Connectors(
              ground,
              new SourceAsking(
                  (settings, secret) -> source,
                  new Secrets(
                      new KeyRing("secrets", Optional.empty(), Path.of("target/storm.keys"))),
                  new Asker.Patience(3, Duration.ofSeconds(1), Duration.ofMinutes(1), this::rest),
                  real),
              new Audit(vitrine.vitrine().database(), real),
              ZoneId.of("Asia/Shanghai"));
      this.said =
          new SaveConnector(
              mark,
              ImportKind.ORDERS,
              source.settings(),
              source.mapping(),
              new PullRules(5, 15, WhenGone.CANCEL, null, null, null),
              null,
              null);
      source.beforeEach(this::happen);
      // Whoever looks for what is due finds none of another storm.
      connectors.all().forEach(one -> connectors.remove(one.code(), Actor.system("test")));
      new ConnectorRepository()
          .add(
              vitrine.vitrine().database(),
              code,
              said,
              LATER,
              "test",
              LATER.plus(Duration.ofDays(1)));
    }

    private void deletesNothing() {
      deletes = false;
    }

    private boolean rest(Duration time) {
      clock.pass(time);
      return true;
    }

    /** While it is asked, people go on working there; and the line is bad. */
    private void happen() {
      if (busy && chance.nextInt(3) == 0) {
        act();
      }
      if (chance.nextDouble() < faults) {
        throw switch (chance.nextInt(4)) {
          case 0 ->
              new SourceFault(FaultKind.THROTTLED, "Too often", Optional.of(Duration.ofSeconds(2)));
          case 1 ->
              new SourceFault(FaultKind.THROTTLED, "Too often", Optional.of(Duration.ofHours(1)));
          case 2 -> SourceFault.unreadable("Cut in the middle");
          default -> new SourceFault(FaultKind.AWAY, "Broken", Optional.empty());
        };
      }
    }

    private void blow(int steps) {
      faults = 0.15;
      busy = true;
      IntStream.range(0, 8).forEach(at -> write(clock.instant()));
      for (int step = 0; step < steps; step++) {
        act();
        clock.pass(Duration.ofSeconds(chance.nextInt(400)));
        if (chance.nextInt(3) == 0) {
          pull(chance.nextInt(5) == 0 ? PullScope.EVERYTHING : PullScope.CHANGES);
        }
      }
    }

    /** The wind is over: what is still to be read is read without a fault. */
    private void calm(PullScope scope) {
      faults = 0;
      busy = false;
      clock.pass(Duration.ofSeconds(1));
      // What was broken off is read to its end first, and what changed meanwhile by the next.
      pull(scope);
      pull(scope);
      assertThat(connectors.one(code).fault()).isEmpty();
    }

    private void pull(PullScope scope) {
      new ConnectorRepository()
          .wake(vitrine.vitrine().database(), code, clock.instant(), scope, true);
      assertThat(connectors.ownWork().doOne()).isTrue();
    }

    private void act() {
      Instant now = clock.instant();
      List<Long> ids = List.copyOf(source.things().keySet());
      int what = chance.nextInt(10);
      if (what < 3 || ids.isEmpty()) {
        write(now);
      } else if (what == 3) {
        // It was written a while ago, and is committed only now.
        write(now.minus(Duration.ofSeconds(chance.nextInt(deletes ? 20_000 : 600))));
      } else if (what == 4 && deletes && ids.size() > 3) {
        deleted.add(source.things().remove(any(ids)).number());
      } else if (what == 5) {
        long id = any(ids);
        source.things().computeIfPresent(id, (key, thing) -> thing.of(company(thing), now));
      } else {
        long id = any(ids);
        source
            .things()
            .computeIfPresent(
                id, (key, thing) -> thing.with("R" + chance.nextInt(1000), lines(), now));
      }
    }

    /** Half of the time one that is not there, so that it is refused until that is mended. */
    private String company(SoldThing thing) {
      return thing.company().equals("northwind") ? "nobody" : "northwind";
    }

    private long any(List<Long> ids) {
      return ids.get(chance.nextInt(ids.size()));
    }

    private void write(Instant at) {
      long id = next++;
      source
          .things()
          .put(id, new SoldThing(id, mark + "-" + id, "northwind", "R" + id, lines(), at));
    }

    private List<Integer> lines() {
      return IntStream.range(0, 1 + chance.nextInt(3))
          .map(at -> 1 + chance.nextInt(500))
          .boxed()
          .toList();
    }

    private void expectAgreement() {
      Map<String, String> theirs = new TreeMap<>();
      Map<String, String> ours = new TreeMap<>();
      TreeSet<String> refused = new TreeSet<>();
      for (SoldThing thing : source.things().values()) {
        if (thing.company().equals("nobody")) {
          refused.add(thing.number());
        } else {
          theirs.put(thing.number(), "%s %s".formatted(thing.reference(), thing.lines()));
          ours.put(thing.number(), read(thing.number()));
        }
      }
      assertThat(ours).isEqualTo(theirs);
      for (String number : deleted) {
        assertThat(read(number)).as(number).isIn("cancelled", "none");
      }
      TreeSet<String> told = new TreeSet<>();
      connectors
          .refused(code, Paging.first(200))
          .shown()
          .forEach(one -> told.addAll(one.rows().stream().map(row -> row.get("number")).toList()));
      assertThat(told).isEqualTo(refused);
    }

    private String read(String number) {
      try {
        PlaceOrder order =
            vitrine.vitrine().rooms().orders().asPlaced(new OrderNumber(number)).order();
        return order.cancelled() != null
            ? "cancelled"
            : "%s %s"
                .formatted(
                    order.customerReference(),
                    order.lines().stream()
                        .map(line -> Integer.valueOf(line.quantity().toString()))
                        .toList());
      } catch (Rejection.NotFound none) {
        return "none";
      }
    }
  }
}
