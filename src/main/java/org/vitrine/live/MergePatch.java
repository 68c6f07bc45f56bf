package org.vitrine.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Merge Patch (RFC 7386): what turns one page into the next. */
public final class MergePatch {
  private MergePatch() {}

  /** The patch from one object to another; empty where they are equal. Objects hold no nulls. */
  public static ObjectNode between(ObjectNode before, ObjectNode after) {
    ObjectNode patch = after.objectNode();
    before
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!after.has(name)) {
                patch.putNull(name);
              }
            });
    after
        .properties()
        .forEach(
            field -> {
              JsonNode old = before.get(field.getKey());
              JsonNode now = field.getValue();
              if (old instanceof ObjectNode oldObject && now instanceof ObjectNode nowObject) {
                ObjectNode inner = between(oldObject, nowObject);
                if (!inner.isEmpty()) {
                  patch.set(field.getKey(), inner);
                }
              } else if (!now.equals(old)) {
                patch.set(field.getKey(), now);
              }
            });
    return patch;
  }

  /** Turns a page into the next, in place. What the patch adds becomes a part of the page. */
  static void apply(ObjectNode page, ObjectNode patch) {
    patch
        .properties()
        .forEach(
            field -> {
              JsonNode now = field.getValue();
              if (now.isNull()) {
                page.remove(field.getKey());
              } else if (page.get(field.getKey()) instanceof ObjectNode inner
                  && now instanceof ObjectNode change) {
                apply(inner, change);
              } else {
                page.set(field.getKey(), now);
              }
            });
  }
}
