package org.vitrine.photos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.companies.CompanyId;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/** What is kept of photos: whole or not at all, used once, and by whoever sent them. */
class PhotosIT {
  private static final byte[] FILE = PhotoFiles.png(PhotoFiles.corners(60, 40));
  private static final int SMALL = 100;

  private static String url;
  private static Vertx vertx;
  private static Database database;
  private static CompanyId northwind;
  private static CompanyId contoso;

  private final TestClock clock = new TestClock();
  private final Photos photos = new Photos(database, Optional.empty(), clock);

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    url = TestDatabase.freshUrl();
    TestDatabase.execute(
        url,
        """
        INSERT INTO company (code, name, kind, tier, created_at)
        VALUES ('northwind', 'Northwind', 'customer', 'gold', now()), ('contoso', 'Contoso', 'customer', 'gold', now())""");
    northwind = company("northwind");
    contoso = company("contoso");
    vertx = Vertx.vertx();
    database = new Database(vertx, url, 8);
    database.answersWithin(Duration.ofSeconds(60));
  }

  @AfterAll
  static void close() {
    database.close();
    vertx.close().await();
  }

  private static CompanyId company(String code) {
    return new CompanyId(
        Long.parseLong(
            TestDatabase.find(url, "SELECT id FROM company WHERE code = '" + code + "'")
                .getFirst()));
  }

  private static PhotoOwner customer(String name) {
    return new PhotoOwner("person " + name, Optional.of(northwind));
  }

  private static PhotoOwner staff(String name) {
    return new PhotoOwner("person " + name, Optional.empty());
  }

  private PhotoId sent(PhotoOwner owner) {
    return photos.add(owner, "wall.png", () -> FILE).id();
  }

  private void use(PhotoOwner owner, CompanyId company, PhotoId... ids) {
    in(owner, transaction -> photos.use(transaction, owner, company, List.of(ids), "voices/1"));
  }

  private static void in(PhotoOwner owner, Consumer<Queries> work) {
    Function<Queries, Integer> all =
        transaction -> {
          work.accept(transaction);
          return 0;
        };
    if (owner.company().isPresent()) {
      database.inTransactionOnBehalfOf(owner.company().get().value(), all);
    } else {
      database.inTransaction(all);
    }
  }

  @Test
  void a_photo_is_seen_by_its_company_and_staff_once_it_is_used_and_by_nobody_else() {
    PhotoOwner amelia = customer("amelia");
    PhotoId id = sent(amelia);
    assertThat(photos.find(id, PhotoSize.FULL, Optional.empty())).isEmpty();

    use(amelia, northwind, id);

    assertThat(photos.find(id, PhotoSize.FULL, Optional.of(northwind))).isPresent();
    assertThat(photos.find(id, PhotoSize.THUMBNAIL, Optional.empty())).isPresent();
    assertThat(photos.find(id, PhotoSize.FULL, Optional.of(contoso))).isEmpty();
    assertThat(photos.facts(database, List.of(id))).containsExactly(new PhotoFacts(id, 60, 40));
    List<PhotoFacts> seenByOthers =
        database.onBehalfOf(
            Optional.of(contoso.value()), queries -> photos.facts(queries, List.of(id)));
    assertThat(seenByOthers).isEmpty();
  }

  @Test
  void what_staff_sent_becomes_the_company_s_whom_they_show_it_to() {
    PhotoOwner zhang = staff("zhang");
    PhotoId id = sent(zhang);

    use(zhang, contoso, id);

    assertThat(photos.find(id, PhotoSize.FULL, Optional.of(contoso))).isPresent();
    assertThat(photos.find(id, PhotoSize.FULL, Optional.of(northwind))).isEmpty();
  }

  @Test
  void nobody_uses_what_somebody_else_sent_or_what_is_not_there() {
    PhotoId id = sent(customer("olga"));
    PhotoId hers = sent(customer("eve"));

    for (List<PhotoId> ids : List.of(List.of(id), List.of(hers, id), List.of(PhotoId.random()))) {
      assertThatThrownBy(() -> use(customer("eve"), northwind, ids.toArray(PhotoId[]::new)))
          .isInstanceOf(Rejection.Invalid.class)
          .hasMessageContaining(ids.getLast().text());
    }
    assertThatThrownBy(() -> use(staff("zhang"), northwind, id))
        .isInstanceOf(Rejection.Invalid.class);
    use(customer("olga"), northwind, id);
    use(customer("eve"), northwind, hers);
  }

  @Test
  void a_photo_is_used_once_and_named_once() {
    PhotoOwner owner = customer("twice");
    PhotoId id = sent(owner);
    assertThatThrownBy(() -> use(owner, northwind, id, id)).hasMessageContaining("twice");
    use(owner, northwind, id);

    assertThatThrownBy(() -> use(owner, northwind, id))
        .isInstanceOf(Rejection.Invalid.class)
        .hasMessageContaining("already used");
    PhotoId[] many = Stream.generate(PhotoId::random).limit(11).toArray(PhotoId[]::new);
    assertThatThrownBy(() -> use(owner, northwind, many)).hasMessageContaining("not 11");
  }

  @Test
  void of_two_that_use_it_at_the_same_moment_one_does() throws Exception {
    PhotoOwner owner = customer("hasty");
    for (int round = 0; round < 20; round++) {
      PhotoId id = sent(owner);
      Callable<Boolean> attempt =
          () -> {
            try {
              use(owner, northwind, id);
              return true;
            } catch (Rejection.Invalid second) {
              return false;
            }
          };
      try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
        List<Boolean> used = new ArrayList<>();
        for (Future<Boolean> one : threads.invokeAll(List.of(attempt, attempt))) {
          used.add(one.get());
        }
        assertThat(used).containsExactlyInAnyOrder(true, false);
      }
    }
  }

  @Test
  void a_photo_stays_unused_where_what_it_belongs_to_fails() {
    PhotoOwner owner = customer("unlucky");
    PhotoId id = sent(owner);
    assertThatThrownBy(
            () ->
                in(
                    owner,
                    transaction -> {
                      photos.use(transaction, owner, northwind, List.of(id), "voices/1");
                      throw new Rejection.Conflict("changed my mind");
                    }))
        .isInstanceOf(Rejection.Conflict.class);

    use(owner, northwind, id);
  }

  @Test
  void what_nobody_used_within_a_day_is_forgotten() {
    PhotoOwner owner = customer("forgetful");
    PhotoId used = sent(owner);
    PhotoId unused = sent(owner);
    use(owner, northwind, used);
    sweep(photos);
    assertThat(kept(unused)).isEqualTo(1);

    clock.pass(Duration.ofHours(25));
    sweep(photos);

    assertThat(kept(used)).isEqualTo(1);
    assertThat(kept(unused)).isZero();
    assertThatThrownBy(() -> use(owner, northwind, unused)).isInstanceOf(Rejection.Invalid.class);
  }

  private static int kept(PhotoId id) {
    return TestDatabase.find(url, "SELECT id FROM photo WHERE id = '" + id + "'").size();
  }

  private static void sweep(Photos photos) {
    Sweeps sweeps = new Sweeps();
    photos.addSweeps(sweeps);
    sweeps.run();
  }

  @Test
  void somebody_who_sends_without_end_is_stopped_and_others_are_not() {
    PhotoOwner owner = customer("collector");
    for (int i = 0; i < 30; i++) {
      sent(owner);
    }
    assertThatThrownBy(() -> sent(owner)).isInstanceOf(Rejection.TooMany.class);
    sent(customer("modest"));

    PhotoOwner link = new PhotoOwner("glass link 7", Optional.of(northwind));
    for (int i = 0; i < 50; i++) {
      use(link, northwind, sent(link));
    }
    assertThatThrownBy(() -> sent(link))
        .isInstanceOf(Rejection.TooMany.class)
        .hasMessageContaining("50");
  }

  @Test
  void in_a_directory_a_photo_is_two_files_and_the_database_knows_the_rest() throws IOException {
    Photos outside = new Photos(database, Optional.of(folder), clock);
    PhotoOwner owner = customer("outside");
    PhotoId id = outside.add(owner, "wall.png", () -> FILE).id();
    use(owner, northwind, id);

    StoredPhoto found = outside.find(id, PhotoSize.FULL, Optional.of(northwind)).orElseThrow();
    assertThat(found.name()).isEqualTo("wall.jpg");
    assertThat(found.content()).isEqualTo(Files.readAllBytes(folder.resolve(id + ".jpg")));
    assertThat(files()).containsExactlyInAnyOrder(id + ".jpg", id + ".thumbnail.jpg");
    assertThat(
            TestDatabase.find(
                url, "SELECT 1 FROM photo WHERE picture IS NULL AND id = '" + id + "'"))
        .hasSize(1);
    PhotoId before = sent(owner);
    use(owner, northwind, before);
    assertThat(outside.find(before, PhotoSize.FULL, Optional.empty()))
        .as("what was kept in the database before stays there")
        .isPresent();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void nothing_is_half_kept_where_the_disk_of_the_directory_is_full() throws IOException {
    for (int room : new int[] {0, SMALL, 2_000}) {
      Photos full =
          new Photos(database, clock, Optional.of(new PhotoDirectory(folder, disk(room))));
      PhotoOwner owner = customer("full-" + room);

      assertThatThrownBy(() -> full.add(owner, "", () -> FILE))
          .isInstanceOf(Rejection.Unavailable.class)
          .hasMessageContaining("nothing of it was kept");

      assertThat(files()).isEmpty();
      assertThat(rowsOf(owner)).isEmpty();
    }
  }

  /** One with so much room, for all files together. */
  private static PhotoDirectory.Opener disk(int room) {
    int[] left = {room};
    return file ->
        new FilterOutputStream(Files.newOutputStream(file)) {
          @Override
          public void write(byte[] content, int from, int length) throws IOException {
            out.write(content, from, Math.min(length, left[0]));
            left[0] -= length;
            if (left[0] < 0) {
              throw new IOException("No space left on device");
            }
          }
        };
  }

  private static List<String> rowsOf(PhotoOwner owner) {
    return TestDatabase.find(url, "SELECT id FROM photo WHERE owner = '" + owner.text() + "'");
  }

  @Test
  void nothing_is_half_kept_where_the_disk_of_the_database_is_full() throws IOException {
    TestDatabase.execute(
        url,
        """
        CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$;
        CREATE TRIGGER no_room BEFORE INSERT ON photo FOR EACH ROW
        WHEN (NEW.owner LIKE '%without room') EXECUTE FUNCTION no_room()""");
    PhotoOwner owner = customer("without room");
    Photos outside = new Photos(database, Optional.of(folder), clock);
    for (Photos kept : List.of(photos, outside)) {
      assertThatThrownBy(() -> kept.add(owner, "", () -> FILE))
          .isInstanceOf(Rejection.Unavailable.class);
    }
    assertThat(rowsOf(owner)).isEmpty();
    assertThat(files()).isEmpty();
  }

  @Test
  void files_that_a_crash_left_over_go_away_after_a_day_and_no_others() throws IOException {
    Photos outside = new Photos(database, Optional.of(folder), clock);
    PhotoOwner owner = customer("crashed");
    PhotoId kept = outside.add(owner, "", () -> FILE).id();
    use(owner, northwind, kept);
    PhotoId young = PhotoId.random();
    PhotoId old = PhotoId.random();
    Files.write(folder.resolve(young + ".jpg"), FILE);
    Files.write(folder.resolve(old + ".jpg"), FILE);
    Files.write(folder.resolve(old + ".thumbnail.jpg.part"), FILE);
    Files.write(folder.resolve("README"), FILE);
    clock.pass(Duration.ofDays(2));
    Files.setLastModifiedTime(folder.resolve(young + ".jpg"), FileTime.from(clock.instant()));

    sweep(outside);

    assertThat(files())
        .containsExactlyInAnyOrder(
            kept + ".jpg", kept + ".thumbnail.jpg", young + ".jpg", "README");
  }
}
