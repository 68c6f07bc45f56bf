package org.vitrine.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.SignedUp.AMELIA;
import static org.vitrine.fixtures.SignedUp.LI_WEN;
import static org.vitrine.fixtures.SignedUp.PASSWORD;
import static org.vitrine.fixtures.SignedUp.credentials;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.vitrine.access.Token;
import org.vitrine.fixtures.SignedUp;
import org.vitrine.fixtures.TestBrowser;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestMailbox;
import org.vitrine.fixtures.TestOpenIdProvider;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.mail.MailAddress;
import org.vitrine.mail.MailSettings;
import org.vitrine.mail.MailUrl;

/** Secrets go in by every way there is; none comes out in a log, a reply or the audit. */
class CanaryIT {
  private static final String MAIL_PASSWORD = "canary-mail-password";

  private final TestClock clock = new TestClock();
  private final GreenMail smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final TestOpenIdProvider provider = new TestOpenIdProvider();
  private final Log log = new Log();
  private final List<String> replies = new ArrayList<>();
  private final TreeSet<String> secrets = new TreeSet<>();
  private TestVitrine vitrine;
  private SignedUp people;

  @BeforeEach
  void start() {
    // The wrong password of the mail server makes its errors part of what is looked through.
    smtp.setUser("vitrine", "the right one");
    smtp.start();
    log.listen();
    vitrine =
        TestVitrine.startWith(
            clock,
            Optional.of(
                new MailSettings(
                    MailUrl.parse(
                        "smtp://vitrine:%s@127.0.0.1:%d?starttls=disabled"
                            .formatted(MAIL_PASSWORD, smtp.getSmtp().getPort())),
                    new MailAddress("orders@works.example"))),
            Optional.of(provider.settings()));
    people = new SignedUp(vitrine);
    secrets.addAll(List.of(PASSWORD, MAIL_PASSWORD, TestOpenIdProvider.SECRET));
  }

  @AfterEach
  void stop() {
    vitrine.close();
    provider.close();
    smtp.stop();
    log.silence();
  }

  @Test
  void no_secret_comes_out() throws Exception {
    passwords();
    links();
    secondFactor();
    openId();
    malformed();
    Thread.sleep(1_500);
    TestBrowser administrator = people.enter(AMELIA);
    secrets.addAll(administrator.cookies().values());
    for (String path : List.of("/api/me", "/api/sessions", "/api/sign-in/options")) {
      keep(administrator.get(path));
    }

    assertThat(secrets).hasSizeGreaterThan(25).allMatch(secret -> secret.length() >= 6);
    assertThat(log.texts())
        .hasSizeGreaterThan(5)
        .anyMatch(line -> line.contains("could not be sent"));
    for (String secret : secrets) {
      assertThat(log.texts()).as("log").noneMatch(line -> line.contains(secret));
      assertThat(replies).as("replies").noneMatch(reply -> reply.contains(secret));
    }
    String audit = database("SELECT coalesce(string_agg(audit::text, ' '), '') AS all FROM audit");
    String sessions = database("SELECT string_agg(session::text, ' ') AS all FROM session");
    assertThat(secrets).noneMatch(audit::contains).noneMatch(sessions::contains);
  }

  private void passwords() {
    TestBrowser browser = new TestBrowser(vitrine);
    for (String wrong : List.of("canary-wrong-1", "canary-wrong-2", "canary-wrong-3")) {
      secrets.add(wrong);
      keep(browser.post("/api/sign-in/password", credentials(LI_WEN, wrong)));
      keep(browser.post("/api/sign-in/password", credentials("nobody@works.example", wrong)));
    }
    keep(browser.post("/api/sign-in/password", credentials(LI_WEN, PASSWORD)));
    secrets.add("canary-new-word");
    clock.pass(Duration.ofMinutes(11));
    keep(browser.put("/api/me/password", "{\"password\":\"canary-new-word\"}"));
    keep(
        browser.put(
            "/api/me/password",
            "{\"current\":\"canary-wrong-1\",\"password\":\"canary-new-word\"}"));
    secrets.addAll(browser.cookies().values());
  }

  private void links() {
    TestBrowser browser = new TestBrowser(vitrine);
    keep(browser.post("/api/sign-in/link", "{\"email\":\"" + AMELIA + "\"}"));
    String link = new TestMailbox(vitrine).token(AMELIA, 1);
    secrets.add(link);
    keep(browser.post("/api/sign-in/asked", "{\"token\":\"" + link + "\"}"));
    for (String token : List.of(link, link, link.substring(1), Token.random().text())) {
      secrets.add(token);
      keep(browser.post("/api/session", "{\"token\":\"" + token + "\"}"));
    }
    secrets.addAll(browser.cookies().values());
  }

