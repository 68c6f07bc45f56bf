package org.vitrine.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.vitrine.intake.ColumnMapping;
import org.vitrine.platform.json.Json;

/**
 * Another system, as the documentation of its kind describes it: how it is asked, how it pages, how
 * it writes times, what it says where nothing is found. Whatever it holds can be changed while it
 * is asked.
 */
final class PretendedSource implements Wire {
  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final String AT = "https://erp.example.com";

  private final SourceKind kind;
  private final Clock clock;
  private final int page;
  private final Map<Long, SoldThing> things = new TreeMap<>();
  private final Map<Long, Long> lineOwners = new HashMap<>();
  private Runnable beforeEach = () -> {};
  private int asked;

  PretendedSource(SourceKind kind, Clock clock, int page) {
    this.kind = kind;
    this.clock = clock;
    this.page = page;
  }

  Map<Long, SoldThing> things() {
    return things;
  }

  int asked() {
    return asked;
  }

  /** What happens each time before it answers: it fails, or somebody works at it. */
  void beforeEach(Runnable happening) {
    this.beforeEach = happening;
  }

  SourceSettings settings() {
    RecordShape shape =
        switch (kind) {
          case REST -> new RecordShape("data", "id", null, "lines", null, null);
          case CSV -> new RecordShape(null, "number", null, null, null, null);
          default -> null;
        };
    PagingStyle paging =
        kind == SourceKind.REST
            ? new PagingStyle(PagingStyle.PagedBy.PAGE, "page", page, "per_page", 1, null, null)
            : new PagingStyle(null, null, page, null, null, null, null);
    String resource =
        switch (kind) {
          case ODOO -> "sale.order";
          case ERPNEXT -> "Sales Order";
          case SAP_V2, SAP_V4 -> "A_SalesOrder";
          case DOLIBARR -> "orders";
          case REST -> "orders";
          case CSV -> null;
        };
    return new SourceSettings(
        kind,
        kind == SourceKind.CSV ? AT + "/orders.csv" : AT,
        resource,
        null,
        List.of(),
        shape,
        null,
        paging);
  }

  ColumnMapping mapping() {
    String line =
        switch (kind) {
          case ODOO -> "order_line.";
          case ERPNEXT -> "items.";
          case SAP_V2 -> "to_Item.";
          case SAP_V4 -> "_Item.";
          case DOLIBARR, REST -> "lines.";
          case CSV -> "";
        };
    return new ColumnMapping(
        Map.of(
            "order", "number",
            "company", "company",
            "customer_reference", "reference",
            "product", line + "product",
            "quantity", line + "quantity"),
        Map.of("routing", "split-ac"),
        null,
        List.of("line"),
        "line");
  }

  @Override
  public SourceReply ask(SourceQuestion question) {
    asked++;
    beforeEach.run();
    String path = question.url().getPath();
    return switch (kind) {
      case ODOO -> odoo(path, Json.read(question.body().orElseThrow(), JsonNode.class));
      case ERPNEXT -> erpNext(path, question);
      case SAP_V2, SAP_V4 -> odata(question);
      case DOLIBARR -> dolibarr(question);
      case REST -> rest(question);
      case CSV -> csv(question);
    };
  }

