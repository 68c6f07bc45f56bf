package org.vitrine.platform.outgoing;

import io.netty.util.NetUtil;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.vitrine.platform.outgoing.OutgoingFailed.Reason;

/**
 * The one way in which we ask servers that somebody else named. It connects to exactly the address
 * that {@link OutgoingAddresses} checked, while the certificate and the {@code Host} stay the
 * name's; it follows no redirect, reads no more than it is told to, and takes no longer. How many
 * ask at once is for those who ask.
 */
public final class Outgoing {
  private static final int CONNECTIONS_TO_ONE_SERVER = 1_000;
  private static final int IDLE_SECONDS = 10;
  private static final int ADDRESSES_TRIED = 3;
  private static final int LONGEST_HEADERS = 64 * 1024;

  private final OutgoingAddresses addresses;
  private final HttpClient http;

  public Outgoing(Vertx vertx, OutgoingAddresses addresses) {
    this(vertx, addresses, Optional.empty());
  }

  /**
   * @param trust whom to trust; absent for whom Java does
   */
  public Outgoing(Vertx vertx, OutgoingAddresses addresses, Optional<TrustOptions> trust) {
    HttpClientOptions options =
        new HttpClientOptions()
            .setKeepAliveTimeout(IDLE_SECONDS)
            .setMaxHeaderSize(LONGEST_HEADERS)
            .setVerifyHost(true);
    trust.ifPresent(options::setTrustOptions);
    this.addresses = addresses;
    this.http =
        vertx.createHttpClient(
            options, new PoolOptions().setHttp1MaxSize(CONNECTIONS_TO_ONE_SERVER));
  }

  /** For those who connect in another way than by HTTP. */
  public OutgoingAddresses addresses() {
    return addresses;
  }

  /** Throws {@link OutgoingFailed} where there is no answer. */
  public OutgoingReply send(OutgoingRequest request) {
    long until = System.nanoTime() + request.patience().toNanos();
    List<InetAddress> checked = addresses.of(request.url());
    Future<HttpClientRequest> connected = connected(request, checked, until);
    AtomicReference<HttpClientRequest> underWay = new AtomicReference<>();
    try {
      return connected
          .compose(
              connection -> {
                underWay.set(connection);
                return answered(connection, request);
              })
          .await(left(until).toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new OutgoingFailed(Reason.TIMEOUT, "It took too long", late);
    } catch (Exception broken) {
      throw failed(broken, underWay.get() != null);
    } finally {
      closeUnlessAnswered(underWay.get());
    }
  }

  /** On the first of a few addresses that somebody listens on. */
  private Future<HttpClientRequest> connected(
      OutgoingRequest request, List<InetAddress> checked, long until) {
    Future<HttpClientRequest> connection =
        http.request(options(request, checked.getFirst(), until));
    for (InetAddress next : checked.stream().skip(1).limit(ADDRESSES_TRIED - 1L).toList()) {
      connection = connection.recover(away -> http.request(options(request, next, until)));
    }
    return connection;
  }

  private static RequestOptions options(OutgoingRequest request, InetAddress address, long until) {
    URI url = request.url();
    boolean isSecure = "https".equalsIgnoreCase(url.getScheme());
    int port = url.getPort() != -1 ? url.getPort() : isSecure ? 443 : 80;
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    RequestOptions options =
        new RequestOptions()
            .setServer(SocketAddress.inetSocketAddress(port, NetUtil.toAddressString(address)))
            .setHost(OutgoingAddresses.host(url))
            .setPort(port)
            .setSsl(isSecure)
            .setFollowRedirects(false)
            .setMethod(HttpMethod.valueOf(request.method()))
            .setURI(url.getRawQuery() == null ? path : path + '?' + url.getRawQuery())
            .setConnectTimeout(left(until).toMillis());
    request.headers().forEach(options::putHeader);
    return options;
  }

  private static Duration left(long until) {
    return Duration.ofNanos(Math.max(until - System.nanoTime(), Duration.ofMillis(1).toNanos()));
  }

  private static Future<OutgoingReply> answered(
      HttpClientRequest connection, OutgoingRequest request) {
    return connection
        .send(Buffer.buffer(request.body()))
        .compose(response -> read(connection, response, request.readAtMost()));
  }

  private static Future<OutgoingReply> read(
      HttpClientRequest connection, HttpClientResponse response, int atMost) {
    Promise<OutgoingReply> reply = Promise.promise();
    Buffer body = Buffer.buffer();
    response.handler(
        part -> {
          body.appendBuffer(part.slice(0, Math.min(part.length(), atMost - body.length() + 1)));
          if (body.length() > atMost) {
            reply.tryComplete(reply(response, body.getBytes(0, atMost), true));
            connection.reset();
          }
        });
    response.exceptionHandler(reply::tryFail);
    response.endHandler(end -> reply.tryComplete(reply(response, body.getBytes(), false)));
    return reply.future();
  }

  private static OutgoingReply reply(HttpClientResponse response, byte[] body, boolean isCut) {
    return new OutgoingReply(response.statusCode(), first(response.headers()), body, isCut);
  }

  private static Map<String, String> first(MultiMap headers) {
    return headers.names().stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .distinct()
        .collect(Collectors.toMap(Function.identity(), headers::get));
  }

  /** Does nothing to a request that is through. */
  private static void closeUnlessAnswered(HttpClientRequest request) {
    if (request != null) {
      request.reset();
    }
  }

  private static OutgoingFailed failed(Throwable fault, boolean isConnected) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException) {
        return new OutgoingFailed(
            Reason.CERTIFICATE, "The certificate is not trusted or another name's", fault);
      }
    }
    return isConnected
        ? new OutgoingFailed(Reason.BROKEN, "The connection ended before the answer did", fault)
        : new OutgoingFailed(Reason.UNREACHABLE, "Nobody answers there", fault);
  }
}
