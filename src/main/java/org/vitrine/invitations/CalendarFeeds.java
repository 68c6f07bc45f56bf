package org.vitrine.invitations;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.vitrine.access.Token;
import org.vitrine.mail.Recipient;
import org.vitrine.people.Contacts;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.web.CachedReply;

/**
 * What calendars subscribe to: by a secret address that its owner can renew and stop. Only its hash
 * is kept, so it is shown once.
 */
final class CalendarFeeds {
  private static final String ICALENDAR = "text/calendar; charset=utf-8";
  private static final Duration PAST = Duration.ofDays(90);
  private static final int MOST = 500;

  private final Database database;
  private final Invitations invitations;
  private final Clock clock;
  private final CalendarFeedRepository repository = new CalendarFeedRepository();
  private final Contacts contacts = new Contacts();

  CalendarFeeds(Database database, Invitations invitations, Clock clock) {
    this.database = database;
    this.invitations = invitations;
    this.clock = clock;
  }

  /** Since when somebody's calendar can subscribe; absent where it cannot. */
  record FeedState(Optional<Instant> madeAt) {}

  FeedState of(long person) {
    return new FeedState(repository.madeAt(database, person));
  }

  /** A new address; the one before ends. */
  Token renew(long person) {
    Token token = Token.random();
    repository.save(database, person, token, clock.instant());
    return token;
  }

  void stop(long person) {
    repository.delete(database, person);
  }

  /** What stands behind the address; the same content has the same tag. */
  CachedReply read(Token token) {
    long person = repository.person(database, token).orElseThrow(CalendarFeeds::none);
    Recipient reader = contacts.recipient(database, person).orElseThrow(CalendarFeeds::none);
    List<StoredInvitation> asked =
        invitations
            .book()
            .invitations()
            .all(database, repository.asked(database, person, clock.instant().minus(PAST), MOST));
    String text =
        invitations
            .mails()
            .calendar()
            .feed(
                apart(asked), dates(database, asked), new CalendarReader(reader, Optional.empty()));
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    return new CachedReply(DigestUtils.sha256Hex(content).substring(0, 32), ICALENDAR, content);
  }

  /** A date stands in its series where somebody is asked to both. */
  private static List<StoredInvitation> apart(List<StoredInvitation> asked) {
    List<String> series =
        asked.stream()
            .map(StoredInvitation::occasion)
            .filter(one -> one.rule().isPresent())
            .map(Occasion::uid)
            .toList();
    return asked.stream()
        .filter(one -> !one.occasion().isDateOfSeries() || !series.contains(one.occasion().uid()))
        .toList();
  }

  private Map<String, List<StoredOccasion>> dates(Queries queries, List<StoredInvitation> asked) {
    Map<String, List<StoredOccasion>> dates = new HashMap<>();
    asked.stream()
        .map(StoredInvitation::occasion)
        .filter(one -> one.rule().isPresent())
        .forEach(
            one ->
                dates.put(
                    one.uid(),
                    invitations.book().occasions().dates(queries, one.uid(), Instant.EPOCH)));
    return dates;
  }

  private static Rejection none() {
    return new Rejection.NotFound("There is no calendar at this address");
  }
}
