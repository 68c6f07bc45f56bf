package org.vitrine.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.fixtures.Kept;
import org.vitrine.fixtures.RawConnection;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

/**
 * Whatever is wrong with what somebody sends, they read which field it was, and nothing of it is
 * kept. In the tables {@code @} stands for {@code "} and {@code ;} for a comma.
 */
class BadInputIT {
  private static final int UNPROCESSABLE = 422;

  private static TestVitrine vitrine;
  private static TestClient integrator;
  private static Shop shop;
  private Kept before;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    integrator = shop.integrator();
    shop.order("SO-1");
    shop.good("SO-1", "r1", "Assembly", 10);
    integrator.put(
        "/api/orders/SO-2",
        """
        {"company": "northwind", "lines": [{"number": 1, "routing": "split-ac"}, {"number": 2, "routing": "split-ac"}]}\
        """);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @BeforeEach
  void remember() {
    before = Kept.by(vitrine);
  }

  @AfterEach
  void nothing_was_kept() {
    assertThat(Kept.by(vitrine)).isEqualTo(before);
  }

  @ParameterizedTest(name = "{1} {2}")
  @CsvSource({
    // field, what it is, and the member that is put into a report that is otherwise good
    "colour, an unknown field, @colour@: @red@",
    "good, negative pieces, @good@: -1",
    "good, a number in quotes, @good@: @5@",
    "good, a fraction of a piece, @good@: 1.5",
    "good, nearly a whole number, @good@: 1.0001",
    "good, more pieces than there are, @good@: 1000000001",
    "good, a number beyond an int, @good@: 3000000000",
    "good, a yes, @good@: true",
    "good, a list, @good@: [1]",
    "good, an object, @good@: {}",
    "good, a fraction with an exponent, @good@: 15e-1",
    "good, a number that would fill the memory, @good@: 1e999999999",
    "good, a number beyond an int with a zero fraction, @good@: 3000000000.0",
    "rejected, negative pieces, @rejected@: -2147483648",
    "scrapped, an empty text, @scrapped@: @@",
    "rework, a word for yes, @rework@: @true@",
    "rework, a number for yes, @rework@: 1",
    "order, an unknown order, @order@: @SO-none@",
    "order, a number, @order@: 1",
    "order, no order, @order@: null",
    "order, a NUL character, @order@: @SO\\u0000@",
    "line, an unknown line, @line@: 2",
    "line, line zero, @line@: 0",
    "line, several lines and none named, @order@: @SO-2@",
    "stage, an unknown stage, @stage@: @painting@",
    "stage, an empty stage, @stage@: @@",
    "requirement, an unknown requirement, @requirement@: @weight@",
    "kind, an unknown kind, @kind@: @exploded@",
    "kind, the number of a kind, @kind@: 1",
    "kind, an empty kind, @kind@: @@",
    "kind, no kind, @kind@: null",
    "source, an unknown source, @source@: @rumour@",
    "reason, held without a reason, @kind@: @held@",
    "value, a reading without a value, @kind@: @reading@; @requirement@: @capacity@",
    "value, a value in quotes, @value@: @3500@",
    "value, a value with too many digits, @value@: 1e999999999",
    "value, a value that is too fine, @value@: 1e-999999999",
    "value, a value of nothing but zeros, @value@: 1e31",
    "value, not a number, @value@: {}",
    "passed, neither yes nor no, @passed@: @maybe@",
    "happenedAt, no time, @happenedAt@: null",
    "happenedAt, an empty time, @happenedAt@: @@",
    "happenedAt, seconds since 1970, @happenedAt@: 1700000000",
    "happenedAt, seconds since 1970 as a text, @happenedAt@: @1700000000@",
    "happenedAt, a time without a zone, @happenedAt@: @2026-01-05T08:00:00@",
    "happenedAt, a day that is none, @happenedAt@: @2026-02-30T08:00:00Z@",
    "happenedAt, the year 99999, @happenedAt@: @+99999-01-01T00:00:00Z@",
    "happenedAt, before the common era, @happenedAt@: @-4800-01-01T00:00:00Z@",
    "happenedAt, the first day that a program knows, @happenedAt@: @0001-01-01T00:00:00Z@",
    "happenedAt, the beginning of a spreadsheet, @happenedAt@: @1899-12-30T00:00:00Z@",
    "happenedAt, the beginning of Unix, @happenedAt@: @1970-01-01T00:00:00Z@",
    "happenedAt, the beginning of Unix elsewhere, @happenedAt@: @1970-01-01T12:00:00Z@",
    "happenedAt, the end of 1970, @happenedAt@: @1970-12-31T23:59:59Z@",
    "happenedAt, the last day that a program knows, @happenedAt@: @9999-12-31T23:59:59Z@",
    "startedAt, the first day that a program knows, @startedAt@: @0001-01-01T00:00:00Z@",
    "startedAt, the beginning of Unix, @startedAt@: @1970-01-01T00:00:00Z@",
    "startedAt, the beginning of Windows, @startedAt@: @1601-01-01T00:00:00Z@",
    "happenedAt, the future, @happenedAt@: @2999-01-01T00:00:00Z@",
    "startedAt, it began after it happened, @startedAt@: @2998-01-01T00:00:00Z@",
    "corrects, it corrects itself, @corrects@: @new@",
    "id, an empty id, @id@: @@",
    "id, a lone surrogate, @id@: @\\ud800@",
    "id, a lone low surrogate, @id@: @x\\udc00y@",
    "id, a NUL character, @id@: @r\\u0000@",
    "reason, a NUL character, @reason@: @because\\u0000@",
    "operation, a list, @operation@: [@Assembly@]"
  })
  void a_report_with_(String field, String what, String member) {
    assertRefused(integrator.post("/api/reports", report(quoted(member))), field);
    assertThat(refusals("[" + report(quoted(member)) + "]")).containsExactly(field);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "empty |",
        "blank | ' '",
        "null | null",
        "a text | @report@",
        "a number | 1",
        "an empty list | []",
        "a list in a list | [[]]",
        "a list of nothing | [null]",
        "cut off | {@id@: @r9@",
        "trailing garbage | {} x",
        "a second value | {} {}",
        "a comment | /* */ {}",
        "single quotes | {'id': 1}",
        "not a number | {@value@: NaN}",
        "a hexadecimal number | {@good@: 0x10}"
      })
  void a_body_that_is_(String what, String body) {
    HttpResponse<String> answer =
        integrator.post("/api/reports", body == null ? "" : quoted(body).replace("'", ""));
    if (answer.statusCode() == 200) {
      assertThat(TestClient.json(answer).get("refused")).hasSize(1);
      assertThat(TestClient.json(answer).get("taken")).isEmpty();
    } else {
      assertRefused(answer, "");
    }
  }

  @Test
  void the_same_field_twice() {
    String twice = "\"good\": 5, \"good\": 5";
    assertRefused(integrator.post("/api/reports", report(twice)), "");
    assertThat(integrator.post("/api/reports", report(twice)).body())
        .contains("Duplicate field 'good'");
  }

  @Test
  void a_report_that_just_lies_in_the_future() {
    Instant soon = Instant.now().plus(10, ChronoUnit.MINUTES);
    assertRefused(
        integrator.post("/api/reports", report("\"happenedAt\": \"" + soon + "\"")), "happenedAt");
  }

  @Test
  void a_number_of_four_hundred_digits_or_of_many_thousand() {
    assertRefused(integrator.post("/api/reports", report("\"good\": 1" + "0".repeat(400))), "good");
    assertRefused(
        integrator.post("/api/reports", report("\"value\": 1" + "0".repeat(400))), "value");
    assertRefused(integrator.post("/api/reports", report("\"good\": 1" + "0".repeat(90_000))), "");
  }

  @Test
  void nesting_ten_thousand_levels_deep() {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);
    assertRefused(integrator.post("/api/reports", deep), "");
    assertRefused(
        integrator.put("/api/companies/deep", "{\"name\":".repeat(10_000) + "}".repeat(10_000)),
        "name");
    assertRefused(
        integrator.put(
            "/api/routings/deep", "{\"stages\":[{\"code\":\"a\",\"name\":" + deep + "}]}"),
        "stages[0].name");
  }

  @Test
  void bytes_that_are_no_utf8() {
    byte[] body = report("\"station\": \"####\"").getBytes(StandardCharsets.UTF_8);
    String ascii = new String(body, StandardCharsets.US_ASCII);
    byte[][] broken = {
      {(byte) 0xC3, '#', '#', '#'},
      {(byte) 0xC0, (byte) 0x80, '#', '#'},
      {(byte) 0xED, (byte) 0xA0, (byte) 0x80, '#'},
      {(byte) 0xF5, (byte) 0x80, (byte) 0x80, (byte) 0x80}
    };
    for (byte[] bytes : broken) {
      System.arraycopy(bytes, 0, body, ascii.indexOf("####"), 4);
      assertRefused(integrator.post("/api/reports", body), "");
    }
    byte[] wide = report("\"station\": \"4\"").getBytes(StandardCharsets.UTF_16BE);
    assertRefused(integrator.post("/api/reports", wide), "");
  }

  @Test
  void eleven_megabytes() {
    String body = "[" + report("\"reason\": \"" + "x".repeat(11_000_000) + "\"") + "]";
    HttpResponse<String> answer = integrator.post("/api/reports", body);
    assertProblem(answer, 413);
    assertProblem(integrator.put("/api/companies/fat", " ".repeat(1_000_001)), 413);
  }

  @Test
  void ten_thousand_and_one_reports() {
    String lines = "1\n".repeat(10_001);
    assertRefused(
        integrator.post("/api/reports", lines, "Content-Type", "application/x-ndjson"), "");
    assertRefused(
        integrator.post(
            "/api/reports",
            IntStream.rangeClosed(0, 10_000)
                .mapToObj(number -> "1")
                .collect(Collectors.joining(",", "[", "]"))),
        "");
    assertThat(refusals(lines.substring(2), "Content-Type", "application/x-ndjson"))
        .hasSize(10_000);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "company, an unknown company, @company@: @nobody@",
    "company, no company, @company@: null",
    "company, a NUL character, @company@: @a\\u0000@",
    "colour, an unknown field, @colour@: 1",
    "lines, no lines, @lines@: []",
    "lines, null for lines, @lines@: null",
    "lines, an object for lines, @lines@: {}",
    "lines[0], a line that is null, @lines@: [null]",
    "lines[0].number, line zero, @lines@: [{@number@: 0; @routing@: @split-ac@}]",
    "lines[0].number, no line number, @lines@: [{@routing@: @split-ac@}]",
    "lines[0].quantity, a negative quantity, @lines@: [{@number@: 1; @routing@: @split-ac@;"
        + " @quantity@: -5}]",
    "lines[0].quantity, a quantity of zero, @lines@: [{@number@: 1; @routing@: @split-ac@;"
        + " @quantity@: 0}]",
    "lines[0].quantity, a quantity as text, @lines@: [{@number@: 1; @routing@: @split-ac@;"
        + " @quantity@: @5@}]",
    "lines[0].size, an unknown field of a line, @lines@: [{@number@: 1; @routing@: @split-ac@;"
        + " @size@: 5}]",
    "lines, a line that stands twice, @lines@: [{@number@: 1; @routing@: @split-ac@}; {@number@: 1;"
        + " @routing@: @split-ac@}]",
    "lines[0].routing, an unknown routing, @lines@: [{@number@: 1; @routing@: @boat@}]",
    "lines[0].routing, a NUL character in a routing, @lines@: [{@number@: 1; @routing@:"
        + " @\\u0000@}]",
    "lines[0].product, a lone surrogate, @lines@: [{@number@: 1; @routing@: @split-ac@; @product@:"
        + " @\\udfff@}]",
    "placedOn, the first day that a program knows, @placedOn@: @0001-01-01@",
    "placedOn, the beginning of a spreadsheet, @placedOn@: @1899-12-30@",
    "placedOn, the beginning of another, @placedOn@: @1900-01-00@",
    "placedOn, the beginning of Unix, @placedOn@: @1970-01-01@",
    "placedOn, the last day that a program knows, @placedOn@: @9999-12-31@",
    "promise.date, the last day that a program knows, @promise@: {@date@: @9999-12-31@}",
    "promise.date, the end of a database, @promise@: {@date@: @2079-06-06@}",
    "promise.date, the beginning of a spreadsheet, @promise@: {@date@: @1899-12-30@}",
    "promise.date, the beginning of Unix, @promise@: {@date@: @1970-01-01@}",
    "promise.date, the beginning of a database, @promise@: {@date@: @1753-01-01@}",
    "placedOn, the year 99999, @placedOn@: @+99999-01-01@",
    "placedOn, a day as a list, @placedOn@: [2026; 1; 1]",
    "placedOn, a day as a number, @placedOn@: 20260101",
    "placedOn, a day that is none, @placedOn@: @2026-02-29@",
    "placedOn, an empty day, @placedOn@: @@",
    "promise, a date alone, @promise@: @2026-12-12@",
    "promise.date, no date, @promise@: {}",
    "promise.date, a time, @promise@: {@date@: @2026-12-12T00:00:00Z@}",
    "cancelled, a yes, @cancelled@: true",
    "cancelled, an empty reason, @cancelled@: @@"
  })
  void an_order_with_(String field, String what, String member) {
    assertRefused(integrator.put("/api/orders/SO-9", order(quoted(member))), field);
    assertRefused(integrator.put("/api/orders/SO-1", order(quoted(member))), field);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    ".stage, an unknown stage, @stage@: @painting@",
    ".stage, no stage, @stage@: null",
    ".code, no code, @code@: null",
    ".code, a code with spaces, @code@: @a b@",
    ".minimum, limits the wrong way round, @minimum@: 5; @maximum@: 4",
    ".minimum, a limit in quotes, @minimum@: @5@",
    ".minimum, a limit that fills the memory, @minimum@: 1e999999999",
    ".maximum, a limit of many digits, @maximum@: 1000000000000000000000000000000000000",
    ".sample, no unit measured, @sample@: 0",
    ".name, a name in no language, @name@: {}",
    ".name, a number for a name, @name@: 5",
    ".name.en, a name that is no text, @name@: {@en@: 5}",
    ".name, a NUL character, @name@: {@en@: @\\u0000@}",
    ".name, a NUL character in a language, @name@: {@e\\u0000@: @Weight@}",
    ".mandatory, a word for yes, @mandatory@: @yes@"
  })
  void a_requirement_with_(String field, String what, String member) {
    String requirement = with(quoted(member), Map.of("code", "\"x\"", "stage", "\"packing\""));
    String line =
        "\"lines\": [{\"number\": 1, \"routing\": \"split-ac\", \"requirements\": ["
            + requirement
            + "]}]";
    String place = field.startsWith(".") ? "lines[0].requirements[0]" + field : field;
    assertRefused(integrator.put("/api/orders/SO-9", order(line)), place);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "/api/orders/-, an order number of nothing but a dash",
    "/api/orders/%20, an order number of nothing but a space",
    "/api/orders/a%0Ab, an order number of two lines",
    "/api/orders/%00, an order number with a NUL character",
    "/api/orders/aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggggghhhhhhhhhhi,"
        + " an order number that is too long"
  })
  void a_path_with_(String path, String what) {
    assertRefused(integrator.put(path, order("\"customerReference\": \"PO\"")), "number");
    assertProblem(integrator.get(path), 404);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "name, no name, {}",
    "name, an empty name, {@name@: @ @}",
    "name, a number for a name, {@name@: 1}",
    "name, a NUL character, {@name@: @\\u0000@}",
    "tier, an unknown tier, {@name@: @A@; @tier@: @diamond@}",
    "tier, the number of a tier, {@name@: @A@; @tier@: 3}",
    "kind, an unknown kind, {@name@: @A@; @kind@: @rival@}",
    "'', a list, []",
    "\uD83D\uDE00, an unknown field that is no letter, {@name@: @A@; @\uD83D\uDE00@: 1}",
    "'', an unknown field that cannot be written, {@name@: @A@; @\\ud800@: 1}"
  })
  void a_company_with_(String field, String what, String body) {
    assertRefused(integrator.put("/api/companies/acme", quoted(body)), field);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "stages, no stages, {}",
    "stages, an empty list, {@stages@: []}",
    "stages[0], a stage that is null, {@stages@: [null]}",
    "stages[0].code, a stage without a code, {@stages@: [{}]}",
    "stages[0].code, a code in capitals, {@stages@: [{@code@: @A@}]}",
    "stages, a stage that stands twice, {@stages@: [{@code@: @a@}; {@code@: @a@}]}",
    "stages[0].usualHours, negative hours, {@stages@: [{@code@: @a@; @usualHours@: -1}]}",
    "stages[0].usualHours, endless hours, {@stages@: [{@code@: @a@; @usualHours@: 1e400}]}",
    "stages[0].slowHours, slower than unknown, {@stages@: [{@code@: @a@; @slowHours@: 5}]}",
    "stages[0].operations[0], an operation that is null, {@stages@: [{@code@: @a@; @operations@:"
        + " [null]}]}",
    "stages[0].operations[0], an operation with a NUL character, {@stages@: [{@code@: @a@;"
        + " @operations@: [@\\u0000@]}]}",
    "name, a NUL character, {@name@: @\\u0000@; @stages@: [{@code@: @a@}]}"
  })
  void a_routing_with_(String field, String what, String body) {
    assertRefused(integrator.put("/api/routings/boat", quoted(body)), field);
    assertRefused(integrator.put("/api/routings/split-ac", quoted(body)), field);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"acme%2Fx", "%20", "a%00b", "%E4%B8%AD", "aaaaaaaaaabbbbbbbbbbccccccccccdddddddddde"})
  void a_code_that_is_none(String code) {
    assertRefused(integrator.put("/api/companies/" + code, "{\"name\": \"A\"}"), "code");
    assertRefused(
        integrator.put("/api/routings/" + code, "{\"stages\": [{\"code\": \"a\"}]}"), "code");
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "limit, /api/orders?limit=0",
    "limit, /api/orders?limit=201",
    "limit, /api/orders?limit=-1",
    "limit, /api/orders?limit=many",
    "limit, /api/orders?limit=",
    "limit, /api/orders?limit=10&limit=20",
    "after, /api/orders?after=x",
    "after, /api/orders?after=99999999999999999999",
    "state, /api/orders?state=melted",
    "late, /api/orders?late=perhaps",
    "q, /api/orders?q=%00",
    "stage, /api/orders?stage=%00",
    "company, /api/orders?company=a%00",
    "stat, /api/orders?stat=waiting",
    "limit, /api/orders/SO-1/events?limit=1e2",
    "after, /api/orders/SO-1/events?after=-5",
    "since, /api/orders/SO-1/events?since=5"
  })
  void a_query_that_makes_no_sense(String field, String path) {
    assertRefused(integrator.get(path), field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/orders?q=%zz", "/api/orders?q=%", "/api/orders/%zz", "/api/orders/%"})
  void an_address_that_cannot_be_decoded(String path) {
    try (RawConnection connection = new RawConnection(vitrine)) {
      RawConnection.Reply reply =
          connection
              .send(
                  "GET %s HTTP/1.1\r\nHost: localhost\r\n%s: %s\r\n\r\n"
                      .formatted(path, integrator.identity()[0], integrator.identity()[1]))
              .reply();
      assertThat(reply.status()).isEqualTo(UNPROCESSABLE);
      assertThat(reply.headers()).containsEntry("content-type", "application/problem+json");
      assertThat(reply.body()).contains("Cannot read");
    }
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "days, {@days@: 0}",
    "days, {@days@: -1}",
    "days, {@days@: 367}",
    "days, {@days@: @30@}",
    "days, {@days@: 2147483648}",
    "hours, {@hours@: 1}",
    "'', []",
    "'', 30"
  })
  void a_glass_link_that_lasts_(String field, String body) {
    assertRefused(integrator.post("/api/orders/SO-1/links", quoted(body)), field);
  }

  @ParameterizedTest(name = "{0} {2}")
  @CsvSource({
    "422, token, {}",
    "422, token, {@token@: 5}",
    "422, token, {@token@: null}",
    "422, token, {@token@: @\\u0000@}",
    "422, '', ''",
    "410, '', {@token@: @nonsense@}"
  })
  void a_sign_in_with_(int status, String field, String body) {
    for (String path : List.of("/api/session", "/api/glass-session")) {
      HttpResponse<String> answer =
          TestClient.unknown(vitrine).post(path, quoted(body == null ? "" : body));
      assertThat(assertProblem(answer, status).path("field").asText()).isEqualTo(field);
    }
  }

  private static final List<String> INSIDES =
      List.of(
          "org.vitrine", "java.", "jackson", "Exception", "SELECT", "INSERT", "\tat ", "io.vertx");

  private static void assertRefused(HttpResponse<String> answer, String field) {
    assertThat(assertProblem(answer, UNPROCESSABLE).path("field").asText())
        .as(answer.body())
        .isEqualTo(field);
  }

  private static JsonNode assertProblem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = TestClient.json(answer);
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("detail").asText()).isNotBlank().hasSizeLessThan(400);
    assertThat(INSIDES).noneMatch(inside -> answer.body().contains(inside));
    return problem;
  }

  /** The fields of the reports that were refused; no report is taken. */
  private static List<String> refusals(String body, String... headers) {
    HttpResponse<String> answer = integrator.post("/api/reports", body, headers);
    if (answer.statusCode() == UNPROCESSABLE) {
      return List.of(TestClient.json(answer).path("field").asText());
    }
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(INSIDES).noneMatch(inside -> answer.body().contains(inside));
    JsonNode json = TestClient.json(answer);
    assertThat(json.get("taken")).isEmpty();
    List<String> fields = new ArrayList<>();
    json.get("refused").forEach(refused -> fields.add(refused.path("field").asText()));
    return fields;
  }

  private static String report(String member) {
    return with(
        member,
        Map.of(
            "id", "\"new\"",
            "order", "\"SO-1\"",
            "operation", "\"Assembly\"",
            "kind", "\"progressed\"",
            "good", "1",
            "source", "\"scan\"",
            "happenedAt", "\"2026-01-05T08:00:00Z\""));
  }

  private static String order(String member) {
    return with(
        member,
        Map.of(
            "company", "\"northwind\"",
            "lines", "[{\"number\": 1, \"routing\": \"split-ac\"}]"));
  }

  /** An object of the members; one that is given replaces the one of the same name. */
  private static String with(String given, Map<String, String> members) {
    String name = given.substring(given.indexOf('"') + 1, given.indexOf('"', 1));
    return members.entrySet().stream()
        .filter(member -> !member.getKey().equals(name))
        .map(member -> "\"" + member.getKey() + "\": " + member.getValue())
        .collect(Collectors.joining(", ", "{", ", " + given + "}"));
  }

  private static String quoted(String text) {
    return text.replace('@', '"').replace(';', ',');
  }
}
