package org.vitrine.gather.opcua;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.vitrine.gather.sources.Batch;
import org.vitrine.gather.sources.Happening;
import org.vitrine.gather.sources.Observed;
import org.vitrine.gather.sources.Receiver;

/** Takes what the server sends by one subscription; it waits where we have no room. */
final class SubscriptionReader implements OpcUaSubscription.SubscriptionListener {
  private final Map<OpcUaMonitoredItem, String> tagOf;
  private final Receiver receiver;
  private final InstantSource clock;
  private final Runnable subscribeAnew;
  private final Set<OpcUaMonitoredItem> heard = ConcurrentHashMap.newKeySet();

  SubscriptionReader(
      Map<OpcUaMonitoredItem, String> tagOf,
      Receiver receiver,
      InstantSource clock,
      Runnable subscribeAnew) {
    this.tagOf = tagOf;
    this.receiver = receiver;
    this.clock = clock;
    this.subscribeAnew = subscribeAnew;
  }

  @Override
  public void onDataReceived(
      OpcUaSubscription from, List<OpcUaMonitoredItem> items, List<DataValue> values) {
    Instant now = clock.instant();
    List<Happening> happenings = new ArrayList<>();
    List<Observed> observed = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String tag = tagOf.get(items.get(i));
      DataValue value = values.get(i);
      if (value.getStatusCode().isOverflowSet()) {
        happenings.add(overflow(tag, now));
      }
      String text = Values.textOf(value);
      if (value.getStatusCode().isGood() && text != null) {
        boolean first = heard.add(items.get(i));
        observed.add(Values.observed(tag, value, text, now, first));
      } else {
        receiver.unusable(tag, whyNot(value), null);
        observed.add(Values.observed(tag, value, null, now, false));
      }
    }
    give(new Batch(happenings, observed, Map.of(), () -> {}));
  }

  private static String whyNot(DataValue value) {
    StatusCode status = value.getStatusCode();
    return status.isGood() ? "it is neither text nor number" : Values.nameOf(status);
  }

  private Happening overflow(String tag, Instant now) {
    String sentence =
        "Some values of %s are lost: it changed faster than it was fetched".formatted(tag);
    return new Happening(Happening.Kind.GAP, tag::equals, null, now, sentence);
  }

  /** A new subscription says how all stands, which nobody knows now. */
  @Override
  public void onNotificationDataLost(OpcUaSubscription from) {
    String sentence = "The server no longer had what it had sent meanwhile";
    give(Batch.of(Happening.ofAll(Happening.Kind.GAP, null, clock.instant(), sentence)));
    subscribeAnew.run();
  }

  @Override
  public void onTransferFailed(OpcUaSubscription from, StatusCode why) {
    subscribeAnew.run();
  }

  @Override
  public void onStatusChanged(OpcUaSubscription from, StatusCode status) {
    if (status.isBad()) {
      subscribeAnew.run();
    }
  }

  private void give(Batch batch) {
    try {
      receiver.take(batch);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
