package org.vitrine.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.vitrine.notices.NoticeChoices;
import org.vitrine.notices.OrderFollowing.FollowMode;
import org.vitrine.platform.json.Json;

/** How people of the demo plant want to be told. */
record NoticeScript(List<ScriptedReader> readers) {

  /**
   * What somebody chose, by topic and by order.
   *
   * @param by their e-mail address
   */
  record ScriptedReader(
      String by,
      NoticeChoices choices,
      List<ScriptedFollowing> orders,
      List<ScriptedWish> stages) {}

  /**
   * An order that is followed in a way of its own.
   *
   * @param order which of their company's orders in flight, 0 for the one that is done first
   */
  record ScriptedFollowing(int order, FollowMode mode) {}

  /**
   * A stage to be told of once it is done.
   *
   * @param order as above; -1 for the one that is done last
   */
  record ScriptedWish(int order, String stage) {}

  static NoticeScript read() {
    try (InputStream json = NoticeScript.class.getResourceAsStream("/demo/notices.json")) {
      return Json.read(json.readAllBytes(), NoticeScript.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
