package org.vitrine.connectors;

import java.util.List;
import java.util.Optional;

/**
 * How one kind of system is asked and what its answers mean: pure, so that whatever it says is
 * known beforehand.
 *
 * <p>Records come in the order of their ids, which never move, and not of their times: paging by
 * time passes over whatever moves to the end of the list while pages are turned.
 */
sealed interface Dialect
    permits CsvDialect, DolibarrDialect, ErpNextDialect, ODataDialect, OdooDialect, RestDialect {

  /** The first page of what lies in a window. */
  SourceQuestion first(SourceWindow window);

  /** Throws {@link SourceFault} where this is no such answer. */
  SourcePage read(SourceQuestion asked, SourceReply reply);

  /** Whether a window can begin behind an id: what was broken off goes on there. */
  default boolean goesOnBehindIds() {
    return false;
  }

  /** Whether it can be asked for what was changed since a moment. */
  default boolean tellsChanges() {
    return true;
  }

  /** Asks for the rest of these, where a page does not have all of them; nothing where it has. */
  default Optional<SourceQuestion> details(List<SourceRecord> records) {
    return Optional.empty();
  }

  /** How many of them are asked for at a time. */
  default int detailsAtOnce() {
    return 1;
  }

  /** These with what was answered; without those that are gone by now. */
  default List<SourceRecord> completed(List<SourceRecord> records, SourceReply details) {
    return records;
  }

  /** Asks for those of these ids that are still there; nothing where that cannot be asked. */
  default Optional<SourceQuestion> lookUp(List<String> ids) {
    return Optional.empty();
  }
}
