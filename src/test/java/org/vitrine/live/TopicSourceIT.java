package org.vitrine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.platform.changes.Change;

/** A feature that says what its topics are has live pages: all else is done for it. */
class TopicSourceIT {
  private static String databaseUrl;
  private static TestLive live;

  @BeforeAll
  static void start() {
    databaseUrl = TestDatabase.freshUrl();
    TestDatabase.execute(databaseUrl, "CREATE TABLE note (key text PRIMARY KEY, text text)");
    live = new TestLive(databaseUrl, List.of(new NoteTopics(databaseUrl)));
  }

  @AfterAll
  static void stop() {
    live.close();
  }

  @Test
  void whoever_watches_sees_the_page_and_then_what_changes_of_it() {
    write("a", "first");
    TestSocket socket = live.connect(TestLive.STAFF).watch("notes/a");
    await("the page", () -> text(socket, "notes/a").equals("first"));

    write("a", "second");

    await("the change", () -> text(socket, "notes/a").equals("second"));
    assertThat(socket.messages()).filteredOn(message -> message.has("page")).hasSize(1);
    assertThat(socket.messages().getLast().at("/patch/text").asText()).isEqualTo("second");
  }

  @Test
  void what_does_not_concern_the_page_sends_nothing() {
    write("b", "mine");
    TestSocket socket = live.connect(TestLive.STAFF).watch("notes/b");
    await("the page", () -> text(socket, "notes/b").equals("mine"));

    write("c", "of another");
    TestSocket other = live.connect(TestLive.STAFF).watch("notes/c");
    await("the other page", () -> text(other, "notes/c").equals("of another"));

    assertThat(socket.messages()).hasSize(1);
  }

  @Test
  void whoever_comes_back_gets_what_they_missed_and_no_more() {
    write("d", "before");
    TestSocket before = live.connect(TestLive.STAFF).watch("notes/d");
    await("the page", () -> text(before, "notes/d").equals("before"));
    TestSocket stays = live.connect(TestLive.STAFF).watch("notes/d");
    await("its page", () -> text(stays, "notes/d").equals("before"));
    JsonNode page = before.page("notes/d");
    String cursor = before.cursor("notes/d");
    before.close();
    write("d", "meanwhile");
    await("the change", () -> text(stays, "notes/d").equals("meanwhile"));

    TestSocket back = live.connect(TestLive.STAFF).resume("notes/d", page, cursor);

    await("what was missed", () -> text(back, "notes/d").equals("meanwhile"));
    assertThat(back.messages()).noneMatch(message -> message.has("page"));
  }

  @Test
  void whoever_may_not_watch_is_told_what_is_told_where_there_is_nothing() {
    write("e", "ours");
    TestSocket customer = live.connect(TestLive.CUSTOMER).watch("notes/e").watch("elsewhere/e");
    TestSocket staff = live.connect(TestLive.STAFF).watch("notes/none");

    await("three answers", () -> customer.messages().size() == 2 && staff.messages().size() == 1);

    assertThat(customer.gone("notes/e")).isEqualTo("not-found");
    assertThat(customer.gone("elsewhere/e")).isEqualTo("not-found");
    assertThat(staff.gone("notes/none")).isEqualTo("not-found");
  }

  @Test
  void what_another_node_commits_is_shown_too() {
    write("f", "from here");
    TestSocket socket = live.connect(TestLive.STAFF).watch("notes/f");
    await("the page", () -> text(socket, "notes/f").equals("from here"));

    TestDatabase.execute(
        databaseUrl,
        """
        BEGIN;
        UPDATE note SET text = 'from there' WHERE key = 'f';
        INSERT INTO change (kind, key, version) VALUES ('note', 'f', 0);
        COMMIT""");

    await("the change", () -> text(socket, "notes/f").equals("from there"));
  }

  @Test
  void what_is_taken_away_is_gone() {
    write("g", "there");
    TestSocket socket = live.connect(TestLive.STAFF).watch("notes/g");
    await("the page", () -> text(socket, "notes/g").equals("there"));

    live.commit(changeOf("g"), () -> set("DELETE FROM note WHERE key = 'g'"));

    await("it is gone", () -> "not-found".equals(socket.gone("notes/g")));
  }

  private static void write(String key, String text) {
    live.commit(
        changeOf(key),
        () ->
            set(
                """
                INSERT INTO note VALUES ('%s', '%s')
                ON CONFLICT (key) DO UPDATE SET text = excluded.text"""
                    .formatted(key, text)));
  }

  private static void set(String sql) {
    TestDatabase.execute(databaseUrl, sql);
  }

  private static Change changeOf(String key) {
    return new Change(NoteTopics.KIND, key, 0, Optional.empty());
  }

  private static String text(TestSocket socket, String topic) {
    return socket.page(topic).path("text").asText();
  }
}
