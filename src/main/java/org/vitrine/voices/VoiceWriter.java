package org.vitrine.voices;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.likeness.TextPieces;
import org.vitrine.voices.PromisedClock.CountedHours;
import org.vitrine.voices.StandingRepository.StandingVoice;
import org.vitrine.voices.VoiceRepository.Addition;

/**
 * Writes what happens to a voice, what follows from it and what other rooms hear of it, in the
 * transaction of whoever acts, who holds the voice.
 */
final class VoiceWriter {
  /** After closing. */
  static final Duration STILL_SOLVED_AFTER = Duration.ofDays(28);

  /** After saying or reopening: what was read of its company before that is looked at again. */
  private static final Duration TIER_LOOKED_AT_AFTER = Duration.ofSeconds(5);

  private final VoiceRepository repository;
  private final StandingRepository kept = new StandingRepository();
  private final EditionShelf editions;
  private final Figures figures;
  private final Changes changes;

  VoiceWriter(VoiceRepository repository, EditionShelf editions, Figures figures, Changes changes) {
    this.repository = repository;
    this.editions = editions;
    this.figures = figures;
    this.changes = changes;
  }

  /** Begins one under a number of its own; false where that is taken. */
  boolean begin(Queries transaction, Voice voice, VoiceContext context) {
    if (!repository.add(transaction, voice, TextPieces.plain(voice.said().text()))) {
      return false;
    }
    Voice empty =
        new Voice(voice.number(), voice.company(), voice.anchor(), voice.link(), 0, List.of());
    append(transaction, empty, voice.events(), context);
    return true;
  }

  /** The voice with what happened to it; the same where nothing did. */
  Voice append(Queries transaction, Voice before, List<VoiceEvent> more, VoiceContext context) {
    return append(transaction, List.of(new Addition(before, more)), context).stream()
        .findFirst()
        .orElse(before);
  }

  /** The voices to which something happened. */
  List<Voice> append(Queries transaction, List<Addition> additions, VoiceContext context) {
    List<Addition> real =
        additions.stream()
            .filter(one -> !one.more().isEmpty())
            .map(one -> withPromise(one, context))
            .toList();
    if (real.isEmpty()) {
      return List.of();
    }
    real.forEach(VoiceLimits::requireRoom);
    repository.append(transaction, real);
    DepartmentCalendars calendars =
        editions.take(transaction, real.stream().map(Addition::after).toList());
    List<StandingVoice> standing =
        real.stream().map(one -> standing(one, context.profile(), calendars)).toList();
    kept.stand(transaction, standing);
    figures.keep(
        transaction,
        standing.stream()
            .map(
                one ->
                    new Figures.DecidedVoice(
                        one.voice().company(), one.voice().number(), one.commitments()))
            .toList());
    List<Voice> moved =
        real.stream()
            .filter(one -> one.before().version() > 0)
            .filter(one -> one.more().stream().anyMatch(VoiceWriter::moves))
            .map(Addition::after)
            .toList();
    if (!moved.isEmpty()) {
      kept.give(transaction, moved);
    }
    List<Change> told = new ArrayList<>();
    for (int at = 0; at < real.size(); at++) {
      told.addAll(told(real.get(at), standing.get(at), context.people()));
    }
    changes.record(transaction, told);
    return standing.stream().map(StandingVoice::voice).toList();
  }

  /** Where something begins, what was promised of it is kept, if it is not what was before. */
  private static Addition withPromise(Addition addition, VoiceContext context) {
    VoiceEvent last = addition.more().getLast();
    if (context.clocks().isEmpty() || addition.more().stream().noneMatch(VoiceWriter::begins)) {
      return addition;
    }
    Voice after = addition.after();
    Optional<PromisedClock> promised =
        context.clocks().get().of(after.tier(), after.kind(), last.at());
    Optional<CountedHours> hours =
        addition.more().stream().anyMatch(VoiceWriter::beginsAnew)
            ? context.clocks().get().hours(after.tier(), last.at())
            : Optional.empty();
    return promised.equals(after.promised()) && hours.isEmpty()
        ? addition
        : addition.and(new VoiceEvent.ClockPromised(last.at(), promised, hours));
  }

  private static boolean beginsAnew(VoiceEvent event) {
    return event instanceof VoiceEvent.Said || event instanceof VoiceEvent.Reopened;
  }

