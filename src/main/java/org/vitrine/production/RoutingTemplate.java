package org.vitrine.production;

import java.util.List;
import org.vitrine.orders.LocalizedText;

/**
 * A routing to begin with: what houses of a kind usually have, to be made one's own.
 *
 * @param about one sentence that helps to choose
 * @param stages their operations are given in English and Chinese, as alternatives
 */
public record RoutingTemplate(
    String code, LocalizedText name, LocalizedText about, List<Stage> stages) {}
