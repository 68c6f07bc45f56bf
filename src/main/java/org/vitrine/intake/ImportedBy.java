package org.vitrine.intake;

import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.access.Caller;
import org.vitrine.access.Permission;
import org.vitrine.access.Sessions;
import org.vitrine.production.Sender;

/**
 * Who imports.
 *
 * @param actor the name that the history keeps
 * @param mayPlace whether orders that a log knows of, and that are not there, are placed
 * @param who the same, as the record of the import keeps it
 * @param caller the same, as who may do what is asked; absent for whoever runs the command
 */
public record ImportedBy(
    String actor, Sender sender, boolean mayPlace, Actor who, Optional<Caller> caller) {
  /** Whoever runs the command on the server. */
  public static final ImportedBy ORDER_COMMAND = command("Order import");

  public static final ImportedBy SHIPMENT_COMMAND = command("Shipment import");

  public static final ImportedBy PLANT_LOG_COMMAND = command("Plant log");

  private static ImportedBy command(String name) {
    Actor who = Actor.system("command line");
    return new ImportedBy(name, Sender.program(name), true, who, Optional.empty());
  }

  /** Somebody who is signed in, or a program with a key. */
  static ImportedBy of(Caller caller, Sessions.From from) {
    return new ImportedBy(
        caller.actor(),
        Sender.of(caller),
        caller.may(Permission.PLACE_ORDERS),
        Actor.of(caller, from),
        Optional.of(caller));
  }
}
