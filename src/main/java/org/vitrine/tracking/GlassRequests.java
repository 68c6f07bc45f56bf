package org.vitrine.tracking;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.access.AuditAction;
import org.vitrine.access.Sessions;
import org.vitrine.access.Token;
import org.vitrine.mail.MailAddress;
import org.vitrine.mail.MailContent;
import org.vitrine.mail.Mailer;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/**
 * The door for those who hold a glass link that has ended and ask for a new one. They are told
 * nothing: whoever made the link is, or else who looks after the company.
 */
public final class GlassRequests {
  private static final Duration ASKED_AGAIN_EVERY = Duration.ofHours(1);

  /** An order that was delivered long ago is nobody's business any more. */
  private static final Duration ASKED_AGAIN_WITHIN = Duration.ofDays(180);

  private final Database database;
  private final Mailer mailer;
  private final Audit audit;
  private final Clock clock;
  private final GlassRequestRepository repository = new GlassRequestRepository();

  public GlassRequests(Database database, Mailer mailer, Audit audit, Clock clock) {
    this.database = database;
    this.mailer = mailer;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Writes one mail an hour and link, however many ask. Call it after the answer is out: how long
   * it takes would tell whether there is such a link.
   */
  public void ask(Token link, Sessions.From from) {
    Instant now = clock.instant();
    database.inTransaction(
        transaction -> {
          repository
              .askAgain(
                  transaction,
                  link,
                  now,
                  now.minus(ASKED_AGAIN_EVERY),
                  now.minus(ASKED_AGAIN_WITHIN))
              .ifPresent(asked -> passOn(transaction, asked, from));
          return null;
        });
  }

  private void passOn(Queries transaction, GlassLinkRepository.Ended asked, Sessions.From from) {
    // An administrator of the first hour may have an address that no mail reaches.
    repository.responsibleFor(transaction, asked.id()).stream()
        .filter(person -> MailAddress.isDeliverable(person.email()))
        .findFirst()
        .ifPresent(person -> mailer.tell(transaction, person, request(asked.number())));
    audit.record(
        transaction,
        Actor.glassLink(asked.id(), from),
        AuditAction.GLASS_LINK_ASKED_AGAIN,
        asked.number(),
        Optional.of(asked.company()),
        Map.of());
  }

  private MailContent request(String order) {
    return MailContent.of("mail.glass-link-request")
        .with("order", order)
        .with("at", clock.instant())
        .leadingTo("/orders/" + encoded(order));
  }

  /** As part of a path: a number may have mails of any script. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
