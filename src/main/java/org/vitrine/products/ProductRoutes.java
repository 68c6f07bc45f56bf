package org.vitrine.products;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.orders.OrderedLine;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Paging;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** Templates of products over HTTP. */
final class ProductRoutes implements Routes {
  private static final int A_PAGE = 50;
  private static final int MOST_AT_ONCE = 200;

  private final Products products;
  private final Guards guards;

  ProductRoutes(Products products, Guards guards) {
    this.products = products;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard readers = guards.may(Permission.READ_PLANT);
    Endpoint.Guard keepers = guards.may(Permission.KEEP_PRODUCTS);
    return List.of(
        Routes.get("/api/products", readers, this::list),
        Routes.get("/api/products/proposals", readers, this::propose),
        Routes.get("/api/products/:code", readers, this::show),
        Routes.put("/api/products/:code", keepers, this::save),
        Routes.delete("/api/products/:code", keepers, this::remove));
  }

  /** A part of the list. */
  record ProductList(
      List<ShownProduct> products,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> next) {}

  private void list(Exchange exchange) {
    exchange.onlyQueries("text", "after", "limit");
    Paging.ListPart<ShownProduct> part =
        products.list(
            exchange.query("text").map(Blanks::stripped).filter(text -> !text.isEmpty()),
            exchange.paging(A_PAGE, MOST_AT_ONCE));
    exchange.reply(new ProductList(part.shown(), part.next()));
  }

  private void propose(Exchange exchange) {
    exchange.onlyQueries("product");
    String product =
        exchange
            .query("product")
            .map(Blanks::stripped)
            .filter(text -> !text.isEmpty())
            .orElseThrow(() -> new Rejection.Invalid("product", "Say which product"));
    List<OrderedLine> proposals = products.proposed(product).stream().toList();
    exchange.reply(Map.of("proposals", proposals));
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(products.require(exchange.path("code")));
  }

  private void save(Exchange exchange) {
    exchange.onlyQueries();
    Products.SavedProduct saved =
        products.save(
            exchange.path("code"),
            exchange.body(SaveProduct.class),
            exchange.startedFrom(),
            guards.actor(exchange));
    exchange.reply(saved.outcome() == SaveOutcome.CREATED ? 201 : 200, saved);
  }

  private void remove(Exchange exchange) {
    exchange.onlyQueries();
    products.remove(exchange.path("code"), exchange.startedFrom(), guards.actor(exchange));
    exchange.replyEmpty();
  }
}
