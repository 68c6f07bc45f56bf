package org.vitrine.meetings;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.meetings.AfterwardsRepository.Attendee;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/**
 * What comes after a meeting, on its page: until when its minutes can be amended, and what somebody
 * wants to read otherwise: all for the house, one's own company's for customers.
 */
final class AfterwardsPart implements MeetingPart {
  private final AmendmentDays days;
  private final AmendmentRepository repository = new AmendmentRepository();
  private final AfterwardsRepository attendance = new AfterwardsRepository();
  private final CompanyNameRepository names = new CompanyNameRepository();

  AfterwardsPart(AmendmentDays days) {
    this.days = days;
  }

  @Override
  public void addTo(Queries queries, MeetingAudience audience, Map<Meeting, ObjectNode> pages) {
    if (audience instanceof MeetingAudience.ForScreen) {
      return;
    }
    Map<MeetingNumber, ObjectNode> over =
        pages.entrySet().stream()
            .filter(one -> one.getKey().state().isOver())
            .collect(Collectors.toMap(one -> one.getKey().number(), Map.Entry::getValue));
    if (over.isEmpty()) {
      return;
    }
    pages.forEach(this::addDays);
    addPresent(queries, audience, over);
    List<Amendment> all = repository.of(queries, audience.company(), over.keySet());
    Map<Long, String> companies = companies(queries, audience, all);
    over.values().forEach(page -> page.putObject("amendments"));
    for (Amendment one : all) {
      ObjectNode shown =
          ((ObjectNode) over.get(one.meeting()).get("amendments"))
              .putObject(String.valueOf(one.id()))
              .put("text", one.text())
              .put("by", one.author())
              .put("at", one.wantedAt().toString())
              .put("state", one.state().code());
      one.line().ifPresent(line -> shown.put("line", String.valueOf(line)));
      one.answer().ifPresent(answer -> shown.put("answer", answer));
      one.company()
          .map(company -> companies.get(company.value()))
          .ifPresent(name -> shown.put("company", name));
    }
  }

  private void addDays(Meeting meeting, ObjectNode page) {
    if (meeting.state() == MeetingState.PREPARED) {
      meeting
          .moments()
          .prepared()
          .ifPresent(
              at ->
                  page.put("amendUntil", Json.asRead(days.end(at)).toString())
                      .put("amendDay", days.last(at).toString()));
    }
  }

  /** Customers read the names of their colleagues, and how many came in all. */
  private void addPresent(
      Queries queries, MeetingAudience audience, Map<MeetingNumber, ObjectNode> over) {
    List<Attendee> came = attendance.came(queries, audience.company(), over.keySet());
    Map<Long, String> called =
        names.of(queries, came.stream().flatMap(one -> one.company().stream()).toList());
    over.values().forEach(page -> page.putArray("came"));
    for (Attendee one : came) {
      ObjectNode person =
          ((ArrayNode) over.get(one.meeting()).get("came")).addObject().put("name", one.name());
      one.company()
          .map(company -> called.get(company.value()))
          .ifPresent(name -> person.put("company", name));
    }
  }

  private Map<Long, String> companies(
      Queries queries, MeetingAudience audience, List<Amendment> amendments) {
    List<CompanyId> named = amendments.stream().flatMap(one -> one.company().stream()).toList();
    return audience.seesAll() ? names.of(queries, named) : Map.of();
  }
}
