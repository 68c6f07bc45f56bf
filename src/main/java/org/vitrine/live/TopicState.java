package org.vitrine.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.vitrine.platform.json.Json;

/**
 * The newest page of a topic that somebody watches, and the patches that led to it. The projector's
 * own.
 */
final class TopicState {
  private static final int PATCHES_KEPT = 64;
  private static final int BYTES_KEPT = 256 * 1024;

  /** Of the whole process: a state that is dropped and made anew never has a number twice. */
  private static final AtomicLong SEQUENCE = new AtomicLong();

  private final Topic topic;
  private final Deque<Step> steps = new ArrayDeque<>();
  private int keptBytes;
  private TopicPage page;
  private String cursor;
  private long sequence = SEQUENCE.incrementAndGet();
  private Frame pageFrame;
  private Frame replacementFrame;
  private Frame upToDateFrame;
  private long unwatchedSinceMillis;

  /** A patch and the cursor that it starts from. */
  private record Step(String before, Frame frame) {}

  TopicState(Topic topic, TopicPage page, String cursor) {
    this.topic = topic;
    this.page = page;
    this.cursor = cursor;
  }

  TopicPage page() {
    return page;
  }

  long sequence() {
    return sequence;
  }

  /**
   * True of a list with all of its rows: of what else is shown only patches lead from a cursor to
   * the newest page.
   */
  boolean isWholeList() {
    return page.page().has(TopicPage.ROWS) && !page.page().has(TopicPage.TRUNCATED);
  }

  /** The patch that leads to another page; nothing where that is the one which is shown. */
  Optional<ObjectNode> patchTo(TopicPage next) {
    ObjectNode patch = MergePatch.between(page.page(), next.page());
    return patch.isEmpty() && page.version() == next.version()
        ? Optional.empty()
        : Optional.of(patch);
  }

  /** Moves on to a page; returns what to send to those who have the one before. */
  Publication advance(TopicPage next, ObjectNode patch, String newCursor) {
    Frame frame =
        patch.isEmpty() ? Frame.upToDate(topic, newCursor) : Frame.patch(topic, newCursor, patch);
    keep(new Step(cursor, frame));
    page = next;
    cursor = newCursor;
    pageFrame = null;
    replacementFrame = null;
    upToDateFrame = null;
    long before = sequence;
    sequence = SEQUENCE.incrementAndGet();
    return new Publication(topic, before, sequence, frame);
  }

  /** The same by a patch that is a part of the page from then on. */
  Publication advance(ObjectNode patch, String newCursor) {
    Publication publication = advance(page, patch, newCursor);
    MergePatch.apply(page.page(), patch);
    return publication;
  }

  /**
   * Shows the same topic in another history: its cursors are others, and no patch from before leads
   * there.
   */
  Publication beginAnew(TopicPage next, String newCursor) {
    Publication publication =
        advance(next, MergePatch.between(page.page(), next.page()), newCursor);
    steps.clear();
    keptBytes = 0;
    return publication;
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
      pageFrame = Frame.page(topic, cursor, page.page());
    }
    return pageFrame;
  }

  /** The same for those who had a page before, and cannot be told what came in between. */
  Frame replacementFrame() {
    if (replacementFrame == null) {
      replacementFrame = Frame.replacement(topic, cursor, page.page());
    }
    return replacementFrame;
  }

  /** The frames that lead from a cursor to the newest page, if they are still here. */
  Optional<List<Frame>> since(String from) {
    if (cursor.equals(from)) {
      return Optional.of(List.of(upToDateFrame()));
    }
    List<Frame> missed = new ArrayList<>();
    for (Step step : steps) {
      if (!missed.isEmpty() || step.before().equals(from)) {
        missed.add(step.frame());
      }
    }
    return missed.isEmpty() ? Optional.empty() : Optional.of(missed);
  }

  private Frame upToDateFrame() {
    if (upToDateFrame == null) {
      upToDateFrame = Frame.upToDate(topic, cursor);
    }
    return upToDateFrame;
  }

  /**
   * The frames that lead a list there from a cursor since which no other rows than these changed.
   * They are taken away first, so that what comes then does not add to what the client has.
   */
  List<Frame> since(String from, Collection<String> changed) {
    ObjectNode without = Json.object();
    ObjectNode anew = Json.object();
    page.page().properties().forEach(field -> anew.set(field.getKey(), field.getValue()));
    ObjectNode away = without.putObject(TopicPage.ROWS);
    ObjectNode back = anew.putObject(TopicPage.ROWS);
    JsonNode rows = page.page().path(TopicPage.ROWS);
    for (String key : changed) {
      away.putNull(key);
      if (rows.has(key)) {
        back.set(key, rows.get(key));
      }
    }
    return List.of(Frame.patch(topic, from, without), Frame.patch(topic, cursor, anew));
  }

  /** Notes that nobody, or somebody, watches; returns since when nobody does, or 0. */
  long unwatchedSince(boolean watched, long nowMillis) {
    unwatchedSinceMillis =
        watched ? 0 : unwatchedSinceMillis == 0 ? nowMillis : unwatchedSinceMillis;
    return unwatchedSinceMillis;
  }
}
