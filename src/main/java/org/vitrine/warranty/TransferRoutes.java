package org.vitrine.warranty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.Media;
import org.vitrine.platform.web.Routes;
import org.vitrine.signin.StrangersPace;

/**
 * Handing pieces over, over HTTP: by whoever owns them, and by whoever has a code or a link, whose
 * secret is enough.
 */
final class TransferRoutes implements Routes {
  private static final long LARGEST_BATCH = 200_000;

  private final PieceOffers offers;
  private final Transfers transfers;
  private final TransferBatches batches;
  private final StrangersPace pace;
  private final Guards guards;
  private final Idempotency idempotency;

  TransferRoutes(Handovers handovers, StrangersPace pace, Guards guards, Idempotency idempotency) {
    this.offers = handovers.offers();
    this.transfers = handovers.transfers();
    this.batches = handovers.batches();
    this.pace = pace;
    this.guards = guards;
    this.idempotency = idempotency;
  }

  /** What is done here. */
  record Handovers(PieceOffers offers, Transfers transfers, TransferBatches batches) {}

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard owners = guards.may(Permission.OWN_PIECES);
    return List.of(
        idempotency.once(Routes.post("/api/warranty/transfers", owners, this::offer)),
        idempotency.once(
            Routes.post("/api/warranty/transfer-batches", owners, this::offerAll)
                .limitedTo(LARGEST_BATCH)
                .taking(Media.text("text/csv"))),
        Routes.post("/api/warranty/transfers/acceptances", owners, this::accept),
        Routes.delete("/api/warranty/transfers/:id", owners, this::withdraw),
        Routes.post("/api/warranty/transfers/:id/undo", owners, this::undo),
        Routes.post("/api/warranty/transfers/look", guards.anyone(), this::look),
        Routes.post("/api/warranty/transfers/addresses", guards.anyone(), this::ask),
        Routes.post("/api/warranty/transfers/confirmations", guards.anyone(), this::confirm));
  }

  /** Which piece is handed over. */
  record OfferPiece(WarrantySerial serial) {
    OfferPiece {
      if (serial == null) {
        throw new Rejection.Invalid("serial", "Say which piece it is");
      }
    }
  }

  /** A code, or what stands in a link. */
  record TakePiece(String secret) {
    TransferSecret typed() {
      return TransferSecret.typed(secret);
    }

    /** Never the secret: a log must not have it. */
    @Override
    public String toString() {
      return "TakePiece";
    }
  }

  /** Where whoever has a code wants to be asked. */
  record TakeByMail(String secret, String address, String language) {
    @Override
    public String toString() {
      return "TakeByMail";
    }
  }

  /** Whoever followed a link, and what they are called. */
  record ConfirmPiece(String secret, String name) {
    @Override
    public String toString() {
      return "ConfirmPiece";
    }
  }

  private void offer(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(201, offers.offer(company(exchange), exchange.body(OfferPiece.class).serial()));
  }

  private void offerAll(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(batches.offer(company(exchange), text(exchange)));
  }

  private static String text(Exchange exchange) {
    try {
      return new String(exchange.content().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(Exchange exchange) {
    exchange.onlyQueries();
    CompanyId receiver = company(exchange);
    TransferSecret secret = exchange.body(TakePiece.class).typed();
    pace.admit("take over", receiver);
    exchange.reply(taken(transfers.accept(receiver, secret)));
  }

  private static Map<String, Object> taken(Transfer transfer) {
    return Map.of("serial", transfer.serial(), "product", transfer.product());
  }

  private void withdraw(Exchange exchange) {
    exchange.onlyQueries();
    offers.withdraw(company(exchange), exchange.id("id"));
    exchange.replyEmpty();
  }

  private void undo(Exchange exchange) {
    exchange.onlyQueries();
    transfers.undo(company(exchange), exchange.id("id"));
    exchange.replyEmpty();
  }

  private void look(Exchange exchange) {
    exchange.onlyQueries();
    TransferSecret secret = exchange.body(TakePiece.class).typed();
    exchange.reply(transfers.look(admitted(exchange, secret)));
  }

  private void ask(Exchange exchange) {
    exchange.onlyQueries();
    TakeByMail wanted = exchange.body(TakeByMail.class);
    TransferSecret code = admitted(exchange, TransferSecret.typed(wanted.secret()));
    transfers.ask(code, wanted.address(), Optional.ofNullable(wanted.language()));
    exchange.reply(Map.of("asked", Transfers.address(wanted.address())));
  }

  private void confirm(Exchange exchange) {
    exchange.onlyQueries();
    ConfirmPiece wanted = exchange.body(ConfirmPiece.class);
    TransferSecret link = admitted(exchange, TransferSecret.typed(wanted.secret()));
    exchange.reply(taken(transfers.confirm(link, Optional.ofNullable(wanted.name()))));
  }

  /** What is guessed, and what strangers have mailed, is counted by where it comes from. */
  private TransferSecret admitted(Exchange exchange, TransferSecret secret) {
    pace.admit("take over", exchange.remoteAddress());
    return secret;
  }

  /** For whom they work now; who belongs to no company owns nothing. */
  static CompanyId company(Exchange exchange) {
    return exchange
        .caller(Caller.SignedIn.class)
        .company()
        .orElseThrow(() -> new Rejection.Forbidden("You belong to no company"));
  }
}
