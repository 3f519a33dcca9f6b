package io.quayside.intake.supplier;

import io.quayside.intake.supplier.SupplierDocument.Day;
import java.time.LocalDate;
import java.util.List;

/** When goods leave the supplier and when they are here; one follows from the other. */
record Days(int transitDays) {

  @SafeVarargs
  final String ships(List<Day>... fromSpecialToGeneral) {
    String ships = SupplierDocument.day("ships", fromSpecialToGeneral);
    return ships == null
        ? moved(SupplierDocument.day("arrives", fromSpecialToGeneral), -transitDays)
        : ships;
  }

  @SafeVarargs
  final String arrives(List<Day>... fromSpecialToGeneral) {
    String arrives = SupplierDocument.day("arrives", fromSpecialToGeneral);
    return arrives == null
        ? moved(SupplierDocument.day("ships", fromSpecialToGeneral), transitDays)
        : arrives;
  }

  private static String moved(String day, int days) {
    return day == null ? null : LocalDate.parse(day).plusDays(days).toString();
  }
}
