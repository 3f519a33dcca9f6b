package io.quayside.console;

import io.quayside.order.OrderViews.JourneyEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The journey as the page shows it: the latest step on top, coloured by how it went. */
@Component("latestFirst")
class LatestFirst {

  private static final Pattern BAD =
      Pattern.compile(".*(reject|fail|refus|damaged|returned|conflict).*");
  private static final Pattern WAITING =
      Pattern.compile(".*(held|hold|backorder|short|ordered|wait|schedul|cancel).*");

  public List<JourneyEntry> of(List<JourneyEntry> journey) {
    List<JourneyEntry> turned = new ArrayList<>(journey);
    Collections.reverse(turned);
    return turned;
  }

  public String colour(String event) {
    if (event == null) {
      return "";
    }
    if (BAD.matcher(event).matches()) {
      return "bad";
    }
    return WAITING.matcher(event).matches() ? "wait" : "";
  }
}
