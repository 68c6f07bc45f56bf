package org.vitrine.recalls;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.access.Actor;
import org.vitrine.access.Role;
import org.vitrine.actions.ActionSource;
import org.vitrine.actions.NewAction;
import org.vitrine.people.Colleagues;
import org.vitrine.people.Colleagues.HouseMember;
import org.vitrine.platform.Chore;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.DueWork;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.words.Language;
import org.vitrine.recalls.RecallClockRepository.DueNotice;

/**
 * What the clock does about notices: it tells by mail, reminds, and has somebody call. Each node
 * looks; one at a time takes a notice (FOR UPDATE SKIP LOCKED), and what it does is written in the
 * transaction in which it was found to be due, so it is done once whatever node dies.
 */
final class RecallClockWork {
  private static final Logger LOG = LoggerFactory.getLogger(RecallClockWork.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final String SOURCE = "recall";
  private static final int LONGEST_NAME = 100;

  private final DueWork<DueNotice> due;
  private final RecallGround ground;
  private final ZoneId zone;
  private final Clock clock;
  private final RecallMails mails;
  private final Changes changes;
  private final RecallClockRepository clocked = new RecallClockRepository();
  private final RecallNoticeRepository notices = new RecallNoticeRepository();
  private final RecallDeedRepository deeds = new RecallDeedRepository();
  private final Colleagues colleagues = new Colleagues();

  RecallClockWork(
      Database database, Changes changes, RecallGround ground, ZoneId zone, Clock clock) {
    this.changes = changes;
    this.ground = ground;
    this.zone = zone;
    this.clock = clock;
    this.mails = new RecallMails(ground.mailer(), ground.words());
    this.due =
        new DueWork<>(
            "recall notices",
            database,
            clock,
            clocked::lockDue,
            this::act,
            (one, later) -> clocked.rest(database, one.id(), later));
  }

  /** Every node does it, again and again. */
  Chore chore() {
    return new Chore("clock of recall notices", PAUSE, this::round);
  }

  /** Does everything that is due now; once, however many nodes do so at the same moment. */
  void round() {
    due.doAll();
  }

  private void act(Queries transaction, DueNotice one) {
    RecallNotice notice = notices.lock(transaction, one.id(), Optional.empty()).orElseThrow();
    ReminderDays days = ReminderDays.of(transaction, ground.calendars(), zone);
    Instant now = Json.asRead(clock.instant());
    if (one.step() == ReminderDays.TELLING) {
      tell(transaction, notice, days, now);
    } else if (notice.isWaitedFor()) {
      remind(transaction, notice, one.step(), days, now);
    } else {
      clocked.did(transaction, one.id(), one.step(), Optional.empty());
    }
  }

  /** Where nobody of the company can be written to, somebody has to call at once. */
  private void tell(Queries transaction, RecallNotice notice, ReminderDays days, Instant now) {
    int told = mails.tell(transaction, notice);
    happened(transaction, notice, now, "mailed", Map.of("people", told));
    int next = told > 0 ? ReminderDays.TELLING + 1 : ReminderDays.CALLING;
    Optional<Instant> moment =
        told > 0 ? days.moment(notice.telling().last().at(), next) : Optional.of(now);
    clocked.did(transaction, notice.id(), next, moment.filter(any -> notice.isWaitedFor()));
  }

  private void remind(
      Queries transaction, RecallNotice notice, int step, ReminderDays days, Instant now) {
    Instant told = notice.telling().last().at();
    int newest = days.newest(told, step, now);
    if (newest == ReminderDays.CALLING) {
      haveSomebodyCall(transaction, notice, days, now);
    } else {
      int people = mails.remind(transaction, notice);
      happened(transaction, notice, now, "reminded", Map.of("people", people));
    }
    clocked.did(transaction, notice.id(), newest + 1, days.moment(told, newest + 1));
  }

  private void haveSomebodyCall(
      Queries transaction, RecallNotice notice, ReminderDays days, Instant now) {
    Optional<HouseMember> caller = caller(transaction, notice);
    if (caller.isEmpty()) {
      LOG.warn("Nobody works here who could call about recall notice {}", notice.id());
      return;
    }
    Language language = ground.language();
    String company = ground.companies().require(transaction, notice.company()).name();
    String title = notice.matter().words().title().in(language);
    Map<String, ?> said = Map.of("company", shortened(company), "title", title);
    ground
        .actions()
        .raise(
            transaction,
            new NewAction(
                ground.words().text(language, "recalls.call", said),
                caller.get().id(),
                days.nextDay(now),
                Optional.of(new ActionSource(SOURCE, notice.nonconformance().value(), title)),
                Set.of()),
            Actor.system(RecallEvent.CLOCK));
    happened(transaction, notice, now, "called-for", Map.of("by", caller.get().name()));
  }

  private static String shortened(String name) {
    return Excerpt.of(name, LONGEST_NAME);
  }

  /** Who looks after the company; else who keeps quality, or runs the house. */
  private Optional<HouseMember> caller(Queries transaction, RecallNotice notice) {
    List<HouseMember> some = new ArrayList<>(colleagues.managersOf(transaction, notice.company()));
    some.addAll(colleagues.inRole(transaction, Role.QUALITY_MANAGER));
    some.addAll(colleagues.inRole(transaction, Role.ADMINISTRATOR));
    return some.stream().findFirst();
  }

  private void happened(
      Queries transaction,
      RecallNotice notice,
      Instant now,
      String kind,
      Map<String, Object> body) {
    deeds.append(transaction, notice, RecallEvent.byItself(now, kind, body));
    changes.record(transaction, List.of(RecallChange.of(notice)));
  }
}
