package org.vitrine.platform.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Optional;

/**
 * Something that happened in one room, for the others to hear.
 *
 * @param kind what happened, in the business's words: {@code order}, {@code company}
 * @param key what it happened to; changes of one kind and key are heard in their order, and of
 *     those that pages wait for only the newest counts: what concerns several readers each by
 *     themselves needs a key for each
 * @param version what it came to, where its room counts versions; else 0
 * @param company whose it is, where it is one company's
 * @param body what there is to say of it; the JSON null where that is nothing
 */
public record Change(String kind, String key, long version, Optional<Long> company, JsonNode body) {

  public Change {
    body = body == null ? NullNode.getInstance() : body;
  }

  /** One of which there is nothing to say but that it happened. */
  public Change(String kind, String key, long version, Optional<Long> company) {
    this(kind, key, version, company, NullNode.getInstance());
  }
}
