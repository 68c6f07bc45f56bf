package org.vitrine.invitations;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.vitrine.access.Token;
import org.vitrine.invitations.StoredOccasion.Called;
import org.vitrine.mail.MailAddress;
import org.vitrine.mail.MailCalendar;
import org.vitrine.mail.MailContent;
import org.vitrine.mail.Mailer;
import org.vitrine.mail.Recipient;
import org.vitrine.people.Contacts;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.words.Language;
import org.vitrine.platform.words.Words;

/**
 * What is written to those who are asked, in the queue of what is told, so that nobody waits for a
 * link to sign in while hundreds are asked: one mail a person, with a link of its own to answer by
 * and, where there is a mailbox for answers, with what their calendar needs.
 */
public final class InvitationMails {
  static final String PAGE = "/invitation";
  private static final Duration LINKS_LAST = Duration.ofDays(30);

  private final InvitationEntryRepository writer;
  private final OccasionRepository occasions = new OccasionRepository();
  private final Postage post;
  private final InvitationWords words;
  private final InvitationCalendar calendar;
  private final Contacts contacts = new Contacts();

  InvitationMails(InvitationEntryRepository writer, Postage post) {
    this.writer = writer;
    this.post = post;
    this.words = new InvitationWords(post.words(), post.languages());
    this.calendar = new InvitationCalendar(post.organizer(), post.manufacturer(), words);
  }

  /**
   * How mails go out.
   *
   * @param organizer the mailbox that they come from; absent where nobody takes our mail: then they
   *     bring nothing for a calendar
   * @param address where people reach us
   * @param zone of whoever has not said where they are
   */
  public record Postage(
      Mailer mailer,
      Optional<MailAddress> organizer,
      String manufacturer,
      Supplier<URI> address,
      Words words,
      List<Language> languages,
      ZoneId zone) {}

  /** A mail as it is made: to whom, with which link. */
  private record Letter(StoredInvitation asked, Recipient to, String path) {}

  /** What brings an invitation to somebody’s calendar. */
  @FunctionalInterface
  private interface Enclosed {
    Optional<MailCalendar> in(Letter letter, CalendarReader reader);
  }

  private static final Enclosed NOTHING = (letter, reader) -> Optional.empty();

  void invited(Queries transaction, List<StoredInvitation> added, Instant now) {
    if (!added.isEmpty()) {
      Enclosed request = request(transaction, added.getFirst().occasion(), now);
      added.forEach(one -> send(transaction, one, "mail.asked", request));
    }
  }

  void invitedInstead(
      Queries transaction, List<StoredInvitation> added, Invitation from, Instant now) {
    added.forEach(
        one ->
            send(
                transaction,
                one,
                "mail.asked-instead",
                request(transaction, one.occasion(), now),
                content -> content.with("from", from.name())));
  }

  /** A series comes with those of its dates that are not as it says. */
  private Enclosed request(Queries queries, Occasion occasion, Instant now) {
    List<StoredOccasion> dates =
        occasion.rule().isEmpty() ? List.of() : occasions.dates(queries, occasion.uid(), now);
    return (letter, reader) -> calendar.request(letter.asked(), dates, reader, now);
  }

  /** Its time, place or series is another: whoever is asked answers anew. */
  void changed(
      Queries transaction, StoredOccasion after, List<StoredInvitation> asked, Instant now) {
    String kind = after.occasion().isDateOfSeries() ? "mail.asked-date" : "mail.asked-again";
    asked.forEach(
        one ->
            send(
                transaction,
                one,
                kind,
                (letter, reader) -> calendar.request(letter.asked(), List.of(), reader, now),
                content ->
                    after
                        .occasion()
                        .recurrence()
                        .map(was -> was.atZone(after.occasion().zone()).toInstant())
                        .map(was -> content.with("was", was))
                        .orElse(content)));
  }

