package org.vitrine.connectors;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.vitrine.connectors.KnownRecord.RecordState;
import org.vitrine.connectors.PullRules.WhenGone;
import org.vitrine.connectors.SourceFault.FaultKind;
import org.vitrine.intake.FetchedBatch;
import org.vitrine.intake.FetchedBatch.FetchedRecord;
import org.vitrine.intake.FetchedOutcome;
import org.vitrine.intake.FetchedOutcome.FetchedFault;
import org.vitrine.intake.ImportKind;
import org.vitrine.intake.Intake.Mode;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.Rejection;

/**
 * One run of one connector. Whatever breaks it off, what was taken until then is here and known,
 * and the same again changes nothing.
 */
final class Pull {
  private static final int AT_ONCE = 100;
  private static final int REFUSED_AT_ONCE = 200;
  private static final int FEW = 20;
  private static final int MOST_GONE = 4;

  private final PullGround ground;
  private final Connector connector;
  private final SourceReader reader;
  private final Consumer<PullCursor> keeping;
  private final MappedPart part;
  private PullCounts counts = PullCounts.NOTHING;

  /**
   * @param keeping is told after each page how far it is, and throws where it must not go on
   */
  Pull(PullGround ground, Connector connector, SourceReader reader, Consumer<PullCursor> keeping) {
    this.ground = ground;
    this.connector = connector;
    this.reader = reader;
    this.keeping = keeping;
    this.part = new MappedPart(connector.said());
  }

  PullCounts counts() {
    return counts;
  }

  /** Reads what was changed lately; returns how far it has read. */
  PullCursor changes() {
    tryRefusedAgain();
    Progressing at = new Progressing(connector.cursor());
    reader.read(
        at.cursor.window(connector.said().rules().overlap()),
        (records, reply) -> {
          at.cursor = at.cursor.beganAt(reader.asker().clockOf(reply));
          take(records, Optional.empty());
          if (reader.dialect().goesOnBehindIds() && !records.isEmpty()) {
            at.cursor = at.cursor.upTo(records.getLast().id());
          }
          keeping.accept(at.cursor);
          return true;
        });
    return at.cursor.through();
  }

  /** Where a run is. */
  private static final class Progressing {
    private PullCursor cursor;

    private Progressing(PullCursor cursor) {
      this.cursor = cursor;
    }
  }

  /**
   * Reads all of it, and finds what is gone; returns how far it has read.
   *
   * @param run by whose number what was met is marked
   * @param etag where nothing is read if it is still called that
   */
  PullCursor everything(long run, Optional<String> etag) {
    tryRefusedAgain();
    Progressing at = new Progressing(PullCursor.START);
    Optional<SourceReader.PassedPages> reading =
        reader.readChanged(
            etag,
            (records, reply) -> {
              at.cursor = at.cursor.beganAt(reader.asker().clockOf(reply));
              take(records, Optional.of(run));
              keeping.accept(connector.cursor());
              return true;
            });
    if (reading.isEmpty()) {
      return connector.cursor();
    }
    findGone(run);
    return at.cursor.through().called(reading.get().etag());
  }

  /** Something may have been mended here: a company that is there by now, a mapping. */
  private void tryRefusedAgain() {
    String behind = "";
    List<KnownRecord> refused;
    do {
      refused =
          ground
              .records()
              .inState(
                  ground.database(), connector.id(), RecordState.REFUSED, behind, REFUSED_AT_ONCE);
      if (!refused.isEmpty()) {
        behind = refused.getLast().record();
        List<KnownRecord> whole = refused.stream().filter(one -> !one.rows().isEmpty()).toList();
        List<KnownRecord> mended = tried(whole);
        ground.records().save(ground.database(), connector.id(), mended, Optional.empty());
      }
    } while (refused.size() == REFUSED_AT_ONCE);
  }

  private List<KnownRecord> tried(List<KnownRecord> refused) {
    Map<String, KnownRecord> known = new LinkedHashMap<>();
    refused.forEach(one -> known.put(one.record(), one));
    return outcomes(refused.stream().map(KnownRecord::again).toList(), known, false);
  }

