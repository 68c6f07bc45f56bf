package org.vitrine.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.vitrine.loyalty.SaveNeed.NeedSaid;
import org.vitrine.platform.json.Json;

/** What customers of the demo plant said of their need, and what was concluded of a quarter. */
record CareScript(List<LookedIn> looked, List<SaidNeed> needs, ConcludedQuarter quarter) {

  /** Somebody of a customer who followed their orders before a visitor of the demo came. */
  record LookedIn(String by, int hoursAgo) {}

  record SaidNeed(String company, int daysAgo, int share, NeedSaid need, String source) {}

  /**
   * @param signedAfter so many days after the quarter
   */
  record ConcludedQuarter(
      String by, int signedAfter, String conclusions, String action, String owner, int dueInDays) {}

  static CareScript read() {
    try (InputStream json = CareScript.class.getResourceAsStream("/demo/care.json")) {
      return Json.read(json.readAllBytes(), CareScript.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
