package org.vitrine.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.platform.Rejection;

class NewPasswordTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery staple",
        "winter in foshan",
        "0294 8837 1135",
        "红豆生南国春来发几枝愿君"
      })
  void what_it_is_composed_of_is_its_owner_s_business(String password) {
    assertThat(chosen(password).text()).isEqualTo(password);
  }

  @Test
  void eleven_characters_are_too_few_and_twelve_are_enough() {
    assertThat(chosen("zq7-mwv8kfxp").text()).hasSize(12);
    assertRefused("zq7-mwv8kfx", "at least 12");
    assertRefused(null, "at least 12");
  }

  @Test
  void characters_are_counted_as_people_see_them() {
    assertRefused("🐎🔋🐎🔋🐎🔋", "at least 12");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "PASSWORD1234",
        "Password!!2026",
        "123456789012",
        "210987654321",
        "abcdefghijkl",
        "aaaaaaaaaaaaa",
        "passwordpassword",
        "abcabcabcabc",
        "qwertyuiop12",
        "!!!dragon12345",
        "!?!?!?!?!?!?!"
      })
  void what_everybody_tries_first_is_refused(String password) {
    assertRefused(password, "too common");
  }

  @ParameterizedTest
  @ValueSource(strings = {"amelia.hart1999", "Amelia Hart 12", "amelia.hart@northwind.example"})
  void one_s_own_name_and_address_are_refused(String password) {
    assertRefused(password, "your name or email address");
  }

  @Test
  void a_book_is_not_a_password() {
    assertRefused("x7".repeat(129), "at most 256");
  }

  @Test
  void it_does_not_print_itself() {
    assertThat(chosen("winter in foshan")).hasToString("NewPassword");
  }

  private static NewPassword chosen(String password) {
    return new NewPassword(password).forOwner("Amelia Hart", "Amelia.Hart@northwind.example");
  }

  private static void assertRefused(String password, String why) {
    assertThatThrownBy(() -> chosen(password))
        .isInstanceOfSatisfying(
            Rejection.Invalid.class, refused -> assertThat(refused.field()).isEqualTo("password"))
        .hasMessageContaining(why);
  }
}
