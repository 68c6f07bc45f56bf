package org.vitrine.photos;

import io.vertx.core.buffer.Buffer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.web.Exchange;

/**
 * The door for photos. One is sent first and used afterwards, once, by whoever sent it; what is not
 * used within a day is forgotten.
 */
public final class Photos {
  /** By one message. */
  public static final int USED_AT_ONCE = 10;

  private static final Duration A_DAY = Duration.ofDays(1);
  private static final int UNUSED_AT_MOST = 30;
  private static final int SENT_A_DAY = 200;
  private static final int SENT_A_DAY_BY_LINK = 50;

  private final Database database;
  private final Optional<PhotoDirectory> directory;
  private final Clock clock;
  private final ConversionLimiter conversions = new ConversionLimiter();
  private final PhotoRepository repository = new PhotoRepository();
  private volatile Instant lookedAt = Instant.EPOCH;

  /**
   * @param folder where their content is kept; absent for the database
   */
  public Photos(Database database, Optional<Path> folder, Clock clock) {
    this(database, clock, folder.map(PhotoDirectory::at));
  }

  Photos(Database database, Clock clock, Optional<PhotoDirectory> directory) {
    this.database = database;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * Keeps what somebody sent, made safe: both sizes and the row, or nothing. Throws a {@link
   * Rejection} with a sentence where it is no photo that is taken. Blocks.
   *
   * @param file its content; called when there is room to work with it
   * @param name what it was called where it comes from; empty where nobody said
   */
  public PhotoFacts add(PhotoOwner owner, String name, Supplier<byte[]> file) {
    write(owner, transaction -> requireRoom(owner, transaction));
    ConvertedPhoto photo = converted(file);
    PhotoId id = PhotoId.random();
    directory.ifPresent(folder -> folder.keep(id, photo));
    try {
      write(
          owner,
          transaction -> {
            requireRoom(owner, transaction);
            return repository.add(
                transaction,
                id,
                owner,
                PhotoName.of(name),
                photo,
                directory.isPresent(),
                clock.instant());
          });
    } catch (RuntimeException | Error fault) {
      directory.ifPresent(folder -> folder.remove(List.of(id)));
      throw fault;
    }
    return new PhotoFacts(id, photo.width(), photo.height());
  }

  /**
   * What somebody sent, made safe, for a room that keeps it by itself; in turn with all others, and
   * with the same {@link Rejection}s. Blocks.
   */
  public ConvertedPhoto converted(Supplier<byte[]> file) {
    return conversions.run(() -> PhotoConverter.convert(file.get()));
  }

  /** Customers write behind the second wall. */
  private <T> T write(PhotoOwner owner, Function<Queries, T> work) {
    return owner.company().isPresent()
        ? database.inTransactionOnBehalfOf(owner.company().get().value(), work)
        : database.inTransaction(work);
  }

  private PhotoRepository.SentPhotos requireRoom(PhotoOwner owner, Queries transaction) {
    PhotoRepository.SentPhotos photos =
        repository.count(transaction, owner, clock.instant().minus(A_DAY));
    if (photos.unused() >= UNUSED_AT_MOST) {
      throw new Rejection.TooMany(
          "%d photos were sent and are not used yet; use them first".formatted(UNUSED_AT_MOST),
          Duration.ofHours(1));
    }
    int most = owner.isPerson() ? SENT_A_DAY : SENT_A_DAY_BY_LINK;
    if (photos.sent() >= most) {
      throw new Rejection.TooMany(
          "%d photos were sent within a day; try again later".formatted(most), Duration.ofHours(1));
    }
    return photos;
  }

  /**
   * Uses photos in the transaction of what they belong to: each is whoever's sent it, and used once
   * whoever else tries it at the same moment. Throws {@link Rejection.Invalid} that names the photo
   * otherwise.
   *
   * @param company who sees them from now on, besides staff
   * @param usedBy what uses them, such as {@code voices/2031}
   */
  public void use(
      Queries transaction, PhotoOwner owner, CompanyId company, List<PhotoId> ids, String usedBy) {
    if (ids.isEmpty()) {
      return;
    }
    if (ids.size() > USED_AT_ONCE) {
      throw new Rejection.Invalid(
          "photos", "At most %d photos at once, not %d".formatted(USED_AT_ONCE, ids.size()));
    }
    Set<PhotoId> missing = new HashSet<>();
    for (PhotoId id : ids) {
      if (!missing.add(id)) {
        throw new Rejection.Invalid("photos", "The photo “%s” is named twice".formatted(id));
      }
    }
    repository.use(transaction, owner, company, ids, usedBy).forEach(missing::remove);
    ids.stream()
        .filter(missing::contains)
        .findFirst()
        .ifPresent(
            id -> {
              throw new Rejection.Invalid(
                  "photos",
                  "The photo “%s” is not there, not yours, or already used: send it again"
                      .formatted(id));
            });
  }

  /**
   * A photo that is in use.
   *
   * @param company only if it is this company's; absent for staff, who see all
   */
  public Optional<StoredPhoto> find(PhotoId id, PhotoSize size, Optional<CompanyId> company) {
    return database
        .onBehalfOf(
            company.map(CompanyId::value), queries -> repository.find(queries, id, size, company))
        .flatMap(
            row ->
                row.content()
                    .or(() -> directory.flatMap(folder -> folder.find(id, size)))
                    .map(content -> new StoredPhoto(row.id(), row.name(), content)));
  }

  /** Of these, whatever is there. */
  public List<PhotoFacts> facts(Queries queries, List<PhotoId> ids) {
    return ids.isEmpty() ? List.of() : repository.facts(queries, ids);
  }

  /**
   * Serves it to whoever may see it, as a picture and nothing else: it runs no script, and no other
   * site can embed it. It never changes, so the browser keeps it, for this reader alone.
   */
  public static void reply(Exchange exchange, StoredPhoto photo) {
    exchange
        .response()
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
        .putHeader("Cache-Control", "private, max-age=31536000, immutable")
        .putHeader("Content-Disposition", disposition(photo.name()));
    exchange.replyBytes(200, "image/jpeg", Buffer.buffer(photo.content()));
  }

  /** RFC 6266, with the name in UTF-8 by RFC 8187. */
  private static String disposition(String name) {
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "inline; filename=\"photo.jpg\"; filename*=UTF-8''" + encoded.replace("*", "%2A");
  }

  void addSweeps(Sweeps sweeps) {
    sweeps.add("photos that nobody used", this::forgetUnused);
    directory.ifPresent(
        folder -> sweeps.add("photos that a crash left over", () -> forgetLeftOver(folder)));
  }

  private void forgetUnused() {
    List<PhotoId> forgotten = repository.forget(database, clock.instant().minus(A_DAY));
    directory.ifPresent(folder -> folder.remove(forgotten));
  }

  /** Goes through the whole directory, hence once a day only. */
  private void forgetLeftOver(PhotoDirectory folder) {
    Instant now = clock.instant();
    if (now.isBefore(lookedAt.plus(A_DAY))) {
      return;
    }
    lookedAt = now;
    Set<PhotoId> old = folder.olderThan(now.minus(A_DAY));
    repository.known(database, old).forEach(old::remove);
    folder.remove(old);
  }
}
