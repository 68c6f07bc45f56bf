package org.vitrine.epcis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.StatedProblem;

/** A refusal that the standard has a name for (EPCIS 2.0, 12.7; RFC 9457). */
final class EpcisProblem extends RuntimeException implements StatedProblem {
  private final Kind kind;
  private final transient List<EpcisFault> faults;

  /** What the standard calls it. */
  enum Kind {
    VALIDATION(400, "ValidationException", "The content is not what EPCIS describes"),
    QUERY_PARAMETER(400, "QueryParameterException", "A query parameter cannot be used"),
    SECURITY(401, "SecurityException", "Not signed in"),
    FORBIDDEN(403, "SecurityException", "Not allowed"),
    NO_SUCH_RESOURCE(404, "NoSuchResourceException", "Not found"),
    NOT_ACCEPTABLE(406, "NotAcceptableException", "Not acceptable"),
    EXISTS(409, "ResourceAlreadyExistsException", "It is here already"),
    CAPTURE_LIMIT(413, "CaptureLimitExceededException", "Too much at once"),
    TOO_LARGE(413, "QueryTooLargeException", "More events than asked for");

    private final int status;
    private final String code;
    private final String title;

    Kind(int status, String code, String title) {
      this.status = status;
      this.code = code;
      this.title = title;
    }

    String type() {
      return "epcisException:" + code;
    }
  }

  /** As it is sent. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record ProblemBody(
      String type, String title, int status, String detail, List<EpcisFault> errors) {}

  EpcisProblem(Kind kind, String sentence) {
    this(kind, sentence, List.of());
  }

  EpcisProblem(Kind kind, String sentence, List<EpcisFault> faults) {
    super(sentence, null, false, false);
    this.kind = kind;
    this.faults = List.copyOf(faults);
  }

  /** What another room refused, by the standard's name; what it has none for stays as it is. */
  static RuntimeException of(Rejection rejection) {
    return switch (rejection) {
      case Rejection.Unauthenticated r -> new EpcisProblem(Kind.SECURITY, r.getMessage());
      case Rejection.Forbidden r -> new EpcisProblem(Kind.FORBIDDEN, r.getMessage());
      case Rejection.NotFound r -> new EpcisProblem(Kind.NO_SUCH_RESOURCE, r.getMessage());
      case Rejection.Invalid r -> new EpcisProblem(Kind.VALIDATION, r.getMessage());
      default -> rejection;
    };
  }

  @Override
  public int status() {
    return kind.status;
  }

  @Override
  public ProblemBody body() {
    return new ProblemBody(kind.type(), kind.title, kind.status, getMessage(), faults);
  }
}
