package org.vitrine.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.Processes;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.platform.Paging;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.words.Words;

/** A sender that dies between the server's yes and its own note of it loses nothing. */
class MailKilledIT {
  private static final MailContent SIGN_IN =
      MailContent.of("mail.sign-in").with("count", 15).leadingTo("/enter#" + "q".repeat(43));
  private static final Pattern TO = Pattern.compile("(?m)^To: (.*)$");
  private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: (<.*>)");

  private final String url = TestDatabase.freshUrl();
  private final TestClock clock = new TestClock();
  private final Vertx vertx = Vertx.vertx();
  private final TestSmtp smtp = new TestSmtp();
  private final Database database = new Database(vertx, url, 4);
  private final MailQueue queue = new MailQueue(database, true, clock);
  private final Mailer mailer =
      new Mailer(
          new MailTemplates(
              new Words(), () -> URI.create("https://orders.example"), "Works", ZoneId.of("UTC")),
          queue);

  @BeforeEach
  void connect() {
    database.answersWithin(Duration.ofSeconds(60));
  }

  @AfterEach
  void close() {
    smtp.close();
    database.close();
    vertx.close().await();
  }

  private MailSender sender(Database on) {
    return new MailSender(on, Optional.of(DyingSender.server(smtp.url())), clock);
  }

  private static Recipient reader(int number) {
    return Recipient.of("Reader", "reader%d@northwind.example".formatted(number), "en", null);
  }

  private Map<String, MailState> states() {
    Map<String, MailState> states = new HashMap<>();
    queue
        .page(Optional.empty(), Paging.first(500))
        .mails()
        .forEach(mail -> states.put(mail.to(), mail.state()));
    return states;
  }

  /** One that dies again and again after a mail was taken and before that is noted. */
  @Test
  void though_its_sender_dies_a_hundred_times_each_mail_arrives_and_copies_have_one_id() {
    Random random = new Random(11);
    int mails = 60;
    for (int i = 0; i < mails; i++) {
      mailer.owe(database, reader(i), SIGN_IN);
    }
    int[] kills = {0};
    UnaryOperator<String> deadly =
        sql -> {
          if (sql.contains("SET sent_at") && kills[0] < 100 && random.nextInt(3) > 0) {
            kills[0]++;
            throw new Killed();
          }
          return sql;
        };
    Database dying = new Database(vertx, url, 2, deadly);
    for (int round = 0; round < 400 && states().containsValue(MailState.WAITING); round++) {
      try {
        sender(dying).round(MailLane.OWED);
        clock.pass(Duration.ofMinutes(1));
      } catch (Killed dead) {
        // Another one begins where it stood.
      }
    }
    dying.close();

    assertThat(kills[0]).isEqualTo(100);
    assertThat(states().values()).containsOnly(MailState.SENT);
    Map<String, Set<String>> ids = idsByReader();
    assertThat(ids).hasSize(mails);
    assertThat(ids.values()).allSatisfy(one -> assertThat(one).hasSize(1));
    assertThat(smtp.received()).hasSize(mails + kills[0]);
  }

  private static final class Killed extends RuntimeException {}

  private Map<String, Set<String>> idsByReader() {
    Map<String, Set<String>> ids = new HashMap<>();
    for (String mail : smtp.received()) {
      Matcher to = TO.matcher(mail);
      Matcher id = MESSAGE_ID.matcher(mail);
      assertThat(to.find() && id.find()).isTrue();
      ids.computeIfAbsent(to.group(1).strip(), none -> new HashSet<>()).add(id.group(1));
    }
    return ids;
  }

  /** The same with processes that are killed for real. */
  @Test
  void a_process_that_is_killed_between_takes_nothing_along() throws Exception {
    int rounds = 4;
    for (int i = 0; i < rounds; i++) {
      mailer.owe(database, reader(i), SIGN_IN);
    }
    for (int i = 0; i < rounds; i++) {
      Process process = senderProcess();
      assertThat(process.inputReader().lines().anyMatch(DyingSender.TAKEN::equals)).isTrue();
      process.destroyForcibly().waitFor();
    }
    assertThat(smtp.received()).hasSize(rounds);
    assertThat(states().values()).containsOnly(MailState.WAITING);

    clock.pass(Duration.ofMinutes(5));
    sender(database).round(MailLane.OWED);

    assertThat(states().values()).containsOnly(MailState.SENT);
    assertThat(smtp.received()).hasSize(2 * rounds);
    assertThat(idsByReader()).hasSize(rounds);
    assertThat(idsByReader().values()).allSatisfy(one -> assertThat(one).hasSize(1));
  }

  private Process senderProcess() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.addAll(
        List.of(
            DyingSender.class.getName(),
            url,
            "smtp://%s:%d?starttls=disabled".formatted(smtp.url().host(), smtp.url().port())));
    return Processes.start(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT));
  }
}
