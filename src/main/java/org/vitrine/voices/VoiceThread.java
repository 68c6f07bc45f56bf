package org.vitrine.voices;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.photos.PhotoFacts;
import org.vitrine.platform.json.Json;

/**
 * What happened to a voice as its page tells it: what was written, and why the clock stood still or
 * moved. By the place of each among the events that its reader may see.
 */
final class VoiceThread {
  private final Voice voice;
  private final CommitmentProfile profile;
  private final DepartmentCalendars calendars;
  private final Map<String, Department> departments;
  private final Map<String, PhotoFacts> photos;

  /**
   * @param departments all there are, by their code
   * @param photos by their ids
   */
  VoiceThread(
      Voice voice,
      CommitmentProfile profile,
      DepartmentCalendars calendars,
      Map<String, Department> departments,
      Map<String, PhotoFacts> photos) {
    this.voice = voice;
    this.profile = profile;
    this.calendars = calendars;
    this.departments = departments;
    this.photos = photos;
  }

  ObjectNode shown() {
    ObjectNode thread = Json.object();
    List<VoiceEvent> events = voice.events();
    for (int at = 0; at < events.size(); at++) {
      int upTo = at + 1;
      entry(events.get(at), events.subList(0, upTo))
          .ifPresent(entry -> thread.set(String.valueOf(upTo), entry));
    }
    return thread;
  }

  private Optional<ObjectNode> entry(VoiceEvent event, List<VoiceEvent> untilThen) {
    return kind(event)
        .map(
            kind -> {
              ObjectNode entry = Json.object();
              VoiceParty by = VoiceParties.by(event);
              entry.put("at", event.at().toString());
              entry.put("kind", kind);
              entry.put("by", by.name());
              entry.put("side", by.side().code());
              putWhat(entry, event, untilThen);
              putPhotos(entry, VoicePhotos.of(event));
              return entry;
            });
  }

  private static Optional<String> kind(VoiceEvent event) {
    return switch (event) {
      case VoiceEvent.TierChanged e -> Optional.of("moved");
      case VoiceEvent.CalendarSuperseded e -> Optional.of("moved");
      case VoiceEvent.Seen e -> Optional.empty();
      case VoiceEvent.Assigned e -> Optional.empty();
      case VoiceEvent.Joined e -> Optional.empty();
      case VoiceEvent.Left e -> Optional.empty();
      case VoiceEvent.Reminded e -> Optional.empty();
      case VoiceEvent.ClockPromised e -> Optional.empty();
      default -> Optional.of(event.code());
    };
  }

  private void putWhat(ObjectNode entry, VoiceEvent event, List<VoiceEvent> untilThen) {
    switch (event) {
      case VoiceEvent.HandedOn on -> {
        entry.put("reason", on.reason());
        entry.put("byItself", on.byItself());
        entry.set("to", VoiceRows.department(on.to(), departments));
        putLeft(entry, event, untilThen);
      }
      case VoiceEvent.TierChanged changed -> {
        entry.put("reason", "priority");
        putLeft(entry, event, untilThen);
      }
      case VoiceEvent.CalendarSuperseded superseded -> {
        entry.put("reason", "calendar");
        putLeft(entry, event, untilThen);
      }
      case VoiceEvent.Climbed climbed -> VoiceRows.put(entry, "rung", climbed.rung());
      case VoiceEvent.Asked asked -> {
        entry.put("text", asked.text());
        if (!asked.choices().isEmpty()) {
          entry.set("choices", Json.tree(asked.choices()));
        }
      }
      default -> VoiceParties.text(event).ifPresent(text -> entry.put("text", text));
    }
  }

  /** How much working time there was from then on. */
  private void putLeft(ObjectNode entry, VoiceEvent event, List<VoiceEvent> untilThen) {
    Commitments.derivedFrom(untilThen, profile, calendars)
        .leftAt(event.at())
        .ifPresent(left -> entry.put("left", left.toSeconds()));
  }

  private void putPhotos(ObjectNode entry, List<String> ids) {
    if (ids.isEmpty()) {
      return;
    }
    ArrayNode shown = entry.putArray("photos");
    for (String id : ids) {
      PhotoFacts facts = photos.get(id);
      if (facts != null) {
        shown.addObject().put("id", id).put("width", facts.width()).put("height", facts.height());
      }
    }
  }
}
