package org.vitrine.platform.web;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** On a clock of its own: nobody waits for these minutes. */
class RequestTimeoutsTest {
  private static final String SOMEBODY = "203.0.113.7";
  private static final String PROXY = "10.0.0.1";
  private static final TrustedProxies PROXIES = TrustedProxies.parse(PROXY);
  private static final int SLOW_AT_MOST = 3;

  private final ConnectionLimits limits = new ConnectionLimits(100, SLOW_AT_MOST);

  @Test
  void a_head_that_is_never_complete_ends_after_ten_seconds() {
    EmbeddedChannel connection = connect(SOMEBODY);
    pass(connection, 9);
    assertThat(connection.isOpen()).isTrue();
    pass(connection, 1);
    assertThat(connection.isOpen()).isFalse();
  }

  @Test
  void whoever_asks_again_in_time_may_stay() {
    EmbeddedChannel connection = connect(SOMEBODY);
    for (int request = 0; request < 5; request++) {
      pass(connection, 8);
      connection.writeInbound(get(), LastHttpContent.EMPTY_LAST_CONTENT);
    }
    assertThat(connection.isOpen()).isTrue();
    pass(connection, 10);
    assertThat(connection.isOpen()).isFalse();
  }

  @Test
  void a_byte_every_nine_seconds_is_no_way_to_stay() {
    EmbeddedChannel connection = connect(SOMEBODY);
    connection.writeInbound(post());
    int bytes = 0;
    while (connection.isOpen() && bytes < 100) {
      connection.writeInbound(piece(1));
      bytes++;
      pass(connection, 9);
    }
    assertThat(bytes).isBetween(6, 7);
  }

  @Test
  void a_body_that_stands_still_ends_after_ten_seconds() {
    EmbeddedChannel connection = connect(SOMEBODY);
    connection.writeInbound(post(), piece(1_000));
    pass(connection, 9);
    connection.writeInbound(piece(1_000));
    pass(connection, 9);
    assertThat(connection.isOpen()).isTrue();
    pass(connection, 1);
    assertThat(connection.isOpen()).isFalse();
  }

  @Test
  void a_large_body_over_a_slow_network_comes_in_full() {
    EmbeddedChannel connection = connect(SOMEBODY);
    connection.writeInbound(post());
    for (int second = 0; second < 600; second++) {
      connection.writeInbound(piece(10_000));
      pass(connection, 1);
    }
    connection.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
    assertThat(connection.isOpen()).isTrue();
  }

  @Test
  void while_we_do_not_read_the_client_is_not_late() {
    EmbeddedChannel connection = connect(SOMEBODY);
    connection.writeInbound(post(), piece(1_000));
    connection.config().setAutoRead(false);
    pass(connection, 300);
    connection.config().setAutoRead(true);
    assertThat(connection.isOpen()).isTrue();
    pass(connection, 10);
    assertThat(connection.isOpen()).isFalse();
  }

  @Test
  void an_answer_may_take_as_long_as_it_takes() {
    EmbeddedChannel connection = connect(SOMEBODY);
    connection.writeInbound(post(), piece(10), LastHttpContent.EMPTY_LAST_CONTENT);
    answerLater(connection);
    pass(connection, 300);
    assertThat(connection.isOpen()).isTrue();
    connection.writeOutbound(reply());
    pass(connection, 9);
    assertThat(connection.isOpen()).isTrue();
    pass(connection, 1);
    assertThat(connection.isOpen()).isFalse();
  }

  @Test
  void what_comes_after_the_answer_is_heard_for_ten_seconds() {
    EmbeddedChannel connection = connect(SOMEBODY);
    connection.writeInbound(post());
    answerLater(connection);
    connection.writeOutbound(reply());
    for (int second = 0; second < 9; second++) {
      connection.writeInbound(piece(1_000_000));
      pass(connection, 1);
    }
    assertThat(connection.isOpen()).isTrue();
    pass(connection, 1);
    assertThat(connection.isOpen()).isFalse();
  }

  @Test
  void whoever_does_not_take_the_answer_is_sent_away() {
    EmbeddedChannel connection = connect(SOMEBODY);
    connection.writeInbound(get(), LastHttpContent.EMPTY_LAST_CONTENT);
    connection.write(Unpooled.wrappedBuffer(new byte[1_000]));
    pass(connection, 30);
    assertThat(connection.isOpen()).isTrue();
    connection.write(Unpooled.wrappedBuffer(new byte[1_000]));
    pass(connection, 30);
    assertThat(connection.isOpen()).as("it took something meanwhile").isTrue();
    pass(connection, 1);
    assertThat(connection.isOpen()).isFalse();
  }

