package org.vitrine.stations;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.CodePicture;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** What is printed for the shop floor, over HTTP, and where its codes lead any phone. */
final class PaperRoutes implements Routes {
  private final TravellerSheets sheets;
  private final Guards guards;

  PaperRoutes(TravellerSheets sheets, Guards guards) {
    this.sheets = sheets;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard staff = guards.may(Permission.READ_PLANT);
    return List.of(
        Routes.post("/api/travellers", staff, this::travellers),
        Routes.post("/api/codes", staff, this::codes),
        Routes.get("/t/:order/:line/:step", guards.anyone(), this::open));
  }

  /** Of which orders. */
  record WantedTravellers(List<OrderNumber> orders) {
    private static final int MOST = 100;

    WantedTravellers {
      if (orders == null || orders.isEmpty() || orders.size() > MOST || orders.contains(null)) {
        throw new Rejection.Invalid("orders", "Name 1 to %d orders".formatted(MOST));
      }
      orders = List.copyOf(orders);
    }
  }

  private void travellers(Exchange exchange) {
    exchange.reply(Map.of("travellers", sheets.of(exchange.body(WantedTravellers.class).orders())));
  }

  /** How a code looks. */
  enum CodeForm {
    @JsonProperty("qr")
    QR,
    @JsonProperty("data-matrix")
    DATA_MATRIX;

    String draw(String text) {
      return this == QR ? CodePicture.qr(text) : CodePicture.dataMatrix(text);
    }
  }

  /** Which texts are drawn, and how. */
  record WantedCodes(List<String> texts, CodeForm form) {
    private static final int MOST = 500;
    private static final int LONGEST = 600;

    WantedCodes {
      if (texts == null || texts.isEmpty() || texts.size() > MOST) {
        throw new Rejection.Invalid("texts", "Give 1 to %d texts".formatted(MOST));
      }
      for (String text : texts) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
          throw new Rejection.Invalid("texts", "Each has 1 to %d characters".formatted(LONGEST));
        }
      }
      texts = List.copyOf(texts);
      form = form == null ? CodeForm.QR : form;
    }
  }

  private void codes(Exchange exchange) {
    WantedCodes wanted = exchange.body(WantedCodes.class);
    exchange.reply(Map.of("codes", wanted.texts().stream().map(wanted.form()::draw).toList()));
  }

  /** A station takes it as a scan; everybody else comes to the order, as far as it is theirs. */
  private void open(Exchange exchange) {
    boolean isStation = guards.isStation(exchange);
    String to =
        isStation
            ? "/station?scan=" + encoded(exchange.request().uri())
            : "/orders/" + encoded(exchange.path("order"));
    exchange.response().setStatusCode(303).putHeader("Location", to).end();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
