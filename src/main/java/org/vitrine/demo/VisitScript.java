package org.vitrine.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.vitrine.platform.json.Json;
import org.vitrine.visits.VisitKind;

/**
 * Whom people of the demo plant went to see, what was said, and whom they see next.
 *
 * @param words what was noted, in the language of the company
 */
record VisitScript(
    List<VisitRound> rounds,
    Map<String, List<String>> words,
    List<VisitWish> wishes,
    List<VisitPromise> promises,
    List<MissedVisit> missed,
    CorrectedVisit corrected,
    List<ComingVisit> coming) {

  /**
   * How somebody went to see a company, again and again for two years.
   *
   * @param every so many days
   * @param skip so many words at the beginning were others'
   */
  record VisitRound(
      String company,
      String role,
      String by,
      int every,
      int lastDaysAgo,
      RoundPlace at,
      RoundGuests guests,
      RoundWords said) {}

  record RoundPlace(String place) {}

  /** By e-mail address who was asked, and by name who was there. */
  record RoundGuests(List<String> with, List<String> theirs) {}

  /** Which words, after so many. */
  record RoundWords(String words, int skip) {}

  /**
   * Said at the visit that was so many before the last one.
   *
   * @param closedBy by e-mail address
   */
  record VisitWish(
      String company,
      String role,
      int back,
      String text,
      String by,
      String closedBy,
      String answer) {}

  /**
   * @param done what was done of it in time; absent where it is not yet
   */
  record VisitPromise(
      String company, String role, int back, String text, String owner, int days, String done) {}

  record MissedVisit(String company, String role, int daysAgo, String reason) {}

  record CorrectedVisit(
      String company, String role, String by, int daysAgo, String fact, String theirs) {}

  /**
   * @param workdays from today
   */
  record ComingVisit(
      String company,
      String role,
      String by,
      int workdays,
      int hour,
      VisitKind kind,
      String place,
      List<String> with) {}

  static VisitScript read() {
    try (InputStream json = VisitScript.class.getResourceAsStream("/demo/visits.json")) {
      return Json.read(json.readAllBytes(), VisitScript.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
