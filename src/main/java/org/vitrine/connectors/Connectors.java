package org.vitrine.connectors;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.access.AuditAction;
import org.vitrine.connectors.ConnectorCard.RecordCounts;
import org.vitrine.connectors.KnownRecord.RecordState;
import org.vitrine.intake.FetchedRecords;
import org.vitrine.platform.Paging;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.outgoing.Outgoing;
import org.vitrine.platform.secrets.Secrets;

/** The door to what is pulled from other systems. */
public final class Connectors {
  private static final int MOST = 50;
  private static final int SHOWN_RUNS = 20;
  private static final int SAMPLE = 5;
  private static final Duration RUNS_KEPT = Duration.ofDays(30);

  private final PullGround ground;
  private final ConnectorRepository repository = new ConnectorRepository();
  private final SourceAsking asking;
  private final Audit audit;
  private final ConnectorWork work;

  public Connectors(
      Database database,
      FetchedRecords fetched,
      Outgoing outgoing,
      Secrets secrets,
      Audit audit,
      ZoneId plant,
      Clock clock) {
    this(
        new PullGround(database, new RecordRepository(), fetched, clock),
        new SourceAsking(new Wires(outgoing)::to, secrets, Asker.Patience.USUAL, clock),
        audit,
        plant);
  }

  Connectors(PullGround ground, SourceAsking asking, Audit audit, ZoneId plant) {
    this.ground = ground;
    this.asking = asking;
    this.audit = audit;
    this.work = new ConnectorWork(ground, repository, asking, plant, RandomGenerator.getDefault());
  }

  /** All, by their codes. */
  public List<ConnectorCard> all() {
    Map<Long, Map<RecordState, Integer>> counts = ground.records().counts(ground.database());
    return repository.list(ground.database()).stream()
        .map(one -> ConnectorCard.of(one, counts(counts, one), null))
        .toList();
  }

  /** One with its newest runs. Throws {@link Rejection.NotFound}. */
  public ConnectorCard one(ConnectorCode code) {
    Connector one = require(ground.database(), code);
    return ConnectorCard.of(
        one,
        counts(ground.records().counts(ground.database()), one),
        repository.runs(ground.database(), one.id(), SHOWN_RUNS));
  }

  private static RecordCounts counts(Map<Long, Map<RecordState, Integer>> all, Connector one) {
    Map<RecordState, Integer> own = all.getOrDefault(one.id(), Map.of());
    return new RecordCounts(
        own.getOrDefault(RecordState.TAKEN, 0),
        own.getOrDefault(RecordState.REFUSED, 0),
        own.getOrDefault(RecordState.GONE, 0));
  }

  /** Creates it or changes it to this; its secret stays where nothing is said of one. */
  public SaveOutcome save(ConnectorCode code, SaveConnector said, Actor by) {
    SaveOutcome outcome =
        ground.database().inTransaction(transaction -> save(transaction, code, said, by));
    work.begin();
    return outcome;
  }

  private SaveOutcome save(Queries transaction, ConnectorCode code, SaveConnector said, Actor by) {
    Instant now = ground.clock().instant();
    Optional<Connector> before = repository.lock(transaction, code);
    int version = before.map(one -> one.said().version()).orElse(0);
    if (said.version() != null && said.version() != version) {
      throw new Rejection.Conflict(
          "version",
          "“%s” has been changed meanwhile: it is at version %d".formatted(code, version));
    }
    long id = before.map(Connector::id).orElseGet(() -> added(transaction, code, said, by, now));
    before.ifPresent(
        one -> {
          requireSecretFor(one, said);
          repository.change(transaction, id, said, now, by.name(), !readsTheSame(one.said(), said));
        });
    if (said.secret() != null) {
      Optional<String> sealed =
          Optional.of(said.secret())
              .filter(secret -> !secret.isEmpty())
              .map(secret -> asking.secrets().seal("connector/" + id, secret));
      repository.seal(transaction, id, sealed);
    }
    audit.record(
        transaction,
        by,
        AuditAction.CONNECTOR_CHANGED,
        code.value(),
        Optional.empty(),
        Map.of("name", said.name()));
    return before.isPresent() ? SaveOutcome.CHANGED : SaveOutcome.CREATED;
  }

  /** Whoever sends it elsewhere has to know it. */
  private static void requireSecretFor(Connector before, SaveConnector said) {
    boolean isElsewhere = !before.said().settings().address().equals(said.settings().address());
    if (isElsewhere && before.sealed().isPresent() && said.secret() == null) {
      throw new Rejection.Invalid(
          "secret", "Enter it again: it was for %s".formatted(before.said().settings().address()));
    }
  }

