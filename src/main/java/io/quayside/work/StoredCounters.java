package io.quayside.work;

import org.springframework.stereotype.Component;

@Component
final class StoredCounters implements Counters {

  private final Database database;

  StoredCounters(Database database) {
    this.database = database;
  }

  @Override
  public long next(String series) {
    TransactionalDatabase.require("A number of the series " + series);
    return database
        .write()
        .sql(
            """
            INSERT INTO counter (series, last_number) VALUES (:series, 1)
            ON CONFLICT (series) DO UPDATE SET last_number = counter.last_number + 1
            RETURNING last_number""")
        .param("series", series)
        .query(Long.class)
        .single();
  }

  @Override
  public void startAt(String series, long number) {
    int changed =
        database
            .write()
            .sql(
                """
                INSERT INTO counter (series, last_number) VALUES (:series, :last)
                ON CONFLICT (series) DO UPDATE SET last_number = excluded.last_number
                WHERE counter.last_number <= excluded.last_number""")
            .param("series", series)
            .param("last", number - 1)
            .update();
    if (changed == 0) {
      throw new IllegalArgumentException(
          "The series "
              + series
              + " has passed "
              + number
              + " already: a number is never given twice. Choose a higher start.");
    }
  }
}
