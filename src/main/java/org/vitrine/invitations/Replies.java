package org.vitrine.invitations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vitrine.invitations.Invitation.Given;
import org.vitrine.invitations.InvitationReply.ReplyOutcome;
import org.vitrine.invitations.ReplyRepository.About;
import org.vitrine.invitations.ReplyRepository.ReplyEntry;
import org.vitrine.mail.ReceivedMail;
import org.vitrine.mail.Recipient;
import org.vitrine.people.Contacts;
import org.vitrine.people.Contacts.NamedContact;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/**
 * What mail programs reply. A reply counts where its uid carries the key of an invitation and its
 * sender is whoever was asked, whether or not it says who the organizer is. What does not count is
 * kept with the reason; what does not explain itself is for staff to see.
 */
final class Replies {
  private static final Duration KEPT = Duration.ofDays(90);
  private static final int COLLEAGUES_LOOKED_AT = 1_000;
  private static final Set<String> PRECEDENCE = Set.of("bulk", "junk", "list", "auto_reply");

  private final Database database;
  private final Invitations invitations;
  private final Clock clock;
  private final ReplyRepository repository = new ReplyRepository();
  private final Contacts contacts = new Contacts();

  Replies(Database database, Invitations invitations, Clock clock) {
    this.database = database;
    this.invitations = invitations;
    this.clock = clock;
  }

  List<InvitationReply> unexplained(Optional<String> kind, Optional<Long> number) {
    if (kind.isPresent() != number.isPresent()) {
      throw new Rejection.Invalid(
          kind.isPresent() ? "number" : "kind", "Give both kind and number, or neither");
    }
    return repository.unexplained(
        database, kind.map(name -> new About(name, number.orElseThrow())));
  }

  /** Acts on a mail, in the transaction in which the mailbox is read on; the same mail once. */
  void take(Queries transaction, ReceivedMail mail) {
    Optional<ReplyText> text =
        mail.calendar().map(ReplyText::read).orElse(Optional.of(ReplyText.UNREADABLE));
    if (text.isEmpty() || repository.isKnown(transaction, mail.id())) {
      return;
    }
    Judged judged = judged(transaction, mail, text.get());
    repository.add(
        transaction,
        new ReplyEntry(
            mail.id(),
            judged.about(),
            judged.asked().map(one -> one.invitation().person()),
            ReplyText.bounded(mail.from()),
            text.get(),
            mail.receivedAt(),
            judged.outcome()));
  }

  /**
   * What becomes of a reply.
   *
   * @param asked who was asked, where that is known
   * @param about what it is about, where that is ours
   */
  private record Judged(
      Optional<StoredInvitation> asked, Optional<Occasion> about, ReplyOutcome outcome) {
    static Judged of(StoredInvitation asked, ReplyOutcome outcome) {
      return new Judged(Optional.of(asked), Optional.of(asked.occasion()), outcome);
    }

    static Judged of(ReplyOutcome outcome) {
      return new Judged(Optional.empty(), Optional.empty(), outcome);
    }
  }

  private Judged judged(Queries transaction, ReceivedMail mail, ReplyText text) {
    if (text.equals(ReplyText.UNREADABLE)) {
      return Judged.of(ReplyOutcome.UNREADABLE);
    }
    int dot = text.uid().indexOf('.');
    String key = text.uid().substring(0, Math.max(0, dot));
    String uid = text.uid().substring(dot + 1);
    List<StoredInvitation> known =
        invitations.book().invitations().byKey(transaction, key).stream()
            .filter(one -> one.occasion().uid().equals(uid))
            .toList();
    if (known.isEmpty()) {
      return withoutKey(transaction, mail, uid);
    }
    Optional<StoredInvitation> about = known.stream().filter(one -> isAbout(text, one)).findFirst();
    StoredInvitation asked = about.orElse(known.getFirst());
    if (isMachine(mail)) {
      return Judged.of(asked, ReplyOutcome.MACHINE);
    }
    if (!isFrom(transaction, mail, asked.invitation())) {
      return Judged.of(asked, ReplyOutcome.STRANGER);
    }
    if (isRefusedByOurServer(mail)) {
      return Judged.of(asked, ReplyOutcome.FORGED);
    }
    return Judged.of(
        asked,
        about.isEmpty() ? ReplyOutcome.UNKNOWN_DATE : counted(transaction, mail, text, asked));
  }

  private static boolean isAbout(ReplyText text, StoredInvitation one) {
    return text.date()
        .map(date -> date.isOf(one.occasion()))
        .orElseGet(() -> !one.occasion().isDateOfSeries());
  }

  /** Ours without a key that is: somebody who was asked is written on it, or a stranger. */
  private Judged withoutKey(Queries queries, ReceivedMail mail, String uid) {
    Optional<StoredOccasion> ours = invitations.book().occasions().byUid(queries, uid);
    if (ours.isEmpty()) {
      return Judged.of(ReplyOutcome.NOT_OURS);
    }
    InvitationRepository stored = invitations.book().invitations();
    Occasion occasion = ours.get().occasion();
    return stored
        .byAddress(queries, occasion, mail.from())
        .map(named -> Judged.of(named, ReplyOutcome.FORGED))
        .orElseGet(
            () -> new Judged(Optional.empty(), Optional.of(occasion), ReplyOutcome.STRANGER));
  }

