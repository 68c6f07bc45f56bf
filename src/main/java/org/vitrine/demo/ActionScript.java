package org.vitrine.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.vitrine.platform.json.Json;

/** What people of the demo plant do because customers said so. */
record ActionScript(List<ScriptedAction> actions) {

  /**
   * @param owner by e-mail address
   * @param label what it answers
   * @param companies that raised it, by code
   * @param dueDaysAgo negative for days to come
   * @param done absent where it is open
   * @param worked absent where nobody has said so
   */
  record ScriptedAction(
      String text,
      String owner,
      String label,
      List<String> companies,
      int madeDaysAgo,
      int dueDaysAgo,
      ScriptedWord done,
      ScriptedWord worked) {}

  /**
   * What somebody said of it.
   *
   * @param by their e-mail address; absent for its owner
   */
  record ScriptedWord(int daysAgo, String by, String text) {}

  static ActionScript read() {
    try (InputStream json = ActionScript.class.getResourceAsStream("/demo/actions.json")) {
      return Json.read(json.readAllBytes(), ActionScript.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
