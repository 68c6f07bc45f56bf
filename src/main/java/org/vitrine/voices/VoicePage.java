package org.vitrine.voices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.calendars.WorkCalendar;
import org.vitrine.photos.PhotoFacts;
import org.vitrine.platform.json.Json;
import org.vitrine.voices.Voice.VoiceState;

/**
 * The page of one voice, as an audience may see it: from the events that they may see, and for
 * staff with what is theirs alone.
 *
 * @param hoursNow what its department's working time is counted by; absent where every hour is
 *     worked
 * @param departments all there are, by their code
 * @param photos by their ids
 * @param office absent for customers
 */
record VoicePage(
    Voice voice,
    VoiceAudience audience,
    CommitmentProfile profile,
    DepartmentCalendars calendars,
    Optional<WorkCalendar> hoursNow,
    Map<String, Department> departments,
    Map<String, PhotoFacts> photos,
    Optional<OfficeSide> office) {

  /**
   * What staff see beside what the customer sees.
   *
   * @param row as lists have it
   * @param cause with the voices that are under it
   * @param assignable who can be given it
   * @param managers who look after the company
   * @param alike rows of open voices that are alike, of any company, the most alike first
   */
  record OfficeSide(
      VoiceRow row,
      Optional<ObjectNode> cause,
      List<ObjectNode> assignable,
      List<String> managers,
      List<ObjectNode> alike) {}

  ObjectNode shown() {
    Commitments commitments = Commitments.derivedFrom(voice.events(), profile, calendars);
    ObjectNode page = Json.object();
    page.put("number", voice.number().value());
    page.put("version", voice.events().size());
    page.put("kind", voice.kind().code());
    page.put("title", voice.title());
    putAbout(page);
    page.put("state", voice.state().code());
    page.put("saidAt", voice.said().at().toString());
    page.put("by", voice.said().by().name());
    page.put("side", voice.said().by().side().code());
    page.set("department", VoiceRows.department(voice.department(), departments));
    assignee().ifPresent(name -> page.put("assignee", name));
    page.put("followers", VoicePeople.customers(voice).size());
    page.set("hours", hours());
    page.set("commitments", commitments(commitments));
    page.set("clock", Json.tree(commitments.clockWithHours()));
    page.set("thread", new VoiceThread(voice, profile, calendars, departments, photos).shown());
    office.ifPresent(side -> putOffice(page, side));
    page.set("can", Json.tree(can()));
    return page;
  }

  /** Staff see nobody at it where that one is not there any more, as their lists have it. */
  private Optional<String> assignee() {
    return office
        .map(side -> side.row().office().assignee().map(VoiceRow.RowAssignee::name))
        .orElseGet(() -> voice.assignee().map(VoiceParty::name));
  }

  private void putAbout(ObjectNode page) {
    VoiceAnchor anchor = voice.anchor();
    anchor.number().ifPresent(number -> page.put("order", number.value()));
    anchor.piece().ifPresent(serial -> page.put("piece", serial));
    anchor.origin().ifPresent(origin -> page.set("origin", Json.tree(origin)));
    anchor.line().ifPresent(line -> page.put("line", line));
    VoiceRows.put(page, "product", anchor.names().product());
    anchor.stage().ifPresent(code -> page.set("stage", named(code, anchor.names().stage())));
    anchor
        .requirement()
        .ifPresent(code -> page.set("requirement", named(code, anchor.names().requirement())));
  }

  private static ObjectNode named(String code, Object name) {
    ObjectNode named = Json.object().put("code", code);
    VoiceRows.put(named, "name", name);
    return named;
  }

  private ObjectNode hours() {
    ObjectNode shown = Json.object().put("calendar", voice.calendar().code());
    hoursNow.ifPresentOrElse(
        calendar -> {
          shown.put("zone", calendar.zone());
          shown.set("week", Json.tree(calendar.week()));
        },
        () -> shown.put("aroundTheClock", true));
    voice
        .agreedHours()
        .filter(hours -> audience.link().isEmpty())
        .ifPresent(hours -> shown.set("version", Json.tree(hours.version())));
    return shown;
  }

  /** Whoever holds a link is not told what was agreed with whose link it is. */
  private ObjectNode commitments(Commitments commitments) {
    ObjectNode shown = Json.object();
    for (Commitment commitment : Commitment.values()) {
      CommitmentState state = commitments.state(commitment);
      ObjectNode one = Json.object();
      one.put("target", state.target().toSeconds());
      state.due().ifPresent(due -> one.put("due", due.toString()));
      state.done().ifPresent(done -> one.put("done", done.toString()));
      one.put("missed", state.missed());
      commitments
          .version(commitment)
          .filter(version -> audience.link().isEmpty())
          .ifPresent(version -> one.set("version", Json.tree(version)));
      shown.set(Json.tree(commitment).asText(), one);
    }
    return shown;
  }

  private void putOffice(ObjectNode page, OfficeSide side) {
    page.set("company", VoiceRows.company(side.row().office()));
    side.cause().ifPresent(cause -> page.set("cause", cause));
    page.set("assignable", Json.tree(side.assignable()));
    page.set("managers", Json.tree(side.managers()));
    page.set("alike", Json.tree(side.alike()));
  }

  /** What its reader may do with it as it is. */
  private List<String> can() {
    boolean closed = voice.state() == VoiceState.CLOSED;
    if (audience instanceof VoiceAudience.ForStaff staff) {
      if (!staff.answers()) {
        return List.of();
      }
      return closed
          ? List.of("note", "reopen", "group")
          : voice.state() == VoiceState.WAITING
              ? List.of("answer", "note", "hand-on", "assign", "close", "group")
              : List.of("answer", "ask", "note", "hand-on", "assign", "close", "group");
    }
    List<String> can = new ArrayList<>(closed ? List.of("reopen") : List.of("add", "close"));
    if (closed || voice.events().stream().anyMatch(VoiceEvent.Answered.class::isInstance)) {
      can.add("thank");
    }
    return can;
  }
}
