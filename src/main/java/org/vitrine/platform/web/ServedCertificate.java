package org.vitrine.platform.web;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** The certificate that people are shown at an address, which is usually a proxy's. */
public final class ServedCertificate {
  private static final int HTTPS = 443;

  private ServedCertificate() {}

  /**
   * When it runs out. Whether it can be trusted is not asked: it is only looked at, and nothing is
   * said there. Nothing where it cannot be reached from here.
   */
  public static Optional<Instant> expires(URI address, Duration patience) {
    int millis = (int) patience.toMillis();
    try (SSLSocket socket = (SSLSocket) looking().getSocketFactory().createSocket()) {
      socket.connect(
          new InetSocketAddress(
              address.getHost(), address.getPort() < 0 ? HTTPS : address.getPort()),
          millis);
      socket.setSoTimeout(millis);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setServerNames(List.of(new SNIHostName(address.getHost())));
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
      return Optional.of(shown.getNotAfter().toInstant());
    } catch (IOException | GeneralSecurityException | IllegalArgumentException notFromHere) {
      return Optional.empty();
    }
  }

  private static SSLContext looking() throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Anything()}, null);
    return context;
  }

  /** One that ran out must be seen, too. */
  private static final class Anything implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
