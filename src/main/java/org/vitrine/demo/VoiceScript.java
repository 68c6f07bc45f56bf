package org.vitrine.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vitrine.calendars.WorkCalendar;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.json.Json;
import org.vitrine.voices.CareQuestion;
import org.vitrine.voices.SaveDepartment;
import org.vitrine.voices.VoiceKind;

/**
 * Who answers at the demo plant, and what was said and answered before it opened to visitors.
 *
 * @param chosen who is told last of what is overdue, by e-mail address
 */
record VoiceScript(
    List<WorkCalendar> calendars,
    List<ScriptedDepartment> departments,
    List<CareQuestion> questions,
    String chosen,
    List<ScriptedVoice> voices,
    List<ScriptedCause> causes) {

  /** People are named by their e-mail addresses. */
  record ScriptedDepartment(
      String code,
      LocalizedText name,
      String head,
      List<String> members,
      String calendar,
      List<String> stages,
      Boolean fallback) {
    SaveDepartment wanted() {
      return new SaveDepartment(name, head, members, calendar, stages, fallback);
    }
  }

  /**
   * What somebody said.
   *
   * @param order which of their company's orders in flight, 0 for the one that is done first
   * @param photos names of pictures
   * @param then what happened to it afterwards
   */
  record ScriptedVoice(
      String key,
      String by,
      int order,
      String stage,
      String requirement,
      VoiceKind kind,
      double hoursAgo,
      List<String> photos,
      String text,
      List<ScriptedDeed> then) {
    ScriptedVoice {
      photos = photos == null ? List.of() : photos;
    }

    Instant at(Instant now) {
      return before(now, hoursAgo);
    }
  }

  /** What somebody does with it. */
  record ScriptedDeed(
      VoiceDoing does,
      String by,
      double hoursAgo,
      String text,
      List<String> photos,
      List<String> choices,
      String department,
      String to) {
    ScriptedDeed {
      photos = photos == null ? List.of() : photos;
      choices = choices == null ? List.of() : choices;
    }

    Optional<String> words() {
      return Optional.ofNullable(text);
    }

    Instant at(Instant now) {
      return before(now, hoursAgo);
    }
  }

  /** Voices with one cause, by their keys. */
  record ScriptedCause(String title, String by, List<String> voices) {}

  private static Instant before(Instant now, double hours) {
    return now.minus(Duration.ofMillis(Math.round(hours * 3_600_000)));
  }

  static VoiceScript read() {
    try (InputStream json = VoiceScript.class.getResourceAsStream("/demo/voices.json")) {
      return Json.read(json.readAllBytes(), VoiceScript.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
