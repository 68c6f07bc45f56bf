package org.vitrine.meetings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.Collectors;
import org.vitrine.meetings.ProgressRepository.TableStanding;
import org.vitrine.platform.database.Queries;

/** Who is here, as numbers, and since when we are where we are: on the page of a meeting. */
final class PresencePart implements MeetingPart {
  private final ProgressRepository repository = new ProgressRepository();

  @Override
  public void addTo(Queries queries, MeetingAudience audience, Map<Meeting, ObjectNode> pages) {
    Map<MeetingNumber, ObjectNode> byNumber =
        pages.entrySet().stream()
            .collect(Collectors.toMap(one -> one.getKey().number(), Map.Entry::getValue));
    repository
        .standing(queries, audience.company(), byNumber.keySet())
        .forEach(standing -> add(byNumber.get(standing.meeting()), standing));
  }

  private static void add(ObjectNode page, TableStanding standing) {
    standing.itemSince().ifPresent(since -> page.put("itemSince", since.toString()));
    page.putObject("here").put("people", standing.people()).put("companies", standing.companies());
  }
}
