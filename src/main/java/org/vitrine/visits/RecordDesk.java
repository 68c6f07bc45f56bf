package org.vitrine.visits;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;
import org.vitrine.access.Actor;
import org.vitrine.actions.ActionSource;
import org.vitrine.actions.NewAction;
import org.vitrine.companies.Company;
import org.vitrine.photos.PhotoId;
import org.vitrine.photos.PhotoOwner;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.visits.NoteVisit.NotedPromise;
import org.vitrine.visits.NoteVisit.NotedWish;
import org.vitrine.visits.Visit.VisitPerson;
import org.vitrine.visits.VisitAudience.ForVisiting;
import org.vitrine.visits.VisitRecord.LineSort;
import org.vitrine.visits.VisitRecord.RecordLine;
import org.vitrine.visits.VisitRecord.RecordMark;
import org.vitrine.visits.VisitRecordRepository.SentRecord;
import org.vitrine.visits.VisitRepository.VisitEvent;
import org.vitrine.voices.SaidElsewhere;
import org.vitrine.voices.VoiceKind;
import org.vitrine.voices.VoiceOrigin;
import org.vitrine.voices.VoiceParty;

/**
 * Where it is written what was said at a visit, in one act: each wish becomes a message in the name
 * of who had it, and each promise an action, or nothing of it is kept.
 */
final class RecordDesk {
  /** So long the company may say it otherwise. */
  static final Duration OPEN = Duration.ofDays(7);

  private static final String SOURCE = "visit";

  private final VisitDesk desk;
  private final VisitGround ground;
  private final Optional<VisitMails> mails;
  private final VisitGuests guests = new VisitGuests();
  private final VisitRepository visits = new VisitRepository();
  private final VisitRecordRepository records = new VisitRecordRepository();

  private RecordDesk(VisitDesk desk, VisitGround ground, Optional<VisitMails> mails) {
    this.desk = desk;
    this.ground = ground;
    this.mails = mails;
  }

  RecordDesk(VisitDesk desk, VisitGround ground) {
    this(desk, ground, Optional.of(new VisitMails(ground.mailer())));
  }

  /** For what was noted elsewhere long ago and is only brought here: nobody is written to. */
  RecordDesk quiet() {
    return new RecordDesk(desk, ground, Optional.empty());
  }

  /**
   * The same under the same id changes nothing; false then. Throws {@link Rejection.Conflict} where
   * something else was noted, under this id or of this visit.
   */
  boolean note(ForVisiting who, VisitNumber number, NoteVisit wanted, Actor by) {
    String digest = DigestUtils.sha256Hex(Json.text(wanted));
    return desk.act(
        who,
        number,
        Optional.empty(),
        (transaction, visit) -> {
          Optional<SentRecord> sent = records.sent(transaction, number, wanted.id());
          if (sent.isPresent()) {
            requireSame(sent.get(), new SentRecord(number, digest));
            return false;
          }
          VisitDesk.requireOpen(visit);
          if (visit.plan().at().isAfter(desk.now())) {
            throw new Rejection.Conflict("It has not begun; move it if it was earlier");
          }
          write(transaction, visit, wanted, digest, by);
          return true;
        });
  }

  private static void requireSame(SentRecord before, SentRecord now) {
    if (!before.visit().equals(now.visit())) {
      throw otherVisit();
    }
    if (!before.digest().equals(now.digest())) {
      throw new Rejection.Conflict("It was noted already, with something else in it");
    }
  }

  private static Rejection otherVisit() {
    return new Rejection.Conflict("id", "Another visit was noted under this id");
  }

  private void write(Queries transaction, Visit visit, NoteVisit wanted, String digest, Actor by) {
    Instant now = desk.now();
    Company company = ground.companies().require(transaction, visit.company());
    List<RecordLine> lines = new ArrayList<>();
    wanted.facts().forEach(fact -> lines.add(line(lines, LineSort.FACT, fact)));
    for (int at = 0; at < wanted.wishes().size(); at++) {
      NotedWish wish = wanted.wishes().get(at);
      lines.add(
          line(lines, LineSort.WISH, wish.text())
              .becoming(
                  named(
                      "wishes[%d]".formatted(at),
                      () -> voice(transaction, visit, company, wanted, wish))));
    }
    for (int at = 0; at < wanted.promises().size(); at++) {
      NotedPromise promise = wanted.promises().get(at);
      lines.add(
          line(lines, LineSort.PROMISE, promise.text())
              .becoming(
                  named(
                      "promises[%d]".formatted(at),
                      () -> action(transaction, visit, promise, by))));
    }
    VisitRecord record =
        new VisitRecord(
            visit.number(),
            wanted.id(),
            wanted.present(),
            wanted.photos(),
            new RecordMark(now, by.name()),
            now.plus(OPEN),
            Optional.empty(),
            lines);
    ground
        .photos()
        .use(
            transaction,
            new PhotoOwner("person " + by.id().orElseThrow(), Optional.empty()),
            visit.company(),
            wanted.photos().stream().map(PhotoId::new).toList(),
            "visits/" + visit.number());
    if (!records.add(transaction, visit.company(), record, digest)) {
      throw otherVisit();
    }
    visits.become(
        transaction, visit.number(), VisitState.MADE, now, Optional.of(record.openUntil()));
    visits.happened(
        transaction,
        VisitEvent.of(visit.number(), now, "made", by.name()),
        Map.of("lines", lines.size()));
    desk.told(transaction, visit);
    mails.ifPresent(some -> some.noted(transaction, visit, record));
  }

  private static RecordLine line(List<RecordLine> before, LineSort sort, String text) {
    return RecordLine.of(before.size() + 1, sort, text.strip());
  }

  private long voice(
      Queries transaction, Visit visit, Company company, NoteVisit wanted, NotedWish wish) {
    String name =
        wish.said()
            .or(() -> wanted.present().theirs().stream().findFirst())
            .or(() -> visit.with().stream().map(VisitPerson::name).findFirst())
            .orElse(company.name());
    Optional<Long> known =
        visit.with().stream()
            .filter(one -> one.name().equals(name))
            .map(VisitPerson::id)
            .findFirst();
    return ground
        .voices()
        .note(
            transaction,
            visit.company(),
            new SaidElsewhere(
                new VoiceOrigin(SOURCE, visit.number().toString()),
                new VoiceParty(VoiceParty.VoiceSide.CUSTOMER, known, name),
                VoiceKind.WISH,
                wish.text()))
        .value();
  }

  private long action(Queries transaction, Visit visit, NotedPromise promise, Actor by) {
    VisitPerson owner =
        Optional.ofNullable(promise.owner())
            .map(email -> guests.colleague(transaction, "owner", Optional.of(email), by))
            .orElse(visit.plan().by());
    String label = ground.words().source(visit.plan().kind(), visit.plan().at());
    return ground
        .actions()
        .raise(
            transaction,
            new NewAction(
                promise.text(),
                owner.id(),
                promise.due(),
                Optional.of(new ActionSource(SOURCE, visit.number().value(), label)),
                Set.of(visit.company())),
            by)
        .value();
  }

  /** What another room refuses is said at the line whose it is. */
  private static long named(String line, Supplier<Long> work) {
    try {
      return work.get();
    } catch (Rejection.Invalid refused) {
      throw new Rejection.Invalid(line + "." + refused.field(), refused.getMessage());
    }
  }
}
