package org.vitrine.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransientErrorsTest {

  @ParameterizedTest
  @ValueSource(strings = {"57P01", "57P02", "57P03", "53300", "08006", "55P03", "40P01", "25006"})
  void what_passes_by_itself_is_transient(String sqlState) {
    assertThat(TransientErrors.isTransient(refused(sqlState))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "42601", "22003", "42501", "XX000"})
  void what_was_asked_wrongly_is_none(String sqlState) {
    assertThat(TransientErrors.isTransient(refused(sqlState))).isFalse();
  }

  @ParameterizedTest
  @MethodSource("lostConnections")
  void a_lost_connection_is_transient(Throwable fault) {
    assertThat(TransientErrors.isTransient(fault)).isTrue();
  }

  static Stream<Throwable> lostConnections() {
    return Stream.of(
        new ConnectException("Connection refused"),
        new IOException("Connection reset by peer"),
        new TimeoutException(),
        ClosedConnectionException.INSTANCE,
        new VertxException("Timeout waiting for connection"),
        new VertxException("Connection is not active now, current status: CLOSED"),
        new VertxException("Pending requests failed to be sent due to connection has been closed."),
        new VertxException("Pool closed"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Parameter at position[0] with class = [java.lang.String]", "Wrong count"})
  void what_the_driver_finds_wrong_with_a_query_is_none(String said) {
    assertThat(TransientErrors.isTransient(new VertxException(said))).isFalse();
  }

  private static PgException refused(String sqlState) {
    return new PgException("refused", "ERROR", sqlState, "");
  }
}
