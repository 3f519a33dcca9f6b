package io.quayside.edi;

import java.util.HashMap;
import java.util.Map;

/** The codes of acknowledgments in plain words. */
final class Words {
  private static final Map<String, String> INTERCHANGE =
      table(
          """
          000 no error
          001 the control numbers of ISA and IEA differ
          002 the standard in ISA11 is not supported
          003 the version of the controls is not supported
          004 the segment terminator is invalid
          005 the sender's qualifier is invalid
          006 the sender's id is invalid
          007 the receiver's qualifier is invalid
          008 the receiver's id is invalid
          009 the receiver is unknown to them
          010 the authorization qualifier is invalid
          011 the authorization information is invalid
          012 the security qualifier is invalid
          013 the security information is invalid
          014 the date is invalid
          015 the time is invalid
          016 the standards identifier is invalid
          017 the version is invalid
          018 the control number is invalid
          019 the acknowledgment request (ISA14) is invalid
          020 the test indicator (ISA15) is invalid
          021 the number of groups is wrong
          022 the control structure is invalid
          023 the file ended too early
          024 the content is invalid, for example a bad GS
          025 the control number was used before
          026 the element separator is invalid
          027 the component separator is invalid
          """);
  private static final Map<String, String> GROUP =
      table(
          """
          1 the functional group is not supported
          2 the version of the group is not supported
          3 the group trailer GE is missing
          4 the control numbers of GS and GE differ
          5 the number of sets does not match the count
          6 the group control number breaks the rules, perhaps it was used before
          """);
  private static final Map<String, String> SET =
      table(
          """
          1 the transaction set is not supported
          2 the set trailer SE is missing
          3 the control numbers of ST and SE differ
          4 the number of segments does not match the count
          5 one or more segments are in error
          6 the transaction set type is missing or invalid
          7 the set control number is missing or invalid, perhaps it was used before
          """);
  private static final Map<String, String> SEGMENT =
      table(
          """
          1 the segment is not recognised
          2 the segment is unexpected here
          3 a mandatory segment is missing
          4 the loop occurs more often than allowed
          5 the segment occurs more often than allowed
          6 the segment is not in this transaction set
          7 the segment is not in its proper order
          8 the segment has errors in its elements
          """);
  private static final Map<String, String> ELEMENT =
      table(
          """
          1 a mandatory value is missing
          2 a value that others make necessary is missing
          3 there are too many elements
          4 the value is too short
          5 the value is too long
          6 the value has an invalid character
          7 the code is not in the code list
          8 the date is invalid
          9 the time is invalid
          10 only one of several values may be given
          """);

  private static final Map<String, String> SYNTAX =
      table(
          """
          1 UNA is not supported
          2 the syntax version or level is not supported
          3 the version or release of the message is not supported
          4 a service segment is missing or invalid
          5 a trailer does not agree with its header or its count
          6 a segment is missing or invalid
          7 the interchange is addressed to somebody else
          8 there are too many elements in the segment
          9 a mandatory element is missing
          10 the element is not as specified
          11 the password is invalid
          12 the value is invalid
          13 it is missing
          14 the value is not supported here
          15 it is not supported here
          16 there are too many elements or components
          17 there is no agreement about it
          18 there is an error that they do not name
          19 the decimal notation is invalid
          20 a character in UNA is invalid
          21 there are invalid characters
          22 there are invalid service characters
          23 the sender is unknown to them
          24 it is too old
          25 tests are not supported
          26 it came before
          27 the security function is not supported
          28 the references of header and trailer differ
          29 the count does not match what was received
          30 groups and messages are mixed
          31 there is more than one message type in the group
          32 there is nothing in it
          33 something stands outside any message or group
          34 explicit nesting is not allowed
          35 it is repeated too often
          36 the segment group is repeated too often
          37 there are characters of the wrong kind
          38 a digit is missing before the decimal mark
          39 the value is too long
          40 the value is too short
          41 the network failed for good
          42 the network failed for now
          43 the receiver is unknown to them
          45 there is a separator too much at the end
          46 the character set is not supported
          47 the envelope function is not supported
          48 a dependency between values is violated
          """);

  private Words() {}

  static String syntaxError(String code) {
    return words(SYNTAX, code);
  }

  static String interchangeError(String code) {
    return words(INTERCHANGE, code);
  }

  static String groupError(String code) {
    return words(GROUP, code);
  }

  static String setError(String code) {
    return words(SET, code);
  }

  static String segmentError(String code) {
    return words(SEGMENT, code);
  }

  static String elementError(String code) {
    return words(ELEMENT, code);
  }

  static String verdict(Verdict verdict) {
    return switch (verdict) {
      case ACCEPTED -> "accepted";
      case ACCEPTED_WITH_ERRORS -> "accepted with errors noted";
      case PARTIALLY_ACCEPTED -> "partially accepted";
      case REJECTED -> "rejected";
    };
  }

  private static String words(Map<String, String> table, String code) {
    return table.getOrDefault(code, "error code " + code);
  }

  private static Map<String, String> table(String lines) {
    Map<String, String> table = new HashMap<>();
    lines
        .lines()
        .forEach(
            line -> {
              int blank = line.indexOf(' ');
              table.put(line.substring(0, blank), line.substring(blank + 1));
            });
    return Map.copyOf(table);
  }
}