  void cancelled(Queries transaction, Called called, List<StoredInvitation> asked, Instant now) {
    asked.stream()
        .filter(one -> one.state() != InvitationState.DECLINED)
        .forEach(
            one ->
                tell(
                    transaction,
                    one,
                    "mail.called-off",
                    (letter, reader) ->
                        calendar.cancel(letter.asked(), Optional.of(called.reason()), reader, now),
                    content -> content.with("reason", called.reason())));
  }

  void withdrawn(Queries transaction, StoredInvitation asked, Instant now) {
    tell(
        transaction,
        asked,
        "mail.not-asked",
        (letter, reader) -> calendar.cancel(letter.asked(), Optional.empty(), reader, now),
        content -> content);
  }

  void movedUp(Queries transaction, StoredInvitation seated, Instant now) {
    send(transaction, seated, "mail.seat-is-yours", NOTHING);
  }

  void offered(Queries transaction, StoredInvitation waiting, Instant now) {
    send(transaction, waiting, "mail.seat-is-free", NOTHING);
  }

  void waits(Queries transaction, StoredInvitation waiting, Instant now) {
    send(transaction, waiting, "mail.all-seats-are-taken", NOTHING);
  }

  /** They answered what is not so any more; what it is now goes along. */
  void changedMeanwhile(Queries transaction, StoredInvitation asked, Instant now) {
    send(
        transaction,
        asked,
        "mail.changed-meanwhile",
        (letter, reader) -> calendar.request(letter.asked(), List.of(), reader, now));
  }

  void comingUp(Queries transaction, StoredInvitation asked, ZonedDateTime date, Instant now) {
    String kind =
        asked.state() == InvitationState.ASKED ? "mail.coming-up-unanswered" : "mail.coming-up";
    send(transaction, asked, kind, NOTHING, content -> content.with("start", date.toInstant()));
  }

  private void send(Queries transaction, StoredInvitation asked, String kind, Enclosed enclosed) {
    send(transaction, asked, kind, enclosed, content -> content);
  }

  /** With a link to answer by. */
  private void send(
      Queries transaction,
      StoredInvitation asked,
      String kind,
      Enclosed enclosed,
      UnaryOperator<MailContent> more) {
    recipient(transaction, asked.invitation())
        .ifPresent(
            to -> {
              Token token = Token.random();
              writer.link(
                  transaction,
                  token,
                  asked.invitation().number(),
                  asked.occasion().ends().plus(LINKS_LAST));
              String path = PAGE + "#" + token.text();
              write(
                  transaction,
                  new Letter(asked, to, path),
                  kind,
                  enclosed,
                  content -> more.apply(content.leadingTo(path)));
            });
  }

  /** There is nothing to answer any more. */
  private void tell(
      Queries transaction,
      StoredInvitation asked,
      String kind,
      Enclosed enclosed,
      UnaryOperator<MailContent> more) {
    recipient(transaction, asked.invitation())
        .ifPresent(to -> write(transaction, new Letter(asked, to, ""), kind, enclosed, more));
  }

  private void write(
      Queries transaction,
      Letter letter,
      String kind,
      Enclosed enclosed,
      UnaryOperator<MailContent> more) {
    Occasion occasion = letter.asked().occasion();
    MailContent content =
        more.apply(
            MailContent.of(kind)
                .with("title", occasion.title())
                .with("start", occasion.begins())
                .with("minutes", occasion.length().toMinutes())
                .listing(words.lines(occasion)));
    post.mailer()
        .tell(
            transaction,
            letter.to(),
            enclosed.in(letter, reader(letter)).map(content::bringing).orElse(content));
  }

  private CalendarReader reader(Letter letter) {
    return new CalendarReader(
        letter.to(),
        letter.path().isEmpty()
            ? Optional.empty()
            : Optional.of(post.address().get() + letter.path()));
  }

  private Optional<Recipient> recipient(Queries queries, Invitation asked) {
    return asked
        .company()
        .map(company -> contacts.recipient(queries, asked.person(), company))
        .orElseGet(() -> contacts.recipient(queries, asked.person()));
  }

  InvitationCalendar calendar() {
    return calendar;
  }

  Optional<MailAddress> organizer() {
    return post.organizer();
  }
}
