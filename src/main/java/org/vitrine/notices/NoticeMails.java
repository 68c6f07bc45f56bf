package org.vitrine.notices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.mail.MailAddress;
import org.vitrine.mail.MailContent;
import org.vitrine.mail.Mailer;
import org.vitrine.mail.Recipient;
import org.vitrine.notices.DigestTime.DigestDay;
import org.vitrine.notices.NoticeMailRepository.MailedNotice;
import org.vitrine.notices.NoticeMailRepository.WaitingDigest;
import org.vitrine.people.Contacts;
import org.vitrine.people.MailTopics.LeftMails;
import org.vitrine.people.Unsubscribing;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.QueryFailed;
import org.vitrine.platform.words.Worded;
import org.vitrine.platform.words.Words;

/**
 * Notices by mail: at once, with whatever else happens within a minute, or once a day. A notice is
 * marked in the transaction that queues its mail, so whichever node does it, it is in one mail.
 */
final class NoticeMails {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeMails.class);
  private static final Duration GATHERED = Duration.ofMinutes(1);
  private static final Duration DIGESTS_KEPT = Duration.ofDays(90);
  private static final int PEOPLE_AT_ONCE = 200;
  private static final int LISTED_AT_MOST = 30;
  private static final long BEFORE_ALL = 0;

  private final Database database;
  private final Mailer mailer;
  private final Unsubscribing unsubscribing;
  private final Contacts contacts = new Contacts();
  private final Words words;
  private final ZoneId plantZone;
  private final Clock clock;
  private final NoticeMailRepository repository = new NoticeMailRepository();
  private final FaultsByPerson atOnce = new FaultsByPerson();
  private final FaultsByPerson digests = new FaultsByPerson();

  NoticeMails(
      Database database,
      Mailer mailer,
      Unsubscribing unsubscribing,
      Words words,
      ZoneId plantZone,
      Clock clock) {
    this.database = database;
    this.mailer = mailer;
    this.unsubscribing = unsubscribing;
    this.words = words;
    this.plantZone = plantZone;
    this.clock = clock;
  }

  /** Mails what people want to be told at once. */
  void tellAtOnce() {
    List<Long> due;
    long last = BEFORE_ALL;
    do {
      due = repository.dueAtOnce(database, clock.instant().minus(GATHERED), last, PEOPLE_AT_ONCE);
      for (long person : due) {
        last = person;
        apart(atOnce, person, () -> tellAtOnce(person));
      }
    } while (due.size() == PEOPLE_AT_ONCE);
  }

  private void tellAtOnce(long person) {
    database.inTransaction(
        transaction -> {
          mail(transaction, person, NoticeMode.AT_ONCE);
          return null;
        });
  }

  /** What cannot be said to one must not hold up the others; what holds up all is tried later. */
  private static void apart(FaultsByPerson faults, long person, Runnable mailing) {
    try {
      mailing.run();
      faults.none(person);
    } catch (Rejection.Unavailable | QueryFailed away) {
      throw away;
    } catch (RuntimeException fault) {
      if (faults.isNew(person, fault)) {
        LOG.error(
            "Cannot mail the notices of person {}; not logged again until that changes",
            person,
            fault);
      }
    }
  }

  /** Mails the digests whose hour has come where their readers are. */
  void sendDigests() {
    List<WaitingDigest> waiting;
    long last = BEFORE_ALL;
    do {
      waiting = repository.waitingForDigest(database, last, PEOPLE_AT_ONCE);
      for (WaitingDigest one : waiting) {
        last = one.person();
        apart(
            digests, one.person(), () -> due(one).ifPresent(day -> sendDigest(one.person(), day)));
      }
    } while (waiting.size() == PEOPLE_AT_ONCE);
  }

  /** What is told after the hour has passed waits for the next day. */
  private Optional<DigestDay> due(WaitingDigest one) {
    DigestTime time =
        new DigestTime(
            one.zone().flatMap(NoticeMails::zone).orElse(plantZone),
            one.hour().orElse(NoticeChoices.USUAL_HOUR));
    return Optional.of(time.newest(clock.instant())).filter(day -> !one.since().isAfter(day.at()));
  }

  private static Optional<ZoneId> zone(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  private void sendDigest(long person, DigestDay day) {
    database.inTransaction(
        transaction -> {
          if (repository.beginDigest(transaction, person, day.day(), clock.instant())) {
            mail(transaction, person, NoticeMode.DIGEST);
          }
          return null;
        });
  }

  private void mail(Queries transaction, long person, NoticeMode mode) {
    List<MailedNotice> taken =
        repository.take(transaction, person, mode, clock.instant()).stream()
            .filter(MailedNotice::wanted)
            .sorted(Comparator.comparingLong(MailedNotice::number))
            .toList();
    Optional<Recipient> reader =
        taken.isEmpty() ? Optional.empty() : contacts.recipient(transaction, person);
    if (reader.filter(to -> MailAddress.isDeliverable(to.email())).isEmpty()) {
      return;
    }
    Map<Boolean, List<MailedNotice>> owed =
        taken.stream().collect(Collectors.partitioningBy(MailedNotice::owed));
    if (!owed.get(true).isEmpty()) {
      tell(transaction, mode, reader.get(), content("mail.work", owed.get(true)));
    }
    if (!owed.get(false).isEmpty()) {
      tell(
          transaction,
          mode,
          reader.get(),
          subscribed(
              transaction,
              person,
              content(wording(mode, owed.get(false).size()), owed.get(false)),
              owed.get(false)));
    }
  }

  private void tell(Queries transaction, NoticeMode mode, Recipient to, MailContent content) {
    if (mode == NoticeMode.DIGEST) {
      mailer.tellGathered(transaction, to, content);
    } else {
      mailer.tell(transaction, to, content);
    }
  }

  private static String wording(NoticeMode mode, int notices) {
    if (mode == NoticeMode.DIGEST) {
      return "mail.digest";
    }
    return notices == 1 ? "mail.notice" : "mail.notices";
  }

  private MailContent content(String wording, List<MailedNotice> notices) {
    List<Worded> lines =
        notices.stream()
            .limit(LISTED_AT_MOST)
            .map(one -> (Worded) new Sentence(words, one.kind(), one.facts()))
            .toList();
    return MailContent.of(wording)
        .with("count", notices.size())
        .with("first", lines.getFirst())
        .with("more", notices.size() - 1)
        .listing(lines)
        .leadingTo(path(notices));
  }

  /** With a way to get no more of these. */
  private MailContent subscribed(
      Queries transaction, long person, MailContent content, List<MailedNotice> notices) {
    return unsubscribing.leftBy(
        transaction,
        content,
        new LeftMails(
            person,
            notices.stream().map(one -> one.topic().code()).distinct().sorted().toList(),
            notices.stream().flatMap(one -> one.order().stream()).distinct().toList()));
  }

  /** To what it is about, where that is one thing. */
  private static String path(List<MailedNotice> notices) {
    Set<String> paths = notices.stream().map(one -> path(one.facts())).collect(Collectors.toSet());
    return paths.size() == 1 ? paths.iterator().next() : "/notices";
  }

  static String path(ObjectNode facts) {
    if (facts.has("action")) {
      return "/actions/" + facts.get("action").asText();
    }
    if (facts.has("device")) {
      return "/devices";
    }
    if (facts.has("serial")) {
      return "/warranty";
    }
    return facts.has("message")
        ? "/messages/" + facts.get("message").asText()
        : "/orders/" + encoded(facts.path("order").asText()) + offer(facts);
  }

  /** On the page of its order, what is offered stands first. */
  private static String offer(ObjectNode facts) {
    return facts.has("offer") ? "#offer-" + facts.get("offer").asText() : "";
  }

  /** As part of a path: a number may have letters of any script. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Of which days somebody has had their digest is known for as long as it may matter. */
  void forget() {
    repository.forget(database, clock.instant().minus(DIGESTS_KEPT));
  }
}
