package org.vitrine.voices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.vitrine.companies.CompanyId;
import org.vitrine.companies.Tier;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.voices.Figure.Tally;
import org.vitrine.voices.OverdueOutcomes.OverdueOutcome;

/**
 * The door to how well commitments are kept. What is settled is written down once, with the events
 * that settle it; what is overdue and still open is derived when somebody looks. Each counts in the
 * month in which it was decided: done where it was kept, due where it was missed.
 */
public final class Figures {
  private final Database database;
  private final ZoneId plantZone;
  private final Clock clock;
  private final FigureRepository repository = new FigureRepository();
  private final List<OverdueOutcomes> overdue = new CopyOnWriteArrayList<>();

  public Figures(Database database, ZoneId plantZone, Clock clock) {
    this.database = database;
    this.plantZone = plantZone;
    this.clock = clock;
  }

  public void alsoCounting(OverdueOutcomes more) {
    overdue.add(more);
  }

  /** A voice as it stands after what just happened to it. */
  public record DecidedVoice(CompanyId company, VoiceNumber number, Commitments commitments) {}

  /**
   * Writes down what the newest events settled of these voices, in one statement. What was written
   * before stays, so that it may be called with every event.
   */
  public void keep(Queries transaction, Collection<DecidedVoice> voices) {
    List<FigureRepository.SettledOutcome> settled =
        voices.stream()
            .flatMap(
                voice ->
                    voice.commitments().newlySettled().stream()
                        .map(
                            one ->
                                new FigureRepository.SettledOutcome(
                                    voice.company(), voice.number(), one)))
            .toList();
    if (!settled.isEmpty()) {
      repository.keep(transaction, settled);
    }
  }

  public void keep(
      Queries transaction, CompanyId company, VoiceNumber voice, Commitments commitments) {
    keep(transaction, List.of(new DecidedVoice(company, voice, commitments)));
  }

  /** How often a commitment was kept, and missed. */
  public record KeptAndMissed(long kept, long missed) {
    public static final KeptAndMissed NONE = new KeptAndMissed(0, 0);

    public long all() {
      return kept + missed;
    }
  }

  /** What each commitment came to that was decided in a month, all companies together. */
  public Map<Commitment, KeptAndMissed> settled(YearMonth month) {
    Map<Commitment, KeptAndMissed> settled = new EnumMap<>(Commitment.class);
    search(new FigureSearch(month, month, Set.of()))
        .forEach(
            one -> settled.put(one.of().commitment(), new KeptAndMissed(one.kept(), one.missed())));
    return settled;
  }

  YearMonth thisMonth() {
    return YearMonth.from(clock.instant().atZone(plantZone));
  }

  List<Figure> search(FigureSearch search) {
    Map<FigureKey, Tally> tallies = new TreeMap<>();
    repository
        .tallies(database, search.begins(plantZone), search.ends(plantZone), plantZone)
        .forEach(one -> tallies.merge(one.getKey().by(search.by()), one.getValue(), Tally::and));
    Instant now = clock.instant();
    overdue.stream()
        .flatMap(source -> source.overdueAt(database, now).stream())
        .map(OverdueOutcome::outcome)
        .filter(one -> isWithin(search, one.decidedAt()))
        .forEach(one -> tallies.merge(key(one).by(search.by()), tally(one), Tally::and));
    return tallies.entrySet().stream().map(one -> Figure.of(one.getKey(), one.getValue())).toList();
  }

  private boolean isWithin(FigureSearch search, Instant at) {
    return !at.isBefore(search.begins(plantZone)) && at.isBefore(search.ends(plantZone));
  }

  private FigureKey key(CommitmentOutcome outcome) {
    return new FigureKey(
        outcome.commitment(),
        Optional.of(YearMonth.from(outcome.decidedAt().atZone(plantZone))),
        Optional.of(outcome.department()),
        Optional.of(outcome.kind()),
        Optional.of(outcome.tier()));
  }

  private static Tally tally(CommitmentOutcome outcome) {
    return new Tally(
        outcome.missed() ? 0 : 1,
        outcome.missed() ? 1 : 0,
        outcome.taken().stream().mapToLong(Duration::toSeconds).toArray());
  }

  /**
   * What was decided on a day, of a company in the tier that it had then; commitments of every kind
   * together.
   */
  public record DayOutcomes(CompanyId company, Tier tier, LocalDate day, long kept, long missed) {}

  /**
   * All that was decided in these days, where the plant is, with what is overdue by now and open.
   *
   * @param until the last day
   */
  public List<DayOutcomes> byDay(Queries queries, LocalDate from, LocalDate until) {
    Instant now = clock.instant();
    return Stream.concat(
            repository.byDay(queries, from, until, plantZone).stream(),
            overdue.stream()
                .flatMap(source -> source.overdueAt(queries, now).stream())
                .map(this::day)
                .filter(one -> !one.day().isBefore(from) && !one.day().isAfter(until)))
        .toList();
  }

  private DayOutcomes day(OverdueOutcome overdueOne) {
    CommitmentOutcome outcome = overdueOne.outcome();
    return new DayOutcomes(
        overdueOne.company(),
        outcome.tier(),
        LocalDate.ofInstant(outcome.decidedAt(), plantZone),
        outcome.missed() ? 0 : 1,
        outcome.missed() ? 1 : 0);
  }
}
