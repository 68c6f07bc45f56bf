package org.vitrine.evidence;

import java.time.Duration;
import java.util.List;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.evidence.Evidence.SentEvidence;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.FewAtOnce;
import org.vitrine.platform.web.FewOfEach;
import org.vitrine.platform.web.Media;
import org.vitrine.platform.web.PartialReply;
import org.vitrine.platform.web.RateLimiter;
import org.vitrine.platform.web.Routes;
import org.vitrine.platform.web.UploadedFile;

/** Evidence over HTTP: sent one by one, each under its name, and read by whoever may. */
final class EvidenceRoutes implements Routes {
  private static final int A_MINUTE = 120;

  /** Each lies on the disk until it has come in full: of one sender, and of all. */
  private static final int AT_ONCE_OF_ONE = 3;

  private static final int AT_ONCE = 20;
  private static final Duration COME_BACK = Duration.ofSeconds(5);

  private final Evidence evidence;
  private final Guards guards;
  private final RateLimiter limiter = new RateLimiter(A_MINUTE, Duration.ofMinutes(1));
  private final FewOfEach ofOne =
      new FewOfEach(
          AT_ONCE_OF_ONE,
          "%d of your files are on their way; send the next one afterwards"
              .formatted(AT_ONCE_OF_ONE),
          COME_BACK);
  private final FewAtOnce ofAll =
      new FewAtOnce(
          AT_ONCE, "Many files are being sent right now; try again in a moment", COME_BACK);

  EvidenceRoutes(Evidence evidence, Guards guards) {
    this.evidence = evidence;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.put("/api/evidence/:hash", guards.may(Permission.REPORT), this::keep)
            .limitedTo(EvidenceFormat.LARGEST_FILE)
            .taking(Media.ANY)
            .streaming(),
        Routes.get("/api/evidence", guards.may(Permission.READ_PLANT), this::room),
        Routes.get("/api/evidence/:hash", guards.may(Permission.SEE_EVIDENCE), this::show));
  }

  private void keep(Exchange exchange) {
    exchange.onlyQueries("as");
    EvidenceHash hash = EvidenceHash.inAddress(exchange.path("hash"));
    String by = exchange.caller(Caller.class).actor();
    limiter.admit(by);
    SentEvidence sent = ofOne.inTurn(by, () -> ofAll.inTurn(() -> keep(exchange, hash, by)));
    exchange.reply(sent.isNew() ? 201 : 200, sent.file());
  }

  private SentEvidence keep(Exchange exchange, EvidenceHash hash, String by) {
    try (UploadedFile file = UploadedFile.of(exchange)) {
      return evidence.keep(hash, file.path(), by);
    } catch (Rejection.TooLarge larger) {
      throw new Rejection.TooLarge(
          "The file is too large: photos can have up to 10 MB, clips and PDF up to 20 MB");
    }
  }

  private void room(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(evidence.room());
  }

  /** Never shown by us but as what it is: it runs no script, and no other site can embed it. */
  private void show(Exchange exchange) {
    exchange.onlyQueries("size", "as");
    EvidenceHash hash = EvidenceHash.inAddress(exchange.path("hash"));
    EvidenceSize size = exchange.query("size").map(EvidenceSize::of).orElse(EvidenceSize.FULL);
    if (!evidence.isShownTo(evidence.onlookers().of(exchange.caller(Caller.class)), hash)) {
      throw EvidenceHash.notFound();
    }
    EvidenceFile file = evidence.find(hash, size).orElseThrow(EvidenceHash::notFound);
    EvidenceFormat format = EvidenceFormat.kept(file.media());
    exchange
        .response()
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin")
        .putHeader("Cache-Control", "private, no-cache")
        .putHeader("Content-Disposition", disposition(hash, format));
    PartialReply.send(
        exchange,
        "\"%s-%s\"".formatted(hash, size.code()),
        format.media(),
        file.bytes(),
        (from, to) -> evidence.read(hash, size, from, to));
  }

  /** A paper is never opened in the page: it may do what pages may. */
  private static String disposition(EvidenceHash hash, EvidenceFormat format) {
    return "%s; filename=\"%s-%s%s\""
        .formatted(
            format == EvidenceFormat.PDF ? "attachment" : "inline",
            format.kind(),
            hash.text().substring(0, 12),
            format.ending());
  }
}
