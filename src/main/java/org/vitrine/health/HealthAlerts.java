package org.vitrine.health;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.access.Role;
import org.vitrine.mail.MailContent;
import org.vitrine.mail.Mailer;
import org.vitrine.people.Colleagues;
import org.vitrine.people.Contacts;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.health.HealthFinding;
import org.vitrine.platform.health.HealthFinding.HealthState;

/** Writes to administrators when something turns bad, and when it is well again: once each. */
final class HealthAlerts {
  private final Database database;
  private final Health health;
  private final Colleagues colleagues;
  private final Contacts contacts;
  private final Mailer mailer;
  private final HealthSentence sentence;
  private final Clock clock;
  private final HealthAlertRepository repository = new HealthAlertRepository();

  HealthAlerts(
      Database database,
      Health health,
      Colleagues colleagues,
      Contacts contacts,
      Mailer mailer,
      HealthSentence sentence,
      Clock clock) {
    this.database = database;
    this.health = health;
    this.colleagues = colleagues;
    this.contacts = contacts;
    this.mailer = mailer;
    this.sentence = sentence;
    this.clock = clock;
  }

  /** Looks once; of all nodes, one does at a time. */
  void look() {
    Instant now = clock.instant();
    Map<String, HealthFinding> bad =
        health.findings(database, now).stream()
            .filter(finding -> finding.state() == HealthState.BAD)
            .collect(
                Collectors.toMap(HealthFinding::kind, Function.identity(), (one, other) -> one));
    database.inTransaction(
        transaction -> {
          if (repository.takeTurn(transaction)) {
            compare(transaction, bad, now);
          }
          return null;
        });
  }

  private void compare(Queries transaction, Map<String, HealthFinding> bad, Instant now) {
    Set<String> fresh = new HashSet<>(bad.keySet());
    for (HealthAlert alert : repository.all(transaction)) {
      fresh.remove(alert.kind());
      act(transaction, alert, bad.get(alert.kind()), now);
    }
    for (String kind : fresh) {
      repository.save(transaction, HealthAlert.begun(kind, now));
    }
  }

  private void act(Queries transaction, HealthAlert alert, HealthFinding finding, Instant now) {
    switch (alert.word(finding != null, now)) {
      case NOTHING -> repository.save(transaction, alert.seen(finding != null, now));
      case BAD -> {
        repository.save(transaction, alert.seen(true, now));
        tell(
            transaction,
            MailContent.of("mail.health.bad")
                .with("since", alert.since())
                .listing(List.of(sentence.of(finding, now))));
      }
      case WELL_AGAIN -> {
        repository.remove(transaction, alert.kind());
        tell(
            transaction,
            MailContent.of("mail.health.well")
                .with("since", alert.since())
                .listing(List.of(sentence.titleOf(alert.kind()))));
      }
      case NEVER_MIND -> repository.remove(transaction, alert.kind());
    }
  }

  private void tell(Queries transaction, MailContent content) {
    for (Colleagues.HouseMember member : colleagues.inRole(transaction, Role.ADMINISTRATOR)) {
      contacts
          .recipient(transaction, member.id())
          .ifPresent(to -> mailer.owe(transaction, to, content.leadingTo("/health")));
    }
  }
}
