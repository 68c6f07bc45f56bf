package org.vitrine.products;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.access.AuditAction;
import org.vitrine.orders.OrderedLine;
import org.vitrine.orders.Orders;
import org.vitrine.orders.Requirement;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Paging;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.production.Routing;
import org.vitrine.production.Routings;
import org.vitrine.products.ProductRepository.StoredProduct;

/** The door to the templates of products. */
public final class Products {
  /** A template was made, changed or taken away; the key is its code. */
  static final String KIND = "product-template";

  /** What an edit starts from that means to make one: there was none. */
  private static final long NONE = 0;

  private static final int MOST = 10_000;
  private static final String PROPOSALS = "proposals";
  private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,59}");

  private final Database database;
  private final Routings routings;
  private final Orders orders;
  private final Audit audit;
  private final Changes changes;
  private final Clock clock;
  private final ProductRepository repository = new ProductRepository();

  public Products(
      Database database,
      Routings routings,
      Orders orders,
      Audit audit,
      Changes changes,
      Clock clock) {
    this.database = database;
    this.routings = routings;
    this.orders = orders;
    this.audit = audit;
    this.changes = changes;
    this.clock = clock;
  }

  /** What became of a template that was saved, and the version to which it came. */
  public record SavedProduct(String code, SaveOutcome outcome, long version) {}

  /** Those that have all of this text in their code or their name, by their code. */
  Paging.ListPart<ShownProduct> list(Optional<String> text, Paging paging) {
    Paging.ListPart<StoredProduct> part =
        paging.part(repository.list(database, text, paging), found -> found.template().code());
    Function<String, Optional<Routing>> known =
        part.shown().stream()
                .map(found -> found.template().routing())
                .distinct()
                .collect(Collectors.toMap(code -> code, routings::find))
            ::get;
    return new Paging.ListPart<>(
        part.shown().stream().map(found -> ShownProduct.of(found.template(), known)).toList(),
        part.next());
  }

  ShownProduct require(String code) {
    return ShownProduct.of(
        repository.find(database, code).orElseThrow(() -> unknown(code)).template(),
        routings::find);
  }

  /** As the newest line with this product has it; nothing where none was ever ordered. */
  Optional<OrderedLine> proposed(String product) {
    return orders.newestLine(product);
  }

  /**
   * Makes a template, or changes it.
   *
   * @param startedFrom the version that the edit started from; 0 where there was none. Absent takes
   *     it whatever is there
   */
  public SavedProduct save(String code, SaveProduct wanted, Optional<Long> startedFrom, Actor by) {
    if (!CODE.matcher(code).matches() || code.equals(PROPOSALS)) {
      throw new Rejection.Invalid(
          "code",
          "A product’s code must have 1 to 60 letters, digits, dots, dashes or underscores");
    }
    wanted.require();
    return database.inTransaction(transaction -> save(transaction, code, wanted, startedFrom, by));
  }

  /** The routing is held first, as by whoever places an order. */
  private SavedProduct save(
      Queries transaction, String code, SaveProduct wanted, Optional<Long> startedFrom, Actor by) {
    requireStages(wanted, routings.held(transaction, wanted.routing()));
    repository.lock(transaction, code);
    Optional<StoredProduct> before = repository.find(transaction, code);
    if (before.filter(found -> found.template().says(wanted)).isPresent()) {
      return new SavedProduct(code, SaveOutcome.UNCHANGED, before.get().template().version());
    }
    requireUnchanged(transaction, code, startedFrom, before);
    if (before.isEmpty() && repository.count(transaction) >= MOST) {
      throw new Rejection.Conflict("The limit of %,d products has been reached".formatted(MOST));
    }
    Instant now = clock.instant();
    ProductTemplate after =
        new ProductTemplate(
            code,
            wanted.name(),
            wanted.unit(),
            wanted.routing(),
            wanted.requirements(),
            before.map(found -> found.template().version()).orElse(NONE) + 1);
    repository.save(transaction, after, by.name(), now);
    note(
        transaction,
        by,
        AuditAction.PRODUCT_CHANGED,
        before.map(StoredProduct::template),
        Optional.of(after));
    return new SavedProduct(
        code, before.isEmpty() ? SaveOutcome.CREATED : SaveOutcome.CHANGED, after.version());
  }

  private static void requireStages(SaveProduct wanted, Optional<Routing> held) {
    Routing routing =
        held.orElseThrow(
            () ->
                new Rejection.Invalid(
                    "routing", "There is no routing “%s”".formatted(Excerpt.of(wanted.routing()))));
    for (int at = 0; at < wanted.requirements().size(); at++) {
      Requirement requirement = wanted.requirements().get(at);
      if (routing.stage(requirement.stage()).isEmpty()) {
        throw new Rejection.Invalid(
            "requirements[%d].stage".formatted(at),
            "The routing “%s” has no stage “%s”"
                .formatted(routing.code(), Excerpt.of(requirement.stage())));
      }
    }
  }

  private void requireUnchanged(
      Queries transaction,
      String code,
      Optional<Long> startedFrom,
      Optional<StoredProduct> before) {
    if (startedFrom.isEmpty()) {
      return;
    }
    if (before.isEmpty()) {
      if (startedFrom.get() != NONE) {
        throw unknown(code);
      }
      return;
    }
    StoredProduct found = before.get();
    if (startedFrom.get() != found.template().version()) {
      throw new Rejection.ChangedMeanwhile(
          ShownProduct.of(found.template(), named -> routings.find(transaction, named)),
          found.savedBy(),
          found.savedAt());
    }
  }

  /** Takes a template away; orders that were placed by it stay as they are. */
  void remove(String code, Optional<Long> startedFrom, Actor by) {
    database.inTransaction(
        transaction -> {
          repository.lock(transaction, code);
          Optional<StoredProduct> before = repository.find(transaction, code);
          StoredProduct gone = before.orElseThrow(() -> unknown(code));
          requireUnchanged(transaction, code, startedFrom, before);
          repository.remove(transaction, code);
          note(
              transaction,
              by,
              AuditAction.PRODUCT_REMOVED,
              Optional.of(gone.template()),
              Optional.empty());
          return null;
        });
  }

  private void note(
      Queries transaction,
      Actor by,
      AuditAction action,
      Optional<ProductTemplate> before,
      Optional<ProductTemplate> after) {
    Map<String, Object> detail = ProductTemplate.difference(before, after).detail();
    String code = after.or(() -> before).orElseThrow().code();
    audit.record(transaction, by, action, code, Optional.empty(), detail);
    long version = after.map(ProductTemplate::version).orElse(NONE);
    changes.record(transaction, List.of(new Change(KIND, code, version, Optional.empty())));
  }

  private static Rejection unknown(String code) {
    return new Rejection.NotFound("There is no product “%s”".formatted(Excerpt.of(code)));
  }
}
