package org.vitrine.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.mail.MailUrl.StartTls;
import org.vitrine.platform.StartFailed;

class MailUrlTest {

  @Test
  void says_where_and_as_whom() {
    MailUrl url = MailUrl.parse("smtp://vitrine%40works:p%2Fw+%3A@mail.example:2525");

    assertThat(url.host()).isEqualTo("mail.example");
    assertThat(url.port()).isEqualTo(2525);
    assertThat(url.login()).contains(new MailUrl.Login("vitrine@works", "p/w+:"));
  }

  @Test
  void nothing_goes_out_in_the_clear_unless_asked_for() {
    assertThat(MailUrl.parse("smtp://u:p@mail.example").startTls()).isEqualTo(StartTls.REQUIRED);
    assertThat(MailUrl.parse("smtp://u:p@mail.example?starttls=disabled").startTls())
        .isEqualTo(StartTls.DISABLED);
    assertThat(MailUrl.parse("smtp://mail.example").startTls()).isEqualTo(StartTls.REQUIRED);
    assertThat(MailUrl.parse("smtp://mail.example?starttls=optional").startTls())
        .isEqualTo(StartTls.OPTIONAL);
    assertThat(MailUrl.parse("smtp://mail.example").port()).isEqualTo(587);
    assertThat(MailUrl.parse("smtps://mail.example").tls()).isTrue();
    assertThat(MailUrl.parse("smtps://mail.example").port()).isEqualTo(465);
  }

  @Test
  void does_not_print_its_password() {
    assertThat(MailUrl.parse("smtp://u:canary-9@mail.example").toString())
        .contains("mail.example")
        .doesNotContain("canary-9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mail.example",
        "http://u:canary-9@mail.example",
        "smtp://",
        "smtp://u:canary-9@",
        "smtp://u:canary-9@mail.example?starttls=perhaps",
        "smtp://u:canary-9@mail example",
        "smtp://:canary-9@mail.example"
      })
  void a_wrong_one_is_refused_with_a_sentence_that_keeps_the_secret(String text) {
    assertThatThrownBy(() -> MailUrl.parse(text))
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("smtp://user:password@host:587")
        .message()
        .doesNotContain("canary-9");
  }
}
