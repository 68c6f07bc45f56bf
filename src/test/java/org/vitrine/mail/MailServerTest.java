package org.vitrine.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.SilentServer;

class MailServerTest {
  private static final MailAddress FROM = new MailAddress("orders@works.example");
  private static final OutgoingMail MAIL =
      new OutgoingMail(
          "vitrine-7-1",
          new MailAddress("amelia@northwind.example"),
          "Ihr Link 登录",
          "Hello – 您好\nhttps://orders.example/enter#x",
          Optional.of("<p>Hello – 您好</p>"),
          Optional.empty());

  private final GreenMail smtp = new GreenMail(new ServerSetup[] {setup("smtp"), setup("smtps")});

  /** A machine that is busy takes its time. */
  static ServerSetup setup(String protocol) {
    ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
    setup.setServerStartupTimeout(60_000);
    return setup;
  }

  @AfterEach
  void close() {
    smtp.stop();
  }

  @Test
  void a_mail_arrives_as_text_and_the_same_as_html() throws Exception {
    smtp.start();
    send("smtp://127.0.0.1:%d?starttls=disabled", smtp.getSmtp().getPort());

    MimeMessage arrived = smtp.getReceivedMessages()[0];
    assertThat(arrived.getContentType()).startsWith("multipart/alternative");
    assertThat(parts(arrived).keySet()).containsExactly("text/plain", "text/html");
    assertThat(parts(arrived).get("text/plain")).isEqualToIgnoringNewLines(MAIL.text());
    assertThat(parts(arrived).get("text/html")).isEqualToIgnoringNewLines(MAIL.html().get());
    assertThat(arrived.getSubject()).isEqualTo("Ihr Link 登录");
    assertThat(arrived.getHeader("Message-ID")).containsExactly("<vitrine-7-1@works.example>");
    assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(arrived.getRecipients(Message.RecipientType.TO)).hasSize(1);
  }

  /** What it says, by the type of each part. */
  static Map<String, String> parts(Part mail) throws MessagingException, IOException {
    Map<String, String> found = new LinkedHashMap<>();
    if (mail.getContent() instanceof Multipart several) {
      for (int i = 0; i < several.getCount(); i++) {
        found.putAll(parts(several.getBodyPart(i)));
      }
    } else {
      found.put(mail.getContentType().replaceFirst(";.*", ""), (String) mail.getContent());
    }
    return found;
  }

  @Test
  void a_sender_s_name_adds_no_header_and_no_recipient() throws Exception {
    smtp.start();
    MailUrl url =
        MailUrl.parse("smtp://127.0.0.1:%d?starttls=disabled".formatted(smtp.getSmtp().getPort()));
    new MailServer(
            new MailSettings(url, FROM),
            "Works\"\r\nBcc: eve@evil.example\r\n\r\n<eve@evil.example>\u009b, ")
        .send(MAIL);

    MimeMessage arrived = smtp.getReceivedMessages()[0];
    assertThat(smtp.getReceivedMessages()).hasSize(1);
    assertThat(arrived.getFrom()).hasSize(1);
    assertThat(arrived.getFrom()[0].toString()).endsWith("<orders@works.example>");
    assertThat(((InternetAddress) arrived.getFrom()[0]).getPersonal())
        .doesNotContainPattern("\\p{Cc}");
    assertThat(arrived.getHeader("Bcc")).isNull();
    assertThat(GreenMailUtil.getHeaders(arrived)).doesNotContainPattern("(?mi)^Bcc:");
  }

