package org.vitrine.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTemplatesTest {
  private final MailTemplates templates =
      new MailTemplates(() -> URI.create("https://orders.example"), "Foshan Comfort Works");

  /** Some mail programs end a link at the first mail that may not stand in an address. */
  @ParameterizedTest
  @ValueSource(strings = {"SO-1001", "订单-2026年-7", "Ü_9", "٣٤", "1\r\n2?#"})
  void the_address_of_an_order_is_of_ascii_and_leads_to_it(String number) {
    String text = templates.glassLinkAskedAgain("Amelia Hart", number).text();

    String address =
        text.lines().filter(line -> line.startsWith("https:")).findFirst().orElseThrow();
    assertThat(address).matches("https://orders\\.example/orders/[A-Za-z0-9%._-]+");
    assertThat(URI.create(address).getPath()).isEqualTo("/orders/" + number);
  }
}
