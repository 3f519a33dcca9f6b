package io.quayside.order;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Units of measure that say the same in different code lists: {@code EA} of X12 (element 355),
 * {@code PCE} of EDIFACT (6411), {@code C62} and {@code H87} of UN/ECE Recommendation 20, which UBL
 * and cXML use. Only what is the same measure in every list stands here; an unknown unit is itself.
 */
public final class Units {

  private static final List<Set<String>> SAME =
      List.of(
          Set.of("EA", "PCE", "C62", "H87", "PC", "UN"),
          Set.of("CA", "CS"),
          Set.of("DZ", "DZN"),
          Set.of("KG", "KGM"),
          Set.of("GR", "GRM"),
          Set.of("LB", "LBR"),
          Set.of("OZ", "ONZ"),
          Set.of("LT", "LTR"),
          Set.of("GA", "GLL"),
          Set.of("MR", "MTR"),
          Set.of("FT", "FOT"),
          Set.of("IN", "INH"),
          Set.of("YD", "YRD"));

  private static final Map<String, Set<String>> BY_CODE = new HashMap<>();

  static {
    SAME.forEach(codes -> codes.forEach(code -> BY_CODE.put(code, codes)));
  }

  private Units() {}

  /** Whether both mean one measure; a unit that is not given equals none but itself. */
  public static boolean same(String one, String other) {
    return one == null || other == null
        ? one == other
        : one.equals(other) || BY_CODE.getOrDefault(one, Set.of()).contains(other);
  }
}
