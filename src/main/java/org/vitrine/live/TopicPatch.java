package org.vitrine.live;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What has changed of a page whose versions nobody counts, as a merge patch (RFC 7386). */
public record TopicPatch(ObjectNode patch) implements TopicUpdate {}