  @Test
  void a_subject_of_two_lines_is_no_subject() {
    assertThatThrownBy(
            () ->
                new OutgoingMail(
                    "1",
                    MAIL.to(),
                    "Hi\r\nBcc: x@y.example",
                    "text",
                    Optional.empty(),
                    Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_name_in_chinese_is_readable() throws Exception {
    smtp.start();
    MailUrl url =
        MailUrl.parse("smtp://127.0.0.1:%d?starttls=disabled".formatted(smtp.getSmtp().getPort()));
    new MailServer(new MailSettings(url, FROM), "佛山舒适工厂").send(MAIL);

    assertThat(((InternetAddress) smtp.getReceivedMessages()[0].getFrom()[0]).getPersonal())
        .isEqualTo("佛山舒适工厂");
  }

  @Test
  void a_logo_goes_along_beside_the_html() throws Exception {
    smtp.start();
    MailLogo logo = new MailLogo(new byte[] {1, 2, 3}, "image/png");
    MailUrl url =
        MailUrl.parse("smtp://127.0.0.1:%d?starttls=disabled".formatted(smtp.getSmtp().getPort()));
    new MailServer(
            new MailSettings(
                url, FROM, Optional.empty(), MailLook.of(Optional.of(logo), Optional.empty())),
            "Works")
        .send(MAIL);

    Multipart alternative = (Multipart) smtp.getReceivedMessages()[0].getContent();
    assertThat(alternative.getBodyPart(0).getContentType()).startsWith("text/plain");
    assertThat(alternative.getBodyPart(1).getContentType()).startsWith("multipart/related");
    Multipart related = (Multipart) alternative.getBodyPart(1).getContent();
    assertThat(related.getBodyPart(0).getContentType()).startsWith("text/html");
    assertThat(related.getBodyPart(1).getHeader("Content-ID")).containsExactly("<logo>");
    assertThat(related.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(logo.content());
  }

  @Test
  void what_can_be_left_says_where_with_one_click() throws Exception {
    smtp.start();
    send("smtp://127.0.0.1:%d?starttls=disabled", smtp.getSmtp().getPort());
    assertThat(smtp.getReceivedMessages()[0].getHeader("List-Unsubscribe")).isNull();
    assertThat(smtp.getReceivedMessages()[0].getHeader("List-Unsubscribe-Post")).isNull();

    MailUrl url =
        MailUrl.parse("smtp://127.0.0.1:%d?starttls=disabled".formatted(smtp.getSmtp().getPort()));
    String address = "https://orders.example/api/unsubscriptions/" + "q".repeat(43);
    new MailServer(new MailSettings(url, FROM), "Works")
        .send(
            new OutgoingMail("2", MAIL.to(), "Hi", "text", Optional.empty(), Optional.of(address)));

    MimeMessage left = smtp.getReceivedMessages()[1];
    assertThat(left.getHeader("List-Unsubscribe", null)).isEqualTo("<" + address + ">");
    assertThat(left.getHeader("List-Unsubscribe-Post", null))
        .isEqualTo("List-Unsubscribe=One-Click");
  }

  @Test
  void tls_is_required_unless_the_address_says_otherwise() {
    smtp.start();

    assertThatThrownBy(() -> send("smtp://127.0.0.1:%d", smtp.getSmtp().getPort()))
        .isInstanceOf(MailServer.NotTaken.class)
        .hasMessageContaining("STARTTLS");
    assertThat(smtp.getReceivedMessages()).isEmpty();
  }

  @Test
  void tls_that_is_required_is_not_done_without() {
    smtp.start();

    assertThatThrownBy(
            () -> send("smtp://127.0.0.1:%d?starttls=required", smtp.getSmtp().getPort()))
        .isInstanceOf(MailServer.NotTaken.class)
        .hasMessageContaining("STARTTLS");
    assertThat(smtp.getReceivedMessages()).isEmpty();
  }

  @Test
  void a_certificate_that_nobody_vouches_for_is_refused() {
    smtp.start();

    assertThatThrownBy(() -> send("smtps://127.0.0.1:%d", smtp.getSmtps().getPort()))
        .isInstanceOf(MailServer.NotTaken.class);
    assertThat(smtp.getReceivedMessages()).isEmpty();
  }

  @Test
  void tls_that_is_optional_is_done_without_where_the_server_has_none() {
    smtp.start();
    send("smtp://127.0.0.1:%d?starttls=optional", smtp.getSmtp().getPort());

    assertThat(smtp.getReceivedMessages()).hasSize(1);
  }

  @Test
  void it_signs_in_with_what_it_was_given_and_tells_nobody_the_password() {
    smtp.setUser("vitrine", "canary-right");
    smtp.start();
    send("smtp://vitrine:canary-right@127.0.0.1:%d?starttls=disabled", smtp.getSmtp().getPort());
    assertThat(smtp.getReceivedMessages()).hasSize(1);

    assertThatThrownBy(
            () ->
                send(
                    "smtp://vitrine:canary-wrong@127.0.0.1:%d?starttls=disabled",
                    smtp.getSmtp().getPort()))
        .isInstanceOf(MailServer.NotTaken.class)
        .message()
        .doesNotContain("canary-wrong");
  }

  @Test
  void a_server_that_is_not_there_is_named_in_a_sentence() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }

    assertThatThrownBy(() -> send("smtp://127.0.0.1:%d?starttls=disabled", port))
        .isInstanceOf(MailServer.NotTaken.class)
        .hasMessageContaining("127.0.0.1");
  }

  @Test
  void a_server_that_talks_without_end_is_left_in_time_and_the_next_mail_is_not_disturbed()
      throws Exception {
    smtp.start();
    try (SilentServer dribbling = SilentServer.dribbling()) {
      MailUrl slow = MailUrl.parse("smtp://127.0.0.1:" + dribbling.port() + "?starttls=disabled");
      MailServer impatient =
          new MailServer(new MailSettings(slow, FROM), "Works", Duration.ofMillis(300));

      assertThatThrownBy(() -> impatient.send(MAIL))
          .isInstanceOf(MailServer.NotTaken.class)
          .hasMessageContaining("did not respond within");
    }
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    send("smtp://127.0.0.1:%d?starttls=disabled", smtp.getSmtp().getPort());
    assertThat(smtp.getReceivedMessages()).hasSize(1);
  }

  private static void send(String url, int port) {
    new MailServer(
            new MailSettings(MailUrl.parse(url.formatted(port)), FROM), "Foshan Comfort Works")
        .send(MAIL);
  }
}
