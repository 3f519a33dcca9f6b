package io.quayside.cli;

/** How the commands are meant. */
final class Usage {
  static final String TEXT =
      """
      Usage: validate [--json] FILE...
                 says in plain words what is right and wrong
             translate [--json] [--evidence] FILE...
                 prints canonical orders, one JSON object a line
             ack [--json] [--at INSTANT] [--control N] [--partner FILE] FILE...
                 prints the TA1, 997 and CONTRL that the hub would answer

        FILE       an X12 or EDIFACT file; - is standard input
        --json     findings as one JSON object a file
        --evidence with each order, where its values stand in the file
        --at       date and time of the answer, for example 2026-11-21T10:00:00Z; default now
        --control  number of the first answer, 1 to 999999999; default 1
        --partner  what is agreed with the sender: its file, for example acme.partner.yaml

      translate and ack write findings to standard error.
      Exit code: 0 accepted, 1 accepted with errors noted, 2 rejected, 3 not readable; the worst of
      several files. 64: the command line is wrong.""";

  private Usage() {}
}
