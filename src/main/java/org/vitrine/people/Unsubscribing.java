package org.vitrine.people;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vitrine.access.Token;
import org.vitrine.mail.MailContent;
import org.vitrine.people.MailTopics.LeftMails;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/**
 * The door for whoever answers a mail with “no more of these”: by its link alone, without being
 * signed in. The link says who leaves what; each room stops what of it is its own.
 */
public final class Unsubscribing {
  static final String PATH = "/unsubscribe/";
  private static final Duration LINKS_KEPT = Duration.ofDays(400);

  private final Database database;
  private final Clock clock;
  private final List<MailTopics> rooms = new CopyOnWriteArrayList<>();
  private final UnsubscribeRepository links = new UnsubscribeRepository();

  public Unsubscribing(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** This room is told when somebody leaves something of its own. */
  public void endedBy(MailTopics room) {
    rooms.add(room);
  }

  /**
   * The same mail with a way to get no more such, of which only the hash is kept.
   *
   * @param left what of this person it ends
   */
  public MailContent leftBy(Queries transaction, MailContent content, LeftMails left) {
    Token link = Token.random();
    links.keep(transaction, link, left, clock.instant());
    return content.unsubscribedAt(PATH + link.text());
  }

  /** The topics that the link would end; it changes nothing. */
  List<String> topics(Token link) {
    LeftMails left = require(database, link);
    return rooms.stream().flatMap(room -> own(room, left).stream()).toList();
  }

  /** The same link again changes nothing more. */
  void end(Token link) {
    database.inTransaction(
        transaction -> {
          LeftMails left = require(transaction, link);
          for (MailTopics room : rooms) {
            List<String> own = own(room, left);
            if (!own.isEmpty()) {
              room.leave(transaction, new LeftMails(left.person(), own, left.orders()));
            }
          }
          return null;
        });
  }

  private LeftMails require(Queries queries, Token link) {
    return links
        .find(queries, link)
        .orElseThrow(() -> new Rejection.NotFound("This link is not valid, or it has expired"));
  }

  /** One that only another version knows, which may run beside this one, is passed over. */
  private static List<String> own(MailTopics room, LeftMails left) {
    Collection<String> codes = room.codes();
    return left.topics().stream().filter(codes::contains).toList();
  }

  /** A link works for as long as a mail may lie unread. */
  void addSweeps(Sweeps sweeps) {
    sweeps.add(
        "links that end mails", () -> links.forget(database, clock.instant().minus(LINKS_KEPT)));
  }
}
