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

  private static List<String> recipients(TestBrowser browser) {
    List<String> recipients = new ArrayList<>();
    for (JsonNode mail : browser.json(browser.get("/api/mail")).get("mails")) {
      recipients.add(mail.get("to").asText());
    }
    return recipients;
  }
}