  /**
   * Absence notes and lists answer by themselves (RFC 3834). A calendar that sends its owner’s
   * answer says {@code auto-generated}, as Google’s does: that is no machine’s own answer.
   */
  private static boolean isMachine(ReceivedMail mail) {
    String submitted = mail.header("auto-submitted");
    boolean byItself =
        !submitted.isEmpty()
            && !submitted.startsWith("no")
            && !submitted.startsWith("auto-generated");
    return byItself
        || PRECEDENCE.contains(mail.header("precedence").strip())
        || !mail.header("x-autoreply").isEmpty()
        || !mail.header("x-autorespond").isEmpty()
        || !mail.header("list-id").isEmpty();
  }

  private boolean isFrom(Queries queries, ReceivedMail mail, Invitation asked) {
    return asked
        .company()
        .map(company -> contacts.recipient(queries, asked.person(), company))
        .orElseGet(() -> contacts.recipient(queries, asked.person()))
        .map(Recipient::email)
        .filter(mail.from()::equalsIgnoreCase)
        .isPresent();
  }

  /** What our own server found out of the sender stands above all else that says so (RFC 8601). */
  private static boolean isRefusedByOurServer(ReceivedMail mail) {
    return mail.header("authentication-results").contains("dmarc=fail");
  }

  private ReplyOutcome counted(
      Queries transaction, ReceivedMail mail, ReplyText text, StoredInvitation asked) {
    Instant now = clock.instant();
    int sequence = asked.invitation().sequence();
    if (!asked.isOpen(now)) {
      return ReplyOutcome.TOO_LATE;
    }
    if (text.sequence().orElse(sequence) < sequence) {
      if (invitations.book().writer().retell(transaction, asked.invitation().number())) {
        invitations.mails().changedMeanwhile(transaction, asked, now);
      }
      return ReplyOutcome.OLD_SEQUENCE;
    }
    Instant written = text.written().filter(stamp -> stamp.isBefore(now)).orElse(now);
    if (newest(asked).filter(written::isBefore).isPresent()) {
      return ReplyOutcome.OLDER;
    }
    return answer(transaction, text, asked)
        .map(answer -> answered(transaction, asked, answer, written))
        .orElse(
            text.answer().equals("delegated")
                ? ReplyOutcome.UNKNOWN_COLLEAGUE
                : ReplyOutcome.UNREADABLE);
  }

  /** When they answered last, by whatever way; the stamps of mail programs are whole seconds. */
  private static Optional<Instant> newest(StoredInvitation asked) {
    Optional<Instant> said =
        asked
            .invitation()
            .answered()
            .filter(given -> given.way() == AnswerWay.PAGE || given.way() == AnswerWay.HOUSE)
            .map(Given::at);
    return Stream.of(said, asked.repliedAt())
        .flatMap(Optional::stream)
        .max(Instant::compareTo)
        .map(at -> at.truncatedTo(ChronoUnit.SECONDS));
  }

  private ReplyOutcome answered(
      Queries transaction, StoredInvitation asked, GiveAnswer answer, Instant written) {
    try {
      transaction.attempt(
          inner ->
              invitations.answering().answer(inner, asked, answer, Answering.Way.mail(written)));
      return ReplyOutcome.COUNTED;
    } catch (Rejection.Gone over) {
      return ReplyOutcome.TOO_LATE;
    } catch (Rejection.Conflict changed) {
      return ReplyOutcome.OLD_SEQUENCE;
    }
  }

  private Optional<GiveAnswer> answer(Queries queries, ReplyText text, StoredInvitation asked) {
    Optional<String> note = GiveAnswer.cut(text.note());
    Optional<Integer> sequence = Optional.of(asked.invitation().sequence());
    return switch (text.answer()) {
      case "accepted" ->
          Optional.of(new GiveAnswer(InvitationState.ACCEPTED, note, Optional.empty(), sequence));
      case "declined" ->
          Optional.of(new GiveAnswer(InvitationState.DECLINED, note, Optional.empty(), sequence));
      case "tentative" ->
          Optional.of(new GiveAnswer(InvitationState.TENTATIVE, note, Optional.empty(), sequence));
      case "delegated" ->
          colleague(queries, text, asked)
              .map(
                  person ->
                      new GiveAnswer(
                          InvitationState.DECLINED, note, Optional.of(person), sequence));
      default -> Optional.empty();
    };
  }

  private Optional<Long> colleague(Queries queries, ReplyText text, StoredInvitation asked) {
    return asked
        .invitation()
        .company()
        .map(company -> contacts.named(queries, company, COLLEAGUES_LOOKED_AT))
        .orElse(List.of())
        .stream()
        .filter(one -> text.delegate().filter(one.email()::equalsIgnoreCase).isPresent())
        .filter(one -> one.id() != asked.invitation().person())
        .map(NamedContact::id)
        .findFirst();
  }

  void addSweeps(Sweeps sweeps) {
    sweeps.add(
        "replies to invitations", () -> repository.forget(database, clock.instant().minus(KEPT)));
    sweeps.add(
        "links of invitations",
        () -> invitations.book().writer().forgetLinks(database, clock.instant()));
  }
}
