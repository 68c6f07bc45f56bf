package org.vitrine.meetings;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.live.TopicPage;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/** Meetings as they are read: the pages of an audience, behind its wall. */
final class MeetingReader {
  private static final int LISTED = 200;

  private final Database database;
  private final List<MeetingPart> parts;
  private final MeetingRepository repository = new MeetingRepository();

  MeetingReader(Database database, List<MeetingPart> parts) {
    this.database = database;
    this.parts = List.copyOf(parts);
  }

  /** The same, asked over other connections. */
  MeetingReader over(Database other) {
    return new MeetingReader(other, parts);
  }

  /** Asks on behalf of an audience: behind their company's wall where they have one. */
  <T> T as(MeetingAudience audience, Function<Queries, T> work) {
    return database.onBehalfOf(audience.company().map(CompanyId::value), work);
  }

  /** Those among these that are theirs to see. */
  List<Meeting> find(Queries queries, MeetingAudience audience, Collection<MeetingNumber> numbers) {
    return repository.find(queries, numbers, audience.company());
  }

  /** The pages of those among these that are theirs to see, in one snapshot. */
  Map<MeetingNumber, ObjectNode> pages(
      Queries queries, MeetingAudience audience, Collection<MeetingNumber> numbers) {
    Map<Meeting, ObjectNode> pages = new LinkedHashMap<>();
    find(queries, audience, numbers).forEach(one -> pages.put(one, page(one, audience)));
    if (pages.isEmpty()) {
      return Map.of();
    }
    parts.forEach(part -> part.addTo(queries, audience, pages));
    return pages.entrySet().stream()
        .collect(Collectors.toMap(one -> one.getKey().number(), Map.Entry::getValue));
  }

  private static ObjectNode page(Meeting meeting, MeetingAudience audience) {
    ObjectNode page = head(meeting);
    page.put("version", meeting.version());
    ArrayNode can = page.putArray("can");
    if (audience.keeps()) {
      can.add("keep");
    }
    if (!(audience instanceof MeetingAudience.ForHouse house) || house.attends()) {
      can.add("attend");
    }
    meeting.subject().previous().ifPresent(number -> page.put("previous", number.value()));
    meeting.subject().review().ifPresent(number -> page.put("review", number));
    meeting.currentItem().ifPresent(item -> page.put("item", String.valueOf(item)));
    meeting.moments().live().ifPresent(at -> page.put("liveAt", at.toString()));
    meeting.moments().prepared().ifPresent(at -> page.put("preparedAt", at.toString()));
    meeting.moments().last().ifPresent(at -> page.put("finalAt", at.toString()));
    return page;
  }

  /** What a list says of it as well. */
  private static ObjectNode head(Meeting meeting) {
    ObjectNode head =
        Json.object()
            .put("number", meeting.number().value())
            .put("kind", meeting.kind().code())
            .put("state", meeting.state().code())
            .put("title", meeting.title())
            .put("start", meeting.time().start().toString())
            .put("zone", meeting.time().zone().getId())
            .put("minutes", meeting.time().length().toMinutes())
            .put("beginsAt", meeting.time().begins().toString())
            .put("endsAt", meeting.time().ends().toString());
    meeting.place().room().ifPresent(room -> head.put("room", room));
    meeting.place().video().ifPresent(link -> head.put("video", link.toString()));
    meeting.series().ifPresent(date -> head.put("series", date.series()));
    meeting.subject().order().ifPresent(order -> head.put("order", order));
    meeting.subject().stage().ifPresent(stage -> head.put("stage", stage));
    meeting.cancelReason().ifPresent(reason -> head.put("cancelled", reason));
    return head;
  }

  /**
   * The newest by when they are.
   *
   * @param company which is asked to them; absent for all
   */
  ObjectNode list(Queries queries, MeetingAudience audience, Optional<CompanyId> company) {
    List<Meeting> found = repository.list(queries, company, LISTED + 1);
    ObjectNode page = Json.object().put(TopicPage.TRUNCATED, found.size() > LISTED);
    ObjectNode rows = page.putObject(TopicPage.ROWS);
    found.stream().limit(LISTED).forEach(one -> rows.set(one.number().toString(), head(one)));
    if (audience.keeps()) {
      page.putArray("can").add("keep");
    }
    return page;
  }
}
