package org.vitrine.meetings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.meetings.AttendanceRepository.PossibleGuest;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** Where a meeting is, and who came, over HTTP. */
final class TableRoutes implements Routes {
  private static final String MEETING = "/api/meetings/:number";

  private final MeetingTable table;
  private final Guards guards;

  TableRoutes(MeetingTable table, Guards guards) {
    this.table = table;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard all = guards.may(Permission.ATTEND_MEETINGS);
    Endpoint.Guard staff = guards.may(Permission.ANSWER_VOICES);
    Endpoint.Guard keepers = guards.may(Permission.KEEP_MEETINGS);
    return List.of(
        Routes.put(MEETING + "/item", keepers, this::turnTo),
        Routes.put(MEETING + "/items/:key/answer", keepers, this::closeItem),
        Routes.delete(MEETING + "/items/:key/answer", keepers, this::openItem),
        Routes.get(MEETING + "/attendance", staff, this::possible),
        Routes.put(MEETING + "/attendance", all, this::attend));
  }

  /**
   * @param item absent where no item is talked about
   */
  record TurnTo(String item) {}

  record CloseItem(String answer) {}

  /**
   * @param person absent for whoever asks
   * @param came false where they did not
   */
  record SaveAttendance(Long person, Boolean came) {}

  /**
   * @param came since when; absent where they have not
   */
  record GuestAnswer(long person, String name, Optional<String> company, Optional<String> came) {
    static GuestAnswer of(PossibleGuest guest) {
      return new GuestAnswer(
          guest.person(), guest.name(), guest.company(), guest.cameAt().map(Object::toString));
    }
  }

  private void turnTo(Exchange exchange) {
    Optional<String> item = Optional.ofNullable(exchange.body(TurnTo.class).item());
    table
        .progress()
        .turnTo(
            by(exchange),
            MeetingTable.number(exchange),
            item.map(key -> TableText.key("item", key)));
    exchange.replyEmpty();
  }

  private void closeItem(Exchange exchange) {
    table
        .progress()
        .close(
            by(exchange),
            MeetingTable.number(exchange),
            MeetingTable.key(exchange, "key"),
            TableText.answer(exchange.body(CloseItem.class).answer()));
    exchange.replyEmpty();
  }

  private void openItem(Exchange exchange) {
    exchange.onlyQueries();
    table
        .progress()
        .open(by(exchange), MeetingTable.number(exchange), MeetingTable.key(exchange, "key"));
    exchange.replyEmpty();
  }

  private void possible(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(
        Map.of(
            "people",
            table.attendance().possible(by(exchange), MeetingTable.number(exchange)).stream()
                .map(GuestAnswer::of)
                .toList()));
  }

  private void attend(Exchange exchange) {
    MeetingPerson by = by(exchange);
    SaveAttendance sent = exchange.bodyOr(new SaveAttendance(null, null), SaveAttendance.class);
    boolean came = !Boolean.FALSE.equals(sent.came());
    if (sent.person() == null && came) {
      table.attendance().came(by, MeetingTable.number(exchange));
    } else if (!by.keeps()) {
      throw new Rejection.Forbidden("Only whoever keeps the meeting says who else came");
    } else {
      long person = Optional.ofNullable(sent.person()).orElse(by.id());
      table.attendance().mark(by, MeetingTable.number(exchange), person, came);
    }
    exchange.replyEmpty();
  }

  private static MeetingPerson by(Exchange exchange) {
    return MeetingPerson.of(exchange.caller(Caller.class));
  }
}
