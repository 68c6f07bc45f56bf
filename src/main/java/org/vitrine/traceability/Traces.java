package org.vitrine.traceability;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.ShipmentNumber;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/**
 * The door to lots and pieces, what went into what, and what a fault reaches. Others hear of them
 * by {@link TraceChange}.
 */
public final class Traces {
  private final Database database;
  private final Changes changes;
  private final Clock clock;
  private final TraceWriter writer;
  private final ImpactFinder impacts = new ImpactFinder();
  private final TreeReader trees = new TreeReader();
  private final PieceRepository pieces = new PieceRepository();
  private final MadeForRepository forWhom = new MadeForRepository();
  private final ShippedLotRepository shipped = new ShippedLotRepository();

  public Traces(Database database, Changes changes, Clock clock) {
    this.database = database;
    this.changes = changes;
    this.clock = clock;
    this.writer = new TraceWriter(changes, clock);
  }

  /** A piece that was made or that left; nothing where a serial is only named elsewhere. */
  public Optional<PieceCard> piece(Queries queries, String serial) {
    return pieces.find(queries, OrderNumber.key(serial));
  }

  /** For which lines of orders something of this serial, or the lot of this code, was made. */
  public List<PieceCard.PieceLine> madeFor(Queries queries, String code) {
    return forWhom.find(queries, OrderNumber.key(code));
  }

  /**
   * A piece that left is another company's now, who answers for it from then on: what a fault
   * reaches finds it there. Nothing where nobody said that it left.
   */
  public void handOver(Queries transaction, String serial, CompanyId to) {
    if (pieces.handOver(transaction, OrderNumber.key(serial), to)) {
      changes.record(
          transaction,
          List.of(TraceChange.of(NodeName.piece(new TraceCode(serial)), Optional.of(to))));
    }
  }

  /** What left for this company, the newest first; also behind its wall. */
  public List<PieceCard> piecesOf(Queries queries, CompanyId company) {
    return pieces.ofCompany(queries, company);
  }

  /** What left with a shipment; none where there is no such. */
  public List<PieceCard> piecesShippedWith(
      Queries queries, OrderNumber order, ShipmentNumber shipment) {
    return pieces.shippedWith(queries, order, shipment);
  }

  /** What a fault reaches. Throws {@code Rejection.Invalid} where a lot is not known. */
  public Impact impact(Queries queries, Criteria criteria) {
    return impacts.find(queries, criteria);
  }

  /**
   * The same, with what is not known any more left out: a lot whose order was imported by mistake
   * was named by nothing else. Nothing where all of a kind is not known.
   */
  public Optional<Impact> impactOfKnown(Queries queries, Criteria criteria) {
    return impacts.findOfKnown(queries, criteria);
  }

  /**
   * One of the lots of which something left; nothing where there are none.
   *
   * @param draw from how many one is drawn: at which place it is, from 0 on
   */
  public Optional<String> shippedLot(Queries queries, LongUnaryOperator draw) {
    long lots = shipped.count(queries);
    return lots == 0 ? Optional.empty() : shipped.at(queries, draw.applyAsLong(lots));
  }

  SaveOutcome save(TraceCode lot, SaveLot said) {
    return database.inTransaction(transaction -> writer.save(transaction, lot, said));
  }

  /** Says all of a piece, as whoever makes it does; the same again changes nothing. */
  public SaveOutcome save(TraceCode serial, SavePiece said) {
    return database.inTransaction(transaction -> writer.save(transaction, serial, said));
  }

  /** Throws {@code Rejection.NotFound} where nobody has named such a thing. */
  TraceTree tree(NodeName name) {
    return trees.read(database, name);
  }

  OrderReader orderReader() {
    return new OrderReader(changes, clock);
  }
}
