package org.vitrine.voices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Caller;
import org.vitrine.access.Role;
import org.vitrine.companies.CompanyId;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderNumber;

/** What the owner of a piece says about it, whoever ordered it. */
class PieceVoicesIT {
  private static TestVitrine vitrine;
  private static VoiceShop shop;
  private static TestClient stranger;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new VoiceShop(vitrine);
    stranger = shop.shop().contact("contoso", "ines@contoso.example");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static CompanyId company(String code) {
    return vitrine.vitrine().rooms().companies().find(code).orElseThrow().id();
  }

  private static VoiceNumber say(String company, String email, List<VoiceNumber> also) {
    CompanyId id = company(company);
    return vitrine
        .vitrine()
        .rooms()
        .voices()
        .say(
            new Caller.SignedIn(shop.person(email), email, Role.CUSTOMER, Optional.of(id)),
            id,
            new SaidOfPiece(
                "SN-1",
                LocalizedText.of("KFR-35"),
                Optional.of(new OrderNumber("SO-1")),
                Optional.of(1),
                VoiceKind.COMPLAINT,
                "SN-1 hums",
                List.of()),
            (transaction, number) -> also.add(number));
  }

  @Test
  void whoever_ordered_it_says_it_about_their_order_too() {
    List<VoiceNumber> also = new ArrayList<>();
    VoiceNumber number = say("northwind", "amelia@northwind.example", also);
    assertThat(also).containsExactly(number);
    JsonNode page = shop.page(shop.customer(), number.value());
    assertThat(page.get("piece").asText()).isEqualTo("SN-1");
    assertThat(page.get("order").asText()).isEqualTo("SO-1");
    assertThat(page.get("line").asInt()).isEqualTo(1);
  }

  @Test
  void whoever_has_it_later_never_learns_of_the_order() {
    VoiceNumber number = say("contoso", "ines@contoso.example", new ArrayList<>());
    JsonNode page = shop.page(stranger, number.value());
    assertThat(page.get("piece").asText()).isEqualTo("SN-1");
    assertThat(page.toString()).doesNotContain("SO-1");
    assertThat(shop.customer().get("/api/voices/" + number).statusCode()).isEqualTo(404);
    shop.act(shop.manager(), number.value(), "answers", "{\"text\": \"We look at it\"}");
    assertThat(shop.thread(stranger, number.value())).contains("answered");
    assertThat(shop.told(VoiceChange.ANSWERED, number.value()).orElseThrow().order()).isEmpty();
    assertThat(stranger.json("/api/voices").toString()).contains("SN-1").doesNotContain("SO-1");
  }

  @Test
  void what_belongs_to_it_is_written_with_it_or_neither_is() {
    CompanyId id = company("contoso");
    Caller.SignedIn by =
        new Caller.SignedIn(
            shop.person("ines@contoso.example"), "Ines", Role.CUSTOMER, Optional.of(id));
    int before = stranger.json("/api/voices").get("voices").size();
    SaidOfPiece said =
        new SaidOfPiece(
            "SN-2",
            LocalizedText.of("KFR-35"),
            Optional.empty(),
            Optional.empty(),
            VoiceKind.COMPLAINT,
            "SN-2 hums",
            List.of());
    assertThatThrownBy(
            () ->
                vitrine
                    .vitrine()
                    .rooms()
                    .voices()
                    .say(
                        by,
                        id,
                        said,
                        (transaction, number) -> {
                          throw new IllegalStateException("no");
                        }))
        .hasMessageContaining("no");
    assertThat(stranger.json("/api/voices").get("voices")).hasSize(before);
  }

  @Test
  void what_the_house_took_down_is_in_the_name_of_who_said_it_and_says_where() {
    CompanyId company = company("northwind");
    VoiceNumber number =
        vitrine
            .vitrine()
            .database()
            .inTransaction(
                transaction ->
                    vitrine
                        .vitrine()
                        .rooms()
                        .voices()
                        .note(
                            transaction,
                            company,
                            new SaidElsewhere(
                                new VoiceOrigin("visit", "482115"),
                                new VoiceParty(
                                    VoiceParty.VoiceSide.CUSTOMER, Optional.empty(), "Amelia"),
                                VoiceKind.WISH,
                                "A smaller crate")));
    JsonNode page = shop.customer().json("/api/voices/" + number);
    assertThat(page.at("/origin/kind").asText()).isEqualTo("visit");
    assertThat(page.at("/origin/key").asText()).isEqualTo("482115");
    assertThat(page.get("by").asText()).isEqualTo("Amelia");
    assertThat(page.get("side").asText()).isEqualTo("customer");
    assertThat(page.has("order")).isFalse();
    assertThat(stranger.get("/api/voices/" + number).statusCode()).isEqualTo(404);
    assertThat(shop.customer().json("/api/voices").toString()).contains("\"origin\"");
  }
}
