package org.vitrine.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.platform.Rejection;

class MailAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "amelia@northwind.example",
        "amelia.hart+orders@mail.northwind.example",
        "o'neill_7@a-b.example",
        "a@xn--fiqs8s.example"
      })
  void people_s_addresses_are_addresses(String text) {
    assertThat(new MailAddress(text).text()).isEqualTo(text);
  }

  @Test
  void whoever_signs_in_may_have_an_address_on_this_machine_alone() {
    assertThat(MailAddress.typedToSignIn(" Administrator@Localhost "))
        .isEqualTo("administrator@localhost");
    assertThat(MailAddress.isDeliverable("administrator@localhost")).isFalse();
    assertThatThrownBy(() -> MailAddress.typedToSignIn("a@localhost, b@localhost"))
        .isInstanceOf(Rejection.Invalid.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "amelia",
        "@northwind.example",
        "amelia@",
        "amelia@localhost",
        "a b@northwind.example",
        ".a@northwind.example",
        "a.@northwind.example",
        "a..b@northwind.example",
        "a@-b.example",
        "a@b-.example",
        "a@b..example",
        "a@[127.0.0.1]",
        "\"a b\"@northwind.example",
        "amelia@northwind.example,eve@evil.example",
        "amelia@northwind.example eve@evil.example",
        "<amelia@northwind.example>",
        "amelia@northwind.example\r\nBcc: eve@evil.example",
        "amelia@northwind.example\nBcc: eve@evil.example",
        "amelia@northwind.example\u0000",
        "amelia@northwind.example\u2028",
        "amelia\r\n@northwind.example",
        "amelia@northwind.example%0aBcc:eve@evil.example"
      })
  void what_is_no_address_or_more_than_one_is_refused(String text) {
    assertRefused(text);
  }

  @Test
  void capitals_do_not_matter_and_neither_do_blanks_around_it() {
    assertThat(MailAddress.typed(" Amelia@Northwind.Example\n"))
        .isEqualTo(new MailAddress("amelia@northwind.example"));
  }

  @Test
  void nobody_has_a_very_long_one() {
    assertRefused("a".repeat(65) + "@northwind.example");
    assertRefused("a@" + "b.".repeat(150) + "example");
    assertRefused(null);
  }

  @Test
  void a_hostile_one_is_refused_quickly() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertRefused("a.".repeat(30) + "@" + "a".repeat(180)));
  }

  @Property
  void no_address_carries_what_ends_a_header(@ForAll String start, @ForAll String end) {
    for (String text : new String[] {start, start + "@" + end, start + "\r\n@northwind.example"}) {
      try {
        assertThat(new MailAddress(text).text()).doesNotContainPattern("[\\s,;:<>\"()\\p{Cntrl}]");
      } catch (Rejection.Invalid refused) {
        assertThat(refused.field()).isEqualTo("email");
      }
    }
  }

  private static void assertRefused(String text) {
    assertThatThrownBy(() -> new MailAddress(text)).isInstanceOf(Rejection.Invalid.class);
  }
}
