package org.vitrine.connectors;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.vitrine.connectors.PullPreview.ForeseenRecord;
import org.vitrine.connectors.PullPreview.RecordFate;
import org.vitrine.intake.FetchedOutcome;
import org.vitrine.intake.Intake.Mode;

/** Tries what a run over everything would do, and keeps nothing of it. */
final class DryPull {
  private static final int MOST_READ = 1_000;
  private static final int MOST_SHOWN = 200;
  private static final Duration LONGEST = Duration.ofSeconds(20);

  /** As no run is called: nothing was met by it. */
  private static final long NO_RUN = -1;

  private final PullGround ground;
  private final Connector connector;
  private final SourceReader reader;
  private final List<ForeseenRecord> shown = new ArrayList<>();
  private final Set<String> met = new HashSet<>();
  private final MappedPart part;
  private PullCounts counts = PullCounts.NOTHING;

  DryPull(PullGround ground, Connector connector, SourceReader reader) {
    this.ground = ground;
    this.connector = connector;
    this.reader = reader;
    this.part = new MappedPart(connector.said());
  }

  PullPreview preview() {
    Instant until = ground.clock().instant().plus(LONGEST);
    SourceReader.PassedPages reading =
        reader.read(
            SourceWindow.WHOLE,
            (records, reply) -> {
              look(records);
              return met.size() < MOST_READ && ground.clock().instant().isBefore(until);
            });
    if (reading.isWhole()) {
      lookForGone();
    }
    return new PullPreview(reading.isWhole(), counts, List.copyOf(shown));
  }

  private void look(List<SourceRecord> page) {
    Map<String, SourceRecord> byId = new LinkedHashMap<>();
    page.stream().filter(one -> met.add(one.id())).forEach(one -> byId.put(one.id(), part.of(one)));
    Map<String, KnownRecord> known =
        ground.records().known(ground.database(), connector.id(), byId.keySet());
    List<SourceRecord> fresh =
        byId.values().stream()
            .filter(
                one ->
                    !Pull.isSame(known.get(one.id()), one, part)
                        || known.get(one.id()).state() == KnownRecord.RecordState.REFUSED)
            .toList();
    counts = counts.andSame(byId.size() - fresh.size());
    List<FetchedOutcome> outcomes =
        ground.fetched().take(Pull.batch(fresh, known, part), Mode.DRY_RUN);
    for (int at = 0; at < fresh.size(); at++) {
      FetchedOutcome outcome = outcomes.get(at);
      counts = counts.and(outcome);
      show(
          new ForeseenRecord(
              fresh.get(at).id(),
              fate(outcome),
              outcome.orders(),
              outcome.changes(),
              outcome.faults()));
    }
  }

  private static RecordFate fate(FetchedOutcome outcome) {
    if (outcome.isRefused()) {
      return RecordFate.REFUSED;
    }
    return switch (outcome.saved()) {
      case CREATED -> RecordFate.CREATED;
      case CHANGED -> RecordFate.CHANGED;
      case UNCHANGED -> RecordFate.SAME;
    };
  }

  private void lookForGone() {
    List<KnownRecord> missing =
        ground.records().missing(ground.database(), connector.id(), NO_RUN).stream()
            .filter(one -> !met.contains(one.record()))
            .toList();
    Set<String> stillThere = new HashSet<>();
    if (!missing.isEmpty()) {
      reader
          .lookUp(missing.stream().map(KnownRecord::record).toList())
          .ifPresent(found -> found.forEach(one -> stillThere.add(one.id())));
    }
    missing.stream()
        .filter(one -> !stillThere.contains(one.record()))
        .forEach(
            one -> {
              counts = counts.andGone(1);
              show(
                  new ForeseenRecord(
                      one.record(), RecordFate.GONE, one.orders(), List.of(), List.of()));
            });
  }

  private void show(ForeseenRecord one) {
    if (shown.size() < MOST_SHOWN && one.fate() != RecordFate.SAME) {
      shown.add(one);
    }
  }
}
