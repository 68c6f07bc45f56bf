package org.vitrine.demo;

import java.time.ZoneId;
import java.util.Map;
import org.vitrine.Rooms;
import org.vitrine.access.Caller;
import org.vitrine.platform.database.Database;

/**
 * What those stand on who tell what people of the demo plant did.
 *
 * @param zone where the plant is
 * @param people who is who, by e-mail address
 */
record TellerGround(
    Rooms rooms,
    Database database,
    PlantClock clock,
    ZoneId zone,
    Map<String, Caller.SignedIn> people) {}
