package org.vitrine.surveys;

import org.vitrine.platform.database.Queries;

/** Whoever acts on what somebody answered. */
public interface SheetFollower {
  /**
   * Called inside the transaction in which somebody answers, since who raises an alarm must not be
   * told that it was heard when it was not; never of what is anonymous.
   *
   * @param person who answers, or for whom it was written down
   */
  void answered(Queries transaction, Survey survey, AnswerSheet sheet, long person);
}
