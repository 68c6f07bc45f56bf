package org.vitrine.stations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.stations.Scanned.Command;
import org.vitrine.stations.Scanned.DeadEnd;

class ScannedTest {
  private static final String TRAVELLER =
      new Traveller("https://orders.example.com", "SO-1001", 1, "Assembly").text();

  @Test
  void commands_on_paper_are_commands() {
    for (Command command : Command.values()) {
      assertThat(Scanned.of(command.text())).isEqualTo(new Scanned.CommandCode(command));
    }
    assertThat(Scanned.of(" vt:hold\r")).isEqualTo(new Scanned.CommandCode(Command.HOLD));
    assertThat(Scanned.of("VT:DANCE")).isEqualTo(new Scanned.Unreadable(DeadEnd.COMMAND));
  }

  @Test
  void what_a_reader_sent_double_is_refused() {
    assertThat(Scanned.of(TRAVELLER + TRAVELLER))
        .isEqualTo(new Scanned.Unreadable(DeadEnd.DOUBLED));
    assertThat(Scanned.of("VT:DONEVT:DONE")).isEqualTo(new Scanned.Unreadable(DeadEnd.DOUBLED));
    assertThat(Scanned.isDoubled("SO-1001SO-1001")).isTrue();
    assertThat(Scanned.isDoubled("1010")).as("too short to tell").isFalse();
  }

  @Test
  void a_damaged_traveller_is_no_number() {
    assertThat(Scanned.of(TRAVELLER.replace("SO-1001", "SO-1007")))
        .isEqualTo(new Scanned.Unreadable(DeadEnd.CHECK));
  }

  @Test
  void a_badge_says_that_it_is_one() {
    assertThat(Scanned.of("vt-badge: 0007 ")).isEqualTo(new Scanned.BadgeCode(new Badge("0007")));
  }

  @Test
  void the_code_that_tries_a_keyboard_is_nothing_else() {
    assertThat(Scanned.of(Scanned.TEST)).isEqualTo(new Scanned.Unreadable(DeadEnd.TEST));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://id.gs1.org/01/09506000134352/10/LOT%2F7/21/SN%201",
        "HTTPS://example.com/some/path/01/09506000134352/10/LOT%2F7/21/SN%201?17=261231",
        "]d2010950600013435210LOT/7\u001D21SN 1",
        "]C1010950600013435217261231\u001D10LOT/7\u001D21SN 1",
        "]Q301095060001343523001\u001D21SN 1\u001D10LOT/7",
        "010950600013435221SN 1\u001D10LOT/7",
        "\u001D010950600013435221SN 1\u001D10LOT/7\r"
      })
  void a_thing_is_named_by_gs1(String text) {
    assertThat(Scanned.of(text))
        .isEqualTo(new Scanned.ThingCode(new Gs1(Optional.of("LOT/7"), Optional.of("SN 1"))));
  }

  @Test
  void a_card_of_ours_names_its_piece() {
    assertThat(Scanned.of("https://orders.example.com/warranty/look-up?serial=SN%201"))
        .isEqualTo(new Scanned.ThingCode(new Gs1(Optional.empty(), Optional.of("SN 1"))));
  }

  @Test
  void what_says_nothing_is_empty() {
    assertThat(Scanned.of(" \r\n")).isEqualTo(new Scanned.Unreadable(DeadEnd.EMPTY));
  }

  @Property
  void whatever_is_read_is_something(@ForAll String text) {
    assertThat(Scanned.of(text)).isNotNull();
    assertThat(Scanned.of("]d2" + text)).isInstanceOf(Scanned.ThingCode.class);
    assertThat(Scanned.of("http://a/t/" + text)).isNotNull();
    assertThat(Scanned.of("http://a/warranty/look-up?serial=" + text)).isNotNull();
  }
}
