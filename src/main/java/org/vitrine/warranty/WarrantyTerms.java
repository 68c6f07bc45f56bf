package org.vitrine.warranty;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.vitrine.access.Actor;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/** For how long products are covered. Pieces keep what was promised when they were registered. */
final class WarrantyTerms {
  private static final int LONGEST_PRODUCT = 200;
  private static final int MOST = 2_000;

  private final Database database;
  private final Clock clock;
  private final AgreedMonths agreed;
  private final WarrantyTermRepository repository = new WarrantyTermRepository();

  WarrantyTerms(Database database, Clock clock, AgreedMonths agreed) {
    this.database = database;
    this.clock = clock;
    this.agreed = agreed;
  }

  List<WarrantyTerm> list() {
    return repository.list(database, MOST);
  }

  /**
   * What is promised to whoever buys a product now: by its terms, and for as long at least as was
   * agreed with them for the day on which it left (decision 0119); nothing where neither says so.
   */
  CoverPromise promised(Queries queries, LocalizedText product, CompanyId buyer, LocalDate left) {
    CoverPromise usual = usual(queries, product);
    OptionalInt months = agreed.of(queries, buyer, left);
    return months.isPresent() ? usual.atLeast(months.getAsInt()) : usual;
  }

  private CoverPromise usual(Queries queries, LocalizedText product) {
    List<String> names =
        product.plain() == null
            ? List.copyOf(product.byLanguage().values())
            : List.of(product.plain());
    return repository.findFor(queries, names).map(WarrantyTerm::promise).orElse(CoverPromise.NONE);
  }

  /** Throws {@link Rejection.Invalid} where the product or what is promised cannot be. */
  SaveOutcome save(String named, CoverPromise wanted, Actor by) {
    String product = Blanks.stripped(named);
    if (product.isEmpty() || product.length() > LONGEST_PRODUCT) {
      throw new Rejection.Invalid("product", "A product has 1 to 200 characters");
    }
    wanted.require();
    if (wanted.months() == null) {
      throw new Rejection.Invalid("months", "Say for how many months it is covered");
    }
    CoverPromise promise =
        wanted.or(new CoverPromise(null, CoverBegins.SHIPMENT, null, null, false));
    return database.inTransaction(transaction -> save(transaction, product, promise, by));
  }

  private SaveOutcome save(Queries transaction, String product, CoverPromise promise, Actor by) {
    repository.lock(transaction, product);
    Optional<WarrantyTerm> before = repository.find(transaction, product);
    if (before.map(WarrantyTerm::promise).filter(promise::equals).isPresent()) {
      return SaveOutcome.UNCHANGED;
    }
    if (before.isEmpty() && repository.list(transaction, MOST).size() == MOST) {
      throw new Rejection.Conflict("The limit of %,d terms has been reached".formatted(MOST));
    }
    repository.save(transaction, product, promise, by.name(), clock.instant());
    return before.isEmpty() ? SaveOutcome.CREATED : SaveOutcome.CHANGED;
  }

  /** Pieces that are registered stay as they are; throws {@link Rejection.NotFound}. */
  void remove(String product) {
    if (!repository.remove(database, product)) {
      throw new Rejection.NotFound("There are no terms for “%s”".formatted(Excerpt.of(product)));
    }
  }
}