  private long added(
      Queries transaction, ConnectorCode code, SaveConnector said, Actor by, Instant now) {
    if (repository.count(transaction) >= MOST) {
      throw new Rejection.Conflict("There are %d connectors already".formatted(MOST));
    }
    return repository
        .add(transaction, code, said, now, by.name(), work.nextNight(0, now))
        .orElseThrow(
            () ->
                new Rejection.Conflict(
                    "“%s” was made by somebody else a moment ago".formatted(code)));
  }

  /** Where another address, filter or mapping is set, all is read again by it. */
  private static boolean readsTheSame(SaveConnector before, SaveConnector after) {
    return before.settings().equals(after.settings())
        && before.mapping().equals(after.mapping())
        && before.brings() == after.brings();
  }

  /** What it brought stays. Throws {@link Rejection.NotFound}. */
  public void remove(ConnectorCode code, Actor by) {
    ground
        .database()
        .inTransaction(
            transaction -> {
              if (!repository.remove(transaction, code)) {
                throw new Rejection.NotFound("There is no such connector");
              }
              audit.record(
                  transaction,
                  by,
                  AuditAction.CONNECTOR_REMOVED,
                  code.value(),
                  Optional.empty(),
                  Map.of());
              return null;
            });
  }

  /**
   * Asks once, as it would be set up, and shows what comes; nothing is kept.
   *
   * @param code whose secret is used where none is said
   */
  public TriedConnection attempt(ConnectorCode code, SaveConnector said) {
    Optional<String> secret =
        said.secret() != null
            ? Optional.of(said.secret()).filter(text -> !text.isEmpty())
            : repository
                .find(ground.database(), code)
                .filter(one -> one.said().settings().address().equals(said.settings().address()))
                .flatMap(one -> one.sealed().map(kept -> asking.secrets().open(one.place(), kept)));
    List<Map<String, String>> rows = new ArrayList<>();
    try {
      asking
          .reader(said.settings(), secret)
          .sample(SAMPLE)
          .forEach(record -> rows.addAll(record.rows()));
    } catch (SourceFault fault) {
      return TriedConnection.failed(PullFault.of(fault));
    }
    List<String> columns = rows.stream().flatMap(row -> row.keySet().stream()).distinct().toList();
    return new TriedConnection(
        true, Optional.empty(), columns, rows.stream().limit(SAMPLE).toList());
  }

  /** What a run over everything would do. */
  public PullPreview preview(ConnectorCode code) {
    Connector one = require(ground.database(), code);
    try {
      return new DryPull(ground, one, asking.reader(one)).preview();
    } catch (SourceFault fault) {
      throw new Rejection.Conflict(fault.getMessage());
    }
  }

  /**
   * Has it asked now; what was refused is tried again in any case.
   *
   * @param believed whether it is true that so many records are gone, however many
   */
  public void pull(ConnectorCode code, PullScope scope, boolean believed) {
    if (!repository.wake(ground.database(), code, ground.clock().instant(), scope, believed)) {
      throw new Rejection.NotFound("There is no such connector");
    }
    work.begin();
  }

  /** Records that were refused, by their ids. */
  public Paging.ListPart<ListedRecord> refused(ConnectorCode code, Paging paging) {
    return listed(code, RecordState.REFUSED, paging);
  }

  /** Records that the other system no longer has, by their ids. */
  public Paging.ListPart<ListedRecord> gone(ConnectorCode code, Paging paging) {
    return listed(code, RecordState.GONE, paging);
  }

  private Paging.ListPart<ListedRecord> listed(
      ConnectorCode code, RecordState state, Paging paging) {
    Connector one = require(ground.database(), code);
    List<ListedRecord> found =
        ground
            .records()
            .inState(ground.database(), one.id(), state, paging.after().orElse(""), paging.looked())
            .stream()
            .map(ListedRecord::of)
            .toList();
    return paging.part(found, ListedRecord::record);
  }

  /** Begins what is due. */
  public void work() {
    work.begin();
  }

  ConnectorWork ownWork() {
    return work;
  }

  private Connector require(Queries queries, ConnectorCode code) {
    return repository
        .find(queries, code)
        .orElseThrow(() -> new Rejection.NotFound("There is no such connector"));
  }

  public void addSweeps(Sweeps sweeps) {
    sweeps.add(
        "connector runs",
        () -> repository.forgetRuns(ground.database(), ground.clock().instant().minus(RUNS_KEPT)));
  }
}
