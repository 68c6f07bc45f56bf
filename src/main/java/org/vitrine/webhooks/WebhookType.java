package org.vitrine.webhooks;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.orders.OrderRemoved;
import org.vitrine.production.OrderChange;
import org.vitrine.voices.VoiceChange;

/** What endpoints are told of. Their codes stay: programs are written for them. */
enum WebhookType {
  ORDER_PLACED("order.placed", OrderChange.PREFIX + "placed", true),
  ORDER_PROMISE_REVISED("order.promise-revised", OrderChange.PREFIX + "promise-revised", true),
  ORDER_CANCELLED("order.cancelled", OrderChange.PREFIX + "cancelled", true),
  ORDER_REINSTATED("order.reinstated", OrderChange.PREFIX + "reinstated", true),
  ORDER_STAGE_BEGUN("order.stage-begun", OrderChange.PREFIX + "stage-begun", true),
  ORDER_STAGE_FINISHED("order.stage-finished", OrderChange.PREFIX + "stage-finished", true),
  ORDER_REQUIREMENT_FAILED(
      "order.requirement-failed", OrderChange.PREFIX + "requirement-failed", true),
  ORDER_COMPLETED("order.completed", OrderChange.PREFIX + "completed", true),
  ORDER_AT_RISK("order.at-risk", OrderChange.PREFIX + "at-risk", false),
  ORDER_SHIPPED("order.shipped", OrderChange.PREFIX + "shipped", true),
  ORDER_DELIVERED("order.delivered", OrderChange.PREFIX + "delivered", true),
  ORDER_REMOVED("order.removed", OrderRemoved.KIND, true),
  MESSAGE_SAID("message.said", VoiceChange.SAID, true),
  MESSAGE_ADDED("message.added", VoiceChange.ADDED, true),
  MESSAGE_ANSWERED("message.answered", VoiceChange.ANSWERED, true),
  MESSAGE_ASKED("message.asked", VoiceChange.ASKED, true),
  MESSAGE_CLOSED("message.closed", VoiceChange.CLOSED, true),
  MESSAGE_REOPENED("message.reopened", VoiceChange.REOPENED, true),
  MESSAGE_HANDED_ON("message.handed-on", VoiceChange.HANDED_ON, false),
  MESSAGE_ASSIGNED("message.assigned", VoiceChange.ASSIGNED, false),
  MESSAGE_CLIMBED("message.climbed", VoiceChange.CLIMBED, false),
  MESSAGE_REMINDED("message.reminded", VoiceChange.REMINDED, false);

  /** Of CloudEvents, whose types begin with a name that is ours. */
  static final String PREFIX = "org.vitrine.";

  /** Said by ourselves, to see whether anybody hears. */
  static final String PING = "ping";

  private static final Map<String, WebhookType> BY_KIND =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(type -> type.kind, Function.identity()));

  private static final Set<String> TOPICS =
      Arrays.stream(values()).map(WebhookType::topic).collect(Collectors.toUnmodifiableSet());

  private final String code;
  private final String kind;
  private final boolean isForCompanies;

  /**
   * @param kind of the change that rooms hear
   * @param isForCompanies whether the company is told that it concerns, as its people are; if not,
   *     only the house is
   */
  WebhookType(String code, String kind, boolean isForCompanies) {
    this.code = code;
    this.kind = kind;
    this.isForCompanies = isForCompanies;
  }

  static Optional<WebhookType> ofKind(String kind) {
    return Optional.ofNullable(BY_KIND.get(kind));
  }

  /** The kinds of changes of which somebody may be told. */
  static Set<String> kinds() {
    return BY_KIND.keySet();
  }

  /** True for a type, and for all of a topic: {@code order.*}. */
  static boolean isWanted(String wanted) {
    return Arrays.stream(values()).anyMatch(type -> type.code.equals(wanted))
        || TOPICS.stream().anyMatch(topic -> wanted.equals(topic + ".*"));
  }

  @JsonValue
  String code() {
    return code;
  }

  boolean isForCompanies() {
    return isForCompanies;
  }

  boolean isOrders() {
    return topic().equals("order");
  }

  private String topic() {
    return code.substring(0, code.indexOf('.'));
  }
}