  @Test
  void few_of_one_client_may_be_slow_and_nobody_else_hears_of_it() {
    List<EmbeddedChannel> slow = IntStream.range(0, 5).mapToObj(n -> connect(SOMEBODY)).toList();
    EmbeddedChannel other = connect("203.0.113.8");
    slow.forEach(connection -> connection.writeInbound(post()));
    pass(slow, 2);
    assertThat(slow).as("for a moment").allMatch(EmbeddedChannel::isOpen);
    pass(slow, 1);
    assertThat(slow).filteredOn(EmbeddedChannel::isOpen).hasSize(SLOW_AT_MOST);
    pass(other, 3);
    assertThat(other.isOpen()).isTrue();
    slow.stream()
        .filter(EmbeddedChannel::isOpen)
        .forEach(connection -> connection.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT));
    EmbeddedChannel later = connect(SOMEBODY);
    pass(later, 3);
    assertThat(later.isOpen()).as("once the others were done").isTrue();
  }

  @Test
  void a_proxy_is_not_one_client_but_those_whom_it_speaks_for_are() {
    List<EmbeddedChannel> idle = IntStream.range(0, 5).mapToObj(n -> connect(PROXY)).toList();
    pass(idle, 9);
    assertThat(idle).allMatch(EmbeddedChannel::isOpen);
    List<EmbeddedChannel> one = IntStream.range(0, 5).mapToObj(n -> connect(PROXY)).toList();
    one.forEach(connection -> connection.writeInbound(postFor(SOMEBODY)));
    pass(one, 3);
    assertThat(one).filteredOn(EmbeddedChannel::isOpen).hasSize(SLOW_AT_MOST);
    List<EmbeddedChannel> many =
        IntStream.range(0, 5)
            .mapToObj(
                n -> {
                  EmbeddedChannel connection = connect(PROXY);
                  connection.writeInbound(postFor("198.51.100." + n));
                  return connection;
                })
            .toList();
    pass(many, 3);
    assertThat(many).allMatch(EmbeddedChannel::isOpen);
  }

  @Test
  void half_of_all_connections_may_be_one_client_s_and_each_that_ends_makes_room() {
    List<EmbeddedChannel> all = IntStream.range(0, 60).mapToObj(n -> connect(SOMEBODY)).toList();
    assertThat(all).filteredOn(EmbeddedChannel::isOpen).hasSize(50);
    List<EmbeddedChannel> behind = IntStream.range(0, 60).mapToObj(n -> connect(PROXY)).toList();
    assertThat(behind).filteredOn(EmbeddedChannel::isOpen).hasSize(50);
    all.forEach(EmbeddedChannel::close);
    assertThat(connect(SOMEBODY).isOpen()).isTrue();
  }

  private EmbeddedChannel connect(String peer) {
    EmbeddedChannel connection = new EmbeddedChannel();
    connection.freezeTime();
    connection.pipeline().addLast(new RequestTimeouts(limits, PROXIES, peer));
    connection.config().setAutoRead(true);
    return connection;
  }

  private static void answerLater(EmbeddedChannel connection) {
    connection.pipeline().get(RequestTimeouts.class).begin();
  }

  private static void pass(EmbeddedChannel connection, int seconds) {
    for (int second = 0; second < seconds; second++) {
      connection.advanceTimeBy(1, SECONDS);
      connection.runPendingTasks();
    }
  }

  private static void pass(List<EmbeddedChannel> connections, int seconds) {
    connections.forEach(connection -> pass(connection, seconds));
  }

  private static HttpRequest get() {
    return new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/");
  }

  private static HttpRequest post() {
    HttpRequest request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/");
    request.headers().set("Transfer-Encoding", "chunked");
    return request;
  }

  private static HttpRequest postFor(String client) {
    HttpRequest request = post();
    request.headers().set("X-Forwarded-For", client);
    return request;
  }

  private static DefaultHttpContent piece(int bytes) {
    return new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[bytes]));
  }

  private static DefaultFullHttpResponse reply() {
    return new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
  }
}
