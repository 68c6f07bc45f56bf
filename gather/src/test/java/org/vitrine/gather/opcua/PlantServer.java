package org.vitrine.gather.opcua;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.milo.opcua.sdk.core.AccessLevel;
import org.eclipse.milo.opcua.sdk.server.EndpointConfig;
import org.eclipse.milo.opcua.sdk.server.ManagedNamespaceWithLifecycle;
import org.eclipse.milo.opcua.sdk.server.OpcUaServer;
import org.eclipse.milo.opcua.sdk.server.OpcUaServerConfig;
import org.eclipse.milo.opcua.sdk.server.identity.AnonymousIdentityValidator;
import org.eclipse.milo.opcua.sdk.server.items.DataItem;
import org.eclipse.milo.opcua.sdk.server.items.MonitoredItem;
import org.eclipse.milo.opcua.sdk.server.nodes.UaVariableNode;
import org.eclipse.milo.opcua.sdk.server.util.SubscriptionModel;
import org.eclipse.milo.opcua.stack.core.NodeIds;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.transport.TransportProfile;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.DateTime;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.builtin.unsigned.Unsigned;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransport;
import org.eclipse.milo.opcua.stack.transport.server.tcp.OpcTcpServerTransportConfig;

/** A real OPC UA server, Milo's, with the tags of a press. */
final class PlantServer implements AutoCloseable {
  static final String NAMESPACE = "urn:plant:press";

  private final OpcUaServer server;
  private final Press press;

  /** Serves when it returns, with the counter at this number. */
  PlantServer(int port, int good) throws Exception {
    OpcUaServerConfig config =
        OpcUaServerConfig.builder()
            .setApplicationUri(ServerCertificate.APPLICATION)
            .setProductUri(ServerCertificate.APPLICATION)
            .setApplicationName(LocalizedText.english("Press"))
            .setEndpoints(
                Set.of(
                    endpoint(port, SecurityPolicy.None, MessageSecurityMode.None),
                    endpoint(
                        port, SecurityPolicy.Basic256Sha256, MessageSecurityMode.SignAndEncrypt)))
            .setCertificateManager(ServerCertificate.manager())
            .setIdentityValidator(AnonymousIdentityValidator.INSTANCE)
            .build();
    server =
        new OpcUaServer(
            config,
            profile -> new OpcTcpServerTransport(OpcTcpServerTransportConfig.newBuilder().build()));
    press = new Press(server);
    press.startup();
    set("Order", "SO-1");
    set("Good", Unsigned.ushort(good));
    server.startup().get(30, TimeUnit.SECONDS);
  }

  private static EndpointConfig endpoint(
      int port, SecurityPolicy policy, MessageSecurityMode mode) {
    return EndpointConfig.newBuilder()
        .setTransportProfile(TransportProfile.TCP_UASC_UABINARY)
        .setBindAddress("localhost")
        .setHostname("localhost")
        .setBindPort(port)
        .setPath("/press")
        .setCertificate(ServerCertificate.CERTIFICATE)
        .setSecurityPolicy(policy)
        .setSecurityMode(mode)
        .addTokenPolicies(OpcUaServerConfig.USER_TOKEN_POLICY_ANONYMOUS)
        .build();
  }

  void set(String tag, Object value) {
    set(tag, value, StatusCode.GOOD);
  }

  void setBad(String tag, Object value) {
    set(tag, value, new StatusCode(StatusCodes.Bad_SensorFailure));
  }

  private void set(String tag, Object value, StatusCode status) {
    DateTime now = new DateTime(Instant.now());
    press.nodes.get(tag).setValue(new DataValue(Variant.of(value), status, now, now));
  }

  /** The nodes, and what samples them for who subscribes. */
  private static final class Press extends ManagedNamespaceWithLifecycle {
    private final SubscriptionModel subscriptions;
    private Map<String, UaVariableNode> nodes = Map.of();

    private Press(OpcUaServer server) {
      super(server, NAMESPACE);
      subscriptions = new SubscriptionModel(server, this);
      getLifecycleManager().addLifecycle(subscriptions);
      getLifecycleManager().addStartupTask(this::addNodes);
    }

    private void addNodes() {
      nodes =
          Map.of(
              "Order", node("Order", NodeIds.String, "SO-1"),
              "Good", node("Good", NodeIds.UInt16, 0),
              "Force", node("Force", NodeIds.Double, 0.0));
    }

    private UaVariableNode node(String name, NodeId type, Object value) {
      return new UaVariableNode.UaVariableNodeBuilder(getNodeContext())
          .setNodeId(newNodeId(name))
          .setAccessLevel(AccessLevel.CurrentRead)
          .setUserAccessLevel(AccessLevel.CurrentRead)
          .setBrowseName(newQualifiedName(name))
          .setDisplayName(LocalizedText.english(name))
          .setDataType(type)
          .setTypeDefinition(NodeIds.BaseDataVariableType)
          .setMinimumSamplingInterval(0.0)
          .setValue(new DataValue(Variant.of(value)))
          .buildAndAdd();
    }

    @Override
    public void onDataItemsCreated(List<DataItem> items) {
      subscriptions.onDataItemsCreated(items);
    }

    @Override
    public void onDataItemsModified(List<DataItem> items) {
      subscriptions.onDataItemsModified(items);
    }

    @Override
    public void onDataItemsDeleted(List<DataItem> items) {
      subscriptions.onDataItemsDeleted(items);
    }

    @Override
    public void onMonitoringModeChanged(List<MonitoredItem> items) {
      subscriptions.onMonitoringModeChanged(items);
    }
  }

  @Override
  public void close() {
    server.shutdown().join();
    press.shutdown();
  }
}
