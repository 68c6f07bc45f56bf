package org.vitrine.gather.opcua;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.OpcUaClientConfigBuilder;
import org.eclipse.milo.opcua.sdk.client.identity.UsernameProvider;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.DefaultServerCertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.FileBasedCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.MemoryTrustListManager;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.eclipse.milo.opcua.stack.core.util.CertificateUtil;
import org.eclipse.milo.opcua.stack.core.util.EndpointUtil;
import org.vitrine.gather.plan.Peer;

/** How the client is made. */
final class Connection {
  private Connection() {}

  /** Connected from then on: Milo comes back by itself. */
  static OpcUaClient open(Peer.OpcUa peer) throws UaException, IOException {
    SecurityPolicy policy = SecurityPolicy.valueOf(peer.policy());
    Identity identity = policy == SecurityPolicy.None ? null : Identity.in(peer.certificates());
    CertificateValidator validator = identity == null ? null : trusting(peer.certificates());
    return OpcUaClient.create(
        peer.url().toString(),
        endpoints -> choose(endpoints, policy, peer),
        transport -> {},
        client -> configure(client, peer, identity, validator));
  }

  /**
   * What it calls itself may be a name that only it knows: we stay at the address that was given.
   */
  private static Optional<EndpointDescription> choose(
      List<EndpointDescription> endpoints, SecurityPolicy policy, Peer.OpcUa peer) {
    MessageSecurityMode mode =
        policy == SecurityPolicy.None
            ? MessageSecurityMode.None
            : MessageSecurityMode.SignAndEncrypt;
    return endpoints.stream()
        .filter(endpoint -> policy.getUri().equals(endpoint.getSecurityPolicyUri()))
        .filter(endpoint -> endpoint.getSecurityMode() == mode)
        .findFirst()
        .map(
            endpoint ->
                EndpointUtil.updateUrl(endpoint, peer.url().getHost(), peer.url().getPort()));
  }

  private static void configure(
      OpcUaClientConfigBuilder client,
      Peer.OpcUa peer,
      Identity identity,
      CertificateValidator validator) {
    client
        .setApplicationName(LocalizedText.english("Vitrine gather"))
        .setApplicationUri(Identity.APPLICATION);
    if (identity != null) {
      client
          .setKeyPair(identity.keys())
          .setCertificate(identity.certificate())
          .setCertificateChain(new X509Certificate[] {identity.certificate()})
          .setCertificateValidator(validator);
    }
    if (peer.login().user() != null) {
      client.setIdentityProvider(
          validator == null
              ? new UsernameProvider(peer.login().user(), peer.login().password())
              : new UsernameProvider(peer.login().user(), peer.login().password(), validator));
    }
  }

  private static CertificateValidator trusting(Path folder) throws IOException {
    MemoryTrustListManager trusted = new MemoryTrustListManager();
    trusted.setTrustedCertificates(certificates(folder.resolve("trusted/certs")));
    trusted.setIssuerCertificates(certificates(folder.resolve("issuers/certs")));
    Path rejected = Files.createDirectories(folder.resolve("rejected"));
    return new DefaultServerCertificateValidator(
        trusted, FileBasedCertificateQuarantine.create(rejected));
  }

  private static List<X509Certificate> certificates(Path folder) throws IOException {
    List<X509Certificate> found = new ArrayList<>();
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        found.add(CertificateUtil.decodeCertificate(Files.readAllBytes(file)));
      }
    } catch (UaException wrong) {
      throw new IOException(
          "%s has a file that is no certificate: %s".formatted(folder, wrong.getMessage()), wrong);
    }
    return found;
  }
}
