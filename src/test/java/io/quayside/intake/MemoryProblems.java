package io.quayside.intake;

import io.quayside.work.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The work list in memory. */
final class MemoryProblems implements Problems {

  private final Map<String, NewProblem> open = new LinkedHashMap<>();

  @Override
  public synchronized String raise(NewProblem problem) {
    open.put(problem.key(), problem);
    return problem.key();
  }

  @Override
  public synchronized void resolve(String key, String by, String note) {
    open.remove(key);
  }

  synchronized List<NewProblem> raised() {
    return List.copyOf(open.values());
  }

  synchronized Optional<NewProblem> at(String key) {
    return Optional.ofNullable(open.get(key));
  }

  @Override
  public synchronized void resolveAll(String keyPrefix, String by, String note) {
    open.keySet().removeIf(key -> key.startsWith(keyPrefix));
  }

  @Override
  public boolean close(String id, String by, String note) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean retry(String id, String by) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Problem> find(String id) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Page list(Query query) {
    throw new UnsupportedOperationException();
  }

  @Override
  public synchronized long open() {
    return open.size();
  }
}
