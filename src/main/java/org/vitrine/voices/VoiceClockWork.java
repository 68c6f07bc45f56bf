package org.vitrine.voices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Tier;
import org.vitrine.platform.Chore;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.DueWork;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.voices.Voice.VoiceState;

/**
 * What the clock does about voices: it reminds whoever has one, lets it climb when it is overdue,
 * and asks what is to be asked by mail. Each node looks; one at a time takes a voice (FOR UPDATE
 * SKIP LOCKED), and what it does is written in the transaction in which it was found to be due, so
 * it is done once whatever node dies.
 */
public final class VoiceClockWork {
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Duration SHORTEST_REST = Duration.ofMinutes(1);

  private final DueWork<VoiceNumber> due;
  private final VoiceContexts contexts;
  private final VoiceWriter writer;
  private final QuestionMails questions;
  private final Companies companies;
  private final VoiceRepository repository;
  private final StandingRepository standing = new StandingRepository();
  private final Clock clock;

  VoiceClockWork(
      Database database,
      VoiceContexts contexts,
      VoiceWriter writer,
      QuestionMails questions,
      Companies companies,
      VoiceRepository repository,
      Clock clock) {
    this.contexts = contexts;
    this.writer = writer;
    this.questions = questions;
    this.companies = companies;
    this.repository = repository;
    this.clock = clock;
    this.due =
        new DueWork<>(
            "messages",
            database,
            clock,
            standing::lockDue,
            this::act,
            (number, later) -> standing.rest(database, number, Optional.of(later)));
  }

  /** Every node does it, again and again. */
  Chore chore() {
    return new Chore("clock of voices", PAUSE, this::round);
  }

  /** Does everything that is due now; once, however many nodes do so at the same moment. */
  public void round() {
    due.doAll();
    while (questions.askAfterOneOrder()) {
      // One after the other, each in a transaction of its own.
    }
  }

  private void act(Queries transaction, VoiceNumber number) {
    Instant now = Json.asRead(clock.instant());
    Voice voice = repository.locked(transaction, number);
    VoiceContext context = contexts.of(transaction, voice.company());
    Tier tier = companies.require(transaction, voice.company()).tier();
    if (voice.state() != VoiceState.CLOSED && voice.tier() != tier) {
      writer.append(
          transaction,
          voice,
          List.of(new VoiceEvent.TierChanged(now, voice.tier(), tier)),
          context);
      return;
    }
    switch (voice.state()) {
      case OPEN -> watch(transaction, voice, context, now);
      case WAITING -> standing.rest(transaction, number, Optional.empty());
      case CLOSED -> askStillSolved(transaction, voice, context, now);
    }
  }

  private void watch(Queries transaction, Voice voice, VoiceContext context, Instant now) {
    CommitmentDeeds deeds = writer.commitments(transaction, voice, context).deeds();
    List<VoiceEvent> events = new ArrayList<>();
    deeds
        .reminderDue(now)
        .ifPresent(
            one -> events.add(new VoiceEvent.Reminded(now, one.percent(), one.commitment())));
    deeds.climbDue(now).ifPresent(one -> events.add(new VoiceEvent.Climbed(now, one.rung())));
    if (!events.isEmpty()) {
      writer.append(transaction, voice, events, context);
      return;
    }
    Optional<Instant> next = writer.standAnew(transaction, voice, context, now);
    if (next.filter(at -> !at.isAfter(now)).isPresent()) {
      standing.rest(transaction, voice.number(), Optional.of(now.plus(SHORTEST_REST)));
    }
  }

  private void askStillSolved(Queries transaction, Voice voice, VoiceContext context, Instant now) {
    boolean due =
        voice
            .closing()
            .filter(closed -> !closed.at().plus(VoiceWriter.STILL_SOLVED_AFTER).isAfter(now))
            .isPresent();
    if (!due || voice.isAskedStillSolved()) {
      writer.standAnew(transaction, voice, context, now);
    } else if (questions.askStillSolved(transaction, voice, now)) {
      writer.append(transaction, voice, List.of(new VoiceEvent.StillSolvedAsked(now)), context);
    } else {
      standing.rest(transaction, voice.number(), Optional.empty());
    }
  }
}
