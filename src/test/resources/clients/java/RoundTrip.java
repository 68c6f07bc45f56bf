import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.OrdersApi;
import org.openapitools.client.api.ReportsApi;
import org.openapitools.client.model.GivenPromise;
import org.openapitools.client.model.LocalizedText;
import org.openapitools.client.model.OrderList;
import org.openapitools.client.model.OrderRow;
import org.openapitools.client.model.PlaceOrder;
import org.openapitools.client.model.Report;
import org.openapitools.client.model.ReportKind;
import org.openapitools.client.model.ReportsAnswer;
import org.openapitools.client.model.SaveLine;
import org.openapitools.client.model.Source;
import org.openapitools.client.model.TextByLanguage;

/**
 * What an ERP does with a client that was generated: places, reports, reads, pages through, is
 * refused.
 */
public class RoundTrip {
  private static final int ORDERS = 5;

  public static void main(String[] arguments) throws ApiException {
    ApiClient client = new ApiClient();
    client.updateBaseUri(arguments[0]);
    client.setRequestInterceptor(
        request -> request.header("Authorization", "Bearer " + arguments[1]));
    OrdersApi orders = new OrdersApi(client);
    for (int order = 1; order <= ORDERS; order++) {
      orders.placeOrder("GC-" + order, order(), null);
    }

    ReportsAnswer answer =
        new ReportsApi(client).report(List.of(report("r-1"), report("r-2").order("GC-0")));
    say("taken", answer.getTaken().size());
    say("refused", answer.getRefused().get(0).getField());
    say("reports", orders.showOrder("GC-1", null).getReports());
    say("paged", pagedThrough(orders));
    try {
      orders.placeOrder("GC-9", order().company("nobody"), null);
    } catch (ApiException refused) {
      say("status", refused.getCode());
      say("problem", refused.getResponseBody());
    }
  }

  private static void say(String what, Object value) {
    System.out.println(what + "=" + value);
  }

  private static PlaceOrder order() {
    TextByLanguage product = new TextByLanguage().en("Wall unit").zhCN("壁挂机");
    return new PlaceOrder()
        .company("northwind")
        .placedOn(LocalDate.parse("2026-11-02"))
        .promise(new GivenPromise().date(LocalDate.parse("2027-01-15")))
        .addLinesItem(
            new SaveLine()
                .number(1)
                .product(new LocalizedText("KFR-26"))
                .description(new LocalizedText(product))
                .quantity(BigDecimal.valueOf(500))
                .routing("split-ac"));
  }

  private static Report report(String id) {
    return new Report()
        .id(id)
        .order("GC-1")
        .operation("Assembling")
        .kind(ReportKind.PROGRESSED)
        .good(BigDecimal.valueOf(40))
        .source(Source.SCAN)
        .happenedAt(OffsetDateTime.now());
  }

  private static List<String> pagedThrough(OrdersApi orders) throws ApiException {
    List<String> numbers = new ArrayList<>();
    String after = null;
    do {
      OrderList page = orders.listOrders("GC-", null, null, null, null, 2, after);
      page.getOrders().stream().map(OrderRow::getNumber).forEach(numbers::add);
      after = page.getNext();
    } while (after != null);
    return numbers.stream().sorted().toList();
  }
}
