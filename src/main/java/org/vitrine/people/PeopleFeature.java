package org.vitrine.people;

import static org.vitrine.platform.web.MenuPlace.Group.MANAGE;

import java.util.List;
import org.vitrine.access.Audit;
import org.vitrine.access.Guards;
import org.vitrine.access.Keys;
import org.vitrine.access.Permission;
import org.vitrine.access.Sessions;
import org.vitrine.companies.Companies;
import org.vitrine.feature.Feature;
import org.vitrine.mail.Bounces;
import org.vitrine.mail.MailQueue;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.PageEntry;

/**
 * The administration of who may come in: people, keys, the audit trail, mail and how it is left.
 */
public final class PeopleFeature {
  private PeopleFeature() {}

  /**
   * @param auditDays for how many days the audit trail is kept
   */
  public static Feature of(
      People people,
      Companies companies,
      Keys keys,
      Sessions sessions,
      Audit audit,
      MailQueue mails,
      Bounces bounces,
      Unsubscribing unsubscribing,
      Guards guards,
      Idempotency idempotency,
      int auditDays) {
    return Feature.named("people")
        .answering(
            new PeopleRoutes(people, companies, bounces, guards),
            new IntroductionRoutes(people.administrators(), guards),
            new KeyRoutes(keys, sessions, guards, idempotency),
            new AuditRoutes(audit, guards),
            new MailRoutes(mails, people, guards),
            new UnsubscribeRoutes(unsubscribing, guards))
        .foundBy(new CompanyFinder(), new PersonFinder())
        .showing(
            page("people", "people/pages/people.js", Permission.INVITE_PEOPLE, 10),
            page("keys", "people/pages/keys.js", Permission.MANAGE_KEYS, 20),
            page("mail", "mail/pages/mail.js", Permission.READ_MAIL, 30),
            page("audit", "people/pages/audit.js", Permission.READ_AUDIT, 40),
            PageEntry.forEverybody(Unsubscribing.PATH + ":token", "people/pages/unsubscribe.js"))
        .forgetting(
            List.of(
                keys::addSweeps,
                unsubscribing::addSweeps,
                sweeps -> sweeps.add("mails", mails::sweep),
                sweeps -> sweeps.add("the audit trail", () -> audit.sweep(auditDays))));
  }

  private static PageEntry page(String name, String module, Permission needed, int order) {
    return PageEntry.of("/" + name, module)
        .needing(needed.code())
        .inMenu(MANAGE, order, "nav." + name);
  }
}
