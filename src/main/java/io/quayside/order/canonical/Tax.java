package io.quayside.order.canonical;

/** A tax the sender named, or its exemption. TAX*53247765*SP*CA*********9~ */
public record Tax(String code, String rate, String amount, Boolean exempt, String exemptionNumber) {

  /** The same over another amount. */
  public Tax withAmount(String other) {
    return new Tax(code, rate, other, exempt, exemptionNumber);
  }
}