  private void secondFactor() {
    TestBrowser browser = people.enter(LI_WEN);
    secrets.addAll(browser.cookies().values());
    // The answers that show a secret, as they must, are not looked through.
    String secret =
        browser.json(browser.post("/api/me/second-factor", "{}")).get("secret").asText();
    secrets.add(secret);
    String code = SignedUp.code(secret, clock.instant());
    keep(browser.put("/api/me/second-factor", "{\"code\":\"canary-code\"}"));
    JsonNode codes =
        browser
            .json(browser.put("/api/me/second-factor", "{\"code\":\"" + code + "\"}"))
            .get("recoveryCodes");
    codes.forEach(one -> secrets.add(one.asText()));
    TestBrowser half = new TestBrowser(vitrine);
    String challenge =
        half.json(half.post("/api/sign-in/password", credentials(LI_WEN, PASSWORD)))
            .get("challenge")
            .asText();
    secrets.add(challenge);
    secrets.add("canary-code");
    for (String wrong : List.of("canary-code", code)) {
      keep(
          half.post(
              "/api/sign-in/second-factor",
              "{\"challenge\":\"%s\",\"code\":\"%s\"}".formatted(challenge, wrong)));
    }
    keep(
        half.post(
            "/api/sign-in/second-factor",
            "{\"challenge\":\"%s\",\"code\":\"%s\"}".formatted(challenge, codes.get(0).asText())));
    secrets.addAll(half.cookies().values());
  }

  private void openId() {
    for (String nonce : List.of("right", "canary-another-nonce")) {
      if (!nonce.equals("right")) {
        provider.lying(claims -> claims.put("nonce", nonce));
        secrets.add(nonce);
      }
      TestBrowser browser = new TestBrowser(vitrine);
      String question =
          browser.get("/api/sign-in/open-id").headers().firstValue("Location").orElseThrow();
      var answer = provider.answer(URI.create(question));
      secrets.add(answer.get("code"));
      secrets.add(answer.get("state"));
      HttpResponse<String> back =
          browser.get(
              "/sign-in/open-id/callback?code=%s&state=%s"
                  .formatted(answer.get("code"), answer.get("state")));
      keep(back);
      secrets.addAll(browser.cookies().values());
    }
    provider.close();
    keep(new TestBrowser(vitrine).get("/api/sign-in/open-id"));
  }

  private void malformed() {
    TestBrowser browser = new TestBrowser(vitrine);
    for (String path :
        List.of(
            "/api/session",
            "/api/sign-in/password",
            "/api/sign-in/second-factor",
            "/api/sign-in/asked",
            "/api/sign-in/link")) {
      for (String body :
          List.of(
              "{\"token\":\"canary-cut-off",
              "{\"password\":[\"canary-cut-off\"],\"email\":\"a@b.example\"}",
              "{\"email\":\"canary-cut-off\",\"password\":\"canary-cut-off\"}",
              "{\"code\":{\"canary-cut-off\":1}}",
              "\"canary-cut-off\"",
              "canary-cut-off")) {
        keep(browser.post(path, body));
      }
    }
    secrets.add("canary-cut-off");
    browser.cookies().put("vitrine", "canary-session-cookie");
    browser.cookies().put("vitrine-browser", "canary-browser-cookie");
    secrets.addAll(browser.cookies().values());
    keep(browser.get("/api/me"));
    keep(browser.post("/api/sign-in/asked", "{}"));
  }

  private void keep(HttpResponse<String> response) {
    StringBuilder all = new StringBuilder(response.body());
    response
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              if (!name.equalsIgnoreCase("set-cookie")) {
                all.append(name).append(values);
              }
            });
    replies.add(all.toString());
  }

  private String database(String sql) {
    return vitrine
        .vitrine()
        .database()
        .find("test.all", sql, row -> row.getString("all"))
        .getFirst();
  }

  /** Everything that our code and its libraries log above their wire traffic, with its faults. */
  private static final class Log extends AppenderBase<ILoggingEvent> {
    private final Queue<String> texts = new ConcurrentLinkedQueue<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("org.vitrine");
    private Level before;
    private Level oursBefore;

    void listen() {
      before = root.getLevel();
      oursBefore = ours.getLevel();
      setContext(root.getLoggerContext());
      start();
      root.addAppender(this);
      root.setLevel(Level.DEBUG);
      ours.setLevel(Level.TRACE);
      // The servers of the test, which are not ours, say what they receive.
      for (String theirs : List.of("com.icegreen", "com.sun", "jdk", "sun")) {
        ((Logger) LoggerFactory.getLogger(theirs)).setLevel(Level.OFF);
      }
    }

    void silence() {
      root.detachAppender(this);
      root.setLevel(before);
      ours.setLevel(oursBefore);
    }

    @Override
    protected void append(ILoggingEvent event) {
      String fault =
          event.getThrowableProxy() == null
              ? ""
              : ThrowableProxyUtil.asString(event.getThrowableProxy());
      texts.add(
          Instant.now() + " " + event.getLoggerName() + " " + event.getFormattedMessage() + fault);
    }

    List<String> texts() {
      return List.copyOf(texts);
    }
  }
}
