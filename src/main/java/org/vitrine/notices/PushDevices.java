package org.vitrine.notices;

import com.interaso.webpush.VapidKeys;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.vitrine.access.Token;
import org.vitrine.notices.PushRepository.ListedDevice;
import org.vitrine.notices.PushRepository.NewDevice;
import org.vitrine.notices.PushRepository.StoredKey;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;

/** The door to the devices on which people want to be told: each browser says so by itself. */
final class PushDevices {
  private static final int AT_MOST = 10;
  private static final int LONGEST_NAME = 100;
  private static final int POINT_BYTES = 65;
  private static final int SECRET_BYTES = 16;
  private static final int HALF = 32;
  private static final byte UNCOMPRESSED = 4;

  private final Database database;
  private final Clock clock;
  private final PushRepository repository = new PushRepository();
  private volatile VapidKeys keys;

  PushDevices(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** A subscription as browsers write it (Push API, {@code PushSubscription.toJSON}). */
  record Subscribe(String endpoint, SubscriptionKeys keys) {}

  /** In base64url: a point of P-256, and 16 random bytes. */
  record SubscriptionKeys(String p256dh, String auth) {}

  /** What a browser needs to subscribe, and the devices that have. */
  record ShownDevices(String key, List<ListedDevice> devices) {}

  /** The same on all nodes; made by whoever needs it first. */
  VapidKeys keys() {
    VapidKeys known = keys;
    if (known == null) {
      StoredKey stored =
          repository
              .find(database)
              .orElseGet(() -> database.inTransaction(tx -> repository.key(tx, made())));
      known = VapidKeys.create(stored.publicKey(), stored.privateKey());
      keys = known;
    }
    return known;
  }

  private static StoredKey made() {
    VapidKeys made = VapidKeys.generate();
    return new StoredKey(made.getX509PublicKey(), made.getPkcs8PrivateKey());
  }

  ShownDevices of(long person, Token session) {
    String key =
        Base64.getUrlEncoder().withoutPadding().encodeToString(keys().getApplicationServerKey());
    return new ShownDevices(key, repository.list(database, person, session));
  }

  /** It is told until its session ends. The one that was there for longest makes room. */
  long add(long person, Token session, Subscribe wanted, String device) {
    NewDevice checked = checked(wanted, device);
    return database.inTransaction(
        transaction -> {
          long id = repository.add(transaction, person, session, checked, clock.instant());
          repository.dropOldest(transaction, person, AT_MOST);
          return id;
        });
  }

  private static NewDevice checked(Subscribe wanted, String device) {
    if (!PushAddress.isFit(wanted.endpoint())) {
      throw new Rejection.Invalid("endpoint", "Must be the https address of a push service");
    }
    if (wanted.keys() == null) {
      throw new Rejection.Invalid("keys", "Missing");
    }
    byte[] point = bytes("keys.p256dh", wanted.keys().p256dh(), POINT_BYTES);
    if (point[0] != UNCOMPRESSED || !isOnCurve(point)) {
      throw new Rejection.Invalid("keys.p256dh", "Must be a point of the curve P-256");
    }
    return new NewDevice(
        wanted.endpoint(),
        point,
        bytes("keys.auth", wanted.keys().auth(), SECRET_BYTES),
        device.length() <= LONGEST_NAME ? device : device.substring(0, LONGEST_NAME));
  }

  /** One that is not would tell whoever sent it of our side of the secret (RFC 8291, 7). */
  private static boolean isOnCurve(byte[] point) {
    try {
      new ECKey.Builder(Curve.P_256, coordinate(point, 1), coordinate(point, 1 + HALF)).build();
      return true;
    } catch (IllegalStateException | IllegalArgumentException elsewhere) {
      return false;
    }
  }

  private static Base64URL coordinate(byte[] point, int from) {
    return Base64URL.encode(Arrays.copyOfRange(point, from, from + HALF));
  }

  private static byte[] bytes(String field, String text, int length) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text == null ? "" : text);
      if (bytes.length == length) {
        return bytes;
      }
    } catch (IllegalArgumentException noBase64) {
      // Said below, as for what is too short.
    }
    throw new Rejection.Invalid(field, "Must be %d bytes in base64url".formatted(length));
  }

  void remove(long person, long id) {
    if (!repository.remove(database, person, id)) {
      throw new Rejection.NotFound("There is no such device");
    }
  }
}
