package org.vitrine.voices;

import static org.vitrine.platform.web.MenuPlace.Group.MAIN;
import static org.vitrine.platform.web.MenuPlace.Group.MANAGE;

import java.util.List;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.companies.Companies;
import org.vitrine.feature.Feature;
import org.vitrine.photos.Photos;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.PageEntry;
import org.vitrine.tracking.Tracking;

/** What customers say, who answers, and how well that is done. */
public final class VoicesFeature {
  private static final String ON_ORDER = "voices/pages/on-order.js";

  private VoicesFeature() {}

  /**
   * @param pages over which open pages are read, whatever else the database is asked
   */
  public static Feature of(
      Voices voices,
      VoiceSettings settings,
      Tracking tracking,
      Companies companies,
      Photos photos,
      Database pages,
      Guards guards,
      Idempotency idempotency) {
    VoiceReader reader = voices.reader();
    Voices.AnsweringRules rules = voices.rules();
    return Feature.named("voices")
        .answering(
            new FigureRoutes(rules.figures(), guards),
            new VoiceRoutes(voices, reader, tracking, companies, photos, guards, idempotency),
            new VoiceActRoutes(voices, reader, guards, idempotency),
            new MailQuestionRoutes(voices.questions(), guards),
            new DepartmentRoutes(rules.departments(), guards),
            new CommitmentRoutes(rules.profiles(), rules.questions(), settings, guards))
        .foundBy(new VoiceFinder())
        .showing(entries())
        .extending("/orders/:number", ON_ORDER)
        .extending("/glass", ON_ORDER)
        .extending("/companies/:code", "voices/pages/on-company.js")
        .extending("/warranty", "voices/pages/on-warranty.js")
        .extending("/routings/new", "voices/pages/on-routing.js")
        .extending("/routings/:code", "voices/pages/on-routing.js")
        .extendingEveryPage("voices/pages/on-menu.js")
        .watchedBy(new VoiceTopics(voices, tracking, reader, pages))
        .hearing(voices.subscribers().toArray(Subscriber[]::new))
        .forgetting(List.of(voices.questions()::addSweeps))
        .doing(voices.clockWork().chore());
  }

  private static PageEntry[] entries() {
    return new PageEntry[] {
      PageEntry.of("/inbox", "voices/pages/inbox.js")
          .needing(Permission.ANSWER_VOICES.code())
          .inMenu(MAIN, 15, "nav.inbox")
          .watching(VoiceTopics.INBOX),
      PageEntry.of("/messages", "voices/pages/messages.js")
          .needing(Permission.FOLLOW_VOICES.code())
          .inMenu(MAIN, 30, "nav.messages")
          .watching(VoiceTopics.ALL),
      PageEntry.of("/messages/:number", "voices/pages/message.js")
          .watching(exchange -> VoiceTopics.ONE + exchange.path("number")),
      managed("departments", Permission.KEEP_DEPARTMENTS, 32),
      managed("commitments", Permission.KEEP_DEPARTMENTS, 34),
      managed("care-questions", Permission.KEEP_DEPARTMENTS, 36),
      managed("figures", Permission.READ_FIGURES, 38),
      PageEntry.forEverybody("/still-solved", "voices/pages/still-solved.js"),
      PageEntry.forEverybody("/after-care", "voices/pages/after-care.js")
    };
  }

  private static PageEntry managed(String name, Permission needed, int order) {
    return PageEntry.of("/" + name, "voices/pages/" + name + ".js")
        .needing(needed.code())
        .inMenu(MANAGE, order, "nav." + name);
  }
}
