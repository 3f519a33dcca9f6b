package io.quayside.edi;

/**
 * What can be wrong, by the standards' own codes: X12 in TA105, AK905, AK502, AK304 or AK403 as the
 * level says, EDIFACT in 0085 of the CONTRL. An empty code stands in no acknowledgment.
 */
enum SyntaxError {
  /** Worth telling, but no standard has a word for it. */
  UNNAMED("", ""),

  HEADER_MISSING("022", "13"),
  HEADER_INVALID("022", "12"),
  SENDER_QUALIFIER("005", "12"),
  SENDER("006", "13"),
  RECEIVER_QUALIFIER("007", "12"),
  RECEIVER("008", "13"),
  INTERCHANGE_DATE("014", "12"),
  INTERCHANGE_TIME("015", "12"),
  STANDARDS_IDENTIFIER("016", "12"),
  INTERCHANGE_VERSION("017", "2"),
  INTERCHANGE_NUMBER("018", "12"),
  ACKNOWLEDGMENT_REQUEST("019", "12"),
  TEST_INDICATOR("020", "12"),
  COMPONENT_SEPARATOR("027", "12"),
  CHARACTERS_INVALID("", "21"),
  INTERCHANGE_CUT_OFF("023", "13"),
  INTERCHANGE_NUMBERS_DIFFER("001", "28"),
  INTERCHANGE_COUNT("021", "29"),
  INTERCHANGE_EMPTY("", "32"),

  GROUP_NUMBER_INVALID("6", "12"),
  GROUP_NUMBER_REPEATED("6", "26"),
  GROUP_NUMBER_USED_BEFORE("6", "26"),
  GROUP_VERSION_MISSING("2", "13"),
  GROUP_TRAILER_MISSING("3", "13"),
  GROUP_NUMBERS_DIFFER("4", "28"),
  GROUP_COUNT("5", "29"),
  GROUP_NOT_OPEN("024", "33"),
  OUTSIDE_GROUP("024", "30"),
  OUTSIDE_SET("024", "33"),
  OUTSIDE_SET_IN_GROUP("", "33"),

  SET_NOT_SUPPORTED("1", "14"),
  SET_TRAILER_MISSING("2", "13"),
  SET_NUMBERS_DIFFER("3", "28"),
  SET_COUNT("4", "29"),
  SET_TYPE_MISSING("6", "13"),
  SET_NUMBER_INVALID("7", "12"),
  SET_NUMBER_REPEATED("7", "26"),

  SEGMENT_UNKNOWN("1", "15"),
  SEGMENT_UNEXPECTED("2", "15"),
  MANDATORY_SEGMENT_MISSING("3", "13"),
  LOOP_TOO_OFTEN("4", "36"),
  SEGMENT_TOO_OFTEN("5", "35"),
  SEGMENT_NOT_IN_SET("6", "15"),
  SEGMENT_TOO_LATE("7", "15"),

  MANDATORY_ELEMENT_MISSING("1", "13"),
  CONDITIONAL_ELEMENT_MISSING("2", "13"),
  TOO_MANY_ELEMENTS("3", "16"),
  TOO_MANY_REPETITIONS("12", "35"),
  TOO_MANY_COMPONENTS("13", "16"),
  TOO_SHORT("4", "40"),
  TOO_LONG("5", "39"),
  INVALID_CHARACTER("6", "21"),
  NOT_NUMERIC("6", "37"),
  DECIMAL_NOTATION("6", "19"),
  DIGIT_MISSING_BEFORE_DECIMAL_MARK("6", "38"),
  INVALID_CODE("7", "12"),
  INVALID_DATE("8", "12"),
  INVALID_TIME("9", "12"),
  EXCLUSION_VIOLATED("10", "18");

  private final String x12;
  private final String edifact;

  SyntaxError(String x12, String edifact) {
    this.x12 = x12;
    this.edifact = edifact;
  }

  String code(Standard standard) {
    return standard == Standard.X12 ? x12 : edifact;
  }
}
