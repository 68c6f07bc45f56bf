package org.vitrine.actions;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.access.Permission;
import org.vitrine.actions.ActionFindRepository.FoundAction;
import org.vitrine.feature.Findable;
import org.vitrine.feature.Findable.FoundText;
import org.vitrine.feature.SearchSource;
import org.vitrine.platform.database.Queries;

/** Finds actions by their number, their text, who does them and what raised them. */
final class ActionFinder implements SearchSource {
  private final ActionFindRepository repository = new ActionFindRepository();

  @Override
  public String kind() {
    return "action";
  }

  @Override
  public Set<Permission> foundWith() {
    return Set.of(Permission.READ_ACTIONS);
  }

  @Override
  public Set<String> hears() {
    return Set.of(ActionChange.KIND);
  }

  @Override
  public List<Findable> read(Queries queries, Collection<String> keys) {
    return repository.find(queries, keys).stream().map(ActionFinder::findable).toList();
  }

  private static Findable findable(FoundAction action) {
    String number = String.valueOf(action.number());
    return new Findable(
        number,
        action.company(),
        action.company().isEmpty(),
        new FoundText(
            action.text(),
            Optional.of(number + " · " + action.owner()),
            "/actions/" + number,
            true),
        List.of(number),
        List.of(action.owner(), action.source()),
        action.at());
  }

  @Override
  public List<String> after(Queries queries, String key, int limit) {
    return repository.after(queries, key, limit);
  }
}
