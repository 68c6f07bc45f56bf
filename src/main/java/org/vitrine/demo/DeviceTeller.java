package org.vitrine.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.Rooms;
import org.vitrine.companies.Company;
import org.vitrine.demo.DeviceScript.ScriptedMachine;
import org.vitrine.production.Report;
import org.vitrine.production.Reports.ReportOutcome.Refused;
import org.vitrine.production.Sender;

/**
 * Tells what was measured and photographed of the orders that visitors of the demo plant open, each
 * thing at its own time. It does so once: where there is evidence it was done.
 */
final class DeviceTeller {
  private static final Logger LOG = LoggerFactory.getLogger(DeviceTeller.class);
  private static final Sender SENDER = Sender.program("MES");

  /** Whose links are among those of the demo. */
  private static final List<String> VISITED = List.of("northwind", "kuehl");

  private static final int MEASURED = 4;
  private static final int PHOTOGRAPHED = 6;

  /** What is told together comes no later than a program would send it. */
  private static final Duration TOGETHER = Duration.ofMinutes(50);

  private final Rooms rooms;
  private final PlantClock clock;
  private final Plant plant;
  private final DeviceScript script;
  private final BenchReadings bench;
  private final StagePhotos photos;
  private final Map<String, String> kept = new HashMap<>();

  DeviceTeller(Rooms rooms, PlantClock clock, Plant plant, DeviceScript script) {
    this.rooms = rooms;
    this.clock = clock;
    this.plant = plant;
    this.script = script;
    this.bench = new BenchReadings(plant.catalogue(), script.bench());
    this.photos =
        new StagePhotos(script.pictures(), name -> kept.computeIfAbsent(name, this::keep));
  }

  void tellOnce() {
    if (!rooms.evidence().isEmpty()) {
      return;
    }
    Instant now = clock.real();
    List<Aside> asides = new ArrayList<>();
    for (String company : VISITED) {
      List<Story> flying = plant.inFlight(company, now, now);
      flying.stream()
          .map(story -> bench.characteristic(story, now.minus(silentFor())))
          .filter(measured -> !measured.isEmpty())
          .limit(MEASURED)
          .forEach(asides::addAll);
      flying.stream()
          .limit(PHOTOGRAPHED)
          .map(story -> photos.of(story, now))
          .forEach(asides::addAll);
    }
    asides.addAll(overdue(now));
    tell(asides);
  }

  private Duration silentFor() {
    return script.machines().stream()
        .filter(ScriptedMachine::isSilent)
        .map(one -> Duration.ofHours(one.silentForHours()))
        .findFirst()
        .orElse(Duration.ZERO);
  }

  private String keep(String picture) {
    return rooms.evidence().keep(StagePictures.named(picture), SENDER.name()).text();
  }

  /** Of one order, and the one that waits longest for its turn. */
  private List<Aside> overdue(Instant now) {
    return rooms.companies().all().stream()
        .map(Company::code)
        .flatMap(company -> plant.inFlight(company, now, now).stream())
        .sorted(Comparator.comparing(Story::ends).reversed())
        .map(story -> bench.overdue(story, now))
        .filter(early -> !early.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private void tell(List<Aside> asides) {
    List<Aside> left = asides.stream().sorted(Comparator.comparing(Aside::at)).toList();
    try {
      while (!left.isEmpty()) {
        Instant until = left.getFirst().at().plus(TOGETHER);
        List<Aside> now = left.stream().takeWhile(one -> one.at().isBefore(until)).toList();
        clock.showPast(now.getLast().at());
        take(now);
        left = left.subList(now.size(), left.size());
      }
    } finally {
      clock.showReal();
    }
  }

  private void take(List<Aside> asides) {
    List<Supplier<Report>> reports =
        asides.stream().<Supplier<Report>>map(one -> one::report).toList();
    rooms.reports().take(reports, SENDER).stream()
        .flatMap(outcome -> outcome instanceof Refused refused ? Stream.of(refused) : Stream.of())
        .forEach(
            refused ->
                LOG.warn(
                    "The demo plant's report {} of {} was refused: {}: {}",
                    refused.id(),
                    refused.order(),
                    refused.field(),
                    refused.reason()));
  }
}
