package org.vitrine.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.platform.StartFailed;

/** Signatures of mails as they arrive. */
class DkimSignerTest {
  private static final String ADDRESS = "https://orders.example/api/unsubscriptions/secret";

  private static KeyPair keys;

  @TempDir Path folder;

  @BeforeAll
  static void makeKeys() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2_048);
    keys = generator.generateKeyPair();
  }

  private static String sent(Optional<String> leave) {
    try (TestSmtp smtp = new TestSmtp()) {
      new MailServer(
              new MailSettings(
                  smtp.url(),
                  new MailAddress("orders@works.example"),
                  Optional.of(new DkimKey("vitrine", (RSAPrivateKey) keys.getPrivate())),
                  MailLook.of(
                      Optional.of(new MailLogo(new byte[] {1, 2, 3}, "image/png")),
                      Optional.empty())),
              "佛山舒适工厂")
          .send(
              new OutgoingMail(
                  "vitrine-7-1",
                  new MailAddress("amelia@northwind.example"),
                  "Ihr Link 登录",
                  "Hello – 您好\n\n.\n-- \nhttps://orders.example   \n",
                  Optional.of("<p>" + "Hello – 您好 ".repeat(200) + "</p>"),
                  leave));
      return smtp.received().getFirst();
    }
  }

  private static List<SignatureRecord> verified(String mail) throws Exception {
    String published =
        "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    return new DKIMVerifier((method, selector, domain) -> List.of(published))
        .verify(new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void a_mail_is_signed_together_with_the_headers_by_which_it_is_left() throws Exception {
    String mail = sent(Optional.of(ADDRESS));

    assertThat(mail).contains("List-Unsubscribe: <" + ADDRESS + ">");
    List<SignatureRecord> signatures = verified(mail);
    assertThat(signatures).hasSize(1);
    SignatureRecord signature = signatures.getFirst();
    assertThat(signature.getDToken()).hasToString("works.example");
    assertThat(signature.getSelector()).hasToString("vitrine");
    assertThat(signature.getHeaders())
        .extracting(CharSequence::toString)
        .contains("from", "to", "subject", "date", "message-id")
        .contains("list-unsubscribe", "list-unsubscribe-post");
    assertThat(mail.lines()).allMatch(line -> line.length() < 998);
  }

  @Test
  void one_that_cannot_be_left_is_signed_too() throws Exception {
    assertThat(verified(sent(Optional.empty()))).hasSize(1);
  }

  @Test
  void whatever_is_changed_on_the_way_is_noticed() {
    String mail = sent(Optional.of(ADDRESS));
    for (String changed :
        List.of(
            mail.replace(ADDRESS, "https://evil.example"),
            mail.replace("List-Unsubscribe=One-Click", "List-Unsubscribe=Two-Clicks"),
            mail.replaceFirst("To: amelia", "To: eve"),
            mail.replaceFirst("Message-ID: <", "Message-ID: <x"),
            mail.replaceFirst("text/html", "text/xhtml"))) {
      assertThat(changed).isNotEqualTo(mail);
      assertThatThrownBy(() -> verified(changed)).isInstanceOf(FailException.class);
    }
    String unleft = sent(Optional.empty());
    String added = unleft.replaceFirst("To: ", "List-Unsubscribe: <https://evil.example>\r\nTo: ");
    assertThatThrownBy(() -> verified(added)).isInstanceOf(FailException.class);
  }

  @Test
  void a_key_is_read_from_a_file() throws Exception {
    Path file = folder.resolve("dkim.pem");
    String encoded = Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded());
    Files.writeString(
        file, "-----BEGIN PRIVATE KEY-----\n" + encoded + "\n-----END PRIVATE KEY-----\n");

    assertThat(DkimKey.read(file, "mail").key()).isEqualTo(keys.getPrivate());
    assertThat(DkimKey.read(file, "mail").toString()).doesNotContain(encoded.substring(0, 20));
    assertThatThrownBy(() -> DkimKey.read(file, "a b"))
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("a b");
  }

  @Test
  void what_is_no_key_is_refused_with_a_sentence_that_keeps_the_secret() throws Exception {
    Path file = folder.resolve("dkim.pem");
    for (String content :
        List.of(
            "canary-9",
            "-----BEGIN RSA PRIVATE KEY-----\ncanary-9\n-----END RSA PRIVATE KEY-----",
            "-----BEGIN PRIVATE KEY-----\ncanary-9\n-----END PRIVATE KEY-----")) {
      Files.writeString(file, content);
      assertThatThrownBy(() -> DkimKey.read(file, "mail"))
          .isInstanceOf(StartFailed.class)
          .hasMessageContaining("BEGIN PRIVATE KEY")
          .message()
          .doesNotContain("canary-9");
    }
    assertThatThrownBy(() -> DkimKey.read(folder.resolve("none"), "mail"))
        .isInstanceOf(StartFailed.class);
  }
}
