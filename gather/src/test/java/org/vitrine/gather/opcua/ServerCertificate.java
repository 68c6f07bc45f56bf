package org.vitrine.gather.opcua;

import java.security.KeyPair;
import java.security.cert.X509Certificate;
import org.eclipse.milo.opcua.stack.core.security.CertificateManager;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.security.DefaultApplicationGroup;
import org.eclipse.milo.opcua.stack.core.security.DefaultCertificateManager;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateQuarantine;
import org.eclipse.milo.opcua.stack.core.security.MemoryCertificateStore;
import org.eclipse.milo.opcua.stack.core.security.MemoryTrustListManager;
import org.eclipse.milo.opcua.stack.core.security.RsaSha256CertificateFactory;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;

/** The certificate of the plant's server, which trusts every client. */
final class ServerCertificate {
  static final String APPLICATION = "urn:plant:server";
  private static final KeyPair KEYS = keys();
  static final X509Certificate CERTIFICATE = certificate();

  private ServerCertificate() {}

  static CertificateManager manager() throws Exception {
    RsaSha256CertificateFactory factory =
        new RsaSha256CertificateFactory() {
          @Override
          protected KeyPair createRsaSha256KeyPair() {
            return KEYS;
          }

          @Override
          protected X509Certificate[] createRsaSha256CertificateChain(KeyPair keys) {
            return new X509Certificate[] {CERTIFICATE};
          }
        };
    DefaultApplicationGroup group =
        DefaultApplicationGroup.createAndInitialize(
            new MemoryTrustListManager(),
            new MemoryCertificateStore(),
            factory,
            new CertificateValidator.InsecureCertificateValidator());
    return new DefaultCertificateManager(new MemoryCertificateQuarantine(), group);
  }

  private static KeyPair keys() {
    try {
      return SelfSignedCertificateGenerator.generateRsaKeyPair(2048);
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static X509Certificate certificate() {
    try {
      return new SelfSignedCertificateBuilder(KEYS)
          .setCommonName("Press")
          .setApplicationUri(APPLICATION)
          .addDnsName("localhost")
          .build();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }
}
