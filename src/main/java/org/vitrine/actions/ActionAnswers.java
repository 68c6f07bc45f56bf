package org.vitrine.actions;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.access.Token;
import org.vitrine.actions.ActionQuestionRepository.ActionQuestion;
import org.vitrine.mail.Recipient;
import org.vitrine.people.Contacts;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/**
 * What is answered by a link in a mail: did it work? The link has a secret of its own; looking at
 * what it asks changes nothing, and it is answered once.
 */
final class ActionAnswers {
  private final Database database;
  private final Actions actions;
  private final ActionDesk desk;
  private final Clock clock;
  private final ActionReader reader;
  private final ActionQuestionRepository questions = new ActionQuestionRepository();
  private final Contacts contacts = new Contacts();

  ActionAnswers(Database database, Actions actions, ActionDesk desk, Clock clock) {
    this.database = database;
    this.actions = actions;
    this.desk = desk;
    this.clock = clock;
    this.reader = actions.reader();
  }

  /** What a link asks about, as the company of whoever was asked reads it. */
  ObjectNode look(Token token) {
    ActionQuestion question =
        questions.find(database, token, clock.instant()).orElseThrow(ActionAnswers::over);
    return reader.one(question.action(), question.company()).orElseThrow(ActionAnswers::over);
  }

  /** The action is locked before the question, as by whoever answers on a page. */
  Action answer(Token token, boolean worked, Optional<String> word) {
    if (!worked && word.isEmpty()) {
      throw Actions.whatDidNotWork();
    }
    return database.inTransaction(
        transaction -> {
          ActionQuestion asked =
              questions.find(transaction, token, clock.instant()).orElseThrow(ActionAnswers::over);
          desk.lock(transaction, asked.action());
          ActionQuestion question =
              questions
                  .answer(transaction, token, clock.instant())
                  .orElseThrow(ActionAnswers::over);
          return actions.answer(
              transaction,
              question.action(),
              question.company(),
              worked,
              word,
              by(transaction, question));
        });
  }

  /** Whoever was asked, if they still belong to the company. */
  private Actor by(Queries queries, ActionQuestion question) {
    Recipient contact =
        contacts
            .recipient(queries, question.person(), question.company())
            .orElseThrow(ActionAnswers::over);
    return new Actor(
        Actor.ActorKind.PERSON, Optional.of(question.person()), contact.name(), Optional.empty());
  }

  private static Rejection over() {
    return new Rejection.Gone("This link has expired, or was used before");
  }
}
