package org.vitrine.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.vitrine.platform.json.Json;

/**
 * A meeting that people of the demo plant held, and what came of it.
 *
 * @param came who came, by e-mail address
 */
record MeetingScript(List<String> came, List<ScriptedItem> items, ScriptedAmendment amendment) {

  /**
   * @param by who proposed it, by e-mail address
   * @param answer what was done about it; absent where it stayed open
   */
  record ScriptedItem(
      String title,
      String by,
      String answer,
      List<String> said,
      List<String> decided,
      List<AgreedDeed> deeds) {}

  /**
   * @param owner by e-mail address
   * @param daysLater after the meeting: when it is due, and when it was done
   * @param worked what somebody said who saw that it worked; {@code reopened} that it did not
   */
  record AgreedDeed(
      String text,
      String owner,
      int daysLater,
      String done,
      String by,
      String worked,
      String reopened) {}

  record ScriptedAmendment(String by, String text, String answer) {}

  static MeetingScript read() {
    try (InputStream json = MeetingScript.class.getResourceAsStream("/demo/meeting.json")) {
      return Json.read(json.readAllBytes(), MeetingScript.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
