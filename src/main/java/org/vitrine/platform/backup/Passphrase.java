package org.vitrine.platform.backup;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Date;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPBEEncryptedData;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPBEDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.bc.BcPBEKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.vitrine.platform.StartFailed;

/**
 * What seals a backup: an OpenPGP message (RFC 4880) under a passphrase, with AES-256 and a code
 * that shows every change. Whoever has the passphrase opens one without us: {@code gpg --decrypt}.
 */
public final class Passphrase {
  private static final int LEAST = 12;
  private static final int BUFFER = 1 << 16;

  /** As often as the format allows: 65,011,712 bytes are hashed for each guess. */
  private static final int SLOWEST = 0xff;

  private final char[] text;

  /** Throws {@link StartFailed} for one that is soon guessed. */
  public Passphrase(String text) {
    if (text.length() < LEAST) {
      throw new StartFailed(
          "The passphrase must have at least %d characters, such as those of: openssl rand -base64 32"
              .formatted(LEAST));
    }
    this.text = text.toCharArray();
  }

  /** What is written there arrives sealed; closing it ends the message and what is below. */
  OutputStream seal(OutputStream out) throws IOException {
    try {
      PGPEncryptedDataGenerator generator =
          new PGPEncryptedDataGenerator(
              new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                  .setWithIntegrityPacket(true)
                  .setSecureRandom(new SecureRandom()));
      generator.addMethod(
          new BcPBEKeyEncryptionMethodGenerator(
              text, new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA256), SLOWEST));
      OutputStream sealed = generator.open(out, new byte[BUFFER]);
      OutputStream content =
          new PGPLiteralDataGenerator()
              .open(sealed, PGPLiteralData.BINARY, "vitrine.zip", new Date(), new byte[BUFFER]);
      return new Sealed(content, sealed, out);
    } catch (PGPException e) {
      throw new IOException(e);
    }
  }

  /** Ends in the order in which it is nested. */
  private static final class Sealed extends FilterOutputStream {
    private final OutputStream sealed;
    private final OutputStream below;

    Sealed(OutputStream content, OutputStream sealed, OutputStream below) {
      super(content);
      this.sealed = sealed;
      this.below = below;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      out.close();
      sealed.close();
      below.close();
    }
  }

  /** The content; at its end it is known whether anybody changed it, and reading fails if so. */
  InputStream open(InputStream in) throws IOException {
    try {
      if (!(new BcPGPObjectFactory(in).nextObject() instanceof PGPEncryptedDataList list)
          || !(list.get(0) instanceof PGPPBEEncryptedData sealed)) {
        throw new StartFailed("The backup is not sealed with a passphrase");
      }
      InputStream clear =
          sealed.getDataStream(
              new BcPBEDataDecryptorFactory(text, new BcPGPDigestCalculatorProvider()));
      if (!(new BcPGPObjectFactory(clear).nextObject() instanceof PGPLiteralData literal)) {
        throw new StartFailed("The backup holds something else than Vitrine writes");
      }
      return new OpenedMessage(literal.getInputStream(), sealed, in);
    } catch (PGPException | IOException wrong) {
      throw new StartFailed("The passphrase does not open the backup", wrong);
    }
  }

  private static final class OpenedMessage extends FilterInputStream {
    private final PGPPBEEncryptedData sealed;
    private final InputStream below;
    private boolean isVerified;

    OpenedMessage(InputStream content, PGPPBEEncryptedData sealed, InputStream below) {
      super(content);
      this.sealed = sealed;
      this.below = below;
    }

    @Override
    public int read() throws IOException {
      return verified(in.read());
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return verified(in.read(bytes, offset, length));
    }

    private int verified(int read) throws IOException {
      try {
        if (read < 0 && !isVerified) {
          isVerified = true;
          if (!sealed.verify()) {
            throw new IOException("the seal is broken");
          }
        }
        return read;
      } catch (PGPException e) {
        throw new IOException("the seal is broken", e);
      }
    }

    @Override
    public void close() throws IOException {
      below.close();
    }
  }
}
