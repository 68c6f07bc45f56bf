package org.vitrine.meetings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.vitrine.platform.database.Queries;

/**
 * What one part of the room draws on the pages of meetings: their agenda, who comes, the minutes.
 */
@FunctionalInterface
interface MeetingPart {

  /**
   * Adds to these pages what this audience may see, in one statement for all of them.
   *
   * @param queries behind the audience's wall
   */
  void addTo(Queries queries, MeetingAudience audience, Map<Meeting, ObjectNode> pages);
}
