package org.vitrine.warranty;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.companies.Companies;
import org.vitrine.companies.CompanyId;
import org.vitrine.mail.Mailer;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.recalls.Recalls;
import org.vitrine.signin.AttemptThrottle;
import org.vitrine.signin.Passwords;
import org.vitrine.signin.StrangersPace;
import org.vitrine.traceability.Traces;

/** The door to what is promised of pieces after they have left. */
public final class Warranty {
  /** A piece was registered, its cover or its owner changed; the key is its serial in one form. */
  public static final String KIND = "warranty";

  final Database database;
  private final Changes changes;
  private final WarrantyGround ground;
  private final ZoneId zone;
  private final Clock clock;
  private final WarrantyPieceRepository pieces = new WarrantyPieceRepository();
  private final CoverRepository covers = new CoverRepository();
  private volatile AgreedMonths agreed = AgreedMonths.NONE;

  /**
   * @param zone where the plant is: there days begin
   */
  public Warranty(
      Database database, Changes changes, WarrantyGround ground, ZoneId zone, Clock clock) {
    this.database = database;
    this.changes = changes;
    this.ground = ground;
    this.zone = zone;
    this.clock = clock;
  }

  /**
   * The rooms below, and what secrets are kept by.
   *
   * @param passwords of cards, apart from those that people sign in by
   */
  public record WarrantyGround(
      Companies companies,
      Mailer mailer,
      AttemptThrottle attempts,
      Passwords passwords,
      IdentityKeys keys,
      Traces traces,
      Recalls recalls,
      Audit audit) {}

  /**
   * The piece with this serial, where its cover is kept; behind a company's wall one of its own.
   */
  public Optional<WarrantyPiece> piece(Queries queries, WarrantySerial serial) {
    return pieces.find(queries, serial);
  }

  /** The same, as it stays until the transaction ends; throws {@link Rejection.NotFound}. */
  public WarrantyPiece lock(Queries transaction, WarrantySerial serial) {
    return pieces.lock(transaction, serial).orElseThrow(() -> unknown(serial));
  }

  /**
   * What a company owns now, by serial.
   *
   * @param after the serial before the first, absent from the beginning
   */
  public List<WarrantyPiece> piecesOf(
      Queries queries, CompanyId company, Optional<String> after, int most) {
    return pieces.of(queries, company, after, most);
  }

  /** What left with an order, for the house. */
  List<WarrantyPiece> piecesOf(Queries queries, OrderNumber order, int most) {
    return pieces.of(queries, order, most);
  }

  /** A room above says for how long what a company buys is covered. */
  public void agreedBy(AgreedMonths months) {
    agreed = months;
  }

  /** Registers pieces that left together; the same again changes nothing. */
  public void register(List<WarrantySerial> serials, SoldPieces sold, Actor by) {
    WarrantyRegister register = register();
    database.inTransaction(
        transaction -> {
          serials.forEach(serial -> register.save(transaction, serial, sold.said(), by));
          return null;
        });
  }

  /** What was promised of a piece, in its order. */
  public List<CoverEntry> ledger(Queries queries, WarrantySerial serial) {
    return covers.ledger(queries, serial);
  }

  public Cover cover(Queries queries, WarrantySerial serial) {
    return Cover.derivedFrom(ledger(queries, serial));
  }

  /** The same as its owner reads it: why it ended stands there where it was written for them. */
  Cover ownCover(Queries queries, CompanyId owner, WarrantySerial serial) {
    return Cover.derivedFrom(
        covers.ledgers(queries, List.of(serial), Optional.of(owner)).get(serial.key()));
  }

  /** How each of these is covered, by the key of its serial, for the house. */
  public Map<String, Cover> covers(Queries queries, List<WarrantyPiece> of) {
    return covers(queries, of, Optional.empty());
  }

  /** The same as their owner reads it. */
  Map<String, Cover> ownCovers(Queries queries, CompanyId owner, List<WarrantyPiece> of) {
    return covers(queries, of, Optional.of(owner));
  }

