package org.vitrine.notes;

import java.util.List;
import java.util.Map;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** Notes over HTTP. */
final class NoteRoutes implements Routes {
  private final Notes notes;
  private final Guards guards;

  NoteRoutes(Notes notes, Guards guards) {
    this.notes = notes;
    this.guards = guards;
  }

  /** A note as it is sent: its key stands in the path. */
  record SaveNote(String text) {
    SaveNote {
      if (text == null) {
        throw new Rejection.Invalid("text", "A note has a text");
      }
    }
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.get("/api/notes/:key", guards.may(Permission.READ_PLANT), this::show),
        Routes.put("/api/notes/:key", guards.may(Permission.REPORT), this::save));
  }

  private void show(Exchange exchange) {
    String text =
        notes
            .text(exchange.path("key"))
            .orElseThrow(() -> new Rejection.NotFound("There is no such note"));
    exchange.reply(Map.of("text", text));
  }

  private void save(Exchange exchange) {
    SaveNote sent = exchange.body(SaveNote.class);
    notes.write(exchange.path("key"), sent.text());
    exchange.reply(sent);
  }
}
