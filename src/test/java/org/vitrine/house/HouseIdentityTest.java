package org.vitrine.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.words.Language;

class HouseIdentityTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private static final SavedHouse SAVED =
      new SavedHouse(
          Optional.of("Bakery"),
          Optional.of(BERLIN),
          List.of(Language.CHINESE),
          3,
          Optional.of("Wu Min"),
          Optional.of(Instant.EPOCH));

  @Test
  void what_is_said_at_the_start_counts_before_what_the_pages_set() {
    SetAtStart start =
        new SetAtStart(Optional.of("Works"), Optional.of(SHANGHAI), Optional.empty());

    assertThat(start.with(SAVED))
        .isEqualTo(
            new HouseIdentity("Works", SHANGHAI, List.of(Language.CHINESE, Language.ENGLISH)));
  }

  @Test
  void where_nothing_is_said_at_the_start_the_pages_decide() {
    assertThat(SetAtStart.NOTHING.with(SAVED).manufacturer()).isEqualTo("Bakery");
    assertThat(SetAtStart.NOTHING.with(SAVED).zone()).isEqualTo(BERLIN);
    assertThat(SetAtStart.NOTHING.with(SAVED).firstLanguage()).isEqualTo(Language.CHINESE);
  }

  @Test
  void a_house_of_which_nothing_is_known_has_the_zone_of_its_machine() {
    assertThat(SetAtStart.NOTHING.with(SavedHouse.NEVER))
        .isEqualTo(new HouseIdentity("Vitrine", ZoneId.systemDefault(), List.of()));
  }

  @Test
  void every_language_is_offered_whichever_is_first() {
    assertThat(new HouseIdentity("Bakery", BERLIN, List.of(Language.CHINESE)).languages())
        .containsExactly(Language.CHINESE, Language.ENGLISH);
  }

  @Test
  void what_is_absent_in_an_edit_stays_as_it_is() {
    SavedHouse edited = SAVED.with(sent(Optional.of("  Mill "), Optional.empty()).read());

    assertThat(edited.manufacturer()).contains("Mill");
    assertThat(edited.zone()).contains(BERLIN);
    assertThat(edited.languages()).containsExactly(Language.CHINESE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two\nlines"})
  void a_name_is_one_line_that_says_something(String name) {
    assertThatThrownBy(() -> sent(Optional.of(name), Optional.empty()).read())
        .isInstanceOf(Rejection.Invalid.class)
        .hasMessageStartingWith("Give a name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+08:00", "Moon/Crater", ""})
  void an_offset_is_no_zone(String zone) {
    EditHouse.Sent sent = new EditHouse.Sent(Optional.empty(), Optional.of(zone), Optional.empty());

    assertThatThrownBy(sent::read).isInstanceOf(Rejection.Invalid.class);
  }

  @Test
  void a_language_is_one_of_ours_and_named_once() {
    for (List<String> tags : List.of(List.<String>of(), List.of("fr"), List.of("en", "en"))) {
      assertThatThrownBy(() -> sent(Optional.empty(), Optional.of(tags)).read())
          .isInstanceOf(Rejection.Invalid.class);
    }
  }

  private static EditHouse.Sent sent(
      Optional<String> manufacturer, Optional<List<String>> languages) {
    return new EditHouse.Sent(manufacturer, Optional.empty(), languages);
  }
}
