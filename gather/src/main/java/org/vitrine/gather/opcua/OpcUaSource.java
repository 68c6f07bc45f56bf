package org.vitrine.gather.opcua;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.sdk.client.SessionActivityListener;
import org.eclipse.milo.opcua.sdk.client.UaSession;
import org.eclipse.milo.opcua.sdk.client.subscriptions.MonitoredItemServiceOperationResult;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaMonitoredItem;
import org.eclipse.milo.opcua.sdk.client.subscriptions.OpcUaSubscription;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.ExpandedNodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.vitrine.gather.plan.Peer;
import org.vitrine.gather.plan.SourcePlan;
import org.vitrine.gather.sources.Batch;
import org.vitrine.gather.sources.Happening;
import org.vitrine.gather.sources.Receiver;
import org.vitrine.gather.sources.Source;
import org.vitrine.gather.sources.Trouble;

/**
 * Subscribes to the tags of a server. As long as the server keeps the subscription, nothing is
 * missed while the connection is away; a new subscription after an earlier one is a gap, and a
 * server that was started since began anew.
 */
public final class OpcUaSource implements Source {
  private static final String STARTED = "started";
  private static final int QUEUE = 1_000;
  private static final Duration PAUSE = Duration.ofSeconds(3);

  /** What is to be done by the one thread that may wait. */
  private enum Task {
    SUBSCRIBE,
    CHECK,
    END
  }

  private final SourcePlan plan;
  private final Peer.OpcUa peer;
  private final Receiver receiver;
  private final InstantSource clock;
  private final BlockingQueue<Task> tasks = new LinkedBlockingQueue<>();
  private volatile OpcUaClient client;
  private OpcUaSubscription subscription;
  private String startedAt;

  /** True where what happened since the last subscription is told. */
  private boolean isTold;

  private volatile boolean closed;

  public OpcUaSource(SourcePlan plan, Peer.OpcUa peer, Receiver receiver, InstantSource clock) {
    this.plan = plan;
    this.peer = peer;
    this.receiver = receiver;
    this.clock = clock;
  }

  @Override
  public void start() {
    Thread.ofVirtual().name(plan.name()).start(this::run);
  }

  private void run() {
    startedAt = receiver.position(STARTED);
    tasks.add(Task.SUBSCRIBE);
    try {
      for (Task task = tasks.take(); task != Task.END; task = tasks.take()) {
        attempt(task);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    } finally {
      disconnect();
    }
  }

  private void attempt(Task task) throws InterruptedException {
    try {
      if (client == null) {
        connect();
      }
      if (task == Task.SUBSCRIBE) {
        subscribe();
      } else {
        checkStart(false);
      }
      receiver.connected();
    } catch (Exception failed) {
      if (failed instanceof InterruptedException interrupted) {
        throw interrupted;
      }
      receiver.disconnected(Trouble.of(failed));
      Thread.sleep(PAUSE);
      if (!closed) {
        tasks.add(task);
      }
    }
  }

  private void connect() throws Exception {
    OpcUaClient opened = Connection.open(peer);
    opened.addSessionActivityListener(
        new SessionActivityListener() {
          @Override
          public void onSessionActive(UaSession session) {
            tasks.add(Task.CHECK);
          }

          @Override
          public void onSessionInactive(UaSession session) {
            receiver.disconnected("the connection was lost");
          }
        });
    try {
      opened.connect();
    } catch (UaException failed) {
      opened.disconnectAsync();
      throw failed;
    }
    client = opened;
  }

  /**
   * Tells if the server was started since; or that there is a gap, where the subscription is new.
   */
  private void checkStart(boolean anew) throws Exception {
    DataValue value =
        client.readValue(0, TimestampsToReturn.Both, NodeIds.Server_ServerStatus_StartTime);
    String now = Values.textOf(value);
    if (now == null) {
      now = "unknown";
    }
    if (startedAt == null) {
      receiver.take(new Batch(List.of(), List.of(), Map.of(STARTED, now), () -> {}));
      isTold = true;
    } else if (!startedAt.equals(now)) {
      tell(Happening.Kind.RESTARTED, "The server was started anew at " + now, now);
    } else if (anew && !isTold) {
      tell(Happening.Kind.GAP, "Not heard for a while: what happened meanwhile is not known", now);
    }
    startedAt = now;
  }

  private void tell(Happening.Kind kind, String sentence, String start)
      throws InterruptedException {
    Happening happening = Happening.ofAll(kind, null, clock.instant(), sentence);
    receiver.take(new Batch(List.of(happening), List.of(), Map.of(STARTED, start), () -> {}));
    isTold = true;
  }

  private void subscribe() throws Exception {
    forgetSubscription();
    checkStart(true);
    OpcUaSubscription fresh = new OpcUaSubscription(client, peer.sampling().toMillis());
    Map<OpcUaMonitoredItem, String> tagOf = new HashMap<>();
    for (String tag : plan.tags()) {
      OpcUaMonitoredItem item = item(tag);
      if (item != null) {
        tagOf.put(item, tag);
        fresh.addMonitoredItem(item);
      }
    }
    Runnable anew = () -> tasks.add(Task.SUBSCRIBE);
    fresh.setSubscriptionListener(new SubscriptionReader(tagOf, receiver, clock, anew));
    fresh.create();
    subscription = fresh;
    isTold = false;
    for (MonitoredItemServiceOperationResult result : fresh.createMonitoredItems()) {
      if (!result.isGood()) {
        StatusCode why = result.operationResult().orElse(result.serviceResult());
        receiver.unusable(tagOf.get(result.monitoredItem()), Values.nameOf(why), null);
      }
    }
  }

  private void forgetSubscription() {
    if (subscription != null) {
      subscription.setSubscriptionListener(new OpcUaSubscription.SubscriptionListener() {});
      subscription.deleteAsync();
      subscription = null;
    }
  }

  private OpcUaMonitoredItem item(String tag) {
    try {
      NodeId node = ExpandedNodeId.parse(tag).toNodeIdOrThrow(client.getNamespaceTable());
      OpcUaMonitoredItem item = OpcUaMonitoredItem.newDataItem(node);
      item.setSamplingInterval(peer.sampling().toMillis());
      item.setQueueSize(Unsigned.uint(QUEUE));
      item.setDiscardOldest(true);
      return item;
    } catch (Exception unknown) {
      receiver.unusable(tag, "no node id that the server knows", unknown.getMessage());
      return null;
    }
  }

  private void disconnect() {
    OpcUaClient open = client;
    if (open != null) {
      open.disconnectAsync();
    }
  }

  @Override
  public void close() {
    closed = true;
    tasks.add(Task.END);
    OpcUaClient open = client;
    if (open == null) {
      return;
    }
    try {
      open.disconnectAsync().get(3, TimeUnit.SECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException wasNotConnected) {
      // Then there is nothing to end.
    }
  }
}
