package org.vitrine.photos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.function.LongFunction;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.FewAtOnce;
import org.vitrine.platform.web.FewOfEach;
import org.vitrine.platform.web.Media;
import org.vitrine.platform.web.RateLimiter;
import org.vitrine.platform.web.Routes;
import org.vitrine.platform.web.UploadedFile;

/** Photos over HTTP: sent one by one, as they are. Whoever shows them serves them. */
final class PhotoRoutes implements Routes {
  private static final int A_MINUTE = 30;

  /** Each lies on the disk until it has come in full: of one sender, and of all. */
  private static final int AT_ONCE_OF_ONE = 3;

  private static final int AT_ONCE = 20;
  private static final Duration COME_BACK = Duration.ofSeconds(5);

  private final Photos photos;
  private final Guards guards;
  private final LongFunction<CompanyId> glassLinks;
  private final RateLimiter limiter = new RateLimiter(A_MINUTE, Duration.ofMinutes(1));
  private final FewOfEach ofOne =
      new FewOfEach(
          AT_ONCE_OF_ONE,
          "%d of your photos are on their way; send the next one afterwards"
              .formatted(AT_ONCE_OF_ONE),
          COME_BACK);
  private final FewAtOnce ofAll =
      new FewAtOnce(
          AT_ONCE, "Many photos are being sent right now; try again in a moment", COME_BACK);

  /**
   * @param glassLinks the company that the holder of a link speaks for, if they may
   */
  PhotoRoutes(Photos photos, Guards guards, LongFunction<CompanyId> glassLinks) {
    this.photos = photos;
    this.guards = guards;
    this.glassLinks = glassLinks;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.post(
                "/api/photos",
                guards.mayOneOf(Permission.SPEAK, Permission.ANSWER_VOICES),
                this::add)
            .limitedTo(PhotoSource.LARGEST_FILE)
            .taking(Media.ANY)
            .streaming());
  }

  private void add(Exchange exchange) {
    exchange.onlyQueries("name", "as");
    PhotoOwner owner = PhotoOwner.of(exchange.caller(Caller.class), glassLinks);
    limiter.admit(owner.text());
    exchange.reply(201, ofOne.inTurn(owner.text(), () -> ofAll.inTurn(() -> add(exchange, owner))));
  }

  private PhotoFacts add(Exchange exchange, PhotoOwner owner) {
    String name = exchange.query("name").orElse("");
    try (UploadedFile file = UploadedFile.of(exchange)) {
      return photos.add(owner, name, () -> content(file));
    } catch (Rejection.TooLarge larger) {
      throw new Rejection.TooLarge("The photo is larger than 10 MB: send a smaller one");
    }
  }

  private static byte[] content(UploadedFile file) {
    try {
      return Files.readAllBytes(file.path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
