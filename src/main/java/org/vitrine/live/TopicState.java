package org.vitrine.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The newest page of a topic that somebody watches, and the patches that led to it. The projector's
 * own.
 */
final class TopicState {
  private static final int PATCHES_KEPT = 64;
  private static final int BYTES_KEPT = 256 * 1024;

  private final Topic topic;
  private final Deque<Step> steps = new ArrayDeque<>();
  private int keptBytes;
  private ObjectNode page;
  private String cursor;
  private long version;
  private long sequence;
  private Frame pageFrame;
  private Frame replacementFrame;
  private long unwatchedSinceMillis;

  /** A patch and the cursor that it starts from. */
  private record Step(String before, Frame frame) {}

  /**
   * @param version the order's, where it is the page of one
   */
  TopicState(Topic topic, ObjectNode page, String cursor, long version) {
    this.topic = topic;
    this.page = page;
    this.cursor = cursor;
    this.version = version;
  }

  Topic topic() {
    return topic;
  }

  ObjectNode page() {
    return page;
  }

  String cursor() {
    return cursor;
  }

  long version() {
    return version;
  }

  long sequence() {
    return sequence;
  }

  /** Moves on; returns what to send to those who have the page before. */
  Publication advance(ObjectNode newPage, ObjectNode patch, String newCursor, long newVersion) {
    Frame frame =
        patch.isEmpty() ? Frame.upToDate(topic, newCursor) : Frame.patch(topic, newCursor, patch);
    keep(new Step(cursor, frame));
    page = newPage;
    cursor = newCursor;
    version = newVersion;
    pageFrame = null;
    replacementFrame = null;
    return new Publication(topic, sequence, ++sequence, frame);
  }

  private void keep(Step step) {
    steps.addLast(step);
    keptBytes += step.frame().size();
    while (steps.size() > PATCHES_KEPT || keptBytes > BYTES_KEPT) {
      keptBytes -= steps.removeFirst().frame().size();
    }
  }

  /** The whole page, encoded once per state. */
  Frame pageFrame() {
    if (pageFrame == null) {
      pageFrame = Frame.page(topic, cursor, page);
    }
    return pageFrame;
  }

  /** The same for those who had a page before, and cannot be told what came in between. */
  Frame replacementFrame() {
    if (replacementFrame == null) {
      replacementFrame = Frame.replacement(topic, cursor, page);
    }
    return replacementFrame;
  }

  /** The frames that lead from a cursor to the newest page, if they are still here. */
  Optional<List<Frame>> since(String from) {
    if (cursor.equals(from)) {
      return Optional.of(List.of(Frame.upToDate(topic, cursor)));
    }
    List<Frame> missed = new ArrayList<>();
    for (Step step : steps) {
      if (!missed.isEmpty() || step.before().equals(from)) {
        missed.add(step.frame());
      }
    }
    return missed.isEmpty() ? Optional.empty() : Optional.of(missed);
  }

  /** Notes that nobody, or somebody, watches; returns since when nobody does, or 0. */
  long unwatchedSince(boolean watched, long nowMillis) {
    unwatchedSinceMillis =
        watched ? 0 : unwatchedSinceMillis == 0 ? nowMillis : unwatchedSinceMillis;
    return unwatchedSinceMillis;
  }
}
