package org.vitrine.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.SignedUp.LI_WEN;
import static org.vitrine.fixtures.SignedUp.PASSWORD;
import static org.vitrine.fixtures.SignedUp.credentials;
import static org.vitrine.fixtures.SignedUp.expect;

import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.SignedUp;
import org.vitrine.fixtures.TestBrowser;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;

/** Behind a proxy everybody is where the proxy says, if the proxy is trusted. */
class ProxyIT {
  private static final String AT_HOME = "203.0.113.7";

  @Test
  void one_is_shown_where_one_signed_in_from() {
    try (TestVitrine vitrine = TestVitrine.startTrusting(new TestClock(), "127.0.0.0/8,::1")) {
      new SignedUp(vitrine);

      assertThat(sessions(vitrine, AT_HOME)).contains("\"address\":\"" + AT_HOME + "\"");
      assertThat(sessions(vitrine, "192.0.2.1, " + AT_HOME)).doesNotContain("192.0.2.1");
    }
  }

  @Test
  void a_proxy_that_is_not_trusted_says_nothing() {
    try (TestVitrine vitrine = TestVitrine.startAt(new TestClock())) {
      new SignedUp(vitrine);

      assertThat(sessions(vitrine, AT_HOME))
          .doesNotContain(AT_HOME, "0:0:0:0:0:0:0:1")
          .containsPattern("\"address\":\"(127\\.0\\.0\\.1|::1)\"");
    }
  }

  @Test
  void a_stranger_behind_the_same_proxy_slows_nobody_else() {
    try (TestVitrine vitrine = TestVitrine.startTrusting(new TestClock(), "127.0.0.0/8,::1")) {
      new SignedUp(vitrine);
      for (int i = 0; i < 55; i++) {
        enter(new TestBrowser(vitrine).forwardedFor("198.51.100.9"), i + "@works.example", "wrong");
      }

      assertThat(enter(new TestBrowser(vitrine).forwardedFor("198.51.100.9"), LI_WEN, PASSWORD))
          .isEqualTo(429);
      assertThat(enter(new TestBrowser(vitrine).forwardedFor(AT_HOME), LI_WEN, PASSWORD))
          .isEqualTo(200);
    }
  }

  private static String sessions(TestVitrine vitrine, String forwardedFor) {
    TestBrowser browser = new TestBrowser(vitrine).forwardedFor(forwardedFor);
    expect(200, browser.post("/api/sign-in/password", credentials(LI_WEN, PASSWORD)));
    return expect(200, browser.get("/api/sessions")).body();
  }

  private static int enter(TestBrowser browser, String email, String password) {
    return browser.post("/api/sign-in/password", credentials(email, password)).statusCode();
  }
}
