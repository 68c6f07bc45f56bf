package org.vitrine.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vitrine.platform.json.Json;

/**
 * What a topic shows.
 *
 * @param page an object without nulls; a list keeps its rows by their key under {@code rows}, so
 *     that a patch stays small
 * @param version of the one thing that it shows, raised by each change of it; 0 where nothing
 *     counts
 */
public record TopicPage(ObjectNode page, long version) implements TopicUpdate {
  /** Where the page of a list has its rows. */
  public static final String ROWS = "rows";

  /** Where it says that there are more of them than it shows. */
  public static final String TRUNCATED = "truncated";

  /** What these rows or fields are as a page. */
  public static TopicPage of(Object shown, long version) {
    return new TopicPage((ObjectNode) Json.tree(shown), version);
  }

  /** The page that this one becomes. */
  TopicPage after(TopicUpdate update) {
    return switch (update) {
      case TopicPage next -> next;
      case TopicPatch change -> {
        MergePatch.apply(page, change.patch());
        yield this;
      }
    };
  }
}
