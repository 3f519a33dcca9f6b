package io.quayside.work;

/** Makes identifiers: unique over all nodes, 26 characters, sorting by the time they were made. */
public interface Ids {

  /** The next identifier, for example {@code 01KAW3Z6T8M4N2Q7R5S9V0X1Y2}. */
  String next();
}
