package org.vitrine.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.SignedUp.AMELIA;
import static org.vitrine.fixtures.SignedUp.LI_WEN;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.companies.Companies.SaveCompany;
import org.vitrine.companies.CompanyKind;
import org.vitrine.fixtures.SignedUp;
import org.vitrine.fixtures.TestBrowser;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestMailbox;
import org.vitrine.fixtures.TestVitrine;

class MailRoutesIT {
  private final TestVitrine vitrine = TestVitrine.start();
  private final SignedUp people = new SignedUp(vitrine);
  private final TestMailbox mailbox = new TestMailbox(vitrine);

  @AfterEach
  void close() {
    vitrine.close();
  }

  @Test
  void without_a_server_staff_see_the_link_and_account_managers_those_of_their_contacts_only() {
    var companies = vitrine.vitrine().rooms().companies();
    var northwind = companies.find("northwind").orElseThrow().id();
    var others =
        companies
            .save("others", new SaveCompany("Others", CompanyKind.CUSTOMER, null))
            .company()
            .id();
    var everybody = vitrine.vitrine().rooms().people();
    everybody.save(List.of(others), "Olga", "olga@others.example", Role.CUSTOMER);
    everybody.save(List.of(northwind), "Manager", "manager@works.example", Role.ACCOUNT_MANAGER);
    for (String email : List.of(AMELIA, "olga@others.example", LI_WEN, "manager@works.example")) {
      new TestBrowser(vitrine).post("/api/sign-in/link", "{\"email\":\"" + email + "\"}");
      mailbox.token(email, 1);
    }

    assertThat(recipients(people.enter(LI_WEN))).hasSize(4);
    assertThat(recipients(people.enter("manager@works.example"))).containsExactly(AMELIA);
    assertThat(people.enter(AMELIA).get("/api/mail").statusCode()).isEqualTo(403);
    assertThat(people.enter(LI_WEN).get("/api/mail").body())
        .contains("\"configured\":false")
        .containsPattern("/enter#[A-Za-z0-9_-]{43}");
  }

  @Test
  void what_was_set_aside_is_tried_again_by_those_who_see_it() {
    var companies = vitrine.vitrine().rooms().companies();
    var northwind = companies.find("northwind").orElseThrow().id();
    vitrine
        .vitrine()
        .rooms()
        .people()
        .save(List.of(northwind), "Manager", "manager@works.example", Role.ACCOUNT_MANAGER);
    for (String email : List.of(AMELIA, LI_WEN)) {
      new TestBrowser(vitrine).post("/api/sign-in/link", "{\"email\":\"" + email + "\"}");
      mailbox.token(email, 1);
    }
    TestBrowser manager = people.enter("manager@works.example");
    String ofContact = attempts(AMELIA);
    assertThat(manager.post(ofContact, "{}").statusCode()).as("not set aside").isEqualTo(409);
    TestDatabase.execute(
        vitrine.databaseUrl(), "UPDATE mail SET next_attempt_at = NULL, set_aside_at = now()");

    assertThat(manager.post(attempts(LI_WEN), "{}").statusCode()).isEqualTo(404);
    var answer = manager.post(ofContact, "{}");
    assertThat(answer.statusCode()).isEqualTo(200);
    // Without a server it is kept at once.
    assertThat(answer.body()).containsPattern("\"state\":\"(waiting|kept)\"");
    assertThat(people.enter(LI_WEN).post(attempts(LI_WEN), "{}").statusCode()).isEqualTo(200);
  }

  private String attempts(String email) {
    String id =
        TestDatabase.find(
                vitrine.databaseUrl(), "SELECT max(id) FROM mail WHERE recipient = '" + email + "'")
            .getFirst();
    return "/api/mail/" + id + "/attempts";
  }

  @Test
  void whoever_bounces_is_marked_until_it_is_cleared() {
    TestDatabase.execute(
        vitrine.databaseUrl(),
        "INSERT INTO bouncing_address VALUES ('" + AMELIA + "', now(), '550 No such user')");
    TestBrowser li = people.enter(LI_WEN);

    JsonNode amelia = person(li);
    assertThat(amelia.at("/bounce/reason").asText()).isEqualTo("550 No such user");
    assertThat(amelia.at("/bounce/since").asText()).isNotBlank();

    String path = "/api/people/" + amelia.get("id").asText() + "/bounce";
    assertThat(li.delete(path, "").statusCode()).isEqualTo(204);
    assertThat(person(li).has("bounce")).isFalse();
  }

  private static JsonNode person(TestBrowser browser) {
    return browser.json(browser.get("/api/people?q=" + AMELIA)).get("people").get(0);
  }

  private static List<String> recipients(TestBrowser browser) {
    List<String> recipients = new ArrayList<>();
    for (JsonNode mail : browser.json(browser.get("/api/mail")).get("mails")) {
      recipients.add(mail.get("to").asText());
    }
    return recipients;
  }
}
