package org.vitrine.intake;

import org.vitrine.orders.LocalizedText;
import org.vitrine.production.Made;

/**
 * What is said of a row beside the work that it reports.
 *
 * @param id the log's own name for it; absent where it has none
 * @param corrects the name of the row that this one corrects
 * @param stage the stage's code, where the operation does not say
 * @param workOrder the number of the work order, which may stand in the place of the order's
 * @param reason why pieces were rejected or scrapped
 * @param made which lot or pieces these are, and of what; absent where the row does not say
 */
record RowReference(
    String id, String corrects, String stage, String workOrder, LocalizedText reason, Made made) {}