  /** Those of a page of which something is new. */
  private void take(List<SourceRecord> page, Optional<Long> run) {
    Map<String, SourceRecord> byId = new LinkedHashMap<>();
    page.forEach(one -> byId.put(one.id(), part.of(one)));
    List<SourceRecord> all = List.copyOf(byId.values());
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      takeSome(all.subList(from, Math.min(from + AT_ONCE, all.size())), run);
    }
  }

  private void takeSome(List<SourceRecord> some, Optional<Long> run) {
    Map<String, KnownRecord> known =
        ground
            .records()
            .known(ground.database(), connector.id(), some.stream().map(SourceRecord::id).toList());
    List<SourceRecord> fresh =
        some.stream().filter(one -> !isSame(known.get(one.id()), one, part)).toList();
    counts = counts.andSame(some.size() - fresh.size());
    List<KnownRecord> saved = outcomes(fresh, known, true);
    ground.records().save(ground.database(), connector.id(), saved, run);
    run.ifPresent(
        number ->
            ground
                .records()
                .seen(
                    ground.database(),
                    connector.id(),
                    some.stream().map(SourceRecord::id).toList(),
                    number));
  }

  /** Whether nothing is to be done about it. */
  static boolean isSame(KnownRecord known, SourceRecord now, MappedPart part) {
    return known != null
        && known.state() != RecordState.GONE
        && known.fingerprint().equals(part.fingerprint(now));
  }

  private List<KnownRecord> outcomes(
      List<SourceRecord> fresh, Map<String, KnownRecord> known, boolean counted) {
    List<FetchedOutcome> outcomes = ground.fetched().take(batch(fresh, known, part), Mode.FOR_REAL);
    Instant now = ground.clock().instant();
    List<KnownRecord> saved = new ArrayList<>();
    for (int at = 0; at < fresh.size(); at++) {
      FetchedOutcome outcome = outcomes.get(at);
      KnownRecord before = known.get(fresh.get(at).id());
      if (counted) {
        counts = counts.and(outcome);
      }
      saved.add(saved(fresh.get(at), before, outcome, now));
      if (before != null && !outcome.isRefused()) {
        leaveBehind(before, outcome, now);
      }
    }
    return saved;
  }

  private KnownRecord saved(
      SourceRecord record, KnownRecord before, FetchedOutcome outcome, Instant now) {
    if (outcome.isRefused()) {
      List<String> orders =
          before == null || before.orders().isEmpty() ? outcome.orders() : before.orders();
      int revision = before == null ? 0 : before.revision();
      return KnownRecord.refused(
          record, part.fingerprint(record), revision, orders, outcome.faults(), now);
    }
    return KnownRecord.taken(
        record, part.fingerprint(record), revision(before, record, part), outcome.orders(), now);
  }

  /** Counts only what was taken before. */
  private static int revision(KnownRecord before, SourceRecord now, MappedPart part) {
    if (before == null) {
      return 0;
    }
    return before.state() == RecordState.TAKEN
            && !before.fingerprint().equals(part.fingerprint(now))
        ? before.revision() + 1
        : before.revision();
  }

  static FetchedBatch batch(
      List<SourceRecord> fresh, Map<String, KnownRecord> known, MappedPart part) {
    SaveConnector said = part.said();
    return new FetchedBatch(
        said.name(),
        said.brings(),
        said.mapping(),
        Optional.ofNullable(said.rules().company()),
        Optional.ofNullable(said.rules().routing()),
        fresh.stream()
            .map(one -> new FetchedRecord(one.rows(), revision(known.get(one.id()), one, part)))
            .toList());
  }

  /** A record that is about another order by now leaves the one before. */
  private void leaveBehind(KnownRecord before, FetchedOutcome outcome, Instant now) {
    List<KnownRecord> left =
        before.orders().stream()
            .filter(order -> !outcome.orders().contains(order))
            .filter(order -> connector.said().brings() == ImportKind.ORDERS)
            .map(before::leftBehind)
            .map(one -> one.gone(ended(one, List.of(before.record())), now))
            .toList();
    ground.records().save(ground.database(), connector.id(), left, Optional.empty());
    counts = counts.andGone(left.size());
  }

  private void findGone(long run) {
    List<KnownRecord> missing = ground.records().missing(ground.database(), connector.id(), run);
    if (missing.isEmpty()) {
      return;
    }
    lookAgain(missing, run);
    List<KnownRecord> gone = ground.records().missing(ground.database(), connector.id(), run);
    requireBelievable(gone);
    List<String> all = gone.stream().map(KnownRecord::record).toList();
    Instant now = ground.clock().instant();
    List<KnownRecord> ended = new ArrayList<>();
    List<String> forgotten = new ArrayList<>();
    for (KnownRecord one : gone) {
      if (one.state() == RecordState.REFUSED && one.orders().isEmpty()) {
        forgotten.add(one.record());
      } else {
        ended.add(one.gone(ended(one, all), now));
      }
    }
    ground.records().forget(ground.database(), connector.id(), forgotten);
    ground.records().save(ground.database(), connector.id(), ended, Optional.empty());
    counts = counts.andGone(ended.size());
  }

  /** A page may have slipped while it was turned: whatever was missed is asked for by itself. */
  private void lookAgain(List<KnownRecord> missing, long run) {
    Optional<List<SourceRecord>> found =
        reader.lookUp(missing.stream().map(KnownRecord::record).toList());
    if (found.isPresent()) {
      take(found.get(), Optional.of(run));
    } else if (connector.said().settings().kind() != SourceKind.CSV) {
      reader.read(
          SourceWindow.WHOLE,
          (records, reply) -> {
            take(records, Optional.of(run));
            keeping.accept(connector.cursor());
            return true;
          });
    }
  }

  private void requireBelievable(List<KnownRecord> gone) {
    int known = counts.read() + gone.size();
    if (gone.size() > FEW && gone.size() > known / MOST_GONE && !connector.health().isBelieved()) {
      throw new SourceFault(
          FaultKind.DOUBTFUL,
          "%,d of %,d records are not there any longer; nothing was done about them until somebody says that this is right"
              .formatted(gone.size(), known),
          Optional.empty());
    }
  }

  /**
   * Ends the orders of a record that is gone, as the rule says; returns why some stand.
   *
   * @param together the records that say nothing of them any longer
   */
  private List<FetchedFault> ended(KnownRecord gone, List<String> together) {
    SaveConnector said = connector.said();
    if (said.rules().whenGone() == WhenGone.TELL || said.brings() != ImportKind.ORDERS) {
      return List.of();
    }
    return gone.orders().stream()
        .filter(
            order ->
                !ground.records().othersHave(ground.database(), connector.id(), together, order))
        .flatMap(order -> cancelled(order).stream())
        .toList();
  }

  private Optional<FetchedFault> cancelled(String order) {
    String name = connector.said().name();
    LocalizedText reason =
        LocalizedText.of(Map.of("en", "No longer in " + name, "zh-CN", "“" + name + "”中已无此订单"));
    try {
      ground.fetched().cancel(order, name, reason);
      return Optional.empty();
    } catch (Rejection.NotFound gone) {
      return Optional.empty();
    } catch (Rejection.Invalid | Rejection.Conflict stands) {
      return Optional.of(new FetchedFault("order", stands.getMessage()));
    }
  }
}
