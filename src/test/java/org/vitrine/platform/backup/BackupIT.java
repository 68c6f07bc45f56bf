package org.vitrine.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.fixtures.DatabasePicture;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.platform.StartFailed;

/** What was backed up comes back as it was, and what cannot come back whole touches nothing. */
class BackupIT {
  /** Of each kind; more are tried with {@code -Dvitrine.damages=60}. */
  private static final int DAMAGES = Integer.getInteger("vitrine.damages", 8);

  private static final Passphrase PASSPHRASE = new Passphrase("a goose on the roof");

  /** One that nobody serves any more, and one that is served. */
  private static String stopped;

  private static TestVitrine vitrine;
  private static Shop shop;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    try (TestVitrine before = TestVitrine.start()) {
      fill(before);
      stopped = before.databaseUrl();
    }
    vitrine = TestVitrine.start();
    shop = fill(vitrine);
  }

  private static Shop fill(TestVitrine vitrine) {
    Shop shop = new Shop(vitrine);
    shop.contact("northwind", "amelia@northwind.example");
    for (String order : List.of("SO-1", "SO-2", "SO-3")) {
      shop.order(order);
      shop.good(order, order + "-a", "Assembly", 7);
    }
    TestDatabase.execute(
        vitrine.databaseUrl(),
        "INSERT INTO setting (name, value) VALUES ('odd', to_jsonb(E'tab\\t line\\n"
            + " 大理 \\\\. \\\\N'::text)) ON CONFLICT DO NOTHING");
    return shop;
  }

  @AfterAll
  static void close() {
    vitrine.close();
  }

  @Test
  void what_comes_back_is_what_was_there_and_serves() throws Exception {
    String url = stopped;
    Backup.MadeBackup made = backup(url).to(new FolderPlace(folder), 3, Clock.systemUTC());
    String empty = TestDatabase.emptyUrl();

    restore(made).into(target(empty));

    assertThat(DatabasePicture.differences(DatabasePicture.of(empty), DatabasePicture.of(url)))
        .isEmpty();
    assertThat(made.manifest().rows()).isGreaterThan(100);
    try (TestVitrine again = TestVitrine.startOn(empty)) {
      assertThat(again.vitrine().rooms().tracking().newest(Optional.empty(), 10)).hasSize(3);
      new Shop(again, "integrator-again").good("SO-1", "afterwards", "Assembly", 1);
    }
  }

  /** Each transaction adds an order's event and raises its version: in no moment do they differ. */
  @Test
  void it_shows_one_moment_while_others_write() throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    Thread writer =
        Thread.ofPlatform()
            .start(
                () -> {
                  for (int at = 0; !stop.get(); at++) {
                    shop.good("SO-" + (1 + at % 3), "busy-" + at, "Assembly", 1);
                  }
                });
    Backup.MadeBackup made;
    try {
      made = backup(vitrine.databaseUrl()).to(new FolderPlace(folder), 3, Clock.systemUTC());
    } finally {
      stop.set(true);
      writer.join();
    }
    String empty = TestDatabase.emptyUrl();

    restore(made).into(target(empty));

    assertThat(
            TestDatabase.find(
                empty,
                """
                SELECT o.number || ' has version ' || o.version || ' and event ' || max(e.version)
                  FROM orders o JOIN event e ON e.order_id = o.id
                 GROUP BY o.id HAVING max(e.version) <> o.version OR count(*) <> o.version\
                """))
        .isEmpty();
  }

  @Test
  void files_beside_the_database_and_keys_come_back() throws Exception {
    Path photos = Files.createDirectories(folder.resolve("photos"));
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.createDirectories(photos.resolve("evidence/ab"));
    byte[] picture = new byte[300_000];
    new Random(1).nextBytes(picture);
    Files.write(photos.resolve("evidence/ab/abc.full"), picture);
    Files.writeString(photos.resolve("x.jpg.part"), "half");
    Files.writeString(data.resolve("identity.keys"), "secret");
    Files.writeString(data.resolve("postgresql.password"), "not for a backup");
    Path to = folder.resolve("kept");
    Backup backup =
        new Backup(vitrine.databaseUrl(), Optional.of(photos), data, Optional.of(PASSPHRASE));
    Backup.MadeBackup made = backup.to(new FolderPlace(to), 3, Clock.systemUTC());
    Path newPhotos = folder.resolve("new-photos");
    Path newData = Files.createDirectories(folder.resolve("new-data"));
    Restore restore =
        new Restore(() -> Files.newInputStream(to.resolve(made.name())), Optional.of(PASSPHRASE));

    assertThatThrownBy(() -> restore.into(target(TestDatabase.emptyUrl())))
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("--photos");
    restore.into(
        new Restore.Target(TestDatabase.emptyUrl(), Optional.of(newPhotos), newData, false));

    assertThat(newPhotos.resolve("evidence/ab/abc.full")).hasBinaryContent(picture);
    assertThat(newPhotos.resolve("x.jpg.part")).doesNotExist();
    assertThat(newData.resolve("identity.keys")).hasContent("secret");
    assertThat(Files.getPosixFilePermissions(newData.resolve("identity.keys"))).hasSize(2);
    assertThat(newData.resolve("postgresql.password")).doesNotExist();

    Files.writeString(newData.resolve("identity.keys"), "another");
    assertThatThrownBy(
            () ->
                restore.into(
                    new Restore.Target(
                        TestDatabase.emptyUrl(),
                        Optional.of(folder.resolve("third")),
                        newData,
                        false)))
        .hasMessageContaining("already has other keys");
  }

  @Test
  void keys_are_in_sealed_backups_only() throws Exception {
    Files.writeString(folder.resolve("identity.keys"), "secret");
    Backup.MadeBackup open =
        new Backup(vitrine.databaseUrl(), Optional.empty(), folder, Optional.empty())
            .to(new FolderPlace(folder.resolve("kept")), 3, Clock.systemUTC());

    assertThat(open.manifest().files()).isEmpty();
  }

  @Test
  void one_that_is_sealed_is_opened_by_its_passphrase_alone_and_by_gpg() throws Exception {
    Backup.MadeBackup made =
        new Backup(vitrine.databaseUrl(), Optional.empty(), folder, Optional.of(PASSPHRASE))
            .to(new FolderPlace(folder), 3, Clock.systemUTC());
    Path file = folder.resolve(made.name());
    assertThat(made.name()).endsWith(".zip.gpg");

    assertThat(new Restore(() -> Files.newInputStream(file), Optional.of(PASSPHRASE)).verified())
        .isEqualTo(made.manifest());
    assertThatThrownBy(
            () -> new Restore(() -> Files.newInputStream(file), Optional.empty()).verified())
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("--passphrase-file");
    assertThatThrownBy(
            () ->
                new Restore(
                        () -> Files.newInputStream(file),
                        Optional.of(new Passphrase("a goose on the rook")))
                    .verified())
        .isInstanceOf(StartFailed.class);
    if (Files.isExecutable(Path.of("/usr/bin/gpg"))) {
      Path home = Files.createDirectory(folder.resolve("gnupg"));
      Process gpg =
          new ProcessBuilder(
                  "/usr/bin/gpg",
                  "--homedir",
                  home.toString(),
                  "--batch",
                  "--pinentry-mode=loopback",
                  "--passphrase=a goose on the roof",
                  "--output",
                  folder.resolve("opened.zip").toString(),
                  "--decrypt",
                  file.toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(gpg.getInputStream().readAllBytes());
      assertThat(gpg.waitFor()).as(said).isZero();
      assertThat(
              new Restore(
                      () -> Files.newInputStream(folder.resolve("opened.zip")), Optional.empty())
                  .verified())
          .isEqualTo(made.manifest());
    }
  }

  @Test
  void one_that_was_damaged_or_cut_anywhere_touches_nothing() throws Exception {
    for (Optional<Passphrase> passphrase :
        List.of(Optional.<Passphrase>empty(), Optional.of(PASSPHRASE))) {
      Backup.MadeBackup made =
          new Backup(vitrine.databaseUrl(), Optional.empty(), folder, passphrase)
              .to(new FolderPlace(folder), 3, Clock.systemUTC());
      byte[] whole = Files.readAllBytes(folder.resolve(made.name()));
      String empty = TestDatabase.emptyUrl();
      Map<String, String> untouched = DatabasePicture.of(empty);
      Random random = new Random(18);
      for (int at = 0; at < DAMAGES; at++) {
        byte[] cut = Arrays.copyOf(whole, random.nextInt(indexOfContents(whole)));
        assertThatThrownBy(() -> restore(cut, passphrase).into(target(empty)))
            .as("cut to %d of %s", cut.length, made.name())
            .isInstanceOf(StartFailed.class);
        // What no reader looks at, such as when a part was written, changes nothing of the content.
        byte[] flipped = flipped(whole, random.nextInt(whole.length), random.nextInt(8));
        assertThat(refusedOr(restore(flipped, passphrase)))
            .isIn(Optional.empty(), Optional.of(made.manifest()));
      }
      assertThat(DatabasePicture.differences(DatabasePicture.of(empty), untouched)).isEmpty();
    }
  }

  private static Optional<BackupManifest> refusedOr(Restore restore) {
    try {
      return Optional.of(restore.verified());
    } catch (StartFailed refused) {
      return Optional.empty();
    }
  }

  private static Restore restore(byte[] content, Optional<Passphrase> passphrase) {
    return new Restore(() -> new ByteArrayInputStream(content), passphrase);
  }

  /** Where a ZIP that is not sealed lists its parts once more, which we do not read. */
  private static int indexOfContents(byte[] zip) {
    for (int at = 0; at < zip.length - 4 && zip[0] == 'P'; at++) {
      if (zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 1 && zip[at + 3] == 2) {
        return at;
      }
    }
    return zip.length;
  }

  private static byte[] flipped(byte[] whole, int at, int bit) {
    byte[] wrong = whole.clone();
    wrong[at] ^= (byte) (1 << bit);
    return wrong;
  }

  @Test
  void a_database_that_holds_something_is_left_alone() {
    Backup.MadeBackup made =
        backup(vitrine.databaseUrl()).to(new FolderPlace(folder), 3, Clock.systemUTC());
    String inhabited = TestDatabase.emptyUrl();
    TestDatabase.execute(inhabited, "CREATE TABLE somebodys (id int)");

    assertThatThrownBy(() -> restore(made).into(target(inhabited)))
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("is not empty");
    assertThat(DatabasePicture.rows(inhabited)).containsOnlyKeys("somebodys");
  }

  @Test
  void one_of_an_earlier_schema_comes_back_as_it_was_and_is_upgraded_at_the_start() {
    String earlier = TestDatabase.urlOfSchema("246");
    Backup.MadeBackup made = backup(earlier).to(new FolderPlace(folder), 3, Clock.systemUTC());
    String empty = TestDatabase.emptyUrl();

    restore(made).into(target(empty));

    assertThat(made.manifest().schema()).isEqualTo("246");
    assertThat(DatabasePicture.differences(DatabasePicture.of(empty), DatabasePicture.of(earlier)))
        .isEmpty();
    try (TestVitrine again = TestVitrine.startOn(empty)) {
      assertThat(again.port()).isPositive();
    }
  }

  @Test
  void one_of_a_newer_vitrine_is_refused() {
    String newer = TestDatabase.freshUrl();
    TestDatabase.execute(
        newer,
        "INSERT INTO flyway_schema_history VALUES (9999, '9999', 'later', 'SQL',"
            + " 'V9999__later.sql', 1, 'me', now(), 1, true)");
    Backup.MadeBackup made = backup(newer).to(new FolderPlace(folder), 3, Clock.systemUTC());
    String empty = TestDatabase.emptyUrl();

    assertThatThrownBy(() -> restore(made).into(target(empty)))
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("9999");
    assertThat(DatabasePicture.rows(empty)).isEmpty();
  }

  @Test
  void a_login_that_may_not_read_everything_makes_no_backup() throws Exception {
    String url = stopped;
    TestDatabase.execute(url, "CREATE ROLE backup_reader LOGIN IN ROLE vitrine_app");

    assertThatThrownBy(
            () ->
                backup(url.replace("postgres@", "backup_reader@"))
                    .to(new FolderPlace(folder), 3, Clock.systemUTC()))
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("owner of the tables");
    assertThat(files()).isEmpty();
  }

  @Test
  void the_newest_are_kept_and_what_is_not_ours_stays() throws Exception {
    String url = TestDatabase.freshUrl();
    Files.writeString(folder.resolve("notes.txt"), "mine");
    FolderPlace place = new FolderPlace(folder);
    for (int day = 1; day <= 5; day++) {
      backup(url)
          .to(
              place,
              2,
              Clock.fixed(Instant.parse("2026-11-0%dT01:00:00Z".formatted(day)), ZoneOffset.UTC));
    }

    assertThat(files())
        .containsExactly(
            "notes.txt", "vitrine-20261104T010000Z.zip", "vitrine-20261105T010000Z.zip");
  }

  @Test
  void a_disk_that_is_full_leaves_nothing_and_the_others_stay() throws Exception {
    FolderPlace place = new FolderPlace(folder);
    backup(vitrine.databaseUrl())
        .to(place, 1, Clock.fixed(Instant.parse("2026-11-01T01:00:00Z"), ZoneOffset.UTC));

    assertThatThrownBy(
            () ->
                place.put(
                    "vitrine-20261102T010000Z.zip",
                    out -> {
                      out.write(1);
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(IOException.class);

    assertThat(files()).containsExactly("vitrine-20261101T010000Z.zip");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private Backup backup(String url) {
    return new Backup(url, Optional.empty(), folder, Optional.empty());
  }

  private Restore restore(Backup.MadeBackup made) {
    return new Restore(() -> Files.newInputStream(folder.resolve(made.name())), Optional.empty());
  }

  private Restore.Target target(String url) {
    return new Restore.Target(url, Optional.empty(), folder, false);
  }
}
