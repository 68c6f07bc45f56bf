package org.vitrine.warranty;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.vitrine.orders.LocalizedText;

/**
 * What whoever looks a piece up sees of it: an allow-list. Never who has it, where it is, what it
 * cost, or that there are others.
 *
 * @param covered whether it is covered today, where the plant is
 * @param until the last day that is covered; absent where nothing has begun
 * @param voided whether it ended before its time
 * @param months how long it will be covered from its delivery, where that has not come
 * @param covers what is covered
 * @param claimsAt where to go
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShownCover(
    LocalizedText product,
    boolean covered,
    LocalDate until,
    boolean voided,
    Integer months,
    List<Cover.CoveredPart> parts,
    LocalizedText covers,
    LocalizedText claimsAt) {

  static ShownCover of(WarrantyPiece piece, Cover cover, LocalDate today) {
    CoverPromise promise = piece.promise();
    return new ShownCover(
        piece.product(),
        cover.lastsOn(today),
        cover.until(),
        cover.voided() != null,
        cover.until() == null ? promise.months() : null,
        cover.parts(),
        promise.covers(),
        promise.claimsAt());
  }
}
