package io.quayside.intake;

import io.quayside.work.Database;
import io.quayside.work.Outbox;
import io.quayside.work.Problems;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What channels put on the work list, once for each file and not at each look. */
@Component
class IntakeProblems {

  private static final String HUB = "hub";

  private final Problems problems;
  private final Database database;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  IntakeProblems(Problems problems, Database database) {
    this.problems = problems;
    this.database = database;
  }

  private void raise(Problems.NewProblem problem) {
    database.inTransaction(() -> problems.raise(problem));
  }

  private void resolve(String key, String note) {
    database.inTransaction(() -> problems.resolve(key, HUB, note));
  }

  /** A file that is larger than we take in; it stays where it is. */
  void tooLarge(String channelId, String partnerId, String name, long size, long limit) {
    once(
        channel(
            channelId,
            "/too-large/" + ArrivalNames.sanitised(name),
            "unreadable",
            partnerId,
            "A file is too large",
            "`%s` on channel %s has %,d bytes, the limit is %,d. It was left where it is."
                .formatted(ArrivalNames.shown(name), channelId, size, limit),
            "Ask for smaller files, or raise quayside.intake.max-size and restart."));
  }

  /** A mail that is larger than we take in; it was not downloaded. */
  void mailTooLarge(
      String channelId, String partnerId, String uid, String subject, long size, long limit) {
    raise(
        channel(
            channelId,
            "/too-large/" + ArrivalNames.sanitised(uid),
            "unreadable",
            partnerId,
            "A mail is too large",
            "`%s` in mailbox %s has %,d bytes, the limit is %,d. It was not downloaded, and lies in the folder for problems."
                .formatted(ArrivalNames.shown(subject), channelId, size, limit),
            "Read it there. Ask for smaller mails, or raise quayside.intake.mail-max-size, restart and move it back."));
  }

  /** Something behind a link in the inbox; it is not touched. */
  void link(String name) {
    String folder = name.contains("/") ? name.substring(0, name.lastIndexOf('/')) : name;
    once(
        channel(
            "folder",
            "/link/" + ArrivalNames.sanitised(folder),
            "unreadable",
            null,
            "A link in the inbox is not followed",
            "`%s` in the inbox is a link, or lies behind one. Nothing behind it was touched."
                .formatted(ArrivalNames.shown(folder)),
            "Move the files themselves into the inbox, and remove the link."));
  }

  /** A file whose name a partner's server should not give; it is not touched. */
  void refusedName(String channelId, String partnerId, String name) {
    once(
        channel(
            channelId,
            "/name/" + ArrivalNames.sanitised(name),
            "unreadable",
            partnerId,
            "A file has a name that is not taken",
            "`%s` on channel %s: only letters, digits, blanks and . _ @ + = , ( ) - are taken, at most 120, without .. in it. The file was not touched."
                .formatted(ArrivalNames.shown(name), channelId),
            "Ask the partner to rename the file, then resolve this."));
  }

  /** A channel that cannot be reached, for some time or (a refused key) at once. */
  void channelDown(String channelId, String partnerId, String words, int failures) {
    raise(
        channel(
            channelId,
            "",
            "channel-down",
            partnerId,
            "Channel " + channelId + " does not answer",
            "%s (%d attempts in a row). Other channels are not affected."
                .formatted(words, failures),
            "It is tried again by itself, and this entry closes when it works. If it stays: check address, account and key in the partner file with the partner."));
  }

  void channelUp(String channelId) {
    resolve("channel/" + channelId, "The channel works again");
  }

  /** A partner or channel file of the installation that cannot be taken in. */
  void badFile(String path, String partnerId, String words) {
    raise(
        new Problems.NewProblem(
            "channel/file/" + path,
            "schema-invalid",
            null,
            null,
            null,
            partnerId,
            false,
            path + " is not right",
            words,
            "Mend the file and restart, or save the right text in the console. The version before stays in force.",
            null,
            null));
  }

  void goodFile(String path) {
    resolve("channel/file/" + path, "The file was taken in");
  }

  private void once(Problems.NewProblem problem) {
    if (told.add(problem.key() + problem.text())) {
      raise(problem);
    }
  }

  private static Problems.NewProblem channel(
      String channelId,
      String suffix,
      String kind,
      String partnerId,
      String title,
      String text,
      String remedy) {
    Outbox.Message none = null;
    return new Problems.NewProblem(
        "channel/" + channelId + suffix,
        kind,
        null,
        null,
        null,
        partnerId,
        false,
        title,
        text,
        remedy,
        none,
        null);
  }
}
