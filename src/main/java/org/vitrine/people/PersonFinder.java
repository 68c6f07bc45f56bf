package org.vitrine.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.access.Caller;
import org.vitrine.access.Permission;
import org.vitrine.companies.CompanyId;
import org.vitrine.feature.Findable;
import org.vitrine.feature.Findable.FoundText;
import org.vitrine.feature.SearchSource;
import org.vitrine.people.PersonFindRepository.FoundPerson;
import org.vitrine.platform.database.Queries;

/**
 * Finds people by name and address: for those alone who have a list of people, and of those whom it
 * shows them.
 */
final class PersonFinder implements SearchSource {
  /** Told by a trigger: people are written by several rooms. */
  private static final String KIND = "person";

  private final PersonFindRepository repository = new PersonFindRepository();

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public int edition() {
    return 2;
  }

  @Override
  public Set<Permission> foundWith() {
    return Set.of(Permission.INVITE_PEOPLE);
  }

  @Override
  public Optional<Set<CompanyId>> narrowedTo(Queries queries, Caller.SignedIn person) {
    return person.may(Permission.MANAGE_PEOPLE)
        ? Optional.empty()
        : Optional.of(Set.copyOf(repository.lookedAfterBy(queries, person.id())));
  }

  @Override
  public Set<String> hears() {
    return Set.of(KIND);
  }

  @Override
  public List<Findable> read(Queries queries, Collection<String> keys) {
    return repository.find(queries, keys).stream().map(PersonFinder::findable).toList();
  }

  private static Findable findable(FoundPerson person) {
    return new Findable(
        String.valueOf(person.id()),
        person.company(),
        person.company().isEmpty(),
        new FoundText(
            person.name(),
            Optional.of(person.email()),
            "/people?q=" + FoundText.encoded(person.email()),
            false),
        List.of(),
        List.of(person.email()),
        person.at());
  }

  @Override
  public List<String> after(Queries queries, String key, int limit) {
    return repository.after(queries, key, limit);
  }
}
