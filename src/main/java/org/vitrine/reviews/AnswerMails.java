package org.vitrine.reviews;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vitrine.mail.MailContent;
import org.vitrine.mail.Mailer;
import org.vitrine.people.Contacts;
import org.vitrine.platform.Chore;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.words.Worded;
import org.vitrine.platform.words.Words;
import org.vitrine.reviews.ProposalAnswerRepository.ToldAnswer;
import org.vitrine.reviews.ProposalAnswerRepository.Untold;

/**
 * Tells by mail what became of proposals: one mail a person for everything that was answered since
 * the last, written in the transaction that marks it as told.
 */
final class AnswerMails {
  private static final Duration EVERY = Duration.ofSeconds(3);
  private static final int LISTED = 20;

  private final Database database;
  private final Mailer mailer;
  private final Words words;
  private final Clock clock;
  private final Contacts contacts = new Contacts();
  private final ProposalGroupRepository groups = new ProposalGroupRepository();
  private final ProposalAnswerRepository repository = new ProposalAnswerRepository();

  AnswerMails(Database database, Mailer mailer, Words words, Clock clock) {
    this.database = database;
    this.mailer = mailer;
    this.words = words;
    this.clock = clock;
  }

  Chore chore() {
    return new Chore("answers to proposals", EVERY, this::tellAll);
  }

  void tellAll() {
    while (database.inTransaction(this::tellOne)) {
      // One person after the other, each in a transaction of its own.
    }
  }

  private boolean tellOne(Queries transaction) {
    Instant now = clock.instant();
    return repository
        .untold(transaction)
        .map(
            untold -> {
              groups.hold(transaction, untold.review()); // As whoever answers does: one at a time.
              tell(transaction, untold, repository.tell(transaction, untold, now));
              return true;
            })
        .orElse(false);
  }

  private void tell(Queries transaction, Untold untold, List<ToldAnswer> answers) {
    if (answers.isEmpty()) {
      return;
    }
    List<Worded> lines = answers.stream().limit(LISTED).map(this::line).toList();
    contacts
        .recipient(transaction, untold.person(), untold.company())
        .ifPresent(
            to ->
                mailer.tellGathered(
                    transaction,
                    to,
                    MailContent.of("mail.proposals-answered")
                        .with("count", answers.size())
                        .with("review", answers.getFirst().review())
                        .listing(lines)
                        .leadingTo("/reviews/" + untold.review())));
  }

  private Worded line(ToldAnswer answer) {
    return language ->
        words.text(
            language,
            "mail.proposal."
                + answer.kind().code()
                + (answer.reason().isPresent() ? "-because" : ""),
            Map.of("text", answer.text(), "reason", answer.reason().orElse("")));
  }
}
