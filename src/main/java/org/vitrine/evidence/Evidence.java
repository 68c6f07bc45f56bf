package org.vitrine.evidence;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.companies.Companies;
import org.vitrine.companies.CompanyId;
import org.vitrine.devices.CertificateRule;
import org.vitrine.evidence.EvidencePlaceRepository.StageOfOrder;
import org.vitrine.evidence.EvidenceRepository.ForgottenEvidence;
import org.vitrine.orders.OrderId;
import org.vitrine.photos.ConvertedPhoto;
import org.vitrine.photos.Photos;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.words.Words;
import org.vitrine.production.OrderSnapshots;
import org.vitrine.production.ReportRule;
import org.vitrine.tracking.GlassLinks;
import org.vitrine.tracking.Tracking;
import org.vitrine.voices.Voices;

/**
 * The door to what was seen: files that were sent, each under the SHA-256 of what was sent, kept as
 * long as a report names them. What nothing names is forgotten after a week, in which a device that
 * was offline comes back.
 */
public final class Evidence {
  /**
   * What is seen or asked for of an order changed: the kind of such a change; its key is the id.
   */
  public static final String CHANGED = EvidenceChange.KIND;

  private static final Duration UNUSED_FOR = Duration.ofDays(7);
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final int LOOKED_AT_ONCE = 100;

  private final Database database;
  private final Photos photos;
  private final Tracking tracking;
  private final EvidenceShelf shelf;
  private final long most;
  private final Clock clock;
  private final Onlookers onlookers;
  private final PictureRequests requests;
  private final EvidenceReader reader;
  private final Gallery gallery;
  private final EvidenceRepository repository = new EvidenceRepository();
  private final EvidencePlaceRepository places = new EvidencePlaceRepository();
  private volatile Instant lookedAt = Instant.EPOCH;

  /** The rooms below that it asks. */
  public record EvidenceGround(
      Photos photos,
      Tracking tracking,
      OrderSnapshots snapshots,
      Voices voices,
      GlassLinks links,
      Companies companies) {}

  /**
   * Where content is kept.
   *
   * @param folder that of photos, of which it takes a part; absent for the database
   * @param most how many bytes all of it may take
   */
  public record EvidenceStorage(Optional<Path> folder, long most) {}

  public Evidence(
      Database database,
      Changes changes,
      EvidenceGround ground,
      EvidenceStorage storage,
      Words words,
      Clock clock) {
    this(
        database,
        changes,
        ground,
        storage
            .folder()
            .<EvidenceShelf>map(FolderShelf::in)
            .orElseGet(() -> new DatabaseShelf(database)),
        storage.most(),
        words,
        clock);
  }

  Evidence(
      Database database,
      Changes changes,
      EvidenceGround ground,
      EvidenceShelf shelf,
      long most,
      Words words,
      Clock clock) {
    this.database = database;
    this.photos = ground.photos();
    this.tracking = ground.tracking();
    this.shelf = shelf;
    this.most = most;
    this.clock = clock;
    this.onlookers = new Onlookers(tracking, ground.links());
    this.requests = new PictureRequests(database, changes, ground, words, clock);
    this.reader = new EvidenceReader(ground.snapshots(), requests, changes);
    this.gallery = new Gallery(database, changes, tracking, requests, clock);
  }

  /** By which reports are checked that name evidence. */
  public ReportRule rule() {
    return new EvidenceRule(this);
  }

  /** By which calibrations are checked that name a certificate. */
  public CertificateRule certificates() {
    return this::requireCertificate;
  }

  private void requireCertificate(Queries transaction, String certificate) {
    repository.hold(transaction);
    EvidenceFormat format =
        repository
            .find(transaction, new EvidenceHash(certificate), EvidenceSize.FULL)
            .map(file -> EvidenceFormat.kept(file.media()))
            .orElseThrow(
                () ->
                    new Rejection.Invalid(
                        "certificate",
                        "There is no file “%s”: send it first, then the calibration"
                            .formatted(certificate)));
    if (format.isClip()) {
      throw new Rejection.Invalid(
          "certificate", "A clip is no certificate: send a PDF or a photo of it");
    }
  }

  Onlookers onlookers() {
    return onlookers;
  }

  PictureRequests requests() {
    return requests;
  }

  EvidenceReader reader() {
    return reader;
  }

  Gallery gallery() {
    return gallery;
  }

  /** Pictures that customers ask for of these orders, and were not shown yet. */
  public List<AskedPicture> asked(Queries queries, Collection<OrderId> orders) {
    return requests.open(queries, orders, Optional.empty());
  }

  public boolean isEmpty() {
    return repository.room(database, most).files() == 0;
  }

