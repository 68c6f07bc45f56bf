package org.vitrine.products;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vitrine.orders.Requirement;
import org.vitrine.production.Routing;

/**
 * A template, and what keeps it from being ordered as it stands.
 *
 * @param missingStages stages that its requirements name and its routing no longer has, or all of
 *     them where that routing is gone
 */
record ShownProduct(
    @JsonUnwrapped ProductTemplate template,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> missingStages) {

  static ShownProduct of(ProductTemplate template, Function<String, Optional<Routing>> routings) {
    Optional<Routing> routing = routings.apply(template.routing());
    return new ShownProduct(
        template,
        template.requirements().stream()
            .map(Requirement::stage)
            .distinct()
            .filter(stage -> routing.flatMap(known -> known.stage(stage)).isEmpty())
            .toList());
  }
}
