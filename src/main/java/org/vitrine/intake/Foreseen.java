package org.vitrine.intake;

import java.security.MessageDigest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.vitrine.companies.Company;
import org.vitrine.intake.OrderSheet.SheetOrder;
import org.vitrine.intake.ShipmentSheet.SheetShipment;
import org.vitrine.orders.Line;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.json.Json;

/**
 * All that the outcome of an import follows from, as one word: what was read of the file, and what
 * is there of what it names. What the plant reports meanwhile is not among it: reports come all the
 * time, and what they make impossible is refused.
 */
final class Foreseen {
  private final Targets targets;

  Foreseen(Targets targets) {
    this.targets = targets;
  }

  String by(OrderSheet sheet) {
    List<SheetOrder> orders = sheet.orders();
    return word(
        List.of(
            orders.stream().map(one -> one.number().key() + Json.text(one.order())),
            sheet.refused().stream().map(String::valueOf),
            planned(orders.stream().map(SheetOrder::number).toList()),
            companies(),
            routings(
                orders.stream().flatMap(one -> one.order().lines().stream()).map(Line::routing))));
  }

  String by(ShipmentSheet sheet) {
    List<SheetShipment> shipments = sheet.shipments();
    return word(
        List.of(
            shipments.stream()
                .map(
                    one ->
                        one.order().key() + '\n' + one.number().key() + Json.text(one.shipment())),
            sheet.refused().stream().map(String::valueOf),
            planned(shipments.stream().map(SheetShipment::order).distinct().toList())));
  }

  String by(PlantLog log, LogRouting routing, LogOwner owner) {
    return word(
        List.of(
            log.entries().stream().map(one -> Json.text(one.report())),
            log.refused().stream().map(String::valueOf),
            Stream.of(String.valueOf(owner), String.valueOf(routing.routing().map(Json::text))),
            planned(log.entries().stream().map(one -> one.row().order()).distinct().toList())));
  }

  String by(ReadingSheet sheet) {
    return word(
        List.of(
            sheet.entries().stream().map(one -> Json.text(one.report())),
            sheet.refused().stream().map(String::valueOf),
            planned(sheet.entries().stream().map(one -> one.order()).distinct().toList())));
  }

  private Stream<String> planned(Collection<OrderNumber> numbers) {
    return targets.orders().planVersions(numbers).entrySet().stream()
        .map(entry -> entry.getKey() + '@' + entry.getValue())
        .sorted();
  }

  private Stream<String> companies() {
    return targets.companies().all().stream().map(Company::code).sorted();
  }

  private Stream<String> routings(Stream<String> codes) {
    return codes.collect(Collectors.toCollection(TreeSet::new)).stream()
        .map(code -> code + Optional.of(code).flatMap(targets.routings()::find).map(Json::text));
  }

  private static String word(List<Stream<String>> parts) {
    MessageDigest digest = DigestUtils.getSha256Digest();
    parts.stream()
        .flatMap(part -> part)
        .forEach(part -> DigestUtils.updateDigest(digest, part + '\n'));
    return Hex.encodeHexString(digest.digest());
  }
}