  private Map<String, Cover> covers(
      Queries queries, List<WarrantyPiece> of, Optional<CompanyId> reader) {
    return covers
        .ledgers(queries, of.stream().map(WarrantyPiece::serial).toList(), reader)
        .entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> Cover.derivedFrom(entry.getValue())));
  }

  /** Adds to the ledger of a piece; throws {@link Rejection.NotFound} where there is none. */
  public Cover enter(Queries transaction, WarrantySerial serial, CoverEntry entry, Actor by) {
    return enter(transaction, serial, entry, lock(transaction, serial).owner(), by);
  }

  /**
   * The same.
   *
   * @param reader for whom its reason is written, who need not have the piece any more
   */
  Cover enter(
      Queries transaction, WarrantySerial serial, CoverEntry entry, CompanyId reader, Actor by) {
    if (entry.lacksReason()) {
      throw new Rejection.Invalid("reason", "Give the reason, which its owner reads");
    }
    WarrantyPiece piece = lock(transaction, serial);
    covers.add(transaction, piece.serial(), entry, reader, by, clock.instant());
    save(transaction, piece, piece);
    return cover(transaction, serial);
  }

  /**
   * Repair was chosen for a piece: where EU law applies to it, it is covered twelve months longer,
   * once. Whoever asked in time loses nothing because we were slow, and whoever buys it anew gains
   * nothing by what was repaired before.
   *
   * @param asked when the owner asked for it
   */
  public Cover repairChosen(Queries transaction, WarrantySerial serial, Instant asked, Actor by) {
    WarrantyPiece piece = lock(transaction, serial);
    return piece.promise().euLaw() && !isSoldSince(transaction, serial, asked)
        ? enter(transaction, serial, CoverEntry.byLaw(LocalDate.ofInstant(asked, zone)), by)
        : cover(transaction, serial);
  }

  /** Those of these that something covers, and of which the law was not counted yet. */
  List<WarrantySerial> coveredBesidesLaw(Queries queries, List<WarrantySerial> of) {
    Map<String, List<CoverEntry>> ledgers = covers.ledgers(queries, of, Optional.empty());
    return of.stream()
        .filter(
            serial -> {
              List<CoverEntry> ledger = ledgers.get(serial.key());
              return !ledger.isEmpty()
                  && ledger.stream().noneMatch(entry -> entry.kind() == CoverKind.LAW);
            })
        .toList();
  }

  /** Whether it came back and was sold anew after that. */
  boolean isSoldSince(Queries queries, WarrantySerial serial, Instant then) {
    return pieces.isSoldSince(queries, serial, then);
  }

  /** Another company owns it from now on; throws {@link Rejection.NotFound}. */
  public void handOver(Queries transaction, WarrantySerial serial, CompanyId to) {
    WarrantyPiece piece = lock(transaction, serial);
    save(transaction, piece, piece.ownedBy(to));
  }

  /** Writes it as it is now, and tells whoever has it, and whoever has it no longer. */
  void save(Queries transaction, WarrantyPiece before, WarrantyPiece after) {
    WarrantyPiece saved = after.atVersion(before.version() + 1);
    pieces.save(transaction, saved);
    List<Change> said = new ArrayList<>();
    said.add(
        new Change(
            KIND, saved.serial().key(), saved.version(), Optional.of(saved.owner().value())));
    if (!saved.owner().equals(before.owner())) {
      said.add(TransferDesk.ofCompany(saved.serial(), before.owner()));
    }
    changes.record(transaction, said);
  }

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /** When this day begins where the plant is. */
  Instant beginningOf(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  static Rejection unknown(WarrantySerial serial) {
    return new Rejection.NotFound(
        "There is no warranty for “%s”".formatted(Excerpt.of(serial.value())));
  }

  WarrantyTerms terms() {
    return new WarrantyTerms(
        database, clock, (queries, buyer, day) -> agreed.of(queries, buyer, day));
  }

  WarrantyRegister register() {
    return new WarrantyRegister(this, terms(), identities(), ground.companies(), clock);
  }

  LookUps lookUps() {
    return new LookUps(database, this, ground.attempts(), ground.passwords(), ground.keys(), clock);
  }

  LookUpClockWork clockWork() {
    return new LookUpClockWork(database, ground.mailer(), clock);
  }

  ShipmentReader shipmentReader() {
    return new ShipmentReader(ground.traces(), register());
  }

  RepairReader repairReader() {
    return new RepairReader(ground.recalls(), this);
  }

  /**
   * @param address where people reach us, for what is printed
   */
  WarrantyCards cards(Supplier<URI> address) {
    return new WarrantyCards(this, ground.passwords(), ground.audit(), address, clock);
  }

  PieceIdentities identities() {
    return new PieceIdentities(ground.keys(), clock);
  }

  StrangersPace strangersPace() {
    return new StrangersPace(ground.attempts());
  }

  Companies companies() {
    return ground.companies();
  }
}