  /** The same as {@link #keep(EvidenceHash, Path, String)} of what is in memory anyway. */
  public EvidenceHash keep(byte[] content, String by) {
    try {
      Path file = Files.createTempFile("evidence", "");
      try {
        return keep(EvidenceHash.of(Files.write(file, content)), file, by).file().sha256();
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What became of a file that was sent. */
  record SentEvidence(EvidenceFile file, boolean isNew) {}

  /**
   * Keeps a file, whole or not at all. Throws a {@link Rejection} where its content is not what its
   * name says, or none that is taken. Blocks.
   *
   * @param sent may be written to, and is read until this returns
   * @param by who sent it
   */
  SentEvidence keep(EvidenceHash hash, Path sent, String by) {
    if (!EvidenceHash.of(sent).equals(hash)) {
      throw new Rejection.Invalid(
          "sha256", "The content has another SHA-256 than the address says: send it again");
    }
    Optional<EvidenceFile> known = repository.touch(database, hash, clock.instant());
    if (known.isPresent()) {
      return new SentEvidence(known.get(), false);
    }
    EvidenceFormat format = EvidenceFormat.of(SentFile.head(sent));
    format.requireFits(SentFile.length(sent));
    return switch (format) {
      case PHOTO -> {
        ConvertedPhoto photo = photos.converted(() -> SentFile.content(sent));
        yield add(
            hash,
            format,
            new KeptContent.OfPhoto(photo),
            Optional.of(photo.width()),
            Optional.of(photo.height()),
            by);
      }
      case WEBM, MP4 -> {
        ClipFile.checkAndClean(sent, format);
        yield addFile(hash, format, sent, by);
      }
      case PDF -> addFile(hash, format, sent, by);
    };
  }

  private SentEvidence addFile(EvidenceHash hash, EvidenceFormat format, Path sent, String by) {
    KeptContent content = new KeptContent.OfFile(sent, SentFile.length(sent));
    return add(hash, format, content, Optional.empty(), Optional.empty(), by);
  }

  private SentEvidence add(
      EvidenceHash hash,
      EvidenceFormat format,
      KeptContent content,
      Optional<Integer> width,
      Optional<Integer> height,
      String by) {
    long full = content.bytes(EvidenceSize.FULL);
    long bytes = full + content.bytes(EvidenceSize.SMALL);
    room().requireFor(bytes); // Before any of it lies in a directory.
    EvidenceFile file = new EvidenceFile(hash, format.kind(), format.media(), full, width, height);
    boolean isNew =
        database.inTransaction(
            transaction -> {
              repository.hold(transaction);
              if (!repository.add(transaction, file, content, by, clock.instant())) {
                return false;
              }
              shelf.keep(transaction, hash, content);
              repository.count(transaction, 1, bytes);
              room(transaction).requireFor(0);
              return true;
            });
    return new SentEvidence(file, isNew);
  }

  /**
   * Whether they may see it: the house all; a company what stands at a stage of its own that it was
   * agreed to see, and that the house does not keep to itself; of that, whoever holds a link what
   * is of its order.
   */
  boolean isShownTo(Onlooker by, EvidenceHash hash) {
    return by.isOfHouse() || isShownTo(by, hash, StageOfOrder.FIRST);
  }

  /** In parts: a paper may stand at hundreds of orders, and be shown at the oldest alone. */
  private boolean isShownTo(Onlooker by, EvidenceHash hash, StageOfOrder after) {
    List<StageOfOrder> some =
        database.onBehalfOf(
            by.company().map(CompanyId::value),
            queries -> places.stands(queries, hash, by, after, LOOKED_AT_ONCE));
    return !Gallery.seenByCustomers(tracking, some).isEmpty()
        || some.size() == LOOKED_AT_ONCE && isShownTo(by, hash, some.getLast());
  }

  /** What there is of this name in this size, with as many bytes as it has there. */
  Optional<EvidenceFile> find(EvidenceHash hash, EvidenceSize size) {
    return repository.find(database, hash, size);
  }

  /** The bytes from one to the other of what {@link #find} found, read as they are taken. */
  Stream<Buffer> read(EvidenceHash hash, EvidenceSize size, long from, long to) {
    return shelf.read(hash, size, from, to);
  }

  /** What there is of these, which are about to be named: none is forgotten until it stands. */
  Map<EvidenceHash, EvidenceFormat> named(Collection<EvidenceHash> hashes) {
    Instant now = clock.instant();
    return repository.named(database, hashes, now, now.minus(A_DAY)).stream()
        .collect(Collectors.toMap(EvidenceFile::sha256, file -> EvidenceFormat.kept(file.media())));
  }

  EvidenceRoom room() {
    return room(database);
  }

  /** What all of it takes, and may take. */
  public EvidenceRoom room(Queries queries) {
    return repository.room(queries, most);
  }

  void addSweeps(Sweeps sweeps) {
    sweeps.add("evidence that nothing names", this::forgetUnused);
    if (shelf instanceof FolderShelf folder) {
      sweeps.add("evidence that a crash left over", () -> forgetLeftOver(folder));
    }
  }

  private void forgetUnused() {
    List<ForgottenEvidence> forgotten =
        database.inTransaction(
            transaction -> {
              repository.holdAlone(transaction);
              List<ForgottenEvidence> unused =
                  repository.forget(transaction, clock.instant().minus(UNUSED_FOR));
              if (!unused.isEmpty()) {
                long bytes = unused.stream().mapToLong(ForgottenEvidence::bytes).sum();
                repository.count(transaction, -unused.size(), -bytes);
              }
              return unused;
            });
    if (!forgotten.isEmpty() && shelf instanceof FolderShelf folder) {
      remove(folder, forgotten.stream().map(ForgottenEvidence::hash).collect(Collectors.toSet()));
    }
  }

  /**
   * Files go once it is certain that nobody knows them: what is taken away before that, and then
   * stays known after all, would be gone for good. Whoever sends one again waits until this is
   * done.
   */
  private void remove(FolderShelf folder, Set<EvidenceHash> hashes) {
    database.inTransaction(
        transaction -> {
          repository.holdAlone(transaction);
          repository.known(transaction, hashes).forEach(hashes::remove);
          folder.remove(hashes);
          return hashes.size();
        });
  }

  /** Goes through the whole directory, hence once a day only. */
  private void forgetLeftOver(FolderShelf folder) {
    Instant now = clock.instant();
    if (now.isBefore(lookedAt.plus(A_DAY))) {
      return;
    }
    lookedAt = now;
    remove(folder, folder.olderThan(now.minus(A_DAY)));
  }
}
