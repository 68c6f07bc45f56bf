package org.vitrine.meetings;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.access.Caller;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyId;
import org.vitrine.meetings.Afterwards.AmendmentDecision;
import org.vitrine.meetings.MeetingFiguresRepository.CountedMeetings;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.words.Language;

/** What people do with meetings that are over, each by who they are. */
final class AfterwardsOffice {
  private static final int MEETINGS_TOLD = 3;

  private final Database database;
  private final MeetingDesk desk;
  private final MeetingReader reader;
  private final Afterwards afterwards;
  private final SaidReader said;
  private final Companies companies;
  private final MinutesDocument document;
  private final MeetingFiguresRepository figures = new MeetingFiguresRepository();

  AfterwardsOffice(
      Database database,
      MeetingDesk desk,
      MeetingReader reader,
      Afterwards afterwards,
      SaidReader said,
      Companies companies,
      MinutesDocument document) {
    this.database = database;
    this.desk = desk;
    this.reader = reader;
    this.afterwards = afterwards;
    this.said = said;
    this.companies = companies;
    this.document = document;
  }

  long want(MeetingPerson by, MeetingNumber number, Optional<Long> line, String text) {
    return desk.act(by, number, turn -> afterwards.want(turn, line, text));
  }

  void decide(
      MeetingPerson by,
      Actor actor,
      MeetingNumber number,
      long amendment,
      AmendmentDecision decision) {
    desk.carryOut(by, number, turn -> afterwards.decide(turn, amendment, decision, actor));
  }

  void finish(MeetingPerson by, MeetingNumber number) {
    desk.carryOut(by, number, afterwards::finish);
  }

  long correct(MeetingPerson by, MeetingNumber number, long line, String text) {
    return desk.act(by, number, turn -> afterwards.correct(turn, line, text));
  }

  ObjectNode page(MeetingAudience audience, MeetingNumber number) {
    return reader.as(
        audience,
        queries ->
            Optional.ofNullable(reader.pages(queries, audience, List.of(number)).get(number))
                .orElseThrow(MeetingDesk::notHere));
  }

  /** Throws {@link Rejection.Conflict} where the meeting is not over: there are no minutes yet. */
  byte[] document(MeetingAudience audience, MeetingNumber number, Language language) {
    ObjectNode page = page(audience, number);
    if (!page.has("preparedAt")) {
      throw new Rejection.Conflict("There are no minutes before the meeting is over");
    }
    return document.of(page, language);
  }

  CountedMeetings figures(Optional<LocalDate> from, Optional<LocalDate> to) {
    return figures.count(database, from, to);
  }

  /** What a company raised at the last meetings, and what came of it. */
  ObjectNode said(Caller caller, Optional<String> code) {
    MeetingAudience audience = MeetingPerson.of(caller).audience();
    CompanyId company = audience.company().orElseGet(() -> named(code));
    if (audience.company().isPresent() && code.isPresent()) {
      throw new Rejection.Forbidden("You read what your own company said");
    }
    return reader.as(audience, queries -> said(queries, audience, company));
  }

  private CompanyId named(Optional<String> code) {
    String named =
        code.orElseThrow(() -> new Rejection.Invalid("company", "Say which company, by its code"));
    List<Company> found = companies.requireAll(List.of(named));
    return found.getFirst().id();
  }

  private ObjectNode said(Queries queries, MeetingAudience audience, CompanyId company) {
    List<MeetingNumber> held = said.held(queries, company, MEETINGS_TOLD);
    Map<MeetingNumber, List<SaidItem>> items = said.of(queries, company, held);
    ObjectNode answer = Json.object();
    ArrayNode meetings = answer.putArray("meetings");
    reader.find(queries, audience, held).stream()
        .sorted(Comparator.comparing(meeting -> held.indexOf(meeting.number())))
        .forEach(
            meeting ->
                meetings
                    .addObject()
                    .put("number", meeting.number().value())
                    .put("title", meeting.title())
                    .put("beginsAt", meeting.time().begins().toString())
                    .put("zone", meeting.time().zone().getId())
                    .put("state", meeting.state().code())
                    .set("items", Json.tree(items.getOrDefault(meeting.number(), List.of()))));
    return answer;
  }
}
