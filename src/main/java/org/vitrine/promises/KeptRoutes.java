package org.vitrine.promises;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;
import org.vitrine.promises.KeptPromises.KeptBy;
import org.vitrine.promises.KeptPromises.KeptWish;
import org.vitrine.tracking.TrackingRoutes;

/** What was kept and missed, over HTTP: for staff of all, for customers of their own. */
final class KeptRoutes implements Routes {
  private static final long MOST_DAYS = 400;
  private static final int USUAL = 100;
  private static final int MOST = 1_000;

  private final KeptPromises kept;
  private final Companies companies;
  private final Guards guards;

  KeptRoutes(KeptPromises kept, Companies companies, Guards guards) {
    this.kept = kept;
    this.companies = companies;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard readers =
        guards.mayOneOf(Permission.READ_PROMISES_KEPT, Permission.SEE_AGREEMENT);
    return List.of(
        Routes.get("/api/promises/kept", readers, this::show),
        Routes.get("/api/promises/kept/lines", readers, this::behind));
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries("month", "from", "to", "company", "product", "routing", "by");
    exchange.reply(kept.report(wish(exchange), exchange.query("by").map(KeptRoutes::by)));
  }

  private void behind(Exchange exchange) {
    exchange.onlyQueries("month", "from", "to", "company", "product", "routing", "of", "limit");
    KeptWish wish = wish(exchange);
    LinesBehind figure =
        LinesBehind.of(
            exchange
                .query("of")
                .orElseThrow(() -> new Rejection.Invalid("of", "Say the lines of which number")));
    if (figure.forStaff() && wish.reader().isPresent()) {
      throw new Rejection.Forbidden("Only staff read this number");
    }
    int most = exchange.number("limit", MOST).orElse((long) USUAL).intValue();
    exchange.reply(kept.behind(wish, figure, most));
  }

  private KeptWish wish(Exchange exchange) {
    Optional<CompanyId> reader = TrackingRoutes.companyOf(exchange.caller(Caller.class));
    Optional<String> company = exchange.query("company");
    if (reader.isPresent() && company.isPresent()) {
      throw new Rejection.Invalid("company", "Your own are shown, and no others");
    }
    return new KeptWish(
        span(exchange),
        reader,
        company.map(companies::require).map(Company::id).or(() -> reader),
        exchange.query("product"),
        exchange.query("routing"));
  }

  private DueSpan span(Exchange exchange) {
    Optional<LocalDate> from =
        exchange.query("from").map(text -> read("from", text, LocalDate::parse));
    Optional<LocalDate> to = exchange.query("to").map(text -> read("to", text, LocalDate::parse));
    Optional<YearMonth> month =
        exchange.query("month").map(text -> read("month", text, YearMonth::parse));
    LocalDate today = kept.today();
    if (from.isEmpty() && to.isEmpty()) {
      return DueSpan.ofMonth(month.orElseGet(() -> YearMonth.from(today)), today, kept.zone());
    }
    if (month.isPresent()) {
      throw new Rejection.Invalid("month", "Give either a month, or from and to");
    }
    LocalDate last = to.orElse(today);
    LocalDate first = from.orElseGet(() -> last.minusMonths(1).plusDays(1));
    if (first.isAfter(last) || ChronoUnit.DAYS.between(first, last) > MOST_DAYS) {
      throw new Rejection.Invalid(
          from.isPresent() ? "from" : "to", "A span of 1 to %d days".formatted(MOST_DAYS));
    }
    return new DueSpan(first, last, today, kept.zone());
  }

  /** Of four digits: days are compared as they are written. */
  private static <T> T read(String field, String text, Function<String, T> reading) {
    try {
      if (text.matches("\\d{4}-.*")) {
        return reading.apply(text);
      }
    } catch (DateTimeParseException noSuchDay) {
      // Said below.
    }
    throw new Rejection.Invalid(
        field,
        "“%s” is not %s"
            .formatted(
                Excerpt.of(text),
                field.equals("month") ? "a month such as 2026-10" : "a date such as 2026-12-15"));
  }

  private static KeptBy by(String code) {
    return Arrays.stream(KeptBy.values())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new Rejection.Invalid(
                    "by", "“%s” is not company, product or routing".formatted(Excerpt.of(code))));
  }
}
