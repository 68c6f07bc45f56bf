package org.vitrine.search;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.companies.CompanyId;
import org.vitrine.feature.Findable.FoundText;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.FewAtOnce;
import org.vitrine.platform.web.RateLimiter;
import org.vitrine.platform.web.Routes;

/** Finding over HTTP. */
final class SearchRoutes implements Routes {
  private static final int USUAL = 20;
  private static final int MOST = 50;
  private static final int LONGEST_TEXT = 100;
  private static final int LONGEST_ADDRESS = 500;

  /** Nobody types faster; a program that does leaves the others their turn. */
  private static final int QUESTIONS_AT_MOST = 100;

  private static final Duration WITHIN = Duration.ofSeconds(10);

  /** At the same time, of all: the other connections are for what must not wait. */
  private static final int AT_ONCE = 4;

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Search search;
  private final Guards guards;
  private final RateLimiter rate = new RateLimiter(QUESTIONS_AT_MOST, WITHIN);
  private final FewAtOnce places =
      new FewAtOnce(AT_ONCE, PATIENCE, "Many people are searching; try again", PATIENCE);

  SearchRoutes(Search search, Guards guards) {
    this.search = search;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard everybody = guards.may(Permission.SEARCH);
    return List.of(
        Routes.get("/api/search", everybody, this::find),
        Routes.put("/api/search/opened", everybody, this::open));
  }

  /**
   * What somebody opened.
   *
   * @param address of its page, such as {@code /orders/SO-1001}
   */
  record OpenedPage(String address) {
    OpenedPage {
      if (address == null || !address.startsWith("/") || address.length() > LONGEST_ADDRESS) {
        throw new Rejection.Invalid(
            "address", "Must begin with / and have at most " + LONGEST_ADDRESS + " characters");
      }
    }

    /** As sources write addresses: browsers leave other characters as they are. */
    String asWritten() {
      try {
        return Arrays.stream(address.split("/", -1))
            .map(name -> URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8))
            .map(FoundText::encoded)
            .collect(Collectors.joining("/"));
      } catch (IllegalArgumentException broken) {
        throw new Rejection.Invalid("address", "Is no address");
      }
    }
  }

  private void find(Exchange exchange) {
    exchange.onlyQueries("text", "kinds", "limit");
    Caller.SignedIn person = exchange.caller(Caller.SignedIn.class);
    Optional<CompanyId> company = companyOf(person);
    String text = exchange.query("text").map(Blanks::stripped).orElse("");
    if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
      throw new Rejection.Invalid("text", "Must have at most " + LONGEST_TEXT + " characters");
    }
    List<String> kinds = exchange.query("kinds").map(this::kinds).orElse(List.of());
    int limit = exchange.number("limit", MOST).orElse((long) USUAL).intValue();
    rate.admit("person " + person.id());
    exchange.reply(places.inTurn(() -> search.find(person, company, text, kinds, limit)));
  }

  private List<String> kinds(String text) {
    List<String> kinds = Arrays.stream(text.split(",")).map(String::strip).toList();
    if (!search.kinds().containsAll(kinds)) {
      throw new Rejection.Invalid(
          "kinds", "Must be some of " + String.join(", ", search.kinds()) + ", parted by commas");
    }
    return kinds;
  }

  private void open(Exchange exchange) {
    OpenedPage opened = exchange.body(OpenedPage.class);
    Caller.SignedIn person = exchange.caller(Caller.SignedIn.class);
    Optional<CompanyId> company = companyOf(person);
    rate.admit("person " + person.id());
    search.open(person, company, opened.asWritten());
    exchange.replyEmpty();
  }

  /** Whose things they find; a contact who works for nobody finds nothing. */
  private static Optional<CompanyId> companyOf(Caller.SignedIn person) {
    if (person.company().isEmpty() && !person.seesAllCompanies()) {
      throw new Rejection.Forbidden("You do not belong to a company");
    }
    return person.company();
  }
}
