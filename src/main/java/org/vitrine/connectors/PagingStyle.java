package org.vitrine.connectors;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.vitrine.platform.Rejection;

/**
 * How a source that is none of the known ones hands out its records in pages.
 *
 * @param by absent where all come at once
 * @param parameter what the page, the offset or the token is called in the address
 * @param size how many at a time; absent for what the source thinks right
 * @param sizeParameter what that is called
 * @param first the number of the first page: 0 or 1
 * @param next where in an answer the next page's address or token stands
 * @param since what the parameter is called that asks for what was changed since a moment, which is
 *     written as in ISO 8601; absent where there is none
 */
public record PagingStyle(
    PagedBy by,
    String parameter,
    Integer size,
    String sizeParameter,
    Integer first,
    String next,
    String since) {
  static final PagingStyle NOTHING_SAID = new PagingStyle(null, null, null, null, null, null, null);
  private static final int USUAL_SIZE = 100;
  private static final int MOST = 5_000;

  /** What leads from a page to the next. */
  public enum PagedBy {
    @JsonProperty("none")
    NONE,
    @JsonProperty("page")
    PAGE,
    @JsonProperty("offset")
    OFFSET,
    /** The answer says the address of the next, or a token for it. */
    @JsonProperty("next")
    NEXT,
    /** The header {@code Link} does (RFC 8288). */
    @JsonProperty("link")
    LINK
  }

  public PagingStyle {
    if (size != null && (size < 1 || size > MOST)) {
      throw new Rejection.Invalid("settings.paging.size", "Must be 1 to " + MOST);
    }
    if ((by == PagedBy.PAGE || by == PagedBy.OFFSET) && blank(parameter)) {
      throw new Rejection.Invalid(
          "settings.paging.parameter", "Say what the page is called in the address");
    }
    if (by == PagedBy.NEXT && blank(next)) {
      throw new Rejection.Invalid(
          "settings.paging.next", "Say where in an answer the next page stands");
    }
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  int sizeOrUsual() {
    return size == null ? USUAL_SIZE : size;
  }

  PagedBy byOrNone() {
    return by == null ? PagedBy.NONE : by;
  }
}
