package org.vitrine.voices;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.vitrine.platform.json.Json;
import org.vitrine.voices.VoiceRow.OfficeFacts;

/** Rows of lists as readers get them: absent where there is nothing, never null. */
final class VoiceRows {
  private VoiceRows() {}

  /**
   * @param departments all there are, by their code
   */
  static ObjectNode row(VoiceRow row, Map<String, Department> departments) {
    ObjectNode shown = Json.object();
    shown.put("number", row.number().value());
    shown.put("title", row.title());
    shown.put("kind", row.kind().code());
    shown.put("state", row.state());
    putAnchor(shown, row.anchor());
    put(shown, "stageName", row.anchor().names().stage());
    put(shown, "requirementName", row.anchor().names().requirement());
    shown.put("saidAt", row.saidAt().toString());
    shown.put("by", row.saidBy());
    shown.set("department", department(row.department(), departments));
    shown.set("clock", row.clock());
    row.closedAt().ifPresent(at -> shown.put("closedAt", at.toString()));
    if (row.office() != null) {
      putOffice(shown, row.office());
    }
    return shown;
  }

  static void putAnchor(ObjectNode shown, VoiceAnchor anchor) {
    anchor.number().ifPresent(number -> shown.put("order", number.value()));
    anchor.piece().ifPresent(serial -> shown.put("piece", serial));
    anchor.origin().ifPresent(origin -> shown.set("origin", Json.tree(origin)));
    anchor.line().ifPresent(line -> shown.put("line", line));
    anchor.stage().ifPresent(stage -> shown.put("stage", stage));
    anchor.requirement().ifPresent(requirement -> shown.put("requirement", requirement));
  }

  private static void putOffice(ObjectNode shown, OfficeFacts office) {
    shown.set("company", company(office));
    shown.put("tier", office.tier());
    office
        .assignee()
        .ifPresent(one -> shown.put("assignee", one.name()).put("assigneeId", one.id()));
    shown.put("alike", office.alike());
    if (office.fastLane()) {
      shown.put("fastLane", true);
    }
    office
        .cause()
        .ifPresent(
            cause ->
                shown.set(
                    "cause", Json.object().put("id", cause.id()).put("title", cause.title())));
  }

  static ObjectNode company(OfficeFacts office) {
    return Json.object()
        .put("key", office.companyCode())
        .put("name", office.companyName())
        .put("tier", office.tier());
  }

  /** One that is gone is called by its code. */
  static ObjectNode department(String code, Map<String, Department> departments) {
    ObjectNode shown = Json.object().put("code", code);
    Optional<Department> known = Optional.ofNullable(departments.get(code));
    shown.set(
        "name",
        Json.tree(
            known
                .map(one -> (Object) one.name())
                .orElse(code.equals(Department.OFFICE.code()) ? Department.OFFICE.name() : code)));
    return shown;
  }

  /** By their numbers, as lists have them. */
  static ObjectNode byNumber(Collection<VoiceRow> rows, Map<String, Department> departments) {
    ObjectNode shown = Json.object();
    rows.forEach(row -> shown.set(row.number().toString(), row(row, departments)));
    return shown;
  }

  static void put(ObjectNode shown, String name, Object value) {
    if (value != null) {
      shown.set(name, Json.tree(value));
    }
  }
}
