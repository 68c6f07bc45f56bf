package org.vitrine.connectors;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.vitrine.connectors.SourceFault.FaultKind;
import org.vitrine.platform.outgoing.OutgoingAddresses;
import org.vitrine.platform.outgoing.OutgoingFailed;

/**
 * A file on an SFTP server, which is known by the fingerprint of its key and by nothing else. The
 * secret is a password, or a private key as OpenSSH writes it.
 */
final class SftpFile {
  private static final int USUAL_PORT = 22;
  private static final int LARGEST = 32 * 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String PRIVATE_KEY = "-----BEGIN";

  private final OutgoingAddresses addresses;
  private final SourceAccess access;
  private final String secret;

  SftpFile(OutgoingAddresses addresses, SourceAccess access, String secret) {
    this.addresses = addresses;
    this.access = access;
    this.secret = secret;
  }

  /** Answers as a web server would: 304 where it is still what it was called. */
  SourceReply read(SourceQuestion question) {
    AtomicReference<String> met = new AtomicReference<>("");
    SshClient client = SshClient.setUpDefaultClient();
    client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
    client.setServerKeyVerifier((session, address, key) -> isKnown(key, met));
    client.start();
    try (ClientSession session = connected(client, question.url());
        SftpClient files = SftpClientFactory.instance().createSftpClient(session)) {
      return reply(files, question);
    } catch (OutgoingFailed failed) {
      throw Wires.fault(failed);
    } catch (SftpException refused) {
      boolean isMissing = refused.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE;
      throw new SourceFault(
          FaultKind.REFUSED,
          isMissing ? "There is no such file" : "The file cannot be read: " + refused.getMessage(),
          Optional.empty());
    } catch (IOException | GeneralSecurityException broken) {
      throw fault(broken, met.get());
    } finally {
      client.stop();
    }
  }

  private boolean isKnown(PublicKey key, AtomicReference<String> met) {
    String fingerprint = KeyUtils.getFingerPrint(key);
    met.set(fingerprint);
    return access.hostKey() != null && access.hostKey().strip().equals(fingerprint);
  }

  private SourceFault fault(Exception broken, String fingerprint) {
    if (!fingerprint.isEmpty()
        && (access.hostKey() == null || !access.hostKey().strip().equals(fingerprint))) {
      return new SourceFault(
          FaultKind.FORBIDDEN,
          "The server shows the key %s, which is not the one that was entered"
              .formatted(fingerprint),
          Optional.empty());
    }
    boolean isDenied = String.valueOf(broken.getMessage()).contains("authentication");
    return new SourceFault(
        isDenied ? FaultKind.DENIED : FaultKind.AWAY,
        isDenied ? "The server does not let this user in" : "Nobody answers there",
        Optional.empty());
  }

  private ClientSession connected(SshClient client, URI url)
      throws IOException, GeneralSecurityException {
    InetAddress checked = addresses.of(url.getHost()).getFirst();
    int port = url.getPort() == -1 ? USUAL_PORT : url.getPort();
    ClientSession session =
        client
            .connect(access.name(), new InetSocketAddress(checked, port))
            .verify(PATIENCE)
            .getSession();
    if (secret.startsWith(PRIVATE_KEY)) {
      SecurityUtils.loadKeyPairIdentities(
              session,
              null,
              new ByteArrayInputStream(secret.getBytes(StandardCharsets.UTF_8)),
              null)
          .forEach(session::addPublicKeyIdentity);
    } else {
      session.addPasswordIdentity(secret);
    }
    session.auth().verify(PATIENCE);
    return session;
  }

  private static SourceReply reply(SftpClient files, SourceQuestion question) throws IOException {
    String path = question.url().getPath();
    Attributes before = files.stat(path);
    String etag = etag(before);
    if (etag.equals(question.headers().get("If-None-Match"))) {
      return new SourceReply(Asker.NOT_MODIFIED, Map.of(), new byte[0]);
    }
    if (before.getSize() > LARGEST) {
      throw SourceFault.unreadable("The file is larger than 32 MB");
    }
    byte[] content;
    try (InputStream file = files.read(path, EnumSet.of(SftpClient.OpenMode.Read))) {
      content = file.readNBytes(LARGEST + 1);
    }
    if (!etag(files.stat(path)).equals(etag) || content.length != before.getSize()) {
      throw new SourceFault(
          FaultKind.AWAY, "The file is being written at the moment", Optional.empty());
    }
    return new SourceReply(200, Map.of("etag", etag), content);
  }

  private static String etag(Attributes file) {
    return "\"%d-%d\"".formatted(file.getSize(), file.getModifyTime().toMillis());
  }
}
