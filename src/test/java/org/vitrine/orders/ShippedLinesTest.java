package org.vitrine.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.platform.Rejection;

class ShippedLinesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  @Test
  void what_left_is_added_up_by_line_and_what_was_withdrawn_is_not() {
    List<Shipment> shipments =
        List.of(
            shipment("1", null, item(1, 60), item(2, 5)),
            shipment("2", null, item(1, 40)),
            shipment("3", "unloaded again", item(2, 5)));

    assertThat(ShippedLines.of(shipments))
        .isEqualTo(new ShippedLines(Map.of(1, Amount.of(100), 2, Amount.of(5))));
    assertThat(ShippedLines.of(shipments).of(3)).isEqualTo(Amount.NONE);
    assertThat(ShippedLines.of(List.of()).left()).isEmpty();
  }

  @Property(tries = 200)
  void in_however_many_shipments_it_left_it_is_as_much(
      @ForAll @Size(min = 1, max = 30)
          List<@IntRange(min = 1, max = 1_000_000_000) Integer> parts) {
    List<Shipment> shipments = new ArrayList<>();
    for (int at = 0; at < parts.size(); at++) {
      shipments.add(shipment("S" + at, null, item(1, parts.get(at))));
    }
    long all = parts.stream().mapToLong(Integer::longValue).sum();

    assertThat(ShippedLines.of(shipments).of(1)).isEqualTo(Amount.of(all));
    assertThat(ShippedLines.of(shipments.reversed())).isEqualTo(ShippedLines.of(shipments));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://track.example/parcel/{number}          | PR 12/3+4  | https://track.example/parcel/PR%2012%2F3%2B4",
        "https://track.example/?no={number}&lang=en     | 1&admin=1  | https://track.example/?no=1%26admin%3D1&lang=en",
        "https://track.example:8443/{number}            | 运单77      | https://track.example:8443/%E8%BF%90%E5%8D%9577",
        "https://track.example/#/p/{number}             | A#B?C      | https://track.example/#/p/A%23B%3FC",
        "https://track.example/a/{number}/status        | <script>x  | https://track.example/a/%3Cscript%3Ex/status",
        "https://track.example?{number}                 | 00123      | https://track.example?00123"
      })
  void a_tracking_number_cannot_leave_its_place_in_the_link(
      String template, String number, String link) {
    assertThat(new Carrier("c", "Carrier", template).checked().link(number)).contains(link);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://track.example/{number}           | begins with https://",
        "javascript:alert('{number}')            | begins with https://",
        "https://track.example/parcel            | {number} once",
        "https://track.example/{number}/{number} | {number} once",
        "https://{number}.example/               | behind the host",
        "https://track.example:{number}/         | behind the host",
        "https://{number}                        | behind the host",
        "https://me@track.example/{number}       | begins with https://",
        "https:///{number}                       | begins with https://",
        "track.example/{number}                  | begins with https://",
        "https://track example/{number}          | such as https://carrier.example"
      })
  void what_is_no_template_is_refused_and_quoted(String template, String must) {
    assertThatThrownBy(() -> new Carrier("c", "Carrier", template).checked())
        .isInstanceOfSatisfying(
            Rejection.Invalid.class, no -> assertThat(no.field()).isEqualTo("trackingUrl"))
        .hasMessageContaining("“" + template + "”")
        .hasMessageContaining(must);
  }

  @ParameterizedTest
  @CsvSource({"'', name", "'a b', code", "-x, code", "ａｂ, code", "x/../y, code"})
  void a_carrier_has_a_code_and_a_name(String code, String field) {
    String name = field.equals("name") ? " " : "Carrier";
    String written = field.equals("name") ? "ok" : code;
    assertThatThrownBy(() -> new Carrier(written, name, null).checked())
        .isInstanceOfSatisfying(
            Rejection.Invalid.class, no -> assertThat(no.field()).isEqualTo(field));
  }

  private static Shipment shipment(String number, String withdrawn, ShippedItem... items) {
    return new Shipment(
        new ShipmentNumber(number), DAY, null, null, null, null, List.of(items), withdrawn);
  }

  private static ShippedItem item(int line, int quantity) {
    return new ShippedItem(line, Amount.of(quantity));
  }
}
