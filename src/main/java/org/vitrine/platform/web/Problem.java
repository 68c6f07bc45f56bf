package org.vitrine.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.handler.HttpException;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.json.Json;

/** What went wrong, as {@code application/problem+json} (RFC 9457). */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(
    String type,
    String title,
    int status,
    String detail,
    String field,
    @JsonUnwrapped Meanwhile meanwhile) {
  /** What a page tells from what is not allowed at all: it asks for a password and tries again. */
  private static final String UNPROVED = "urn:vitrine:unproved";

  /** What a page tells from a lock that is gone: it shows the difference and lets one choose. */
  private static final String CHANGED_MEANWHILE = "urn:vitrine:changed-meanwhile";

  private static final Logger LOG = LoggerFactory.getLogger(Problem.class);

  /** What was changed while somebody edited it, as it stands now. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Meanwhile(Object current, String changedBy, Instant changedAt) {}

  private static Problem of(Throwable fault) {
    if (!(fault instanceof Rejection rejection)) {
      LOG.error("A request failed", fault);
      return problem(
          500, "Server error", "Something went wrong on the server; the error was logged", "");
    }
    String detail = rejection.getMessage();
    return switch (rejection) {
      case Rejection.NotFound r -> problem(404, "Not found", detail, "");
      case Rejection.Unauthenticated r -> problem(401, "Not signed in", detail, "");
      case Rejection.Forbidden r -> problem(403, "Not allowed", detail, "");
      case Rejection.Unproved r ->
          new Problem(UNPROVED, "Confirm it is you", 403, detail, "", null);
      case Rejection.Invalid r -> problem(422, "Invalid content", detail, r.field());
      case Rejection.Conflict r -> problem(409, "Conflict", detail, r.field());
      case Rejection.ChangedMeanwhile r -> changed(r);
      case Rejection.Gone r -> problem(410, "Gone", detail, "");
      case Rejection.TooLarge r -> problem(413, "Too large", detail, "");
      case Rejection.WrongMethod r -> problem(405, "Method not allowed", detail, "");
      case Rejection.WrongMedia r -> problem(415, "Unsupported media type", detail, "");
      case Rejection.TooMany r -> problem(429, "Too many requests", detail, "");
      case Rejection.Unavailable r -> problem(503, "Unavailable", detail, "");
    };
  }

  /** Writes the fault as the reply, unless one has begun. */
  static void reply(HttpServerResponse response, Throwable thrown) {
    if (thrown instanceof HttpClosedException) {
      // Whoever asked has gone in the middle of it: nobody's fault, and nobody to tell.
      return;
    }
    if (thrown instanceof StatedProblem stated) {
      send(response, stated.status(), stated.body());
      return;
    }
    Throwable fault = thrown instanceof HttpException http ? asRejection(http) : thrown;
    Problem problem = of(fault);
    if (response.headWritten() || response.closed()) {
      return;
    }
    retryAfter(fault, response);
    if (fault instanceof Rejection.WrongMethod wrong) {
      response.putHeader("Allow", wrong.allowed());
    }
    send(response, problem.status, problem);
  }

  private static void send(HttpServerResponse response, int status, Object body) {
    if (response.headWritten() || response.closed()) {
      return;
    }
    if (status == 401) {
      response.putHeader("WWW-Authenticate", "Bearer");
    }
    response
        .setStatusCode(status)
        .putHeader("Content-Type", "application/problem+json")
        .putHeader("Cache-Control", "no-store")
        .end(Buffer.buffer(Json.bytes(body)));
  }

  /** What Vert.x itself refuses. */
  private static Rejection asRejection(HttpException fault) {
    return switch (fault.getStatusCode()) {
      case 413 -> new Rejection.TooLarge("The body is too large for this endpoint");
      case 404, 405 -> new Rejection.NotFound("There is nothing at this address");
      default -> new Rejection.Invalid("", "Cannot read the request");
    };
  }

  private static void retryAfter(Throwable fault, HttpServerResponse response) {
    Duration wait =
        switch (fault) {
          case Rejection.TooMany r -> r.retryAfter();
          case Rejection.Unavailable r -> r.retryAfter();
          default -> Duration.ZERO;
        };
    if (wait.isPositive()) {
      response.putHeader("Retry-After", String.valueOf(Math.max(1, wait.toSeconds())));
    }
  }

  private static Problem problem(int status, String title, String detail, String field) {
    return new Problem("about:blank", title, status, detail, field, null);
  }

  private static Problem changed(Rejection.ChangedMeanwhile changed) {
    return new Problem(
        CHANGED_MEANWHILE,
        "Changed in the meantime",
        412,
        changed.getMessage(),
        "",
        new Meanwhile(changed.current(), changed.changedBy(), changed.changedAt()));
  }
}
