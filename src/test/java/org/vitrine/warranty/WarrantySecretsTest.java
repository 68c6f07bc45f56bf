package org.vitrine.warranty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.StartFailed;
import org.vitrine.warranty.IdentityKeys.KeyedHash;

class WarrantySecretsTest {
  private static final String OLD = "b2xkLW9sZC1vbGQtb2xkLW9sZC1vbGQtb2xkLW9sZC0=";
  private static final String NEW = "bmV3LW5ldy1uZXctbmV3LW5ldy1uZXctbmV3LW5ldy0=";
  private static final URI HOUSE = URI.create("https://orders.example");

  @TempDir private Path folder;

  @Test
  void a_key_is_made_once_and_for_the_owner_of_the_file_alone() throws IOException {
    Path file = folder.resolve("data/identity.keys");
    KeyedHash first = new IdentityKeys(Optional.empty(), file).hash("13800138000");

    assertThat(new IdentityKeys(Optional.empty(), file).hash("13800138000")).isEqualTo(first);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(file.getParent()).isDirectoryContaining(one -> one.equals(file));
    assertThat(Files.list(file.getParent())).hasSize(1);
  }

  @Test
  void what_was_hashed_under_an_earlier_key_is_still_recognised() {
    KeyedHash before = keys(OLD).hash("13800138000");
    IdentityKeys rotated = keys(NEW + "," + OLD);

    assertThat(rotated.hash("13800138000").keyVersion()).isNotEqualTo(before.keyVersion());
    assertThat(rotated.hashes("13800138000")).contains(before);
    assertThat(keys(NEW).hashes("13800138000")).doesNotContain(before);
  }

  @Test
  void a_key_that_is_too_short_is_none() {
    assertThatThrownBy(() -> IdentityKeys.require("c2hvcnQ=")).isInstanceOf(StartFailed.class);
    assertThatThrownBy(() -> IdentityKeys.require(NEW + ",?")).isInstanceOf(StartFailed.class);
  }

  @Test
  void a_file_without_a_key_is_none() throws IOException {
    Path file = Files.writeString(folder.resolve("identity.keys"), "\n");
    IdentityKeys empty = new IdentityKeys(Optional.empty(), file);
    assertThatThrownBy(() -> empty.hash("13800138000")).isInstanceOf(StartFailed.class);
  }

  @Test
  void keys_that_are_not_here_are_said_and_none_is_made_for_that() {
    String old = keys(OLD).hash("1").keyVersion();
    String fresh = keys(NEW).hash("1").keyVersion();
    assertThat(keys(NEW).lacking(List.of(fresh, old))).containsExactly(old);
    Path file = folder.resolve("unmade.keys");
    assertThat(new IdentityKeys(Optional.empty(), file).lacking(List.of(old))).containsExactly(old);
    assertThat(file).doesNotExist();
  }

  private IdentityKeys keys(String given) {
    return new IdentityKeys(Optional.of(given), folder.resolve("none"));
  }

  @Test
  void a_password_has_nothing_that_is_mistaken_for_something_else() {
    for (int time = 0; time < 200; time++) {
      ServicePassword password = ServicePassword.forCard();
      assertThat(password.letters()).matches("[0-9A-HJKMNP-TV-Z]{12}");
      assertThat(ServicePassword.typed(password.shown().toLowerCase())).isEqualTo(password);
    }
    assertThat(ServicePassword.typed("oil0 ｏＩ１")).isEqualTo(new ServicePassword("0110011"));
  }

  @Test
  void of_an_identity_at_most_four_digits_are_shown_and_never_most_of_it() {
    assertThat(PieceIdentity.kept("+86 138-0013-8000").shown()).isEqualTo("8000");
    assertThat(PieceIdentity.kept("123456").shown()).isEqualTo("56");
    assertThat(PieceIdentity.kept("amelia@northwind.example").shown()).isEmpty();
    assertThat(PieceIdentity.typed(" +86 (138) 0013.8000"))
        .isEqualTo(PieceIdentity.typed("8613800138000"));
    assertThatThrownBy(() -> PieceIdentity.kept("12345")).isInstanceOf(Rejection.Invalid.class);
  }

  @Test
  void nothing_secret_is_written_into_a_log() {
    assertThat(
            List.of(
                new ServicePassword("7K3M9XQ2WB5D"),
                PieceIdentity.kept("13800138000"),
                new LookUp(new WarrantySerial("A-1"), "7K3M9XQ2WB5D", null, null)))
        .noneSatisfy(secret -> assertThat(secret.toString()).containsAnyOf("7K3M", "1380"));
  }

  @Test
  void a_piece_with_a_gtin_has_a_digital_link() {
    assertThat(link("AC-000123", Optional.of("06901234567892")))
        .isEqualTo("https://orders.example/01/06901234567892/21/AC-000123");
    assertThat(link("AC/7", Optional.of("06901234567892"))).endsWith("/21/AC%2F7");
    assertThat(link("AC-000123", Optional.empty()))
        .isEqualTo("https://orders.example/warranty/look-up?serial=AC-000123");
    assertThat(link("序 7", Optional.of("06901234567892")))
        .isEqualTo("https://orders.example/warranty/look-up?serial=%E5%BA%8F%207");
    assertThat(link("9".repeat(21), Optional.of("06901234567892"))).contains("?serial=");
  }

  private static String link(String serial, Optional<String> gtin) {
    return DigitalLink.of(HOUSE, new WarrantySerial(serial), gtin);
  }

  @Test
  void a_gtin_is_told_with_fourteen_digits_and_its_check_digit() {
    assertThat(Gtin.of("6901234567892")).isEqualTo("06901234567892");
    assertThat(Gtin.of("96385074")).isEqualTo("00000096385074");
    assertThatThrownBy(() -> Gtin.of("6901234567890")).isInstanceOf(Rejection.Invalid.class);
    assertThatThrownBy(() -> Gtin.of("690123")).isInstanceOf(Rejection.Invalid.class);
  }
}
