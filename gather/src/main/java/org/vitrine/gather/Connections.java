package org.vitrine.gather;

import java.time.InstantSource;
import org.vitrine.gather.mqtt.MqttSource;
import org.vitrine.gather.mqtt.SparkplugSource;
import org.vitrine.gather.mtconnect.MtConnectSource;
import org.vitrine.gather.opcua.OpcUaSource;
import org.vitrine.gather.plan.Peer;
import org.vitrine.gather.plan.SourcePlan;
import org.vitrine.gather.sources.Receiver;
import org.vitrine.gather.sources.Source;

/** Makes the source that a plan names. */
final class Connections {
  private final InstantSource clock;
  private final boolean onlyLooking;

  /**
   * @param onlyLooking true where nothing may be asked of machines, nor taken from others
   */
  Connections(InstantSource clock, boolean onlyLooking) {
    this.clock = clock;
    this.onlyLooking = onlyLooking;
  }

  Source to(SourcePlan plan, Receiver receiver) {
    return switch (plan.peer()) {
      case Peer.OpcUa peer -> new OpcUaSource(plan, peer, receiver, clock);
      case Peer.Mqtt peer -> new MqttSource(plan, peer, receiver, clock, onlyLooking);
      case Peer.Sparkplug peer -> new SparkplugSource(plan, peer, receiver, clock, onlyLooking);
      case Peer.MtConnect peer -> new MtConnectSource(plan, peer, receiver, clock);
    };
  }
}
