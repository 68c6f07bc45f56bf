package org.vitrine.surveys;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderRemoved;
import org.vitrine.people.Contacts;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.database.Queries;
import org.vitrine.production.OrderChange;
import org.vitrine.surveys.SurveyCauseRepository.SurveyCause;
import org.vitrine.voices.VoiceChange;
import org.vitrine.voices.VoiceKind;

/** Notes what happened that somebody may be asked after. */
final class OccasionReader implements Subscriber {
  private static final String SHIPPED = OrderChange.kind(OrderChange.Shipped.class);
  private static final String DELIVERED = OrderChange.kind(OrderChange.Delivered.class);
  private static final int CONTACTS_LOOKED_AT = 200;

  private final Clock clock;
  private final SurveyCauseRepository causes = new SurveyCauseRepository();
  private final AskedRepository asked = new AskedRepository();
  private final Contacts contacts = new Contacts();

  OccasionReader(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return "surveys.occasions";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(SHIPPED, DELIVERED, VoiceChange.CLOSED, OrderRemoved.KIND);
  }

  @Override
  public void hear(Queries transaction, List<Change> changes) {
    for (Change change : changes) {
      CompanyId company = new CompanyId(change.company().orElseThrow());
      switch (change.kind()) {
        case VoiceChange.CLOSED -> closed(transaction, change, company);
        case OrderRemoved.KIND ->
            OrderRemoved.number(change)
                .ifPresent(number -> asked.forgetOrder(transaction, company, number));
        default ->
            note(
                transaction,
                new SurveyCause(SurveyOccasion.AFTER_ORDER, change.key(), company, List.of()));
      }
    }
  }

  /** Whoever of the company wrote, or solved it, is asked. */
  private void closed(Queries transaction, Change change, CompanyId company) {
    VoiceChange voice = VoiceChange.of(change);
    if (voice.kind() != VoiceKind.COMPLAINT) {
      return;
    }
    List<Long> ours = contacts.of(transaction, company, CONTACTS_LOOKED_AT);
    List<Long> people =
        Stream.concat(voice.people().stream(), voice.by().id().stream())
            .filter(ours::contains)
            .distinct()
            .toList();
    if (!people.isEmpty()) {
      note(
          transaction,
          new SurveyCause(SurveyOccasion.AFTER_COMPLAINT, change.key(), company, people));
    }
  }

  private void note(Queries transaction, SurveyCause cause) {
    causes.note(transaction, cause, clock.instant());
  }
}