  /** What starts a clock, or may change what was promised of it. */
  private static boolean begins(VoiceEvent event) {
    return switch (event) {
      case VoiceEvent.Said e -> true;
      case VoiceEvent.Reopened e -> true;
      case VoiceEvent.Added e -> true;
      case VoiceEvent.Replied e -> true;
      case VoiceEvent.TierChanged e -> true;
      default -> false;
    };
  }

  private static StandingVoice standing(
      Addition addition, CommitmentProfile profile, DepartmentCalendars calendars) {
    Voice after = addition.after();
    Commitments commitments =
        Commitments.derivedFrom(addition.before().events(), addition.more(), profile, calendars);
    Instant now = addition.more().getLast().at();
    return new StandingVoice(
        after, commitments, sooner(deed(after, commitments, now), tierLookedAt(after, now)));
  }

  /** Writes anew what follows from its events, where nothing happened but that time passed. */
  Optional<Instant> standAnew(Queries transaction, Voice voice, VoiceContext context, Instant now) {
    Commitments commitments = commitments(transaction, voice, context);
    Optional<Instant> deed = deed(voice, commitments, now);
    kept.stand(transaction, List.of(new StandingVoice(voice, commitments, deed)));
    return deed;
  }

  Commitments commitments(Queries queries, Voice voice, VoiceContext context) {
    return Commitments.derivedFrom(
        voice.events(), context.profile(), editions.take(queries, List.of(voice)));
  }

  /** When the clock has something to do about it, as far as nobody else does anything before. */
  private static Optional<Instant> deed(Voice voice, Commitments commitments, Instant now) {
    return switch (voice.state()) {
      case OPEN -> commitments.deeds().nextAfter(now);
      case WAITING -> Optional.empty();
      case CLOSED ->
          voice.isAskedStillSolved() || !VoicePeople.hasReaders(voice)
              ? Optional.empty()
              : voice.closing().map(closed -> closed.at().plus(STILL_SOLVED_AFTER));
    };
  }

  /**
   * Whoever says something, or reopens it, read the tier of their company before they wrote: where
   * that changed meanwhile, whoever heard of the change did not find the voice.
   */
  private static Optional<Instant> tierLookedAt(Voice voice, Instant now) {
    return Optional.of(voice.begunAt().plus(TIER_LOOKED_AT_AFTER))
        .filter(at -> voice.state() != Voice.VoiceState.CLOSED && at.isAfter(now));
  }

  private static Optional<Instant> sooner(Optional<Instant> one, Optional<Instant> other) {
    return Stream.concat(one.stream(), other.stream()).min(Comparator.naturalOrder());
  }

  /** Only staff and the clock do such things: who has it, and for whom. */
  private static boolean moves(VoiceEvent event) {
    return switch (event) {
      case VoiceEvent.Assigned e -> true;
      case VoiceEvent.HandedOn e -> true;
      case VoiceEvent.TierChanged e -> true;
      default -> false;
    };
  }

  private static List<Change> told(Addition addition, StandingVoice standing, VoicePeople people) {
    Voice after = standing.voice();
    List<Change> told = new ArrayList<>();
    told.add(pageChange(after));
    for (int at = 0; at < addition.more().size(); at++) {
      VoiceEvent event = addition.more().get(at);
      int version = addition.before().version() + at + 1;
      VoiceChange.kind(event)
          .map(
              kind ->
                  change(event, after, standing.commitments(), people)
                      .asChange(kind, after.company(), version))
          .ifPresent(told::add);
    }
    return told;
  }

  private static Change pageChange(Voice voice) {
    return VoiceChange.asPageChange(voice.number(), voice.company(), voice.anchor().order());
  }

  private static VoiceChange change(
      VoiceEvent event, Voice voice, Commitments commitments, VoicePeople people) {
    Optional<Instant> due =
        event instanceof VoiceEvent.Climbed || event instanceof VoiceEvent.Reminded
            ? commitments.next().map(Commitments.NextDue::due)
            : Optional.empty();
    return new VoiceChange(
        voice.number(),
        voice.title(),
        voice.kind(),
        voice.anchor().number(),
        voice.anchor().piece(),
        VoiceParties.by(event),
        VoiceParties.text(event),
        people.told(event, voice),
        event instanceof VoiceEvent.Reminded reminded
            ? Optional.of(reminded.percent())
            : Optional.empty(),
        due);
  }
}
