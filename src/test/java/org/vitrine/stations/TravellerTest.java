package org.vitrine.stations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TravellerTest {
  private static final String HOUSE = "https://orders.example.com";

  @Property
  void whatever_a_number_is_made_of_it_is_read_again(
      @ForAll("numbers") String order,
      @ForAll @IntRange(min = 1, max = 9_999) int line,
      @ForAll("numbers") String step) {
    String text = new Traveller(HOUSE, order, line, step).text();
    assertThat(text).matches("[!-~]+");
    assertThat(URI.create(text).toString()).isEqualTo(text);
    assertThat(Traveller.read(text)).contains(new Traveller("", order, line, step));
    assertThat(Scanned.of(text)).isInstanceOf(Scanned.TravellerCode.class);
  }

  @Provide
  Arbitrary<String> numbers() {
    return Arbitraries.of(
            "/", "%", " ", "+", "?", "#", "&", "=", "*", "~", "-", ".", "订单", "装配", "é", "ß", "🏭",
            "A", "z", "0", "9", "%2F", "\\", "\"", "'", "(")
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  @Property
  void one_character_that_was_read_wrong_is_noticed(
      @ForAll("numbers") String order, @ForAll @IntRange(min = 0, max = 400) int at) {
    String text = new Traveller(HOUSE, order, 12, "Leak test").text();
    int from = HOUSE.length() + "/t/".length();
    int place = from + at % (text.length() - from);
    char other = text.charAt(place) == '7' ? '8' : '7';
    String wrong = text.substring(0, place) + other + text.substring(place + 1);
    assertThat(Traveller.read(wrong)).isEmpty();
  }

  @Test
  void the_check_is_the_usual_one() {
    assertThat(new Traveller(HOUSE, "SO-1001", 1, "Assembly").text())
        .isEqualTo(HOUSE + "/t/SO-1001/1/Assembly?c=BC9091B3");
  }

  @Test
  void a_house_may_have_moved_since_it_was_printed() {
    String text = new Traveller("http://192.168.1.20:8080", "WH/MO/00012", 1, "Löten").text();
    assertThat(text).contains("/t/WH%2FMO%2F00012/1/L%C3%B6ten?c=");
    assertThat(Traveller.read(text).orElseThrow().order()).isEqualTo("WH/MO/00012");
    assertThat(Traveller.read(text.substring("http://192.168.1.20:8080".length()))).isPresent();
  }
}
