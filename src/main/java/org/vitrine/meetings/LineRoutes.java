package org.vitrine.meetings;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.actions.ActionNumber;
import org.vitrine.meetings.LineActions.AssignedDeed;
import org.vitrine.meetings.MinuteLine.LineKind;
import org.vitrine.meetings.TableLines.LineEdit;
import org.vitrine.meetings.TableLines.LinePlace;
import org.vitrine.meetings.TableLines.NewLine;
import org.vitrine.meetings.TableLines.SavedLine;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.Routes;

/** The minutes while they are taken, over HTTP. */
final class LineRoutes implements Routes {
  private static final String LINES = "/api/meetings/:number/lines";
  private static final String LINE = LINES + "/:key";

  private final MeetingTable table;
  private final Guards guards;
  private final Idempotency idempotency;

  LineRoutes(MeetingTable table, Guards guards, Idempotency idempotency) {
    this.table = table;
    this.guards = guards;
    this.idempotency = idempotency;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard all = guards.may(Permission.ATTEND_MEETINGS);
    Endpoint.Guard staff = guards.may(Permission.ANSWER_VOICES);
    return List.of(
        idempotency.once(Routes.post(LINES, all, this::write)),
        Routes.put(LINE, all, this::save),
        Routes.delete(LINE, all, this::remove),
        Routes.post(LINE + "/hold", all, this::hold),
        idempotency.once(Routes.post(LINE + "/action", staff, this::makeAction)),
        Routes.delete(LINE + "/action", staff, this::takeActionBack));
  }

  /**
   * @param kind of a guest's line always a suggestion
   * @param hold whether whoever wrote it goes on writing
   */
  record WriteLine(String item, String kind, String text, Boolean hold) {}

  /**
   * @param version of the line as whoever writes has it before them
   * @param before the key of the line before which it moves; or {@code after}
   */
  record SaveLine(
      String text, String kind, Integer version, String before, String after, Boolean hold) {}

  /**
   * @param held false where they are done
   */
  record SaveHold(Boolean held) {}

  /**
   * @param owner by e-mail address
   */
  record SaveDeed(String owner, LocalDate due) {
    SaveDeed {
      if (owner == null) {
        throw new Rejection.Invalid("owner", "Say who does it");
      }
      if (due == null) {
        throw new Rejection.Invalid("due", "Say by which day it is done");
      }
    }
  }

  private void write(Exchange exchange) {
    MeetingPerson by = by(exchange);
    WriteLine sent = exchange.body(WriteLine.class);
    LineKind usual = by.company().isPresent() ? LineKind.SUGGESTION : LineKind.REMARK;
    SavedLine saved =
        table
            .lines()
            .write(
                by,
                MeetingTable.number(exchange),
                new NewLine(
                    Optional.ofNullable(sent.item()).map(item -> TableText.key("item", item)),
                    kind(sent.kind()).orElse(usual),
                    TableText.line(sent.text()),
                    Boolean.TRUE.equals(sent.hold())));
    exchange.reply(201, saved);
  }

  private static Optional<LineKind> kind(String code) {
    return Optional.ofNullable(code)
        .map(
            named ->
                Arrays.stream(LineKind.values())
                    .filter(kind -> kind != LineKind.ACTION && kind.code().equals(named))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            new Rejection.Invalid(
                                "kind",
                                "“%s” is not one of: remark, decision, suggestion; a line becomes an action by /action"
                                    .formatted(Excerpt.of(named)))));
  }

  private void save(Exchange exchange) {
    SaveLine sent = exchange.body(SaveLine.class);
    exchange.reply(
        table
            .lines()
            .save(
                by(exchange),
                guards.actor(exchange),
                MeetingTable.number(exchange),
                key(exchange),
                new LineEdit(
                    Optional.ofNullable(sent.text()).map(TableText::line),
                    kind(sent.kind()),
                    place(sent),
                    Optional.ofNullable(sent.version()),
                    Boolean.TRUE.equals(sent.hold()))));
  }

  private static Optional<LinePlace> place(SaveLine sent) {
    if (sent.before() != null && sent.after() != null) {
      throw new Rejection.Invalid("after", "Give before or after, not both");
    }
    return Optional.ofNullable(sent.before())
        .map(before -> new LinePlace(TableText.key("before", before), false))
        .or(
            () ->
                Optional.ofNullable(sent.after())
                    .map(after -> new LinePlace(TableText.key("after", after), true)));
  }

  private void remove(Exchange exchange) {
    exchange.onlyQueries();
    table.lines().remove(by(exchange), MeetingTable.number(exchange), key(exchange));
    exchange.replyEmpty();
  }

  private void hold(Exchange exchange) {
    SaveHold sent = exchange.bodyOr(new SaveHold(true), SaveHold.class);
    exchange.reply(
        table
            .lines()
            .hold(
                by(exchange),
                MeetingTable.number(exchange),
                key(exchange),
                !Boolean.FALSE.equals(sent.held())));
  }

  private void makeAction(Exchange exchange) {
    SaveDeed sent = exchange.body(SaveDeed.class);
    ActionNumber number =
        table.makeAction(
            by(exchange),
            guards.actor(exchange),
            MeetingTable.number(exchange),
            key(exchange),
            new AssignedDeed(sent.owner(), sent.due()));
    exchange.reply(201, Map.of("action", number));
  }

  /** The reason is read by whoever raised the matter. */
  private void takeActionBack(Exchange exchange) {
    exchange.onlyQueries("reason");
    String reason =
        exchange
            .query("reason")
            .orElseThrow(
                () -> new Rejection.Invalid("reason", "Give the reason, which customers read"));
    table.takeActionBack(
        by(exchange), guards.actor(exchange), MeetingTable.number(exchange), key(exchange), reason);
    exchange.replyEmpty();
  }

  private static MeetingPerson by(Exchange exchange) {
    return MeetingPerson.of(exchange.caller(Caller.class));
  }

  private static long key(Exchange exchange) {
    return MeetingTable.key(exchange, "key");
  }
}
