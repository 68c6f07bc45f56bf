package org.vitrine.gather.opcua;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Period;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateBuilder;
import org.eclipse.milo.opcua.stack.core.util.SelfSignedCertificateGenerator;

/** Our own certificate, made once: the server's administrator trusts it. */
record Identity(KeyPair keys, X509Certificate certificate) {
  static final String APPLICATION = "urn:vitrine:gather";
  private static final String ALIAS = "gather";
  private static final char[] NO_PASSWORD = new char[0];

  /** Reads or makes it in this folder. */
  static Identity in(Path folder) throws IOException {
    Path file = folder.resolve("own.p12");
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      if (Files.exists(file)) {
        try (InputStream in = Files.newInputStream(file)) {
          store.load(in, NO_PASSWORD);
        }
      } else {
        store.load(null, null);
        make(store);
        Files.write(folder.resolve("own.der"), store.getCertificate(ALIAS).getEncoded());
        write(store, file);
      }
      X509Certificate certificate = (X509Certificate) store.getCertificate(ALIAS);
      PrivateKey key = (PrivateKey) store.getKey(ALIAS, NO_PASSWORD);
      return new Identity(new KeyPair(certificate.getPublicKey(), key), certificate);
    } catch (GeneralSecurityException wrong) {
      throw new IOException(
          "%s is no certificate of ours: %s".formatted(file, wrong.getMessage()), wrong);
    }
  }

  private static void make(KeyStore store) throws GeneralSecurityException, IOException {
    KeyPair keys = SelfSignedCertificateGenerator.generateRsaKeyPair(2048);
    X509Certificate certificate;
    try {
      certificate =
          new SelfSignedCertificateBuilder(keys)
              .setCommonName("Vitrine gather")
              .setOrganization("Vitrine")
              .setApplicationUri(APPLICATION)
              .setValidityPeriod(Period.ofYears(10))
              .build();
    } catch (Exception failed) {
      throw new IOException("No certificate could be made: " + failed.getMessage(), failed);
    }
    store.setKeyEntry(ALIAS, keys.getPrivate(), NO_PASSWORD, new X509Certificate[] {certificate});
  }

  /** Whole or not at all, and readable by its owner alone from the first byte. */
  private static void write(KeyStore store, Path file)
      throws IOException, GeneralSecurityException {
    Path unfinished = file.resolveSibling("own.p12.new");
    Files.deleteIfExists(unfinished);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          unfinished,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    try (OutputStream out =
        Files.newOutputStream(unfinished, StandardOpenOption.CREATE, StandardOpenOption.DSYNC)) {
      store.store(out, NO_PASSWORD);
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