  private SourceReply reply(int status, Object body) {
    String text = body instanceof String said ? said : Json.text(body);
    return new SourceReply(
        status,
        Map.of(
            "date",
            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))),
        text.getBytes(StandardCharsets.UTF_8));
  }

  private List<SoldThing> where(Predicate<SoldThing> fits, Comparator<SoldThing> by, int most) {
    return things.values().stream().filter(fits).sorted(by).limit(most).toList();
  }

  // Odoo: a domain of terms that all hold, times to the second though kept finer.

  private SourceReply odoo(String path, JsonNode arguments) {
    if (path.equals("/json/2/sale.order.line/search_read")) {
      return reply(200, odooLines(arguments.at("/domain/0/2")));
    }
    if (!path.equals("/json/2/sale.order/search_read")) {
      return reply(404, Map.of("name", "werkzeug.exceptions.NotFound"));
    }
    Predicate<SoldThing> fits = thing -> true;
    for (JsonNode term : arguments.path("domain")) {
      fits = fits.and(odooTerm(term));
    }
    ArrayNode found = Json.object().putArray("found");
    where(fits, Comparator.comparing(SoldThing::id), arguments.path("limit").asInt())
        .forEach(
            thing -> {
              ObjectNode one = common(found.addObject(), thing);
              one.put("write_date", LOCAL.format(thing.changed().atOffset(ZoneOffset.UTC)));
              ArrayNode ids = one.putArray("order_line");
              for (int at = 0; at < thing.lines().size(); at++) {
                lineOwners.put(thing.id() * 100 + at, thing.id());
                ids.add(thing.id() * 100 + at);
              }
            });
    return reply(200, found);
  }

  private static Predicate<SoldThing> odooTerm(JsonNode term) {
    JsonNode value = term.get(2);
    return switch (term.get(0).asText() + ' ' + term.get(1).asText()) {
      case "id >" -> thing -> thing.id() > value.asLong();
      case "id in" -> thing -> contains(value, thing.id());
      case "write_date >=" -> {
        Instant since = LocalDateTime.parse(value.asText(), LOCAL).toInstant(ZoneOffset.UTC);
        yield thing -> !thing.changed().isBefore(since);
      }
      default -> throw new IllegalArgumentException(term.toString());
    };
  }

  private static boolean contains(JsonNode list, long id) {
    for (JsonNode one : list) {
      if (one.asLong() == id) {
        return true;
      }
    }
    return false;
  }

  private ArrayNode odooLines(JsonNode ids) {
    ArrayNode found = Json.object().putArray("found");
    for (JsonNode id : ids) {
      SoldThing owner = things.get(lineOwners.get(id.asLong()));
      int at = (int) (id.asLong() % 100);
      if (owner != null && at < owner.lines().size()) {
        line(found.addObject().put("id", id.asLong()), at, owner.lines().get(at));
      }
    }
    return found;
  }

  private ObjectNode common(ObjectNode one, SoldThing thing) {
    one.put("id", thing.id());
    one.put("number", thing.number());
    one.put("company", thing.company());
    if (thing.reference() == null && kind == SourceKind.ODOO) {
      return one.put("reference", false);
    }
    return one.put("reference", thing.reference());
  }

  private static void line(ObjectNode line, int at, int quantity) {
    line.put("product", "Unit " + at).put("quantity", quantity);
  }

  private static void lines(ArrayNode lines, SoldThing thing) {
    for (int at = 0; at < thing.lines().size(); at++) {
      line(lines.addObject(), at, thing.lines().get(at));
    }
  }

  // ERPNext: a list of names, and documents one by one.

  private static String name(SoldThing thing) {
    return "SAL-%06d".formatted(thing.id());
  }

  private SourceReply erpNext(String path, SourceQuestion question) {
    String list = "/api/resource/Sales Order";
    if (path.startsWith(list + "/")) {
      return things.values().stream()
          .filter(thing -> name(thing).equals(path.substring(list.length() + 1)))
          .findFirst()
          .map(thing -> reply(200, Map.of("data", erpNextWhole(thing))))
          .orElseGet(() -> reply(404, Map.of("exc_type", "DoesNotExistError")));
    }
    Predicate<SoldThing> fits = thing -> true;
    for (JsonNode term : Json.read(AskedFor.value(question.url(), "filters"), JsonNode.class)) {
      fits = fits.and(erpNextTerm(term));
    }
    ArrayNode found = Json.object().putArray("data");
    int most = Integer.parseInt(AskedFor.value(question.url(), "limit_page_length"));
    where(fits, Comparator.comparing(PretendedSource::name), most)
        .forEach(
            thing ->
                found
                    .addObject()
                    .put("name", name(thing))
                    .put("modified", LOCAL.format(thing.changed().atOffset(ZoneOffset.UTC))));
    return reply(200, Json.object().set("data", found));
  }

  private ObjectNode erpNextWhole(SoldThing thing) {
    ObjectNode one = common(Json.object(), thing).put("name", name(thing));
    lines(one.putArray("items"), thing);
    return one;
  }

  private static Predicate<SoldThing> erpNextTerm(JsonNode term) {
    JsonNode value = term.get(2);
    return switch (term.get(0).asText() + ' ' + term.get(1).asText()) {
      case "name >" -> thing -> name(thing).compareTo(value.asText()) > 0;
      case "name in" -> thing -> value.toString().contains('"' + name(thing) + '"');
      case "modified >=" -> {
        Instant since = LocalDateTime.parse(value.asText(), LOCAL).toInstant(ZoneOffset.UTC);
        yield thing -> !thing.changed().isBefore(since);
      }
      default -> throw new IllegalArgumentException(term.toString());
    };
  }

  // OData: the server pages as it likes, and says where the next page is.

  private static final Pattern SINCE =
      Pattern.compile("LastChangeDateTime ge (?:datetimeoffset')?([0-9TZ:.-]+)'?");
  private static final Pattern ONE = Pattern.compile("SalesOrder eq '([^']*)'");

  private SourceReply odata(SourceQuestion question) {
    Map<String, String> asks = AskedFor.in(question.url());
    String filter = asks.getOrDefault("$filter", "");
    Predicate<SoldThing> fits = thing -> true;
    Matcher since = SINCE.matcher(filter);
    if (since.find()) {
      Instant moment = Instant.parse(since.group(1));
      fits = fits.and(thing -> !thing.changed().isBefore(moment));
    }
    if (filter.contains(" eq ")) {
      List<String> ids = ONE.matcher(filter).results().map(one -> one.group(1)).toList();
      fits = fits.and(thing -> ids.contains(String.valueOf(thing.id())));
    }
    int skip = Integer.parseInt(asks.getOrDefault("$skiptoken", "0"));
    List<SoldThing> all = where(fits, Comparator.comparing(SoldThing::id), Integer.MAX_VALUE);
    List<SoldThing> some = all.stream().skip(skip).limit(page).toList();
    String next =
        skip + page < all.size()
            ? AskedFor.with(question, "$skiptoken", skip + page).url().toString()
            : null;
    return reply(200, kind == SourceKind.SAP_V2 ? odata2(some, next) : odata4(some, next));
  }

  private ObjectNode odata2(List<SoldThing> some, String next) {
    ObjectNode within = Json.object();
    ArrayNode results = within.putArray("results");
    for (SoldThing thing : some) {
      ObjectNode one = common(results.addObject(), thing).put("SalesOrder", "" + thing.id());
      one.putObject("__metadata").put("etag", "W/\"" + thing.changed() + "\"");
      one.put("LastChangeDateTime", "/Date(%d+0000)/".formatted(thing.changed().toEpochMilli()));
      one.putObject("to_Partner").putObject("__deferred").put("uri", AT + "/to_Partner");
      lines(one.putObject("to_Item").putArray("results"), thing);
    }
    if (next != null) {
      within.put("__next", next);
    }
    return Json.object().set("d", within);
  }

  private ObjectNode odata4(List<SoldThing> some, String next) {
    ObjectNode answer = Json.object().put("@odata.context", "$metadata#A_SalesOrder");
    ArrayNode value = answer.putArray("value");
    for (SoldThing thing : some) {
      ObjectNode one = common(value.addObject(), thing).put("SalesOrder", "" + thing.id());
      one.put("@odata.etag", "W/\"" + thing.changed() + "\"");
      one.put("LastChangeDateTime", thing.changed().toString());
      lines(one.putArray("_Item"), thing);
    }
    if (next != null) {
      // Relative to what was asked, as the standard allows.
      answer.put("@odata.nextLink", next.substring(next.lastIndexOf('/') + 1));
    }
    return answer;
  }

  // Dolibarr: where nothing is found it says 404.

  private SourceReply dolibarr(SourceQuestion question) {
    String filters = AskedFor.value(question.url(), "sqlfilters");
    Predicate<SoldThing> fits = thing -> true;
    for (String term : filters.isEmpty() ? new String[0] : filters.split(" and ")) {
      fits = fits.and(dolibarrTerm(term));
    }
    int most = Integer.parseInt(AskedFor.value(question.url(), "limit"));
    List<SoldThing> found = where(fits, Comparator.comparing(SoldThing::id), most);
    if (found.isEmpty()) {
      return reply(404, "{\"error\": {\"code\": 404, \"message\": \"Not Found: No order found\"}}");
    }
    ArrayNode all = Json.object().putArray("all");
    for (SoldThing thing : found) {
      ObjectNode one = common(all.addObject(), thing);
      one.put("date_modification", thing.changed().getEpochSecond());
      lines(one.putArray("lines"), thing);
    }
    return reply(200, all);
  }

  private static Predicate<SoldThing> dolibarrTerm(String term) {
    Matcher parts = Pattern.compile("\\((t\\.\\w+):([^:]+):(.*)\\)").matcher(term);
    if (!parts.matches()) {
      throw new IllegalArgumentException(term);
    }
    String value = parts.group(3).replace("'", "");
    return switch (parts.group(1) + ' ' + parts.group(2)) {
      case "t.rowid >" -> thing -> thing.id() > Long.parseLong(value);
      case "t.rowid in" -> thing -> Arrays.asList(value.split(",")).contains("" + thing.id());
      case "t.tms >=" -> {
        Instant since = LocalDateTime.parse(value, LOCAL).toInstant(ZoneOffset.UTC);
        yield thing -> !thing.changed().truncatedTo(ChronoUnit.SECONDS).isBefore(since);
      }
      default -> throw new IllegalArgumentException(term);
    };
  }

  // Any other: pages by number, which slip where something is deleted meanwhile.

  private SourceReply rest(SourceQuestion question) {
    int number = Integer.parseInt(AskedFor.value(question.url(), "page"));
    ArrayNode data = Json.object().putArray("data");
    where(thing -> true, Comparator.comparing(SoldThing::id), Integer.MAX_VALUE).stream()
        .skip((number - 1L) * page)
        .limit(page)
        .forEach(
            thing -> {
              ObjectNode one = common(data.addObject(), thing);
              lines(one.putArray("lines"), thing);
            });
    return reply(200, Json.object().set("data", data));
  }

  private SourceReply csv(SourceQuestion question) {
    List<String> rows = new ArrayList<>(List.of("number,company,reference,product,quantity"));
    for (SoldThing thing : things.values()) {
      for (int at = 0; at < thing.lines().size(); at++) {
        rows.add(
            String.join(
                ",",
                thing.number(),
                thing.company(),
                Optional.ofNullable(thing.reference()).orElse(""),
                "Unit " + at,
                String.valueOf(thing.lines().get(at))));
      }
    }
    String text = String.join("\r\n", rows) + "\r\n";
    String etag = '"' + DigestUtils.sha256Hex(text) + '"';
    if (etag.equals(question.headers().get("If-None-Match"))) {
      return reply(304, "");
    }
    SourceReply whole = reply(200, text);
    Map<String, String> headers = new HashMap<>(whole.headers());
    headers.put("etag", etag);
    return new SourceReply(200, headers, whole.body());
  }
}
