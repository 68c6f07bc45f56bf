package org.vitrine.voices;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.json.Json;

/**
 * What became of a voice, in the words of the business: what people are told of. The key of such a
 * change is the voice's number, its version how many events the voice has by then.
 *
 * @param title the first line of what was said
 * @param order absent where it is about a piece whose order is another company's
 * @param piece its serial, where it is about one
 * @param by who did it
 * @param text the beginning of what they wrote
 * @param people the keys of the persons whom it concerns
 * @param percent how much of the time is over, of a reminder
 * @param due when the next commitment is, of what is reminded of or has climbed
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonIgnoreProperties(
    ignoreUnknown = true) // What a later version says beside this, which may run here too.
public record VoiceChange(
    VoiceNumber number,
    String title,
    VoiceKind kind,
    Optional<OrderNumber> order,
    Optional<String> piece,
    VoiceParty by,
    Optional<String> text,
    List<Long> people,
    Optional<Integer> percent,
    Optional<Instant> due) {
  /** The kind under which open pages hear that anything at all happened to a voice. */
  public static final String KIND = "voice";

  public static final String SAID = "voice.said";
  public static final String ADDED = "voice.added";
  public static final String ANSWERED = "voice.answered";
  public static final String ASKED = "voice.asked";
  public static final String HANDED_ON = "voice.handed-on";
  public static final String ASSIGNED = "voice.assigned";
  public static final String CLIMBED = "voice.climbed";
  public static final String REMINDED = "voice.reminded";
  public static final String CLOSED = "voice.closed";
  public static final String REOPENED = "voice.reopened";

  private static final int LONGEST_TEXT = 500;

  public VoiceChange {
    text = text.map(VoiceChange::beginning);
    people = people.stream().distinct().toList();
  }

  private static String beginning(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_TEXT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT));
  }

  /** The kinds under which other rooms hear what became of voices. */
  public static Set<String> kinds() {
    return Set.of(
        SAID, ADDED, ANSWERED, ASKED, HANDED_ON, ASSIGNED, CLIMBED, REMINDED, CLOSED, REOPENED);
  }

  /** What another room heard. */
  public static VoiceChange of(Change change) {
    return Json.read(change.body(), VoiceChange.class);
  }

  /** The kind under which this event is told, where anybody is. */
  static Optional<String> kind(VoiceEvent event) {
    return Optional.ofNullable(
        switch (event) {
          case VoiceEvent.Said e -> SAID;
          case VoiceEvent.Added e -> ADDED;
          case VoiceEvent.Replied e -> ADDED;
          case VoiceEvent.Answered e -> ANSWERED;
          case VoiceEvent.Asked e -> ASKED;
          case VoiceEvent.HandedOn e -> HANDED_ON;
          case VoiceEvent.Assigned e -> e.to().isPresent() ? ASSIGNED : null;
          case VoiceEvent.Climbed e -> CLIMBED;
          case VoiceEvent.Reminded e -> REMINDED;
          case VoiceEvent.Closed e -> CLOSED;
          case VoiceEvent.Reopened e -> REOPENED;
          default -> null;
        });
  }

  Change asChange(String kind, CompanyId company, int version) {
    return new Change(
        kind, number.toString(), version, Optional.of(company.value()), Json.tree(this));
  }

  /**
   * That anything happened, about this order if any: no more is said, since not everybody may know.
   */
  static Change asPageChange(VoiceNumber number, CompanyId company, Optional<OrderId> order) {
    ObjectNode about = Json.object();
    order.ifPresent(id -> about.put("order", id.value()));
    return new Change(KIND, number.toString(), 0, Optional.of(company.value()), about);
  }

  /** The order that a change of {@link #KIND} is about, where it is about one. */
  static Optional<OrderId> orderOf(Change change) {
    return change.body().has("order")
        ? Optional.of(new OrderId(change.body().path("order").asLong()))
        : Optional.empty();
  }
}
