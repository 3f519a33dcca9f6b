package io.quayside.intake;

import io.quayside.intake.child.Reading;
import io.quayside.intake.extract.PaperTasks;
import io.quayside.intake.mail.OutlookTask;
import java.util.HashMap;
import java.util.Map;

/** {@code read-files}: the hub starts itself a second time to read what strangers made. */
public final class ReadingProcess {
  private ReadingProcess() {}

  /** Serves the hub that started it. */
  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    Map<String, Reading.Task> tasks = new HashMap<>(PaperTasks.all());
    tasks.put(OutlookTask.NAME, OutlookTask::open);
    Reading.serve(tasks);
  }
}
